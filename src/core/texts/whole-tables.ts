/** Which tables of a page stand over its columns, so that none of their own columns is one of the page's: told by cells that leave room beside or below them. */
import type { Run } from "./pieces.ts";
import type { Row } from "./reading-order.ts";
import { type Column, type Table, tablesOf } from "./tables.ts";

/** Cells take less than so much of the width of their table; lines of a column of text take more of its own. */
const FULL = 0.6;
/** Of the rows so many leave such room. */
const MOST = 0.75;
/** A gap of so many sizes of type is one between cells; a column with so many of such, as a part of all, is of cells. */
const GAP = 1.7;
const GAPS = 1 / 3;
/** What is so wide, as a part of the table, may be a column of the text that goes on above or below. */
const WIDE = 0.25;
const NEXT = 1.7;
const PLACE = 2;
/** So many rows above or below are looked at. */
const NEAR = 3;
/** So many columns of cells are a table. */
const CELLS = 2;

/** Their cells, without columns of the text beside them. Linear in the runs but for what sorting takes. */
export function wholeTables(rows: readonly Row[]): readonly (readonly Run[])[] {
  return tablesOf(rows).flatMap((table) => {
    if (!isOfCells(table)) return [];
    const texts = table.columns.filter((column) => isText(table, column, rows));
    if (table.columns.length - texts.length < CELLS) return [];
    const isOfText = (run: Run): boolean => texts.some(({ x, right }) => run.x >= x && run.right <= right);
    return [table.rows.flat().filter((run) => !isOfText(run))];
  });
}

function isOfCells({ rows, columns }: Table): boolean {
  const width = (columns[columns.length - 1]?.right ?? 0) - (columns[0]?.x ?? 0);
  const wide = rows.filter((row) => row.length > 1);
  const loose = wide.filter((row) => row.reduce((sum, { x, right }) => sum + right - x, 0) < width * FULL);
  if (loose.length >= wide.length * MOST) return true;
  return columns.some((column) => {
    const own = cellsOf(rows, column);
    const gaps = own.slice(1).filter((run, at) => run.y - (own[at]?.y ?? 0) > GAP * run.height).length;
    return gaps > 1 && gaps >= (own.length - 1) * GAPS;
  });
}

const cellsOf = (rows: readonly Row[], { x, right }: Column): readonly Run[] =>
  rows.flatMap((row) => row.filter((run) => run.x >= x && run.right <= right));

/** Whether a column is one of the page's text, which goes on above or below beside the other cells. */
function isText({ rows, start, end, columns }: Table, column: Column, all: readonly Row[]): boolean {
  const width = (columns[columns.length - 1]?.right ?? 0) - (columns[0]?.x ?? 0);
  const wide = column.right - column.x;
  if (wide < width * WIDE) return false;
  const own = cellsOf(rows, column);
  const lengths = own.map(({ x, right }) => right - x).sort((a, b) => a - b);
  if ((lengths[lengths.length >> 1] ?? 0) < wide * FULL) return false;
  const goesOn = (run: Run | undefined, others: readonly Row[]): boolean =>
    run !== undefined &&
    others
      .flat()
      .some(
        ({ x, right, y }) =>
          Math.abs(x - column.x) <= PLACE &&
          right <= column.right + run.height &&
          Math.abs(y - run.y) <= NEXT * run.height,
      );
  return (
    goesOn(own[0], all.slice(Math.max(0, start - NEAR), start)) ||
    goesOn(own[own.length - 1], all.slice(end, end + NEAR))
  );
}
