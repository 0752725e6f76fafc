/** Setting a field or a slot of a record: its value alone is replaced, its bullet put where the kind's vocabulary wants it, or taken out whole. */
import { blocksOfPiece, wholeValue } from "../../model/parts/blocks.ts";
import type { BulletRead } from "../../model/parts/bullets.ts";
import { slotKey } from "../../review/links.ts";
import type { Definition, Review } from "../../review.ts";
import { type Bullet, bulletsOf, fold, valueText } from "../../syntax/bullets.ts";
import { readRoles } from "../../syntax/roles.ts";
import { split } from "../../syntax/split.ts";
import { applyEdits, type TextEdit } from "../../text.ts";
import { FIELDS, fieldOf, type Scheme } from "../../vocabulary.ts";
import { flowed, insertion, paragraphsOf, readAlone, removal } from "./bullets.ts";
import { setCell } from "./cells.ts";
import { type Outcome, refuse, UNCHANGED } from "./outcome.ts";
import { inDocument, isRow, type OpenBullet, type OpenRecord, openRecord, reread } from "./record.ts";
import { notHeld } from "./refusals.ts";
import { bulletStyle, type LabelStyle, spelt, styleOf } from "./style.ts";

/**
 * Sets a field of a record, by any of its labels, or a slot by its role (`C`, `M2`, `Outcome`). `value` is Markdown; its lines are paragraphs; undefined
 * or white space takes the field out. Of a field that stands several times `nth` says which is meant, from 0; their number adds one more.
 * The slots of a cell that holds several count likewise, in the order of the row; those that are not meant, and the links of all that stay, are kept.
 * The value that the field has already, as it is read, is no edit.
 */
export function setField(
  review: Review,
  at: Definition,
  label: string,
  value: string | undefined,
  nth?: number,
): Outcome {
  const record = openRecord(review, at);
  if (!record) return notHeld(review, at);
  const read = readLabel(label, record);
  if (!read) return refuse("field", { field: label });
  const paragraphs = paragraphsOf(value ?? "");
  const { entity } = record;
  const speltSlot = entity.kind === "cmoc" && read.is === "slot" && entity.spelling !== "fields";
  if (isRow(entity) || (speltSlot && entity.spelling === "table")) return setCell(record, read, label, paragraphs, nth);
  if (speltSlot && entity.spelling === "sentence") return refuse("spelling", { field: label });
  const standing = record.bullets.filter((each) => same(each.read, read));
  if (standing.length > 1 && nth === undefined) return refuse("several", { field: label, count: standing.length });
  const found = standing[nth ?? 0];
  if (!found && (nth ?? 0) > standing.length) return refuse("several", { field: label, count: standing.length });
  if (paragraphs.length === 0) return found ? takeOut(record, found) : UNCHANGED;
  const wanted = readAlone(paragraphs, record.eol);
  if (wanted === undefined) return refuse("form", { field: label });
  if (found) return replace(record, found, paragraphs, wanted);
  const style = styleOf(record, review);
  const words = `${spelt(labelOf(read, label, style.role, record.scheme), read.is === "slot" ? style.role : style.label)} ${paragraphs.join("\n")}`;
  const edit = insertion(record, read, words, style.bullet);
  return checked(record, [edit], wanted, record.bullets.length + 1);
}

/** What a bullet with the label would be; undefined when the kind has no such field. */
function readLabel(label: string, { entity, scheme }: OpenRecord): BulletRead | undefined {
  const field = fieldOf(FIELDS[entity.kind], fold(label).toLowerCase());
  if (field) return { is: "field", field };
  const roles = entity.kind === "cmoc" ? readRoles(label, scheme) : undefined;
  return roles?.length === 1 ? { is: "slot", roles } : undefined;
}

function same(one: BulletRead, other: BulletRead): boolean {
  if (one.is === "field") return other.is === "field" && one.field === other.field;
  if (one.is !== "slot" || other.is !== "slot" || one.roles.length !== 1) return false;
  const [a] = one.roles;
  const [b] = other.roles;
  return a !== undefined && b !== undefined && slotKey(a) === slotKey(b);
}

/** The label as the record writes such labels: a field's own, a role as its letter, or as its word where others are. */
function labelOf(read: BulletRead, label: string, style: LabelStyle, scheme: Scheme): string {
  if (read.is === "field") return read.field.label;
  const letter = read.is === "slot" ? read.roles[0]?.role : undefined;
  const words = scheme.slots.find((slot) => slot.letter === letter);
  if (
    !words ||
    (label.toLowerCase() !== words.letter.toLowerCase() && label.toLowerCase() !== words.label.toLowerCase())
  )
    return label;
  return style.word ? words.label : words.letter;
}

function replace(
  record: OpenRecord,
  { bullet, read }: OpenBullet,
  paragraphs: readonly string[],
  wanted: string,
): Outcome {
  if (isValue(bullet, read, wanted)) return UNCHANGED;
  const { blocks } = bullet.item;
  if (blocks.slice(0, bullet.paragraphs.length).some((block) => block.type !== "paragraph")) return refuse("form");
  const span = wholeValue(bullet);
  let { start } = span;
  let newText = flowed(paragraphs, bulletStyle(bullet, record.text), record.eol);
  if (span.start === span.end) {
    const space = /[ \t]/.test(record.text.charAt(start));
    if (space) start++;
    else newText = ` ${newText}`;
  }
  const edit = { span: { start, end: Math.max(start, span.end) }, newText };
  return checked(record, [edit], wanted, record.bullets.length);
}

const REASON = /\s+(?:[-–—―−]|--|---)\s+|—/;

/** Whether the bullet's value is that already: as it is read, or of a choice with a reason the choice alone. */
function isValue(bullet: Bullet, read: BulletRead, wanted: string): boolean {
  const text = valueText(bullet);
  if (text === wanted) return true;
  if (read.is !== "field" || !read.field.form.startsWith("choice")) return false;
  const choice = (text.split(REASON)[0] ?? "").trim().replace(/\.$/, "");
  return choice.toLowerCase() === wanted.toLowerCase();
}

function takeOut(record: OpenRecord, { bullet }: OpenBullet): Outcome {
  const siblings = record.bullets.map((each) => each.bullet);
  return checked(record, [removal(record, bullet, siblings)], undefined, siblings.length - 1);
}

/** The edits, if the record reads as it did but for the one value: so many bullets, one of them with the value, and the same headings. */
function checked(record: OpenRecord, edits: readonly TextEdit[], wanted: string | undefined, count: number): Outcome {
  const after = applyEdits(record.text, edits);
  const bullets = bulletsOf(blocksOfPiece(after));
  const values = bullets.map(valueText);
  const missing = new Map<string, number>();
  for (const value of values) missing.set(value, (missing.get(value) ?? 0) - 1);
  for (const { bullet } of record.bullets) missing.set(valueText(bullet), (missing.get(valueText(bullet)) ?? 0) + 1);
  const changed = [...missing.values()].reduce((sum, each) => sum + Math.abs(each), 0);
  const isMeant =
    bullets.length === count &&
    changed <= (count === record.bullets.length ? 2 : 1) &&
    (wanted === undefined || values.includes(wanted)) &&
    split(after).sections.length === split(record.text).sections.length &&
    reread(record, edits) !== undefined;
  return isMeant ? inDocument(record, edits) : refuse("form");
}
