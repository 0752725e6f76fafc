/** A table as a grid: what spans several rows or columns stands in each of them, and says where it began. */

import { flat } from "./chars.ts";

export interface Cell {
  readonly text: string;
  /** Marked as a head, as `th` is. */
  readonly head: boolean;
  readonly row: number;
  readonly column: number;
  /** How many rows and columns it takes. */
  readonly rows: number;
  readonly columns: number;
  readonly from: number;
  readonly to: number;
}

export interface GridRow {
  readonly from: number;
  readonly to: number;
  /** One for each column; undefined where the row is too short. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Grid {
  readonly width: number;
  readonly rows: readonly GridRow[];
}

/** A table wider than this is none of configurations, and its cells are given as one column of text. */
const WIDEST = 64;
/** The most places that what spans rows and columns may take beside the cells themselves. */
const MOST_SPANNED = 400_000;

interface Open {
  cell: Cell;
  /** Rows that it still takes. */
  left: number;
}

/** Puts cells into rows, as they come. */
export class GridMaker {
  private readonly rows: { from: number; to: number; cells: (Cell | undefined)[] }[] = [];
  private readonly feet = new Set<GridRow>();
  private above: (Open | undefined)[] = [];
  private row: { from: number; to: number; cells: (Cell | undefined)[] } | undefined;
  private column = 0;
  private spanned = 0;
  private width = 0;

  /** `foot` for a row that stands below those that come after it. */
  beginRow(from: number, foot: boolean = false): void {
    this.endRow(from);
    this.row = { from, to: from, cells: [] };
    this.rows.push(this.row);
    if (foot) this.feet.add(this.row);
    this.column = 0;
  }

  get hasRow(): boolean {
    return this.row !== undefined;
  }

  add(text: string, head: boolean, rows: number, columns: number, from: number, to: number): void {
    if (!this.row) this.beginRow(from);
    const { row } = this;
    if (!row) return;
    this.carry();
    const wide = Math.max(1, Math.min(columns, WIDEST, 1 + Math.max(0, MOST_SPANNED - this.spanned)));
    const tall = Math.max(1, Math.min(rows, 65_534));
    const cell: Cell = {
      text,
      head,
      row: this.rows.length - 1,
      column: this.column,
      rows: tall,
      columns: wide,
      from,
      to,
    };
    this.spanned += wide - 1;
    for (let at = 0; at < wide; at++, this.column++) {
      row.cells[this.column] = cell;
      if (tall > 1 && this.column < WIDEST) this.above[this.column] = { cell, left: tall - 1 };
    }
    row.to = to;
    this.carry();
  }

  /** Takes what spans down into this row, from where the row stands. */
  private carry(): void {
    const { row } = this;
    if (!row) return;
    for (;;) {
      const open = this.above[this.column];
      if (!open || open.left === 0 || open.cell.row === this.rows.length - 1) return;
      if (this.spanned >= MOST_SPANNED) {
        this.above = [];
        return;
      }
      open.left--;
      this.spanned++;
      row.cells[this.column++] = open.cell;
    }
  }

  endRow(to: number): void {
    const { row } = this;
    if (!row) return;
    // What spans down beyond the last cell of a short row.
    for (let guard = 0; this.column < this.above.length && guard < WIDEST; guard++) {
      const before = this.column;
      this.carry();
      if (this.column === before) this.column++;
    }
    while (row.cells.length > 0 && row.cells[row.cells.length - 1] === undefined) row.cells.pop();
    for (let at = 0; at < row.cells.length; at++) row.cells[at] ??= undefined;
    row.to = Math.max(row.to, to);
    this.width = Math.max(this.width, row.cells.length);
    this.row = undefined;
  }

  /** The grid, without rows that hold nothing; undefined where there is no cell. */
  done(to: number): Grid | undefined {
    this.endRow(to);
    const filled = this.rows.filter((row) => row.cells.some((cell) => cell !== undefined));
    const isFoot = (row: GridRow): boolean => this.feet.has(row);
    const rows = [...filled.filter((row) => !isFoot(row)), ...filled.filter(isFoot)];
    if (rows.length === 0) return undefined;
    if (this.width <= WIDEST) return { width: this.width, rows };
    const listed = rows.flatMap((row) => row.cells.filter((cell): cell is Cell => cell !== undefined));
    return {
      width: 1,
      rows: [...new Set(listed)].map((cell) => ({ from: cell.from, to: cell.to, cells: [{ ...cell, columns: 1 }] })),
    };
  }
}

/** Whether the cell began in a row above. */
export function isCarried(cell: Cell | undefined, row: GridRow): boolean {
  return cell !== undefined && cell.from < row.from;
}

/** A grid of plain rows. */
export function gridOf(
  rows: readonly { readonly from: number; readonly to: number; readonly cells: readonly string[] }[],
): Grid | undefined {
  const maker = new GridMaker();
  for (const row of rows) {
    maker.beginRow(row.from);
    for (const text of row.cells) maker.add(text, false, 1, 1, row.from, row.to);
    maker.endRow(row.to);
  }
  return maker.done(rows.at(-1)?.to ?? 0);
}

/** The only cell with words in a row, if there is only one that began in it. */
export function aloneIn(row: GridRow): Cell | undefined {
  let only: Cell | undefined;
  for (const cell of row.cells) {
    if (!cell || cell === only || cell.text === "" || isCarried(cell, row)) continue;
    if (only) return undefined;
    only = cell;
  }
  return only;
}

/** The words of a cell on one line: its lines parted by semicolons, without the signs of items. */
export function lineOf({ text }: Cell): string {
  return text
    .split("\n")
    .map(flat)
    .filter((line) => line !== "")
    .join("; ")
    .replace(/•\s/g, "");
}

/** The words of the cells that begin in a row. */
export function textOf(row: GridRow, asLine: (text: string) => string = flat): string {
  return [...new Set(row.cells)]
    .filter((cell): cell is Cell => cell !== undefined && !isCarried(cell, row) && cell.text !== "")
    .map((cell) => asLine(cell.text))
    .join(" | ");
}
