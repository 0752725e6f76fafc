/** Putting a bullet into a record, and taking one out: whole lines, so that the one undoes the other. */

import type { BulletRead } from "../../model/parts/bullets.ts";
import { type Bullet, bulletsOf, valueText } from "../../syntax/bullets.ts";
import { readBlocks } from "../../syntax/read-blocks.ts";
import type { TextEdit } from "../../text.ts";
import { FIELDS } from "../../vocabulary.ts";
import type { OpenRecord } from "./record.ts";
import { type BulletStyle, bulletStyle, lineEnd, lineStart, nextLine } from "./style.ts";

/** A value's paragraphs: its lines, white space at their ends left out. */
export function paragraphsOf(value: string): readonly string[] {
  return value
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Paragraphs as the text of a bullet: a blank line between them, each in the column in which the first one begins. */
export function flowed(paragraphs: readonly string[], style: BulletStyle, eol: string): string {
  let column = 0;
  for (const character of style.indent + style.sign + style.gap) column += character === "\t" ? 4 - (column % 4) : 1;
  return paragraphs.join(eol + eol + " ".repeat(column));
}

/** What the paragraphs say as a value, read by themselves; undefined when Markdown makes something else of them. */
export function readAlone(paragraphs: readonly string[], eol: string): string | undefined {
  const text = `- x: ${flowed(paragraphs, { indent: "", sign: "-", gap: " " }, eol)}${eol}`;
  const blocks = readBlocks(text);
  const [bullet, ...others] = bulletsOf(blocks);
  if (!bullet || others.length > 0 || blocks.length !== 1) return undefined;
  return bullet.paragraphs.length === paragraphs.length && bullet.item.blocks.length === paragraphs.length
    ? valueText(bullet)
    : undefined;
}

/** A bullet as text, without the line ending after it. */
export function writtenBullet(words: string, style: BulletStyle, eol: string): string {
  return style.indent + style.sign + style.gap + flowed(paragraphsOf(words), style, eol);
}

/** Where a bullet stands among the fields of its kind: that of the vocabulary's table, slots after the theme, coding lines after the voice. */
export function rankOf(read: BulletRead, { entity, scheme }: OpenRecord): number {
  if (read.is === "prose") return Number.POSITIVE_INFINITY;
  const fields = FIELDS[entity.kind];
  const after = (label: string): number => fields.findIndex((field) => field.label === label) + 0.5;
  if (read.is === "coding") return after("voice");
  if (read.is === "slot") {
    const letter = read.roles[0]?.role;
    const order = scheme.slots.findIndex((slot) => slot.letter === letter);
    return after("theme") + (order + 1) / 1000;
  }
  return fields.indexOf(read.field);
}

/** The edit that puts a bullet where its rank wants it: after the last field that it follows, else before the first; else as a list of its own. */
export function insertion(record: OpenRecord, read: BulletRead, words: string, style: BulletStyle): TextEdit {
  const rank = rankOf(read, record);
  const fields = record.bullets.filter((each) => each.read.is !== "prose");
  let before: Bullet | undefined;
  for (const each of fields) if (rankOf(each.read, record) <= rank) before = each.bullet;
  if (before) return after(record, before, words);
  const first = fields[0]?.bullet;
  if (first) {
    const above = record.bullets[record.bullets.findIndex(({ bullet }) => bullet === first) - 1]?.bullet;
    const isBeside = above && record.text.slice(above.end, first.start).trim() === "";
    return isBeside ? after(record, above, words) : beforeFirst(record, first, words);
  }
  const last = record.bullets[record.bullets.length - 1]?.bullet;
  return last ? after(record, last, words) : newList(record, words, style);
}

/** The edit that puts a bullet after another, in that one's style. */
export function after(record: OpenRecord, bullet: Bullet, words: string): TextEdit {
  const { text, eol } = record;
  const at = lineEnd(text, bullet.end);
  const gap = isLoose(record, bullet) ? eol + eol : eol;
  return { span: { start: at, end: at }, newText: gap + writtenBullet(words, bulletStyle(bullet, text), eol) };
}

function beforeFirst(record: OpenRecord, bullet: Bullet, words: string): TextEdit {
  const { text, eol } = record;
  const at = lineStart(text, bullet.start);
  const gap = isLoose(record, bullet) ? eol + eol : eol;
  return { span: { start: at, end: at }, newText: writtenBullet(words, bulletStyle(bullet, text), eol) + gap };
}

const EMPTY_LINE = /^[ \t]*(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r|\n)\s*$/;

/** Whether empty lines part the bullet from the one before or after it in its list. */
function isLoose({ bullets, text }: OpenRecord, bullet: Bullet): boolean {
  const at = bullets.findIndex((each) => each.bullet === bullet);
  const parted = (from: Bullet | undefined, to: Bullet | undefined): boolean =>
    from !== undefined && to !== undefined && EMPTY_LINE.test(text.slice(from.end, to.start));
  return parted(bullets[at - 1]?.bullet, bullet) || parted(bullet, bullets[at + 1]?.bullet);
}

/** A list where the record has none: for an extract, and under a sentence or a table, below what stands there, else right below the heading. */
function newList({ blocks, entity, text, eol }: OpenRecord, words: string, style: BulletStyle): TextEdit {
  const [heading] = blocks;
  let last = heading;
  for (const block of blocks.slice(1)) {
    if (block.type === "heading") break;
    last = block;
  }
  const headingEnd = lineEnd(text, heading?.end ?? 0);
  const below = nextLine(text, headingEnd);
  const isParted = text.slice(below, lineEnd(text, below)).trim() === "";
  const isTop = isParted && entity.kind !== "extract" && !(entity.kind === "cmoc" && entity.spelling !== "none");
  const at = isTop ? headingEnd : lineEnd(text, last?.end ?? headingEnd);
  return { span: { start: at, end: at }, newText: eol + eol + writtenBullet(words, { ...style, indent: "" }, eol) };
}

/** Whether a bullet holds blocks that are neither paragraphs nor bullets: code, a table, HTML. */
export function holdsMore({ item, nested }: Bullet): boolean {
  return item.blocks.some(({ type }) => type !== "paragraph" && type !== "list") || nested.some(holdsMore);
}

/** The edit that takes a bullet out: with the line ending before it, or where it is a list's first, with the one after it. */
export function removal({ text }: OpenRecord, bullet: Bullet, siblings: readonly Bullet[]): TextEdit {
  const index = siblings.findIndex((each) => each.start === bullet.start);
  const before = siblings[index - 1];
  const next = siblings[index + 1];
  const start = lineStart(text, bullet.start);
  const isFirst = !before || text.slice(before.end, start).trim() !== "";
  if (isFirst && next && text.slice(bullet.end, next.start).trim() === "") {
    return { span: { start, end: lineStart(text, next.start) }, newText: "" };
  }
  let from = start;
  while (from > 0 && /\s/.test(text.charAt(from - 1))) from--;
  return { span: { start: lineEnd(text, from), end: lineEnd(text, bullet.end) }, newText: "" };
}
