/** References of a piece by their place; they are kept with the piece, so nothing is read for them. */
import { numbered } from "../../ids.ts";
import type { Evidence, Name, Ref } from "../../model/types.ts";
import type { Definition, Placed, Review } from "../../review.ts";
import type { Span } from "../../text.ts";

export interface RefFound {
  /** Every reference of the place: of a range one for each of its ids. */
  readonly refs: readonly (Ref | Evidence)[];
  /** The record that they stand in. */
  readonly from: Definition | undefined;
}

/** The references at an offset of a piece; of two places that meet there, those of the one that begins. */
export function refsAt(placed: Placed, offset: number): RefFound | undefined {
  let found: (Ref | Evidence)[] = [];
  let owner: number | undefined;
  const take = (ref: Ref | Evidence, index: number | undefined): void => {
    if (ref.start > offset || ref.end < offset) return;
    const best = found[0];
    if (best && best.start === ref.start && best.end === ref.end) {
      if (owner === index) found.push(ref);
      return;
    }
    if (best && (best.start > ref.start || (best.start === ref.start && best.end <= ref.end))) return;
    found = [ref];
    owner = index;
  };
  const { facts } = placed;
  for (let index = 0; index < facts.count; index++) for (const ref of facts.record(index).links) take(ref, index);
  for (const ref of facts.refs) take(ref, undefined);
  return found.length === 0
    ? undefined
    : { refs: found, from: owner === undefined ? undefined : placed.definitions[owner] };
}

/** Whether a reference means something of this review: what may be somebody's own counts only when it names, or looks as if it named, a record. */
export function isOurs(ref: Ref | Evidence, review: Review): boolean {
  return review.isDefined(ref.name) || (!ref.inReason && (!ref.weak || looksLikeOurs(ref.name, review)));
}

/** Whether the name of a record has the letters of an id that exists, and a number: `TR9` where there is a TR1. */
function looksLikeOurs(name: Name, review: Review): boolean {
  if (!name.startsWith("r:")) return false;
  const parts = numbered(name.slice(2));
  return parts !== undefined && parts.prefix !== "" && review.hasPrefix(parts.prefix);
}

const ENDS = /^(.*?\p{Nd})\s*(?:-{1,3}|[‐‑‒–—―−])\s*(\S.*)$/su;

/** The end of a range, as written, that an offset stands at, with its reference; the dash belongs to the first. */
export function endOfRange(
  refs: readonly (Ref | Evidence)[],
  written: string,
  offset: number,
): { readonly ref: Ref | Evidence; readonly span: Span } | undefined {
  const [first] = refs;
  const last = refs[refs.length - 1];
  const ends = ENDS.exec(written);
  if (!first || !last || !ends) return undefined;
  const [, one = "", other = ""] = ends;
  const { start, end } = first;
  const second = end - other.length;
  return offset >= second && second > start
    ? { ref: last, span: { start: second, end } }
    : { ref: first, span: { start, end: start + one.length } };
}
