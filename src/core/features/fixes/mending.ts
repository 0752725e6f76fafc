/** What fixes ask of a review: the record and the references at a place. Shared by many problems, it looks through each piece once. */
import type { Problem } from "../../check.ts";
import { keyOfName, sourceName } from "../../model/names.ts";
import type { Evidence, Extract, Name, Ref } from "../../model/types.ts";
import type { Answer } from "../../quotes/check.ts";
import type { SourceText } from "../../quotes/source-text.ts";
import { Definition } from "../../review/placed.ts";
import type { Placed, Review } from "../../review.ts";
import { lineEnding, type TextEdit } from "../../text.ts";
import { pieceAt } from "../at/piece.ts";
import { isRefusal, type Outcome } from "../edit/outcome.ts";
import { isRow, type OpenRecord, openRecord } from "../edit/record.ts";
import { Fragments, retargeted } from "../links.ts";

export interface Fix {
  readonly rule: string;
  /** What it does, for a person. */
  readonly title: string;
  /** Whether it may be applied without asking: it changes no word that anybody wrote, and doing it twice does no more. */
  readonly safe: boolean;
  /** The document that the edits are of; one that the review does not hold is made. */
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** The fixes of one problem, the likeliest first; none when what it is about is not there any more. */
export type Mender = (problem: Problem, mending: Mending) => readonly Fix[];

export interface RefPlace {
  readonly ref: Ref | Evidence;
  readonly placed: Placed;
  readonly from: Definition | undefined;
}

const NONE: readonly RefPlace[] = [];

/** What is known of quotations: `Proofs` of core/proof, where texts of sources are held. */
export interface Quotations {
  /** What was found of an extract's quotation; undefined where it has none, and while its text is being read. */
  of(extract: Definition<Extract>): Answer | { readonly is: "unverifiable" } | undefined;
  /** The text of a source. */
  text(key: string): SourceText | undefined;
}

export class Mending {
  readonly review: Review;
  readonly quotations: Quotations | undefined;
  private readonly refs = new Map<Placed, ReadonlyMap<number, readonly RefPlace[]>>();
  private readonly ends = new Map<string, string>();
  private links: Fragments | undefined;

  /** Without `quotations`, what needs the text of a source has no fix. */
  constructor(review: Review, quotations?: Quotations) {
    this.review = review;
    this.quotations = quotations;
  }

  get fragments(): Fragments {
    this.links ??= new Fragments(this.review);
    return this.links;
  }

  text(uri: string): string {
    return this.review.text(uri) ?? "";
  }

  /** The line ending of a document. */
  eol(uri: string): string {
    const known = this.ends.get(uri) ?? lineEnding(this.text(uri));
    this.ends.set(uri, known);
    return known;
  }

  /** The record that a problem is about: the innermost that holds its place. */
  recordAt({ uri, span }: Problem): Definition | undefined {
    const placed = pieceAt(this.review, uri, span.start);
    if (!placed) return undefined;
    const at = span.start - placed.start;
    const { records } = placed.facts;
    const row = records.findIndex((brief) => isRow(brief) && brief.start <= at && at <= brief.end);
    const index = row < 0 ? records.findIndex((brief) => !isRow(brief)) : row;
    return index < 0 ? undefined : new Definition(placed, index);
  }

  /** Whether a problem that a reader found is still found at its place. */
  isFound({ rule, uri, span }: Problem): boolean {
    const placed = pieceAt(this.review, uri, span.start);
    const at = span.start - (placed?.start ?? 0);
    return placed?.facts.findings.some((each) => each.rule === rule && each.start === at) ?? false;
  }

  open(problem: Problem): OpenRecord | undefined {
    const definition = this.recordAt(problem);
    return definition && openRecord(this.review, definition);
  }

  /** The references at a problem's place, or whose Markdown link begins there. */
  refsAt({ uri, span }: Problem): readonly RefPlace[] {
    const placed = pieceAt(this.review, uri, span.start);
    if (!placed) return NONE;
    const known = this.refs.get(placed) ?? indexed(placed);
    this.refs.set(placed, known);
    return known.get(span.start - placed.start) ?? NONE;
  }

  /** The reference at a problem's place that bears its name. */
  refAt(problem: Problem, name: unknown): RefPlace | undefined {
    return this.refsAt(problem).find(
      ({ ref, placed }) => ref.name === name && placed.start + ref.end === problem.span.end,
    );
  }
}

/** The edits that write another reference, to what `name` means, at a problem's place; the link whose text it is goes there, too. */
export function pointed(
  { uri, span }: Problem,
  mending: Mending,
  { ref, placed }: RefPlace,
  name: Name,
  newText: string,
): readonly TextEdit[] {
  const key = keyOfName(name);
  const { fragments } = mending;
  const target =
    fragments.targetOf(uri, name) ?? (key === undefined ? undefined : fragments.targetOf(uri, sourceName(key)));
  const link = target === undefined ? undefined : retargeted(mending.text(uri), ref, placed.start, target);
  return link ? [{ span, newText }, link] : [{ span, newText }];
}

function indexed(placed: Placed): ReadonlyMap<number, readonly RefPlace[]> {
  const found = new Map<number, RefPlace[]>();
  const take = (ref: Ref | Evidence, from: Definition | undefined): void => {
    for (const start of new Set([ref.start, ref.link?.start ?? ref.start])) {
      const list = found.get(start);
      if (list) list.push({ ref, placed, from });
      else found.set(start, [{ ref, placed, from }]);
    }
  };
  for (const from of placed.definitions) {
    for (const ref of from.brief.links) take(ref, from);
  }
  for (const ref of placed.facts.refs) take(ref, undefined);
  return found;
}

/** A fix of edits in the problem's own document. */
export function fixHere(
  { rule, uri }: Problem,
  title: string,
  edits: readonly TextEdit[],
  safe = false,
): readonly Fix[] {
  return edits.length === 0 ? [] : [{ rule, title, safe, uri, edits }];
}

/** An edit of one document as a fix; a refusal is none. */
export function fixOfOutcome({ rule }: Problem, title: string, outcome: Outcome): readonly Fix[] {
  if (isRefusal(outcome) || outcome.edits.size !== 1) return [];
  return [...outcome.edits].map(([uri, edits]) => ({ rule, title, safe: false, uri, edits }));
}

/** The edit that replaces a problem's place, when what stands there is what the problem was about. */
export function replaced(
  { uri, span }: Problem,
  mending: Mending,
  expected: string,
  newText: string,
): readonly TextEdit[] {
  return mending.text(uri).slice(span.start, span.end) === expected ? [{ span, newText }] : [];
}
