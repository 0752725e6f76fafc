/** The record that stands at a place of a document. */
import { isRow } from "../../model/brief.ts";
import type { Name } from "../../model/types.ts";
import { Definition } from "../../review/placed.ts";
import type { Change, Review } from "../../review.ts";
import { pieceAt } from "../at/piece.ts";
import type { Spot } from "./node.ts";

/** The innermost record that holds the place: a row of a table before the record that holds the table. */
export function recordAt(review: Review, spot: Spot): Definition | undefined {
  const placed = pieceAt(review, spot.uri, spot.offset);
  if (!placed) return undefined;
  const { facts } = placed;
  const at = spot.offset - placed.start;
  let whole: number | undefined;
  for (let index = 0; index < facts.count; index++) {
    const brief = facts.record(index);
    if (brief.kind !== "cmoc" || !isRow(brief)) whole ??= index;
    else if (brief.start <= at && at <= brief.end) return new Definition(placed, index);
  }
  return whole === undefined ? undefined : new Definition(placed, whole);
}

/** The names of records in pieces that are new or gone. */
export function namesIn(change: Change): ReadonlySet<Name> {
  const names = new Set<Name>();
  for (const pieces of [change.added, change.removed])
    for (const { facts } of pieces)
      for (let index = 0; index < facts.count; index++) names.add(facts.record(index).name);
  return names;
}
