/** Splitting a code: each of its uses is given to one of several codes, new ones among them. */
import { idKey, isId } from "../../ids.ts";
import { t } from "../../l10n.ts";
import { codeName } from "../../model/names.ts";
import type { Name } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { useCount } from "../card/counts.ts";
import { idOf } from "../card/naming.ts";
import { appendRecord, type NewRecord } from "../edit/append.ts";
import { noCodeId } from "../edit/code-ids.ts";
import { type Refusal, refuse } from "../edit/outcome.ts";
import { setField } from "../edit/set-field.ts";
import { Draft } from "../refactor/draft.ts";
import { type MemoWords, withMemo } from "../refactor/fields.ts";
import type { Refactored } from "../refactor/merge.ts";
import { withoutNews } from "../refactor/news.ts";
import { codebookFile, codeOf, spotOfCode, standingFor, wrongCode } from "./fields.ts";
import { uniteLines } from "./united.ts";
import { type CodeUse, recode, relinked, usesOfCode } from "./uses.ts";

/** One of the codes that a code is split into: a new one, or one that the codebook has already. */
export interface CodePart {
  readonly id: string;
  readonly title?: string;
  readonly definition?: string;
  /** The uses that are its own then. */
  readonly uses: readonly CodeUse[];
}

/**
 * What becomes of the code that is split.
 * - `wider`: it stays, and the new ones stand under it
 * - `beside`: it stays, and the new ones stand beside it
 * - `replaced`: it is no longer used, and names those that are used in its place; every use has to be given away
 */
export type Rest = "wider" | "beside" | "replaced";

export interface HowToSplitCode {
  readonly into: readonly CodePart[];
  readonly rest: Rest;
  readonly memo?: MemoWords;
  readonly anyway?: boolean;
}

/** Gives uses of a code to others. New ones stand below it in the codebook, with its role and its origin. */
export function splitCode(review: Review, name: Name, how: HowToSplitCode): Refactored {
  const wrong = wrongCode(review, name, how.rest !== "beside") ?? wrongParts(review, name, how);
  if (wrong) return { outcome: wrong, notes: [] };
  const draft = new Draft(review);
  const refusal = split(draft, name, how);
  if (refusal) return { outcome: refusal, notes: [] };
  const same = standingFor(how.into.map(({ id }) => [id, idOf(name, review)]));
  return { outcome: withoutNews(draft, same, how.anyway), notes: [] };
}

function wrongParts(review: Review, name: Name, { into, rest }: HowToSplitCode): Refusal | undefined {
  const given = new Set<string>();
  const ids = new Set<string>();
  if (into.length === 0) return refuse("told", { words: t("Say into which codes it is split.") });
  for (const { id, uses } of into) {
    const other = codeName(id);
    if (!isId(id)) return refuse(id.trim() === "" ? "empty" : "signs", { id });
    if (other === name || ids.has(other)) return refuse("taken", { id });
    if (review.definitions(other).length > 1) return wrongCode(review, other);
    ids.add(other);
    for (const { key } of uses) {
      if (given.has(key)) return refuse("told", { words: t("A use can be given to one code only.") });
      given.add(key);
    }
  }
  const all = new Set(usesOfCode(review, name).map(({ key }) => key));
  for (const key of given) if (!all.has(key)) return refuse("moved", { id: idOf(name, review) });
  for (const { id } of into) {
    const unfit = review.isDefined(codeName(id)) ? undefined : noCodeId(id, review.manifest.scheme);
    if (unfit) return unfit;
  }
  const left = all.size - given.size;
  return rest === "replaced" && left > 0
    ? refuse("told", {
        words: t(
          "{0} of {1} would be left. Give each to one of the new codes, or keep {1}.",
          useCount(left),
          idOf(name, review),
        ),
      })
    : undefined;
}

function split(draft: Draft, name: Name, { into, rest, memo }: HowToSplitCode): Refusal | undefined {
  const id = idOf(name, draft.review);
  const ids = into.map((part) => idOf(codeName(part.id), draft.review) || part.id);
  const owner = new Map(into.flatMap(({ uses }, at) => uses.map(({ key }) => [key, ids[at] ?? ""] as const)));
  const recoded = recode(draft, name, (key) => owner.get(key));
  if ("refused" in recoded) return recoded;
  // Of a new code, lines that are alike were alike before.
  const held = new Set(into.map((part) => codeName(part.id)).filter((other) => draft.review.isDefined(other)));
  for (const each of held.size === 0 ? [] : recoded) {
    const united = uniteLines(draft, each, held);
    if (typeof united !== "number") return united;
  }
  let after = codeOf(draft.review, name);
  for (const [at, part] of into.entries()) {
    const made = codeName(part.id);
    if (draft.review.isDefined(made)) continue;
    const { review } = draft;
    const record = newCode(review, name, { ...part, id: ids[at] ?? part.id }, rest);
    const place = after ? { uri: after.placed.uri, after } : { uri: codebookFile(review) };
    const refusal = draft.take(appendRecord(review, place, record));
    if (refusal) return refusal;
    after = codeOf(draft.review, made);
  }
  const about = [...(draft.review.isDefined(name) ? [id] : []), ...ids].map((each) => `Code ${each}`);
  return (
    relinked(draft, recoded, new Set(ids.map(codeName))) ??
    (rest === "replaced" ? replacedBy(draft, name, ids) : undefined) ??
    (memo && withMemo(draft, about, `${id} was split into ${ids.join(", ")}`, memo))
  );
}

function newCode(review: Review, name: Name, { id, title, definition }: CodePart, rest: Rest): NewRecord {
  const entity = codeOf(review, name)?.entity;
  const parent = rest === "wider" ? idOf(name, review) : entity?.parent?.id;
  const fields: (readonly [string, string])[] = [];
  const add = (label: string, value: string | undefined): void => {
    if (value !== undefined && value.trim() !== "") fields.push([label, value]);
  };
  add("role", entity?.role?.text);
  fields.push(["definition", definition ?? ""]);
  add("origin", entity?.origin?.text);
  add("parent", parent);
  return { kind: "code", id, ...(title !== undefined && { title }), fields };
}

function replacedBy(draft: Draft, name: Name, ids: readonly string[]): Refusal | undefined {
  const spot = spotOfCode(draft, name);
  const at: Definition | undefined = spot && draft.at(spot);
  return at
    ? draft.take(setField(draft.review, at, "replaced by", ids.join(", ")))
    : refuse("moved", { id: idKey(name) });
}
