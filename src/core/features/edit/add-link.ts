/** Writing an evidence link, at the extract or at the record. */
import { keyOfName } from "../../model/names.ts";
import { wholeValue } from "../../model/parts/blocks.ts";
import type { Name } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import type { Definition, Review } from "../../review.ts";
import { sourceSpan } from "../../syntax/blocks.ts";
import { type Bullet, fold } from "../../syntax/bullets.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import type { TextEdit } from "../../text.ts";
import { FIELDS, type FieldWords, type Stance } from "../../vocabulary.ts";
import { insertion, writtenBullet } from "./bullets.ts";
import { cellEdit, columnOf, isMeant, rowOf } from "./cells.ts";
import { type Item, itemEnd, itemsOf, withoutItem } from "./items.ts";
import { type Outcome, refuse, UNCHANGED } from "./outcome.ts";
import { ownWords } from "./own-words.ts";
import { inDocument, isRow, type OpenBullet, type OpenRecord, openRecord, reread } from "./record.ts";
import { notHeld, notReferable, shownName } from "./refusals.ts";
import { mentionText, referenceText } from "./spell.ts";
import { bulletStyle, lineEnd, spelt, styleOf } from "./style.ts";
import { alike, evidence, said } from "./united.ts";

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
  if (!record) return notHeld(review, at);
  if (target === undefined) return notReferable(review, to);
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
  if (isRow(record.entity)) return addToCell(record, field, target, slots, reason);
  const edits = additions(record, review, field, to, { ...link, reason }, (all) => target + bracketed(all), slots);
  return edits.length === 0 ? UNCHANGED : asMeant(record, review, edits, to, link, reason);
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
      const more = said(reason).filter((each) => !said(item.reason).includes(each));
      const edits: TextEdit[] = missing.length === 0 ? [] : [withSlots(item, missing)];
      if (more.length === 0) return edits;
      if (items.length === 1) return [...edits, withReason(item, more.join("; "), record.text)];
      const all = item.slots.flatMap((slot) => mentionText(slot, record.scheme) ?? []);
      const reasons = [...said(item.reason), ...more].join("; ");
      const gone = withoutItem(items, item.index, record.text);
      const place = item.locator === undefined ? "" : `, ${item.locator}`;
      const own = ownWords(items, item.index, record.text, true);
      const named = [...all, ...missing];
      const words = `${write([])}${place}${named.length === 0 ? "" : bracketed(named)}${own === "" ? "" : ` ${own}`}`;
      return gone ? [gone, newBullet(record, review, field, `${words} — ${reasons}`)] : [];
    }
    const inRange = itemsOf(bullet, record)
      .flat()
      .some(({ names, isRange, slots, reason: own }) => {
        const known = new Set(slots.map(slotKey));
        const covers = wanted.length === 0 ? known.size === 0 : wanted.every((slot) => known.has(slotKey(slot)));
        return isRange && names.includes(to) && covers && said(reason).every((each) => said(own).includes(each));
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
  const column = found ? columnOf(found, { is: "field", field }) : -1;
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

/** The edits, if the record then has the link as it was asked for, and every other link as before. */
function asMeant(
  record: OpenRecord,
  review: Review,
  edits: readonly TextEdit[],
  to: Name,
  link: NewLink,
  reason: string,
): Outcome {
  const after = reread(record, edits);
  const wanted = evidence(record.entity);
  const key = `${to}|${link.stance}`;
  const united = wanted.get(key) ?? { slots: new Set(), reasons: new Set() };
  for (const slot of link.slots ?? []) united.slots.add(slotKey(slot));
  for (const each of said(reason)) united.reasons.add(each);
  wanted.set(key, united);
  return after && alike(wanted, evidence(after))
    ? inDocument(record, edits)
    : refuse("form", { id: shownName(to, review) });
}
