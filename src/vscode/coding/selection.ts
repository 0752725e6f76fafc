/** Coding what is selected: a passage of a full text becomes an extract, words of an extract a coding line of it. */
import * as vscode from "vscode";
import { addCodings } from "../../core/features/coding/add-coding.ts";
import { type Before, chosenBefore, codesWords, saidOf } from "../../core/features/coding/before.ts";
import { extended } from "../../core/features/coding/extending.ts";
import { locatorOf } from "../../core/features/coding/locator.ts";
import { newExtract, nextExtractId } from "../../core/features/coding/new-extract.ts";
import { type Passage, passageOf, united } from "../../core/features/coding/passage.ts";
import type { CodeUse } from "../../core/features/coding/verbatim.ts";
import { refusalWords } from "../../core/features/edit/refusal-words.ts";
import { fileForSource } from "../../core/features/source-file.ts";
import { t } from "../../core/l10n.ts";
import type { Extract } from "../../core/model/types.ts";
import { displayId } from "../../core/report/json.ts";
import type { Definition } from "../../core/review.ts";
import { isThereReview } from "../commands/asking.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { askCodes } from "./asking-codes.ts";
import { askLinks } from "./asking-links.ts";
import { askNote } from "./asking-note.ts";
import { coderOf, signerHere } from "./coder.ts";
import { askMeant, type Overlapping, overlapping, sharedWords } from "./overlapping.ts";
import { rememberedOf } from "./remembered.ts";
import { type InRecord, type InText, whatIsSelected } from "./where.ts";
import { writeFrom } from "./writing.ts";

export async function codeSelection(reviews: Reviews): Promise<void> {
  const here = (await isThereReview(reviews)) ? await whatIsSelected(reviews) : undefined;
  if (here?.is === "text") await codeText(here, false);
  else if (here) await codeRecord(here, false);
}

/** As {@link codeSelection}, with what was chosen before and without a question. */
export async function codeSelectionAsBefore(reviews: Reviews): Promise<void> {
  const here = (await isThereReview(reviews)) ? await whatIsSelected(reviews) : undefined;
  if (here?.is === "text") await codeText(here, true);
  else if (here) await codeRecord(here, true);
}

async function codeText(here: InText, isAsBefore: boolean): Promise<void> {
  const { open, full } = here;
  const passage = passageOf(full.text, here.spans, full.key);
  if ("refused" in passage) {
    void vscode.window.showWarningMessage(refusalWords(passage));
    return;
  }
  const found = await overlapping(here, passage.spans);
  if (isAsBefore) {
    const before = beforeOf(open, full.key);
    const [held] = found.filter(({ holds }) => holds);
    const lines = linesBefore(open, full.key);
    if (!before || (held && lines.length === 0)) nothingBefore();
    else if (held) await addLines(here, held, passage, lines);
    else await writeExtract(here, passage, before, "");
    return;
  }
  const meant = found.length === 0 ? ({ is: "new" } as const) : await askMeant(found, here);
  if (meant?.is === "extend") await extend(here, meant.of, passage);
  else if (meant?.is === "code") await addLines(here, meant.of, passage);
  else if (meant) await askAndWrite(here, passage);
}

function nothingBefore(): void {
  void vscode.window.showInformationMessage(
    t("Nothing was coded before. Choose the codes once (CMOC: Code Selection)."),
  );
}

/** What was chosen last in this window, else how whoever codes coded the last extract of theirs in the source; what others coded is not repeated unasked. */
function beforeOf(open: OpenReview, key: string): Before | undefined {
  const signer = signerHere(open);
  const own = signer.is === "coder" ? chosenBefore(open.review, key, signer.initials) : undefined;
  const before = rememberedOf(open).before ?? own;
  // Records may be gone since.
  return before && { ...before, links: before.links.filter(({ record }) => open.review.isDefined(record)) };
}

/** The codes of the last coding lines, else those of the last passage. */
function linesBefore(open: OpenReview, key: string): readonly CodeUse[] {
  const { lines } = rememberedOf(open);
  return lines.length > 0 ? lines : (beforeOf(open, key)?.codes ?? []);
}

async function askAndWrite(here: InText, passage: Passage): Promise<void> {
  const { open, full } = here;
  const known = rememberedOf(open);
  const before = beforeOf(open, full.key);
  const words = passage.paragraphs.join(" ");
  const asked = await askCodes({ open, key: full.key, words, recent: known.codes, before, steps: 3 });
  if (!asked) return;
  if (asked.isAgain && before) {
    await writeExtract(here, passage, before, "");
    return;
  }
  const links = await askLinks(open, asked.codes, known.records);
  const note = links && (await askNote());
  if (links && note !== undefined) await writeExtract(here, passage, { codes: asked.codes, links }, note);
}

async function writeExtract(here: InText, passage: Passage, chosen: Before, note: string): Promise<void> {
  const { open, full, isPaged } = here;
  const { review } = open;
  const coder = await coderOf(open);
  if (!coder) return;
  const quoted = { paragraphs: passage.paragraphs, at: locatorOf(full.text, passage.spans, isPaged) };
  const id = `${full.key}#${nextExtractId(review, full.key)}`;
  const path = review.source(full.key)?.uri ?? fileForSource(review, full.key);
  const outcome = newExtract(review, full.key, quoted, { ...chosen, note, coder: coder.initials });
  const said = saidOf(review, chosen);
  const isDone = await writeFrom(open, outcome, path, said === "" ? t("{0} was written.", id) : `${id}: ${said}`);
  if (isDone) rememberedOf(open).take(chosen);
}

async function extend(here: InText, { at, parts }: Overlapping, selected: Passage): Promise<void> {
  const { open, full, isPaged } = here;
  const passage = passageOf(full.text, united(parts, selected.spans), full.key);
  const quoted =
    "refused" in passage
      ? undefined
      : { paragraphs: passage.paragraphs, at: locatorOf(full.text, passage.spans, isPaged) };
  const outcome = "refused" in passage ? passage : extended(open.review, at, quoted ?? passage);
  await writeFrom(open, outcome, at.placed.uri, t("{0} holds the longer passage.", displayId(at, open.review)));
}

/** Adds coding lines to an extract that a selection in the full text overlaps. */
async function addLines(here: InText, of: Overlapping, passage: Passage, codes?: readonly CodeUse[]): Promise<void> {
  const words = sharedWords(here, of, passage.spans);
  await askAndAdd(here.open, of.at, words, codes);
}

async function codeRecord({ open, found }: InRecord, isAsBefore: boolean): Promise<void> {
  const { at, is, words } = found;
  if (is === "outside") {
    void vscode.window.showInformationMessage(
      t("Select words of the quote of {0}; or put the cursor into it, to code all of it.", displayId(at, open.review)),
    );
    return;
  }
  const lines = isAsBefore ? linesBefore(open, at.entity.source) : undefined;
  if (lines?.length === 0) nothingBefore();
  else await askAndAdd(open, at, words, lines);
}

async function askAndAdd(
  open: OpenReview,
  at: Definition<Extract>,
  words: readonly string[],
  given?: readonly CodeUse[],
): Promise<void> {
  const { review } = open;
  const known = rememberedOf(open);
  const { source, quote, paraphrase } = at.entity;
  const said = words.length > 0 ? words.join(" … ") : ((quote ?? paraphrase)?.text ?? displayId(at, review));
  const last = linesBefore(open, source);
  const before = last.length > 0 ? { codes: last, links: [] } : undefined;
  const asked =
    given ?? (await askCodes({ open, key: source, words: said, recent: known.codes, before, steps: 1 }))?.codes;
  if (!asked || asked.length === 0) return;
  const coder = await coderOf(open);
  if (!coder) return;
  // What was asked while the text changed is of the text as it is now, or refused.
  const outcome = addCodings(review, at, { codes: asked, words, coder: coder.initials });
  const told = `${displayId(at, review)}: ${codesWords(review, asked)}`;
  if (await writeFrom(open, outcome, at.placed.uri, told)) known.takeLines(asked);
}
