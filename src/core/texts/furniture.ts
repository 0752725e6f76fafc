/**
 * Heads and feet of pages: lines that are set apart at their upper and lower ends. They come again on other pages, but for numbers; are numbers alone; or stand at one
 * height on most pages, further from the text than its paragraphs are from each other, as those do that differ on left and right pages.
 */

import { countedFrom, firstCounted, isNumber as isNumberAlone, shapeOf as shapeOfLine } from "./page-numbers.ts";
import type { Run } from "./pieces.ts";
import { type Row, rowsOf } from "./reading-order.ts";

export interface PageOfRuns {
  readonly height: number;
  readonly runs: readonly Run[];
}

/** So much of a page, at either end, may hold them. */
const ZONE = 0.13;
/** So many rows at either end are looked at. */
const ROWS = 6;
/** What is set apart from the text is so many lines from it; what is not said again elsewhere, so many. */
const APART = 1.3;
const FAR_APART = 1.8;
/** Lines of other pages that stand so much higher or lower stand at one height. */
const LEVEL = 2;
/** Type so much smaller than that of the text is no text; such as is so much larger is no head. */
const SMALLER = 0.95;
const LARGER = 1.05;

/** A row at an end of a page. */
interface Edge {
  readonly row: Row;
  readonly isAbove: boolean;
  readonly y: number;
  /** The number of the block that it stands in, from the edge of the page; undefined in the text. */
  readonly block: number | undefined;
  readonly isSmall: boolean;
  /** Whether it is alone in its block, and that is far from the text. */
  readonly isFar: boolean;
}

/** For each page the runs that are its head or its foot. */
export function furnitureOf(pages: readonly PageOfRuns[]): readonly ReadonlySet<Run>[] {
  const edges = pages.map(edgesOf);
  const seen = counted(edges, ({ row }) => row.map(shapeOf));
  const numbers = counted(edges, ({ row }, page) => row.filter(isNumber).flatMap((run) => countsFrom(run, page)));
  const far = counted(edges, (edge) => (edge.isFar ? levelsOf(edge) : []));
  const often = pages.length < 6 ? 2 : 3;
  const most = Math.max(2, (pages.length - 1) / 2);
  return edges.map((list, page) => {
    const found = new Set<Run>();
    const isAgain = (run: Run): boolean => (seen.get(shapeOf(run)) ?? 0) >= often;
    const counts = (run: Run): boolean =>
      isNumber(run) && countsFrom(run, page).some((first) => (numbers.get(first) ?? 0) > 1);
    for (const edge of list) {
      const { row, block, isSmall, isFar } = edge;
      const isStanding = isFar && levelsOf(edge).some((level) => (far.get(level) ?? 0) >= most);
      const own = list.filter((other) => other.block === block && other.isAbove === edge.isAbove);
      const isAlone =
        block !== undefined && own.every((other) => other.row.every((run) => isNumber(run) || isAgain(run)));
      for (const run of row)
        if (
          isStanding ||
          (isAgain(run) && (block !== undefined || isSmall)) ||
          (isNumber(run) && (isAlone || counts(run)))
        )
          found.add(run);
    }
    return found;
  });
}

/** On how many pages each is. */
function counted<T>(
  pages: readonly (readonly Edge[])[],
  of: (edge: Edge, page: number) => readonly T[],
): Map<T, number> {
  const found = new Map<T, number>();
  for (const [page, edges] of pages.entries())
    for (const each of new Set(edges.flatMap((edge) => of(edge, page)))) found.set(each, (found.get(each) ?? 0) + 1);
  return found;
}

const isNumber = ({ text }: Run): boolean => isNumberAlone(text);
const shapeOf = ({ text }: Run): string => shapeOfLine(text);
const countsFrom = ({ text }: Run, page: number): readonly number[] => countedFrom(text, page);

/** Two, so that what stands somewhat higher or lower has one of them too. */
function levelsOf({ isAbove, y }: Edge): readonly string[] {
  const level = Math.floor(y / LEVEL);
  return [`${isAbove} ${level}`, `${isAbove} ${level + 1}`];
}

function edgesOf({ height, runs }: PageOfRuns): readonly Edge[] {
  const rows = rowsOf(runs);
  const sizes = runs.map((run) => run.height).sort((a, b) => a - b);
  const size = sizes[sizes.length >> 1] ?? 0;
  const gaps = rows.slice(1).map((row, index) => topOf(row) - topOf(rows[index] ?? row));
  const leading = Math.max(gaps.toSorted((a, b) => a - b)[gaps.length >> 1] ?? 0, size);
  const isRare = (gap: number): boolean => gaps.filter((other) => other > gap * 0.9).length <= 3;
  const found: Edge[] = [];
  for (const isAbove of [true, false]) {
    const order = (index: number): number => (isAbove ? index : rows.length - 1 - index);
    const gapAfter = (index: number): number | undefined => gaps[isAbove ? index : rows.length - 2 - index];
    const many = Math.min(ROWS, rows.length);
    const isApart = (index: number): boolean => (gapAfter(index) ?? Number.POSITIVE_INFINITY) >= APART * leading;
    let block = 0;
    for (let from = 0; from < many; block++) {
      let to = from;
      while (to < many && !isApart(to)) to++;
      const gap = gapAfter(to) ?? 0;
      for (let index = from; index < Math.min(to + 1, many); index++) {
        const row = rows[order(index)] ?? [];
        const y = topOf(row);
        if (isAbove ? y >= height * ZONE : y <= height * (1 - ZONE)) break;
        const isSmall = row.every((run) => run.height <= size * SMALLER);
        const isFar =
          block === 0 &&
          to === 0 &&
          rows.length > ROWS &&
          gap >= FAR_APART * leading &&
          isRare(gap) &&
          row.every((run) => run.height <= size * LARGER);
        found.push({ row, isAbove, y, block: to < many ? block : undefined, isSmall, isFar });
      }
      from = to + 1;
    }
  }
  return found;
}

const topOf = (row: Row): number => row[0]?.y ?? 0;

/** The number that is printed on the first page. */
export function firstFolio(furniture: readonly ReadonlySet<Run>[]): number | undefined {
  return firstCounted(furniture.map((runs) => [...runs].map(({ text }) => text)));
}
