/** Codes merged and split: which uses go where, and why. */
import * as vscode from "vscode";
import {
  bothDefinitions,
  type CodePart,
  type CodeUse,
  codeOf,
  isClosedCode,
  mergeCodes as merged,
  type Rest,
  slugFor,
  splitCode as split,
  usesOfCode,
} from "../../core/features/codebook.ts";
import { t } from "../../core/l10n.ts";
import { codeName } from "../../core/model/names.ts";
import type { Name } from "../../core/model/types.ts";
import { idOf } from "../../core/report/json.ts";
import type { Review } from "../../core/review.ts";
import { literal } from "../literal.ts";
import type { Reviews } from "../reviews/reviews.ts";
import { askWords, shortened } from "./asking.ts";
import { codeMeant, codesGiven, memoOf, pickCode } from "./codes.ts";
import { reviewMeant } from "./meant.ts";
import { askMemo, carryOutRefactoring, requestIn, wordsIn } from "./refactored.ts";

/** Merges two codes: asks for the other one, which is kept, what it covers then, and why. */
export async function mergeCodes(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  if (!open) return;
  const { review } = open;
  const found = codesGiven(open, given);
  if (!found) return;
  if (found.length > 2) {
    void vscode.window.showInformationMessage(t("Choose two codes: more are merged one after another."));
    return;
  }
  const one = found[0] ?? (await pickCode(review, t("Merge which code?")));
  if (one === undefined) return;
  const { into, reason, definition } = requestIn(given);
  const named = wordsIn(into);
  const asked = t("Merge {0} with which code?", idOf(one, review));
  const other = found[1] ?? named ?? (await pickCode(review, asked, (at) => !isClosedCode(at) && at.name !== one));
  if (other === undefined) return;
  const kept = named ?? (await pickKept(review, one, other));
  if (kept === undefined) return;
  const gone = kept === one ? other : one;
  const covers = wordsIn(definition) ?? (await askDefinition(review, kept, gone));
  if (covers === undefined) return;
  const why = await askMemo(t("Why does {0} go into {1}?", idOf(gone, review), idOf(kept, review)), reason);
  if (why === undefined) return;
  await carryOutRefactoring(open, given, (anyway) =>
    merged(review, kept, gone, { ...(covers !== "" && { definition: covers }), ...memoOf(open, why), anyway }),
  );
}

/** The one of two that is kept; where one of them is not in the codebook, or is retired, the other. */
async function pickKept(review: Review, one: Name, other: Name): Promise<Name | undefined> {
  const isKeepable = (name: Name): boolean => {
    const at = codeOf(review, name);
    return at !== undefined && !isClosedCode(at);
  };
  const items = [one, other].filter(isKeepable).map((name) => ({
    label: literal(idOf(name, review)),
    description: literal(codeOf(review, name)?.entity.title ?? ""),
    detail: usesWords(usesOfCode(review, name).length),
    name,
  }));
  if (items.length === 1) return items[0]?.name;
  const placeHolder = t("Which one is kept? The other says that it is replaced by it.");
  return items.length === 0 ? one : (await vscode.window.showQuickPick(items, { placeHolder }))?.name;
}

function usesWords(count: number): string {
  return count === 1 ? t("{0} use", count) : t("{0} uses", count);
}

/** What the kept code covers then, where both say something of it: both, to be put into better words. "" where nothing is asked. */
async function askDefinition(review: Review, kept: Name, gone: Name): Promise<string | undefined> {
  const both = bothDefinitions(review, kept, gone);
  const isSaid = [kept, gone].every((name) => codeOf(review, name)?.entity.definition?.text);
  if (!isSaid || both.includes("\n")) return "";
  return askWords(t("What does {0} cover then?", idOf(kept, review)), both);
}

/** Splits a code: asks into which, which uses each of them has, what becomes of it, and why. */
export async function splitCode(reviews: Reviews, given?: unknown): Promise<void> {
  const open = await reviewMeant(reviews, given);
  const name = open && (await codeMeant(open, given, t("Split which code?")));
  if (!open || name === undefined) return;
  const { review } = open;
  const id = idOf(name, review);
  const uses = usesOfCode(review, name);
  if (uses.length === 0) {
    void vscode.window.showInformationMessage(t("{0} is used by no extract, so that there is nothing to split.", id));
    return;
  }
  const names = await askNames(id, name);
  if (!names || names.length === 0) return;
  const into: CodePart[] = [];
  let left = uses;
  for (const [at, title] of names.entries()) {
    const own = await pickUses(left, title, at === names.length - 1 && at > 0);
    if (!own) return;
    const slug = slugFor(title);
    into.push({ id: slug, uses: own, ...(slug !== title && { title }) });
    left = left.filter((use) => !own.includes(use));
  }
  const rest = await pickRest(review, name, left);
  if (!rest) return;
  const why = await askMemo(t("Why is {0} split?", id), undefined);
  if (why === undefined) return;
  await carryOutRefactoring(open, given, (anyway) => split(review, name, { into, rest, ...memoOf(open, why), anyway }));
}

/** Names of codes, each once; the one that is split keeps what no other is given. */
async function askNames(id: string, own: Name): Promise<readonly string[] | undefined> {
  const said = await askWords(
    t("Into which codes is {0} split? Their names, new or in the codebook, parted by commas.", id),
  );
  const names = said?.split(/[,;]/).map((words) => words.trim());
  const seen = new Set<string>([own]);
  return names?.filter((words) => {
    const name = codeName(slugFor(words));
    if (slugFor(words) === "" || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

interface UseItem extends vscode.QuickPickItem {
  readonly use?: CodeUse;
}

/** Uses by extract; all are picked of the last code, which may have what is left. */
async function pickUses(
  uses: readonly CodeUse[],
  title: string,
  isLast: boolean,
): Promise<readonly CodeUse[] | undefined> {
  const items: UseItem[] = [];
  let before: string | undefined;
  for (const use of uses) {
    if (use.extract !== before) items.push({ label: use.extract, kind: vscode.QuickPickItemKind.Separator });
    before = use.extract;
    const words = use.words.length === 0 ? t("the whole extract") : use.words.map((each) => `“${each}”`).join(", ");
    items.push({
      label: literal(shortened(words)),
      description: literal([use.role, use.at, use.coder].filter(Boolean).join(" · ")),
      detail: literal(shortened(use.passage)),
      picked: isLast,
      use,
    });
  }
  if (uses.length === 0) return [];
  const placeHolder = t("Which uses are those of {0}?", title);
  const options = { placeHolder, canPickMany: true, matchOnDescription: true, matchOnDetail: true } as const;
  return (await vscode.window.showQuickPick(items, options))?.flatMap(({ use }) => use ?? []);
}

async function pickRest(review: Review, name: Name, left: readonly CodeUse[]): Promise<Rest | undefined> {
  const id = idOf(name, review);
  if (!codeOf(review, name)) return "beside";
  const items: (vscode.QuickPickItem & { readonly rest: Rest })[] = [
    { label: t("It stays, and the new ones stand under it"), rest: "wider" },
    { label: t("It stays, and the new ones stand beside it"), rest: "beside" },
  ];
  if (left.length === 0) items.push({ label: t("It is replaced by them"), rest: "replaced" });
  const placeHolder = t("What becomes of {0}? {1} would be left.", literal(id), usesWords(left.length));
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.rest;
}
