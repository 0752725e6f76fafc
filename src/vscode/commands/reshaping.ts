/** Changing the scheme, moving records, converting them between the spellings, copying them as words. */
import * as vscode from "vscode";
import { refusalWords } from "../../core/features/edit/refusal-words.ts";
import {
  COPIES,
  type CopyAs,
  changeScheme as change,
  convert as converted,
  copyOf,
  filesToMoveTo,
  type LeftAsIs,
  moveRecord as moved,
  type Reach,
  SPELLINGS,
  type Wanted,
  whyNotMoved,
} from "../../core/features/refactor.ts";
import { t } from "../../core/l10n.ts";
import { displayId } from "../../core/report/json.ts";
import type { Definition } from "../../core/review.ts";
import { SCHEME_NAMES } from "../../core/vocabulary.ts";
import { whyNotBegun } from "../edits.ts";
import { literal } from "../literal.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { pickRecord } from "./asking.ts";
import { reviewMeant } from "./meant.ts";
import { carryOutRefactoring, now, recordsGiven, requestIn, wordsIn } from "./refactored.ts";

/** Asks for a scheme, and writes it into `review.yaml` if every record is read the same with it. */
export async function changeScheme(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const current = review.manifest.scheme.name;
  const said = wordsIn(requestIn(given).scheme);
  const names = SCHEME_NAMES.filter((name) => name !== current);
  const placeHolder = t("The scheme is {0}. Which one shall it be?", current);
  const name = said ?? (await vscode.window.showQuickPick([...names], { placeHolder }));
  if (name === undefined || !SCHEME_NAMES.some((each) => each === name)) return;
  await carryOutRefactoring(open, given, (anyway) => change(review, name, anyway));
}

/** Asks for a file, one of the review or a new one, and moves the record there. */
export async function moveRecord(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const found = recordsGiven(open, given, () => true);
  if (!found) return;
  const at =
    found[0] ??
    (await pickRecord(review, ["cmoc", "theory", "demi-regularity", "code", "memo"], t("Move which record?")));
  if (!at) return;
  // What cannot be moved anywhere is told before a file is asked for.
  const wrong = whyNotMoved(review, at, "a-new-file.md");
  if (wrong) {
    void vscode.window.showWarningMessage(refusalWords(wrong));
    return;
  }
  const to = wordsIn(requestIn(given).file) ?? (await pickFile(open, at));
  // Written there, the record would be gone from the review, with no problem told.
  const unread = to === undefined ? undefined : whyNotBegun(open, to);
  if (unread !== undefined) void vscode.window.showWarningMessage(unread);
  else if (to !== undefined)
    await carryOutRefactoring(open, given, (anyway) => moved(review, now(review, at), to, anyway));
}

async function pickFile(open: OpenReview, at: Definition): Promise<string | undefined> {
  const { review } = open;
  const another = { label: t("A new file …"), file: undefined };
  const items = filesToMoveTo(review, at).map((file) => ({ label: literal(file), file }));
  const placeHolder = t("Move {0} to which file?", displayId(at, review));
  const chosen = await vscode.window.showQuickPick([another, ...items], { placeHolder });
  if (!chosen || chosen.file !== undefined) return chosen?.file;
  const folder = at.placed.uri.slice(0, at.placed.uri.lastIndexOf("/") + 1);
  const prompt = t("Which new file? Its path in the review, ending in .md.");
  const path = await vscode.window.showInputBox({
    prompt,
    value: `${folder}${at.brief.id.toLowerCase()}.md`,
    validateInput: (words) => {
      const why = words.trim() === "" ? undefined : whyNotMoved(review, at, words.trim());
      return why ? refusalWords(why) : whyNotBegun(open, words.trim());
    },
  });
  return path?.trim() || undefined;
}

/** Asks for a spelling, and for how much, and writes that in it. */
export async function convert(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const records = recordsGiven(open, given, ({ brief }) => brief.kind === "cmoc");
  if (!records) return;
  const { to, reach } = requestIn(given);
  const wanted = SPELLINGS.find((each) => each === to) ?? (await pickSpelling());
  if (!wanted) return;
  const far = reachOf(reach, records, open) ?? (await pickReach(open, records));
  if (!far) return;
  let left: readonly LeftAsIs[] = [];
  let count = 0;
  const done = await carryOutRefactoring(open, given, () => {
    const meant = far.records ? { ...far, records: far.records.map((at) => now(review, at)) } : far;
    const made = converted(review, wanted, meant);
    ({ left, count } = made);
    return made;
  });
  if (done || count === 0) tell(done ? count : 0, left);
}

function tell(count: number, left: readonly LeftAsIs[]): void {
  const done =
    count === 1
      ? t("{0} configuration was written otherwise.", count)
      : t("{0} configurations were written otherwise.", count);
  const stay = left.slice(0, 3).map(({ id, why }) => t("{0} stays as it is: {1}", id, why));
  const more = left.length > 3 ? [t("And {0} more stay.", left.length - 3)] : [];
  void vscode.window.showInformationMessage([done, ...stay, ...more].join(" "));
}

async function pickSpelling(): Promise<Wanted | undefined> {
  const words: { readonly [spelling in Wanted]: readonly [string, string] } = {
    fields: [t("Fields"), t("A labelled line for each slot: the form with room for everything")],
    sentence: [t("A sentence"), t("One tagged sentence: when … (C), … (M), so that … (O)")],
    table: [t("A table"), t("A column for each role, below the heading")],
  };
  const items = SPELLINGS.map((spelling) => ({ label: words[spelling][0], description: words[spelling][1], spelling }));
  const placeHolder = t("Write configurations as what?");
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.spelling;
}

function reachOf(said: unknown, records: readonly Definition[], open: OpenReview): Reach | undefined {
  if (said === "record" && records.length > 0) return { records };
  const path = shownPath(open);
  if (said === "file" && path !== undefined) return { uris: new Set([path]) };
  return said === "review" ? {} : undefined;
}

function shownPath(open: OpenReview): string | undefined {
  const shown = vscode.window.activeTextEditor?.document.uri;
  const path = shown && open.pathOf(shown);
  return path !== undefined && open.review.facts(path) !== undefined ? path : undefined;
}

async function pickReach(open: OpenReview, records: readonly Definition[]): Promise<Reach | undefined> {
  const { review } = open;
  const [only] = records;
  const items: (vscode.QuickPickItem & { readonly reach: Reach })[] = [];
  if (only)
    items.push({
      label:
        records.length === 1 ? literal(displayId(only, review)) : t("The {0} chosen configurations", records.length),
      reach: { records },
    });
  const files = new Set(records.map(({ placed }) => placed.uri));
  const path = files.size === 0 ? shownPath(open) : undefined;
  if (path !== undefined) files.add(path);
  for (const file of files)
    items.push({ label: literal(file), description: t("All of the file"), reach: { uris: new Set([file]) } });
  items.push({ label: t("The whole review"), reach: {} });
  return (await vscode.window.showQuickPick(items, { placeHolder: t("How much of the review?") }))?.reach;
}

/** Puts records into the clipboard: as references, rows or sentences. */
export async function copyAs(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const records = recordsGiven(open, given, () => true);
  if (!records) return;
  if (records.length === 0) {
    void vscode.window.showInformationMessage(
      t("Nothing here is a record. Choose a row, or put the cursor into a record."),
    );
    return;
  }
  const said = requestIn(given).as;
  const as = COPIES.find((each) => each === said) ?? (await pickCopy(records));
  if (!as) return;
  const { text, left } = copyOf(
    review,
    records.map((at) => now(review, at)),
    as,
    shownPath(open) ?? "",
  );
  if (text !== "") await vscode.env.clipboard.writeText(text);
  if (left.length > 0) void vscode.window.showInformationMessage(left.join(" "));
}

async function pickCopy(records: readonly Definition[]): Promise<CopyAs | undefined> {
  const words: { readonly [as in CopyAs]: readonly [string, string] } = {
    reference: [t("Reference"), t("As fields write it")],
    wikilink: [t("Reference for running text"), t("In double square brackets, a citation in single ones")],
    link: [t("Markdown link"), t("One that a forge can follow, from the file that is shown")],
    row: [t("Table row"), t("To go below rows that are there")],
    table: [t("Table"), t("Rows with their head")],
    sentence: [t("Tagged sentence"), t("When … (C), … (M), so that … (O)")],
  };
  const hasSlots = records.some(({ brief }) => brief.kind === "cmoc");
  const ways = COPIES.filter((as) => hasSlots || !["row", "table", "sentence"].includes(as));
  const items = ways.map((as) => ({ label: words[as][0], description: words[as][1], as }));
  return (await vscode.window.showQuickPick(items, { placeHolder: t("Copy as what?") }))?.as;
}
