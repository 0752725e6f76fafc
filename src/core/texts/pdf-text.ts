/** The text of a PDF from the pieces on its pages: in the order in which it is read, its lines as they are set, its heads and feet in place but not compared. */
import { inCells } from "./cells.ts";
import { towardsRight } from "./direction.ts";
import { floatsOf } from "./floats.ts";
import { firstFolio, furnitureOf } from "./furniture.ts";
import type { HeldText } from "./held-text.ts";
import { besideRows, lineNumbersOf } from "./line-numbers.ts";
import { notesOf, sizeOf } from "./notes.ts";
import { type Piece, type PiecesOfPage, type Run, runsOf } from "./pieces.ts";
import { type Row, readingOrder, rowsOf } from "./reading-order.ts";
import { type Sort, Written } from "./written.ts";

/** Linear in the pieces but for what sorting takes. */
export function textOfPages(pages: readonly PiecesOfPage[]): HeldText {
  const counted = lineNumbersOf(pages);
  const set = pages.map(({ height, pieces }) => ({ height, ...setOf(pieces, counted) }));
  const furniture = furnitureOf(set);
  const size = sizeOf(set.flatMap(({ runs }) => runs));
  const laid = set.map(({ height, runs }, index) => {
    const aside = furniture[index] ?? new Set();
    const rows = readingOrder(runs.filter((run) => !aside.has(run)));
    return { rows, notes: notesOf(rows, size, height), height };
  });
  const floats = floatsOf(laid, size);
  const written = new Written();
  for (const [index, { rows, notes, height }] of laid.entries()) {
    written.page(pages[index]?.label);
    const aside = [...(furniture[index] ?? [])];
    const isAbove = ({ y }: Run): boolean => y < height / 2;
    for (const row of rowsOf(aside.filter(isAbove))) written.row(row, "furniture");
    const sorted = sortedRows(rows, (row) => (notes.has(row) || floats.has(row) ? "note" : "text"));
    const { beside, alone } = besideRows(
      sorted.map(({ row }) => row),
      set[index]?.numbers ?? [],
    );
    for (const { row, sort } of sorted) written.row(row, sort, beside.get(row));
    for (const number of alone) written.row([number], "furniture");
    for (const row of rowsOf(aside.filter((run) => !isAbove(run)))) written.row(row, "furniture");
    // What lies on its side is passed over by a sentence that goes on over it, as a note is.
    for (const pieces of pages[index]?.turned ?? [])
      for (const row of readingOrder(towardsRight(runsOf(pieces)))) written.row(row, "note");
  }
  const unread = pages.filter(({ height, isCut }) => height === 0 || isCut).length;
  const { text, skipped } = written;
  return {
    text,
    isPaged: true,
    pages: written.pages,
    skipped,
    folio: firstFolio(furniture),
    ...(unread > 0 && { unread }),
  };
}

/** The runs of a page, and apart from them the numbers of its lines, so that both are read towards the right. */
function setOf(
  pieces: readonly Piece[],
  counted: ReadonlySet<Piece>,
): { runs: readonly Run[]; numbers: readonly Run[] } {
  if (counted.size === 0) return { runs: towardsRight(runsOf(pieces)), numbers: [] };
  const runs = runsOf(pieces.filter((piece) => !counted.has(piece)));
  const numbers = pieces.filter((piece) => counted.has(piece)).flatMap((piece) => runsOf([piece]));
  const all = towardsRight([...runs, ...numbers]);
  return { runs: all.slice(0, runs.length), numbers: all.slice(runs.length) };
}

interface Sorted {
  readonly row: Row;
  readonly sort: Sort;
}

/** The rows of a page, those of tables by their cells: of each stretch of one sort on its own. */
function sortedRows(rows: readonly Row[], sortOf: (row: Row) => Sort): readonly Sorted[] {
  const found: Sorted[] = [];
  for (let from = 0; from < rows.length; ) {
    const sort = sortOf(rows[from] as Row);
    let to = from + 1;
    while (to < rows.length && sortOf(rows[to] as Row) === sort) to++;
    for (const row of inCells(rows.slice(from, to))) found.push({ row, sort });
    from = to;
  }
  return found;
}
