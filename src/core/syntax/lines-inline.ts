/**
 * Running text of the line reader: plain words, emphasis, code, escapes, simple links, brackets and `<br>`. What could be read in
 * more than one way is left to remark.
 *
 * The text is given as lines, each from its first character that is not a blank to its last, in flat pairs.
 */
import type { Inline, Mark } from "./blocks.ts";
import { breakTagEnd } from "./break-tags.ts";
import { type DelimiterRun, isPunctuationUnit, matchEmphasis, readRun } from "./lines-emphasis.ts";
import { RunningText } from "./running-text.ts";

/** Units that may begin markup. */
const SPECIAL = new Uint8Array(128);
for (const unit of [33, 38, 42, 60, 91, 92, 93, 95, 96]) SPECIAL[unit] = 1;
/** The same; over a stretch of a longer text a pattern goes several times as fast as a look at each unit. */
const MARKUP = /[!&*<[\\\]_`]/;
const MARKUP_OR_CONTROL = /[!&*<[\\\]_`\0\t\r]/;

/** Whether nothing in a text may begin markup, and it has no tab, no NUL and no CR. */
export function isPlainText(text: string): boolean {
  return !MARKUP_OR_CONTROL.test(text);
}

/** Whether nothing in a text may begin markup. */
function isWithoutMarkup(text: string): boolean {
  return !MARKUP.test(text);
}

const NO_MARKS: readonly Mark[] = [];

/** More delimiters, links or code spans than this in one text are left to remark, so that matching them stays linear. */
const MOST_PIECES = 200;

/** The inline of one line, or `undefined` when it is not plain. An empty line gives an empty inline. */
export function readLineInline(text: string, start: number, end: number): Inline | undefined {
  const bold = text.charCodeAt(start) === 42 ? readBoldStart(text, start, end) : undefined;
  if (bold) return bold;
  const words = text.slice(start, end);
  return isWithoutMarkup(words) ? plainLine(words, start, end) : new InlineReader(text, [start, end]).read();
}

/** The inline of one line that holds these words, which are without markup. */
export function plainLine(words: string, start: number, end: number): Inline {
  return { text: words, start, end, runs: undefined, marks: NO_MARKS };
}

/** A longer bold label is read as any other text. */
const LONGEST_BOLD = 40;

/** A line that begins with bold letters, as labels do (`**C:** …`), and has no other markup; undefined for any other line. */
function readBoldStart(text: string, start: number, end: number): Inline | undefined {
  if (text.charCodeAt(start + 1) !== 42) return undefined;
  const from = start + 2;
  let close = from;
  while (close < end && close - from < LONGEST_BOLD && isLetterOrSpace(text.charCodeAt(close))) close++;
  if (close === from || text.charCodeAt(from) === 32 || text.charCodeAt(close - 1) === 32) return undefined;
  const colon = text.charCodeAt(close) === 58;
  if (colon) close++;
  if (close + 2 > end || text.charCodeAt(close) !== 42 || text.charCodeAt(close + 1) !== 42) return undefined;
  const after = close + 2;
  // Between a colon and a letter the marks would open nothing and close nothing.
  if (after < end && text.charCodeAt(after) !== 32 && (colon || text.charCodeAt(after) !== 58)) return undefined;
  const rest = text.slice(after, end);
  if (!isWithoutMarkup(rest)) return undefined;
  const length = close - from;
  const runs = after < end ? [0, from, length, after] : [0, from];
  return {
    text: text.slice(from, close) + rest,
    start,
    end,
    runs,
    marks: [{ kind: "strong", from: 0, to: length, span: { start, end: after } }],
  };
}

function isLetterOrSpace(unit: number): boolean {
  return unit === 32 || (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** The inline of several lines (flat pairs of start and end), or `undefined` when they are not plain. */
export function readLinesInline(text: string, lines: readonly number[]): Inline | undefined {
  if (lines.length === 2) return readLineInline(text, lines[0] ?? 0, lines[1] ?? 0);
  // Blanks before a line ending may be a hard break.
  for (let index = 1; index < lines.length - 1; index += 2) {
    if (text.charCodeAt((lines[index] ?? 0) - 1) === 32) return undefined;
  }
  return new InlineReader(text, lines).read();
}

/** A longer run of emphasis marks is left to remark. */
const LONGEST_RUN = 6;

interface Bracket {
  readonly at: number;
  /** How many delimiter runs stood before it. */
  readonly runs: number;
  /** False once a link was read inside it: links do not nest. */
  active: boolean;
}

class InlineReader {
  readonly #text: string;
  readonly #lines: readonly number[];
  readonly #marks: Mark[] = [];
  readonly #delimiters: DelimiterRun[] = [];
  readonly #brackets: Bracket[] = [];
  /** Stretches of the source that are no text, in flat pairs; a tag that ends a line, which alone begins with `<`, stands for an LF. */
  readonly #dropped: number[] = [];

  constructor(text: string, lines: readonly number[]) {
    this.#text = text;
    this.#lines = lines;
  }

  read(): Inline | undefined {
    const lines = this.#lines;
    for (let index = 0; index < lines.length; index += 2) {
      const start = lines[index] ?? 0;
      if (!this.#line(start, lines[index + 1] ?? 0)) return undefined;
    }
    const delimiters = this.#delimiters;
    if (delimiters.length > 0) matchEmphasis(delimiters, 0, this.#marks, this.#dropped);
    return this.#build();
  }

  #line(start: number, end: number): boolean {
    const text = this.#text;
    let at = start;
    while (at < end) {
      const unit = text.charCodeAt(at);
      if (unit >= 128 || SPECIAL[unit] === 0) {
        at++;
        continue;
      }
      const next = this.#special(unit, at, start, end);
      if (next < 0 || this.#marks.length + this.#delimiters.length + this.#brackets.length > MOST_PIECES) return false;
      at = next;
    }
    return true;
  }

  /** The offset after what begins here, or -1 when it is not plain. */
  #special(unit: number, at: number, start: number, end: number): number {
    const text = this.#text;
    const next = at + 1 < end ? text.charCodeAt(at + 1) : 32;
    switch (unit) {
      case 42:
      case 95: {
        const run = readRun(text, at, start, end);
        if (run.end - run.start > LONGEST_RUN) return -1;
        this.#delimiters.push(run);
        return run.end;
      }
      case 92:
        if (at + 1 === end || next === 96) return -1;
        if (!isAsciiPunctuation(next)) return at + 1;
        this.#dropped.push(at, at + 1);
        return at + 2;
      case 96:
        return this.#code(at, end);
      case 91:
        this.#brackets.push({ at, runs: this.#delimiters.length, active: true });
        return at + 1;
      case 93:
        return this.#closeBracket(at, end);
      case 33:
        return next === 91 ? -1 : at + 1;
      case 38:
        return this.#isReference(at, end) ? -1 : at + 1;
      default:
        if (next === 98 || next === 66) return this.#breakTag(at, end);
        return next === 32 || next === 61 || (next >= 48 && next <= 57) ? at + 1 : -1;
    }
  }

  #breakTag(at: number, end: number): number {
    const after = breakTagEnd(this.#text, at, end);
    if (after < 0) return -1;
    const target = this.#text.slice(at, after);
    this.#marks.push({ kind: "html", from: at, to: at, span: { start: at, end: after }, target });
    this.#dropped.push(at, after);
    return after;
  }

  #code(at: number, end: number): number {
    const text = this.#text;
    let open = at;
    while (open < end && text.charCodeAt(open) === 96) open++;
    const length = open - at;
    let close = open;
    while (close < end) {
      if (text.charCodeAt(close) !== 96) {
        close++;
        continue;
      }
      const run = close;
      while (close < end && text.charCodeAt(close) === 96) close++;
      if (close - run !== length) continue;
      if (text.charCodeAt(open) === 32 || text.charCodeAt(run - 1) === 32) return -1;
      this.#dropped.push(at, open, run, close);
      this.#marks.push({ kind: "code", from: open, to: run, span: { start: at, end: close } });
      return close;
    }
    return -1;
  }

  /** A bracket that closes a link or only itself. Definitions are no part of the dialect, so `[a][b]` is no link. */
  #closeBracket(at: number, end: number): number {
    const text = this.#text;
    const open = this.#brackets.pop();
    if (open === undefined || !open.active || at + 1 >= end || text.charCodeAt(at + 1) !== 40) return at + 1;
    let close = at + 2;
    while (close < end && isTargetUnit(text.charCodeAt(close))) close++;
    if (close >= end || close === at + 2 || text.charCodeAt(close) !== 41) return -1;
    for (const bracket of this.#brackets) bracket.active = false;
    const target = text.slice(at + 2, close);
    this.#marks.push({ kind: "link", from: open.at + 1, to: at, span: { start: open.at, end: close + 1 }, target });
    this.#dropped.push(open.at, open.at + 1, at, close + 1);
    matchEmphasis(this.#delimiters, open.runs, this.#marks, this.#dropped);
    return close + 1;
  }

  /** Whether an ampersand may begin a character reference. */
  #isReference(at: number, end: number): boolean {
    const text = this.#text;
    let to = at + 1;
    if (to < end && text.charCodeAt(to) === 35) to++;
    const most = Math.min(end, to + 33);
    while (to < most && isAlphanumeric(text.charCodeAt(to))) to++;
    return to < end && (to === most || text.charCodeAt(to) === 59);
  }

  #build(): Inline {
    const text = this.#text;
    const lines = this.#lines;
    const dropped = this.#dropped;
    if (dropped.length > 2) sortPairs(dropped);
    const out = new RunningText();
    let drop = 0;
    for (let index = 0; index < lines.length; index += 2) {
      let at = lines[index] ?? 0;
      const lineEnd = lines[index + 1] ?? 0;
      while (drop < dropped.length && (dropped[drop] ?? 0) < lineEnd) {
        const from = dropped[drop] ?? 0;
        out.add(text.slice(at, from), at);
        if (text.charCodeAt(from) === 60) out.add("\n", from);
        at = dropped[drop + 1] ?? 0;
        drop += 2;
      }
      out.add(text.slice(at, lineEnd), at);
      if (index + 2 < lines.length) out.add("\n", lineEnd);
    }
    return out.inline(lines[0] ?? 0, lines[lines.length - 1] ?? 0, this.#finishMarks(out.runs, out.text.length));
  }

  /** Marks were noted with places in the source; they are told in the text, and in order. */
  #finishMarks(runs: readonly number[], length: number): readonly Mark[] {
    const marks = this.#marks;
    if (marks.length === 0) return NO_MARKS;
    const told = marks.map((mark): Mark => {
      const from = textOffset(runs, mark.from, length);
      const to = textOffset(runs, mark.to, length);
      const { kind, span, target } = mark;
      return target === undefined ? { kind, from, to, span } : { kind, from, to, span, target };
    });
    return told.length === 1 ? told : told.sort((a, b) => a.span.start - b.span.start);
  }
}

function textOffset(runs: readonly number[], source: number, length: number): number {
  let index = runs.length - 2;
  while (index >= 0 && (runs[index + 1] ?? 0) > source) index -= 2;
  if (index < 0) return 0;
  return Math.min((runs[index] ?? 0) + source - (runs[index + 1] ?? 0), runs[index + 2] ?? length);
}

/** Sorts flat pairs by their first members; they come nearly sorted. */
function sortPairs(pairs: number[]): void {
  for (let index = 2; index < pairs.length; index += 2) {
    const from = pairs[index] ?? 0;
    const to = pairs[index + 1] ?? 0;
    let place = index;
    while (place > 0 && (pairs[place - 2] ?? 0) > from) {
      pairs[place] = pairs[place - 2] ?? 0;
      pairs[place + 1] = pairs[place - 1] ?? 0;
      place -= 2;
    }
    pairs[place] = from;
    pairs[place + 1] = to;
  }
}

function isAsciiPunctuation(unit: number): boolean {
  return unit < 128 && isPunctuationUnit(unit);
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

function isTargetUnit(unit: number): boolean {
  return unit > 32 && unit !== 127 && unit !== 38 && unit !== 40 && unit !== 41 && unit !== 60 && unit !== 92;
}
