/** How far an item of a list of links reaches: with its own words, brackets and comments, up to the sign that parts it from the next. */
import { markedSpan } from "../../model/parts/blocks.ts";
import { sourceSpan } from "../../syntax/blocks.ts";
import type { Span } from "../../text.ts";
import type { Item } from "./items.ts";

interface Range {
  readonly from: number;
  readonly to: number;
}

const SIGNS = /[\s,;，；、،؛]/;

/** The items of a stretch, in the source that they stand in; offsets given are the source's. */
export class Extents {
  private readonly items: readonly Item[];
  private readonly text: string;

  constructor(items: readonly Item[], text: string) {
    this.items = items;
    this.text = text;
  }

  /** An item without a reason after it. Of several in a bracket, what stands in it. */
  own(index: number): Span {
    const item = this.items[index];
    if (!item) return { start: 0, end: 0 };
    const start = this.shares(index) && !this.shares(index - 1) ? this.insideBracket(item) : this.after(index);
    return { start, end: Math.max(start, this.ownEnd(item, index)) };
  }

  /** What the item names, brackets that hold it alone included. */
  core(index: number): Span {
    const item = this.items[index];
    if (!item) return { start: 0, end: 0 };
    const { from, to } = this.coreOf(item, index);
    return markedSpan(item.stretch.inline, from, to);
  }

  /** Where what follows the sign before an item begins. */
  after(index: number): number {
    const item = this.items[index];
    if (!item) return 0;
    const sign = this.signBefore(index);
    if (!sign) return this.outer(index);
    let at = sourceSpan(item.stretch.inline, sign.to - 1, sign.to).end;
    while (/\s/.test(this.text.charAt(at))) at++;
    return at;
  }

  /** Where what stands before the sign before an item ends. */
  before(index: number): number {
    const item = this.items[index];
    const sign = this.signBefore(index);
    if (!item) return 0;
    return this.trimmed(sign ? sourceSpan(item.stretch.inline, sign.from, sign.from + 1).start : this.outer(index));
  }

  /** Where the words of the stretch end, comments included, a stop or a comma at their end left out. */
  end(): number {
    const last = this.items[this.items.length - 1];
    if (!last) return 0;
    const { inline } = last.stretch;
    const core = this.coreOf(last, last.index);
    let to = inline.text.length;
    while (to > core.to && /[\s.,;]/.test(inline.text.charAt(to - 1))) to--;
    const opened = this.after(last.index);
    let { end } = markedSpan(inline, core.from, to);
    let depth = 0;
    for (const { kind, span, target = "" } of inline.marks) {
      if (kind !== "html" || span.start < opened) continue;
      const isShut = target.startsWith("</");
      if (!isShut && !target.startsWith("<!")) depth++;
      if (isShut && --depth < 0) break;
      end = Math.max(end, span.end);
    }
    return end;
  }

  /** Whether an item stands in one bracket with the next. */
  shares(index: number): boolean {
    const [one, other] = [this.items[index]?.bracket, this.items[index + 1]?.bracket];
    return one !== undefined && one.from === other?.from;
  }

  private ownEnd(item: Item, index: number): number {
    const { inline } = item.stretch;
    const next = this.items[index + 1];
    if (this.shares(index)) return this.before(index + 1);
    if (item.bracket && this.shares(index - 1))
      return this.trimmed(sourceSpan(inline, item.bracket.to - 1, item.bracket.to).start);
    const { reasonAt } = item;
    if (reasonAt && reasonAt.from >= item.to && !(next && next.from < reasonAt.from)) {
      const words = inline.text.slice(0, reasonAt.from).trimEnd();
      let at = words.length;
      while (at > item.to && /[-–—‒―−]/.test(words.charAt(at - 1))) at--;
      return this.trimmed(sourceSpan(inline, at, at + 1).start);
    }
    return next ? this.before(index + 1) : this.end();
  }

  /** What parts an item from the one before it, without the space about it; undefined where only space does. */
  private signBefore(index: number): Range | undefined {
    const [before, item] = [this.items[index - 1], this.items[index]];
    if (!before || !item) return undefined;
    const { text } = item.stretch.inline;
    const least = this.shares(index - 1) ? before.core.to : this.coreOf(before, index - 1).to;
    let to = this.shares(index - 1) ? item.from : this.outerFrom(item, index);
    if (this.shares(index - 1)) {
      const stop = text.lastIndexOf(";", to);
      if (stop >= least) return { from: stop, to: stop + 1 };
    }
    let from = to;
    for (;;) {
      while (from > least && SIGNS.test(text.charAt(from - 1))) from--;
      const word = /(?:^|[^\p{L}\p{N}])(and|&)$/iu.exec(text.slice(Math.max(least, from - 4), from))?.[1] ?? "";
      if (word === "" || !/\s/.test(text.charAt(from))) break;
      from -= word.length;
    }
    while (from < to && /\s/.test(text.charAt(from))) from++;
    while (to > from && /\s/.test(text.charAt(to - 1))) to--;
    return from < to ? { from, to } : undefined;
  }

  /** Offsets in the inline's text. */
  private coreOf(item: Item, index: number): Range {
    const { text } = item.stretch.inline;
    if (item.bracket && !this.shares(index) && !this.shares(index - 1)) return item.bracket;
    let { from, to } = item.core;
    if (text.slice(from - 2, from) === "[[") {
      const shut = text.indexOf("]]", to);
      [from, to] = [from - 2, shut < 0 ? to : shut + 2];
    }
    if (/^(?:^|[\s,;[])-$/.test(text.slice(Math.max(0, from - 2), from))) from--;
    return { from, to };
  }

  private outerFrom(item: Item, index: number): number {
    return this.shares(index) && item.bracket ? item.bracket.from : this.coreOf(item, index).from;
  }

  private outer(index: number): number {
    const item = this.items[index];
    if (!item) return 0;
    if (this.shares(index) && !this.shares(index - 1) && item.bracket)
      return markedSpan(item.stretch.inline, item.bracket.from, item.bracket.to).start;
    return this.core(index).start;
  }

  private insideBracket({ stretch, bracket }: Item): number {
    return bracket ? sourceSpan(stretch.inline, bracket.from, bracket.from + 1).end : 0;
  }

  private trimmed(end: number): number {
    let at = end;
    while (at > 0 && /\s/.test(this.text.charAt(at - 1))) at--;
    return at;
  }
}
