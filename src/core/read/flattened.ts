/** Tables that were copied one cell a line: the heads below one another, then the cells of each row. */
import { plainChars } from "./chars.ts";
import { headOf, mayBeHead } from "./heads.ts";
import { idInCell } from "./openers.ts";
import type { SourceLine } from "./plain.ts";
import { EVERY } from "./schemes.ts";

interface Cell {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The line after it. */
  readonly end: number;
}

interface Row {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly string[];
}

const LONGEST_HEAD = 60;
const MOST_HEADS = 8;
/** What ends such a table. */
const ENDS = /^\s*(?:notes?\b|abbreviations?\b|source|table\s\d|figure\s\d|box\s\d|#{1,6}\s|\*|†|‡)/i;
const TITLE = /^\s*(?:table|box|appendix)\s|configuration|\bCMO|context.{1,24}mechanism/i;

/** The table whose first head stands at a line; undefined where the lines do not come out even. */
export function flattenedTable(
  lines: readonly SourceLine[],
  at: number,
): { readonly rows: readonly Row[]; readonly end: number } | undefined {
  const line = lines[at];
  if (!line || line.text.length > LONGEST_HEAD || !mayBeHead(line.text.trim())) return undefined;
  const second = lines[at + 1]?.text.trim() === "" ? lines[at + 2] : lines[at + 1];
  if (!second || second.text.length > LONGEST_HEAD || second.text.trim() === "") return undefined;
  const apart = second !== lines[at + 1];
  const cells = new Cells(lines, at, apart);
  const kind = headOf(line.text.trim(), EVERY).is;
  return kind === "id" || kind === "configuration" ? byIds(cells) : byCount(cells, lines, at);
}

/** The cells from a line on, as far as they are asked for. */
class Cells {
  private readonly lines: readonly SourceLine[];
  private readonly apart: boolean;
  private readonly read: Cell[] = [];
  private line: number;

  constructor(lines: readonly SourceLine[], at: number, apart: boolean) {
    this.lines = lines;
    this.apart = apart;
    this.line = at;
  }

  at(index: number): Cell | undefined {
    while (this.read.length <= index) {
      const next = this.next();
      if (!next) return undefined;
      this.read.push(next);
    }
    return this.read[index];
  }

  private next(): Cell | undefined {
    const { lines } = this;
    if (this.apart) while (this.line < lines.length && lines[this.line]?.text.trim() === "") this.line++;
    const first = lines[this.line];
    if (!first || first.text.trim() === "" || ENDS.test(first.text) || first.text.includes("|")) return undefined;
    const words: string[] = [];
    let { to } = first;
    do {
      const line = lines[this.line] as SourceLine;
      words.push(plainChars(line.text).trim());
      to = line.to;
      this.line++;
    } while (this.apart && this.line < lines.length && lines[this.line]?.text.trim() !== "");
    return { text: words.join(" "), from: first.from, to, end: this.line };
  }
}

function isHeadRow(heads: readonly string[]): boolean {
  const named = heads.map((text) => headOf(text, EVERY));
  const roles = new Set(named.flatMap((head) => (head.is === "role" ? head.roles.map(({ role }) => role) : [])));
  return ["C", "M", "O"].every((role) => roles.has(role)) && heads.every((text) => text.length <= LONGEST_HEAD);
}

function rowOf(cells: readonly Cell[]): Row {
  return { from: cells[0]?.from ?? 0, to: cells[cells.length - 1]?.to ?? 0, cells: cells.map(({ text }) => text) };
}

function isId(cell: Cell | undefined): boolean {
  const id = cell && cell.text.length < 20 ? idInCell(cell.text) : undefined;
  return id?.title === "" && /\d/.test(id.id);
}

/** Rows that each begin with an id, and have as many cells as there are heads. */
function byIds(cells: Cells): { rows: readonly Row[]; end: number } | undefined {
  let width = 1;
  while (width <= MOST_HEADS && cells.at(width) && !isId(cells.at(width))) width++;
  if (width > MOST_HEADS || !isId(cells.at(width))) return undefined;
  const heads = rowAt(cells, 0, width);
  if (!heads || !isHeadRow(heads.map(({ text }) => text))) return undefined;
  const rows = [rowOf(heads)];
  let end = 0;
  for (let at = width; isId(cells.at(at)); at += width) {
    const row = rowAt(cells, at, width);
    // An id where a cell should be: the rows are not even.
    if (!row || row.slice(1).some(isId)) break;
    rows.push(rowOf(row));
    end = row[row.length - 1]?.end ?? end;
  }
  return rows.length > 1 ? { rows, end } : undefined;
}

function rowAt(cells: Cells, at: number, width: number): readonly Cell[] | undefined {
  const row: Cell[] = [];
  for (let index = at; index < at + width; index++) {
    const cell = cells.at(index);
    if (!cell) return undefined;
    row.push(cell);
  }
  return row;
}

const LONGEST_CELL = 250;
const MOST_CELLS = 800;

/** Rows without ids: below a title, and so many cells up to the end that they come out even. */
function byCount(
  cells: Cells,
  lines: readonly SourceLine[],
  at: number,
): { rows: readonly Row[]; end: number } | undefined {
  if (!lines.slice(Math.max(0, at - 4), at).some(({ text }) => TITLE.test(text))) return undefined;
  let width = 0;
  while (width <= MOST_HEADS && mayBeHead(cells.at(width)?.text ?? "")) width++;
  const heads = rowAt(cells, 0, width);
  if (!heads || width < 3 || !isHeadRow(heads.map(({ text }) => text))) return undefined;
  const rows = [rowOf(heads)];
  let end = 0;
  for (let index = width; index < MOST_CELLS; index += width) {
    if (!cells.at(index)) return rows.length > 2 ? { rows, end } : undefined;
    const row = rowAt(cells, index, width);
    if (!row || row.some(({ text }) => text.length > LONGEST_CELL || mayBeHead(text))) return undefined;
    rows.push(rowOf(row));
    end = row[row.length - 1]?.end ?? end;
  }
  return undefined;
}
