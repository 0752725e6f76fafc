/** What commands ask of a person: which record, which stance, which words. Each answer is undefined when the person thought better of it. */

import * as vscode from "vscode";
import { type Counted, extractCount, recordCount } from "../../core/features/card/counts.ts";
import { wordsInLists } from "../../core/features/tree/titles.ts";
import { t } from "../../core/l10n.ts";
import { displayId } from "../../core/report/json.ts";
import type { Definition, Review } from "../../core/review.ts";
import { type Kind, STANCES, type Stance } from "../../core/vocabulary.ts";
import { literal } from "../literal.ts";
import { type OpenReview, titleOf } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { Turns } from "../reviews/turns.ts";

/** The review that is meant; asks only where several are open and none is shown. Offers to make one where there is none. */
export async function whichReview(reviews: Reviews): Promise<OpenReview | undefined> {
  if (!(await isThereReview(reviews))) return undefined;
  const shown = vscode.window.activeTextEditor?.document.uri;
  const here = shown && reviews.of(shown);
  if (here) return here;
  const all = reviews.all();
  if (all.length === 1) return all[0];
  const items = all.map((open) => ({
    label: literal(titleOf(open)),
    description: vscode.workspace.asRelativePath(open.root),
    open,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder: t("Which review?") }))?.open;
}

/** What is done to a review is done to all of it: one that is still being looked for or read is waited for, which is shown. */
async function untilRead(reviews: Reviews): Promise<void> {
  const title = t("Reading the review");
  const location = vscode.ProgressLocation.Window;
  if (!reviews.isRead) await vscode.window.withProgress({ location, title }, () => reviews.settled());
}

/** Whether there is a review; offers to make one where there is none. */
export async function isThereReview(reviews: Reviews): Promise<boolean> {
  await untilRead(reviews);
  if (reviews.all().length > 0) return true;
  const make = t("New Review");
  const chosen = await vscode.window.showInformationMessage(t("There is no review in this workspace yet."), make);
  if (chosen === make) await vscode.commands.executeCommand("cmoc.newReview");
  return false;
}

export interface RecordItem extends vscode.QuickPickItem {
  readonly definition: Definition;
}

interface Choosing {
  /** Those of a lower rank come first; else they stand as in the files. */
  readonly rank?: (definition: Definition) => number;
  /** What is said where there is none to choose. */
  readonly none?: string;
}

/**
 * The records of some kinds, to choose from; found by id and title; extracts, and configurations without a title, by their first words.
 */
export async function pickRecord(
  review: Review,
  kinds: readonly Kind[],
  placeHolder: string,
  isWanted: (definition: Definition) => boolean = () => true,
  { rank = () => 0, none }: Choosing = {},
): Promise<Definition | undefined> {
  const wanted = recordsOf(review, kinds, isWanted);
  if (wanted.length === 0) {
    void vscode.window.showInformationMessage(none ?? t("The review has no record to choose yet."));
    return undefined;
  }
  wanted.sort((one, other) => rank(one) - rank(other));
  const items = recordItems(wanted, review);
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true }))
    ?.definition;
}

export function recordsOf(
  review: Review,
  kinds: readonly Kind[],
  isWanted: (definition: Definition) => boolean = () => true,
): Definition[] {
  return kinds.flatMap((kind) => [...review.records(kind)].filter(isWanted));
}

/** What is shown of records; thousands of them are read in short turns. */
export async function recordItems(records: readonly Definition[], review: Review): Promise<RecordItem[]> {
  const items: RecordItem[] = [];
  const turns = new Turns();
  for (const record of records) {
    // One that was written otherwise meanwhile could not be read rightly.
    if (record.name === "" || review.definitions(record.name).some(({ brief }) => brief === record.brief))
      items.push(recordItem(record, review));
    await turns.next();
  }
  return items;
}

function recordItem(definition: Definition, review: Review): RecordItem {
  return {
    label: literal(displayId(definition, review)),
    description: literal(quoteOf(definition) ?? wordsInLists(definition)),
    detail: literal(definition.placed.uri),
    definition,
  };
}

function quoteOf(definition: Definition): string | undefined {
  if (definition.brief.kind !== "extract") return undefined;
  const { entity } = definition;
  const quote = entity.kind === "extract" ? (entity.quote ?? entity.paraphrase)?.text : undefined;
  return quote === undefined ? undefined : shortened(quote);
}

const MOST_WORDS = 120;

export function shortened(text: string, most = MOST_WORDS): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}

const STANCE_WORDS: { readonly [stance in Stance]: () => string } = {
  supports: () => t("The evidence bears it out"),
  refutes: () => t("The evidence speaks against it"),
  refines: () => t("The evidence changes or narrows it"),
};

/** How extracts bear on records. */
export async function pickStance(
  extracts: readonly Definition[],
  records: readonly Definition[],
  review: Review,
): Promise<Stance | undefined> {
  const who = calledTogether(extracts, extractCount, review);
  const what = calledTogether(records, recordCount, review);
  const placeHolder =
    extracts.length === 1 ? t("How does {0} bear on {1}?", who, what) : t("How do {0} bear on {1}?", who, what);
  return askStance(placeHolder);
}

export async function askStance(placeHolder: string): Promise<Stance | undefined> {
  const items = STANCES.map((stance) => ({ label: stance, description: STANCE_WORDS[stance]() }));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.label;
}

/** The id of one, the number of several. */
export function calledTogether(all: readonly Definition[], counted: Counted, review: Review): string {
  const [only] = all;
  return only && all.length === 1 ? displayId(only, review) : counted(all.length);
}

export async function askWords(prompt: string, value = ""): Promise<string | undefined> {
  const given = await vscode.window.showInputBox({ prompt, value });
  return given === undefined ? undefined : given.replace(/\s+/g, " ").trim();
}
