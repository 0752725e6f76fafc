/**
 * Plain front matter by line: `key: value` with a plain or simply quoted value, the usual appraisals, comments and empty lines. Anything else
 * is left to `yaml`; what is taken here is what `yaml` would read, which a property holds. Some fifty times faster than `yaml`.
 */
import type { Span } from "../text.ts";
import { readAppraisalLine } from "./appraisal-line.ts";
import type { CoderAppraisal, FieldsRead, FrontMatterField } from "./front-matter.ts";

const SPACE = 32;
const HASH = 35;
const COLON = 58;
const DOUBLE = 34;
const SINGLE = 39;
const BACKSLASH = 92;

/** Bits of what an ASCII character may do: be part of a key, begin a key, begin a plain value. */
const KEY = 1;
const KEY_START = 2;
const VALUE_START = 4;
const CLASS = new Uint8Array(128);
for (let unit = 0; unit < 128; unit++) {
  const letter = (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
  const digit = unit >= 48 && unit <= 57;
  if (letter || unit === 95) CLASS[unit] = KEY | KEY_START | VALUE_START;
  else if (digit) CLASS[unit] = KEY | VALUE_START;
  else if (unit === 45) CLASS[unit] = KEY;
  else if (unit === 40) CLASS[unit] = VALUE_START;
}

/** Characters that may stand in a line here: no controls, and none that somebody might take for a line end or a mark. */
function ordinary(unit: number): boolean {
  if (unit < 127) return unit >= SPACE;
  return unit >= 0xa0 && unit !== 0x2028 && unit !== 0x2029 && unit !== 0xfeff;
}

/** Keys are short here; YAML itself stops at 1,024 characters. */
const KEY_LIMIT = 100;
/** More people than appraise one source. */
const CODER_LIMIT = 50;

/** What is read so far. */
interface Reading {
  readonly fields: Map<string, FrontMatterField>;
  readonly appraisals: CoderAppraisal[];
  /** The indent of the lines below `appraisals:`; 0 when it is not the open key, -1 when no line stands below it yet. */
  indent: number;
  /** Whether `appraisals` was written. */
  appraised: boolean;
}

const NO_FINDINGS: readonly never[] = [];

/** The fields of the YAML at `yaml`, or undefined when a line of it is not plain. */
export function fieldsByLine(text: string, yaml: Span): FieldsRead | undefined {
  const reading: Reading = { fields: new Map(), appraisals: [], indent: 0, appraised: false };
  const limit = yaml.end;
  let at = yaml.start;
  while (at < limit) {
    const next = text.indexOf("\n", at);
    const stop = next < 0 || next >= limit ? limit : next;
    const end = stop > at && stop < limit && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    if (end > at && !readLine(text, at, end, reading)) return undefined;
    at = stop + 1;
  }
  return { fields: reading.fields, appraisals: reading.appraisals, findings: NO_FINDINGS };
}

/** Takes a line below `appraisals:`; false when it is not plain, is indented otherwise, or its coder stood there before. */
function readBelow(text: string, start: number, end: number, reading: Reading): boolean {
  if (reading.indent === 0) return false;
  const appraisal = readAppraisalLine(text, start, end);
  if (appraisal === undefined) return false;
  const indent = appraisal.keySpan.start - start;
  if (reading.indent > 0 && indent !== reading.indent) return false;
  if (reading.appraisals.some((other) => other.coder === appraisal.coder)) return false;
  reading.indent = indent;
  reading.appraisals.push(appraisal);
  return reading.appraisals.length <= CODER_LIMIT;
}

/** Takes one line that is not empty into `fields`; false when it is not plain. */
function readLine(text: string, start: number, end: number, reading: Reading): boolean {
  const { fields } = reading;
  const first = text.charCodeAt(start);
  if (first === SPACE) return readBelow(text, start, end, reading);
  if (first === HASH) return isOrdinary(text, start, end);
  if (first > 127 || ((CLASS[first] ?? 0) & KEY_START) === 0) return false;
  let keyEnd = start + 1;
  while (keyEnd < end && ((CLASS[text.charCodeAt(keyEnd)] ?? 0) & KEY) !== 0) keyEnd++;
  if (keyEnd >= end || text.charCodeAt(keyEnd) !== COLON || keyEnd - start > KEY_LIMIT) return false;
  let from = keyEnd + 1;
  if (from < end && text.charCodeAt(from) !== SPACE) return false;
  while (from < end && text.charCodeAt(from) === SPACE) from++;
  const key = text.slice(start, keyEnd);
  if (fields.has(key)) return false;
  const lead = text.charCodeAt(from);
  reading.indent = 0;
  if (key === "appraisals") {
    if (reading.appraised || (from < end && (lead !== HASH || !isOrdinary(text, from, end)))) return false;
    reading.appraised = true;
    reading.indent = -1;
    return true;
  }
  const keySpan = { start, end: keyEnd };
  if (from >= end || lead === HASH) {
    fields.set(key, { value: "", span: { start: keyEnd + 1, end: keyEnd + 1 }, keySpan });
    return from >= end || isOrdinary(text, from, end);
  }
  if (lead === DOUBLE || lead === SINGLE) {
    const close = quoteEnd(text, from, end, lead);
    if (close === undefined || !endsAfter(text, close + 1, end)) return false;
    fields.set(key, {
      value: text.slice(from + 1, close),
      span: { start: from, end: close + 1 },
      keySpan,
      quoted: true,
    });
    return true;
  }
  const to = plainEnd(text, from, end);
  if (to === undefined) return false;
  const value = text.slice(from, to);
  fields.set(key, { value: isNull(value) ? "" : value, span: { start: from, end: to }, keySpan });
  return true;
}

/** The end of a plain value that begins at `from`, before trailing spaces and a comment; undefined when it is not plain. */
function plainEnd(text: string, from: number, end: number): number | undefined {
  const first = text.charCodeAt(from);
  if (first < 128 ? ((CLASS[first] ?? 0) & VALUE_START) === 0 : !ordinary(first)) return undefined;
  let last = from;
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE) continue;
    if (unit === HASH && last < at - 1) return isOrdinary(text, at, end) ? last + 1 : undefined;
    if (unit === COLON && (at + 1 === end || text.charCodeAt(at + 1) === SPACE)) return undefined;
    if (!ordinary(unit)) return undefined;
    last = at;
  }
  return last + 1;
}

/** Where the quoted value that begins at `from` closes, if it does so in this line and without escapes. */
function quoteEnd(text: string, from: number, end: number, quote: number): number | undefined {
  for (let at = from + 1; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return at;
    if (unit === BACKSLASH ? quote === DOUBLE : !ordinary(unit)) return undefined;
  }
  return undefined;
}

/** Whether only spaces, and after a space a comment, follow. */
function endsAfter(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && text.charCodeAt(at) === SPACE) at++;
  return at === end || (at > from && text.charCodeAt(at) === HASH && isOrdinary(text, at, end));
}

function isOrdinary(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!ordinary(text.charCodeAt(at))) return false;
  return true;
}

function isNull(value: string): boolean {
  return value.length === 4 && (value === "null" || value === "Null" || value === "NULL");
}
