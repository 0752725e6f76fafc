/** What refusals say of records: by the ids that people know them by, never by the names that maps compare. */
import { keyOfName } from "../../model/names.ts";
import type { Name } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { called } from "../../rules/about.ts";
import { type Refusal, refuse } from "./outcome.ts";

/** The id by which people know a name: `TR3`, `@okafor2014#e4`; of one that nothing defines, as it was first written. */
export function shownName(name: Name, review: Review): string {
  const [at] = review.definitions(name);
  if (at) return called(at);
  const written = review.firstReference(name)?.ref.id;
  return written ?? (keyOfName(name) === undefined ? name.slice(2) : `@${name.slice(2)}`);
}

/** Why a record that was asked for earlier is not the review's any more: `moved` where it is written otherwise now, `unknown` where it is gone. */
export function notHeld(review: Review, at: Definition): Refusal {
  const { brief, placed, name } = at;
  if (brief.id === "") return refuse(review.text(placed.uri) === undefined ? "unknown" : "moved");
  return refuse(review.isDefined(name) ? "moved" : "unknown", { id: called(at) });
}

/** Why a name cannot be referred to: nothing bears it, or two records do. */
export function notReferable(review: Review, name: Name): Refusal {
  const count = review.definitions(name).length;
  const id = shownName(name, review);
  return count > 1 ? refuse("ambiguous", { id, count }) : refuse("unknown", { id });
}
