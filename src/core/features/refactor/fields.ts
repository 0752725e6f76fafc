/** Fields that a refactoring writes: one more of its kind, a status, a memo. */

import { t } from "../../l10n.ts";
import { recordName } from "../../model/names.ts";
import { wholeValue } from "../../model/parts/blocks.ts";
import type { Cmoc } from "../../model/types.ts";
import type { Definition } from "../../review.ts";
import { called } from "../../rules/about.ts";
import { fold } from "../../syntax/bullets.ts";
import { rowAsRecord } from "../actions/row-as-record.ts";
import { appendRecord } from "../edit/append.ts";
import { type Refusal, refuse } from "../edit/outcome.ts";
import { commentsIn } from "../edit/own-words.ts";
import { isRow, openRecord } from "../edit/record.ts";
import { idForRow } from "../edit/row-id.ts";
import { setField } from "../edit.ts";
import { type Draft, type Spot, spotOf } from "./draft.ts";

/** Why a memo is written, and when: a date as `2026-03-02`. */
export interface MemoWords {
  readonly date: string;
  readonly reason: string;
  /** Who says so. */
  readonly by?: string;
}

/** Writes one more field of a label that may stand several times. */
export function another(draft: Draft, spot: Spot, label: string, value: string): Refusal | undefined {
  const at = draft.at(spot);
  const record = at && openRecord(draft.review, at);
  if (!record) return refuse("moved");
  const standing = record.bullets.filter(({ read }) => read.is === "field" && read.field.label === label).length;
  return draft.take(setField(draft.review, at, label, value, standing));
}

/** Gives a configuration a status; what stood there, and more than that it was a candidate, is kept as a note. */
export function closedAs(draft: Draft, spot: Spot, status: string): Refusal | undefined {
  const at = draft.at(spot);
  if (!at) return refuse("moved");
  const before = (at.entity as Cmoc).status;
  const said = [before?.text, before?.reason].filter((each) => each !== undefined && each !== "").join(" — ");
  const words = [said, ...statusComments(draft, at)].filter((each) => each !== "").join(" ");
  const refusal = draft.take(setField(draft.review, at, "status", status));
  if (refusal || words === "" || words.toLowerCase() === "candidate") return refusal;
  return another(draft, spot, "note", `status before: ${words}`);
}

/** Comments in the value of the status, each in one line. */
function statusComments(draft: Draft, at: Definition): readonly string[] {
  const status = openRecord(draft.review, at)?.bullets.find(
    ({ read }) => read.is === "field" && read.field.label === "status",
  );
  return (status?.bullet.paragraphs ?? []).flatMap((inline) => commentsIn(inline, inline.start, inline.end).map(fold));
}

/** A row has no place for what is to be written: it becomes a record with a heading. Gives where the record stands then. */
export function headed(draft: Draft, at: Definition): Spot | Refusal {
  const { review } = draft;
  if (!isRow(at.brief)) return spotOf(review, at);
  const id = at.brief.id === "" ? idForRow(review, at) : at.brief.id;
  const before = called(at).toLowerCase();
  const refusal = draft.take(rowAsRecord(review, at));
  if (refusal) return refusal;
  if (at.brief.id === "") draft.renamed.set(before, id.toLowerCase());
  const made = draft.review.definitions(recordName(id))[0];
  return made ? spotOf(draft.review, made) : refuse("moved", { id });
}

/** Writes a memo about records where the memos of the review stand, `memos.md` where there is none. */
export function withMemo(
  draft: Draft,
  about: readonly string[],
  title: string,
  { date, reason, by }: MemoWords,
): Refusal | undefined {
  const { review } = draft;
  const id = freeDate(draft, date);
  const written = (prose: string): Refusal | undefined =>
    draft.take(
      appendRecord(
        review,
        { uri: memoFile(draft) },
        {
          kind: "memo",
          id,
          title,
          fields: [
            ...(about.length === 0 ? [] : [["about", about.join(", ")] as const]),
            ...(by === undefined || by === "" ? [] : [["by", by] as const]),
            ["kind", "decision"],
          ],
          prose,
        },
      ),
    );
  const refusal = written(reason);
  // Words that begin a heading, or open what nothing closes, are only words in a reason.
  if (refusal?.refused !== "form") return refusal;
  if (written(literally(reason)) === undefined) return undefined;
  return refuse("told", {
    words: t("The memo cannot be written with this reason: {0}. Say it in other words.", reason),
  });
}

/** Markdown as plain words: what begins a line with a meaning of its own, and what begins a comment or a tag, is escaped. */
function literally(words: string): string {
  return words
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/^[#=~`+*>-]/, "\\$&"))
    .join("\n")
    .replace(/</g, "\\<");
}

/** Two memos may share a date, but what mentions it would then mean either. */
function freeDate({ review }: Draft, date: string): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? date : `${date}-${n}`;
    if (!review.isDefined(`m:${id.toLowerCase()}`)) return id;
  }
}

/** The file that has the most memos. */
function memoFile({ review }: Draft): string {
  const counts = new Map<string, number>();
  for (const { placed } of review.records("memo")) counts.set(placed.uri, (counts.get(placed.uri) ?? 0) + 1);
  let best: string | undefined;
  for (const [uri, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = uri;
  return best ?? "memos.md";
}

/** Writes one more id into a field that lists records: at its end, or below it where that ends with a reason. */
export function listedToo(draft: Draft, spot: Spot, label: string, id: string): Refusal | undefined {
  const at = draft.at(spot);
  const record = at && openRecord(draft.review, at);
  if (!record) return refuse("moved");
  const own = record.bullets.filter(({ read }) => read.is === "field" && read.field.label === label);
  const last = own[own.length - 1]?.bullet;
  const isPlain =
    last &&
    last.nested.length === 0 &&
    last.paragraphs.length === 1 &&
    at.brief.links.every(({ field, reason }) => field !== label || reason === undefined);
  if (!isPlain) return another(draft, spot, label, id);
  const { start, end } = wholeValue(last);
  const value = record.text
    .slice(start, end)
    .trim()
    .replace(/[\s.,;]+$/, "");
  return (
    draft.take(setField(draft.review, at, label, `${value}, ${id}`, own.length - 1)) && another(draft, spot, label, id)
  );
}
