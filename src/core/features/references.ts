/** Every place where the thing at a place is defined and mentioned, across the review; and in one document alone. */
import { idSpanOf } from "../model/brief.ts";
import type { Evidence, Name, Ref } from "../model/types.ts";
import { eachRef } from "../review/placed.ts";
import type { Definition, Placed, Review } from "../review.ts";
import type { Span } from "../text.ts";
import { pieceAt } from "./at/piece.ts";
import { type Place, placesOf } from "./definition.ts";
import { bearing, mentions, namedAt } from "./naming.ts";

/** Offsets in the document `uri`. */
export interface Mention {
  readonly uri: string;
  readonly span: Span;
}

export interface ReferencesFound {
  readonly name: Name;
  /** Where it is defined, rows that restate it left out. */
  readonly declarations: readonly Place[];
  /** In the order of paths and text, each place once. */
  readonly mentions: readonly Mention[];
}

/**
 * The places of what stands at an offset: of an id, a key, a code, a memo, one end of a range; anywhere in the heading of a record, of that record.
 * Undefined where nothing of ours stands.
 */
export function references(review: Review, uri: string, offset: number): ReferencesFound | undefined {
  const name = namedAt(review, uri, offset)?.name ?? headedAt(review, uri, offset);
  return name === undefined ? undefined : referencesTo(review, name);
}

/** The record in whose heading an offset stands. */
function headedAt(review: Review, uri: string, offset: number): Name | undefined {
  const placed = pieceAt(review, uri, offset);
  if (placed?.facts.count !== 1) return undefined;
  const { start, end, id, name } = placed.facts.record(0);
  return id !== "" && placed.start + start <= offset && offset <= placed.start + end ? name : undefined;
}

/** The places of a name. Those of a source hold the citations of its extracts. */
export function referencesTo(review: Review, name: Name): ReferencesFound {
  const found: Mention[] = [];
  for (const placed of mentioning(review, name)) {
    for (const span of spansIn(placed, name)) found.push({ uri: placed.uri, span });
  }
  const rows = name.startsWith("s:") ? [] : review.restatements(name).map(mentionOf);
  const all = rows.length === 0 ? found : [...found, ...rows].sort(byMention);
  return { name, declarations: placesOf(name, review), mentions: all };
}

function mentionOf({ placed, brief }: Definition): Mention {
  return { uri: placed.uri, span: shifted(placed, idSpanOf(brief)) };
}

/** Pieces that mention a name, in order. */
function mentioning(review: Review, name: Name): readonly Placed[] {
  if (!name.startsWith("s:")) return review.mentioning(name);
  const all = new Set(review.mentioning(name));
  const own = all.size;
  for (const extract of review.extractNames(name.slice(2)))
    for (const each of review.mentioning(extract)) all.add(each);
  return all.size === own
    ? [...all]
    : [...all].sort((a, b) => (a.uri === b.uri ? a.start - b.start : a.uri < b.uri ? -1 : 1));
}

/** The words of a piece that mention a name, ascending, each place once; offsets in the document. */
function spansIn(placed: Placed, name: Name): readonly Span[] {
  const found: Span[] = [];
  eachRef(placed.facts, (ref: Ref | Evidence) => {
    if (!mentions(ref, name)) return;
    const span = bearing(ref, writtenAt(placed, ref), name);
    found.push(shifted(placed, span));
  });
  if (found.length < 2) return found;
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  return found.filter(({ start, end }, at) => start !== found[at - 1]?.start || end !== found[at - 1]?.end);
}

function writtenAt({ home, start }: Placed, ref: Ref): string {
  return home.slice(start + ref.start, start + ref.end);
}

function shifted({ start: by }: Placed, { start, end }: Span): Span {
  return { start: start + by, end: end + by };
}

function byMention(a: Mention, b: Mention): number {
  return a.uri === b.uri ? a.span.start - b.span.start : a.uri < b.uri ? -1 : 1;
}

export interface Highlight {
  readonly span: Span;
  /** A definition, or a mention. */
  readonly is: "write" | "read";
}

/** The places in one document of the name at an offset of it, ascending; undefined where no name of ours stands. */
export function highlights(review: Review, uri: string, offset: number): readonly Highlight[] | undefined {
  const name = namedAt(review, uri, offset)?.name;
  if (name === undefined) return undefined;
  const found: Highlight[] = [];
  for (const placed of review.placed(uri)) {
    const { facts } = placed;
    for (let index = 0; index < facts.count; index++) {
      const brief = facts.record(index);
      if (brief.name === name && brief.id !== "") found.push({ span: shifted(placed, idSpanOf(brief)), is: "write" });
    }
    for (const span of spansIn(placed, name)) found.push({ span, is: "read" });
  }
  if (name.startsWith("s:"))
    for (const { uri: file, selection } of placesOf(name, review))
      if (file === uri) found.push({ span: selection, is: "write" });
  return found.sort((a, b) => a.span.start - b.span.start);
}
