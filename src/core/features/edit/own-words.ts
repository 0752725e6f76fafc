/** What people wrote at an item of a list of links besides what it names: words, brackets and comments, which go where the item goes. */
import { type Inline, sourceSpan } from "../../syntax/blocks.ts";
import { fold } from "../../syntax/bullets.ts";
import type { Span } from "../../text.ts";
import { Extents } from "./item-extents.ts";
import type { Item } from "./items.ts";

/**
 * The words that go with an item, in one line and without its reason; `isLink` leaves out slots and the place in a source, which are said of a link otherwise. Of
 * the only item of a stretch these are all its words.
 */
export function ownWords(items: readonly Item[], index: number, text: string, isLink = false): string {
  const item = items[index];
  if (!item) return "";
  const { inline, from } = item.stretch;
  const extents = new Extents(items, text);
  const core = extents.core(index);
  const own = extents.own(index);
  const isOnly = items.length === 1;
  const start = isOnly ? Math.min(own.start, firstOf(inline, from)) : own.start;
  const slots = isLink && item.slotsAt ? sourceSpan(inline, item.slotsAt.from, item.slotsAt.to) : undefined;
  const pieces = [
    text.slice(start, core.start),
    ...inside(item, core, text),
    ...without(slots, { start: core.end, end: own.end }, text),
  ].map((piece) => trimmed(isLink ? unplaced(piece, item) : piece));
  const others = items[index - 1]?.reasonAt?.from === item.reasonAt?.from && !isOnly;
  const shared = others || items[index + 1]?.reasonAt?.from === item.reasonAt?.from;
  if (item.reasonAt && !shared) {
    const end = index < items.length - 1 ? extents.before(index + 1) : extents.end();
    pieces.push(...commentsIn(inline, own.end, end));
  }
  return fold(pieces.filter((piece) => piece !== "").join(" "));
}

/** The words of a stretch in which no item stands. */
export function allWords(inline: Inline, from: number, text: string): string {
  const start = Math.min(firstOf(inline, from), inline.end);
  return trimmed(fold(text.slice(start, inline.end)));
}

/** The comments in a stretch of the source. */
export function commentsIn(inline: Inline, start: number, end: number): readonly string[] {
  return inline.marks.flatMap(({ kind, span, target = "" }) =>
    kind === "html" && target.startsWith("<!") && span.start >= start && span.end <= end ? [target] : [],
  );
}

function firstOf(inline: Inline, from: number): number {
  let { start } = sourceSpan(inline, from, from);
  const least = inline.text.slice(0, from).trimEnd().length;
  for (const mark of inline.marks)
    if (mark.from >= least && (mark.kind !== "html" || mark.target?.startsWith("<!")))
      start = Math.min(start, mark.span.start);
  return start;
}

/** Words in the brackets that hold an item alone, and those that a `[[…|…]]` shows. */
function inside({ stretch, core, bracket }: Item, { start, end }: Span, text: string): readonly string[] {
  const { text: said } = stretch.inline;
  if (text.startsWith("[[", start) && said.charAt(core.to) === "|")
    return [text.slice(start, end).replace(/^[^|]*\||\]\]$/g, "")];
  if (!bracket || sourceSpan(stretch.inline, bracket.from, bracket.to).start < start) return [];
  return [said.slice(bracket.from + 1, core.from), said.slice(core.to, bracket.to - 1)];
}

function without(gone: Span | undefined, { start, end }: Span, text: string): readonly string[] {
  if (!gone || gone.start < start || gone.end > end) return [text.slice(start, end)];
  return [text.slice(start, gone.start), text.slice(gone.end, end)];
}

function unplaced(piece: string, { locator }: Item): string {
  return locator === undefined ? piece : piece.replace(locator, " ");
}

/** A piece without signs that only part it from others, and without the end of a link that began before it. */
function trimmed(piece: string): string {
  const words = piece
    .replace(/^[^[\]]*\]\([^()\s]*\)/, (all) => all.slice(0, all.indexOf("]")))
    .trim()
    .replace(/^[,;:]\s*|\s*[,;:]$/g, "");
  return /[\p{L}\p{N}<]/u.test(words) ? words : "";
}
