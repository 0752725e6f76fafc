/**
 * What one line of Markdown can begin, told from its characters alone (CommonMark 0.31 as micromark reads it).
 * Each function takes the text, the offset of the line's first character that is not a space or tab, and the offset
 * where the line ends (its line ending excluded). That the indentation allows it is for the caller to know.
 */

const TAB = 9;
const SPACE = 32;

export function isBlankUnit(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

/** The first offset in `[from, end)` that is neither space nor tab, or `end`. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlankUnit(text.charCodeAt(at))) at++;
  return at;
}

/** The column that the line reaches at `to`, tabs going to the next multiple of four. */
export function columnAt(text: string, lineStart: number, to: number): number {
  let column = 0;
  for (let at = lineStart; at < to; at++) column += text.charCodeAt(at) === TAB ? 4 - (column & 3) : 1;
  return column;
}

/** The depth of the ATX heading that begins here, or 0. */
export function atxDepth(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === 35) at++;
  const depth = at - from;
  if (depth === 0 || depth > 6) return 0;
  return at === end || isBlankUnit(text.charCodeAt(at)) ? depth : 0;
}

/** Whether the rest of the line is one kind of mark (`*`, `-` or `_`), three times or more, with blanks between. */
export function isThematicBreak(text: string, from: number, end: number): boolean {
  const mark = text.charCodeAt(from);
  if (mark !== 42 && mark !== 45 && mark !== 95) return false;
  let count = 0;
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === mark) count++;
    else if (!isBlankUnit(unit)) return false;
  }
  return count >= 3;
}

/** 1 for a line of `=`, 2 for a line of `-`, with blanks only after them; 0 for any other line. */
export function setextDepth(text: string, from: number, end: number): 0 | 1 | 2 {
  const mark = text.charCodeAt(from);
  if (from >= end || (mark !== 61 && mark !== 45)) return 0;
  let at = from;
  while (at < end && text.charCodeAt(at) === mark) at++;
  if (skipBlanks(text, at, end) < end) return 0;
  return mark === 61 ? 1 : 2;
}

/** The length of the fence that opens here, or 0: three or more backticks with none after them on the line, or three or more tildes. */
export function fenceLength(text: string, from: number, end: number): number {
  const mark = text.charCodeAt(from);
  if (mark !== 96 && mark !== 126) return 0;
  let at = from;
  while (at < end && text.charCodeAt(at) === mark) at++;
  if (at - from < 3) return 0;
  if (mark === 96) {
    for (let rest = at; rest < end; rest++) if (text.charCodeAt(rest) === 96) return 0;
  }
  return at - from;
}

/** Whether the line closes a fence of `length` marks `mark`. */
export function closesFence(text: string, from: number, end: number, mark: number, length: number): boolean {
  let at = from;
  while (at < end && text.charCodeAt(at) === mark) at++;
  return at - from >= length && skipBlanks(text, at, end) === end;
}

/**
 * The offset after the list marker that stands here, or -1: `-`, `*`, `+`, or up to nine digits and `.` or `)`, followed by
 * a blank or the line's end. Thematic breaks are not told apart here.
 */
export function afterListMarker(text: string, from: number, end: number): number {
  const first = text.charCodeAt(from);
  let at = from;
  if (first === 45 || first === 42 || first === 43) at++;
  else {
    while (at < end && at - from < 9 && text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
    const close = at < end ? text.charCodeAt(at) : 0;
    if (at === from || (close !== 46 && close !== 41)) return -1;
    at++;
  }
  return at === end || isBlankUnit(text.charCodeAt(at)) ? at : -1;
}

/** Whether a list item whose marker spans `[from, after)` may interrupt a paragraph: not empty, and numbered 1 if at all. */
export function interruptsParagraph(text: string, from: number, after: number, end: number): boolean {
  if (skipBlanks(text, after, end) === end) return false;
  const first = text.charCodeAt(from);
  if (first < 48 || first > 57) return true;
  return first === 49 && after - from === 2;
}

/** The number of cells of a line read as a table's head row, or 0 when it cannot be one. */
export function headCells(text: string, from: number, end: number): number {
  let cells = 0;
  let marks = text.charCodeAt(from) === 124 ? 0 : 1;
  let fresh = marks === 1;
  let at = from;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (isBlankUnit(unit)) {
      at++;
      continue;
    }
    marks++;
    if (fresh) {
      fresh = false;
      cells++;
    }
    if (unit === 124) {
      fresh = true;
      at++;
      continue;
    }
    while (at < end) {
      const inner = text.charCodeAt(at);
      if (inner === 124 || isBlankUnit(inner)) break;
      at++;
      if (inner === 92 && at < end) {
        const escaped = text.charCodeAt(at);
        if (escaped === 92 || escaped === 124) at++;
      }
    }
  }
  return marks > 1 ? cells : 0;
}

/** The number of cells of a table's delimiter row (`| --- | :-: |`), or 0 when the line is none. */
export function delimiterCells(text: string, from: number, end: number): number {
  let cells = 0;
  let marked = false;
  let at = from;
  if (at >= end) return 0;
  for (;;) {
    let unit = at < end ? text.charCodeAt(at) : 0;
    if (unit === 124) {
      marked = true;
      at = skipBlanks(text, at + 1, end);
      if (at === end) break;
      unit = text.charCodeAt(at);
    }
    if (unit !== 45 && unit !== 58) return 0;
    cells++;
    if (unit === 58) {
      marked = true;
      at++;
    }
    const dashes = at;
    while (at < end && text.charCodeAt(at) === 45) at++;
    if (at === dashes) return 0;
    if (at < end && text.charCodeAt(at) === 58) {
      marked = true;
      at++;
    }
    at = skipBlanks(text, at, end);
    if (at === end) break;
    if (text.charCodeAt(at) !== 124) return 0;
  }
  return marked ? cells : 0;
}
