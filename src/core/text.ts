/**
 * A text and the places in it. Offsets and characters are 0-based UTF-16 code units, lines are 0-based;
 * a line ends at LF, CRLF or a lone CR. Every span and range is half open: `[start, end)`.
 */

/** A half-open run of UTF-16 offsets. What it is relative to (a document, a piece of one) is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * One file of a review. `uri` is its path below the review's folder, parted by `/`, never percent-encoded
 * (`theory/trust.md`); a door maps it to what its host uses.
 */
export interface TextDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** A change to one text: the span is replaced by `newText`; spans refer to the text before any of a set of edits. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

const CR = 13;
const LF = 10;

/** Offsets at which the lines of `text` begin; the first is 0. Linear in the text. */
export function lineStarts(text: string): Uint32Array {
  let count = 1;
  const hasCr = text.includes("\r");
  if (!hasCr) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
    const starts = new Uint32Array(count);
    let line = 1;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts[line++] = at + 1;
    return starts;
  }
  const starts: number[] = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF || (unit === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}

const BYTE_ORDER_MARK = 0xfeff;

/**
 * Turns offsets of one text into positions and back, by binary search over its line starts. A byte order mark is no character of the first line,
 * as in editors.
 */
export class LineIndex {
  readonly starts: Uint32Array;
  readonly length: number;
  /** UTF-16 units of a byte order mark. */
  private readonly mark: number;

  /** Takes the text, or line starts that were computed before together with the text's length. */
  constructor(text: string | { readonly starts: Uint32Array; readonly length: number }) {
    this.starts = typeof text === "string" ? lineStarts(text) : text.starts;
    this.length = text.length;
    this.mark = typeof text === "string" && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The line that holds the offset; offsets outside the text are clamped into it. */
  line(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  position(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const line = this.line(clamped);
    const character = clamped - (this.starts[line] ?? 0);
    return { line, character: line === 0 ? Math.max(0, character - this.mark) : character };
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** The offset of a position; a line past the end gives the text's length, a character past the line's end stops at the next line. */
  offset(position: Position): number {
    if (position.line < 0) return 0;
    const begin = this.starts[position.line];
    if (begin === undefined) return this.length;
    const start = position.line === 0 ? begin + this.mark : begin;
    const limit = this.starts[position.line + 1] ?? this.length;
    return Math.min(start + Math.max(0, position.character), limit);
  }
}

/** Edits of a part of a text as edits of the whole, in which the part begins at `by`. */
export function shiftEdits(edits: readonly TextEdit[], by: number): readonly TextEdit[] {
  return edits.map(({ span, newText }) => ({ span: { start: span.start + by, end: span.end + by }, newText }));
}

/** Applies edits that do not overlap; two insertions at one place keep their order. Overlapping edits throw a RangeError. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, order) => ({ edit, order }));
  ordered.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.order - b.order,
  );
  const parts: string[] = [];
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < at || edit.span.end < edit.span.start || edit.span.end > text.length) {
      throw new RangeError(`edit at ${edit.span.start} overlaps another or leaves the text`);
    }
    parts.push(text.slice(at, edit.span.start), edit.newText);
    at = edit.span.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/** The line ending that the text uses most, LF when it has none. */
export function lineEnding(text: string): "\n" | "\r\n" | "\r" {
  let crlf = 0;
  let cr = 0;
  let lf = 0;
  if (!text.includes("\r")) return "\n";
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LF) lf++;
    else if (unit === CR) {
      if (text.charCodeAt(at + 1) === LF) {
        crlf++;
        at++;
      } else cr++;
    }
  }
  if (crlf >= lf && crlf >= cr) return "\r\n";
  return cr > lf ? "\r" : "\n";
}

/** Engines copy shorter stretches anyway; a longer one is a view that keeps the whole text alive. */
const COPIED = 13;
/** So many units are copied at a time. */
const BLOCK = 4096;
const units: number[] = [];
/** For each length of a short stretch a list of that length: one list whose length changes with each copy is made anew each time. */
const unitsOfShort = Array.from({ length: 64 }, (_, length) => new Array<number>(length).fill(0));

/** A stretch of a text as a string of its own, which keeps no other alive; of one byte a character where that does. Linear in it. */
export function ownCopy(text: string, from = 0, to = text.length): string {
  if (to - from < COPIED) return text.slice(from, to);
  if (to - from > BLOCK) {
    const blocks: string[] = [];
    for (let at = from; at < to; at += BLOCK) blocks.push(ownCopy(text, at, Math.min(at + BLOCK, to)));
    return blocks.join("");
  }
  const copied = unitsOfShort[to - from] ?? units;
  if (copied === units) units.length = to - from;
  for (let at = from; at < to; at++) copied[at - from] = text.charCodeAt(at);
  return String.fromCharCode.apply(undefined, copied);
}

/** The first index, of `count`, that `isBefore` is not true of, where it is true of none after it: in a few steps, however many there are. */
export function firstNot(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const MARKUP: { readonly [sign: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text in markup, in an element or in an attribute in quotation marks: none of it is read as a tag. */
export function inMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => MARKUP[sign] ?? sign);
}

/** A text with all its lines ended alike, by a line feed. */
export function alikeEnded(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
