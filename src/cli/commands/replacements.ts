/** The files that edits change, as they are and as they become. */
import type { EditsByUri } from "../../core/features/edit/outcome.ts";
import type { Review } from "../../core/review.ts";
import { applyEdits } from "../../core/text.ts";
import type { NewFile } from "../made.ts";
import type { Replacement } from "../staged.ts";

/** Each file that edits change. */
export function replacements(review: Review, edits: EditsByUri): readonly Replacement[] {
  return [...edits].map(([uri, changes]) => {
    const before = review.text(uri) ?? "";
    return { uri, before, after: applyEdits(before, changes) };
  });
}

/** How many edits there are. */
export function countOf(edits: EditsByUri): number {
  return [...edits.values()].reduce((sum, { length }) => sum + length, 0);
}

/** The same, parted: files that are there and are changed, and files that are made. */
export function filesOf(
  review: Review,
  edits: EditsByUri,
): { readonly changed: readonly Replacement[]; readonly made: readonly NewFile[] } {
  const all = replacements(review, edits);
  return {
    changed: all.filter(({ uri }) => review.text(uri) !== undefined),
    made: all.flatMap(({ uri, after }) => (review.text(uri) === undefined ? [{ uri, bytes: after }] : [])),
  };
}
