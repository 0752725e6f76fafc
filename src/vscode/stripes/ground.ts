/** What is striped: a source's own file, with the quotes of its extracts, or its full text. */
import type * as vscode from "vscode";
import { quoteStripes, type Stripe } from "../../core/features/stripes.ts";
import type { Span } from "../../core/text.ts";
import { asked } from "../language/places.ts";
import { rangeOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";

/** A document with stripes, as it is now. */
export interface Ground {
  readonly open: OpenReview;
  /** Those that touch a stretch of the document, ascending; offsets in it, which {@link rangeOf} and {@link offsetOf} know. */
  readonly within: (window: Span) => readonly Stripe[];
  /** The passages of all extracts; of a source's own file none, since it has nothing else. */
  readonly passages: () => readonly vscode.Range[];
  readonly rangeOf: (span: Span) => vscode.Range;
  readonly offsetOf: (position: vscode.Position) => number;
}

/** The ground of a source's own file; undefined of any other document. */
export function sourceGround(reviews: Reviews, document: vscode.TextDocument): Ground | undefined {
  const here = document.languageId === "markdown" ? asked(reviews, document) : undefined;
  if (!here?.open.review.frontMatter(here.path)?.citekey) return undefined;
  const { open, path } = here;
  const lines = open.review.lines(path);
  return {
    open,
    within: (window) => quoteStripes(open.review, path, window),
    passages: () => [],
    rangeOf: (span) => rangeOf(lines, span),
    offsetOf: (position) => lines.offset(position),
  };
}
