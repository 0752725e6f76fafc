/**
 * Headings that open records: the whole heading is `KIND ID`, then nothing, or a colon or a spaced dash and a title.
 */
import { canonicalId, DIGIT, isId, kindAt, rangeOf } from "../ids.ts";
import { type Kind, RECORD_KINDS } from "../vocabulary.ts";

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

/** What a heading is: a record's, nearly one (worth a warning), or an ordinary one. */
export type HeadingRead =
  | { readonly record: RecordHeading }
  | { readonly near: { readonly kind: Kind; readonly digit: boolean } }
  | undefined;

const TITLE = /^\s*[:：]\s*|^\s+[-–—‒―−]{1,3}\s+/;

/** Reads a heading's plain text. Linear. */
export function readHeading(plain: string): HeadingRead {
  const text = plain.trimEnd();
  const lead = text.length - text.trimStart().length;
  const kind = kindAt(text.slice(lead));
  if (!kind) return missed(text.slice(lead));
  const from = lead + kind.rest;
  let to = from;
  while (to < text.length && !/[\s:：]/.test(text.charAt(to))) to++;
  const written = text.slice(from, to);
  const rest = text.slice(to);
  const cut = rest === "" ? "" : TITLE.exec(rest)?.[0];
  const everyday = kind.words.everyday.includes(kind.spelling);
  const digit = DIGIT.test(written);
  if (!isId(written) || cut === undefined || (everyday && !digit))
    return kind.words.kind === "cmoc" && !everyday
      ? near(text.slice(from), kind.spelling === "cmoc" ? 2 : 1)
      : undefined;
  const titleFrom = to + cut.length;
  return {
    record: {
      kind: kind.words.kind,
      id: canonicalId(kind.words.kind, written),
      idFrom: from,
      idTo: to,
      title: text.slice(titleFrom).replace(/\s+/g, " "),
      titleFrom,
      needsField: !digit,
      range: RECORD_KINDS.includes(kind.words.kind) && rangeOf(written, true) !== undefined,
    },
  };
}

/**
 * Only a configuration's heading is missed loudly, since its spellings are no everyday words, and only for a number near to it: in the next
 * word, after `CMOC` in the next two.
 */
function near(rest: string, words: number): HeadingRead {
  return { near: { kind: "cmoc", digit: rest.split(/\s+/, words).some((word) => DIGIT.test(word)) } };
}

const CMOC_SIGN = /^cmoc[^\p{L}\p{M}\p{N}\s'’]\s*/iu;

/** `CMOC: TR3`, `CMOC_4`: a sign that no id begins with. */
function missed(text: string): HeadingRead {
  const sign = CMOC_SIGN.exec(text);
  return sign ? near(text.slice(sign[0].length), 1) : undefined;
}
