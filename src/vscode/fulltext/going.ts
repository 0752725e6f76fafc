/** From a quotation to its place in the full text of its source, and back. */
import * as vscode from "vscode";
import { shownId } from "../../core/features/card/naming.ts";
import { t } from "../../core/l10n.ts";
import type { Extract } from "../../core/model/types.ts";
import type { Definition, Review } from "../../core/review.ts";
import { pickRecord } from "../commands/asking.ts";
import { showRecord } from "../commands/going.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { extractMeant, fullTextShown, reviewOf, sourceMeant } from "./meant.ts";
import { extractsAt, pageNamed } from "./passages.ts";
import { inSight } from "./reading.ts";
import { reveal, showFullText } from "./showing.ts";

/** Shows the full text of a source: of a row, of what stands at the cursor, or of one that is picked. */
export async function openFullText(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewOf(reviews, given);
  const key = open && (await sourceMeant(reviews, open, given));
  if (open && key !== undefined) await showFullText(reviews, open, key);
}

/** Selects the words of an extract in the full text of its source; where they are not there, shows the page that it names, and says so. In a full text, goes back. */
export async function goToQuote(reviews: Reviews, given?: unknown): Promise<void> {
  if (given === undefined && (await fullTextShown(reviews))) return goToExtract(reviews);
  const open = await reviewOf(reviews, given);
  const extract = open && (await extractMeant(open, given));
  if (!open || !extract) return;
  const { source } = extract.brief;
  const shown = await showFullText(reviews, open, source);
  if (!shown?.full) {
    if (shown) void vscode.window.showInformationMessage(t("The text is being edited. Save it, and try again."));
    return;
  }
  const proof = open.proven?.proofs.of(extract);
  if (proof && "passage" in proof) {
    reveal(shown, proof.passage.span);
    if (proof.is === "near")
      void vscode.window.setStatusBarMessage(t("Other words than in {0}.", shownId(extract, open.review)), 8000);
    return;
  }
  const page = pageNamed(extract.entity, shown.full.text);
  if (page) reveal(shown, { start: page.start, end: page.start });
  void vscode.window.showInformationMessage(notThere(extract, open.review, page !== undefined));
}

function notThere(extract: Definition<Extract>, review: Review, isPage: boolean): string {
  const id = shownId(extract, review);
  if (!extract.entity.quote)
    return isPage
      ? t("{0} has no quotation. This is the page that it names.", id)
      : t("{0} has no quotation, and no page that is known.", id);
  return isPage
    ? t("The words of {0} are not in this text. This is the page that it names.", id)
    : t("The words of {0} are not in this text, nor is the page known on which they should be.", id);
}

/** Goes from the passage that is selected in a full text to the extract that quotes it; where several do, one is picked. */
export async function goToExtract(reviews: Reviews): Promise<void> {
  const shown = await fullTextShown(reviews);
  if (!shown) {
    void vscode.window.showInformationMessage(t("Open the full text of a source first, and put the cursor into it."));
    return;
  }
  const { full, editor } = shown;
  const { document, selection } = editor;
  const [start, end] = [selection.start, selection.end].map((each) => full.toSource(document.offsetAt(each)));
  const found = await inSight(
    extractsAt(full.open, full.key, { start: start ?? 0, end: end ?? 0 }),
    t("Comparing quotations with full texts"),
  );
  if (!found) return;
  if (found.length === 0) {
    void vscode.window.showInformationMessage(t("No extract of {0} quotes this passage.", full.key));
    return;
  }
  const [only] = found;
  const names = new Set(found.map(({ brief }) => brief));
  const chosen =
    found.length === 1
      ? only
      : await pickRecord(full.open.review, ["extract"], t("Which extract?"), ({ brief }) =>
          names.has(brief as Extract & typeof brief),
        );
  if (chosen) await showRecord(full.open, chosen);
}
