/** Fixes of records: another id, an empty slot, a parking place, a theory, a line that keeps a thing out of the review. */

import type { Problem } from "../../check.ts";
import { DIGIT, idKey, isId, kindAt, nextId, numbered } from "../../ids.ts";
import { t } from "../../l10n.ts";
import type { Brief } from "../../model/brief.ts";
import { nameOf } from "../../model/names.ts";
import type { Definition } from "../../review.ts";
import { called, isClosed } from "../../rules/about.ts";
import { readHeading } from "../../syntax/headings.ts";
import { lineEnding } from "../../text.ts";
import { insertion } from "../edit/bullets.ts";
import { inDocument, isRow } from "../edit/record.ts";
import { renumber } from "../edit/rename.ts";
import { giveRowId, idForRow } from "../edit/row-id.ts";
import { setField } from "../edit/set-field.ts";
import { lineStart, spelt, styleOf } from "../edit/style.ts";
import { type Fix, fixHere, fixOfOutcome, type Mender, type Mending } from "./mending.ts";

/** The later of the records that share an id gets the next free one. */
export const sharedId: Mender = (problem, mending) => {
  const at = mending.recordAt(problem);
  if (problem.data.what !== "record" || !at || called(at) !== problem.data.id) return [];
  const all = mending.review.definitions(at.name);
  const later = all.findIndex(({ brief }) => brief === at.brief) > 0 ? at : all[1];
  const id = later && freeId(later.brief, mending);
  return later && id !== undefined
    ? fixOfOutcome(problem, t("Give the later one the id {0}", id), renumber(mending.review, later, id))
    : [];
};

/** The next id of the same letters that no record has. */
function freeId(brief: Brief, { review }: Mending): string | undefined {
  const parts = numbered(brief.id);
  const prefix = parts?.prefix ?? `${brief.id}-`;
  if (brief.kind === "cmoc" || brief.kind === "theory" || brief.kind === "demi-regularity")
    return review.freeId(prefix);
  if (brief.kind === "extract")
    return nextId(
      review.extractsOf(brief.source).map((each) => each.brief.id),
      prefix,
    );
  for (let number = (parts?.number ?? 1) + 1; number < 10_000; number++) {
    const id = prefix + String(number);
    if (!review.isDefined(nameOf(brief.kind, id, undefined))) return id;
  }
  return undefined;
}

/** An id that reads as a range gets a free number, one with other signs loses them; a heading that is nearly a record's is written as one. */
export const wrongForm: Mender = (problem, mending) => {
  const text = String(problem.data.text ?? "");
  if (problem.data.why === "near") return nearlyRecord(problem, mending);
  const at = mending.recordAt(problem);
  if (!at) return problem.data.heading === undefined ? [] : nearlyRecord(problem, mending);
  const prefix = /^[^\p{Nd}]*/u.exec(text)?.[0] ?? "";
  const isRange = problem.data.why === "range";
  const plain = text.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-").replace(/^[._-]+|[._-]+$/g, "");
  const id = isRange ? mending.review.freeId(prefix) : plain;
  if (!isId(id) || mending.review.isDefined(nameOf(at.brief.kind, id, undefined))) return [];
  const written = mending.text(problem.uri).slice(problem.span.start, problem.span.end);
  if (written !== text) return [];
  return fixHere(problem, t("Use the id {0}", id), [{ span: problem.span, newText: id }]);
};

/** What says that a number comes: `No. 4`. */
const NUMBER = /^(?:(?:no|nr|num|number)\b\.?|№|#|n[º°])\s*(?=\p{Nd})/iu;

function nearlyRecord(problem: Problem, mending: Mending): readonly Fix[] {
  const { uri, span } = problem;
  const line = mending.text(uri).slice(span.start, span.end);
  const lead = /^#{1,6}[ \t]+/.exec(line)?.[0];
  const words = lead === undefined ? "" : line.slice(lead.length);
  const kind = kindAt(words);
  if (lead === undefined || !kind || line.replace(/^#+\s*/, "") !== (problem.data.heading ?? problem.data.text))
    return [];
  const fixes: Fix[] = [];
  const from = kind.rest + (NUMBER.exec(words.slice(kind.rest))?.[0].length ?? 0);
  const token = /^\S*/.exec(words.slice(from))?.[0] ?? "";
  const id = token.replace(/[^\p{L}\p{M}\p{N}._-].*$/u, "").replace(/[._-]+$/, "");
  const title = words.slice(from + id.length).replace(/^[\s:.,;–—-]+/, "");
  const written = `${words.slice(0, kind.rest)}${id}${title === "" ? "" : `: ${title}`}`;
  const read = readHeading(written);
  const free =
    problem.data.why !== "range" &&
    DIGIT.test(id) &&
    read &&
    "record" in read &&
    !read.record.range &&
    !mending.review.isDefined(nameOf(kind.words.kind, read.record.id, undefined));
  if (free && written !== words) {
    fixes.push(
      ...fixHere(problem, t("Write it as {0}", words.slice(0, kind.rest) + id), [
        { span: { start: span.start + lead.length, end: span.end }, newText: written },
      ]),
    );
  }
  return [...fixes, ...switchedOff(problem, mending, span.start)];
}

/** The line that keeps out of the review what begins at an offset of the problem's document. */
export function switchedOff(
  problem: Problem,
  mending: Mending,
  offset: number,
  title = t("Leave it ordinary text"),
): readonly Fix[] {
  const text = mending.text(problem.uri);
  const start = lineStart(text, offset);
  if (text.slice(start, offset).trim() !== "") return [];
  return fixHere(problem, title, [{ span: { start, end: start }, newText: `<!-- cmoc: off -->${lineEnding(text)}` }]);
}

export const noExtract: Mender = (problem, mending) => {
  return mending.isFound(problem) ? switchedOff(problem, mending, problem.span.start) : [];
};

/** A slot of the scheme without a label gets one, for the person to fill; a sentence and a table have no place for it, but may not have been meant. */
export const emptySlot: Mender = (problem, mending) => {
  const at = headed(problem, mending);
  const isSpelt = at?.entity.kind === "cmoc" && (at.entity.spelling === "sentence" || at.entity.spelling === "table");
  if (at && isSpelt) return notMeant(problem, mending, at);
  const record = mending.open(problem);
  const role = String(problem.data.role ?? "");
  if (!record || problem.data.written || record.entity.kind !== "cmoc" || record.entity.row) return [];
  if (record.entity.spelling !== "fields" && record.entity.spelling !== "none") return [];
  const words = record.scheme.slots.find(({ letter }) => letter === role);
  if (!words || record.entity.slots.some((slot) => slot.role === role)) return [];
  const style = styleOf(record, mending.review);
  const label = spelt(style.role.word ? words.label : words.letter, style.role);
  const edit = insertion(record, { is: "slot", roles: [{ role }] }, label, style.bullet);
  return fixOfOutcome(problem, t("Add “{0}”", words.label), inDocument(record, [edit]));
};

/** The record whose heading the problem is about, if it is still called so. */
function headed(problem: Problem, mending: Mending): Definition | undefined {
  const at = mending.recordAt(problem);
  const isSame = at && at.placed.start + at.brief.start === problem.span.start && called(at) === problem.data.id;
  return isSame ? at : undefined;
}

/** A reason for keeping the extract with nothing, for the person to write. */
export const unlinked: Mender = (problem, mending) => {
  const at = headed(problem, mending);
  return at && at.entity.kind === "extract" && !at.entity.parked
    ? fixOfOutcome(problem, t("Park it with a reason"), setField(mending.review, at, "parked", "…"))
    : [];
};

/** The one theory of the document, or of the review. */
export const noTheory: Mender = (problem, mending) => {
  const at = headed(problem, mending);
  const theories = [...mending.review.records("theory")];
  const here = theories.filter(({ placed }) => placed.uri === problem.uri);
  const [theory, ...others] = here.length > 0 ? here : theories;
  if (!at || !theory || others.length > 0) return [];
  return fixOfOutcome(
    problem,
    t("Put it under {0}", theory.brief.id),
    setField(mending.review, at, "theory", theory.brief.id),
  );
};

export const rival: Mender = (problem, mending) => {
  const at = headed(problem, mending);
  const other = String(problem.data.other ?? "");
  if (!at || !mending.review.isDefined(`r:${idKey(other)}`)) return [];
  const label = "rival of";
  const standing = at.brief.links.filter(({ field }) => field === label).length;
  return fixOfOutcome(
    problem,
    t("Say that it is a rival of {0}", other),
    setField(mending.review, at, label, other, standing),
  );
};

/** A row without an id is given one; what was never meant as a record, a row or a heading above a sentence that nothing mentions, is left out. */
export const noEvidence: Mender = (problem, mending) => {
  const at = headed(problem, mending);
  if (!at) return [];
  const { review } = mending;
  const named =
    at.brief.id === ""
      ? fixOfOutcome(problem, t("Give it the id {0}", idForRow(review, at)), giveRowId(review, at))
      : [];
  return [...named, ...notMeant(problem, mending, at)];
};

function notMeant(problem: Problem, mending: Mending, at: Definition): readonly Fix[] {
  if (at.entity.kind !== "cmoc" || isClosed(at.entity)) return [];
  const { entity, placed } = at;
  if (!entity.row) {
    const isWords = entity.spelling === "sentence" && !mending.review.isMentioned(at.name);
    return isWords ? switchedOff(problem, mending, placed.start) : [];
  }
  const rows = placed.facts.records.filter(isRow);
  if (rows.some(({ name }) => name !== "" && mending.review.isMentioned(name))) return [];
  const start = tableStart(mending.open(problem)?.blocks, entity.head.start);
  return start === undefined ? [] : switchedOff(problem, mending, placed.start + start);
}

/** A row that says what another configuration says may be there for the overview alone. */
export const duplicate: Mender = (problem, mending) => {
  const at = headed(problem, mending);
  return at?.entity.kind === "cmoc" && at.entity.row ? notMeant(problem, mending, at) : [];
};

function tableStart(
  blocks: readonly { readonly type: string; readonly start: number; readonly end: number }[] | undefined,
  at: number,
): number | undefined {
  return blocks?.find((block) => block.type === "table" && block.start <= at && at < block.end)?.start;
}

/** A table of several rows inside a configuration is kept out, when nothing mentions its rows. */
export const tableRows: Mender = (problem, mending) => {
  const at = headed(problem, mending);
  const rows = at?.placed.facts.records.filter(isRow) ?? [];
  const [first] = rows;
  if (!at || !first || rows.some(({ name }) => name !== "" && mending.review.isMentioned(name))) return [];
  const start = tableStart(mending.open(problem)?.blocks, first.start);
  return start === undefined ? [] : switchedOff(problem, mending, at.placed.start + start, t("Leave the table out"));
};
