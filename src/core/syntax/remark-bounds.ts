/**
 * What is not given to remark. Its time grows with the square of some things (delimiters without partner, lines of one
 * paragraph, underlined headings) and its stack with nesting, so texts that have too many of them are told beforehand, in linear time.
 */
import { Lines } from "./line-ends.ts";
import {
  afterListMarker,
  delimiterCells,
  headCells,
  interruptsParagraph,
  isBlankUnit,
  skipBlanks,
} from "./line-shapes.ts";

/** The deepest nesting of lists and quotes that is read. */
export const MAX_DEPTH = 60;

/** The longest text, in UTF-16 units, that is given to remark. */
const MAX_LENGTH = 512 * 1024;

/** The greatest cost of a text that is given to remark, in the unit of `remarkCost`. */
const MAX_COST = 1.5e9;

/** Nanoseconds a unit, as measured on texts made of the costly thing alone. */
const UNIT_COST = 400;
const LINE_COST = 120e3;
const BLANK_LINE_COST = 10e3;
const DELIMITER_PAIR_COST = 320;
const LINE_PAIR_COST = 100;
const UNDERLINE_COST = 200;

const DELIMITERS = new Uint8Array(128);
for (const unit of [33, 42, 60, 91, 93, 95, 96]) DELIMITERS[unit] = 1;

/** A text of this length suits remark whatever it is made of: nothing in it can be more often than once a unit. */
const SURELY_SUITS = 1000;

/** Whether a text can be given to remark. */
export function suitsRemark(text: string): boolean {
  if (text.length <= SURELY_SUITS) return true;
  return text.length <= MAX_LENGTH && remarkCost(text) <= MAX_COST;
}

/**
 * An estimate from above, in nanoseconds, of what remark takes to read a text: by its length and lines, and by the squares
 * of the delimiters and of the lines that may belong to one run of text.
 */
export function remarkCost(text: string): number {
  const lines = new Lines(text);
  const run = new RunOfText(text);
  let cost = text.length * UNIT_COST;
  let underlines = 0;
  let count = 0;
  while (lines.advance()) {
    const { start, end } = lines;
    const first = skipBlanks(text, start, end);
    if (first === end) {
      cost += run.close() + BLANK_LINE_COST;
      continue;
    }
    count++;
    cost += LINE_COST + run.add(start, first, end);
    let last = end - 1;
    while (isBlankUnit(text.charCodeAt(last))) last--;
    const tail = text.charCodeAt(last);
    if (tail === 61 || tail === 45) underlines++;
  }
  return cost + run.close() + underlines * count * UNDERLINE_COST;
}

/** Counts what may belong to one run of text: the lines between two blank ones, parted at items and at rows of tables. */
class RunOfText {
  readonly #text: string;
  #delimiters = 0;
  #lines = 0;
  #inList = false;
  #inTable = false;
  #before = 0;
  #beforeEnd = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes a line that is not blank; gives the cost of what it parts from. */
  add(start: number, first: number, end: number): number {
    const text = this.#text;
    const cost = this.#begins(start, first, end) ? this.#reset() : 0;
    this.#lines++;
    for (let at = first; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 128 && DELIMITERS[unit] === 1) this.#delimiters++;
    }
    this.#before = first;
    this.#beforeEnd = end;
    return cost;
  }

  /** A blank line, or the end. */
  close(): number {
    this.#inList = false;
    this.#inTable = false;
    return this.#reset();
  }

  #reset(): number {
    const cost = this.#delimiters ** 2 * DELIMITER_PAIR_COST + this.#lines ** 2 * LINE_PAIR_COST;
    this.#delimiters = 0;
    this.#lines = 0;
    return cost;
  }

  /** Whether the line is a row of a table, or an item that nothing before can take as text. */
  #begins(start: number, first: number, end: number): boolean {
    const text = this.#text;
    if (text.charCodeAt(first) === 124) {
      const cells = this.#inTable || this.#lines === 0 ? 0 : delimiterCells(text, first, end);
      if (cells > 0 && cells === headCells(text, this.#before, this.#beforeEnd)) this.#inTable = true;
      return this.#inTable;
    }
    const after = first - start < 4 ? afterListMarker(text, first, end) : -1;
    if (after < 0) return false;
    const begins = (this.#inList && first === start) || interruptsParagraph(text, first, after, end);
    if (first === start && (begins || this.#lines === 0)) this.#inList = true;
    return begins;
  }
}

/**
 * The offset of the first line that may stand deeper than is read, or the text's length. A line's depth is at most its
 * quote and list markers and half of its further indentation.
 */
export function opaqueFrom(text: string): number {
  const lines = new Lines(text);
  while (lines.advance()) {
    if (lines.end - lines.start > MAX_DEPTH && prefixDepth(text, lines.start, lines.end) > MAX_DEPTH)
      return lines.start;
  }
  return text.length;
}

function prefixDepth(text: string, start: number, end: number): number {
  let blanks = 0;
  let marks = 0;
  for (let at = start; at < end && marks <= MAX_DEPTH; at++) {
    const unit = text.charCodeAt(at);
    const beforeBlank = at + 1 === end || isBlankUnit(text.charCodeAt(at + 1));
    if (unit === 32) blanks++;
    else if (unit === 9) blanks += 4;
    else if (unit === 62 || (beforeBlank && isMarkerEnd(unit))) {
      marks++;
      if (beforeBlank) at++;
    } else if (unit < 48 || unit > 57) break;
  }
  return marks + (blanks >> 1);
}

/** Whether a list marker may end with the unit. */
function isMarkerEnd(unit: number): boolean {
  return unit === 42 || unit === 43 || unit === 45 || unit === 46 || unit === 41;
}
