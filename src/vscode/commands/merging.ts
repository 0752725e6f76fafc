/** Merging, splitting and retiring configurations. */
import * as vscode from "vscode";
import {
  linksToSplit,
  merge,
  partsToSplit,
  retire,
  type SplitLink,
  type SplitPart,
  splitOff,
} from "../../core/features/refactor.ts";
import { wordsInLists } from "../../core/features/tree/titles.ts";
import { t } from "../../core/l10n.ts";
import { displayId, idOf } from "../../core/report/json.ts";
import type { Definition, Review } from "../../core/review.ts";
import { literal } from "../literal.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { askWords, pickRecord } from "./asking.ts";
import { reviewMeant } from "./meant.ts";
import { askMemo, carryOutRefactoring, memoOf, now, recordsGiven, requestIn, wordsIn } from "./refactored.ts";

const isConfiguration = ({ brief }: Definition): boolean => brief.kind === "cmoc";
const isInUse = (at: Definition): boolean =>
  at.brief.kind === "cmoc" && at.brief.status !== "merged" && at.brief.status !== "retired";

/** The configurations of rows, the one at the cursor, else one that is chosen. */
async function configurations(open: OpenReview, given: unknown, asked: string): Promise<readonly Definition[]> {
  const found = recordsGiven(open, given, isConfiguration);
  if (!found || found.length > 0) return found ?? [];
  const none = t("The review has no configuration yet. Write one first (CMOC: New Configuration).");
  const chosen = await pickRecord(open.review, ["cmoc"], asked, isInUse, { none });
  return chosen ? [chosen] : [];
}

/** Merges two configurations: asks for the other one, which is kept, and why. */
export async function mergeConfigurations(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const [one, another, third] = await configurations(open, given, t("Merge which configuration?"));
  if (!one) return;
  if (third) {
    void vscode.window.showInformationMessage(t("Choose two configurations: more are merged one after another."));
    return;
  }
  const { into, reason } = requestIn(given);
  const named = wordsIn(into) === undefined ? undefined : review.definitions(String(into))[0];
  const asked = t("Merge {0} with which configuration?", displayId(one, review));
  const other =
    another ??
    named ??
    (await pickRecord(review, ["cmoc"], asked, (at) => isInUse(at) && at.brief !== one.brief, {
      none: t("There is no other configuration in use with which it could be merged."),
    }));
  if (!other) return;
  const kept = named ?? (await pickKept(review, one, other));
  if (!kept) return;
  const gone = kept.brief === one.brief ? other : one;
  const [keptId, goneId] = [displayId(kept, review), displayId(gone, review)];
  const why = await askMemo(t("Why does {0} go into {1}?", goneId, keptId), reason);
  if (why === undefined) return;
  await carryOutRefactoring(open, given, (anyway) =>
    merge(review, now(review, kept), now(review, gone), { ...memoOf(why), anyway }),
  );
}

async function pickKept(review: Review, one: Definition, other: Definition): Promise<Definition | undefined> {
  const items = [one, other].map((definition) => ({
    label: literal(displayId(definition, review)),
    description: literal(wordsInLists(definition)),
    detail: evidenceWords(review.evidenceFor(definition).length),
    definition,
  }));
  const placeHolder = t("Which one is kept? The other says that it was merged into it.");
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.definition;
}

function evidenceWords(count: number): string {
  return count === 1 ? t("{0} link to evidence", count) : t("{0} links to evidence", count);
}

/** Retires a configuration: asks why, which stands at its status, and for a memo. */
export async function retireConfiguration(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const [at] = await configurations(open, given, t("Retire which configuration?"));
  if (!at) return;
  const { reason, memo } = requestIn(given);
  const id = displayId(at, review);
  const why =
    wordsIn(reason) ?? (await askWords(t("Why is {0} retired? In a few words, which stand at its status.", id)));
  if (why === undefined || why === "") return;
  const more = await askMemo(t("What more is there to say of it?"), memo);
  if (more === undefined) return;
  await carryOutRefactoring(open, given, (anyway) =>
    retire(review, now(review, at), { reason: why, ...memoOf(more), anyway }),
  );
}

/** Splits a configuration: asks what the new one takes, what both have, which evidence is its own, what it says, and why. */
export async function splitConfiguration(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const [at] = await configurations(open, given, t("Split which configuration?"));
  if (!at) return;
  const id = displayId(at, review);
  const parts = partsToSplit(review, at);
  if (parts.length < 2) {
    void vscode.window.showInformationMessage(
      t("{0} has no two parts written in fields. Convert it to fields first (CMOC: Convert Spelling).", id),
    );
    return;
  }
  const taken = await pickParts(parts, t("What does the new configuration take from {0}?", id), () => false);
  if (!taken || taken.length === 0) return;
  const left = parts.filter((part) => !taken.includes(part));
  const letters = new Set(taken.map(({ label }) => label.charAt(0).toUpperCase()));
  const shared = await pickParts(
    left,
    t("What do both have?"),
    ({ label }) => !letters.has(label.charAt(0).toUpperCase()),
  );
  if (!shared) return;
  const places = (those: readonly SplitPart[]): readonly number[] => those.map((part) => parts.indexOf(part));
  const choice = { taken: places(taken), shared: places(shared) };
  const links = await pickLinks(review, linksToSplit(review, at, choice), id);
  if (!links) return;
  const title = await askWords(t("What does the new configuration say, in one line?"));
  if (title === undefined) return;
  const why = await askMemo(t("Why is {0} split?", id), undefined);
  if (why === undefined) return;
  await carryOutRefactoring(open, given, (anyway) =>
    splitOff(review, now(review, at), { ...choice, links, title, keep: true, ...memoOf(why), anyway }),
  );
}

async function pickParts(
  parts: readonly SplitPart[],
  placeHolder: string,
  isPicked: (part: SplitPart) => boolean,
): Promise<readonly SplitPart[] | undefined> {
  const items = parts.map((part) => ({
    label: literal(part.label),
    description: literal(part.words),
    picked: isPicked(part),
    part,
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, canPickMany: true, matchOnDescription: true });
  return chosen?.map(({ part }) => part);
}

async function pickLinks(
  review: Review,
  links: readonly SplitLink[],
  id: string,
): Promise<readonly SplitLink[] | undefined> {
  if (links.length === 0) return [];
  const items = links.map((link) => ({
    label: literal(idOf(link.extract, review)),
    description: link.stance,
    picked: link.speaks,
    link,
  }));
  const placeHolder = t("Which evidence of {0} is evidence of the new one too?", id);
  const chosen = await vscode.window.showQuickPick(items, { placeHolder, canPickMany: true });
  return chosen?.map(({ link }) => link);
}
