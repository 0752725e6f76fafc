/** Codes made, renamed, moved and retired, each with the reason in a memo. */
import * as vscode from "vscode";
import {
  codeAt,
  codebookFile,
  codeOf,
  createCode,
  isClosedCode,
  isUnder,
  moveCodes as moved,
  parentOf,
  renameCode as renamed,
  retireCode as retired,
  slugFor,
} from "../../core/features/codebook.ts";
import { refusalWords } from "../../core/features/edit/refusal-words.ts";
import { isRefusal } from "../../core/features/edit.ts";
import type { MemoWords } from "../../core/features/refactor.ts";
import { t } from "../../core/l10n.ts";
import { codeName } from "../../core/model/names.ts";
import type { Name } from "../../core/model/types.ts";
import { idOf } from "../../core/report/json.ts";
import type { Definition, Review } from "../../core/review.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { today } from "../today.ts";
import { ChosenRows } from "../tree/chosen.ts";
import { nameOf } from "../tree/refs.ts";
import { askWords, pickRecord, recordItems, recordsOf } from "./asking.ts";
import { writeNew } from "./filling.ts";
import { isAmbiguous, isUnknown, reviewMeant } from "./meant.ts";
import { askMemo, carryOutRefactoring, requestIn, wordsIn } from "./refactored.ts";
import { moveRecord } from "./reshaping.ts";

const isInUse = (at: Definition): boolean => !isClosedCode(at);

/** The codes of rows, the one that a caller names, or the one at the cursor; undefined where something is wrong with them, which was said. */
export function codesGiven(open: OpenReview, given: unknown): readonly Name[] | undefined {
  const { review } = open;
  const names =
    given instanceof ChosenRows
      ? given.nodes.flatMap(({ record }) => nameOf(record) ?? [])
      : (namesIn(given) ?? [requestIn(given).record ?? codeAtCursor(open)].filter((name) => name !== undefined));
  const codes = [...new Set(names.filter((name) => name.startsWith("c:")))];
  for (const name of codes)
    if ((!review.isMentioned(name) && isUnknown(review, name)) || isAmbiguous(review, name)) return undefined;
  return codes;
}

/** Several codes that a caller names. */
function namesIn(given: unknown): readonly Name[] | undefined {
  const { records } = requestIn(given);
  return Array.isArray(records) ? records.filter((name): name is Name => typeof name === "string") : undefined;
}

function codeAtCursor(open: OpenReview): Name | undefined {
  const editor = vscode.window.activeTextEditor;
  const path = editor && open.pathOf(editor.document.uri);
  if (!editor || path === undefined) return undefined;
  return codeAt(open.review, path, open.review.lines(path).offset(editor.selection.active));
}

/** The memo that tells why, by the coder of the settings, else by the only one of the review. */
export function memoOf({ root, review }: OpenReview, reason: string): { readonly memo?: MemoWords } {
  if (reason === "") return {};
  const said = vscode.workspace.getConfiguration("cmoc", root).get<unknown>("coder");
  const [only, another] = review.manifest.coders.keys();
  const by = typeof said === "string" && said.trim() !== "" ? said.trim() : another === undefined ? only : undefined;
  return { memo: { date: today(), reason, ...(by !== undefined && { by }) } };
}

/** The first of the codes given, else one that is chosen from the codebook. */
export async function codeMeant(open: OpenReview, given: unknown, asked: string): Promise<Name | undefined> {
  const found = codesGiven(open, given);
  if (!found) return undefined;
  return found[0] ?? (await pickCode(open.review, asked));
}

export async function pickCode(
  review: Review,
  asked: string,
  isWanted: (at: Definition) => boolean = isInUse,
): Promise<Name | undefined> {
  const none = t("The codebook has no code to choose. Make one first (CMOC: New Code).");
  return (await pickRecord(review, ["code"], asked, isWanted, { none }))?.name;
}

/** Makes a code: under the one whose row is given; of one that extracts use and no codebook has, its record. */
export async function newCode(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const { title, role: said } = requestIn(given);
  const [row] =
    given instanceof ChosenRows || requestIn(given).record !== undefined ? (codesGiven(open, given) ?? []) : [];
  const parent = row !== undefined && codeOf(review, row) ? idOf(row, review) : undefined;
  const own = row !== undefined && parent === undefined ? idOf(row, review) : undefined;
  const words = own === undefined ? (wordsIn(title) ?? (await askName(review, parent))) : "";
  if (words === undefined || (own === undefined && words.trim() === "")) return;
  const role = wordsIn(said) ?? (await pickRole(review));
  if (role === undefined) return;
  const id = own ?? slugFor(words);
  const named = id === words ? {} : { title: words.trim() };
  const outcome = createCode(review, {
    id,
    ...(own === undefined && named),
    ...(role !== "" && { role }),
    ...(parent !== undefined && { parent }),
  });
  await writeNew(open, codebookFile(review), outcome);
}

async function askName(review: Review, parent: string | undefined): Promise<string | undefined> {
  const prompt =
    parent === undefined
      ? t("What is the code called? In a few words, of which its short name is made.")
      : t("What is the narrower code of {0} called? In a few words, of which its short name is made.", parent);
  return vscode.window.showInputBox({ prompt, validateInput: (words) => aboutName(review, slugFor(words)) });
}

/** What is wrong with a short name, or how it is written. */
function aboutName(review: Review, slug: string): string | vscode.InputBoxValidationMessage | undefined {
  if (slug === "") return undefined;
  const outcome = createCode(review, { id: slug });
  return isRefusal(outcome)
    ? refusalWords(outcome)
    : { message: slug, severity: vscode.InputBoxValidationSeverity.Info };
}

async function pickRole(review: Review): Promise<string | undefined> {
  const roles = review.manifest.scheme.slots.map(({ letter, label }) => ({
    label: letter,
    description: label,
    role: letter,
  }));
  const none = { label: t("No role"), description: t("Each coding line says which it has there."), role: "" };
  return (await vscode.window.showQuickPick([...roles, none], { placeHolder: t("Which role does it usually have?") }))
    ?.role;
}

/** Gives a code another short name, everywhere, and says why in a memo. */
export async function renameCode(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  const name = open && (await codeMeant(open, given, t("Rename which code?")));
  if (!open || name === undefined) return;
  const { review } = open;
  const { id: said, reason } = requestIn(given);
  const before = idOf(name, review);
  const whyNot = (id: string): string | undefined => {
    const taken = codeName(id) !== name && review.isDefined(codeName(id));
    return taken ? refusalWords({ refused: "taken", data: { id } }) : undefined;
  };
  const prompt = t("The new short name of {0}: letters, digits, “.”, “_” and “-”.", before);
  const id = wordsIn(said) ?? (await vscode.window.showInputBox({ prompt, value: before, validateInput: whyNot }));
  if (id === undefined || id.trim() === before || id.trim() === "") return;
  const why = await askMemo(t("Why is {0} called {1}?", before, id.trim()), reason);
  if (why === undefined) return;
  await carryOutRefactoring(open, given, (anyway) =>
    renamed(review, name, { id: id.trim(), ...memoOf(open, why), anyway }),
  );
}

/** Retires a code: asks for the one to use instead, and why, which stands at the code and in a memo. */
export async function retireCode(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  const name = open && (await codeMeant(open, given, t("Retire which code?")));
  if (!open || name === undefined) return;
  const { review } = open;
  const { reason, instead } = requestIn(given);
  const id = idOf(name, review);
  const other = wordsIn(instead) ?? (await pickInstead(review, name, id));
  if (other === undefined) return;
  const why = wordsIn(reason) ?? (await askWords(t("Why is {0} retired? It stands at the code, and in a memo.", id)));
  if (why === undefined || why === "") return;
  const replacedBy = other === "" ? {} : { replacedBy: other };
  await carryOutRefactoring(open, given, (anyway) =>
    retired(review, name, { reason: why, ...replacedBy, ...memoOf(open, why), anyway }),
  );
}

async function pickInstead(review: Review, name: Name, id: string): Promise<Name | undefined> {
  const others = recordsOf(review, ["code"], (at) => isInUse(at) && at.name !== name);
  const items = (await recordItems(others, review)).map((item) => ({ ...item, name: item.definition.name }));
  const none = { label: t("No other code"), name: "" };
  const placeHolder = t("Which code is used in place of {0}?", id);
  return (await vscode.window.showQuickPick([none, ...items], { placeHolder, matchOnDescription: true }))?.name;
}

/** Puts codes under another one or at the top, or the record of one into another file. */
export async function moveCode(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  const found = open && codesGiven(open, given);
  if (!open || !found) return;
  const { review } = open;
  const chosen = found[0] ?? (await pickCode(review, t("Move which code?")));
  if (chosen === undefined) return;
  const names = found.length > 1 ? found : [chosen];
  const { to, reason } = requestIn(given);
  const where = wordsIn(to) ?? (await pickPlace(review, names));
  if (where === undefined) return;
  if (where === FILE) return moveRecord(reviews, given instanceof ChosenRows ? given : { record: chosen });
  const parent = where === "" ? undefined : where;
  const moving = names.filter((name) => codeOf(review, name) === undefined || parentOf(review, name) !== parent);
  const [id] = names.map((name) => idOf(name, review)) as [string];
  const asked =
    parent === undefined
      ? t("Why does {0} stand at the top?", id)
      : t("Why does {0} stand under {1}?", id, idOf(parent, review));
  const why = await askMemo(asked, reason);
  if (why === undefined) return;
  const those = moving.length > 0 ? moving : names;
  await carryOutRefactoring(open, given, (anyway) => moved(review, those, { parent, ...memoOf(open, why), anyway }));
}

const FILE = "file";

async function pickPlace(review: Review, names: readonly Name[]): Promise<string | undefined> {
  const isFree = (at: Definition): boolean => isInUse(at) && !names.some((name) => isUnder(review, at.name, name));
  const others = recordsOf(review, ["code"], isFree);
  const items = (await recordItems(others, review)).map((item) => ({ ...item, to: item.definition.name }));
  const file = names.length === 1 ? [{ label: t("To another file …"), to: FILE }] : [];
  const isBelow = names.some((name) => parentOf(review, name) !== undefined);
  const top = isBelow ? [{ label: t("To the top of the codebook"), to: "" }] : [];
  const placeHolder = t("Put {0} under which code?", names.map((name) => idOf(name, review)).join(", "));
  return (await vscode.window.showQuickPick([...top, ...file, ...items], { placeHolder, matchOnDescription: true }))
    ?.to;
}
