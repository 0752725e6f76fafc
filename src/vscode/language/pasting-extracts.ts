/** What is pasted into the file of a source, as extracts: where it brings its place along, or stands at one place of the source's full text. */
import * as vscode from "vscode";
import { citedElsewhere, pasteExtracts, pasteQuotation } from "../../core/annotations/paste.ts";
import { quotationsIn } from "../../core/exchange/annotations/copied.ts";
import { type Copied, mayHoldQuotations } from "../../core/exchange/annotations/copied-signs.ts";
import type { Annotation } from "../../core/exchange/annotations/types.ts";
import { isRefusal } from "../../core/features/edit/outcome.ts";
import { t } from "../../core/l10n.ts";
import { placeOfQuote } from "../../core/proof/place-of-quote.ts";
import { documentAt, rangeOf } from "../places.ts";
import { type Asked, offsetAt } from "./places.ts";
import { EXTRACTS } from "./providers.ts";

/** Words of which the place is looked up: so few stand anywhere, and so many are more than a quotation. */
const FEWEST_WORDS = 4;
const MOST = 3000;

/** An edit of which the Markdown is made when it was chosen. */
class ExtractsEdit extends vscode.DocumentPasteEdit {
  readonly here: Asked;
  readonly range: vscode.Range;
  /** The words that were copied. */
  readonly words: string;
  readonly annotations: readonly Annotation[];
  /** What they cite, where that is another source than that of the file. */
  readonly cites: string | undefined;

  constructor(
    here: Asked,
    range: vscode.Range,
    words: string,
    annotations: readonly Annotation[],
    isFirst: boolean,
    cites?: string,
  ) {
    const { length } = annotations;
    const title = length === 1 ? t("Paste as an Extract") : t("Paste as {0} Extracts", length);
    super("", cites === undefined ? title : t("{0}, though It Cites {1}", title, cites), EXTRACTS);
    this.cites = cites;
    this.here = here;
    this.range = range;
    this.words = words;
    this.annotations = annotations;
    // Words of another paper are written as words of this one only by somebody who chose it.
    if (!isFirst || cites !== undefined) this.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text.append("plain")];
  }
}

/** The edit for what was copied, which comes first where the words bring their place along and nothing stands on the line; none where it is no quotation. */
export async function extractsAt(
  here: Asked,
  range: vscode.Range,
  copied: Copied,
  isFree: boolean,
): Promise<vscode.DocumentPasteEdit[]> {
  const { open, path } = here;
  const key = open.review.facts(path)?.frontMatter?.citekey;
  if (key === undefined) return [];
  const cited = mayHoldQuotations(copied) ? quotationsIn(copied) : [];
  if (cited.length > 0)
    return [new ExtractsEdit(here, range, copied.text, cited, isFree, await citedBeside(here, cited))];
  const quote = copied.text.trim();
  if (quote.length > MOST || quote.split(/\s+/, FEWEST_WORDS).length < FEWEST_WORDS || !isFree) return [];
  // A text that is not read yet is not waited for.
  const source = open.proven?.proofs.text(key);
  const at = source && placeOfQuote(source, quote);
  if (at === undefined) return [];
  return [new ExtractsEdit(here, range, copied.text, [{ quote, at, tags: [], line: 1 }], false)];
}

async function citedBeside({ open, path }: Asked, annotations: readonly Annotation[]): Promise<string | undefined> {
  if (annotations.some(({ cited }) => cited !== undefined)) await open.references.soon();
  return citedElsewhere(open.review, path, annotations, open.references.known);
}

/** Of one quotation with its place, in the quote of an extract: its words go there, and its place into `at`. */
class QuotationEdit extends vscode.DocumentPasteEdit {
  readonly here: Asked;
  readonly range: vscode.Range;
  readonly words: string;
  readonly annotation: Annotation;
  readonly cites: string | undefined;

  constructor(here: Asked, range: vscode.Range, words: string, annotation: Annotation, cites: string | undefined) {
    const title = t("Paste the Quotation with Its Page");
    super("", cites === undefined ? title : t("{0}, though It Cites {1}", title, cites), EXTRACTS);
    this.cites = cites;
    if (cites !== undefined) this.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text.append("plain")];
    this.here = here;
    this.range = range;
    this.words = words;
    this.annotation = annotation;
  }
}

export async function quotationAt(
  here: Asked,
  range: vscode.Range,
  copied: Copied,
): Promise<vscode.DocumentPasteEdit[]> {
  const [annotation, ...others] = quotationsIn(copied);
  if (!annotation || others.length > 0) return [];
  return [new QuotationEdit(here, range, copied.text, annotation, await citedBeside(here, [annotation]))];
}

/** Fills in what a chosen edit writes; where the extracts cannot be written, the words as they were copied. */
export function extractsResolved(edit: vscode.DocumentPasteEdit): vscode.DocumentPasteEdit {
  if (!(edit instanceof ExtractsEdit || edit instanceof QuotationEdit)) return edit;
  const { here, range, words } = edit;
  const { open, path } = here;
  const { review } = open;
  const uri = open.addressOf(path);
  const made = new vscode.WorkspaceEdit();
  edit.additionalEdit = made;
  // The words as they are may have been pasted first, and taken back for this.
  const document = documentAt(uri);
  if (document && review.document(path)?.version !== document.version) open.edited(path, document);
  const start = offsetAt(here, range.start);
  const span = { start, end: offsetAt(here, range.end) };
  const mark = /^[ \t]*(?:>[ \t]?)+/.exec(document?.lineAt(range.start.line).text ?? "")?.[0] ?? "> ";
  const outcome =
    edit instanceof QuotationEdit
      ? pasteQuotation(review, path, span, edit.annotation, mark)
      : pasteExtracts(review, path, start, edit.annotations).outcome;
  if (isRefusal(outcome)) {
    made.replace(uri, range, words);
    void vscode.window.showWarningMessage(
      t("An extract cannot be written here so that it would be read. What was copied stands there as it is."),
    );
    return edit;
  }
  const lines = review.lines(path);
  for (const { span: place, newText } of outcome.edits.get(path) ?? [])
    made.replace(uri, rangeOf(lines, place), newText);
  if (edit.cites !== undefined)
    void vscode.window.showWarningMessage(
      t("What was pasted cites another source ({0}). See whether it belongs here.", edit.cites),
    );
  return edit;
}
