/** Reads the fields of one BibTeX entry as they stand, with `#` joined and macros put in; what TeX means is left to the decoder. */
import { isBlank, lineEnd, skipBlank } from "./strings.ts";

/** A value is cut here, so that macros made of macros cannot grow without bound. */
export const LONGEST_VALUE = 100_000;

const OPEN = 123;
const CLOSE = 125;
const QUOTE = 34;
const HASH = 35;
const EQUALS = 61;
const COMMA = 44;
const CLOSE_ROUND = 41;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export interface FieldValue {
  readonly value: string;
  readonly end: number;
  /** A brace or quotation mark is missing, and the value was ended before the next field. */
  readonly unclosed: boolean;
}

/** The value of a bare word: a number is itself, a macro what it stands for, and an unknown one its own name rather than nothing. */
function bareWord(word: string, macros: ReadonlyMap<string, string>): string {
  const name = word.toLowerCase();
  const month = MONTHS.indexOf(name);
  return macros.get(name) ?? (month < 0 ? word : String(month + 1));
}

/** The offset of the mark that closes a literal opened before `from`, or -1. In quotation marks braces must balance, as BibTeX has it. */
function closing(text: string, from: number, end: number, quoted: boolean): number {
  let depth = 0;
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === OPEN) depth++;
    else if (unit === CLOSE) {
      if (depth === 0) return quoted ? -1 : at;
      depth--;
    } else if (quoted && unit === QUOTE && depth === 0) return at;
  }
  return -1;
}

const FIELD_LINE = /[ \t]{0,100}[A-Za-z][\w:+-]{0,60}[ \t]{0,100}=/y;

/** The end of the line before the next one that begins a field, `year = …`; `end` when there is none. */
function nextField(text: string, at: number, end: number): number {
  for (let line = lineEnd(text, at, end); line < end; line = lineEnd(text, line + 1, end)) {
    FIELD_LINE.lastIndex = line + 1;
    if (FIELD_LINE.test(text)) return line;
  }
  return end;
}

/** What an unclosed literal holds: its text without the comma and the closing marks of the field and the entry. */
function untilField(text: string, start: number, end: number): string {
  let last = end;
  while (last > start && (isBlank(text.charCodeAt(last - 1)) || isEndOfWord(text.charCodeAt(last - 1)))) last--;
  return text.slice(start, last);
}

/**
 * Reads a value from after its equals sign: literals, numbers and macros joined by `#`. A literal that is not closed before
 * `limit` ends where the next line begins a field.
 */
export function readFieldValue(
  text: string,
  start: number,
  limit: number,
  macros: ReadonlyMap<string, string>,
): FieldValue {
  let value = "";
  let unclosed = false;
  let at = skipBlank(text, start, limit);
  while (at < limit) {
    const unit = text.charCodeAt(at);
    let piece = "";
    if (unit === OPEN || unit === QUOTE) {
      const close = closing(text, at + 1, limit, unit === QUOTE);
      if (close < 0) {
        unclosed = true;
        const stop = nextField(text, at, limit);
        piece = untilField(text, at + 1, stop);
        at = stop;
      } else {
        piece = text.slice(at + 1, close);
        at = close + 1;
      }
    } else {
      const word = at;
      while (at < limit && !isBlank(text.charCodeAt(at)) && !isEndOfWord(text.charCodeAt(at))) at++;
      if (at > word) piece = bareWord(text.slice(word, at), macros);
    }
    if (value.length < LONGEST_VALUE) value += piece.slice(0, LONGEST_VALUE - value.length);
    const next = skipBlank(text, at, limit);
    if (unclosed || next >= limit || text.charCodeAt(next) !== HASH) break;
    at = skipBlank(text, next + 1, limit);
  }
  return { value, end: at, unclosed };
}

function isEndOfWord(unit: number): boolean {
  return unit === COMMA || unit === HASH || unit === CLOSE || unit === OPEN || unit === QUOTE || unit === EQUALS;
}

/** Whether the braces from after an entry's key to its end close the entry, so that every value closes where it should. */
function isBalanced(text: string, start: number, end: number): boolean {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === OPEN) depth++;
    else if (unit === CLOSE && --depth < 0) return at === end - 1;
  }
  return depth === 0 && text.charCodeAt(end - 1) === CLOSE_ROUND;
}

/**
 * The wanted fields of an entry from after its key to its end, by name in lower case. A field that is written twice keeps
 * its first value, as BibTeX does. What is no field is passed over. Where the entry is not closed, or a value proves not to
 * be, a value ends at the latest where the next line begins a field.
 */
export function readFields(
  text: string,
  start: number,
  end: number,
  macros: ReadonlyMap<string, string>,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let byLine = !isBalanced(text, start, end);
  let limit = byLine ? start : end;
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit) || isEndOfWord(unit)) {
      at++;
      continue;
    }
    const name = at;
    while (at < end && !isBlank(text.charCodeAt(at)) && !isEndOfWord(text.charCodeAt(at))) at++;
    const equals = skipBlank(text, at, end);
    if (equals >= end || text.charCodeAt(equals) !== EQUALS) continue;
    const field = text.slice(name, at).toLowerCase();
    if (byLine && equals >= limit) limit = nextField(text, equals, end);
    const read = readFieldValue(text, equals + 1, limit, macros);
    if (read.unclosed && !byLine) {
      byLine = true;
      limit = read.end;
    }
    if (wanted.has(field) && !fields.has(field) && read.value !== "") fields.set(field, read.value);
    at = Math.max(read.end, equals + 1);
  }
  return fields;
}
