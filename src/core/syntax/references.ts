/**
 * One reference at one place of a text: `TR3`, `CMOC 4`, `TR1–TR4`, `[[TR3]]`, `@key#e4`, `Code trust`. Used wherever references stand:
 * in fields, in prose brackets, in a table's cells, in the text of links. Every reader here works from a position and is linear.
 */
import { canonicalId, hasDigit, type IdRange, isId, kindAt, rangeOf } from "../ids.ts";
import type { Kind } from "../vocabulary.ts";
import type { Citation } from "./slots.ts";
import { isSpace, isWordUnit } from "./words.ts";

export type Target =
  | { readonly type: "citation"; readonly citation: Citation }
  | { readonly type: "id"; readonly id: string; readonly kind: Kind | undefined }
  | { readonly type: "range"; readonly range: IdRange; readonly written: string };

export interface ReferenceRead {
  readonly target: Target;
  /** The reference itself, offsets in the text, without `[[ ]]`. */
  readonly from: number;
  readonly to: number;
  /** Where reading goes on: past `]]`. */
  readonly next: number;
}

const TOKEN = /[\p{L}\p{M}\p{N}._-]+/uy;
const DASH = /\s*(?:-{2,3}|[-‐‑‒–—―−])\s*/uy;
const PLURAL =
  /^(cmocs|cmos|cmoc? configurations|configurations|theories|codes|memos|extracts|demi-regularities)\s+(?=\S)/i;
const SINGULAR: { readonly [plural: string]: string } = {
  cmocs: "cmoc",
  cmos: "cmoc",
  "cmo configurations": "cmoc",
  "cmoc configurations": "cmoc",
  configurations: "cmoc",
  theories: "theory",
  codes: "code",
  memos: "memo",
  extracts: "extract",
  "demi-regularities": "demi-regularity",
};

/** The end of the id that begins at `at`, its closing punctuation left out; `at` when there is none. */
export function tokenEnd(text: string, at: number): number {
  let end = at;
  let unit = text.charCodeAt(end);
  while (isWordUnit(unit) || isInner(unit)) unit = text.charCodeAt(++end);
  if (unit > 127) {
    TOKEN.lastIndex = end;
    end += TOKEN.exec(text)?.[0].length ?? 0;
  }
  while (end > at && isInner(text.charCodeAt(end - 1))) end--;
  return end;
}

/** `.`, `_` and `-`. */
function isInner(unit: number): boolean {
  return unit === 46 || unit === 95 || unit === 45;
}

/** A record, code or memo named at `at`, by an id or a range, with or without its kind; `expects` is what a bare number is. */
export function referenceAt(text: string, at: number, expects: Kind | undefined): ReferenceRead | undefined {
  if (text.startsWith("[[", at)) return wikilinkAt(text, at, expects);
  const range = rangeAt(text, at, at, expects);
  if (range) return range;
  const plural = PLURAL.exec(text.slice(at, at + 32));
  if (plural) {
    const kind = SINGULAR[plural[1]?.toLowerCase() ?? ""] as Kind;
    const from = at + plural[0].length;
    if (hasDigit(text.slice(from, tokenEnd(text, from))))
      return rangeAt(text, from, at, kind) ?? idAt(text, from, at, kind, kind);
  }
  const spelt = kindAt(text.slice(at, at + 120));
  if (spelt) {
    const from = at + spelt.rest;
    const read = rangeAt(text, from, at, spelt.words.kind) ?? idAt(text, from, at, spelt.words.kind, spelt.words.kind);
    if (read && (isNumberish(read, text, from) || spelt.rest > spelt.spelling.length)) return read;
  }
  return idAt(text, at, at, expects, undefined);
}

function isNumberish(read: ReferenceRead, text: string, from: number): boolean {
  return read.target.type === "range" || hasDigit(text.charAt(from));
}

function idAt(
  text: string,
  at: number,
  from: number,
  prefix: Kind | undefined,
  kind: Kind | undefined,
): ReferenceRead | undefined {
  const to = tokenEnd(text, at);
  const written = text.slice(at, to);
  if (to === at || !isId(written)) return undefined;
  const id = prefix ? canonicalId(prefix, written) : written;
  return { target: { type: "id", id, kind }, from, to, next: to };
}

/** A range: in one token (`TR1-TR4`), or parted by another dash or by spaces, if nothing of an item follows it. */
function rangeAt(text: string, at: number, from: number, expects: Kind | undefined): ReferenceRead | undefined {
  const first = tokenEnd(text, at);
  if (first === at) return undefined;
  const one = rangeOf(text.slice(at, first), expects !== undefined);
  if (one) return rangeRead(text, one, from, first, expects);
  if (!hasDigit(text.charAt(first - 1))) return undefined;
  DASH.lastIndex = first;
  const dash = DASH.exec(text);
  if (!dash) return undefined;
  let second = first + dash[0].length;
  if (expects !== undefined) {
    const again = kindAt(text.slice(second, second + 120));
    if (again && again.words.kind === expects) {
      const plain = text.slice(at, first);
      const last = text.slice(second + again.rest, tokenEnd(text, second + again.rest));
      const isWord = again.rest > again.spelling.length;
      const repeats = isWord ? hasDigit(last) : hasDigit(last.charAt(0));
      if (repeats && !kindAt(plain) && (isWord || /^\p{Nd}/u.test(plain))) second += again.rest;
    }
  }
  const end = tokenEnd(text, second);
  if (end === second || !itemEnds(text, end)) return undefined;
  const range = rangeOf(`${text.slice(at, first)}–${text.slice(second, end)}`, expects !== undefined);
  return range ? rangeRead(text, range, from, end, expects) : undefined;
}

function rangeRead(text: string, range: IdRange, from: number, to: number, expects: Kind | undefined): ReferenceRead {
  const spelt = range.prefix === "" ? undefined : kindAt(`${range.prefix}1`);
  const named = spelt && spelt.rest >= range.prefix.length ? spelt.words.kind : undefined;
  const bare = range.prefix === "" ? expects : named;
  const prefix = bare ? canonicalId(bare, "1").slice(0, -1) : range.prefix;
  return { target: { type: "range", range: { ...range, prefix }, written: text.slice(from, to) }, from, to, next: to };
}

/** Whether an item of a list of references ends at `at`: at the end, or before a comma, semicolon, bracket, stop (of any script) or spaced dash. */
export function itemEnds(text: string, at: number): boolean {
  let next = at;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  if (next >= text.length) return true;
  const character = text.charAt(next);
  if (",;()[]，；、،؛（）。".includes(character)) return true;
  if (character === "." || character === ":") return next + 1 >= text.length || /\s/.test(text.charAt(next + 1));
  if (next > at && /[-‐‑–—‒―−]/.test(character)) return /^[-‐‑–—‒―−]{1,3}\s/.test(text.slice(next, next + 4));
  return next > at && /^(and|&)\s/i.test(text.slice(next, next + 4));
}

function wikilinkAt(text: string, at: number, expects: Kind | undefined): ReferenceRead | undefined {
  const close = text.indexOf("]]", at + 2);
  if (close < 0 || close - at > 260) return undefined;
  const bar = text.indexOf("|", at + 2);
  const limit = bar >= 0 && bar < close ? bar : close;
  const inner = wholeReference(text.slice(at + 2, limit), expects);
  if (!inner) return undefined;
  return { target: inner.target, from: at + 2 + inner.from, to: at + 2 + inner.to, next: close + 2 };
}

/** The reference that the whole text is, white space around it aside. */
export function wholeReference(text: string, expects: Kind | undefined): ReferenceRead | undefined {
  const from = text.length - text.trimStart().length;
  const read = from < text.length ? referenceAt(text, from, expects) : undefined;
  return read && read.next === text.trimEnd().length ? read : undefined;
}
