/** The id of a new configuration. */
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
