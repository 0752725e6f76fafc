/** Records that the language itself reads in a Markdown text, and what stands below their headings and is in none of them. */

import { idKey } from "../ids.ts";
import { MANIFEST_NAME } from "../membership.ts";
import type { Definition, Review } from "../review.ts";
import { firstAfter } from "../syntax/words.ts";
import type { Span } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";
import { flat } from "./chars.ts";
import type { Printed } from "./printed.ts";
import { manifestOf } from "./written.ts";

/** The name that a text has in the review that it is read in. */
export const FILE = "read.md";

export interface Own {
  readonly records: readonly Definition[];
  /** Headings under which several configurations with ids of their own are printed: no record of the language. */
  readonly over: readonly Span[];
}

export function spanOf({ placed, entity }: Definition): Span {
  return { start: placed.start + entity.start, end: placed.start + entity.end };
}

/** Whether some of the spans hold an offset: each question takes a few steps, however many spans there are. */
export function within(spans: readonly Span[]): (offset: number) => boolean {
  const apart: { readonly from: number; to: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = apart[apart.length - 1];
    if (last && start <= last.to) last.to = Math.max(last.to, end);
    else if (end > start) apart.push({ from: start, to: end });
  }
  return (offset) => (apart[firstAfter(apart, offset)]?.from ?? Number.POSITIVE_INFINITY) <= offset;
}

/**
 * The records that the language itself reads in a Markdown text: those with a heading; rows of tables where they cite, or where a liberal reader finds nothing else in
 * them. `records` are what that one found.
 */
export function dialectIn(review: Review, text: string, scheme: Scheme, records: readonly Printed[]): Own {
  review.set({ uri: MANIFEST_NAME, version: 0, text: manifestOf(scheme) });
  review.set({ uri: FILE, version: 0, text });
  const all = [...review.records("cmoc")];
  const headed = all.filter(
    ({ entity }) => entity.kind === "cmoc" && !entity.row && (entity.slots.length > 0 || entity.spelling !== "none"),
  );
  const isCiting = all.some(({ entity }) => entity.kind === "cmoc" && entity.row && entity.evidence.length > 0);
  if (headed.length > 0 || isCiting) {
    const isOver = namesOthers(records);
    const over = headed.filter(isOver).map(spanOf);
    const isBelowOver = within(over);
    const isHeaded = new Set(headed);
    const isBelow = within(headed.map(spanOf).filter((span) => !isBelowOver(span.start)));
    const own = all.filter((at) => {
      const span = spanOf(at);
      if (isHeaded.has(at)) return !isBelowOver(span.start);
      const { entity } = at;
      if (entity.kind !== "cmoc" || entity.slots.length === 0) return false;
      return isCiting || isBelow(span.start);
    });
    return { records: own, over };
  }
  const rows = all.filter(({ entity }) => entity.kind === "cmoc" && entity.row);
  const isSame =
    rows.length > 0 && rows.length === records.length && rows.every((at, index) => isAlike(at, records[index]));
  return { records: isSame ? rows : [], over: [] };
}

/** Tells whether statements with other ids stand below the heading of a record that has no fields: it names them together. */
function namesOthers(records: readonly Printed[]): (at: Definition) => boolean {
  const called = records
    .filter(({ id, slots }) => id !== "" && slots.length > 0)
    .map(({ id, from }) => ({ key: idKey(id), from, to: from, end: 0 }))
    .sort((a, b) => a.from - b.from);
  // Where the run of those with the same id ends.
  for (let at = called.length - 1; at >= 0; at--) {
    const each = called[at] as (typeof called)[number];
    const next = called[at + 1];
    each.end = next?.key === each.key ? next.end : at + 1;
  }
  return (at) => {
    if (at.entity.kind !== "cmoc" || at.entity.spelling !== "sentence") return false;
    const span = spanOf(at);
    const first = firstAfter(called, span.start);
    const end = firstAfter(called, span.end - 1);
    const each = called[first];
    return each !== undefined && first < end && (each.key !== idKey(at.brief.id) || each.end < end);
  };
}

function isAlike({ entity }: Definition, record: Printed | undefined): boolean {
  if (entity.kind !== "cmoc" || !record) return false;
  const key = (slot: { role: string; text: string }): string => `${slot.role} ${flat(slot.text)}`;
  return (
    entity.id === record.id &&
    entity.slots.length === record.slots.length &&
    entity.slots.every((slot, at) => key(slot) === key(record.slots[at] ?? { role: "", text: "" }))
  );
}

/** The configurations of tables below a record that the language spells with another table. */
export function besides(own: readonly Definition[], records: readonly Printed[]): readonly Printed[] {
  const tables = own.filter(({ entity }) => entity.kind === "cmoc" && !entity.row && entity.spelling === "table");
  const taken = new Set(own.flatMap(({ entity }) => (entity.kind === "cmoc" ? entity.slots.map(slotKey) : [])));
  const isBelow = within(tables.map(spanOf));
  return records.filter(
    (record) => record.by === "table" && isBelow(record.from) && !record.slots.some((slot) => taken.has(slotKey(slot))),
  );
}

function slotKey({ role, text }: { readonly role: string; readonly text: string }): string {
  return `${role} ${flat(text)}`;
}
