/** Writing what was chosen, from an editor that stays where it is; and taking it back from there. */
import * as vscode from "vscode";
import { refusalWords } from "../../core/features/edit/refusal-words.ts";
import { isRefusal, type Outcome } from "../../core/features/edit.ts";
import { t } from "../../core/l10n.ts";
import { applyEdits, whyNotBegun } from "../edits.ts";
import { documentAt } from "../places.ts";
import type { OpenReview } from "../reviews/open-review.ts";

/** What was written last: the document that an undo is asked of, and its version then. */
interface Written {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly said: string;
}

let last: Written | undefined;
const SHOWN_MS = 8000;

/** Carries the change out, or says why there is none; `said` is told in the status bar. True when something was written. */
export async function writeFrom(open: OpenReview, outcome: Outcome, path: string, said: string): Promise<boolean> {
  const why = isRefusal(outcome)
    ? refusalWords(outcome)
    : (whyNotBegun(open, path) ?? (await applyEdits(open, outcome.edits)));
  if (why !== undefined) void vscode.window.showWarningMessage(why);
  if (why !== undefined || isRefusal(outcome)) return false;
  if (outcome.edits.size === 0) {
    vscode.window.setStatusBarMessage(t("This is coded so already. Nothing was written."), SHOWN_MS);
    return false;
  }
  const document = documentAt(open.addressOf(path));
  last = document && { document, version: document.version, said };
  vscode.window.setStatusBarMessage(said, SHOWN_MS);
  return true;
}

/** Takes back what was coded last, also from an editor that is read only and has no undo of its own; the editor stays the active one. */
export async function takeBack(): Promise<void> {
  const written = last;
  const before = vscode.window.activeTextEditor;
  if (!written || written.document.isClosed) {
    void vscode.window.showInformationMessage(t("Nothing was coded that could be taken back."));
    return;
  }
  if (written.document.version !== written.version) {
    await vscode.window.showTextDocument(written.document, { preview: false });
    void vscode.window.showInformationMessage(
      t("The file was changed since. Undo there as far as you want to go back."),
    );
    return;
  }
  last = undefined;
  await vscode.window.showTextDocument(written.document, { preview: false });
  await vscode.commands.executeCommand("undo");
  if (before && before.document !== written.document)
    await vscode.window.showTextDocument(before.document, {
      selection: before.selection,
      ...(before.viewColumn !== undefined && { viewColumn: before.viewColumn }),
    });
  vscode.window.setStatusBarMessage(t("Taken back: {0}", written.said), SHOWN_MS);
}
