/** Tables by their cells: lines whose pieces stand below each other in three columns or more. */
import type { Row } from "./reading-order.ts";

/** A table has at least so many columns and lines, and so many lines with as many cells. */
const COLUMNS = 3;
const LINES = 3;
const WHOLE = 2;
const MOST_COLUMNS = 16;
/** Columns are so far apart, in 1/72 inch, and lines of one table at most so far, in sizes of type. */
const GUTTER = 3;
const FAR = 4;

export interface Column {
  readonly x: number;
  readonly right: number;
}

export interface Table {
  readonly rows: readonly Row[];
  /** Which of the rows that were given are its own: from the first up to the second. */
  readonly start: number;
  readonly end: number;
  readonly columns: readonly Column[];
}

/** The tables of a page, or of a column of it, by rows whose cells stand below each other. Linear in the rows. */
export function tablesOf(rows: readonly Row[]): readonly Table[] {
  const found: Table[] = [];
  for (let from = 0; from < rows.length; ) {
    let seed = from;
    while (seed < rows.length && !mayBeOfTable(rows[seed])) seed++;
    if (seed === rows.length) break;
    const { start, end, columns } = tableAround(rows, from, seed);
    const own = rows.slice(start, end);
    if (isTable(own, columns)) found.push({ rows: own, start, end, columns });
    from = end;
  }
  return found;
}

const mayBeOfTable = (row: Row = []): boolean => row.length >= COLUMNS && row.length <= MOST_COLUMNS;

/** The lines around one that stand in its columns. */
function tableAround(rows: readonly Row[], from: number, seed: number): Omit<Table, "rows"> {
  let columns: readonly Column[] = (rows[seed] ?? []).map(({ x, right }) => ({ x, right }));
  const take = (at: number, beside: number): boolean => {
    const [row, other] = [rows[at] ?? [], rows[beside] ?? []];
    if (row.length === 0 || Math.abs(yOf(row) - yOf(other)) > FAR * heightOf(row)) return false;
    const widened = withRow(columns, row);
    if (widened) columns = widened;
    return widened !== undefined;
  };
  let end = seed + 1;
  while (end < rows.length && yOf(rows[end]) >= yOf(rows[end - 1]) && take(end, end - 1)) end++;
  let start = seed;
  while (start > from && yOf(rows[start - 1]) <= yOf(rows[start]) && take(start - 1, start)) start--;
  // What stands alone in the first column may be the text.
  const isAlone = (at: number): boolean => rows[at]?.length === 1;
  while (start < seed && isAlone(start)) start++;
  while (end > seed + 1 && isAlone(end - 1) && (rows[end - 1]?.[0]?.x ?? 0) < (columns[1]?.x ?? 0)) end--;
  return { start, end, columns };
}

/** The columns with what stands in a row; undefined where that spans two of them. */
function withRow(columns: readonly Column[], row: Row): readonly Column[] | undefined {
  let found = columns;
  let last = -1;
  for (const { x, right } of row) {
    const first = found.findIndex((column) => column.right + GUTTER > x);
    const column = found[first];
    const isNew = !column || right + GUTTER <= column.x;
    if (isNew) {
      const at = first < 0 ? found.length : first;
      if (at <= last || found.length >= MOST_COLUMNS) return undefined;
      found = [...found.slice(0, at), { x, right }, ...found.slice(at)];
      last = at;
      continue;
    }
    const next = found[first + 1];
    if (first <= last || (next && right + GUTTER > next.x)) return undefined;
    found = found.with(first, { x: Math.min(x, column.x), right: Math.max(right, column.right) });
    last = first;
  }
  return found;
}

function isTable(rows: readonly Row[], columns: readonly Column[]): boolean {
  return (
    columns.length >= COLUMNS &&
    rows.length >= LINES &&
    rows.filter((row) => row.length >= COLUMNS).length >= WHOLE &&
    rows.every((row) => row.every(({ direction }) => direction !== "left"))
  );
}

const yOf = (row: Row | undefined): number => row?.[0]?.y ?? 0;
const heightOf = (row: Row | undefined): number => row?.[0]?.height ?? 0;
