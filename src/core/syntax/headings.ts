/**
 * Headings that open records: the whole heading is `KIND ID`, then nothing, or a colon or a spaced dash and a title.
 */
import { canonicalId, hasDigit, isId, kindAt, kindBeforeSign, rangeOf } from "../ids.ts";
import { type Kind, RECORD_KINDS } from "../vocabulary.ts";
import { fold } from "./bullets.ts";

export interface RecordHeading {
  readonly kind: Kind;
  /** Canonical: `CMOC4` for `CMOC 4`. */
  readonly id: string;
  /** Offsets in the heading's plain text. */
  readonly idFrom: number;
  readonly idTo: number;
  readonly title: string;
  readonly titleFrom: number;
  /** Such a heading opens a record only if a field of its kind stands under it. */
  readonly needsField: boolean;
  /** The id reads as a range, which no id of a configuration, theory or demi-regularity may. */
  readonly range: boolean;
}

/** A heading that nearly opens a record. */
export interface NearHeading {
  readonly kind: Kind;
  /** Whether a number stands near to the kind. */
  readonly digit: boolean;
  /** Why it opens none: its id reads as a range, or has a character that ids cannot have; or it does not quite fit. */
  readonly why: "near" | "characters" | "range";
  /** The id as written, of the first two. */
  readonly written: string;
  /** Whether no ordinary heading looks like this; another one is worth a warning only if a field of its kind stands under it. */
  readonly sure: boolean;
}

/** What a heading is: a record's, nearly one (worth a warning), or an ordinary one. */
export type HeadingRead = { readonly record: RecordHeading } | { readonly near: NearHeading } | undefined;

const TITLE = /^\s*[:：]\s*|^\s+[-–—‒―−]{1,3}\s+/;

/** Reads a heading's plain text. Linear. */
export function readHeading(plain: string): HeadingRead {
  const text = plain.trimEnd();
  const lead = text.length - text.trimStart().length;
  const kind = kindAt(text.slice(lead));
  if (!kind) return missed(text.slice(lead));
  const from = lead + kind.rest;
  let to = from;
  while (to < text.length && !endsId(text, to)) to++;
  const written = text.slice(from, to);
  const cut = titleAfter(text, to);
  const digit = hasDigit(written);
  // "CMO configurations" speaks of all of them.
  if (!digit && kind.words.kind === "cmoc" && PLURAL.test(written)) return undefined;
  const everyday = kind.words.everyday.includes(kind.spelling);
  if (!isId(written) || cut === undefined || (everyday && !digit)) {
    const sure = kind.words.kind === "cmoc" && !everyday;
    if (digit && cut !== undefined && !isId(written)) {
      const why = rangeOf(written, true) ? "range" : "characters";
      return { near: { kind: kind.words.kind, digit, why, written, sure } };
    }
    if (sure) return near(text.slice(from), kind.spelling === "cmoc" ? 2 : 1);
    return digit ? nearly(kind.words.kind) : undefined;
  }
  const titleFrom = to + cut.length;
  return {
    record: {
      kind: kind.words.kind,
      id: canonicalId(kind.words.kind, written),
      idFrom: from,
      idTo: to,
      title: fold(text.slice(titleFrom)),
      titleFrom,
      needsField: !digit,
      range: RECORD_KINDS.includes(kind.words.kind) && rangeOf(written, true) !== undefined,
    },
  };
}

const PLURAL = /^configurations?$/i;

function endsId(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 128 ? unit === 58 || unit === 32 || unit < 14 : /[\s：]/.test(text.charAt(at));
}

/** What parts the id that ends at `at` from a title; empty at the end, undefined where neither comes. */
function titleAfter(text: string, at: number): string | undefined {
  if (at >= text.length) return "";
  if (text.charCodeAt(at) === 58 && text.charCodeAt(at + 1) === 32 && text.charCodeAt(at + 2) > 32) return ": ";
  return TITLE.exec(text.slice(at))?.[0];
}

/**
 * Only a configuration's heading is missed loudly, since its spellings are no everyday words, and only for a number near to it: in the next
 * word, after `CMOC` in the next two.
 */
function near(rest: string, words: number): HeadingRead {
  const digit = rest.split(/\s+/, words).some((word) => hasDigit(word));
  return { near: { kind: "cmoc", digit, why: "near", written: "", sure: true } };
}

function nearly(kind: Kind): HeadingRead {
  return { near: { kind, digit: true, why: "near", written: "", sure: false } };
}

const CMOC_SIGN = /^cmoc[^\p{L}\p{M}\p{N}\s'’]\s*/iu;
const NUMBERING = /^\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){0,4}[.)]?\s+(?=\S)/u;

/** A sign that no id begins with after the kind (`CMOC: TR3`, `Theory: PT1`), or a heading's own number before it (`2. CMOC TR3`). */
function missed(text: string): HeadingRead {
  const sign = CMOC_SIGN.exec(text);
  if (sign) return near(text.slice(sign[0].length), 1);
  const numbering = hasDigit(text.charAt(0)) ? NUMBERING.exec(text) : null;
  if (numbering) {
    const read = readHeading(text.slice(numbering[0].length));
    if (!read) return undefined;
    if ("near" in read) return read.near.digit ? read : undefined;
    const { kind, needsField } = read.record;
    if (needsField) return undefined;
    return nearly(kind);
  }
  const spelt = kindBeforeSign(text);
  if (!spelt) return undefined;
  const rest = text.slice(spelt.rest);
  const id = /^[^\s:：]+/.exec(rest)?.[0] ?? "";
  const whole = id.length === rest.length || TITLE.test(rest.slice(id.length));
  return whole && hasDigit(id) ? nearly(spelt.words.kind) : undefined;
}
