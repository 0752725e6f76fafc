/**
 * Finds the entries of a `.bib` file without reading their fields.
 *
 * BibTeX's own law holds as long as a file obeys it: whatever stands outside entries is a comment, every brace counts, and
 * an entry runs to the brace (or round bracket) that closes it. Where that brace is missing, the entry ends at the next
 * line that begins another one, so one slip costs one entry and never the rest of the file.
 *
 * Linear in the text: each character is passed a fixed number of times at most.
 */
import type { Span } from "../text.ts";
import { readFieldValue } from "./bibtex-fields.ts";
import { bareDoi, isBlank, lineEnd, ownCopy, skipBlank } from "./strings.ts";
import type { BibliographyEntry, BibliographyProblem, ScannedEntries } from "./types.ts";

const LONGEST_TYPE = 40;
const LONGEST_DOI_VALUE = 1000;
const STEP = 64 * 1024;
const NO_MACROS: ReadonlyMap<string, string> = new Map();
const AT = 64;
const PERCENT = 37;
const OPEN = 123;
const CLOSE = 125;
const OPEN_ROUND = 40;
const CLOSE_ROUND = 41;
const QUOTE = 34;
const EQUALS = 61;
const COMMA = 44;

interface Head {
  readonly type: string;
  /** The offset after the opening brace or round bracket. */
  readonly inside: number;
  readonly round: boolean;
}

interface Body {
  /** After the closing mark, or where the next entry begins when there is none. */
  readonly end: number;
  readonly closed: boolean;
  readonly doi?: string;
}

function isTypeUnit(unit: number): boolean {
  return (
    (unit >= 65 && unit <= 90) ||
    (unit >= 97 && unit <= 122) ||
    (unit >= 48 && unit <= 57) ||
    unit === 95 ||
    unit === 45
  );
}

/** Reads `@type {` or `@type (` at an at sign. */
function readHead(text: string, at: number): Head | undefined {
  let next = skipBlank(text, at + 1, text.length);
  const start = next;
  while (next - start <= LONGEST_TYPE && isTypeUnit(text.charCodeAt(next))) next++;
  if (next === start) return undefined;
  const type = text.slice(start, next).toLowerCase();
  next = skipBlank(text, next, text.length);
  const unit = text.charCodeAt(next);
  if (unit !== OPEN && unit !== OPEN_ROUND) return undefined;
  return { type, inside: next + 1, round: unit === OPEN_ROUND };
}

/**
 * The key at the start of an entry's body: what stands before a comma, white space or the closing mark. A key with spaces
 * in it goes on to the comma of its line, if nothing else can begin before that.
 */
function readKey(text: string, head: Head): Span {
  const start = skipBlank(text, head.inside, text.length);
  let end = start;
  while (end < text.length && !isBlank(text.charCodeAt(end)) && !endsKey(text.charCodeAt(end), head.round)) end++;
  if (head.round || end === start || text.charCodeAt(end) === COMMA) return { start, end };
  for (let at = end; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === COMMA) return { start, end: trimmedEnd(text, end, at) };
    if (unit === 10 || unit === 13 || endsKey(unit, false)) break;
  }
  return { start, end };
}

function endsKey(unit: number, round: boolean): boolean {
  if (unit === COMMA || unit === CLOSE || unit === OPEN || unit === EQUALS || unit === AT) return true;
  return round && (unit === CLOSE_ROUND || unit === OPEN_ROUND);
}

/** Whether a comma comes next, white space aside. */
function commaFollows(text: string, at: number): boolean {
  return text.charCodeAt(skipBlank(text, at, text.length)) === COMMA;
}

function isOther(type: string): boolean {
  return type === "string" || type === "comment" || type === "preamble";
}

/** Whether an entry begins at this at sign, which stands first on its line inside another entry. */
function beginsEntry(text: string, at: number): boolean {
  const head = readHead(text, at);
  if (head === undefined) return false;
  if (isOther(head.type)) return true;
  const key = readKey(text, head);
  if (key.end === key.start || !commaFollows(text, key.end)) return false;
  for (let next = key.start; next < key.end; next++) if (isBlank(text.charCodeAt(next))) return false;
  return true;
}

/** Whether the equals sign at this offset follows the field name `doi`. */
function followsDoi(text: string, equals: number): boolean {
  let end = equals;
  while (end > equals - 16 && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(end - 3, end).toLowerCase() === "doi" && !isTypeUnit(text.charCodeAt(end - 4));
}

function readBody(text: string, head: Head): Body {
  let depth = 0;
  let quoted = false;
  let doi: string | undefined;
  const body = (end: number, closed: boolean): Body => ({ end, closed, ...(doi === undefined ? {} : { doi }) });
  for (let at = head.inside; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 32 || (unit > EQUALS && unit < OPEN)) continue;
    if (unit === OPEN) depth++;
    else if (unit === CLOSE) {
      if (depth === 0) return body(at + 1, true);
      depth--;
    } else if (unit === 10 || unit === 13) {
      const first = skipBlank(text, at, text.length);
      if (text.charCodeAt(first) === AT && beginsEntry(text, first)) return body(first, false);
      at = first - 1;
    } else if (depth === 0) {
      if (unit === QUOTE) quoted = !quoted;
      else if (unit === CLOSE_ROUND && head.round && !quoted) return body(at + 1, true);
      else if (unit === EQUALS && doi === undefined && followsDoi(text, at)) {
        doi = bareDoi(readFieldValue(text, at + 1, Math.min(text.length, at + LONGEST_DOI_VALUE), NO_MACROS).value);
      }
    }
  }
  return body(text.length, false);
}

/** The end of a comment whose braces balance, whatever stands between them; undefined when they do not. */
function balancedEnd(text: string, head: Head): number | undefined {
  const open = head.round ? OPEN_ROUND : OPEN;
  const close = head.round ? CLOSE_ROUND : CLOSE;
  let depth = 1;
  for (let at = head.inside; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === open) depth++;
    else if (unit === close && --depth === 0) return at + 1;
  }
  return undefined;
}

/** In steps of some {@link STEP} UTF-16 units. */
export function* scanBibtex(text: string): Generator<void, ScannedEntries> {
  const entries: BibliographyEntry[] = [];
  const problems: BibliographyProblem[] = [];
  const macros = new Macros(text.length);
  let commentsBalance = true;
  let isRecognised = text.charCodeAt(skipBlank(text, 0, text.length)) === PERCENT;
  let end = 0;
  let pause = STEP;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", end)) {
    if (end > pause) {
      yield;
      pause = end + STEP;
    }
    while (text.charCodeAt(at + 1) === AT) at++;
    end = at + 1;
    const head = readHead(text, at);
    if (head === undefined) continue;
    if (isOther(head.type)) isRecognised = true;
    if (head.type === "comment") {
      const balanced: number | undefined = commentsBalance ? balancedEnd(text, head) : undefined;
      commentsBalance = balanced !== undefined;
      end = balanced ?? lineEnd(text, head.inside, text.length);
      continue;
    }
    if (isOther(head.type)) {
      end = readBody(text, head).end;
      if (head.type === "string") macros.define(text, head.inside, end);
      continue;
    }
    const span = readKey(text, head);
    if (head.round && !commaFollows(text, span.end)) continue;
    const body = readBody(text, head);
    end = Math.max(body.end, span.end);
    if (span.end === span.start || text.charCodeAt(skipBlank(text, span.end, text.length)) === EQUALS) {
      problems.push({ code: "missing-key", span: { start: at, end: head.inside } });
      continue;
    }
    const key = ownCopy(text.slice(span.start, span.end));
    if (!body.closed) problems.push({ code: "unclosed-entry", span, key });
    const entry = { start: at, end: trimmedEnd(text, span.end, end) };
    entries.push(body.doi === undefined ? { key, span, entry } : { key, span, entry, doi: body.doi });
  }
  return { entries, problems, macros: macros.values, isRecognised };
}

function trimmedEnd(text: string, least: number, end: number): number {
  let trimmed = end;
  while (trimmed > least && isBlank(text.charCodeAt(trimmed - 1))) trimmed--;
  return trimmed;
}

/** The `@string` definitions of a file. Together they may grow to twice the file, so that macros of macros stay linear. */
class Macros {
  readonly values = new Map<string, string>();
  private room: number;

  constructor(length: number) {
    this.room = 2 * length;
  }

  define(text: string, start: number, end: number): void {
    const from = skipBlank(text, start, end);
    const equals = text.slice(from, end).indexOf("=");
    if (equals < 0) return;
    const name = text
      .slice(from, from + equals)
      .trim()
      .toLowerCase();
    const { value } = readFieldValue(text, from + equals + 1, end, this.values);
    if (name === "" || value.length > this.room) return;
    this.room -= value.length;
    this.values.set(ownCopy(name), ownCopy(value));
  }
}
