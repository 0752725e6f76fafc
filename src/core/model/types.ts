/**
 * What a review is made of. Everything here is read from one piece of one document by a pure function and is never changed. The facts of a
 * document (briefs of its records, references, findings) are kept, and shared between reviews (another commit, another branch) that hold the
 * same text; a record's whole entity is read again from its text when it is asked for.
 *
 * Spans are UTF-16 offsets relative to the piece that holds the record; `Placed` (review/placed.ts) knows where the piece begins.
 */

import type { Finding } from "../syntax/finding.ts";
import type { RoleMention, Slot } from "../syntax/slots.ts";
import type { Span } from "../text.ts";
import type { Scheme, Stance } from "../vocabulary.ts";
import type { FrontMatterBrief } from "./front-matter-brief.ts";
import type { PieceFacts } from "./piece-facts.ts";

/**
 * What a reference means, in one string that maps compare: `r:tr3` (a configuration, theory or demi-regularity), `x:okafor2014#e4` (an extract),
 * `s:okafor2014` (a source), `c:trust` (a code), `m:2026-03-02` (a memo). Ids are in their compared form, citation keys as they are.
 */
export type Name = string;

/** A reference as it stands in the text; a range gives one for each id, all with the range's span. */
export interface Ref extends Span {
  readonly name: Name;
  /** The canonical id, for people: `CMOC4`, `@okafor2014#e4`, `trust`. */
  readonly id: string;
  /** Where it stands: the label of its field, or `prose`. */
  readonly field: string;
  readonly reason?: string;
  /** The range it comes from, as written: `TR1–TR4`. */
  readonly range?: string;
  /** A bare `@word` outside records or a `[[…]]` that may be somebody's own: counts only if it names something (or, for `[[…]]`, looks like an id of the review). */
  readonly weak?: true;
  /**
   * The destination, when the reference is the text of a Markdown link, and the span of the whole link. In running words a link without a target is
   * somebody's own, which the reference only stands in.
   */
  readonly target?: string;
  readonly link?: Span;
  /** It stands in a reason, where it links nothing. */
  readonly inReason?: true;
}

/**
 * Evidence: at a record the other end is an extract or a source, at an extract it is a record. A link is (extract, record, stance), of a row without an id (extract, place, stance);
 * the same link may be written at both ends and several times, its slots and reasons are then united.
 */
export interface Evidence extends Ref {
  readonly stance: Stance;
  /** The slots that it speaks to, none for the whole. A link written under one of several slots of a role has that slot's counted number. */
  readonly slots: readonly RoleMention[];
  readonly locator?: string;
}

/** A value of a field. */
export interface Value extends Span {
  readonly text: string;
  readonly reason?: string;
}

export interface RecordBase extends Span {
  /** Canonical, as written: `TR3`, `CMOC4`, `e4`. Empty only for a table's row without an id. */
  readonly id: string;
  readonly name: Name;
  readonly title: string;
  /** The id in the heading (with its kind's number form), or in the row. */
  readonly idSpan: Span;
  /** The heading's line, or the row. */
  readonly head: Span;
  readonly notes: readonly Value[];
  readonly tags: readonly string[];
  /** References in fields other than evidence, and in prose. */
  readonly refs: readonly Ref[];
}

export type Spelling = "fields" | "sentence" | "table" | "none";
export type Relation = "leads to" | "moderates" | "rival of" | "specialises" | "merges" | "merged into";
export const RELATIONS: readonly Relation[] = [
  "leads to",
  "moderates",
  "rival of",
  "specialises",
  "merges",
  "merged into",
];

export interface Cmoc extends RecordBase {
  readonly kind: "cmoc";
  readonly spelling: Spelling;
  readonly slots: readonly Slot[];
  /** Slot labels with nothing after them. */
  readonly empty: readonly (Span & { readonly role: string })[];
  readonly status: Value | undefined;
  readonly theme: Value | undefined;
  readonly confidence: Value | undefined;
  readonly evidence: readonly Evidence[];
  /** `refs` whose field is `theory` or one of {@link RELATIONS} are its links to records. */
  readonly row: boolean;
}

export interface Theory extends RecordBase {
  readonly kind: "theory";
  readonly stage: Value | undefined;
  readonly scope: Value | undefined;
  readonly evidence: readonly Evidence[];
  readonly boundary: readonly Value[];
  /** What `counterexamples` says, references included; each `@x#e1` in it is also evidence that refutes. */
  readonly counterexamples: readonly Value[];
}

export interface DemiRegularity extends RecordBase {
  readonly kind: "demi-regularity";
  readonly evidence: readonly Evidence[];
  readonly moderators: readonly Value[];
  readonly boundary: readonly Value[];
  readonly counterexamples: readonly Value[];
}

/** A stand-off coding line: `C shared-history: "succeeded together before" (RM)`. */
export interface Coding extends Span {
  readonly role?: RoleMention;
  readonly code?: string;
  readonly codeSpan?: Span;
  readonly words: readonly Value[];
  readonly coder?: string;
}

export interface Extract extends RecordBase {
  readonly kind: "extract";
  /** The citation key of its source. */
  readonly source: string;
  /** The block quotes, joined by ` … `. */
  readonly quote: Value | undefined;
  readonly paraphrase: Value | undefined;
  readonly at: Value | undefined;
  readonly voice: Value | undefined;
  readonly parked: Value | undefined;
  readonly coder: Value | undefined;
  readonly origin: Value | undefined;
  /** The highlight that it was imported from. */
  readonly annotation: Value | undefined;
  readonly relevance: Value | undefined;
  readonly richness: Value | undefined;
  readonly rigour: Value | undefined;
  readonly codings: readonly Coding[];
  readonly evidence: readonly Evidence[];
  /** A tagged sentence outside the quote that restates the passage as a configuration. */
  readonly restated: readonly Slot[];
}

export interface Code extends RecordBase {
  readonly kind: "code";
  readonly role: Value | undefined;
  readonly definition: Value | undefined;
  readonly origin: Value | undefined;
  readonly parent: Ref | undefined;
  readonly replacedBy: Ref | undefined;
  readonly retired: Value | undefined;
}

export interface Memo extends RecordBase {
  readonly kind: "memo";
  readonly by: Value | undefined;
  readonly memoKind: Value | undefined;
}

export type Entity = Cmoc | Theory | DemiRegularity | Extract | Code | Memo;
/** A kind that evidence can bear on. */
export type Claim = Cmoc | Theory | DemiRegularity;

/** 1 for a heading that is switched off, 2 for a record: a sum. */
export type PieceKey = number;

/** Looks at a record by itself as it is read, and adds what is wrong with it to `findings`. */
export type Inspect = (entity: Entity, scheme: Scheme, findings: Finding[]) => void;

/** A document, read. */
export interface DocumentFacts {
  /** Present when the document has front matter; spans are relative to the document. */
  readonly frontMatter?: FrontMatterBrief;
  /** Findings about the document as a whole, relative to it. */
  readonly findings: readonly Finding[];
  /** Where the first piece begins: after a byte order mark and the front matter. */
  readonly from: number;
  /** Consecutive, to the end of the text. */
  readonly pieces: readonly PieceFacts[];
}
