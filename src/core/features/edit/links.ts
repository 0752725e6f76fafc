/** Adding and taking out evidence links, at the extract or at the record. */
import { keyOfName } from "../../model/names.ts";
import { wholeValue } from "../../model/parts/blocks.ts";
import type { Entity, Name } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import type { Definition, Review } from "../../review.ts";
import { sourceSpan } from "../../syntax/blocks.ts";
import { type Bullet, fold } from "../../syntax/bullets.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import type { TextEdit } from "../../text.ts";
import { FIELDS, type FieldWords, fieldOf, SLOT_FIELDS, type Stance } from "../../vocabulary.ts";
import { insertion, removal, writtenBullet } from "./bullets.ts";
import { cellEdit, columnOf, isMeant, rowOf } from "./cells.ts";
import { type Item, itemEnd, itemsOf, withoutItem } from "./items.ts";
import { isRefusal, type Outcome, refuse, UNCHANGED } from "./outcome.ts";
import { inDocument, type OpenBullet, type OpenRecord, openRecord, reread } from "./record.ts";
import { mentionText, referenceText } from "./spell.ts";
import { bulletStyle, lineEnd, spelt, styleOf } from "./style.ts";

export interface NewLink {
  readonly stance: Stance;
  /** The slots of the record that it speaks to; none, or left out, for the whole. */
  readonly slots?: readonly RoleMention[];
  /** One paragraph. */
  readonly reason?: string;
}

/**
 * Writes a link at `at`: at an extract `to` is a configuration, theory or demi-regularity, at one of those an extract or a source. A link that stands
 * there gets the slots and the reason that it has not; else the item goes to a bullet of its stance without a reason, else into a new bullet.
 */
export function addLink(review: Review, at: Definition, to: Name, link: NewLink): Outcome {
  const record = openRecord(review, at);
  const target = referenceText(to, review);
  if (!record || target === undefined) return refuse("unknown", { name: to });
  const field = stanceField(record, link.stance);
  if (!field || (record.entity.kind === "extract") !== (keyOfName(to) === undefined))
    return refuse("field", { field: link.stance });
  const slots: string[] = [];
  for (const slot of link.slots ?? []) {
    const text = mentionText(slot, record.scheme);
    if (text === undefined) return refuse("form", { slot: slotKey(slot) });
    slots.push(text);
  }
  const reason = fold(link.reason ?? "");
  if (record.entity.kind === "cmoc" && record.entity.row) return addToCell(record, field, target, slots, reason);
  const edits = additions(record, review, field, to, { ...link, reason }, (all) => target + bracketed(all), slots);
  return edits.length === 0 ? UNCHANGED : asMeant(record, edits, to, link, reason);
}

function bracketed(slots: readonly string[]): string {
  return slots.length === 0 ? "" : ` (${slots.join(", ")})`;
}

function stanceField({ entity }: OpenRecord, stance: Stance): FieldWords | undefined {
  return FIELDS[entity.kind].find((field) => field.label === stance && field.form === "evidence");
}

function bulletsOfField(record: OpenRecord, field: FieldWords): readonly OpenBullet[] {
  return record.bullets.filter(({ read }) => read.is === "field" && read.field === field);
}

function additions(
  record: OpenRecord,
  review: Review,
  field: FieldWords,
  to: Name,
  { slots: wanted = [], reason = "" }: NewLink,
  write: (slots: readonly string[]) => string,
  spelling: readonly string[],
): readonly TextEdit[] {
  const bullets = bulletsOfField(record, field);
  for (const { bullet } of bullets) {
    for (const items of itemsOf(bullet, record)) {
      const item = items.find(({ names, isRange }) => !isRange && names.includes(to));
      if (!item) continue;
      const known = new Set(item.slots.map(slotKey));
      const missing = spelling.filter((_, index) => !known.has(slotKey(wanted[index] ?? { role: "" })));
      const isSaid = reason === "" || said(item.reason).includes(reason.replace(/\.$/, ""));
      const edits: TextEdit[] = missing.length === 0 ? [] : [withSlots(item, missing)];
      if (isSaid) return edits;
      if (items.length === 1) return [...edits, withReason(item, reason, record.text)];
      const all = item.slots.flatMap((slot) => mentionText(slot, record.scheme) ?? []);
      const reasons = [item.reason, reason].filter((each) => each !== undefined).join("; ");
      const gone = withoutItem(items, item.index);
      return gone ? [gone, newBullet(record, review, field, `${write([...all, ...missing])} — ${reasons}`)] : [];
    }
    const inRange = itemsOf(bullet, record)
      .flat()
      .some(({ names, isRange, slots, reason: said }) => {
        const known = new Set(slots.map(slotKey));
        const covers = wanted.length === 0 ? known.size === 0 : wanted.every((slot) => known.has(slotKey(slot)));
        return isRange && names.includes(to) && covers && (reason === "" || said === reason);
      });
    if (inRange) return [];
  }
  const words = write(spelling);
  if (reason !== "") return [newBullet(record, review, field, `${words} — ${reason}`)];
  for (const { bullet } of [...bullets].reverse()) {
    const edit = appended(record, bullet, words);
    if (edit) return [edit];
  }
  return [newBullet(record, review, field, words)];
}

function newBullet(record: OpenRecord, review: Review, field: FieldWords, words: string): TextEdit {
  const style = styleOf(record, review);
  return insertion(record, { is: "field", field }, `${spelt(field.label, style.label)} ${words}`, style.bullet);
}

function withSlots(item: Item, slots: readonly string[]): TextEdit {
  if (!item.slotsAt) {
    const at = itemEnd(item);
    return { span: { start: at, end: at }, newText: bracketed(slots) };
  }
  const at = sourceSpan(item.stretch.inline, item.slotsAt.from, item.slotsAt.to).end - 1;
  return { span: { start: at, end: at }, newText: `, ${slots.join(", ")}` };
}

function withReason(item: Item, reason: string, text: string): TextEdit {
  const at = item.reasonAt ? sourceSpan(item.stretch.inline, item.reasonAt.from, item.reasonAt.to).end : itemEnd(item);
  const stop = item.reasonAt && text.charAt(at - 1) === "." ? at - 1 : at;
  return { span: { start: stop, end: stop }, newText: item.reasonAt ? `; ${reason}` : ` — ${reason}` };
}

/** The edit that appends an item to a bullet without a reason; undefined where a reason, or words that are no link, would hold for it. */
function appended(record: OpenRecord, bullet: Bullet, words: string): TextEdit | undefined {
  const stretches = itemsOf(bullet, record);
  const own = bullet.paragraphs.length;
  if (own !== 1) return undefined;
  const [items = []] = stretches;
  const nested = bullet.nested[bullet.nested.length - 1];
  const value = wholeValue(bullet);
  if (items.length === 0) {
    if (value.end > value.start) return undefined;
    if (nested) {
      const at = lineEnd(record.text, nested.end);
      const style = bulletStyle(nested, record.text);
      return { span: { start: at, end: at }, newText: record.eol + writtenBullet(words, style, record.eol) };
    }
    const space = /[ \t]/.test(record.text.charAt(value.start)) ? 1 : 0;
    return { span: { start: value.start + space, end: value.start + space }, newText: space ? words : ` ${words}` };
  }
  const list = items[0]?.stretch.list;
  if (!list || list.other.length > 0 || list.brackets.length > 0 || items.some(({ reason }) => reason !== undefined))
    return undefined;
  let at = value.end;
  const last = items[items.length - 1];
  const least = last ? itemEnd(last) : value.start;
  while (at > least && /[\s.,;]/.test(record.text.charAt(at - 1))) at--;
  return { span: { start: at, end: at }, newText: `, ${words}` };
}

function addToCell(
  record: OpenRecord,
  field: FieldWords,
  target: string,
  slots: readonly string[],
  reason: string,
): Outcome {
  const found = rowOf(record);
  const column = found ? columnOf(found.table, { is: "field", field }, record.scheme) : -1;
  const cell = found?.table.rows[found.row]?.cells[column];
  if (!found || !cell) return refuse("column", { field: field.label });
  if (slots.length > 0 || reason !== "") return refuse("spelling", { field: field.label });
  const { entity } = record;
  const stands = "evidence" in entity && entity.evidence.some((each) => each.id === target && each.slots.length === 0);
  if (stands) return UNCHANGED;
  const isEmpty = /^[\s\-–—―−]*$/.test(cell.text);
  const end = Math.max(cell.start, cell.end);
  const edit = isEmpty ? cellEdit(cell, target, record.text) : { span: { start: end, end }, newText: `, ${target}` };
  return isMeant(record, found, column, [edit]) ? inDocument(record, [edit]) : refuse("form", { field: field.label });
}

/**
 * Takes the link out of the fields of `at`, slots and reasons of its own with it; a bullet that held nothing else goes. Refuses where it stands in a
 * sentence's or a slot's words.
 */
export function removeLink(review: Review, at: Definition, to: Name, stance: Stance): Outcome {
  const record = openRecord(review, at);
  if (!record) return refuse("unknown");
  const { entity } = record;
  if (!("evidence" in entity) || !entity.evidence.some((each) => each.name === to && each.stance === stance))
    return UNCHANGED;
  const edits: TextEdit[] = [];
  for (const { bullet, siblings } of linkBullets(record, stance)) {
    const stretches = itemsOf(bullet, record).map((items) => ({
      items,
      gone: items.filter(({ names, isRange }) => !isRange && names.includes(to)),
    }));
    const left = stretches.some(({ items, gone }) => items.length > gone.length);
    const held = stretches.filter(({ items, gone }) => items.length > 0 && items.length === gone.length);
    if (!stretches.some(({ gone }) => gone.length > 0)) continue;
    if (!left) edits.push(removal(record, bullet, siblings));
    for (const { items, gone } of left ? stretches : []) {
      if (gone.length === items.length || gone.length === 0) continue;
      if (gone.length > 1) return refuse("several", { name: to });
      const edit = withoutItem(items, gone[0]?.index ?? 0);
      if (!edit) return refuse("form", { name: to });
      edits.push(edit);
    }
    for (const { items } of left ? held : []) {
      const nested = items[0]?.stretch.nested;
      if (nested) edits.push(removal(record, nested, bullet.nested));
      else edits.push({ span: wholeValue(bullet), newText: "" });
    }
  }
  const after = edits.length === 0 ? undefined : reread(record, edits);
  const words = evidence(record.entity).get(`${to}|${stance}`);
  if (!after) return refuse(words ? "words" : "form", { name: to });
  const left = evidence(after);
  if (left.has(`${to}|${stance}`)) return refuse("words", { name: to });
  const before = evidence(entity);
  before.delete(`${to}|${stance}`);
  return alike(before, left) ? inDocument(record, edits) : refuse("form", { name: to });
}

/** Every bullet of the stance, those under slots too, with the bullets beside it. */
function* linkBullets(record: OpenRecord, stance: Stance): Iterable<{ bullet: Bullet; siblings: readonly Bullet[] }> {
  const top = record.bullets.map(({ bullet }) => bullet);
  const field = FIELDS[record.entity.kind].find((each) => each.label === stance);
  const isStance = (label: string | undefined): boolean =>
    label !== undefined && (label.toLowerCase() === stance || (field?.aliases ?? []).includes(label.toLowerCase()));
  for (const { bullet, read } of record.bullets) {
    if (read.is === "field" && read.field === field) yield { bullet, siblings: top };
    if (read.is !== "slot") continue;
    const open = [bullet];
    for (let each = open.pop(); each; each = open.pop()) {
      for (const nested of each.nested) {
        if (isStance(nested.label)) yield { bullet: nested, siblings: each.nested };
        else open.push(nested);
      }
    }
  }
}

/** Takes a link out wherever it is written. */
export function unlink(review: Review, extract: Name, record: Name, stance: Stance): Outcome {
  const link = review.evidenceFor(record).find((each) => each.extract === extract && each.stance === stance);
  if (!link) return UNCHANGED;
  const places = new Map<Definition, Name>();
  for (const { from } of link.places) if (from) places.set(from, from.entity.kind === "extract" ? record : extract);
  const edits = new Map<string, readonly TextEdit[]>();
  for (const [at, other] of places) {
    const outcome = removeLink(review, at, other, stance);
    if (isRefusal(outcome)) return outcome;
    for (const [uri, own] of outcome.edits) edits.set(uri, [...(edits.get(uri) ?? []), ...own]);
  }
  return { edits };
}

interface United {
  readonly slots: Set<string>;
  readonly reasons: Set<string>;
}

/** What a record's links say, united: by the other end and the stance. */
function evidence(entity: Entity): Map<string, United> {
  const found = new Map<string, United>();
  for (const each of "evidence" in entity ? entity.evidence : []) {
    const key = `${each.name}|${each.stance}`;
    const united = found.get(key) ?? { slots: new Set(), reasons: new Set() };
    for (const slot of each.slots) united.slots.add(slotKey(slot));
    for (const reason of said(each.reason)) united.reasons.add(reason);
    found.set(key, united);
  }
  return found;
}

/** The reasons in a reason: a bullet's own stop is not theirs. */
function said(reason = ""): readonly string[] {
  return reason
    .split("; ")
    .map((each) => each.replace(/\.$/, ""))
    .filter((each) => each !== "");
}

function alike(one: ReadonlyMap<string, United>, other: ReadonlyMap<string, United>): boolean {
  const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
    a.size === b.size && [...a].every((each) => b.has(each));
  return (
    one.size === other.size &&
    [...one].every(([key, united]) => {
      const others = other.get(key);
      return others !== undefined && same(united.slots, others.slots) && same(united.reasons, others.reasons);
    })
  );
}

/** The edits, if the record then has the link as it was asked for, and every other link as before. */
function asMeant(record: OpenRecord, edits: readonly TextEdit[], to: Name, link: NewLink, reason: string): Outcome {
  const after = reread(record, edits);
  const wanted = evidence(record.entity);
  const key = `${to}|${link.stance}`;
  const united = wanted.get(key) ?? { slots: new Set(), reasons: new Set() };
  for (const slot of link.slots ?? []) united.slots.add(slotKey(slot));
  for (const each of said(reason)) united.reasons.add(each);
  wanted.set(key, united);
  return after && alike(wanted, evidence(after)) ? inDocument(record, edits) : refuse("form", { name: to });
}

/** Takes one item out of whichever list of links it stands in, by where its reference begins in the piece. */
export function removeItemAt(record: OpenRecord, start: number): Outcome {
  const open: { bullet: Bullet; siblings: readonly Bullet[] }[] = [];
  const top = record.bullets.map(({ bullet }) => bullet);
  for (const bullet of top) open.push({ bullet, siblings: top });
  for (let each = open.pop(); each; each = open.pop()) {
    const { bullet, siblings } = each;
    if (start < bullet.start || start >= bullet.end) continue;
    const stretches = isList(bullet, record) ? itemsOf(bullet, record) : [];
    for (const items of stretches) {
      const item = items.find(({ stretch, index }) => {
        const own = stretch.list.items[index];
        return own !== undefined && sourceSpan(stretch.inline, own.from, own.to).start === start;
      });
      if (!item) continue;
      if (items.length > 1) {
        const edit = withoutItem(items, item.index);
        return edit ? inDocument(record, [edit]) : refuse("form");
      }
      const { nested, list } = item.stretch;
      if (list.other.length > 0) return refuse("form");
      if (stretches.flat().length === 1) return inDocument(record, [removal(record, bullet, siblings)]);
      return nested ? inDocument(record, [removal(record, nested, bullet.nested)]) : refuse("form");
    }
    for (const nested of bullet.nested) open.push({ bullet: nested, siblings: bullet.nested });
  }
  return refuse("words");
}

/** Whether a bullet's value is a list of references, under a slot too. */
function isList({ label = "" }: Bullet, { entity }: OpenRecord): boolean {
  const words = label.toLowerCase();
  const field = fieldOf(FIELDS[entity.kind], words) ?? fieldOf(SLOT_FIELDS, words);
  return field !== undefined && ["evidence", "records", "codes", "about"].includes(field.form);
}
