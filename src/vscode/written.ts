/** Showing what a command or a drop wrote, where the reader looks and where an undo is sought. */
import * as vscode from "vscode";
import type { EditsByUri } from "../core/features/edit.ts";
import { documentAt } from "./places.ts";
import type { OpenReview } from "./reviews/open-review.ts";

/**
 * Makes a text that was written the active editor, unless one of them is. VS Code's own undo acts on the active editor where no text has the focus, so that it
 * takes back what was dropped on a row. The focus stays where it is, but for a text shown in another column: only with the focus does that one become active.
 */
export async function showWritten(open: OpenReview, edits: EditsByUri): Promise<void> {
  const written = [...edits].flatMap(([path, [first]]) => {
    const document = first && documentAt(open.addressOf(path));
    return document ? [{ document, start: first.span.start }] : [];
  });
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const shown = editors.find((editor) => written.some(({ document }) => document === editor?.document));
  if (shown && shown === vscode.window.activeTextEditor) return;
  const one = written.find(({ document }) => document === shown?.document) ?? written[0];
  if (!one) return;
  const at = one.document.positionAt(one.start);
  await vscode.window.showTextDocument(one.document, {
    preserveFocus: !shown,
    preview: false,
    selection: new vscode.Selection(at, at),
    ...(shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn }),
  });
}
