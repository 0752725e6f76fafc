/**
 * Tables whose cells have several lines: read cell by cell within a row of the table where its rows can be told apart, by the room between them or by how words are cut at
 * the ends of lines; line by line where not.
 */
import type { Run } from "./pieces.ts";
import type { Row } from "./reading-order.ts";
import { type Column, tablesOf } from "./tables.ts";

/** Where rows are told apart by the room between them, there are at least so many. */
const ROWS = 3;
/** So many times as far apart as other lines, lines are of two rows. */
const APART = 1.2;
const BLANK = 0.25;
/** A word that would have fitted by so much, in sizes of type, was not cut by the end of a line. */
const FITS = 0.4;

const LOWER = /^[("'“‘[]?\p{Ll}/u;
const CUT = /\p{L}[-\u2010\u00ad]$/u;
const LETTER = /\p{L}/u;

/** A line of a table: its cells by their columns. */
type Line = ReadonlyMap<number, Run>;

/** Rows as they are read, those of tables by their cells. Linear in the rows. */
export function inCells(rows: readonly Row[]): readonly Row[] {
  const found: Row[] = [];
  let from = 0;
  for (const { rows: own, start, end, columns } of tablesOf(rows)) {
    for (const row of rows.slice(from, start)) found.push(row);
    for (const row of byCells(own, columns)) found.push(row);
    from = end;
  }
  return from === 0 ? rows : [...found, ...rows.slice(from)];
}

function byCells(rows: readonly Row[], columns: readonly Column[]): readonly Row[] {
  const lines = rows.map((row): Line => new Map(row.map((run) => [columnOf(run, columns), run])));
  const found: Row[] = [];
  for (const { from, to } of groupsOf(rows, lines, columns)) {
    if (to - from === 1) found.push(rows[from] ?? []);
    else
      for (let column = 0; column < columns.length; column++)
        for (const line of lines.slice(from, to)) {
          const run = line.get(column);
          if (run) found.push([run]);
        }
  }
  return found;
}

const columnOf = ({ x }: Run, columns: readonly Column[]): number =>
  Math.max(
    0,
    columns.findLastIndex((column) => column.x <= x),
  );

interface Group {
  readonly from: number;
  readonly to: number;
}

/** Lines that are one row of the table. */
function groupsOf(rows: readonly Row[], lines: readonly Line[], columns: readonly Column[]): readonly Group[] {
  const apart = cutsOf(rows);
  const blocks: Group[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from + 1;
    while (to < rows.length && !apart.has(to)) to++;
    blocks.push({ from, to });
    from = to;
  }
  const isByRoom = blocks.length >= ROWS;
  return blocks.flatMap(({ from, to }) => {
    if (isByRoom && isOneRow(lines.slice(from, to), columns.length)) return [{ from, to }];
    const found: { from: number; to: number }[] = [];
    for (let at = from; at < to; at++) {
      const last = found[found.length - 1];
      if (last && goesOn(lines.slice(last.from, at), lines[at] ?? new Map(), columns)) last.to = at + 1;
      else found.push({ from: at, to: at + 1 });
    }
    return found;
  });
}

/** Before which lines there is more room than before others. */
function cutsOf(rows: readonly Row[]): ReadonlySet<number> {
  const gaps = rows.slice(1).map((row, at) => yOf(row) - yOf(rows[at]));
  const sorted = gaps.toSorted((a, b) => a - b);
  const height = heightOf(rows[0]);
  const usual = sorted[sorted.length >> 2] ?? 0;
  // Cells that are set to the middle of their row stand between its lines.
  const most = APART * (usual < 0.9 * height ? 1.15 * height : usual);
  return new Set(gaps.flatMap((gap, at) => (gap > most ? [at + 1] : [])));
}

/** Whether the lines of a block are one row: its cells have other numbers of lines, none with a gap in it, and none counts. */
function isOneRow(lines: readonly Line[], columns: number): boolean {
  if (lines.length < 2) return true;
  let isRagged = false;
  for (let column = 0; column < columns; column++) {
    const own = lines.flatMap((line, at) => (line.has(column) ? [at] : []));
    const [first = 0, last = 0] = [own[0], own[own.length - 1]];
    const words = own.map((at) => lines[at]?.get(column)?.text ?? "");
    if (own.length > 0 && last - first + 1 !== own.length) return false;
    if (own.length > 1 && !words.some((each) => LETTER.test(each))) return false;
    // Where each line begins with words, these have to be those of one cell.
    if (column === 0 && own.length === lines.length)
      for (let at = 1; at < words.length; at++)
        if (!LOWER.test(words[at] ?? "") && !CUT.test(words[at - 1] ?? "") && lines[at]?.size !== 1) return false;
    isRagged ||= own.length !== lines.length && own.length > 0;
  }
  return isRagged;
}

/** Whether a line goes on with the words of those above it: where they were cut since the next would not have fitted. */
function goesOn(above: readonly Line[], line: Line, columns: readonly Column[]): boolean {
  if (line.size >= (above[0]?.size ?? 0)) return false;
  let hasWords = false;
  for (const [column, run] of line) {
    const before = above.findLast((each) => each.has(column))?.get(column);
    if (!before) return false;
    if (!LETTER.test(run.text) && !LETTER.test(before.text)) return false;
    if (column === 0 && !LOWER.test(run.text) && !CUT.test(before.text)) return false;
    const word = /^\S+/.exec(run.text)?.[0] ?? "";
    const width = ((run.right - run.x) * word.length) / Math.max(1, run.text.length);
    const room = (columns[column]?.right ?? 0) - before.right - BLANK * run.height;
    if (room > width + FITS * run.height && !CUT.test(before.text)) return false;
    hasWords ||= LETTER.test(run.text);
  }
  return hasWords;
}

const yOf = (row: Row | undefined): number => row?.[0]?.y ?? 0;
const heightOf = (row: Row | undefined): number => row?.[0]?.height ?? 0;
