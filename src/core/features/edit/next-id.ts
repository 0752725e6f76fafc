/** The ids of new records. */
import { usualPrefix } from "../../ids.ts";
import type { Review } from "../../review.ts";

/**
 * The next free id of the prefix that most configurations of the file have, else of the review, so that a new one is like its neighbours; `CMOC1` in a
 * review that has none. The file need not exist.
 */
export function nextCmocId(review: Review, uri: string): string {
  const near: string[] = [];
  const all: string[] = [];
  for (const { brief, placed } of review.records("cmoc")) {
    all.push(brief.id);
    if (placed.uri === uri) near.push(brief.id);
  }
  return review.freeId(usualPrefix(near) ?? usualPrefix(all) ?? "CMOC");
}

/** The number after those of a source's extracts, given their ids: 5 where `e4` is the last; 1 where there is none. */
export function nextExtractNumber(ids: readonly string[]): number {
  return ids.reduce((most, id) => Math.max(most, Number(/^e(\d{1,9})$/i.exec(id)?.[1] ?? 0)), 0) + 1;
}
