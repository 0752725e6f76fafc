/** Problems as the checker keeps them: relative to the piece they are about, so that text before it costs nothing. */
import type { Related, RelatedPlace } from "../rules/rule.ts";
import type { FindingData, FindingValue } from "../syntax/finding.ts";
import type { Level } from "../syntax/manifest.ts";
import type { Span } from "../text.ts";

/** A problem as data; wording is chosen at the edge, from the rule's `message`. */
export interface Problem {
  readonly rule: string;
  readonly level: Exclude<Level, "off">;
  readonly uri: string;
  /** Offsets in the document. */
  readonly span: Span;
  readonly data: FindingData;
  readonly related: readonly Related[];
}

/** Offsets in the piece, or in the document for what is about a source. */
export interface Kept {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly level: Level;
  readonly data: FindingData;
  readonly related: readonly RelatedPlace[];
}

const NO_RELATED: readonly Related[] = [];

/** The problem as it stands now, in a piece that begins at `start`. */
export function problemOf(kept: Kept, level: Problem["level"], uri: string, start: number): Problem {
  const span = { start: start + kept.start, end: start + kept.end };
  const related = kept.related.length === 0 ? NO_RELATED : kept.related.map(placeNow);
  return { rule: kept.rule, level, uri, span, data: kept.data, related };
}

function placeNow({ at, span, label }: RelatedPlace): Related {
  if (typeof at === "string") return { uri: at, span, label };
  return { uri: at.uri, span: { start: at.start + span.start, end: at.start + span.end }, label };
}

export function byProblem(a: Problem, b: Problem): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule === b.rule ? 0 : a.rule < b.rule ? -1 : 1);
}

/** Whether two lists say the same, so that nobody need be told. */
export function sameKept(a: readonly Kept[], b: readonly Kept[]): boolean {
  return a.length === b.length && a.every((one, at) => same(one, b[at]));
}

function same(a: Kept, b: Kept | undefined): boolean {
  return (
    b !== undefined &&
    a.rule === b.rule &&
    a.start === b.start &&
    a.end === b.end &&
    a.level === b.level &&
    sameData(a.data, b.data) &&
    a.related.length === b.related.length &&
    a.related.every((place, at) => samePlace(place, b.related[at]))
  );
}

function samePlace(a: RelatedPlace, b: RelatedPlace | undefined): boolean {
  return (
    b !== undefined &&
    a.at === b.at &&
    a.label === b.label &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end
  );
}

function sameData(a: FindingData, b: FindingData): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => sameValue(a[name], b[name]));
}

function sameValue(a: FindingValue | undefined, b: FindingValue | undefined): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return a.length === b.length && a.every((word, at) => word === b[at]);
}
