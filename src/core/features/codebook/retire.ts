/** Codes retired, put under another, or called otherwise, each with the reason in a memo. */
import { t } from "../../l10n.ts";
import { codeName } from "../../model/names.ts";
import type { Name } from "../../model/types.ts";
import type { Review } from "../../review.ts";
import { fold } from "../../syntax/bullets.ts";
import { idOf } from "../card/naming.ts";
import { type Outcome, type Refusal, refuse } from "../edit/outcome.ts";
import { rename } from "../edit/rename.ts";
import { setField } from "../edit/set-field.ts";
import { Draft } from "../refactor/draft.ts";
import { type MemoWords, withMemo } from "../refactor/fields.ts";
import type { Refactored } from "../refactor/merge.ts";
import { withoutNews } from "../refactor/news.ts";
import { codeOf, isUnder, parentOf, putUnder, replaced, spotOfCode, standingFor, wrongCode } from "./fields.ts";
import { codingsOf } from "./uses.ts";

interface Why {
  readonly memo?: MemoWords;
  readonly anyway?: boolean;
}

export interface HowToRetireCode extends Why {
  /** Why, in one line, which stands at the code. */
  readonly reason: string;
  /** The code to use instead. */
  readonly replacedBy?: Name;
}

const refused = (outcome: Outcome): Refactored => ({ outcome, notes: [] });

/** Gives a code the field `retired` with the reason. Its uses stay as they are, and it is told how many there are. */
export function retireCode(
  review: Review,
  name: Name,
  { reason, replacedBy, memo, anyway }: HowToRetireCode,
): Refactored {
  const wrong = wrongCode(review, name) ?? (replacedBy === undefined ? undefined : wrongCode(review, replacedBy));
  if (wrong) return refused(wrong);
  const words = fold(reason);
  const id = idOf(name, review);
  if (codeOf(review, name)?.brief.retired) return refused(refuse("told", { words: t("{0} is retired already.", id) }));
  if (words === "") return refused(refuse("told", { words: t("Say why it is retired.") }));
  if (replacedBy === name) return refused(refuse("told", { words: t("Choose another code to use instead.") }));
  const draft = new Draft(review);
  const spot = spotOfCode(draft, name);
  const at = spot && draft.at(spot);
  if (!at) return refused(refuse("moved", { id }));
  const refusal =
    draft.take(setField(draft.review, at, "retired", words)) ??
    (replacedBy === undefined ? undefined : replaced(draft, spot, "replaced by", idOf(replacedBy, review))) ??
    (memo &&
      withMemo(draft, aboutCodes(review, [name, ...(replacedBy ? [replacedBy] : [])]), `${id} was retired`, memo));
  if (refusal) return refused(refusal);
  const uses = codingsOf(review, name).length;
  return { outcome: withoutNews(draft, undefined, anyway), notes: uses === 0 ? [] : [leftBy(uses, id)] };
}

function leftBy(uses: number, id: string): string {
  return uses === 1
    ? t("{0} coding line uses {1} still. Merge it into another code to move it.", uses, id)
    : t("{0} coding lines use {1} still. Merge it into another code to move them.", uses, id);
}

function aboutCodes(review: Review, names: readonly Name[]): readonly string[] {
  return names.map((name) => `Code ${idOf(name, review)}`);
}

export interface HowToMoveCode extends Why {
  /** The wider code; undefined for none. */
  readonly parent: Name | undefined;
}

/** Puts codes, with those that are narrower, under another one, or at the top. */
export function moveCodes(review: Review, names: readonly Name[], { parent, memo, anyway }: HowToMoveCode): Refactored {
  const wrong =
    (parent === undefined ? undefined : wrongCode(review, parent)) ??
    first(names, (name) => wrongCode(review, name) ?? wrongPlace(review, name, parent));
  if (wrong) return refused(wrong);
  const draft = new Draft(review);
  const where = parent === undefined ? "to the top" : `under ${idOf(parent, review)}`;
  const ids = names.map((name) => idOf(name, review)).join(", ");
  const about = aboutCodes(review, [...names, ...(parent ? [parent] : [])]);
  const moved = `${ids} ${names.length === 1 ? "was" : "were"} moved ${where}`;
  const refusal =
    first(names, (name) => {
      const spot = spotOfCode(draft, name);
      return spot ? putUnder(draft, spot, parent) : refuse("moved", { id: idOf(name, review) });
    }) ??
    (memo && withMemo(draft, about, moved, memo));
  return refused(refusal ?? withoutNews(draft, undefined, anyway));
}

function first(names: readonly Name[], why: (name: Name) => Refusal | undefined): Refusal | undefined {
  for (const name of names) {
    const refusal = why(name);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Why a code cannot stand there. */
function wrongPlace(review: Review, name: Name, parent: Name | undefined): Refusal | undefined {
  const id = idOf(name, review);
  if (parentOf(review, name) === parent)
    return refuse("told", {
      words:
        parent === undefined
          ? t("{0} stands at the top already.", id)
          : t("{0} stands under {1} already.", id, idOf(parent, review)),
    });
  return parent !== undefined && isUnder(review, parent, name)
    ? refuse("told", {
        words: t("{0} stands under {1}, or is it, and cannot be wider than it.", idOf(parent, review), id),
      })
    : undefined;
}

export interface HowToRenameCode extends Why {
  readonly id: string;
}

/** Gives a code another slug, wherever it is named; one that no codebook has too. */
export function renameCode(review: Review, name: Name, { id, memo, anyway }: HowToRenameCode): Refactored {
  const wrong = wrongCode(review, name, false);
  if (wrong) return refused(wrong);
  const before = idOf(name, review);
  const draft = new Draft(review);
  const refusal =
    draft.take(rename(draft.review, name, id)) ??
    (memo &&
      withMemo(draft, draft.review.isDefined(codeName(id)) ? [`Code ${id}`] : [], `${before} is called ${id}`, memo));
  const same = standingFor([[id, before]]);
  return refused(refusal ?? withoutNews(draft, same, anyway));
}
