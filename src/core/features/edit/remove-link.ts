/** Taking evidence links out. */
import type { Brief } from "../../model/brief.ts";
import { wholeValue } from "../../model/parts/blocks.ts";
import type { Entity, Name } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import type { Bullet } from "../../syntax/bullets.ts";
import type { TextEdit } from "../../text.ts";
import { FIELDS, type Stance } from "../../vocabulary.ts";
import { holdsMore, removal } from "./bullets.ts";
import { isSameSlot } from "./cell-slots.ts";
import { type Item, itemsOf, withoutItem } from "./items.ts";
import { type Edited, inOrder, isRefusal, type Outcome, refuse, together, UNCHANGED } from "./outcome.ts";
import { inDocument, type OpenRecord, openRecord, reread } from "./record.ts";
import { notHeld, shownName } from "./refusals.ts";
import { listOf } from "./rename.ts";
import { lineEnd, lineStart, nextLine } from "./style.ts";
import { uncited } from "./uncite.ts";
import { alike, evidence } from "./united.ts";

/**
 * Takes the link out of the fields of `at`, slots and reasons of its own with it; a bullet that held nothing else goes. In a table it goes from the
 * column of evidence. Refuses where it stands in a sentence's, a cell's or a slot's words.
 */
export function removeLink(review: Review, at: Definition, to: Name, stance: Stance): Outcome {
  const record = openRecord(review, at);
  if (!record) return notHeld(review, at);
  const id = shownName(to, review);
  const key = `${to}|${stance}`;
  const before = evidence(record.entity);
  if (!before.delete(key)) return UNCHANGED;
  const edits: TextEdit[] = [...fromRanges(record, at, to, stance)];
  for (const { bullet, siblings } of linkBullets(record, stance)) {
    const own = fromBullet(record, bullet, siblings, to);
    if (!own) return refuse("form", { id });
    edits.push(...own);
  }
  const cited = stance === "supports" ? uncited(record, to) : [];
  if (!cited) return refuse("words", { id });
  const all = apart([...edits, ...cited], record.text);
  const after = all.length === 0 ? record.entity : reread(record, all);
  const left = after && evidence(after);
  if (left?.has(key)) return refuse("words", { id });
  const isKept =
    left !== undefined && alike(before, left) && (cited.length === 0 || (after && hasSlots(record.entity, after)));
  return isKept ? inDocument(record, all) : refuse("form", { id });
}

/** Bullets that stand beside each other and both go are taken out as one. */
function apart(edits: readonly TextEdit[], text: string): readonly TextEdit[] {
  const found: TextEdit[] = [];
  for (const edit of inOrder(edits)) {
    const last = found[found.length - 1];
    if (!last || last.span.end <= edit.span.start) {
      found.push(edit);
      continue;
    }
    const { start } = last.span;
    const end = Math.max(last.span.end, edit.span.end);
    const next = nextLine(text, end);
    const isLine = start === lineStart(text, start) && end === lineEnd(text, end);
    const goesOn = text.slice(next, lineEnd(text, next)).trim() !== "";
    found[found.length - 1] = {
      span: { start, end: isLine && goesOn ? next : end },
      newText: last.newText + edit.newText,
    };
  }
  return found;
}

function hasSlots(one: Entity, other: Entity): boolean {
  if (one.kind !== "cmoc" || other.kind !== "cmoc") return false;
  return one.slots.length === other.slots.length && one.slots.every((slot, at) => isSameSlot(slot, other.slots[at]));
}

/** Ranges that name it are written out without it. */
function fromRanges(
  { entity, document, start, scheme }: OpenRecord,
  at: Definition,
  to: Name,
  stance: Stance,
): readonly TextEdit[] {
  const found = new Map<number, TextEdit>();
  for (const ref of "evidence" in entity ? entity.evidence : []) {
    if (ref.range === undefined || ref.name !== to || ref.stance !== stance) continue;
    const edit = listOf(document, at.placed, ref, scheme, (name) => (name === to ? "" : undefined));
    if (edit)
      found.set(ref.start, {
        span: { start: edit.span.start - start, end: edit.span.end - start },
        newText: edit.newText,
      });
  }
  return [...found.values()];
}

/** The edits that take a name out of one bullet, none when it is not there; undefined when it cannot be done without losing other words. */
function fromBullet(
  record: OpenRecord,
  bullet: Bullet,
  siblings: readonly Bullet[],
  to: Name,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const stretches = itemsOf(bullet, record);
  const isGone = ({ names, isRange }: Item): boolean => !isRange && names.includes(to);
  const all = stretches.flat();
  if (!all.some(isGone)) return edits;
  if (stretches.some((items) => items.some(isGone) && items[0]?.stretch.list.other.length !== 0 && items.every(isGone)))
    return undefined;
  if (all.every(isGone)) return holdsMore(bullet) ? undefined : [removal(record, bullet, siblings)];
  for (const items of stretches) {
    const gone = items.filter(isGone);
    const stretch = items[0]?.stretch;
    if (gone.length === 0) continue;
    if (gone.length === items.length) {
      const nested = stretch?.nested;
      if (nested && (nested.nested.length > 0 || holdsMore(nested))) return undefined;
      edits.push(nested ? removal(record, nested, stretch.siblings) : { span: wholeValue(bullet), newText: "" });
    } else {
      const edit = gone.length === 1 ? withoutItem(items, gone[0]?.index ?? 0, record.text) : undefined;
      if (!edit) return undefined;
      edits.push(edit);
    }
  }
  return edits;
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
  const places = new Map<Brief, Definition>();
  for (const { from } of link.places) if (from) places.set(from.brief, from);
  const changes: Edited[] = [];
  for (const at of places.values()) {
    const outcome = removeLink(review, at, at.brief.kind === "extract" ? record : extract, stance);
    if (isRefusal(outcome)) return outcome;
    changes.push(outcome);
  }
  return together(changes);
}
