/** Writing a new record, with the cursor at what is to be filled in first, and Tab leading to what comes after. */

import * as vscode from "vscode";
import { isRefusal, type Outcome } from "../../core/features/edit.ts";
import { carryOut, type Write, whyNotBegun } from "../edits.ts";
import { addressOf } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";

/** Words that stand for others; and the end of a line whose value is missing, or is the abbreviation of a page and no number. */
const HOLE = /…|(?<=:\**)$|(?<=: pp?\.)$/gm;

/** Carries out a change that writes a record at `path`, and shows it. Resolves when it is there, or when it was said why not. */
export async function writeNew(open: OpenReview, path: string, outcome: Outcome): Promise<void> {
  const unread = whyNotBegun(open, path);
  if (unread !== undefined) {
    void vscode.window.showWarningMessage(unread);
    return;
  }
  const uri = addressOf(open.root, path);
  // Stops are for a text that an editor shows.
  const isShown = !isRefusal(outcome) && open.review.text(path) !== undefined && (await show(uri)) !== undefined;
  if (!(await carryOut(open, outcome, isShown ? { write: withStops } : {})) || isShown) return;
  const editor = await show(uri);
  const hole = editor && [...editor.document.getText().matchAll(HOLE)][0];
  if (!editor || !hole) return;
  const [start, end] = [hole.index, hole.index + hole[0].length].map((offset) => editor.document.positionAt(offset));
  if (start && end) editor.selection = new vscode.Selection(start, end);
}

async function show(uri: vscode.Uri): Promise<vscode.TextEditor | undefined> {
  try {
    return await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  } catch {
    return undefined;
  }
}

const withStops: Write = (range, newText) => {
  const snippet = new vscode.SnippetString();
  let last = 0;
  for (const { 0: words, index } of newText.matchAll(HOLE)) {
    snippet.appendText(newText.slice(last, index));
    if (words === "") snippet.appendText(" ").appendTabstop();
    else snippet.appendPlaceholder(words);
    last = index + words.length;
  }
  snippet.appendText(newText.slice(last)).appendTabstop(0);
  const edit = vscode.SnippetTextEdit.replace(range, snippet);
  edit.keepWhitespace = true;
  return edit;
};
