/** Fixes of evidence and of what theories rest on: an extract for a source, a link that stands twice, a configuration that was merged, a row that restates. */

import type { Problem } from "../../check.ts";
import { t } from "../../l10n.ts";
import type { CmocBrief } from "../../model/brief.ts";
import { slotDigests } from "../../model/digest.ts";
import type { Name } from "../../model/types.ts";
import { isClosed } from "../../rules/about.ts";
import { fold } from "../../syntax/bullets.ts";
import type { Slot } from "../../syntax/slots.ts";
import { lineEnding, type TextEdit } from "../../text.ts";
import { cellEdit, cellText, type OpenRow, roleOf, rowOf } from "../edit/cells.ts";
import { inDocument, isRow, openRecord, reread } from "../edit/record.ts";
import { referenceId } from "../edit/reference-text.ts";
import { removeItemAt } from "../edit/remove-item.ts";
import { listOf } from "../edit/rename.ts";
import { type Fix, fixHere, fixOfOutcome, type Mender, type Mending, pointed, type RefPlace } from "./mending.ts";

/** A source with one extract is cited by that. */
export const unlocated: Mender = (problem, mending) => {
  const key = String(problem.data.key ?? "");
  const place = mending.refAt(problem, `s:${key}`);
  const [extract, ...others] = mending.review.extractsOf(key);
  if (!place || !extract || others.length > 0) return [];
  const end = problem.span.end;
  return fixHere(problem, t("Name its extract {0}", extract.brief.id), [
    { span: { start: end, end }, newText: `#${extract.brief.id}` },
  ]);
};

/** The later of two places of a link goes, unless it holds a reason of its own. */
export const linkedTwice: Mender = (problem, mending) => {
  const place = mending
    .refsAt(problem)
    .find(
      ({ ref, placed }) =>
        "stance" in ref && ref.stance === problem.data.stance && placed.start + ref.end === problem.span.end,
    );
  const record = place?.from && openRecord(mending.review, place.from);
  if (!place || !record || place.ref.reason !== undefined || place.ref.range !== undefined) return [];
  return fixOfOutcome(problem, t("Take this one out"), removeItemAt(record, place.ref.start));
};

/** A configuration that was merged is replaced by the one that took it in; in a range all that were. */
export const retired: Mender = (problem, mending) => {
  const { review } = mending;
  const id = String(problem.data.id ?? "");
  const place = mending.refsAt(problem).find(({ ref }) => review.brief(ref.name)?.id === id);
  if (!place?.from) return [];
  if (place.ref.range !== undefined) return retiredInRange(problem, mending, place);
  const { ref, from } = place;
  const heir = heirOf(ref.name, mending);
  if (!heir) return [];
  const stands = from.brief.links.some((each) => each.field === "configurations" && each.name === heir.name);
  const record = stands && ref.field === "configurations" ? openRecord(review, from) : undefined;
  if (record) return fixOfOutcome(problem, t("Take it out beside {0}", heir.id), removeItemAt(record, ref.start));
  const written = mending.text(problem.uri).slice(problem.span.start, problem.span.end);
  const newText = referenceId(written, heir.id, "cmoc");
  const edits = pointed(problem, mending, place, heir.name, newText);
  return fixHere(problem, t("Name {0}, which took it in", heir.id), edits);
};

function retiredInRange(problem: Problem, mending: Mending, { ref, placed, from }: RefPlace): readonly Fix[] {
  const beside = from?.brief.links.filter(({ field, start }) => field === "configurations" || start === ref.start);
  const standing = new Set(beside?.map(({ name }) => name));
  const heirs: string[] = [];
  const edit = listOf(mending.text(problem.uri), placed, ref, mending.review.manifest.scheme, (name) => {
    const heir = heirOf(name, mending);
    if (!heir) return undefined;
    if (!heirs.includes(heir.id)) heirs.push(heir.id);
    if (standing.has(heir.name)) return "";
    standing.add(heir.name);
    return heir.id;
  });
  const [first, ...others] = heirs;
  if (!edit || first === undefined) return [];
  const title = others.length === 0 ? t("Name {0}, which took it in", first) : t("Name those that took them in");
  return fixHere(problem, title, [edit]);
}

/** The one configuration in force that a merged or retired one went into, by its own word or by the other's. */
function heirOf(name: Name, { review }: Mending): CmocBrief | undefined {
  const closed = review.brief(name);
  if (closed?.kind !== "cmoc" || !isClosed(closed)) return undefined;
  const names = new Set<Name>();
  for (const ref of closed.links) if (ref.field === "merged into" && !ref.inReason) names.add(ref.name);
  if (names.size === 0) {
    for (const { ref, from } of review.references(name))
      if (ref.field === "merges" && !ref.inReason && from) names.add(from.name);
  }
  const [into, ...others] = names;
  const [heir, ...twins] = into === undefined || others.length > 0 ? [] : review.definitions(into);
  const brief = twins.length === 0 ? heir?.brief : undefined;
  return brief?.kind === "cmoc" && !isClosed(brief) ? brief : undefined;
}

/** The row is given the words that the record has; its table is left out where all its rows only restate. */
export const restated: Mender = (problem, mending) => {
  const { review } = mending;
  const at = mending.recordAt(problem);
  const [place] = problem.related;
  if (at?.entity.kind !== "cmoc" || at.entity.id !== problem.data.id || !place) return [];
  const row = review
    .restatements(at.name)
    .find(({ placed, brief }) => placed.uri === place.uri && placed.start + brief.start === place.span.start);
  const record = row && openRecord(review, row);
  const found = record && rowOf(record);
  if (!row || !record || !found) return [];
  const fixes: Fix[] = [];
  const edits = cellsOf(at.entity.slots, found, record.text);
  const again = edits && reread(record, edits);
  if (edits && again?.kind === "cmoc" && slotDigests(again.slots).slots === slotDigests(at.entity.slots).slots) {
    fixes.push(...fixOfOutcome(problem, t("Give the row the record’s words"), inDocument(record, edits)));
  }
  const rows = row.placed.facts.records.filter(isRow);
  if (rows.every((each) => review.isRestatement(each))) {
    const text = mending.text(place.uri);
    const start = row.placed.start + found.table.start;
    const edit = { span: { start, end: start }, newText: `<!-- cmoc: off -->${lineEnding(text)}` };
    fixes.push({ rule: problem.rule, title: t("Leave the table out"), safe: false, uri: place.uri, edits: [edit] });
  }
  return fixes;
};

/** The edits that write slots into the cells of their columns; undefined when a slot has no column of its own, or a cell would be emptied. */
function cellsOf(
  slots: readonly Slot[],
  { table, columns, row }: OpenRow,
  text: string,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const written = new Set<string>();
  for (const [at, column] of columns.entries()) {
    if (column.is !== "role") continue;
    const role = roleOf(column);
    const cell = table.rows[row]?.cells[at];
    if (!role || !cell || written.has(role.role)) return undefined;
    written.add(role.role);
    let words = "";
    for (const slot of slots) {
      if (slot.role !== role.role) continue;
      words += words === "" ? slot.text : slot.part === "reasoning" ? ` → ${slot.text}` : `; ${slot.text}`;
    }
    if (words === "" && fold(cell.text) !== "") return undefined;
    const newText = cellText([words]);
    if (fold(cell.text) !== words) edits.push(cellEdit(cell, newText, text));
  }
  return slots.every((slot) => written.has(slot.role)) && edits.length > 0 ? edits : undefined;
}
