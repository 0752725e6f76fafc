/**
 * The order in which a page is read: from top to bottom, and where it is set in columns, column by column between what spans them. Columns are told from the cells of
 * a table by their lines, which are about as long as the column is wide.
 */
import { firstNot } from "../text.ts";
import { asRead } from "./direction.ts";
import type { Run } from "./pieces.ts";
import { wholeTables } from "./whole-tables.ts";

/** Runs of one line of a column. */
export type Row = readonly Run[];

/** A gutter is at least so wide, and what spans it reaches at least so far over it, in 1/72 inch. */
const GUTTER = 4;
/** A line may be longer than its column by so much, in sizes of type. */
const OVERFULL = 0.6;
/** What stands beside a run is at most so far above or below it, in sizes of type. */
const BESIDE = 0.6;
/** A column is at least so wide, as a part of the page's text. */
const COLUMN = 0.15;
/** Its lines are, in the median, at least so long as a part of it. */
const FULL = 0.6;
/** Of fewer lines on either side nothing is a column. */
const LINES = 3;
/** A column beside one that has so many times its lines may be narrower: a box in the margin. */
const NARROW = 0.06;
const LONGER = 2;
/** So many columns a page has at most. */
const COLUMNS = 4;
const DEEPEST = 4;
/** So many places for a gutter are tried. */
const TRIED = 40;

/** All runs of a page, in rows, as they are read. */
export function readingOrder(runs: readonly Run[], depth = 0): readonly Row[] {
  if (depth >= DEEPEST || runs.length < 2 * LINES) return rowsOf(runs);
  const tables = wholeTables(rowsOf(runs));
  const cells = new Set(tables.flat());
  const gutter = gutterOf(cells.size === 0 ? runs : runs.filter((run) => !cells.has(run)));
  if (gutter === undefined) return rowsOf(runs);
  const whole = tables.filter((table) => isOver(table, gutter));
  const { left, right, spanning, insets } = laidOut(runs, gutter, whole.flat());
  const bands = rowsOf(spanning);
  const cuts = bands.map((row) => row[0]?.y ?? 0);
  const [lefts, rights, inset] = [left, right, insets].map((list) => inBands(list, cuts));
  const found: Row[] = [];
  for (let band = 0; band <= bands.length; band++) {
    for (const row of readingOrder(lefts?.[band] ?? [], depth + 1)) found.push(row);
    for (const row of readingOrder(rights?.[band] ?? [], depth + 1)) found.push(row);
    for (const row of rowsOf(inset?.[band] ?? [])) found.push(row);
    const over = bands[band];
    if (over) found.push(over);
  }
  return joined(found);
}

const isOver = (table: readonly Run[], gutter: number): boolean =>
  table.some(({ right }) => right <= gutter) && table.some(({ x }) => x >= gutter);

/** Runs above the first cut, between the first and the second, and so on. */
function inBands(runs: readonly Run[], cuts: readonly number[]): readonly (readonly Run[])[] {
  const found: Run[][] = Array.from({ length: cuts.length + 1 }, () => []);
  for (const run of runs) found[firstNot(cuts.length, (index) => (cuts[index] ?? 0) < run.y)]?.push(run);
  return found;
}

interface LaidOut extends Parted {
  /** What stands over the gutter in the midst of columns that go on beside it. */
  readonly insets: readonly Run[];
}

/** What stands where: rows of a table over both columns are whole, and what columns flow around parts none of them. */
function laidOut(runs: readonly Run[], gutter: number, cells: readonly Run[]): LaidOut {
  const ofTable = new Set(cells);
  const { left, right, spanning } = parted(
    runs.filter((run) => !ofTable.has(run)),
    gutter,
  );
  const whole = new Set([...spanning, ...cells]);
  const insets = new Set<Run>();
  const [lefts, rights] = [left, right].map((list) => list.map(({ y }) => y).sort((a, b) => a - b));
  const isBeside = (ys: readonly number[] = [], { y, height }: Run): boolean => {
    const next = ys[firstNot(ys.length, (index) => (ys[index] ?? 0) < y - BESIDE * height)];
    return next !== undefined && next <= y + BESIDE * height;
  };
  const rows = rowsOf(runs);
  const { from, to } = extentOf(runs);
  let table: Row[] = [];
  for (const row of [...rows, []]) {
    const over = row.filter((run) => whole.has(run));
    const isOfCells = over.length === 0 && isRowOfCells(row, gutter, to - from);
    if (isOfCells) table.push(row);
    else {
      if (table.length >= LINES) for (const run of table.flat()) whole.add(run);
      table = [];
    }
    const [first] = over;
    if (first && ofTable.has(first)) continue;
    const others = first ? row.filter((run) => !whole.has(run)) : [];
    if (!first) continue;
    if (others.length > 0 && others.every((run) => Math.abs(run.height - first.height) <= 0.05 * first.height))
      for (const run of others) whole.add(run);
    else if (over.every((run) => isBeside(lefts, run) && isBeside(rights, run)))
      for (const run of over) {
        whole.delete(run);
        insets.add(run);
      }
  }
  const isColumn = (run: Run): boolean => !whole.has(run) && !insets.has(run);
  return { left: left.filter(isColumn), right: right.filter(isColumn), spanning: [...whole], insets: [...insets] };
}

/** Several cells on either side of a gutter, with more room between them than words have. */
function isRowOfCells(row: Row, gutter: number, width: number): boolean {
  const lefts = row.filter(({ right }) => right <= gutter).length;
  if (lefts < 2 || row.length - lefts < 2) return false;
  return row.reduce((sum, { x, right }) => sum + right - x, 0) < width * FULL;
}

/** Runs that span the columns and stand on one line are one row. */
function joined(rows: readonly Row[]): readonly Row[] {
  const found: Run[][] = [];
  for (const row of rows) {
    const last = found[found.length - 1];
    const [before, own] = [last?.[last.length - 1], row[0]];
    if (last && before && own && own.x > before.right && isLevel(before, own)) last.push(...row);
    else found.push([...row]);
  }
  return found;
}

function isLevel(a: Run, b: Run): boolean {
  return Math.abs(a.y - b.y) <= 0.3 * Math.max(a.height, b.height);
}

/** Runs from top to bottom, those of one line in one row. */
export function rowsOf(runs: readonly Run[]): readonly Row[] {
  const rows: Run[][] = [];
  for (const run of runs.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const last = rows[rows.length - 1];
    const level = last?.[0];
    if (last && level && isLevel(level, run)) last.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => asRead(row.toSorted((a, b) => a.x - b.x)));
}

interface Parted {
  readonly left: readonly Run[];
  readonly right: readonly Run[];
  readonly spanning: readonly Run[];
}

function parted(runs: readonly Run[], gutter: number): Parted {
  const left: Run[] = [];
  const right: Run[] = [];
  const spanning: Run[] = [];
  for (const run of runs) {
    if (run.right <= gutter + OVERFULL * run.height && run.x < gutter - run.height) left.push(run);
    else if (run.x >= gutter) right.push(run);
    else spanning.push(run);
  }
  return { left, right, spanning };
}

/** Where columns begin, in the middle of the gutter before them; undefined where there are none. `more` is how often the rest may be parted again. */
function gutterOf(runs: readonly Run[], more = COLUMNS - 2): number | undefined {
  if (runs.length < 2 * LINES) return undefined;
  const { from, to } = extentOf(runs);
  const least = (to - from) * NARROW;
  const edges = new Map<number, number>();
  for (const { x } of runs) {
    const edge = Math.round(x);
    if (edge - from >= least && to - edge >= least) edges.set(edge, (edges.get(edge) ?? 0) + 1);
  }
  const tried = [...edges].filter(([, count]) => count >= LINES).sort((a, b) => b[1] - a[1]);
  let best: number | undefined;
  let most = 0;
  for (const [edge] of tried.slice(0, TRIED)) {
    const gutter = edge - GUTTER / 2;
    const sides = parted(runs, gutter);
    if (!isColumns(sides, to - from)) continue;
    const beside = besideEachOther(sides);
    if (beside <= most) continue;
    most = beside;
    best = gutter;
  }
  if (best !== undefined || more <= 0) return best;
  // A column beside what are several.
  for (const [edge] of tried.slice(0, COLUMNS).sort((a, b) => a[0] - b[0])) {
    const gutter = edge - GUTTER / 2;
    const sides = parted(runs, gutter);
    if (!isColumn(sides.left, (to - from) * COLUMN) || besideEachOther(sides) < 2 * LINES) continue;
    if (gutterOf(sides.right, more - 1) !== undefined) return gutter;
  }
  return undefined;
}

/** Whether both sides are columns of text: of which one may be a box beside the other. */
function isColumns({ left, right }: Parted, width: number): boolean {
  if (left.length < LINES || right.length < LINES) return false;
  if (isColumn(left, width * COLUMN) && isColumn(right, width * COLUMN)) return true;
  const [box, other] = left.length < right.length ? [left, right] : [right, left];
  if (other.length < LONGER * box.length || !isColumn(box, width * NARROW) || !isColumn(other, width * COLUMN))
    return false;
  return isBlock(box);
}

/** Whether lines of words stand right below each other, as cells and numbers of items do not. */
function isBlock(runs: readonly Run[]): boolean {
  const letters = runs.map(({ text }) => text.match(/\p{L}/gu)?.length ?? 0).sort((a, b) => a - b);
  if ((letters[letters.length >> 1] ?? 0) < 4) return false;
  const sorted = runs.toSorted((a, b) => a.y - b.y);
  return sorted.every((run, index) => index === 0 || run.y - (sorted[index - 1]?.y ?? 0) <= 1.8 * run.height);
}

/** How many lines stand beside lines of the other column, between what spans both. */
function besideEachOther({ left, right, spanning }: Parted): number {
  const cuts = spanning.map(({ y }) => y).sort((a, b) => a - b);
  const counts = (list: readonly Run[]): number[] => {
    const found = new Array<number>(cuts.length + 1).fill(0);
    for (const { y } of list) {
      const band = firstNot(cuts.length, (index) => (cuts[index] ?? 0) < y);
      found[band] = (found[band] ?? 0) + 1;
    }
    return found;
  };
  const [lefts, rights] = [counts(left), counts(right)];
  const beside = lefts.reduce((sum, count, band) => sum + Math.min(count, rights[band] ?? 0), 0);
  return beside < LINES ? 0 : beside;
}

function isColumn(runs: readonly Run[], least: number): boolean {
  const { from, to } = extentOf(runs);
  const width = to - from;
  const lengths = runs.map(({ x, right }) => right - x).sort((a, b) => a - b);
  return width >= least && (lengths[lengths.length >> 1] ?? 0) >= width * FULL;
}

function extentOf(runs: readonly Run[]): { readonly from: number; readonly to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { x, right } of runs) {
    from = Math.min(from, x);
    to = Math.max(to, right);
  }
  return { from, to };
}
