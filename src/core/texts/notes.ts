/** Notes at the foot of a page or of a column: lines in smaller type below its text that begin with a number or a sign. */
import type { Run } from "./pieces.ts";
import type { Row } from "./reading-order.ts";

/** Type so much smaller than that of the text is that of notes. */
const SMALL = 0.9;
/** They stand in this part of a page. */
const BELOW = 0.2;
const BEGINS = /^[[(]?(?:\d{1,3}|[*†‡§¶]{1,3})(?![\d%])[\])]?[.:]?\s*\p{L}/u;

/** The size of most of the type. */
export function sizeOf(runs: readonly Run[]): number {
  const letters = new Map<number, number>();
  for (const { height, text } of runs) {
    const size = Math.round(height * 4) / 4;
    letters.set(size, (letters.get(size) ?? 0) + text.length);
  }
  let most: readonly [number, number] = [0, 0];
  for (const each of letters) if (each[1] > most[1]) most = each;
  return most[0];
}

/** Those of the rows of a page, given as they are read, that are notes. `size` is that of the text. */
export function notesOf(rows: readonly Row[], size: number, height: number): ReadonlySet<Row> {
  const found = new Set<Row>();
  let begin = 0;
  for (let index = 0; index < rows.length; index++) {
    const next = rows[index + 1];
    // A row that stands higher begins a column.
    if (next && topOf(next) >= topOf(rows[index])) continue;
    let from = index + 1;
    while (from > begin && isSmall(rows[from - 1], size)) from--;
    // Such as are set small and begin with no number may be the text, as what was said in an interview is.
    while (from <= index && !BEGINS.test(rows[from]?.[0]?.text ?? "")) from++;
    if (from > begin && topOf(rows[from]) > height * BELOW)
      for (const row of rows.slice(from, index + 1)) found.add(row);
    begin = index + 1;
  }
  return found;
}

const topOf = (row: Row | undefined): number => row?.[0]?.y ?? 0;
const isSmall = (row: Row | undefined, size: number): boolean =>
  row?.every((run) => run.height <= size * SMALL) === true;
