/**
 * Bullets with a label. The first colon ends the label, which may be bold with the colon in or out of it; what follows is the value,
 * over lines and paragraphs; what is nested in it, in bullets or numbered, refines it.
 */
import type { Span } from "../text.ts";
import { type Block, type Inline, type Item, type Mark, sourceSpan } from "./blocks.ts";
import { fold } from "./words.ts";

export { fold };

export interface Bullet extends Span {
  /** As written, white space folded; undefined for a bullet of prose. */
  readonly label: string | undefined;
  /** Offsets in the first paragraph's text; both 0 without a label. */
  readonly labelFrom: number;
  readonly labelTo: number;
  /** Where the value begins in the first paragraph's text: past the colon and white space; 0 without a label. */
  readonly valueFrom: number;
  /** The bullet's own text, first to last. */
  readonly paragraphs: readonly Inline[];
  readonly nested: readonly Bullet[];
  /** Where a new nested bullet would go, and how deep this one stands. */
  readonly item: Item;
}

/** The longest label that is looked at; a longer stretch before a colon is prose. */
const LABEL_LIMIT = 80;

export function readBullet(item: Item): Bullet {
  const { blocks } = item;
  const first = blocks[0];
  const inline = first?.type === "paragraph" ? first.inline : undefined;
  const isPlain = blocks.length === 1 && inline !== undefined;
  const colon = inline ? colonOf(inline) : -1;
  let label: string | undefined;
  let labelFrom = 0;
  let labelTo = 0;
  let valueFrom = 0;
  if (inline && colon >= 0) {
    const { text } = inline;
    while (labelFrom < colon && isSpace(text, labelFrom)) labelFrom++;
    labelTo = colon;
    while (labelTo > labelFrom && isSpace(text, labelTo - 1)) labelTo--;
    valueFrom = colon + 1;
    while (valueFrom < text.length && isSpace(text, valueFrom)) valueFrom++;
    label = fold(text.slice(labelFrom, labelTo));
  }
  return {
    start: item.start,
    end: item.end,
    label,
    labelFrom,
    labelTo,
    valueFrom,
    paragraphs: isPlain ? [inline] : paragraphsIn(blocks),
    nested: isPlain ? NO_BULLETS : nestedIn(blocks),
    item,
  };
}

/** What is nested, numbered or not. */
function nestedIn(blocks: readonly Block[]): readonly Bullet[] {
  let found: readonly Bullet[] = NO_BULLETS;
  for (const block of blocks) {
    if (block.type !== "list") continue;
    const bullets = block.items.map(readBullet);
    found = found.length === 0 ? bullets : found.concat(bullets);
  }
  return found;
}

function paragraphsIn(blocks: readonly Block[]): readonly Inline[] {
  const found: Inline[] = [];
  for (const block of blocks) if (block.type === "paragraph") found.push(block.inline);
  return found.length === 0 ? NO_PARAGRAPHS : found;
}

const NO_PARAGRAPHS: readonly Inline[] = [];
const NO_BULLETS: readonly Bullet[] = [];

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 32 || unit === 10 || unit === 9 || unit === 160;
}

/** The first colon on the bullet's first line, outside code and links, or -1. */
function colonOf(inline: Inline): number {
  const text = inline.text;
  const limit = Math.min(text.length, LABEL_LIMIT);
  for (let at = 0; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10) return -1;
    if (unit !== 58 && unit !== 0xff1a) continue;
    if (at === 0) return -1;
    return inline.marks.length > 0 && isCovered(inline, at) ? -1 : at;
  }
  return -1;
}

const COVERING: readonly Mark["kind"][] = ["code", "link", "address"];

function isCovered({ marks }: Inline, at: number): boolean {
  return marks.some(({ kind, from, to }) => from <= at && at < to && COVERING.includes(kind));
}

/** The bulleted items that stand directly in these blocks. */
export function bulletsOf(blocks: readonly Block[]): readonly Bullet[] {
  let found: readonly Bullet[] | undefined;
  for (const block of blocks) {
    if (block.type !== "list" || block.ordered) continue;
    const bullets = block.items.map(readBullet);
    found = found ? found.concat(bullets) : bullets;
  }
  return found ?? NO_BULLETS;
}

/** The value as text: paragraphs parted by a line, lines of one paragraph by a space; empty when there is none. */
export function valueText(bullet: Bullet): string {
  const first = bullet.paragraphs[0];
  if (!first) return "";
  const head = fold(bullet.valueFrom === 0 ? first.text : first.text.slice(bullet.valueFrom));
  if (bullet.paragraphs.length === 1) return head;
  const rest = bullet.paragraphs.slice(1).map((inline) => fold(inline.text));
  return [head, ...rest].filter((part) => part !== "").join("\n");
}

/** The source from the value's first to its last character; empty, just after the colon, when there is none. */
export function valueSpan(bullet: Bullet): Span {
  const first = bullet.paragraphs[0];
  if (!first) return { start: bullet.end, end: bullet.end };
  if (bullet.paragraphs.length === 1) return trimmedSpan(first, bullet.valueFrom, first.text.length);
  const last = bullet.paragraphs[bullet.paragraphs.length - 1] ?? first;
  const start =
    bullet.valueFrom < first.text.length
      ? trimmedSpan(first, bullet.valueFrom, first.text.length).start
      : (bullet.paragraphs[1]?.start ?? first.end);
  return { start, end: trimmedSpan(last, 0, last.text.length).end };
}

/** The source span of a stretch of an inline without the white space at its ends. */
export function trimmedSpan(inline: Inline, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (end > start && isSpace(inline.text, end - 1)) end--;
  while (start < end && isSpace(inline.text, start)) start++;
  return sourceSpan(inline, start, end);
}

/** The label's place in the source. */
export function labelSpan(bullet: Bullet): Span {
  const first = bullet.paragraphs[0];
  return first ? sourceSpan(first, bullet.labelFrom, bullet.labelTo) : { start: bullet.start, end: bullet.start };
}
