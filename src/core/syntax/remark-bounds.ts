/**
 * What is not given to remark. Its time and its stack grow with depth of nesting and with delimiters that find no partner,
 * so both are bounded by a look at each line's first characters and a count of delimiters in each paragraph.
 */
import { Lines } from "./line-ends.ts";

/** The deepest nesting of lists and quotes that is read. */
export const MAX_DEPTH = 60;

/** The longest text, in UTF-16 units, that is given to remark. */
export const MAX_LENGTH = 512 * 1024;

/**
 * The offset of the first line that may stand deeper than is read, or the text's length. A line's depth is at most its
 * quote and list markers and half of its indentation.
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
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 32) blanks++;
    else if (unit === 9) blanks += 4;
    else if (unit === 62 || unit === 42 || unit === 43 || unit === 45) marks++;
    else if (unit === 46 || unit === 41) marks++;
    else if (unit < 48 || unit > 57) break;
    if (marks > MAX_DEPTH) break;
  }
  return marks > MAX_DEPTH / 4 ? marks + (blanks >> 1) : blanks >> 1;
}
