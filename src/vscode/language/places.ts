/** Asking the review about a place in an editor. */
import type * as vscode from "vscode";
import { rangeOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";

/** A document of a review, as an editor shows it. */
export interface Asked {
  readonly open: OpenReview;
  readonly path: string;
}

/**
 * The review and path of a document; undefined where it is in none, where the review is still being read, or where it holds another text than the
 * editor. A provider may be asked before the event that tells of a new text, which is then taken first.
 */
export function asked(reviews: Reviews, document: vscode.TextDocument): Asked | undefined {
  const open = reviews.of(document.uri);
  const path = open?.pathOf(document.uri);
  if (!open?.isReady || path === undefined || !open.reads(path)) return undefined;
  const isCurrent = (): boolean => open.review.document(path)?.version === document.version;
  // What is saved and not in the review was deleted under the editor.
  if (!isCurrent() && (document.isDirty || open.review.document(path) !== undefined)) open.edited(path, document);
  return isCurrent() ? { open, path } : undefined;
}

export function offsetAt({ open, path }: Asked, position: vscode.Position): number {
  return open.review.lines(path).offset(position);
}

export function rangeAt({ open, path }: Asked, span: { readonly start: number; readonly end: number }): vscode.Range {
  return rangeOf(open.review.lines(path), span);
}

/** Where the documents of reviews are: Markdown, and the manifest. */
export const MARKDOWN: vscode.DocumentSelector = { language: "markdown" };
export const MANIFEST: vscode.DocumentSelector = { pattern: "**/{review.yaml,review.yml}" };

/** Where bibliographies may be: each is asked about where a review names it. */
export const BIBLIOGRAPHIES: vscode.DocumentSelector = { pattern: "**/*.{bib,bibtex,ris,json}" };

/** An address of a place, which opens it: the lines are counted from 1 there. */
export function addressOfPlace(open: OpenReview, path: string, start: number): string {
  const { line, character } = open.review.lines(path).position(start);
  return open
    .addressOf(path)
    .with({ fragment: `L${line + 1},${character + 1}` })
    .toString();
}
