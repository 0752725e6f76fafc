/**
 * Finds the headings at the top level of a text, as remark would, without reading anything else: a state machine over
 * lines that knows what is open at the top level (a paragraph, a list item, a quote, …) and never looks inside.
 *
 * One thing can be told only from the inside: whether a line right after a list or a quote continues a paragraph in it
 * ("lazily") or begins a paragraph of its own. Nearly always nothing depends on it. Where something does, remark reads the
 * text from where the list or quote began up to that line, and says.
 */
import { endSearchStart, type HtmlKind, holdsHtmlEnd, htmlKind } from "./html-blocks.ts";
import { Lines } from "./line-ends.ts";
import {
  afterListMarker,
  atxDepth,
  closesFence,
  columnAt,
  delimiterCells,
  fenceLength,
  headCells,
  interruptsParagraph,
  isThematicBreak,
  setextDepth,
  skipBlanks,
} from "./line-shapes.ts";
import { type LastBlock, lastBlock } from "./remark.ts";
import { remarkCost } from "./remark-bounds.ts";

export interface TopHeading {
  /** The start of the heading's first line. */
  readonly start: number;
  /** The end of its last line, line ending excluded. */
  readonly end: number;
  readonly depth: number;
}

/** What is open at the top level before a line. */
enum Open {
  Nothing,
  Paragraph,
  Code,
  Table,
  Item,
  Quote,
  /** A list or quote whose last line, or a paragraph of the top level: which of the two has not mattered yet. */
  Either,
}

/** Whether the last line of an open list or quote leaves a paragraph open in it. */
enum Tip {
  Unknown,
  Paragraph,
  Other,
}

/** What remark may cost to settle doubts, in one file; past it a doubtful line counts as a lazy one. */
const DOUBT_BUDGET = 500e6;

/**
 * What begins an item unless that would interrupt a paragraph: no words, or a number other than 1. micromark asks about the paragraph before the
 * list or quote, not only about what stands inside, so that what came before has to be read too.
 */
const INTERRUPTION = /(?:[-+*]|\d[.)])[ \t]*$|(?:^|[ \t>])\d+[.)][ \t]/m;

/** The headings of `text` from offset `from` on, in order; none after the first beyond `from` whose start `stops`. */
export function topHeadings(text: string, from: number, stops?: (start: number) => boolean): readonly TopHeading[] {
  return new Scan(text, from).run(stops && ((start) => start > from && stops(start)));
}

class Scan {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #headings: TopHeading[] = [];
  #open: Open = Open.Nothing;
  #tip: Tip = Tip.Unknown;
  /** Where the open paragraph, list item or quote began. */
  #since: number;
  /** Where the first of the lists and quotes began that follow each other up to the one that is open. */
  #run: number;
  /** What that first one interrupted, in a line that stands for it. */
  #interrupted = "";
  /** Where the line before began; it may be the head of a table. */
  #lineBefore = 0;
  /** The column at which the content of the open item begins. */
  #width = 0;
  /** Whether the open item has had nothing but its marker so far. */
  #bare = false;
  /** Whether the open item began with a blank line and a second one followed: it takes no more. */
  #shut = false;
  #afterBlank = false;
  /** In doubt, whether what may be a paragraph of the top level may also be indented code. */
  #perhapsCode = false;
  /** In doubt, whether it is a quote that is open, not an item. */
  #inQuote = false;
  #budget = DOUBT_BUDGET;

  constructor(text: string, from: number) {
    this.#text = text;
    this.#lines = new Lines(text, from);
    this.#since = from;
    this.#run = from;
  }

  run(stops: ((start: number) => boolean) | undefined): readonly TopHeading[] {
    const text = this.#text;
    const lines = this.#lines;
    let seen = 0;
    while (lines.advance()) {
      if (stops && this.#headings.length > seen) {
        seen = this.#headings.length;
        if (stops((this.#headings[seen - 1] as TopHeading).start)) break;
      }
      const start = lines.start;
      const unit = text.charCodeAt(start);
      // A letter in the first column begins or continues a paragraph.
      if ((unit > 96 && unit !== 124 && unit !== 126) || (unit > 64 && unit < 95)) {
        if (this.#open === Open.Paragraph) {
          this.#lineBefore = start;
          continue;
        }
        this.#plain(0);
        continue;
      }
      const first = skipBlanks(text, start, lines.end);
      if (first === lines.end) this.#blank();
      else this.#line(first);
    }
    return this.#headings;
  }

  #blank(): void {
    switch (this.#open) {
      case Open.Item:
        if (this.#bare) this.#shut = true;
        this.#tip = Tip.Other;
        this.#afterBlank = true;
        return;
      case Open.Code:
        return;
      case Open.Either:
        if (this.#perhapsCode) {
          this.#settle();
          this.#blank();
        } else if (this.#inQuote) this.#open = Open.Nothing;
        else this.#afterBlank = true;
        return;
      default:
        this.#open = Open.Nothing;
    }
  }

  /** A line that is not blank, and its first character that is neither space nor tab. */
  #line(first: number): void {
    const text = this.#text;
    const { start } = this.#lines;
    const indent = first === start ? 0 : columnAt(text, start, first);
    if (this.#open === Open.Item) {
      if (indent >= this.#width && !this.#shut) {
        this.#bare = false;
        this.#afterBlank = false;
        this.#tip = Tip.Unknown;
        return;
      }
      if (this.#afterBlank || this.#tip === Tip.Other) this.#leave();
    } else if (this.#open === Open.Either && this.#afterBlank) {
      if (indent >= this.#width) {
        this.#settle();
        this.#line(first);
        return;
      }
      this.#leave();
    } else if (this.#open === Open.Quote && this.#tip === Tip.Other && text.charCodeAt(first) !== 62) this.#leave();
    const contained = this.#open === Open.Item || this.#open === Open.Quote;
    if (contained && indent < 4 && text.charCodeAt(first) === 60 && htmlKind(text, first, this.#lines.end) === 7) {
      if (this.#tip === Tip.Unknown) {
        this.#inQuote = this.#open === Open.Quote;
        this.#settle();
        this.#line(first);
        return;
      }
      // micromark reads such a tag on a lazy line as HTML inside the list or quote, ending with the line.
      if (this.#tip === Tip.Paragraph) {
        this.#tip = Tip.Other;
        return;
      }
    }
    if (this.#open === Open.Either && this.#matters(first, indent)) {
      this.#settle();
      this.#line(first);
      return;
    }
    if (indent >= 4) {
      if (this.#open === Open.Either && indent >= this.#width) return;
      this.#plain(indent);
      return;
    }
    if (this.#open === Open.Either && !this.#inQuote && indent >= this.#width) return;
    this.#block(first, indent);
  }

  #leave(): void {
    this.#open = Open.Nothing;
    this.#afterBlank = false;
    this.#shut = false;
  }

  /** Whether, in doubt, what the line does depends on which of the two is open. */
  #matters(first: number, indent: number): boolean {
    const text = this.#text;
    const end = this.#lines.end;
    if (indent >= 4) return false;
    const unit = text.charCodeAt(first);
    if (!this.#inQuote && indent >= this.#width) return !isPlainUnit(unit);
    if (setextDepth(text, first, end) > 0) return true;
    if (unit === 60) return htmlKind(text, first, end) === 7;
    if (isThematicBreak(text, first, end)) return false;
    const after = afterListMarker(text, first, end);
    if (after >= 0) return !interruptsParagraph(text, first, after, end);
    return (unit === 124 || unit === 58 || unit === 45) && delimiterCells(text, first, end) > 0;
  }

  /** A line that begins no block of its own: text, or code when it is indented and nothing takes it. */
  #plain(indent: number): void {
    const start = this.#lines.start;
    switch (this.#open) {
      case Open.Item:
        if (this.#afterBlank || this.#tip === Tip.Other) {
          this.#leave();
          this.#plain(indent);
        } else this.#doubt(indent, false);
        return;
      case Open.Quote:
        if (this.#tip === Tip.Other) {
          this.#leave();
          this.#plain(indent);
        } else this.#doubt(indent, true);
        return;
      case Open.Either:
        if (this.#afterBlank) {
          this.#leave();
          this.#plain(indent);
        }
        return;
      case Open.Paragraph:
        this.#lineBefore = start;
        return;
      case Open.Code:
        if (indent >= 4) return;
        break;
      case Open.Table:
        if (indent < 4) return;
        break;
      default:
        break;
    }
    if (indent >= 4) {
      this.#open = Open.Code;
      return;
    }
    this.#open = Open.Paragraph;
    this.#since = start;
    this.#lineBefore = start;
  }

  #doubt(indent: number, inQuote: boolean): void {
    if (this.#tip === Tip.Paragraph) return;
    this.#open = Open.Either;
    this.#inQuote = inQuote;
    this.#afterBlank = false;
    this.#perhapsCode = indent >= 4;
  }

  /** A line indented by less than four columns that nothing open has taken for certain. */
  #block(first: number, indent: number): void {
    const text = this.#text;
    const { start, end } = this.#lines;
    const open = this.#open;
    const unit = text.charCodeAt(first);
    if (unit === 62) {
      if (open !== Open.Quote && !(open === Open.Either && this.#inQuote)) this.#contain(start);
      this.#open = Open.Quote;
      this.#tip = Tip.Unknown;
      return;
    }
    if (isThematicBreak(text, first, end)) {
      const depth = open === Open.Paragraph ? setextDepth(text, first, end) : 0;
      if (depth > 0) this.#headings.push({ start: this.#since, end, depth });
      this.#leave();
      return;
    }
    const after = afterListMarker(text, first, end);
    if (after >= 0) {
      const interrupts = open === Open.Paragraph || open === Open.Code;
      if (!interrupts || interruptsParagraph(text, first, after, end)) {
        this.#item(first, indent, after);
        return;
      }
    }
    const atx = unit === 35 ? atxDepth(text, first, end) : 0;
    if (atx > 0) {
      this.#headings.push({ start, end, depth: atx });
      this.#leave();
      return;
    }
    if (open === Open.Paragraph) {
      const depth = setextDepth(text, first, end);
      if (depth > 0) {
        this.#headings.push({ start: this.#since, end, depth });
        this.#leave();
        return;
      }
      if ((unit === 124 || unit === 58 || unit === 45) && this.#isTable(first)) {
        // micromark lets a tag that stands where a table's head would end the paragraph, and then reads it as HTML.
        if (this.#lineBefore !== this.#since && this.#isTag()) this.#skipHtml(7, first);
        else this.#open = Open.Table;
        return;
      }
    }
    const fence = fenceLength(text, first, end);
    if (fence > 0) {
      this.#skipFence(unit, fence);
      return;
    }
    if (unit === 60) {
      const kind = htmlKind(text, first, end);
      if (kind > 0 && (kind < 7 || open !== Open.Paragraph)) {
        this.#skipHtml(kind, first);
        return;
      }
    }
    this.#plain(indent);
  }

  #item(first: number, indent: number, after: number): void {
    const text = this.#text;
    const { start, end } = this.#lines;
    const content = skipBlanks(text, after, end);
    this.#contain(start);
    this.#open = Open.Item;
    this.#afterBlank = false;
    this.#shut = false;
    this.#bare = content === end;
    this.#tip = this.#bare ? Tip.Other : Tip.Unknown;
    const marker = after - first;
    const gap = this.#bare ? 1 : columnAt(text, start, content) - indent - marker;
    this.#width = indent + marker + (gap > 4 ? 1 : gap);
  }

  /** A list item or a quote begins. */
  #contain(start: number): void {
    const open = this.#open;
    this.#since = start;
    if (open === Open.Item || open === Open.Quote || open === Open.Either) return;
    this.#run = start;
    this.#interrupted = open === Open.Paragraph ? "a\n" : open === Open.Code ? "    a\n" : "";
  }

  #isTable(first: number): boolean {
    const text = this.#text;
    const cells = delimiterCells(text, first, this.#lines.end);
    if (cells === 0) return false;
    const end = this.#previousEnd(this.#lines.start);
    const head = skipBlanks(text, this.#lineBefore, end);
    return columnAt(text, this.#lineBefore, head) < 4 && headCells(text, head, end) === cells;
  }

  /** Whether the line before is a tag. */
  #isTag(): boolean {
    const text = this.#text;
    const end = this.#previousEnd(this.#lines.start);
    const first = skipBlanks(text, this.#lineBefore, end);
    return text.charCodeAt(first) === 60 && htmlKind(text, first, end) === 7;
  }

  #skipFence(mark: number, length: number): void {
    const text = this.#text;
    const lines = this.#lines;
    this.#leave();
    while (lines.advance()) {
      const first = skipBlanks(text, lines.start, lines.end);
      if (text.charCodeAt(first) !== mark || !closesFence(text, first, lines.end, mark, length)) continue;
      if (columnAt(text, lines.start, first) < 4) return;
    }
  }

  #skipHtml(kind: HtmlKind, first: number): void {
    const text = this.#text;
    const lines = this.#lines;
    this.#leave();
    if (kind >= 6) {
      while (lines.advance()) if (skipBlanks(text, lines.start, lines.end) === lines.end) return;
      return;
    }
    if (holdsHtmlEnd(kind, text, endSearchStart(kind, first), lines.end)) return;
    while (lines.advance()) if (holdsHtmlEnd(kind, text, lines.start, lines.end)) return;
  }

  /** Asks remark which of the two is open before the current line. */
  #settle(): void {
    const text = this.#text;
    const before = this.#lines.start;
    const afterBlank = this.#afterBlank;
    let last: LastBlock | undefined;
    let from = this.#since;
    if (this.#budget > 0) {
      let doubtful = text.slice(from, before);
      if (INTERRUPTION.test(doubtful)) {
        doubtful = this.#interrupted + text.slice(this.#run, before);
        from = this.#run - this.#interrupted.length;
      }
      this.#budget -= remarkCost(doubtful);
      if (this.#budget > 0) last = lastBlock(doubtful);
    }
    const since = from + (last?.start ?? 0);
    this.#afterBlank = false;
    switch (last?.type) {
      case "paragraph":
        this.#open = afterBlank ? Open.Nothing : Open.Paragraph;
        this.#since = this.#lineStart(since);
        this.#lineBefore = this.#previousLine(before);
        return;
      case "code":
        this.#open = Open.Code;
        return;
      case "table":
        this.#open = afterBlank ? Open.Nothing : Open.Table;
        return;
      case "rule":
      case "heading":
      case "html":
        this.#open = Open.Nothing;
        return;
      default:
        this.#open = this.#inQuote ? Open.Quote : Open.Item;
        this.#afterBlank = afterBlank;
        this.#tip = afterBlank || last?.openParagraph === false ? Tip.Other : Tip.Paragraph;
        this.#bare = false;
    }
  }

  #lineStart(at: number): number {
    let start = at;
    while (start > this.#since && !isLineEnd(this.#text.charCodeAt(start - 1))) start--;
    return start;
  }

  #previousLine(at: number): number {
    return this.#lineStart(this.#previousEnd(at));
  }

  /** Where the line ends, its line ending excluded, after which another begins at `at`. */
  #previousEnd(at: number): number {
    const text = this.#text;
    if (text.charCodeAt(at - 1) !== 10) return at - 1;
    return text.charCodeAt(at - 2) === 13 ? at - 2 : at - 1;
  }
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}

function isPlainUnit(unit: number): boolean {
  return unit > 127 || (unit > 96 && unit < 123) || (unit > 64 && unit < 91);
}
