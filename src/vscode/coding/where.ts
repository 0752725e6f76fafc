/** What is selected in the active editor: a passage of a full text, or words of an extract. */
import * as vscode from "vscode";
import { type InExtract, inExtract } from "../../core/features/coding/in-quote.ts";
import { sentenceAt } from "../../core/features/coding/sentence.ts";
import { t } from "../../core/l10n.ts";
import { LineIndex, type Span } from "../../core/text.ts";
import { type FullText, fullTextOf } from "../fulltext/full-text.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";

export interface InText {
  readonly is: "text";
  readonly open: OpenReview;
  readonly full: FullText;
  readonly document: vscode.TextDocument;
  /** Offsets of the source's text. */
  readonly spans: readonly Span[];
  /** Whether its pages are pages. */
  readonly isPaged: boolean;
}

export interface InRecord {
  readonly is: "extract";
  readonly open: OpenReview;
  readonly document: vscode.TextDocument;
  readonly found: InExtract;
}

/** Says what would have worked where nothing that can be coded is selected. */
export async function whatIsSelected(reviews: Reviews): Promise<InText | InRecord | undefined> {
  const editor = vscode.window.activeTextEditor;
  const found = editor && ((await inText(reviews, editor)) ?? inFile(reviews, editor));
  if (!found)
    void vscode.window.showInformationMessage(
      t("Select a passage of a full text, or words of an extract’s quote, and try again."),
    );
  return found;
}

async function inText(reviews: Reviews, editor: vscode.TextEditor): Promise<InText | undefined> {
  const { document } = editor;
  const full = await fullTextOf(reviews, document);
  if (!full) return undefined;
  const { texts } = await full.open.proving();
  const held = await texts.read(full.key);
  const text = document.getText();
  const lines = new LineIndex(text);
  const shown = editor.selections.map(({ start, end }) => ({ start: lines.offset(start), end: lines.offset(end) }));
  const selected = shown.filter(({ start, end }) => start < end);
  const meant = selected.length > 0 ? selected : shown.flatMap(({ start }) => sentenceAt(text, start) ?? []);
  if (selected.length === 0 && meant.length > 0)
    editor.selections = meant.map(
      ({ start, end }) => new vscode.Selection(document.positionAt(start), document.positionAt(end)),
    );
  const spans = meant.map(({ start, end }) => ({ start: full.toSource(start), end: full.toSource(end) }));
  const isPaged = held.is === "text" && held.text.isPaged;
  return { is: "text", open: full.open, full, document, spans, isPaged };
}

function inFile(reviews: Reviews, { document, selections }: vscode.TextEditor): InRecord | undefined {
  const open = reviews.of(document.uri);
  const path = open?.pathOf(document.uri);
  if (!open || path === undefined || open.review.text(path) === undefined) return undefined;
  const lines = open.review.lines(path);
  const spans = selections.map(({ start, end }) => ({ start: lines.offset(start), end: lines.offset(end) }));
  const found = inExtract(open.review, path, spans);
  return found && { is: "extract", open, document, found };
}
