/**
 * Briefs: what the index keeps of each record, which is what other records, trees and checks ask of it. The rest (the words of slots, quotes,
 * notes) is read again from the record's text when it is asked for, so that a review of a hundred thousand records stays small.
 */
import { Pool } from "../syntax/pool.ts";
import { sharedRoles } from "../syntax/shared-roles.ts";
import type { RoleMention } from "../syntax/slots.ts";
import { ownCopy, type Span } from "../text.ts";
import type { Kind } from "../vocabulary.ts";
import { type Digest, passageDigest, slotDigests } from "./digest.ts";
import type { Cmoc, Code, DemiRegularity, Entity, Evidence, Extract, Memo, Name, Ref, Theory, Value } from "./types.ts";

/** The span is that of the head: the heading's line, or the row. Offsets are relative to the piece, as everywhere in the model. */
interface BriefBase extends Span {
  readonly kind: Kind;
  readonly id: string;
  readonly name: Name;
  readonly idStart: number;
  readonly idEnd: number;
  /** Its evidence, then its other references. */
  readonly links: readonly (Evidence | Ref)[];
}

/** A value on one of the review's scales, which only the review can judge. */
export interface Scaled extends Span {
  readonly scale: string;
  readonly value: string;
}

/** What is or is not so of a configuration. From `Inferred` on a bit for each slot, as far as bits go. */
export const CmocFlag = { Row: 1, Notes: 2, Inferred: 4 } as const;
const MOST_BITS = 27;

/** Starts and ends, two UTF-16 units of a string each while they fit, which takes a quarter of what a list does. */
export type PackedSpans = string | readonly number[];

export interface CmocBrief extends BriefBase {
  readonly kind: "cmoc";
  /** A sum of {@link CmocFlag}. */
  readonly flags: number;
  readonly status: string | undefined;
  readonly theme: string | undefined;
  /** What each slot is, in the order of the text; configurations of the same make share one list. */
  readonly roles: readonly RoleMention[];
  /** Of each slot its start and its end: see {@link slotSpan}. */
  readonly places: PackedSpans;
  /** Its confidence. */
  readonly scales: readonly Scaled[];
  /** Equal for configurations with the same slots; 0 for one with fewer than two. */
  readonly slotsDigest: Digest;
  /** Equal for those that differ in their outcomes alone; 0 for one without a context and a mechanism. */
  readonly causeDigest: Digest;
}

export interface ExtractBrief extends BriefBase {
  readonly kind: "extract";
  readonly source: string;
  readonly coder: string | undefined;
  /** All who coded: it, and lines of it, each once. */
  readonly coders: readonly string[];
  readonly richness: string | undefined;
  readonly parked: boolean;
  /** Its own relevance, richness and rigour. */
  readonly scales: readonly Scaled[];
  /** Equal for the same words of one source; 0 for an extract that quotes none. */
  readonly passageDigest: Digest;
}

export interface TheoryBrief extends BriefBase {
  readonly kind: "theory";
  readonly stage: string | undefined;
  /** Whether something is said of counterexamples. */
  readonly considered: boolean;
}

export interface DemiRegularityBrief extends BriefBase {
  readonly kind: "demi-regularity";
  readonly moderated: boolean;
}

export interface CodeBrief extends BriefBase {
  readonly kind: "code";
  readonly role: string | undefined;
  readonly retired: boolean;
  readonly replaced: boolean;
}

export interface MemoBrief extends BriefBase {
  readonly kind: "memo";
}

export type Brief = CmocBrief | ExtractBrief | TheoryBrief | DemiRegularityBrief | CodeBrief | MemoBrief;
/** A brief of what evidence can bear on. */
export type ClaimBrief = CmocBrief | TheoryBrief | DemiRegularityBrief;

interface BriefByKind {
  readonly cmoc: CmocBrief;
  readonly extract: ExtractBrief;
  readonly theory: TheoryBrief;
  readonly "demi-regularity": DemiRegularityBrief;
  readonly code: CodeBrief;
  readonly memo: MemoBrief;
}

/** The brief of a kind of record. */
export type BriefOf<E extends Entity> = BriefByKind[E["kind"]];

export function briefOf(entity: Entity): Brief {
  switch (entity.kind) {
    case "cmoc":
      return ofCmoc(entity);
    case "extract":
      return ofExtract(entity);
    case "theory":
      return ofTheory(entity);
    case "demi-regularity":
      return ofDemiRegularity(entity);
    case "code":
      return ofCode(entity);
    case "memo":
      return ofMemo(entity);
  }
}

const NO_EVIDENCE: readonly Evidence[] = [];

/** A list that grew as it was read has room for more; what is kept has none. */
function linksOf({
  evidence,
  refs,
}: {
  readonly evidence: readonly Evidence[];
  readonly refs: readonly Ref[];
}): BriefBase["links"] {
  if (evidence.length === 0) return refs.length === 0 ? NO_LINKS : refs.slice();
  return refs.length === 0 ? evidence.slice() : evidence.concat(refs as readonly Evidence[]);
}

const NO_LINKS: BriefBase["links"] = [];

function ofCmoc(cmoc: Cmoc): CmocBrief {
  const { slots } = cmoc;
  let flags = (cmoc.row ? CmocFlag.Row : 0) + (cmoc.notes.length > 0 ? CmocFlag.Notes : 0);
  for (let at = 0; at < Math.min(slots.length, MOST_BITS); at++)
    if (slots[at]?.inferred !== undefined) flags |= CmocFlag.Inferred << at;
  const digests = slotDigests(slots);
  return {
    kind: "cmoc",
    id: ownCopy(cmoc.id),
    name: cmoc.name,
    start: cmoc.head.start,
    end: cmoc.head.end,
    idStart: cmoc.idSpan.start,
    idEnd: cmoc.idSpan.end,
    links: linksOf(cmoc),
    flags,
    status: cmoc.status && kept(cmoc.status.text),
    theme: cmoc.theme && kept(cmoc.theme.text),
    roles: sharedRoles(slots),
    places: packed(slots),
    scales: cmoc.confidence ? [scaled("confidence", cmoc.confidence)] : NO_SCALES,
    slotsDigest: digests.slots,
    causeDigest: digests.cause,
  };
}

function ofExtract(extract: Extract): ExtractBrief {
  return {
    kind: "extract",
    id: ownCopy(extract.id),
    name: extract.name,
    start: extract.head.start,
    end: extract.head.end,
    idStart: extract.idSpan.start,
    idEnd: extract.idSpan.end,
    links: linksOf(extract),
    source: kept(extract.source),
    coder: extract.coder && kept(extract.coder.text),
    coders: codersOf(extract),
    richness: extract.richness && kept(extract.richness.text),
    parked: extract.parked !== undefined,
    scales: scalesOf(extract),
    passageDigest: extract.quote ? passageDigest(extract.source, extract.quote.text) : 0,
  };
}

const NOBODY: readonly string[] = [];
/** Most extracts have one coder, of the few that a review has. */
const alone = new Map<string, readonly string[]>();
const MOST_ALONE = 200;

function codersOf({ coder, codings }: Extract): readonly string[] {
  const others = codings.some((coding) => coding.coder !== undefined && coding.coder !== coder?.text);
  if (!others) return coder === undefined || coder.text === "" ? NOBODY : oneCoder(kept(coder.text));
  const all = [coder?.text, ...codings.map((coding) => coding.coder)];
  return [...new Set(all.flatMap((name) => (name === undefined || name === "" ? [] : kept(name))))];
}

function oneCoder(name: string): readonly string[] {
  const known = alone.get(name) ?? [name];
  if (alone.size < MOST_ALONE) alone.set(name, known);
  return known;
}

const NO_SCALES: readonly Scaled[] = [];

function scalesOf(extract: Extract): readonly Scaled[] {
  const { relevance, richness, rigour } = extract;
  if (!relevance && !richness && !rigour) return NO_SCALES;
  return (["relevance", "richness", "rigour"] as const).flatMap((scale) => {
    const value = extract[scale];
    return value ? [scaled(scale, value)] : [];
  });
}

function scaled(scale: string, { text, start, end }: Value): Scaled {
  return { scale, value: kept(text), start, end };
}

function ofTheory(theory: Theory): TheoryBrief {
  return {
    kind: "theory",
    id: ownCopy(theory.id),
    name: theory.name,
    start: theory.head.start,
    end: theory.head.end,
    idStart: theory.idSpan.start,
    idEnd: theory.idSpan.end,
    links: linksOf(theory),
    stage: theory.stage && kept(theory.stage.text),
    considered: theory.counterexamples.some((value) => value.text !== ""),
  };
}

function ofDemiRegularity(demi: DemiRegularity): DemiRegularityBrief {
  return {
    kind: "demi-regularity",
    id: ownCopy(demi.id),
    name: demi.name,
    start: demi.head.start,
    end: demi.head.end,
    idStart: demi.idSpan.start,
    idEnd: demi.idSpan.end,
    links: linksOf(demi),
    moderated: demi.moderators.length > 0,
  };
}

function ofCode(code: Code): CodeBrief {
  return {
    kind: "code",
    id: ownCopy(code.id),
    name: code.name,
    start: code.head.start,
    end: code.head.end,
    idStart: code.idSpan.start,
    idEnd: code.idSpan.end,
    links: linksOf({ evidence: NO_EVIDENCE, refs: code.refs }),
    role: code.role && kept(code.role.text),
    retired: code.retired !== undefined,
    replaced: code.replacedBy !== undefined,
  };
}

function ofMemo(memo: Memo): MemoBrief {
  return {
    kind: "memo",
    id: ownCopy(memo.id),
    name: memo.name,
    start: memo.head.start,
    end: memo.head.end,
    idStart: memo.idSpan.start,
    idEnd: memo.idSpan.end,
    links: linksOf({ evidence: NO_EVIDENCE, refs: memo.refs }),
  };
}

/** Whether somebody said that a slot is inferred; undefined for the few slots that only the record itself can tell of. */
export function isInferred({ flags }: CmocBrief, index: number): boolean | undefined {
  return index < MOST_BITS ? (flags & (CmocFlag.Inferred << index)) !== 0 : undefined;
}

export function isRow({ flags }: CmocBrief): boolean {
  return (flags & CmocFlag.Row) !== 0;
}

export function hasNotes({ flags }: CmocBrief): boolean {
  return (flags & CmocFlag.Notes) !== 0;
}

const WIDEST = 0xffff;

function packed(spans: readonly Span[]): PackedSpans {
  const last = spans[spans.length - 1];
  if (!last) return "";
  const numbers: number[] = [];
  let widest = 0;
  for (const { start, end } of spans) {
    numbers.push(start, end);
    if (end > widest) widest = end;
  }
  return widest <= WIDEST && numbers.length <= 1000 ? String.fromCharCode(...numbers) : numbers;
}

/** The place of a slot, by its place in `roles`. */
export function slotSpan({ places }: CmocBrief, index: number): Span {
  if (typeof places !== "string") return { start: places[index * 2] ?? 0, end: places[index * 2 + 1] ?? 0 };
  return { start: places.charCodeAt(index * 2), end: places.charCodeAt(index * 2 + 1) };
}

export function idSpanOf({ idStart, idEnd }: Brief): Span {
  return { start: idStart, end: idEnd };
}

/** Short words that thousands of records share, each kept once. */
const words = new Pool<string>(5_000);
/** What is longer is kept as it is. */
const SHORT = 100;

/** The same words, as a string of their own that keeps no document alive. */
function kept(text: string): string {
  if (text.length > SHORT) return ownCopy(text);
  const known = words.get(text);
  if (known !== undefined) return known;
  const own = ownCopy(text);
  return words.set(own, own);
}
