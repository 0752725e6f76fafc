/**
 * The order in which a page is read: from top to bottom, and where it is set in columns, column by column between what spans them. Columns are told from the cells of
 * a table by their lines, which are about as long as the column is wide.
 */
import { firstNot } from "../text.ts";
import { asRead } from "./direction.ts";
import type { Run } from "./pieces.ts";

/** Runs of one line of a column. */
export type Row = readonly Run[];

/** A gutter is at least so wide, and what spans it reaches at least so far over it, in 1/72 inch. */
const GUTTER = 4;
/** A column is at least so wide, as a part of the page's text. */
const COLUMN = 0.15;
/** Its lines are, in the median, at least so long as a part of it. */
const FULL = 0.6;
/** Of fewer lines on either side nothing is a column. */
const LINES = 3;
const DEEPEST = 4;
/** So many places for a gutter are tried. */
const TRIED = 40;

/** All runs of a page, in rows, as they are read. */
export function readingOrder(runs: readonly Run[], depth = 0): readonly Row[] {
  const gutter = depth < DEEPEST ? gutterOf(runs) : undefined;
  if (gutter === undefined) return rowsOf(runs);
  const { left, right, spanning } = parted(runs, gutter);
  const bands = spanning.toSorted((a, b) => a.y - b.y);
  const found: Row[] = [];
  const within = (list: readonly Run[], band: number): readonly Run[] => {
    const from = bands[band - 1]?.y ?? Number.NEGATIVE_INFINITY;
    const to = bands[band]?.y ?? Number.POSITIVE_INFINITY;
    return list.filter(({ y }) => from < y && y <= to);
  };
  for (let band = 0; band <= bands.length; band++) {
    for (const row of readingOrder(within(left, band), depth + 1)) found.push(row);
    for (const row of readingOrder(within(right, band), depth + 1)) found.push(row);
    const over = bands[band];
    if (over) found.push([over]);
  }
  return joined(found);
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
    if (run.right <= gutter) left.push(run);
    else if (run.x >= gutter) right.push(run);
    else spanning.push(run);
  }
  return { left, right, spanning };
}

/** Where columns begin, in the middle of the gutter before them; undefined where there are none. */
function gutterOf(runs: readonly Run[]): number | undefined {
  if (runs.length < 2 * LINES) return undefined;
  const { from, to } = extentOf(runs);
  const least = (to - from) * COLUMN;
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
    const beside = besideEachOther(parted(runs, gutter), from, to);
    if (beside <= most) continue;
    most = beside;
    best = gutter;
  }
  return best;
}

/** How many lines stand beside lines of the other column, where both are columns of text; else none. */
function besideEachOther({ left, right, spanning }: Parted, from: number, to: number): number {
  if (left.length < LINES || right.length < LINES) return 0;
  if (!isColumn(left, (to - from) * COLUMN) || !isColumn(right, (to - from) * COLUMN)) return 0;
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
