/** The roles that a document names, as the preview looks. */
import type { Review } from "../../review.ts";
import { type Look, marks } from "../marks.ts";
import type { PreviewMark } from "../preview.ts";

export function roleMarks(review: Review, uri: string): readonly PreviewMark[] {
  return marks(review, uri).map(({ start, end, look }) => ({ start, end, look: roleLook(look) }));
}

/** The class of a role's letter or word. */
export function roleLook(look: Look): string {
  return `cmoc-role cmoc-${look}`;
}
