/**
 * Tables whose cells each begin with their role: `Context: words`, or the role in a line of its own. A row of them is given its head, and a column of them a column of
 * roles beside it, as other tables have them.
 */

import { roleWord } from "../syntax/roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import { type Cell, type Grid, type GridRow, isCarried } from "./grid.ts";
import { labelAlone, labelledIn } from "./labelled.ts";

interface Split {
  readonly label: string;
  /** The roles that the label names. */
  readonly roles: string;
  readonly words: string;
  /** The role with its number, where it has one. */
  readonly mark: string;
}

/** How such a cell begins: tried on every cell. */
const BEGINS =
  /^(?:[a-z]{3,12} )?(?:[ck]onte[xs]t|m[eé][ck]{1,2}h?an|outcome|r[eé]sult|ergeb|desfech|uitkom|esit|utfall|interven|e?strat|actor|resourc|reason|respon|react|[cmoias]\d{0,2}[a-z]?\s?[:=])/i;
/** In so many rows the first of them stands. */
const WITHIN = 12;
const LONGEST = 4000;

/** The table with its roles in cells of their own; undefined where it is none of these. */
export function parted(grid: Grid, scheme: Scheme): Grid | undefined {
  const begins = (cell: Cell | undefined): boolean => cell !== undefined && splitOf(cell, scheme) !== undefined;
  if (!grid.rows.slice(0, WITHIN).some(({ cells }) => cells.some(begins))) return undefined;
  const found = new Map<Cell, Split>();
  for (const row of grid.rows)
    for (const cell of row.cells) {
      if (!cell || found.has(cell) || isCarried(cell, row)) continue;
      const made = splitOf(cell, scheme);
      if (made) found.set(cell, made);
    }
  const roles = new Set([...found.values()].map((each) => each.roles));
  if (roles.size < 2 || ![...roles].some((each) => each.startsWith("M"))) return undefined;
  return headed(grid, found) ?? sided(grid, found);
}

function splitOf({ text, columns }: Cell, scheme: Scheme): Split | undefined {
  if (columns > 1 || text.length > LONGEST || !BEGINS.test(text)) return undefined;
  const end = text.indexOf("\n");
  const first = end < 0 ? "" : text.slice(0, end).trim();
  const alone = first === "" || !/[\p{L}\d]/u.test(text.slice(end)) ? undefined : labelAlone(first, scheme);
  if (alone) {
    const words = text.slice(end + 1);
    return labelledIn(words, scheme).parts.length > 0 ? undefined : split(first, alone, words, scheme);
  }
  const { before, parts } = labelledIn(text, scheme);
  const [only, ...others] = parts;
  if (!only || others.length > 0 || before !== "" || !/[\p{L}\d]/u.test(only.text)) return undefined;
  return split(only.label, only.roles, only.text, scheme);
}

function split(label: string, roles: readonly RoleMention[], words: string, scheme: Scheme): Split {
  const numbered = roles.find(({ n }) => n !== undefined);
  const mark = numbered ? `${roleWord(numbered, scheme)}: ` : "";
  return { label, roles: roles.map(({ role }) => role).join(""), words, mark };
}

function ownOf(row: GridRow): readonly Cell[] {
  return row.cells.filter((cell): cell is Cell => cell !== undefined && cell.text !== "" && !isCarried(cell, row));
}

/** Each row has the same roles in the same columns. */
function headed(grid: Grid, found: ReadonlyMap<Cell, Split>): Grid | undefined {
  const labels = new Map<number, Split>();
  const places = new Map<string, number>();
  let first: GridRow | undefined;
  for (const row of grid.rows) {
    const own = ownOf(row);
    const begun = own.filter((cell) => found.has(cell));
    if (begun.length < 2) {
      if (own.length > 1) return undefined;
      continue;
    }
    first ??= row;
    for (const cell of begun) {
      const each = found.get(cell) as Split;
      const before = labels.get(cell.column);
      if (before && before.roles !== each.roles) return undefined;
      labels.set(cell.column, before ?? each);
      places.set(each.roles, cell.column);
    }
  }
  if (!first || places.size < 2) return undefined;
  const { from } = first;
  const head: (Cell | undefined)[] = [];
  for (let column = 0; column < grid.width; column++) {
    const text = labels.get(column)?.label.replace(/\s?\d{1,2}[a-z]?$/, "");
    head.push(
      text === undefined ? undefined : { text, head: true, row: 0, column, rows: 1, columns: 1, from, to: from },
    );
  }
  const words = new Map<Cell, Cell>();
  // `C2: words` keeps its number.
  for (const [cell, { mark, words: text }] of found) words.set(cell, { ...cell, text: `${mark}${text}` });
  const rows: GridRow[] = [];
  for (const row of grid.rows) {
    if (row === first) rows.push({ from, to: from, cells: head });
    rows.push({ ...row, cells: row.cells.map((cell) => cell && (words.get(cell) ?? cell)) });
  }
  return { width: grid.width, rows };
}

/** Each row has one role. */
function sided(grid: Grid, found: ReadonlyMap<Cell, Split>): Grid | undefined {
  let side = grid.width;
  let labelled = 0;
  let others = 0;
  for (const row of grid.rows) {
    const own = ownOf(row);
    const begun = own.filter((cell) => found.has(cell));
    if (new Set(begun.map((cell) => found.get(cell)?.roles)).size > 1) return undefined;
    for (const cell of begun) side = Math.min(side, cell.column);
    if (begun.length > 0) labelled++;
    else if (own.length > 1 && labelled > 0) others++;
  }
  if (labelled < 2 || others * 3 > labelled) return undefined;
  const moved = new Map<Cell, Cell>();
  const move = (cell: Cell): Cell => {
    const text = found.get(cell)?.words ?? cell.text;
    const isOver = cell.column < side && cell.column + cell.columns > side;
    const made = {
      ...cell,
      text,
      column: cell.column >= side ? cell.column + 1 : cell.column,
      columns: isOver ? cell.columns + 1 : cell.columns,
    };
    moved.set(cell, made);
    return made;
  };
  const labels = new Map<Cell, Cell>();
  const labelOf = (cell: Cell): Cell => {
    const text = found.get(cell)?.label ?? "";
    const made = { ...cell, text, column: side, columns: 1 };
    labels.set(cell, made);
    return made;
  };
  const rows = grid.rows.map((row): GridRow => {
    const cells = row.cells.map((cell) => cell && (moved.get(cell) ?? move(cell)));
    const begun = row.cells.find((cell) => cell !== undefined && found.has(cell));
    const at = row.cells[side];
    const spans = at && at.column < side ? moved.get(at) : undefined;
    return {
      ...row,
      cells: [...cells.slice(0, side), begun ? (labels.get(begun) ?? labelOf(begun)) : spans, ...cells.slice(side)],
    };
  });
  return { width: grid.width + 1, rows };
}
