/** What refactorings of codes share: which code is meant, where the codebook is, its fields as Markdown. */
import { idKey } from "../../ids.ts";
import { t } from "../../l10n.ts";
import type { Code, Name } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { fold } from "../../syntax/bullets.ts";
import { idOf } from "../card/naming.ts";
import { type Refusal, refuse } from "../edit/outcome.ts";
import { openRecord } from "../edit/record.ts";
import { notReferable } from "../edit/refusals.ts";
import { setField } from "../edit/set-field.ts";
import type { Draft, Spot } from "../refactor/draft.ts";
import { spotOf } from "../refactor/draft.ts";
import { another } from "../refactor/fields.ts";
import type { SameAs } from "../refactor/news.ts";

/** The record of a code; undefined where no codebook has it. */
export function codeOf(review: Review, name: Name): Definition<Code> | undefined {
  const [at] = review.definitions(name);
  return at?.brief.kind === "code" ? (at as Definition<Code>) : undefined;
}

/** Why nothing can be done with a code: two records bear its name, or nothing names it, or with `isWanted` no codebook has it. */
export function wrongCode(review: Review, name: Name, isWanted = true): Refusal | undefined {
  if (!name.startsWith("c:")) return refuse("told", { words: t("Choose a code.") });
  const count = review.definitions(name).length;
  if (count > 1) return notReferable(review, name);
  if (count === 1) return undefined;
  if (!review.isMentioned(name)) return refuse("unknown", { id: idOf(name, review) });
  return isWanted
    ? refuse("told", { words: t("{0} is not in the codebook. Add it first (CMOC: New Code).", idOf(name, review)) })
    : undefined;
}

/** Whether a code is no longer to be used. */
export function isClosedCode({ brief }: Definition): boolean {
  return brief.kind === "code" && (brief.retired || brief.replaced);
}

/** The file that has the most codes; `codebook.md` where there is none. */
export function codebookFile(review: Review): string {
  const counts = new Map<string, number>();
  for (const { placed } of review.records("code")) counts.set(placed.uri, (counts.get(placed.uri) ?? 0) + 1);
  let best: string | undefined;
  for (const [uri, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = uri;
  return best ?? "codebook.md";
}

/** The wider code that a code names. */
export function parentOf(review: Review, name: Name): Name | undefined {
  return codeOf(review, name)?.brief.links.find(({ field, inReason }) => field === "parent" && !inReason)?.name;
}

/** Whether a code stands under another one, or is it, however deep. */
export function isUnder(review: Review, name: Name, above: Name): boolean {
  const seen = new Set<Name>();
  for (let at: Name | undefined = name; at !== undefined && !seen.has(at); at = parentOf(review, at)) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

/** Puts a code under another one, or under none. Words beside what it named before become a note. */
export function putUnder(draft: Draft, spot: Spot, parent: Name | undefined): Refusal | undefined {
  return replaced(draft, spot, "parent", parent === undefined ? undefined : idOf(parent, draft.review));
}

/** Writes a field that names a code; what stood there is told in a note, unless it was only another id. */
export function replaced(draft: Draft, spot: Spot, label: string, id: string | undefined): Refusal | undefined {
  const at = draft.at(spot);
  if (!at) return refuse("moved");
  const before = markdownOf(draft.review, at, label).join(" ");
  if (id !== undefined && idKey(before) === idKey(id)) return undefined;
  const named = at.entity.refs.filter(({ field }) => field === label).map((ref) => idKey(ref.id));
  const isMore = before !== "" && !named.includes(idKey(before.replace(/[.\s]+$/, "")));
  const called = at.brief.id;
  const refusal = draft.take(setField(draft.review, at, label, id));
  // A heading such as “Code trust” is a record only with a field that codes have.
  if (refusal?.refused === "form" && id === undefined)
    return refuse("told", {
      words: t("Without its {0} {1} would be read as an ordinary heading. Give it a definition first.", label, called),
    });
  return refusal ?? (isMore ? another(draft, spot, "note", `${label} before: ${before}`) : undefined);
}

/** The paragraphs of a field as they are written, each in one line; none where it does not stand. */
export function markdownOf(review: Review, at: Definition, label: string): readonly string[] {
  const record = openRecord(review, at);
  const found = record?.bullets.find(({ read }) => read.is === "field" && read.field.label === label)?.bullet;
  if (!record || !found) return [];
  return found.paragraphs.flatMap((inline, index) => {
    const words = fold(record.text.slice(inline.start, inline.end));
    const value = index === 0 ? words.replace(/^[^:]*:(?:[*_]{1,3}(?=\s|$))?\s*/, "") : words;
    return value === "" ? [] : [value];
  });
}

/** Where a code stands in a draft. */
export function spotOfCode(draft: Draft, name: Name): Spot | undefined {
  const at = codeOf(draft.review, name);
  return at && spotOf(draft.review, at);
}

/** Codes that stand for another: what is wrong with the one was wrong with the other, as it is called and as names have it. */
export function standingFor(ids: Iterable<readonly [id: string, other: string]>): SameAs {
  return new Map(
    [...ids].flatMap(([id, other]) => {
      const [one, two] = [id.toLowerCase(), other.toLowerCase()];
      return [[one, two] as const, [`c:${one}`, `c:${two}`] as const];
    }),
  );
}
