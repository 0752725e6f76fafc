/** Words with the markup that holds nothing else: `**staff** are [new](a.md)` for “staff are new”, `<i>trust</i> grows` for “trust grows”. */
import { type Block, type Inline, type Mark, sourceOffset } from "../../syntax/blocks.ts";
import type { Span } from "../../text.ts";
import { looseTags, tagOf } from "./html.ts";

const known = new WeakMap<readonly Block[], readonly Inline[]>();

/** Every run of text in the blocks, in order; found once, since each of many rows of a table asks for it. */
export function inlinesOf(blocks: readonly Block[]): readonly Inline[] {
  let found = known.get(blocks);
  if (!found) {
    found = [...allOf(blocks)].sort((a, b) => a.start - b.start);
    known.set(blocks, found);
  }
  return found;
}

function* allOf(blocks: readonly Block[]): Iterable<Inline> {
  for (const block of blocks) {
    if (block.type === "paragraph") yield block.inline;
    else if (block.type === "list") for (const item of block.items) yield* allOf(item.blocks);
    else if (block.type === "table") for (const { cells } of block.rows) yield* cells;
  }
}

/** The run, of those in order, that holds a stretch; they do not overlap. */
function holding({ start, end }: Span, inlines: readonly Inline[]): Inline | undefined {
  let low = 0;
  let high = inlines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inlines[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  // An empty one may begin where another ends.
  for (let at = low - 1; at >= 0 && at >= low - 3; at--) {
    const inline = inlines[at];
    if (inline && end <= inline.end) return inline;
  }
  return undefined;
}

/** A stretch of the source, widened by the marks that begin or end where it does and hold nothing outside it. */
export function widened({ start, end }: Span, inlines: readonly Inline[], text: string): Span {
  const inline = holding({ start, end }, inlines);
  let from = start;
  let to = end;
  for (const mark of inline?.marks ?? []) {
    if (!inline || mark.to <= mark.from) continue;
    const first = sourceOffset(inline, mark.from);
    const last = sourceOffset(inline, mark.to - 1) + 1;
    if (first < start || last > end) continue;
    if (first === start) from = Math.min(from, mark.span.start);
    if (last === end) to = Math.max(to, mark.span.end);
  }
  return inline && end > start ? withHtml({ start: from, end: to }, inline, text) : { start: from, end: to };
}

/** Whether a tag in the stretch opens or closes what stands outside it. */
export function isTorn({ start, end }: Span, inlines: readonly Inline[], text: string): boolean {
  const inline = holding({ start, end }, inlines);
  const html =
    inline?.marks.filter(({ kind, span }) => kind === "html" && start <= span.start && span.end <= end) ?? [];
  const { closes, opens } = looseTags(html.map((mark) => sourceOf(mark, text)));
  return closes.length + opens.length > 0;
}

/** With the comments beside it, and the tags that close or open what is open in it; as it was where those stand elsewhere. */
function withHtml(span: Span, { marks }: Inline, text: string): Span {
  const html = marks.filter(({ kind }) => kind === "html");
  if (html.length === 0) return span;
  let { start, end } = span;
  const inside = html.filter((mark) => start <= mark.span.start && mark.span.end <= end);
  const { closes, opens } = looseTags(inside.map((mark) => sourceOf(mark, text)));
  let before = html.findLastIndex((mark) => mark.span.end <= start);
  let next = html.findIndex((mark) => mark.span.start >= end);
  if (next < 0) next = html.length;
  for (;;) {
    const left = beside(html[before], text, start);
    const right = beside(html[next], text, end);
    const takesLeft = left !== undefined && (left.is === "comment" || (left.is === "opens" && left.name === closes[0]));
    const takesRight =
      right !== undefined && (right.is === "comment" || (right.is === "closes" && right.name === opens.at(-1)));
    const isAround =
      closes.length === 0 &&
      opens.length === 0 &&
      left?.is === "opens" &&
      right?.is === "closes" &&
      left.name === right.name;
    if (!takesLeft && !takesRight && !isAround) break;
    if (takesLeft || isAround) {
      start = html[before--]?.span.start ?? start;
      if (left?.is === "opens" && !isAround) closes.shift();
    }
    if (takesRight || isAround) {
      end = html[next++]?.span.end ?? end;
      if (right?.is === "closes" && !isAround) opens.pop();
    }
  }
  return closes.length === 0 && opens.length === 0 ? { start, end } : span;
}

function beside(mark: Mark | undefined, text: string, at: number): ReturnType<typeof tagOf> | undefined {
  if (!mark) return undefined;
  const gap = mark.span.end <= at ? text.slice(mark.span.end, at) : text.slice(at, mark.span.start);
  return gap.trim() === "" ? tagOf(sourceOf(mark, text)) : undefined;
}

function sourceOf({ span }: Mark, text: string): string {
  return text.slice(span.start, span.end);
}
