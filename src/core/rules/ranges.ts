/** Ranges of ids: each id is a reference of its own, all at one place, and of that place a rule tells once. */

import { digits, type NumberedId, numbered, writtenNumber } from "../ids.ts";
import { t } from "../l10n.ts";
import { recordName } from "../model/names.ts";
import type { Name, Ref } from "../model/types.ts";
import type { FindingData } from "../syntax/finding.ts";
import { word } from "./words.ts";

const ENDS = /(\p{Nd}{1,9})\s{0,3}[-‐‑‒–—―−]\P{Nd}{0,130}?(\p{Nd}{1,9})$/u;

export interface Ends {
  readonly from: number;
  readonly to: number;
  /** The id of the range with a number. */
  readonly idOf: (number: number) => string;
}

/** The range that was looked at last: each of its ids is asked for in turn. */
let last: { readonly range: string; readonly prefix: string; readonly ends: Ends | undefined } | undefined;

/** The ends of the range that a reference comes from; undefined for one that stands for nothing. */
export function endsOf({ id, range }: Pick<Ref, "id" | "range">): Ends | undefined {
  if (range === undefined || range === id) return undefined;
  // `1–4` means other ids under another field.
  if (last?.range === range && id.startsWith(last.prefix) && DIGITS_ONLY.test(id.slice(last.prefix.length)))
    return last.ends;
  const parts = numbered(id);
  last = { range, prefix: parts?.prefix ?? id, ends: readEnds(parts, range) };
  return last.ends;
}

const DIGITS_ONLY = /^\p{Nd}+$/u;

function readEnds(parts: NumberedId | undefined, range: string): Ends | undefined {
  const ends = parts && ENDS.exec(range);
  if (!parts || !ends) return undefined;
  const [, first = "", last = ""] = ends;
  const from = digits(first);
  // With zeros before its first number, all have as many digits.
  const { length } = [...first];
  const width = String(from).length < length ? length : 0;
  return { from, to: digits(last), idOf: (number) => parts.prefix + writtenNumber(number, width, parts.zero) };
}

/**
 * The ids to look at when a rule is asked of a reference: its own; of a range all, at its first, and none at the others. A range that stands for
 * nothing is its own id.
 */
export function idsAt(ref: Pick<Ref, "id" | "range">): readonly string[] {
  if (ref.range === undefined) return [ref.id];
  if (asked?.ref !== ref) asked = { ref, ids: idsOf(ref) };
  return asked.ids;
}

/** The reference that was looked at last: several rules ask for the ids of one in turn. */
let asked: { readonly ref: Pick<Ref, "id" | "range">; readonly ids: readonly string[] } | undefined;

function idsOf(ref: Pick<Ref, "id" | "range">): readonly string[] {
  const ends = endsOf(ref);
  if (!ends) return [ref.id];
  const { from, to, idOf } = ends;
  if (numbered(ref.id)?.number !== from) return NONE;
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => idOf(from + index));
}

const NONE: readonly string[] = [];

/** What an id of {@link idsAt} means: the reference's own name where it is no range. */
export function nameIn(ref: Pick<Ref, "name" | "range">, id: string): Name {
  return ref.range === undefined ? ref.name : recordName(id);
}

/** As {@link idsAt}, as names. */
export function namesAt(ref: Pick<Ref, "id" | "name" | "range">): readonly Name[] {
  return ref.range === undefined ? [ref.name] : idsAt(ref).map(recordName);
}

/** Whether the reference after one in the list of a record comes from the same range. */
export function isSameRange(ref: Ref, next: Ref | undefined): boolean {
  return ref.range !== undefined && next?.range === ref.range && next.start === ref.start && next.end === ref.end;
}

/** What is said of one id of a range, and of others of it: `others` tells how many. */
export function othersOf(ref: Ref, told: readonly unknown[]): FindingData {
  return told.length < 2 || ref.range === undefined ? {} : { range: ref.range, others: told.length - 1 };
}

/** "3 more of TR1–TR9"; "" where there are none. */
export function others(data: FindingData): string {
  return data.others === undefined ? "" : t("{0} more of {1}", word(data, "others"), word(data, "range"));
}
