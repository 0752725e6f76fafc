/** Asking for the codes of a passage: one after the other, until Enter goes on. */
import type * as vscode from "vscode";
import { type Before, codesWords, linksWords, saidOf } from "../../core/features/coding/before.ts";
import { codeChoices, typedCodes, useKey } from "../../core/features/coding/codes.ts";
import { type CodeUse, codeLabel } from "../../core/features/coding/verbatim.ts";
import { t } from "../../core/l10n.ts";
import { shortened } from "../commands/asking.ts";
import { literal } from "../literal.ts";
import type { OpenReview } from "../reviews/open-review.ts";
import { parting, pick, type Row } from "./picking.ts";

type Choice = { readonly is: "again" } | { readonly is: "on" } | { readonly is: "code"; readonly use: CodeUse };

/** So much of the words stands over the list. */
const LONGEST = 60;

export interface AskedCodes {
  readonly codes: readonly CodeUse[];
  /** Whether all is to be as before, and nothing more asked. */
  readonly isAgain: boolean;
}

export interface CodesOf {
  readonly open: OpenReview;
  /** The citation key of the source. */
  readonly key: string;
  /** The words that are coded. */
  readonly words: string;
  readonly recent: readonly CodeUse[];
  readonly before: Before | undefined;
  readonly steps: number;
}

export async function askCodes({ open, key, words, recent, before, steps }: CodesOf): Promise<AskedCodes | undefined> {
  const { review } = open;
  const chosen = new Map<string, CodeUse>();
  for (;;) {
    const choices = codeChoices(review, key, recent);
    const rows: vscode.QuickPickItem[] = [...first(open, [...chosen.values()], before, steps)];
    rows.push(parting(t("codes")));
    const listed = new Map([...choices, ...chosen.values()].map((use) => [useKey(use), use]));
    for (const use of [...chosen.values(), ...choices.filter((each) => !chosen.has(useKey(each)))])
      rows.push(codeRow(open, use, chosen.has(useKey(use))));
    const typed = (value: string): readonly Row<Choice>[] =>
      typedCodes(value, review, [...listed.values()]).map((use) => ({
        label: `$(add) ${literal(codeLabel(use, review.manifest.scheme))}`,
        description: use.isNew ? t("new, for the codebook") : t("in this role"),
        value: { is: "code", use },
      }));
    const row = await pick<Choice>({
      title: t("Code “{0}”", shortened(words, LONGEST)),
      step: 1,
      steps,
      placeHolder: t("Choose a code, or type a role and a code, as in M trust"),
      rows,
      typed,
    });
    if (!row) return undefined;
    const { value } = row;
    if (value.is === "again") return { codes: before?.codes ?? [], isAgain: true };
    if (value.is === "on") return { codes: [...chosen.values()], isAgain: false };
    const own = useKey(value.use);
    if (chosen.has(own)) chosen.delete(own);
    else chosen.set(own, value.use);
  }
}

/** Without a code nothing is written where codes are all that is asked for. */
function first(
  { review }: OpenReview,
  chosen: readonly CodeUse[],
  before: Before | undefined,
  steps: number,
): readonly Row<Choice>[] {
  if (chosen.length > 0)
    return [
      {
        label: `$(check) ${literal(t("Go on with {0}", codesWords(review, chosen)))}`,
        description: t("or choose more"),
        value: { is: "on" },
      },
    ];
  const none: readonly Row<Choice>[] =
    steps === 1 ? [] : [{ label: t("No code"), description: t("code it later"), value: { is: "on" } }];
  if (!before) return none;
  const again: Row<Choice> = {
    label: `$(history) ${literal(t("The same as before: {0}", saidOf(review, before)))}`,
    // The label may be cut off where the list ends: what it links to, and how, begins a line of its own.
    detail: literal([linksWords(review, before.links), codesWords(review, before.codes)].filter(Boolean).join(" · ")),
    value: { is: "again" },
  };
  return [again, ...none];
}

function codeRow({ review }: OpenReview, use: CodeUse, isChosen: boolean): Row<Choice> {
  const label = literal(codeLabel(use, review.manifest.scheme));
  const uses = "uses" in use ? Number(use.uses) : undefined;
  const title = "title" in use ? literal(String(use.title)) : "";
  const often = uses === undefined ? "" : uses === 1 ? t("1 use") : t("{0} uses", uses);
  const { role, code } = use;
  const plain = { ...(role && { role }), ...(code !== undefined && { code }) };
  return {
    label: isChosen ? `$(check) ${label}` : label,
    description: isChosen ? t("chosen; choose it again to leave it out") : [title, often].filter(Boolean).join(" · "),
    value: { is: "code", use: plain },
  };
}
