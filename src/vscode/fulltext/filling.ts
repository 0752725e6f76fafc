/** Writing the pages of extracts that name none, as one change. */
import * as vscode from "vscode";
import { extractCount } from "../../core/features/card/counts.ts";
import { shownId } from "../../core/features/card/naming.ts";
import { refusalWords } from "../../core/features/edit/refusal-words.ts";
import { isRefusal, type Outcome } from "../../core/features/edit.ts";
import { isWithoutPage, withPage } from "../../core/features/quoted/page.ts";
import { t } from "../../core/l10n.ts";
import type { Extract } from "../../core/model/types.ts";
import type { Definition } from "../../core/review.ts";
import { keyIn, reviewMeant } from "../commands/meant.ts";
import { carryOut, together } from "../edits.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { Turns } from "../reviews/turns.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { extractAtCursor, extractMeant, extractsNamed } from "./meant.ts";
import { inSight, whyNoText } from "./reading.ts";

/** Writes the page of the extracts of rows, of all extracts of a source's row, or of the one at the cursor; at the head of a source's file, of all its extracts. */
export async function fillPage(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  const extracts = open && (await extractsMeant(open, given));
  if (open && extracts) await fill(open, extracts);
}

/** Writes the pages of all extracts of the review that name none. */
export async function fillPages(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (open) await fill(open, [...open.review.records("extract")] as Definition<Extract>[]);
}

async function extractsMeant(open: OpenReview, given: unknown): Promise<readonly Definition<Extract>[] | undefined> {
  const named = extractsNamed(open, given);
  if (named.length > 0) return named;
  const key = given instanceof ChosenRows ? keyIn(given) : keyOfHead(open);
  if (key !== undefined) return open.review.extractsOf(key) as readonly Definition<Extract>[];
  const extract = await extractMeant(open, given);
  return extract && [extract];
}

/** The source of the file that the cursor stands in, outside its extracts. */
function keyOfHead(open: OpenReview): string | undefined {
  const shown = vscode.window.activeTextEditor?.document.uri;
  const path = shown && open.pathOf(shown);
  if (path === undefined || extractAtCursor(open)) return undefined;
  return open.review.facts(path)?.frontMatter?.citekey;
}

async function fill(open: OpenReview, extracts: readonly Definition<Extract>[]): Promise<void> {
  const { review } = open;
  // Of one that was chosen it is said what it lacks.
  const wanted = extracts.length === 1 ? extracts : extracts.filter(({ entity }) => isWithoutPage(entity));
  if (wanted.length === 0) {
    void vscode.window.showInformationMessage(t("No extract with a quotation lacks its page."));
    return;
  }
  const { revision } = review;
  const stop = new AbortController();
  const outcomes = await inSight(
    outcomesOf(open, wanted, stop.signal),
    t("Looking for quotations in full texts"),
    stop,
  );
  if (!outcomes) return;
  if (review.revision !== revision)
    return fill(
      open,
      extracts
        .filter(({ name }) => review.isDefined(name))
        .flatMap(({ name }) => review.definitions(name).slice(0, 1) as Definition<Extract>[]),
    );
  const made = outcomes.filter((outcome) => !isRefusal(outcome));
  const refused = outcomes.filter(isRefusal);
  if (made.length > 0 && !(await carryOut(open, together(made)))) return;
  const [first] = refused;
  const why = first ? [refusalWords(first)] : [];
  if (wanted.length === 1) {
    for (const words of why) void vscode.window.showInformationMessage(words);
    return;
  }
  const did =
    made.length === 1
      ? t("The page of 1 extract was written.")
      : t("The pages of {0} extracts were written.", made.length);
  const left = refused.length === 0 ? [] : [t("Left as they are: {0}.", extractCount(refused.length)), ...why];
  void vscode.window.showInformationMessage([did, ...left].join(" "));
}

async function outcomesOf(
  open: OpenReview,
  extracts: readonly Definition<Extract>[],
  signal: AbortSignal,
): Promise<readonly Outcome[]> {
  const proving = await open.proving();
  const { texts, proofs } = proving;
  const turns = new Turns();
  const found: Outcome[] = [];
  for (const extract of extracts) {
    if (signal.aborted) break;
    const { source } = extract.brief;
    const held = await texts.read(source, signal);
    const answer = proofs.of(extract);
    const text = proofs.text(source);
    const told = (words: string): Outcome => ({ refused: "told", data: { words } });
    if (held.is !== "text" || !text) found.push(told(whyNoText(held, source)));
    else if (!answer || answer.is === "unverifiable")
      found.push(told(t("{0} has no quotation that could be looked for.", shownId(extract, open.review))));
    else found.push(withPage(open.review, extract, answer, text));
    await turns.next();
  }
  return found;
}
