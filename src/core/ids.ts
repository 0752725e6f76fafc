/**
 * Ids of records. An id is letters of any script, digits, `.`, `_` and `-`, and begins and ends with a letter or a digit;
 * ids are compared without case and in NFC. An id that starts with a digit takes the name of its kind (`CMOC 4` is `CMOC4`).
 */
import { KINDS, type Kind, type KindWords } from "./vocabulary.ts";

const ID = /^[\p{L}\p{M}\p{N}._-]+$/u;
const EDGE = /^[\p{L}\p{N}]/u;
const LAST = /[\p{L}\p{M}\p{N}]$/u;
export const DIGIT = /\p{Nd}/u;

/** Whether the text has the form of an id (a range's form included: see {@link rangeOf}). */
export function isId(text: string): boolean {
  if (text.length > 200) return false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 127) return ID.test(text) && EDGE.test(text) && LAST.test(text);
    if (!isLetterOrDigit(unit) && unit !== 45 && unit !== 46 && unit !== 95) return false;
  }
  return isLetterOrDigit(text.charCodeAt(0)) && isLetterOrDigit(text.charCodeAt(text.length - 1));
}

/** A letter or a digit of ASCII. */
function isLetterOrDigit(unit: number): boolean {
  return (unit > 96 && unit < 123) || (unit > 64 && unit < 91) || (unit > 47 && unit < 58);
}

/** Whether a decimal digit of any script stands in the text. */
export function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 47 && unit < 58) return true;
    if (unit > 127) return DIGIT.test(text);
  }
  return false;
}

/** The form in which ids are compared: NFC, lower case. */
export function idKey(id: string): string {
  let capitals = false;
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at);
    if (unit > 127) return id.normalize("NFC").toLowerCase().normalize("NFC");
    if (isCapital(unit)) capitals = true;
  }
  if (!capitals) return id;
  return id.length > SHORT ? id.toLowerCase() : lowered(id);
}

/** Shorter ids, which most are, are lower case sooner by their few capitals than by the engine's tables. */
const SHORT = 12;

/** ASCII in lower case. */
function lowered(id: string): string {
  let lower = "";
  let from = 0;
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at);
    if (!isCapital(unit)) continue;
    lower += id.slice(from, at) + String.fromCharCode(unit + 32);
    from = at + 1;
  }
  return lower + id.slice(from);
}

function isCapital(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

const words = new Map<Kind, KindWords>(KINDS.map((kind) => [kind.kind, kind]));

/** The id with its kind's name before it when it starts with a digit; extracts, codes and memos keep theirs. */
export function canonicalId(kind: Kind, written: string): string {
  const prefix = words.get(kind)?.prefix ?? "";
  return prefix !== "" && beginsWithDigit(written) ? prefix + written : written;
}

function beginsWithDigit(text: string): boolean {
  const unit = text.charCodeAt(0);
  return unit > 127 ? /^\p{Nd}/u.test(text) : unit > 47 && unit < 58;
}

const SPELLINGS: readonly { readonly text: string; readonly words: KindWords }[] = KINDS.flatMap((kind) =>
  kind.spellings.map((text) => ({ text, words: kind })),
).sort((a, b) => b.text.length - a.text.length);

const NO_SPELLINGS: typeof SPELLINGS = [];
/** Spellings by the unit of their first letter. */
const BY_LETTER: { readonly [unit: number]: typeof SPELLINGS | undefined } = Object.fromEntries(
  [...new Set(SPELLINGS.map(({ text }) => text.charCodeAt(0)))].map((unit) => [
    unit,
    SPELLINGS.filter(({ text }) => text.charCodeAt(0) === unit),
  ]),
);

export interface KindRead {
  readonly words: KindWords;
  /** The spelling found, in lower case. */
  readonly spelling: string;
  /** Where what follows the kind begins: past white space, or past a hyphen before a digit. */
  readonly rest: number;
}

/**
 * The kind that `text` begins with: a spelling in any case, then white space, or directly or after a hyphen a digit.
 * `CMOC1`, `CMO-4`, `Programme theory PT2`; nothing for `CMOCs` or `Codebook`.
 */
export function kindAt(text: string): KindRead | undefined {
  const spellings = BY_LETTER[text.charCodeAt(0) | 32];
  if (!spellings) return undefined;
  for (const { text: spelling, words: kind } of spellings) {
    const length = spelledLength(text, spelling);
    if (length === 0 || length >= text.length) continue;
    const next = text.charAt(length);
    if (next === " " || /\s/.test(next)) {
      let rest = length + 1;
      while (rest < text.length && isSpaceAt(text, rest)) rest++;
      return { words: kind, spelling, rest };
    }
    if (DIGIT.test(next)) return { words: kind, spelling, rest: length };
    if (/[-‐‑–—−]/.test(next) && DIGIT.test(text.charAt(length + 1)))
      return { words: kind, spelling, rest: length + 1 };
  }
  return undefined;
}

function isSpaceAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit > 127 ? /\s/.test(text.charAt(at)) : unit === 32 || (unit > 8 && unit < 14);
}

/** The kind that `text` begins with where a sign that no id begins with comes right after it: `Theory: PT1`, `CMO/3`. `rest` is past the sign. */
export function kindBeforeSign(text: string): KindRead | undefined {
  for (const { text: spelling, words: kind } of BY_LETTER[text.charCodeAt(0) | 32] ?? NO_SPELLINGS) {
    const length = spelledLength(text, spelling);
    if (length === 0 || length >= text.length || !SIGN.test(text.charAt(length))) continue;
    let rest = length + 1;
    while (rest < text.length && /\s/.test(text.charAt(rest))) rest++;
    return { words: kind, spelling, rest };
  }
  return undefined;
}

const SIGN = /[^\p{L}\p{M}\p{N}\s'’\-‐‑]/u;

/** The most that a spelling is looked for in: its spaces may be long. */
const SPELLED_IN = 64;

/** How much of `text` spells `spelling` in any case, where any run of white space stands for one space and any hyphen for one. */
function spelledLength(text: string, spelling: string): number {
  const limit = Math.min(text.length, SPELLED_IN);
  let at = 0;
  for (let index = 0; index < spelling.length; index++) {
    const want = spelling.charCodeAt(index);
    const have = at < limit ? text.charCodeAt(at) : 0;
    if (want === 32) {
      if (have !== 32 && !/\s/.test(text.charAt(at))) return 0;
      while (at < limit && /\s/.test(text.charAt(at))) at++;
    } else if (want === 45) {
      if (!/[-‐‑–]/.test(text.charAt(at))) return 0;
      at++;
    } else if (have === want || (have === want - 32 && have >= 65)) at++;
    else return 0;
  }
  return at;
}

/** A range as it is written: one prefix with a letter in it, and two numbers. */
export interface IdRange {
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  /** Digits of the first number as written, so that `TR01–TR04` counts with its zero. */
  readonly width: number;
  /** The code point of the zero of the script that the first number is written in. */
  readonly zero: number;
}

const RANGE =
  /^(\p{L}|[\p{L}\p{M}\p{N}._-]{1,120}?[\p{L}\p{M}._-])?(\p{Nd}{1,9})\s?(?:--|[-‐‑‒–—―−])\s?(?:(\p{L}|[\p{L}\p{M}\p{N}._-]{1,120}?[\p{L}\p{M}._-]))?(\p{Nd}{1,9})$/u;

/**
 * The range that `text` spells: `TR1–TR4`, `TR1-TR4`, `TR1–4`, with or without a space on each side of the dash; a falling one too, since that
 * is for the reader of a reference to say. With `bare`, a prefix may be missing (`1–4` in a field that expects a kind). Undefined for anything else.
 */
export function rangeOf(text: string, bare = false): IdRange | undefined {
  if (text.length > 260 || !mayHoldDash(text)) return undefined;
  const match = RANGE.exec(text);
  if (!match) return undefined;
  const prefix = match[1] ?? "";
  const second = match[3];
  if (prefix === "" ? !bare || second !== undefined : !/\p{L}/u.test(prefix)) return undefined;
  if (second !== undefined && idKey(second) !== idKey(prefix)) return undefined;
  const first = match[2] ?? "";
  const point = first.codePointAt(0) ?? 48;
  const zero = point - digitValue(point);
  const width = point === zero ? [...first].length : 0;
  return { prefix, from: digits(first), to: digits(match[4] ?? ""), width, zero };
}

/** Whether a text has a hyphen, or a character beyond ASCII that may be a dash. */
function mayHoldDash(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 45 || unit > 127) return true;
  }
  return false;
}

/** The most numbers that a range may stand for. */
export const RANGE_LIMIT = 1000;

/** Every id of a range, ascending; empty for a falling one or one over the limit. */
export function idsOfRange(range: IdRange): readonly string[] {
  const count = range.to - range.from + 1;
  if (count < 1 || count > RANGE_LIMIT) return [];
  const ids: string[] = [];
  for (let number = range.from; number <= range.to; number++)
    ids.push(range.prefix + writtenNumber(number, range.width, range.zero));
  return ids;
}

/** A number with at least so many digits, in the script whose zero has that code point. */
export function writtenNumber(number: number, width: number, zero: number): string {
  const plain = String(number).padStart(width, "0");
  if (zero === 48) return plain;
  let written = "";
  for (let at = 0; at < plain.length; at++) written += String.fromCodePoint(zero + plain.charCodeAt(at) - 48);
  return written;
}

/** The number that digits of any script spell. */
export function digits(text: string): number {
  let value = 0;
  for (const character of text) value = value * 10 + digitValue(character.codePointAt(0) ?? 48);
  return value;
}

/** Decimal digits stand in runs of ten, so a digit's value is its distance from the nearest point below that is no digit. */
function digitValue(point: number): number {
  if (point < 128) return point - 48;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(point - value - 1))) value++;
  return value;
}

export interface NumberedId {
  readonly prefix: string;
  readonly number: number;
  /** How many digits it is written with. */
  readonly width: number;
  /** The code point of the zero of their script. */
  readonly zero: number;
}

/** The most digits that are read as a number. */
const DIGITS = 9;

/** A prefix and a number at the end of an id: `TR3` is `TR` and 3; undefined when it ends with no digit. The digits are of one script. */
export function numbered(id: string): NumberedId | undefined {
  if (endsWide(id)) return numberedIn(id);
  const at = numberStart(id);
  return at === id.length
    ? undefined
    : { prefix: id.slice(0, at), number: Number(id.slice(at)), width: id.length - at, zero: 48 };
}

/** Where the number at the end of an id begins, as {@link numbered} reads it; the id's length where there is none. */
export function numberStart(id: string): number {
  if (endsWide(id)) return numberedIn(id)?.prefix.length ?? id.length;
  let at = id.length;
  while (at > 0 && id.length - at < DIGITS && id.charCodeAt(at - 1) >= 48 && id.charCodeAt(at - 1) <= 57) at--;
  return at;
}

function endsWide(id: string): boolean {
  return id.charCodeAt(id.length - 1) > 127;
}

/** As {@link numbered}, of digits of another script than ASCII's. */
function numberedIn(id: string): NumberedId | undefined {
  let at = id.length;
  let width = 0;
  let zero = -1;
  while (at > 0 && width < DIGITS) {
    const step = at > 1 && /[\uDC00-\uDFFF]/.test(id.charAt(at - 1)) ? 2 : 1;
    const point = id.codePointAt(at - step) ?? 0;
    if (!DIGIT.test(String.fromCodePoint(point))) break;
    const own = point - digitValue(point);
    if (zero >= 0 && own !== zero) break;
    zero = own;
    width++;
    at -= step;
  }
  return width === 0 ? undefined : { prefix: id.slice(0, at), number: digits(id.slice(at)), width, zero };
}

/** The first free id after the highest of that prefix among `taken`: `TR3`, `TR7` give `TR8`, `TR07` gives `TR08`; `CMOC1` where there is none. */
export function nextId(taken: Iterable<string>, prefix: string): string {
  let highest: Omit<NumberedId, "prefix"> = { number: 0, width: 1, zero: 48 };
  const wanted = idKey(prefix);
  for (const id of taken) {
    const parts = numbered(id);
    if (parts && parts.number > highest.number && idKey(parts.prefix) === wanted) highest = parts;
  }
  return prefix + numberAfter(highest);
}

/** The next number in its script, with as many digits where zeros stand before it: `8` after `7`, `08` after `07`. */
export function numberAfter({ number, width, zero }: Omit<NumberedId, "prefix">): string {
  return writtenNumber(number + 1, width > String(number).length ? width : 0, zero);
}

/** Letters of any script, and signs between them and the number. */
const PREFIX = /^\p{L}[^\p{N}]*$/u;

/** What stands before the number in most of the ids, as it is first written: `TR-` of `TR-09`; undefined where none is letters and a number. */
export function usualPrefix(ids: Iterable<string>): string | undefined {
  const counts = new Map<string, { readonly prefix: string; count: number }>();
  let most: { readonly prefix: string; count: number } | undefined;
  for (const id of ids) {
    const prefix = numbered(id)?.prefix;
    if (prefix === undefined || !PREFIX.test(prefix)) continue;
    const key = idKey(prefix);
    const known = counts.get(key) ?? { prefix, count: 0 };
    known.count++;
    counts.set(key, known);
    if (known.count > (most?.count ?? 0)) most = known;
  }
  return most?.prefix;
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Natural order: TR2 before TR10. */
export function compareIds(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
