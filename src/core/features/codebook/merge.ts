/** Merging two codes: one is kept, the other says which is used in its place. */
import type { Problem } from "../../check.ts";
import { t } from "../../l10n.ts";
import type { Name } from "../../model/types.ts";
import type { Reference, Review } from "../../review.ts";
import { useCount } from "../card/counts.ts";
import { idOf } from "../card/naming.ts";
import { editsOf, type Refusal, refuse, together } from "../edit/outcome.ts";
import { setField } from "../edit/set-field.ts";
import { Draft, type Spot } from "../refactor/draft.ts";
import { another, type MemoWords, withMemo } from "../refactor/fields.ts";
import type { Refactored } from "../refactor/merge.ts";
import { holding, renamedIn, renaming } from "../refactor/naming.ts";
import { withoutNews } from "../refactor/news.ts";
import {
  codeOf,
  isClosedCode,
  isUnder,
  markdownOf,
  parentOf,
  putUnder,
  replaced,
  spotOfCode,
  standingFor,
  wrongCode,
} from "./fields.ts";
import { uniteLines } from "./united.ts";
import { recode, relinked } from "./uses.ts";

export interface HowToMergeCodes {
  /** What the kept code covers then; without it the definitions of both, one after the other. */
  readonly definition?: string;
  readonly memo?: MemoWords;
  /** Problems that it brings are accepted. */
  readonly anyway?: boolean;
}

/**
 * Lets every coding line, wider code, theory and text that names `gone` name `kept`. Lines that are alike then become one. `gone` keeps its record, with
 * `replaced by`, and memos go on naming it: they tell of what was. A code that no codebook has is merged as well: nothing names it then.
 */
export function mergeCodes(review: Review, kept: Name, gone: Name, how: HowToMergeCodes = {}): Refactored {
  const wrong = wrongPair(review, kept, gone);
  if (wrong) return { outcome: wrong, notes: [] };
  const draft = new Draft(review);
  const done = merged(draft, kept, gone, how);
  if (isRefused(done)) return { outcome: done, notes: [] };
  const [keptId, goneId] = [idOf(kept, review), idOf(gone, review)];
  const notes =
    done.united === 0
      ? []
      : [
          t(
            "{0} of {1} said what {2} says there already, and became one with it.",
            useCount(done.united),
            goneId,
            keptId,
          ),
        ];
  const same = standingFor([[goneId, keptId]]);
  return { outcome: withoutNews(draft, same, how.anyway, isAccepted), notes };
}

/** A wider code whose last narrower one goes is told of as unused, which is a hint and no reason against merging. */
const isAccepted = ({ rule, level }: Problem): boolean => rule === "code/unused" && level === "hint";

function wrongPair(review: Review, kept: Name, gone: Name): Refusal | undefined {
  const wrong = wrongCode(review, kept) ?? wrongCode(review, gone, false);
  if (wrong) return wrong;
  if (kept === gone) return refuse("told", { words: t("Choose two codes to merge.") });
  const at = codeOf(review, kept);
  const closed = at && isClosedCode(at);
  return closed
    ? refuse("told", { words: t("{0} was retired or replaced. Choose one that is still in use.", at.brief.id) })
    : undefined;
}

function merged(draft: Draft, kept: Name, gone: Name, how: HowToMergeCodes): { readonly united: number } | Refusal {
  const { review } = draft;
  const [keptId, goneId] = [idOf(kept, review), idOf(gone, review)];
  const [to, from] = [spotOfCode(draft, kept), spotOfCode(draft, gone)];
  if (!to) return refuse("moved", { id: keptId });
  const definition = how.definition ?? bothDefinitions(review, kept, gone);
  const recoded = recode(draft, gone, () => keptId);
  if (isRefused(recoded)) return recoded;
  let united = 0;
  for (const each of recoded) {
    const count = uniteLines(draft, each, new Set([kept]));
    if (typeof count !== "number") return count;
    united += count;
  }
  const refusal =
    relinked(draft, recoded, new Set([kept])) ??
    outOfLoop(draft, to, kept, gone) ??
    mentionsRenamed(draft, kept, gone) ??
    defined(draft, to, definition) ??
    (from ? closed(draft, from, keptId) : undefined) ??
    (how.memo &&
      withMemo(
        draft,
        [`Code ${keptId}`, ...(from ? [`Code ${goneId}`] : [])],
        `${goneId} was merged into ${keptId}`,
        how.memo,
      ));
  return refusal ?? { united };
}

function isRefused(value: object): value is Refusal {
  return "refused" in value;
}

/** What is narrower than the code that goes takes its place: it would stand under itself. */
function outOfLoop(draft: Draft, to: Spot, kept: Name, gone: Name): Refusal | undefined {
  const { review } = draft;
  if (!isUnder(review, kept, gone)) return undefined;
  const above = parentOf(review, gone);
  return putUnder(draft, to, above !== undefined && !isUnder(review, above, kept) ? above : undefined);
}

/** Where `gone` is named besides coding lines; memos and its own record go on naming it where it has one. */
function mentionsRenamed(draft: Draft, kept: Name, gone: Name): Refusal | undefined {
  const { review } = draft;
  const target = codeOf(review, kept)?.brief;
  if (!target) return refuse("moved");
  const isRecord = review.isDefined(gone);
  const isMeant = ({ ref, from }: Reference): boolean =>
    ref.field !== "coding" && !(isRecord && (ref.inReason || from?.brief.kind === "memo" || from?.brief.name === gone));
  const twice = namedTwice(draft, kept, gone, isMeant);
  if (twice) return twice;
  const changes = review
    .references(gone)
    .filter(isMeant)
    .map(({ placed, ref }) =>
      editsOf(placed.uri, review.text(placed.uri) ?? "", renaming(draft, { placed }, ref, target)),
    );
  return draft.take(together(changes));
}

/** Where a field names both, as in `replaced by: trust, faith`, it names the one that is kept once; other words beside the other one become a note. */
function namedTwice(draft: Draft, kept: Name, gone: Name, isMeant: (at: Reference) => boolean): Refusal | undefined {
  const fields = new Set<string>();
  const spots = holding(draft, gone, (from, ref) => {
    const isBoth =
      ref.field !== "prose" &&
      isMeant({ placed: from.placed, ref, from }) &&
      from.brief.links.some(({ name, field, inReason }) => name === kept && field === ref.field && !inReason);
    if (isBoth) fields.add(ref.field);
    return isBoth;
  });
  for (const spot of spots)
    for (const field of fields) {
      const at = draft.at(spot);
      if (!at?.brief.links.some(({ name, field: own }) => name === kept && own === field)) continue;
      const told: string[] = [];
      const refusal =
        renamedIn(draft, spot, new Set([field]), gone, kept, told) ??
        (told.length > 0 ? another(draft, spot, "note", `${field} before: ${told.join("; ")}`) : undefined);
      if (refusal) return refusal;
    }
  return undefined;
}

/** The definitions of both: in one line where each has one. */
export function bothDefinitions(review: Review, kept: Name, gone: Name): string {
  const [own, other] = [kept, gone].map((name) => {
    const at = codeOf(review, name);
    return at ? markdownOf(review, at, "definition") : [];
  }) as [readonly string[], readonly string[]];
  const said = own.join(" ").toLowerCase();
  const more = other.filter((words) => !said.includes(words.toLowerCase().replace(/[.\s]+$/, "")));
  if (own.length === 1 && more.length === 1) return `${own[0]?.replace(/[\s.;,]+$/, "")}; ${more[0]}`;
  return [...own, ...more].join("\n");
}

/** Writes a definition; as a note where it cannot stand in the place of what is there, such as a list. */
function defined(draft: Draft, spot: Spot, definition: string): Refusal | undefined {
  const at = draft.at(spot);
  if (!at) return refuse("moved");
  if (definition.trim() === "") return undefined;
  const refusal = draft.take(setField(draft.review, at, "definition", definition));
  return refusal && another(draft, spot, "note", `definition: ${definition.replace(/\s*\n\s*/g, " ")}`);
}

/** The record of the code that goes says which one is used in its place; what it said before of that is a note. */
function closed(draft: Draft, spot: Spot, keptId: string): Refusal | undefined {
  return replaced(draft, spot, "replaced by", keptId);
}
