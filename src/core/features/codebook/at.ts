/** Which code stands at a place: one that is named there, as in a coding line, else the one whose record it is. */
import type { Name } from "../../model/types.ts";
import type { Review } from "../../review.ts";
import { pieceAt } from "../at/piece.ts";
import { isOurs, refsAt } from "../at/references.ts";

export function codeAt(review: Review, uri: string, offset: number): Name | undefined {
  const placed = pieceAt(review, uri, offset);
  if (!placed) return undefined;
  const ref = refsAt(placed, offset - placed.start)?.refs[0];
  if (ref?.name.startsWith("c:") && isOurs(ref, review)) return ref.name;
  return placed.definitions.find(({ brief }) => brief.kind === "code")?.name;
}
