/**
 * What is not given to remark. Its time grows with the square of some things (delimiters without partner, lines of one
 * paragraph, underlined headings) and its stack with nesting, so texts that have too many of them are told beforehand, in linear time.
 */
import { Lines } from "./line-ends.ts";
import { afterListMarker, isBlankUnit, skipBlanks } from "./line-shapes.ts";

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
const DELIMITER_PAIR_COST = 50;
const LINE_PAIR_COST = 100;
const UNDERLINE_COST = 200;

const DELIMITERS = new Uint8Array(128);
for (const unit of [33, 42, 60, 91, 93, 95, 96]) DELIMITERS[unit] = 1;

/** Whether a text can be given to remark. */
export function suitsRemark(text: string): boolean {
  return text.length <= MAX_LENGTH && remarkCost(text) <= MAX_COST;
}

/**
 * An estimate from above, in nanoseconds, of what remark takes to read a text: by its length and lines, and by the squares of the
 * delimiters and of the running lines between two blank lines.
 */
export function remarkCost(text: string): number {
  const lines = new Lines(text);
  let cost = text.length * UNIT_COST;
  let delimiters = 0;
  let running = 0;
  let underlines = 0;
  let count = 0;
  const close = () => {
    cost += delimiters * delimiters * DELIMITER_PAIR_COST + running * running * LINE_PAIR_COST;
    delimiters = 0;
    running = 0;
  };
  while (lines.advance()) {
    const { start, end } = lines;
    const first = skipBlanks(text, start, end);
    if (first === end) {
      close();
      cost += BLANK_LINE_COST;
      continue;
    }
    count++;
    cost += LINE_COST;
    for (let at = first; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 128 && DELIMITERS[unit] === 1) delimiters++;
    }
    let last = end - 1;
    while (isBlankUnit(text.charCodeAt(last))) last--;
    const tail = text.charCodeAt(last);
    if (tail === 61 || tail === 45) underlines++;
    if (text.charCodeAt(first) !== 124 && afterListMarker(text, first, end) < 0) running++;
  }
  close();
  return cost + underlines * count * UNDERLINE_COST;
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
