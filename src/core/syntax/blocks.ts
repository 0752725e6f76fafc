/**
 * The common ground of the two readers of Markdown: the line reader (`lines.ts`) and remark (`remark.ts`) both give
 * these blocks, equal to the last offset wherever the line reader accepts a section, and everything above this layer is written once.
 *
 * All spans are UTF-16 offsets into the text that was handed to the reader (a section or a piece of a document).
 */
import type { Span } from "../text.ts";

/**
 * Running text with its markup taken away. `text` is what a person reads: emphasis, code ticks, link brackets and HTML tags
 * are dropped, escapes and entities resolved, the prefixes of continuation lines (`> `, indentation) removed; lines are
 * joined by "\n" (also for hard breaks); `<br>` gives "\n". `span` is the source from the first to the last character, markup included.
 */
export interface Inline extends Span {
  readonly text: string;
  /**
   * Where runs of `text` stand in the source: flat pairs (offset in `text`, offset in source), ascending; within a run both
   * advance together. `undefined` when `text` is exactly the source from `start` on.
   */
  readonly runs: readonly number[] | undefined;
  /** What was marked up, ascending by start, outer before inner; positions are offsets in `text`. Empty for plain text. */
  readonly marks: readonly Mark[];
}

export interface Mark {
  /** An `address` stands between `<` and `>`: its words are where it leads, and nothing in them is a reference, a tag or a key. */
  readonly kind: "strong" | "emphasis" | "code" | "link" | "address" | "image" | "html";
  /** Offsets in `Inline.text`; empty for an HTML tag. */
  readonly from: number;
  readonly to: number;
  /** The whole construct in the source, markup included. */
  readonly span: Span;
  /** A link's, an address's or an image's destination, decoded (escapes and entities resolved); for HTML the raw tag. */
  readonly target?: string;
}

export interface Paragraph extends Span {
  readonly type: "paragraph";
  readonly inline: Inline;
}

export interface List extends Span {
  readonly type: "list";
  readonly ordered: boolean;
  readonly items: readonly Item[];
}

/** A list item; its own text is its first block when that is a paragraph. */
export interface Item extends Span {
  /** Where the marker ends with which the item begins, before the spaces after it: `-`, `*`, `+`, `1.`, `1)`. */
  readonly markerEnd: number;
  readonly blocks: readonly Block[];
}

export interface Quote extends Span {
  readonly type: "quote";
  readonly blocks: readonly Block[];
}

/** A GFM table; the first row is the head. */
export interface Table extends Span {
  readonly type: "table";
  readonly rows: readonly Row[];
}

export interface Row extends Span {
  readonly cells: readonly Inline[];
}

/** A heading that stands inside a quote or a list item, or a section's own first block; `depth` is 1 to 6. */
export interface Heading extends Span {
  readonly type: "heading";
  readonly depth: number;
  readonly inline: Inline;
}

/** Code (fenced or indented), raw HTML, a thematic break, a link definition: the dialect reads nothing in them. */
export interface Opaque extends Span {
  readonly type: "code" | "html" | "rule" | "definition";
}

export type Block = Paragraph | List | Quote | Table | Heading | Opaque;

export function markerSpan({ start, markerEnd }: Item): Span {
  return { start, end: markerEnd };
}

/** The source offset of an offset in `inline.text`. */
export function sourceOffset(inline: Inline, offset: number): number {
  const runs = inline.runs;
  if (runs === undefined) return inline.start + offset;
  let low = 0;
  let high = (runs.length >> 1) - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle * 2] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (runs[low * 2 + 1] ?? inline.start) + offset - (runs[low * 2] ?? 0);
}

/**
 * The source span of `[from, to)` in `inline.text`: from its first character to just after its last one, so that markup
 * that stands outside the words stays outside the span.
 */
export function sourceSpan(inline: Inline, from: number, to: number): Span {
  const start = sourceOffset(inline, from);
  if (to <= from) return { start, end: start };
  return { start, end: sourceOffset(inline, to - 1) + 1 };
}

/** An inline of plain text at an offset, for tests and for text that has no markup. */
export function plainInline(text: string, start = 0): Inline {
  return { text, start, end: start + text.length, runs: undefined, marks: [] };
}

/** A sign that no id, key, tag, label or bracket holds. */
const HIDDEN = "\u00b7";

/** The text with the words of addresses hidden, unit by unit, for whoever looks for references in it. */
export function withoutAddresses({ text, marks }: Inline): string {
  let shown = "";
  let at = 0;
  for (const { kind, from, to } of marks) {
    if (kind !== "address") continue;
    shown += text.slice(at, from) + HIDDEN.repeat(to - from);
    at = to;
  }
  return at === 0 ? text : shown + text.slice(at);
}
