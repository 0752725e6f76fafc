/** Pasting: into a quotation, and what may hold configurations. */
import * as vscode from "vscode";
import { mayHoldQuotations } from "../../core/exchange/annotations/copied-signs.ts";
import { mayHoldConfigurations } from "../../core/features/pastable.ts";
import { isInQuote, pastedIntoQuote } from "../../core/features/pasted.ts";
import { t } from "../../core/l10n.ts";
import { load } from "../loading.ts";
import type { Asked } from "./places.ts";
import { CONFIGURATIONS, EXTRACTS, PASTES } from "./providers.ts";

const PLAIN = "text/plain";
const HTML = "text/html";
/** VS Code's own word on what was copied in an editor: the HTML beside it is of its colours. */
const FROM_EDITOR = "vscode-editor-data";

/** Longer words are looked up in no full text. */
const MOST = 3000;

/** The edit that keeps what is pasted in the quotation at the cursor, if it would not stay there; elsewhere those that paste it as configurations, if it holds some. */
export async function pasteAt(
  here: Asked,
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  transfer: vscode.DataTransfer,
  { only, triggerKind }: vscode.DocumentPasteEditContext,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentPasteEdit[]> {
  const [range, ...others] = ranges;
  const words = await transfer.get(PLAIN)?.asString();
  if (!range || others.length > 0 || words === undefined) return [];
  const before = document.lineAt(range.start.line).text.slice(0, range.start.character);
  const after = document.lineAt(range.end.line).text.slice(range.end.character);
  const eol = document.eol === vscode.EndOfLine.CRLF ? "\r\n" : "\n";
  const { review, proven } = here.open;
  const wants = (kind: vscode.DocumentDropOrPasteEditKind): boolean => !only || only.intersects(kind);
  const isQuote = isInQuote(before);
  const isSource = review.facts(here.path)?.frontMatter?.citekey !== undefined;
  if (isQuote && isSource && wants(EXTRACTS) && mayHoldQuotations({ text: words })) {
    const { quotationAt } = await load("joining");
    const edits = await quotationAt(here, range, { text: words });
    if (edits.length > 0) return edits;
  }
  const pasted = pastedIntoQuote(before, words, after, eol);
  if (pasted === undefined) {
    if (isQuote || !(wants(CONFIGURATIONS) || wants(EXTRACTS))) return [];
    const html = transfer.get(FROM_EDITOR) ? undefined : await transfer.get(HTML)?.asString();
    if (token.isCancellationRequested) return [];
    const copied = { text: words, ...(html !== undefined && { html }) };
    const isAlone = range.isEmpty && before.trim() === "" && after.trim() === "";
    if (isSource && wants(EXTRACTS) && (mayHoldQuotations(copied) || (isAlone && proven && words.length < MOST))) {
      const { extractsAt } = await load("joining");
      const edits = await extractsAt(here, range, copied, isAlone);
      if (edits.length > 0) return edits;
    }
    if (!wants(CONFIGURATIONS) || !mayHoldConfigurations(words, html, review.manifest.scheme)) return [];
    const isAsked = only !== undefined || triggerKind === vscode.DocumentPasteTriggerKind.PasteAs;
    const { configurationsAt } = await load("pasting");
    return configurationsAt(here, range, copied, isAsked);
  }
  // Text to insert is inserted as a snippet, which would end one that is being filled in: Tab is to lead on to the page.
  const edit = new vscode.DocumentPasteEdit("", t("Keep in the Quotation"), PASTES);
  edit.additionalEdit = new vscode.WorkspaceEdit();
  edit.additionalEdit.replace(document.uri, range, pasted);
  return [edit];
}
