/** What is coded, where it stands, and as what. */
import type { Coding, Extract } from "../../model/types.ts";
import type { Definition } from "../../review.ts";
import type { Span } from "../../text.ts";
import type { Look } from "../marks.ts";

/** Offsets in a document: a source's own file, or its full text. */
export interface Stripe extends Span {
  /** One for each line, ascending, without white space at their ends. */
  readonly parts: readonly Span[];
  /** Coded words; the whole extract, where a coding line has no words; or in a full text the passage that an extract quotes, coded or not. */
  readonly is: "words" | "whole" | "passage";
  /** Of a passage there is none. */
  readonly coding: Coding | undefined;
  /** How its role looks; undefined of a code without a role, and of a passage. */
  readonly look: Look | undefined;
  /** The letter of its role in the review's scheme. */
  readonly role: string | undefined;
  /** Who coded it: named in the coding line, else the coder of the extract. */
  readonly coder: string | undefined;
  readonly extract: Definition<Extract>;
  /** The first row that is free where it begins: of the first eight no two that overlap have the same, but for whole extracts that are coded in one role more than once. Of a passage 0. */
  readonly row: number;
}

/** Coded words of one extract, found in a text. */
export interface Coded {
  readonly coding: Coding;
  readonly is: "words" | "whole";
  readonly parts: readonly Span[];
  readonly row: number;
}

/** More rows than these are not told apart. */
export const MOST_ROWS = 8;

/** Of each stretch the first row in which it touches no other; for stretches in ascending order. As many rows as overlap at once; beyond the last, the last. */
export function rowsOf(spans: readonly Span[]): readonly number[] {
  const ends: number[] = [];
  return spans.map(({ start, end }) => {
    const free = ends.findIndex((taken) => taken <= start);
    const row = free < 0 ? Math.min(ends.length, MOST_ROWS - 1) : free;
    ends[row] = Math.max(end, start + 1, ends[row] ?? 0);
    return row;
  });
}

/** Ascending by start, the longer first. */
export function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** From the first of some parts to the last. */
export function spanOf(parts: readonly Span[]): Span {
  return { start: parts[0]?.start ?? 0, end: parts[parts.length - 1]?.end ?? 0 };
}
