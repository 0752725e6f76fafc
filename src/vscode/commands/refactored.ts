/** What refactorings share: which records are meant, why it is done, and carrying it out. */
import * as vscode from "vscode";
import { isRefusal, type Outcome } from "../../core/features/edit.ts";
import { bringsProblems, type MemoWords } from "../../core/features/refactor.ts";
import { t } from "../../core/l10n.ts";
import type { Definition, Review } from "../../core/review.ts";
import { carryOut } from "../edits.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { today } from "../today.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { definitionOf } from "../tree/refs.ts";
import { askWords } from "./asking.ts";
import { isAmbiguous, isUnknown, recordAtCursor } from "./meant.ts";

/** What a caller knows already: a name as the review has it (`r:tr3`), and answers to what would be asked. */
export interface Request {
  readonly record?: string;
  readonly [answer: string]: unknown;
}

/** A command may be called by anybody with anything. */
export function requestIn(given: unknown): Request {
  if (given instanceof ChosenRows || typeof given !== "object" || given === null) return {};
  const { record } = given as { readonly record?: unknown };
  return record === undefined || typeof record === "string" ? (given as Request) : {};
}

export function wordsIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The records of rows, each once, the one that a caller names, or the one at the cursor; undefined where something is wrong with them, which was said. */
export function recordsGiven(
  open: OpenReview,
  given: unknown,
  isWanted: (record: Definition) => boolean,
): readonly Definition[] | undefined {
  const { review } = open;
  if (given instanceof ChosenRows) {
    const found = new Map<object, Definition>();
    for (const { record } of given.nodes) {
      if (typeof record === "string" && (isUnknown(review, record) || isAmbiguous(review, record))) return undefined;
      const at = definitionOf(record, review);
      if (at && isWanted(at)) found.set(at.brief, at);
    }
    return [...found.values()];
  }
  const { record } = requestIn(given);
  if (record !== undefined) {
    if (isUnknown(review, record) || isAmbiguous(review, record)) return undefined;
    return review.definitions(record).filter(isWanted);
  }
  const here = recordAtCursor(open, isWanted);
  return here ? [here] : [];
}

/** The record as it is written now. */
export function now(review: Review, at: Definition): Definition {
  const all = at.name === "" ? [] : review.definitions(at.name);
  return all.find(({ brief }) => brief === at.brief) ?? (all.length === 1 ? (all[0] ?? at) : at);
}

/** Asks for the reason of a memo; undefined when the person thought better of it all, no words for none. */
export async function askMemo(prompt: string, given: unknown): Promise<string | undefined> {
  return wordsIn(given) ?? (await askWords(`${prompt} ${t("It becomes a memo; leave it empty for none.")}`));
}

export function memoOf(reason: string): { readonly memo?: MemoWords } {
  return reason === "" ? {} : { memo: { date: today(), reason } };
}

interface Done {
  readonly outcome: Outcome;
  readonly notes?: readonly string[];
}

/**
 * Does it; where it would bring problems, says which and asks. What is told of it is told afterwards. True when it was done.
 */
export async function carryOutRefactoring(
  open: OpenReview,
  given: unknown,
  make: (anyway: boolean) => Done,
): Promise<boolean> {
  let made = make(false);
  if (bringsProblems(made.outcome)) {
    const { count, words } = made.outcome.data;
    const message = count === 1 ? t("That would bring a problem.") : t("That would bring {0} problems.", Number(count));
    const anyway = t("Do It Anyway");
    const options = { modal: true, detail: String(words) };
    if ((await vscode.window.showWarningMessage(message, options, anyway)) !== anyway) return false;
    made = make(true);
  }
  const { outcome, notes = [] } = made;
  if (!isRefusal(outcome) && outcome.edits.size === 0) return false;
  const from = given instanceof ChosenRows ? undefined : vscode.window.activeTextEditor?.document.uri;
  const done = await carryOut(open, outcome, from ? { from } : {});
  if (done && notes.length > 0) void vscode.window.showInformationMessage(notes.join(" "));
  return done;
}
