/** Heads and feet of pages: lines at their upper and lower ends that come again on other pages, but for numbers, and numbers alone. */
import type { Run } from "./pieces.ts";

export interface PageOfRuns {
  readonly height: number;
  readonly runs: readonly Run[];
}

/** So much of a page, at either end, may hold them. */
const ZONE = 0.13;
/** So many runs at either end are looked at. */
const RUNS = 8;
const NUMBER = /^[\s\p{P}|]*(?:page\s)?(?:[a-z]?\d{1,6}|[ivxl]{1,8})(?:\s?(?:of|\/)\s?\d{1,6})?[\s\p{P}|]*$/iu;

/** For each page the runs that are its head or its foot. */
export function furnitureOf(pages: readonly PageOfRuns[]): readonly ReadonlySet<Run>[] {
  const zones = pages.map(zoneOf);
  const seen = new Map<string, number>();
  for (const zone of zones) for (const shape of new Set(zone.map(shapeOf))) seen.set(shape, (seen.get(shape) ?? 0) + 1);
  const often = pages.length < 4 ? 2 : 3;
  return zones.map(
    (zone) => new Set(zone.filter((run) => NUMBER.test(run.text) || (seen.get(shapeOf(run)) ?? 0) >= often)),
  );
}

function zoneOf({ height, runs }: PageOfRuns): readonly Run[] {
  const byPlace = runs.toSorted((a, b) => a.y - b.y);
  const above = byPlace.slice(0, RUNS).filter(({ y }) => y < height * ZONE);
  const below = byPlace.slice(-RUNS).filter(({ y }) => y > height * (1 - ZONE));
  return [...new Set([...above, ...below])];
}

/** What a run says but for its numbers. */
function shapeOf({ text }: Run): string {
  return text.toLowerCase().replace(/\d+/g, "0").replace(/\s+/g, " ").trim();
}

/** The number that is printed on the first page, by the numbers in heads and feet: where most of them count the pages. */
export function firstFolio(furniture: readonly ReadonlySet<Run>[]): number | undefined {
  const votes = new Map<number, number>();
  for (const [index, runs] of furniture.entries()) {
    const numbers = new Set([...runs].flatMap(({ text }) => text.match(/\d{1,7}/g)?.map(Number) ?? []));
    for (const number of numbers) votes.set(number - index, (votes.get(number - index) ?? 0) + 1);
  }
  // What stands on every page alike, such as a volume, counts nothing: it votes for another number on each.
  const [first, ...others] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < 2 || first[1] * 2 <= furniture.length || others[0]?.[1] === first[1]) return undefined;
  return first[0] > 0 ? first[0] : undefined;
}
