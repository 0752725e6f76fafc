/** The record that stands at a place of a document. */
import { isRow } from "../../model/brief.ts";
import type { Name } from "../../model/types.ts";
import { Definition, type Placed } from "../../review/placed.ts";
import type { Change, Review } from "../../review.ts";
import type { Spot } from "./node.ts";

/** The piece that holds an offset; of an offset past the end the last one. */
export function pieceAt(review: Review, { uri, offset }: Spot): Placed | undefined {
  const all = review.placed(uri);
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((all[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const found = all[low];
  return found && found.start <= offset ? found : undefined;
}

/** The innermost record that holds the place: a row of a table before the record that holds the table. */
export function recordAt(review: Review, spot: Spot): Definition | undefined {
  const placed = pieceAt(review, spot);
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
