/** The blocks of a record's piece, read from its text again, and where the words of an inline stand with their markup. */
import type { Block, Inline } from "../../syntax/blocks.ts";
import { sourceOffset, sourceSpan } from "../../syntax/blocks.ts";
import { type Bullet, valueSpan } from "../../syntax/bullets.ts";
import { readBlocks } from "../../syntax/read-blocks.ts";
import { shiftBlocks } from "../../syntax/shift.ts";
import { sectionsOf } from "../../syntax/split.ts";
import type { Span } from "../../text.ts";

const OFF = /^<!--\s{0,9}cmoc:\s{0,9}off\s{0,9}-->\s*$/i;

/** The blocks of a piece of a document, what `<!-- cmoc: off -->` keeps out left out; spans are relative to it. */
export function blocksOfPiece(text: string): readonly Block[] {
  const blocks = sectionsOf(text).flatMap(({ start, end }) => {
    const read = readBlocks(text.slice(start, end));
    return start === 0 ? read : shiftBlocks(read, start);
  });
  const isOff = (block: Block | undefined): boolean =>
    block?.type === "html" && OFF.test(text.slice(block.start, Math.min(block.end, block.start + 60)));
  return text.includes("<!--") ? blocks.filter((block, at) => !isOff(block) && !isOff(blocks[at - 1])) : blocks;
}

/** Words of an inline with the markup that holds nothing else: `[TR3](a.md)` for the words TR3. */
export function markedSpan(inline: Inline, from: number, to: number): Span {
  let { start, end } = sourceSpan(inline, from, to);
  for (const mark of inline.marks) {
    if (mark.to === mark.from || mark.from < from || mark.to > to) continue;
    if (mark.from === from && mark.span.start < start) start = mark.span.start;
    if (mark.to === to && mark.span.end > end) end = mark.span.end;
  }
  return { start, end };
}

/**
 * A bullet's value with its markup, from the first character after the label to the last of its paragraphs. Empty, where it would stand, when
 * there is none.
 */
export function wholeValue(bullet: Bullet): Span {
  const [first] = bullet.paragraphs;
  const last = bullet.paragraphs[bullet.paragraphs.length - 1];
  if (!first || !last) return valueSpan(bullet);
  const inside = first.marks.some((mark) => mark.from < bullet.valueFrom && mark.to > bullet.valueFrom);
  if (bullet.valueFrom >= first.text.length) {
    if (first !== last) return { start: bullet.paragraphs[1]?.start ?? first.end, end: last.end };
    return { start: first.end, end: first.end };
  }
  const start = inside
    ? sourceOffset(first, bullet.valueFrom)
    : markedSpan(first, bullet.valueFrom, first.text.length).start;
  const widened = first.marks.reduce(
    (least, mark) => (mark.from === bullet.valueFrom && mark.to > mark.from ? Math.min(least, mark.span.start) : least),
    start,
  );
  return { start: inside ? start : widened, end: inside && first === last ? valueSpan(bullet).end : last.end };
}
