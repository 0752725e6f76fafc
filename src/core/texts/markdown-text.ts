/** A text that is written in Markdown, as a source's text: it is shown as it is written, and compared as it is read, without its marks. */
import type { Skipped } from "../quotes/fold.ts";
import type { Block, Inline } from "../syntax/blocks.ts";
import { withoutReferences } from "../syntax/character-references.ts";
import { readBlocks } from "../syntax/read-blocks.ts";
import { remarkCost } from "../syntax/remark-bounds.ts";
import { split } from "../syntax/split.ts";
import type { Span } from "../text.ts";
import type { HeldText } from "./held-text.ts";
import { cutsOf, raisedBehind, tagAs } from "./inline-marks.ts";
import { textOfFile } from "./plain-text.ts";

/** Linear in the text. */
export function textOfMarkdown(text: string): HeldText {
  return toEnd(readingMarkdown(text));
}

/** The same in steps of some milliseconds, for who has to answer others in between. */
export function* readingMarkdown(text: string): Generator<void, HeldText> {
  const held = textOfFile(text);
  return { ...held, skipped: together(held.skipped, yield* readingMarks(text)) };
}

/** Longer stretches are read in parts. */
const LONGEST = 1 << 15;
/** So much may be spent on reading, in the unit of {@link remarkCost}: what is beyond that is compared as it is written. */
const COST = 1e9;
const COST_OF_UNIT = 2500;
const MOST_COST = 10e9;

/** What is no words in a text that is written in Markdown: ascending and apart. */
export function marksIn(text: string): readonly Skipped[] {
  return toEnd(readingMarks(text));
}

function* readingMarks(text: string): Generator<void, readonly Skipped[]> {
  const { frontMatter, sections } = split(text);
  const made = new Marks(text);
  let left = Math.min(COST + text.length * COST_OF_UNIT, MOST_COST);
  made.isAt(frontMatter?.span.start ?? 0);
  for (const section of sections)
    for (const { start, end } of partsOf(text, section)) {
      yield;
      const own = text.slice(start, end);
      const cost = SIGNS.test(own) ? remarkCost(own) : 0;
      if (cost === 0 || cost > left) made.words(start, end);
      else made.blocks(readBlocks(own), start, end);
      if (cost <= left) left -= cost;
    }
  return made.done();
}

/** What is made in steps, at once. */
export function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Without one of these a text has no marks. */
const SIGNS = /[*_[\]<>&\\`~=|#^]|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]|^[ \t]*-{2,}\s*$/m;
const BLANK_LINE = /\n[ \t]*\r?\n(?=[^\s])/g;

function partsOf(text: string, { start, end }: Span): readonly Span[] {
  if (end - start <= LONGEST) return [{ start, end }];
  const parts: { start: number; end: number }[] = [{ start, end }];
  for (const { 0: line, index } of text.slice(start, end).matchAll(BLANK_LINE)) {
    const last = parts[parts.length - 1] as { start: number; end: number };
    const at = start + index + line.length;
    if (at - last.start < LONGEST / 2) continue;
    last.end = at;
    parts.push({ start: at, end });
  }
  return parts;
}

/** `[1]: https://example.org`: where a link leads that is called so. */
const DEFINITION = /^ {0,3}\[(?!\^)([^\][\n]{1,200})\]:[ \t]*\S/gm;
const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/y;
/** A comment, what is run or styles, what is raised, another tag, a reference. */
const IN_HTML =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<sup\b[^<>]{0,200}>([^<>]{0,60})<\/sup\s*>|<[a-z/!?][^<>]{0,4000}>|&#?\w{1,31};/gi;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})[^\n]*(?:\n|$)/;
const FENCE_END = /(?:^|\n)[ \t>]*(?:`{3,}|~{3,})\s*$/;

/** What stands between the words of a text, taken word by word. */
class Marks {
  private readonly text: string;
  private readonly names: ReadonlySet<string>;
  private readonly skipped: Skipped[] = [];
  /** All before it is taken; and what is read between it and the next words. */
  private at = 0;
  private as = "";

  constructor(text: string) {
    this.text = text;
    this.names = new Set([...text.matchAll(DEFINITION)].map(([, name = ""]) => nameOf(name)));
  }

  isAt(offset: number): void {
    this.at = offset;
  }

  /** A stretch of words, as they are written. */
  words(start: number, end: number): void {
    if (end <= start || start < this.at) return;
    this.until(start);
    this.at = end;
  }

  blocks(blocks: readonly Block[], base: number, end: number): void {
    for (const block of blocks) this.block(block, base, end);
    this.as += "\n";
  }

  done(): readonly Skipped[] {
    this.until(this.text.length);
    return this.skipped;
  }

  private until(start: number): void {
    const { at, as } = this;
    const isShown = /\S/.test(as) || /\S/.test(this.text.slice(at, start));
    if (start > at && isShown)
      this.skipped.push({
        start: at,
        end: start,
        as: as === "" || /\S/.test(as) ? as : as.includes("\n") ? "\n" : " ",
      });
    this.as = "";
    this.at = start;
  }

  private block(block: Block, base: number, end: number): void {
    this.as += "\n";
    switch (block.type) {
      case "paragraph":
      case "heading":
        this.inline(block.inline, base);
        break;
      case "quote":
        for (const each of block.blocks) this.block(each, base, end);
        break;
      case "list":
        for (const item of block.items) for (const each of item.blocks) this.block(each, base, end);
        break;
      case "table":
        for (const { cells } of block.rows) {
          this.as += "\n";
          for (const cell of cells) {
            this.inline(cell, base);
            this.as += " ";
          }
        }
        break;
      case "code":
        this.code(base + block.start, base + block.end);
        break;
      case "html":
        this.html(base + block.start, base + block.end);
        break;
      default:
        break;
    }
  }

  private code(start: number, end: number): void {
    const own = this.text.slice(start, end);
    const head = FENCE.exec(own)?.[0].length ?? 0;
    const tail = head > 0 ? FENCE_END.exec(own.slice(Math.max(head - 1, own.length - 100)))?.[0].length : undefined;
    this.words(start + head, end - (tail ?? 0));
  }

  private html(start: number, end: number): void {
    const { text } = this;
    let at = start;
    for (const { 0: all, 1: isRun, 2: raised, index } of text.slice(start, end).matchAll(IN_HTML)) {
      const from = start + index;
      this.words(at, from);
      at = from + all.length;
      if (raised !== undefined) this.as += raisedBehind(text.slice(Math.max(start, from - 24), from), raised);
      else if (all.startsWith("&")) this.as += withoutReferences(all);
      else this.as += isRun === undefined ? tagAs(all) : " ";
    }
    this.words(at, end);
  }

  private inline(inline: Inline, base: number): void {
    let run = 0;
    const runs = inline.runs ?? [0, inline.start];
    let at = 0;
    const take = (to: number): void => {
      while (at < to) {
        while (run + 2 < runs.length && (runs[run + 2] ?? 0) <= at) run += 2;
        const next = Math.min(to, runs[run + 2] ?? to);
        this.run(inline.text.slice(at, next), base + (runs[run + 1] ?? 0) + at - (runs[run] ?? 0));
        at = next;
      }
    };
    for (const { from, to, as } of cutsOf(inline, (name) => this.names.has(nameOf(name)))) {
      take(from);
      this.as += as;
      at = to;
    }
    take(inline.text.length);
  }

  /** Words that stand in a row, the last of which may be written otherwise. */
  private run(words: string, start: number): void {
    const { text } = this;
    const same = text.startsWith(words, start) ? words.length : sameIn(words, text, start);
    this.words(start, start + same);
    REFERENCE.lastIndex = start + same - 1;
    const isBegun = same > 0 && words.charAt(same - 1) === "&" && same === words.length && REFERENCE.test(text);
    if (!isBegun && same === words.length) return;
    // `&amp;` begins with the sign that it stands for.
    if (isBegun) this.taken(start + same, REFERENCE.lastIndex);
    else this.as += words.slice(same);
  }

  /** What goes with the words before it. */
  private taken(start: number, end: number): void {
    this.skipped.push({ start, end, as: "" });
    this.at = end;
  }
}

function sameIn(words: string, text: string, start: number): number {
  let same = 0;
  while (same < words.length && words.charCodeAt(same) === text.charCodeAt(start + same)) same++;
  return same;
}

const nameOf = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();

/** Both lists as one; of marks those alone that stand outside the others. */
function together(others: readonly Skipped[], marks: readonly Skipped[]): readonly Skipped[] {
  if (others.length === 0) return marks;
  const made: Skipped[] = [];
  let next = 0;
  let end = 0;
  for (const mark of marks) {
    for (let other = others[next]; other && other.start < mark.end; other = others[++next]) {
      made.push(other);
      end = other.end;
    }
    if (mark.start >= end) made.push(mark);
  }
  return [...made, ...others.slice(next)];
}
