/**
 * The line reader: reads a section that is made of plain shapes only (a heading, paragraphs, lists, quotes of
 * paragraphs, simple tables, closed fences, one-line comments) and leaves every other to remark. Where it reads at all it
 * gives what remark gives, to the last offset. It allocates little but its result and looks at each character once or twice.
 */
import type { Block, Heading, Inline, Item, List, Paragraph } from "./blocks.ts";
import { endSearchStart, holdsHtmlEnd, htmlKind } from "./html-blocks.ts";
import {
  afterListMarker,
  atxDepth,
  closesFence,
  delimiterCells,
  fenceLength,
  interruptsParagraph,
  isThematicBreak,
  setextDepth,
  skipBlanks,
} from "./line-shapes.ts";
import { isPlainText, plainLine, readLineInline, readLinesInline } from "./lines-inline.ts";
import { readTable } from "./lines-table.ts";
import { suitsRemark } from "./remark-bounds.ts";

/** Bullets nested deeper are left to remark. */
const MAX_NESTING = 12;

/** Reads running text that is not plain, given as lines in flat pairs; `undefined` when it cannot be read without its section. */
export type OddTextReader = (text: string, lines: readonly number[]) => Inline | undefined;

/**
 * The blocks of a section's text, or `undefined` when anything in it is not plain. With a reader of odd text only the blocks have to be:
 * of paragraphs and headings whose text is not plain it gives the text, once all blocks are read. Never throws; linear in the text.
 */
export function readLines(text: string, readOdd?: OddTextReader): readonly Block[] | undefined {
  if (text.charCodeAt(0) === 0xfeff) return undefined;
  if (isPlainText(text)) return new LineReader(text, true, false, readOdd).read();
  if (text.includes("\t") || text.includes("\0")) return undefined;
  const crlf = text.includes("\r");
  if (crlf && !isCrlfThroughout(text)) return undefined;
  return new LineReader(text, false, crlf, readOdd).read();
}

/** Whether every CR is followed by LF. */
function isCrlfThroughout(text: string): boolean {
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) {
    if (text.charCodeAt(at + 1) !== 10) return false;
  }
  return true;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A list that is open, and its last item. */
interface OpenList {
  readonly list: Writable<List> & { items: Item[] };
  /** The sign of its markers: `-`, `*`, `+`, or `.`, `)` after a number. */
  readonly sign: number;
  item: Writable<Item> & { blocks: Block[] };
  /** The column at which the item's content begins. */
  offset: number;
}

/** Of items and quotes that hold nothing yet; never written to. */
const NO_BLOCKS: Block[] = [];

/** Of blocks whose text is not read yet. */
const UNREAD: Inline = { text: "", start: 0, end: 0, runs: undefined, marks: [] };

/** A block whose text is not plain, and the lines of it. */
interface OddBlock {
  readonly block: Writable<Paragraph | Heading>;
  readonly lines: readonly number[];
}

class LineReader {
  readonly #text: string;
  readonly #crlf: boolean;
  /** Whether nothing in the text may begin markup: its lines then need no look for any. */
  readonly #plain: boolean;
  readonly #blocks: Block[] = [];
  readonly #open: OpenList[] = [];
  readonly #readOdd: OddTextReader | undefined;
  #odd: OddBlock[] | undefined;
  /** The first line of the open paragraph, -1 when none is open; and the end of its last line. */
  #paragraphStart = -1;
  #paragraphEnd = 0;
  /** All its lines in flat pairs, when it has several. */
  #paragraph: number[] | undefined;
  #start = 0;
  #end = 0;
  #next = 0;
  /** The end of the last line that was not blank. */
  #lastEnd = 0;

  constructor(text: string, plain: boolean, crlf: boolean, readOdd: OddTextReader | undefined) {
    this.#text = text;
    this.#crlf = crlf;
    this.#plain = plain;
    this.#readOdd = readOdd;
  }

  read(): readonly Block[] | undefined {
    const text = this.#text;
    if (text.charCodeAt(0) === 35 ? !this.#heading() : isLetter(text.charCodeAt(0)) && !this.#underlined())
      return undefined;
    while (this.#advance()) {
      let first = this.#start;
      while (first < this.#end && text.charCodeAt(first) === 32) first++;
      if (first === this.#end) {
        if (!this.#closeParagraph()) return undefined;
      } else {
        if (!this.#line(first)) return undefined;
        this.#lastEnd = this.#end;
      }
    }
    if (!this.#closeParagraph()) return undefined;
    this.#closeItems(0);
    return this.#odd === undefined || this.#readOddTexts(this.#odd) ? this.#blocks : undefined;
  }

  #readOddTexts(odd: readonly OddBlock[]): boolean {
    const text = this.#text;
    if (!suitsRemark(text)) return false;
    for (const { block, lines } of odd) {
      const inline = this.#readOdd?.(text, lines);
      if (inline === undefined) return false;
      block.inline = inline;
    }
    return true;
  }

  /** A block whose text is not plain, to be read when all blocks are; undefined when nobody reads such text. */
  #later<Type extends Paragraph | Heading>(block: Type, lines: readonly number[]): Type | undefined {
    if (this.#readOdd === undefined) return undefined;
    this.#odd ??= [];
    this.#odd.push({ block, lines });
    return block;
  }

  #advance(): boolean {
    const text = this.#text;
    this.#start = this.#next;
    if (this.#start >= text.length) return false;
    let end = text.indexOf("\n", this.#start);
    this.#next = end + 1;
    if (end < 0) {
      end = text.length;
      this.#next = end;
    } else if (this.#crlf && end > this.#start && text.charCodeAt(end - 1) === 13) end--;
    this.#end = end;
    return true;
  }

  #heading(): boolean {
    this.#advance();
    const text = this.#text;
    const end = this.#end;
    const depth = atxDepth(text, 0, end);
    if (depth === 0) {
      this.#next = 0;
      return true;
    }
    const from = skipBlanks(text, depth, end);
    const to = from === end ? end : headingEnd(text, from, end);
    if (to === from && from < end) return false;
    return this.#putHeading(end, depth, from, to);
  }

  /** A heading of one line and its underline, with which a section may begin; true also where there is none. */
  #underlined(): boolean {
    const text = this.#text;
    this.#advance();
    const lineEnd = this.#end;
    const next = this.#next;
    if (next >= text.length || !this.#advance()) return this.#rewind();
    const first = skipBlanks(text, next, this.#end);
    const depth = first - next < 4 ? setextDepth(text, first, this.#end) : 0;
    if (depth === 0) return this.#rewind();
    const last = text.charCodeAt(lineEnd - 1);
    if (last === 32 || last === 92 || text.charCodeAt(this.#end - 1) === 32) return false;
    return this.#putHeading(this.#end, depth, 0, lineEnd);
  }

  /** The heading with which the section begins; its words span `[from, to)`. */
  #putHeading(end: number, depth: number, from: number, to: number): boolean {
    const inline = this.#lineInline(from, to);
    const heading: Heading = { type: "heading", start: 0, end, depth, inline: inline ?? UNREAD };
    if (inline === undefined && this.#later(heading, [from, to]) === undefined) return false;
    this.#blocks.push(heading);
    this.#lastEnd = end;
    return true;
  }

  #rewind(): true {
    this.#next = 0;
    return true;
  }

  /** A line that is not blank; false when it is not plain. */
  #line(first: number): boolean {
    const text = this.#text;
    const open = this.#open;
    const indent = first - this.#start;
    let level = 0;
    while (level < open.length && (open[level] as OpenList).offset <= indent) level++;
    const inner = indent - (level > 0 ? (open[level - 1] as OpenList).offset : 0);
    const inParagraph = this.#paragraphStart >= 0;
    if (inner >= 4) return inParagraph && level === open.length && this.#continue(first);
    const unit = text.charCodeAt(first);
    if (isLetter(unit)) return this.#words(first, level);
    switch (unit) {
      case 42:
      case 43:
      case 45:
        if (isThematicBreak(text, first, this.#end)) return !inParagraph && indent === 0 && this.#rule();
        if (first + 1 < this.#end && text.charCodeAt(first + 1) === 32) return this.#item(first, first + 1, level);
        break;
      case 62:
        return level === 0 && indent === 0 && this.#quote();
      case 60:
        return !inParagraph && indent === 0 && this.#comment();
      case 124:
        return !inParagraph && indent === 0 && this.#table();
      case 96:
      case 126:
        if (fenceLength(text, first, this.#end) > 0) return level === 0 && indent === 0 && this.#fence();
        break;
      default:
        if (unit >= 48 && unit <= 57) {
          const after = afterListMarker(text, first, this.#end);
          if (after < 0) break;
          // Within a paragraph only a first item begins a list.
          if (inParagraph && level === open.length && !interruptsParagraph(text, first, after, this.#end))
            return this.#continue(first);
          return this.#item(first, after, level);
        }
        break;
    }
    return beginsWords(text, first, this.#end) && this.#words(first, level);
  }

  #words(first: number, level: number): boolean {
    if (this.#paragraphStart >= 0) return level === this.#open.length && this.#continue(first);
    this.#closeItems(level);
    this.#begin(first);
    return true;
  }

  #begin(first: number): void {
    this.#paragraphStart = first;
    this.#paragraphEnd = this.#end;
  }

  /** A further line of the open paragraph. */
  #continue(first: number): true {
    if (this.#paragraph) this.#paragraph.push(first, this.#end);
    else this.#paragraph = [this.#paragraphStart, this.#paragraphEnd, first, this.#end];
    this.#paragraphEnd = this.#end;
    return true;
  }

  /** Puts a block into what is open. Most items hold one or two, in an array without room for more. */
  #put(block: Block): void {
    const open = this.#open;
    if (open.length === 0) {
      this.#blocks.push(block);
      return;
    }
    const { item } = open[open.length - 1] as OpenList;
    const { blocks } = item;
    if (blocks === NO_BLOCKS) item.blocks = [block];
    else if (blocks.length === 1) item.blocks = [blocks[0] as Block, block];
    else blocks.push(block);
  }

  #closeParagraph(): boolean {
    const start = this.#paragraphStart;
    if (start < 0) return true;
    const block = this.#paragraphOf(start, this.#paragraphEnd, this.#paragraph);
    if (block === undefined) return false;
    this.#put(block);
    this.#paragraphStart = -1;
    this.#paragraph = undefined;
    return true;
  }

  /** A paragraph of the source from `start` to `end`; its lines are given when it has several. */
  #paragraphOf(start: number, end: number, lines: number[] | undefined): Paragraph | undefined {
    const text = this.#text;
    let trimmed = end;
    while (trimmed > start && text.charCodeAt(trimmed - 1) === 32) trimmed--;
    if (lines) lines[lines.length - 1] = trimmed;
    const inline = lines ? readLinesInline(text, lines) : this.#lineInline(start, trimmed);
    if (inline !== undefined) return { type: "paragraph", start, end, inline };
    return this.#later({ type: "paragraph", start, end, inline: UNREAD }, lines ?? [start, trimmed]);
  }

  #lineInline(start: number, end: number): Inline | undefined {
    const text = this.#text;
    return this.#plain ? plainLine(text.slice(start, end), start, end) : readLineInline(text, start, end);
  }

  /** Closes what is open from a level on; the paragraph in it is closed already. */
  #closeItems(level: number): void {
    const open = this.#open;
    while (open.length > level) {
      const { list, item } = open.pop() as OpenList;
      item.end = this.#lastEnd;
      list.end = this.#lastEnd;
    }
  }

  /** A list item whose marker spans `[first, after)`. */
  #item(first: number, after: number, level: number): boolean {
    const text = this.#text;
    const end = this.#end;
    const content = skipBlanks(text, after, end);
    const gap = content - after;
    if (content === end || gap > 4 || level >= MAX_NESTING || !beginsContent(text, content, end)) return false;
    if (!this.#closeParagraph()) return false;
    const item = { start: first, end, markerEnd: after, blocks: NO_BLOCKS };
    const sign = text.charCodeAt(after - 1);
    const offset = content - this.#start;
    const before = this.#open[level];
    if (before !== undefined && before.sign === sign) {
      this.#closeItems(level + 1);
      before.item.end = this.#lastEnd;
      before.list.items.push(item);
      before.item = item;
      before.offset = offset;
    } else {
      this.#closeItems(level);
      const ordered = sign === 46 || sign === 41;
      const list = { type: "list" as const, start: first, end, ordered, items: [item] };
      this.#put(list);
      this.#open.push({ list, sign, item, offset });
    }
    this.#begin(content);
    return true;
  }

  #rule(): boolean {
    if (this.#text.charCodeAt(this.#end - 1) === 32) return false;
    this.#closeItems(0);
    this.#blocks.push({ type: "rule", start: this.#start, end: this.#end });
    return true;
  }

  #comment(): boolean {
    const text = this.#text;
    const kind = htmlKind(text, this.#start, this.#end);
    if (kind !== 2 || !holdsHtmlEnd(kind, text, endSearchStart(kind, this.#start), this.#end)) return false;
    this.#closeItems(0);
    this.#blocks.push({ type: "html", start: this.#start, end: this.#end });
    return true;
  }

  #fence(): boolean {
    if (this.#open.length > 0 && this.#paragraphStart >= 0) return false;
    if (!this.#closeParagraph()) return false;
    this.#closeItems(0);
    const text = this.#text;
    const start = this.#start;
    const mark = text.charCodeAt(start);
    const length = fenceLength(text, start, this.#end);
    while (this.#advance()) {
      const first = skipBlanks(text, this.#start, this.#end);
      if (first - this.#start > 3 || !closesFence(text, first, this.#end, mark, length)) continue;
      this.#blocks.push({ type: "code", start, end: this.#end });
      return true;
    }
    return false;
  }

  /** A quote in the first column, of paragraphs alone, with a blank line or nothing after it. */
  #quote(): boolean {
    if (this.#open.length > 0 && this.#paragraphStart >= 0) return false;
    if (!this.#closeParagraph()) return false;
    this.#closeItems(0);
    const text = this.#text;
    const start = this.#start;
    let blocks = NO_BLOCKS;
    let end: number;
    let lines: number[] | undefined;
    const finish = () => {
      if (lines === undefined) return false;
      const block = this.#paragraphOf(lines[0] ?? 0, lines[lines.length - 1] ?? 0, lines);
      if (block === undefined) return false;
      if (blocks === NO_BLOCKS) blocks = [block];
      else blocks.push(block);
      lines = undefined;
      return true;
    };
    do {
      end = this.#end;
      const content = this.#start + (text.charCodeAt(this.#start + 1) === 32 ? 2 : 1);
      const first = skipBlanks(text, content, end);
      if (first >= end) {
        if (!finish()) return false;
        continue;
      }
      if (first > content || !beginsContent(text, first, end)) return false;
      if (lines === undefined) lines = [first, end];
      else lines.push(first, end);
    } while (text.charCodeAt(this.#next) === 62 && this.#advance());
    // What stands right after a quote may belong to it, and so may an empty line that ends it.
    if (!finish() || !this.#isBlankAfter()) return false;
    this.#blocks.push({ type: "quote", start, end, blocks });
    return true;
  }

  #table(): boolean {
    this.#closeItems(0);
    const table = readTable(this.#text, this.#start, this.#crlf);
    if (table === undefined) return false;
    this.#blocks.push(table);
    this.#end = table.end;
    this.#next = this.#text.indexOf("\n", table.end) + 1 || this.#text.length;
    return this.#isBlankAfter();
  }

  /** Whether the next line is blank or there is none. */
  #isBlankAfter(): boolean {
    const text = this.#text;
    let at = this.#next;
    while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 13) at++;
    return at >= text.length || text.charCodeAt(at) === 10;
  }
}

/** Where the words of a heading end: before blanks, and before a closing run of `#` after a blank. */
function headingEnd(text: string, from: number, end: number): number {
  let to = end;
  while (to > from && text.charCodeAt(to - 1) === 32) to--;
  let marks = to;
  while (marks > from && text.charCodeAt(marks - 1) === 35) marks--;
  if (marks === to || (marks > from && text.charCodeAt(marks - 1) !== 32)) return to;
  while (marks > from && text.charCodeAt(marks - 1) === 32) marks--;
  return marks;
}

/** Whether a unit is a letter of ASCII or any unit beyond ASCII: nothing but words begins with it. */
function isLetter(unit: number): boolean {
  return (unit > 96 && unit < 123) || (unit > 64 && unit < 91) || unit > 127;
}

/** Whether the first line of an item or a quote begins with words. */
function beginsContent(text: string, first: number, end: number): boolean {
  const unit = text.charCodeAt(first);
  if (isLetter(unit)) return true;
  if (unit === 62 || unit === 60 || unit === 124) return false;
  if ((unit === 42 || unit === 43 || unit === 45) && afterListMarker(text, first, end) >= 0) return false;
  if ((unit === 96 || unit === 126) && fenceLength(text, first, end) > 0) return false;
  return beginsWords(text, first, end);
}

/** Whether a line that is no bullet, quote, tag, fence or table row begins with words, in a paragraph or not. */
function beginsWords(text: string, first: number, end: number): boolean {
  const unit = text.charCodeAt(first);
  if (unit >= 48 && unit <= 57) return afterListMarker(text, first, end) < 0;
  switch (unit) {
    case 35:
      return atxDepth(text, first, end) === 0;
    case 42:
    case 43:
    case 45:
      return (
        afterListMarker(text, first, end) < 0 &&
        !isThematicBreak(text, first, end) &&
        setextDepth(text, first, end) === 0 &&
        delimiterCells(text, first, end) === 0
      );
    case 95:
      return !isThematicBreak(text, first, end);
    case 61:
      return setextDepth(text, first, end) === 0;
    case 58:
      return delimiterCells(text, first, end) === 0;
    default:
      return true;
  }
}
