/**
 * Where roles are named, for decorations: labels of slots, tags of sentences, heads and marks of tables, roles of coding lines and in brackets after
 * evidence. Role letters and words alone; the words of a slot keep the colour of text.
 */
import type { Review } from "../review.ts";
import type { Span } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";
import { piecesIn } from "./at/piece.ts";
import { roleSpans } from "./marks/roles.ts";

/** A role that has a look of its own; those of a review's own scheme take turns with the last three. */
export type Look = "C" | "M" | "O" | "I" | "A" | "S";

/** Offsets in the document. */
export interface Mark extends Span {
  /** The scheme's letter. */
  readonly role: string;
  readonly look: Look;
}

const LOOKS: readonly Look[] = ["C", "M", "O", "I", "A", "S"];
const OWN: readonly Look[] = ["I", "A", "S"];

/** The roles named in the pieces that touch the range, or in the whole document: ascending, never overlapping. */
export function marks(review: Review, uri: string, range?: Span): readonly Mark[] {
  const { scheme } = review.manifest;
  const looks = looksOf(scheme);
  const found: Mark[] = [];
  for (const placed of piecesIn(review, uri, range)) {
    for (const { start, end, role } of roleSpans(placed)) {
      if (range && (placed.start + end < range.start || placed.start + start > range.end)) continue;
      const look = looks.get(role);
      if (look) found.push({ start: placed.start + start, end: placed.start + end, role, look });
    }
  }
  return found;
}

/** How each letter of a scheme looks. */
export function looksOf(scheme: Scheme): ReadonlyMap<string, Look> {
  let own = 0;
  return new Map(
    scheme.slots.map(({ letter }) => {
      const usual = LOOKS.find((look) => look === letter);
      return [letter, usual ?? OWN[own++ % OWN.length] ?? "S"];
    }),
  );
}
