/** Showing full texts, and places in them. */
import * as vscode from "vscode";
import type { SourceText } from "../../core/quotes/source-text.ts";
import type { Span } from "../../core/text.ts";
import { LineIndex } from "../../core/text.ts";
import type { HeldText } from "../../core/texts/held-text.ts";
import { shownText } from "../../core/texts/shown-text.ts";
import { rangeOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { addressOfText } from "./address.ts";
import { type FullText, fullTextOf, isShownAsItIs } from "./full-text.ts";
import { type Read, readText, sayNoText } from "./reading.ts";

export interface ShownFullText {
  readonly editor: vscode.TextEditor;
  /** Undefined where the editor holds another text than the one that was read: it is being edited. */
  readonly full: FullText | undefined;
}

/** What is opened for a text: a file that is text as it is, else its words. */
export function addressOf(open: OpenReview, key: string, path: string | undefined): vscode.Uri {
  return path !== undefined && isShownAsItIs(path) ? open.addressOf(path) : addressOfText(open.root, key);
}

/** Shows the full text of a source; says why where there is none. */
export async function showFullText(
  reviews: Reviews,
  open: OpenReview,
  key: string,
): Promise<ShownFullText | undefined> {
  const read = await textOrWhy(open, key);
  if (!read) return undefined;
  const uri = addressOf(open, key, read.proving.texts.pathOf(key));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false, ...columnOf(uri) });
  return { editor, full: await fullTextOf(reviews, document) };
}

/** Where the text is shown already, as beside the file of its source, it is shown there. */
function columnOf(uri: vscode.Uri): { readonly viewColumn?: vscode.ViewColumn } {
  const name = uri.toString();
  for (const { tabs, viewColumn } of vscode.window.tabGroups.all)
    for (const { input } of tabs)
      if (input instanceof vscode.TabInputText && input.uri.toString() === name) return { viewColumn };
  return {};
}

/** A text that is held; of another it is said why there is none. */
export async function textOrWhy(open: OpenReview, key: string): Promise<Read | undefined> {
  const read = await readText(open, key);
  if (!read || read.held.is === "text") return read;
  await sayNoText(read, open, key);
  return undefined;
}

/** Selects a place of the source's text in the editor that shows it. */
export function reveal({ editor, full }: ShownFullText, span: Span): void {
  if (!full) return;
  const { document } = editor;
  const start = document.positionAt(full.fromSource(span.start));
  // The end is that of the last sign, which stands before a heading.
  const end = span.end > span.start ? document.positionAt(full.fromSource(span.end - 1) + 1) : start;
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
}

/** Where a place of a text is shown, without opening it. */
export function locationOf(
  open: OpenReview,
  key: string,
  path: string | undefined,
  source: SourceText,
  held: HeldText,
  span: Span,
): { readonly uri: vscode.Uri; readonly range: vscode.Range } {
  const uri = addressOf(open, key, path);
  const isFile = path !== undefined && isShownAsItIs(path);
  const shown = isFile ? undefined : shownText(source, held.isPaged);
  const lines = new LineIndex(shown?.text ?? source.text);
  const at = (offset: number): number => shown?.shown(offset) ?? offset;
  const end = span.end > span.start ? at(span.end - 1) + 1 : at(span.start);
  return { uri, range: rangeOf(lines, { start: at(span.start), end }) };
}
