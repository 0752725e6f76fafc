/** Pasting into a quotation. */
import * as vscode from "vscode";
import { pastedIntoQuote } from "../../core/features/pasted.ts";
import { PASTES } from "./providers.ts";

const PLAIN = "text/plain";

/** The edit that keeps what is pasted in the quotation at the cursor; none where it stays there anyway. */
export async function pasteAt(
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  transfer: vscode.DataTransfer,
): Promise<vscode.DocumentPasteEdit[]> {
  const [range, ...others] = ranges;
  const words = await transfer.get(PLAIN)?.asString();
  if (!range || others.length > 0 || words === undefined) return [];
  const before = document.lineAt(range.start.line).text.slice(0, range.start.character);
  const after = document.lineAt(range.end.line).text.slice(range.end.character);
  const eol = document.eol === vscode.EndOfLine.CRLF ? "\r\n" : "\n";
  const pasted = pastedIntoQuote(before, words, after, eol);
  if (pasted === undefined) return [];
  // Text to insert is inserted as a snippet, which would end one that is being filled in: Tab is to lead on to the page.
  const edit = new vscode.DocumentPasteEdit("", "Keep in the Quotation", PASTES);
  edit.additionalEdit = new vscode.WorkspaceEdit();
  edit.additionalEdit.replace(document.uri, range, pasted);
  return [edit];
}
