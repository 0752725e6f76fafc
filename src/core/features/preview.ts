/**
 * What a preview of a document shows beyond its Markdown: configurations as cards, the codes of extracts, references that lead somewhere. Data alone: where what goes, as
 * offsets and as HTML in which every word of a review stands for itself. `preview/weave.ts` puts it among the tokens of markdown-it.
 */
import type { Review } from "../review.ts";
import type { Span } from "../text.ts";
import { piecesIn } from "./at/piece.ts";
import type { Asking, CardOptions } from "./card/asking.ts";
import { looksOf } from "./marks.ts";
import { linksOf } from "./preview/links.ts";
import { type PreviewRecord, recordsOf } from "./preview/records.ts";
import { roleMarks } from "./preview/roles.ts";

export type { PreviewRecord } from "./preview/records.ts";

/** Words that lead somewhere. */
export interface PreviewLink extends Span {
  /** Relative to the document; `#L12` in it. */
  readonly href: string;
  /** Told when it is pointed at; plain text. */
  readonly title: string;
}

/** Words with a look of their own. */
export interface PreviewMark extends Span {
  /** Of the style sheet. */
  readonly look: string;
}

/** Spans are offsets in the document; each list is in their order. */
export interface Preview {
  readonly links: readonly PreviewLink[];
  readonly marks: readonly PreviewMark[];
  readonly records: readonly PreviewRecord[];
}

/** The preview of a document as the review holds it; undefined where the document has nothing of the language. */
export function preview(review: Review, uri: string, options: Omit<CardOptions, "problems"> = {}): Preview | undefined {
  const pieces = piecesIn(review, uri);
  if (pieces.every(({ facts }) => facts.count === 0 && facts.refs.length === 0)) return undefined;
  const asking: Asking = { review, reference: options.reference };
  const links = linksOf(pieces, uri, asking);
  const records = recordsOf(pieces, uri, asking, looksOf(review.manifest.scheme));
  return links.length + records.length === 0 ? undefined : { links, marks: roleMarks(review, uri), records };
}
