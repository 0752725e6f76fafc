/** What stands where in a review: pieces of documents, the records and the references in them. */
import type { Brief, BriefOf } from "../model/brief.ts";
import type { PieceFacts } from "../model/piece-facts.ts";
import { type Reading, readAgain } from "../model/read-piece.ts";
import type { Entity, Evidence, Name, Ref } from "../model/types.ts";

/** A document as its pieces know it; what changes in it changes here. */
export interface Home {
  readonly uri: string;
  slice(start: number, end: number): string;
  readonly reading: Reading | undefined;
  /** Records that were read again of late. */
  readonly recent: RecentRecords;
}

/** One piece of one document in one review. `start` moves when text before it changes; the facts are shared and never change. */
export class Placed {
  readonly home: Home;
  start: number;
  readonly facts: PieceFacts;

  constructor(home: Home, start: number, facts: PieceFacts) {
    this.home = home;
    this.start = start;
    this.facts = facts;
  }

  get uri(): string {
    return this.home.uri;
  }

  /** One for each record of the facts, in their order; made when asked for. */
  get definitions(): readonly Definition[] {
    const { count } = this.facts;
    if (count === 1) return [new Definition(this, 0)];
    return count === 0 ? NO_DEFINITIONS : Array.from({ length: count }, (_, index) => new Definition(this, index));
  }

  /** The text of the piece. */
  get text(): string {
    return this.home.slice(this.start, this.start + this.facts.length);
  }

  /** The records of the facts as whole entities, read again from the text. */
  get entities(): readonly Entity[] {
    return this.home.recent.of(this);
  }
}

const NO_DEFINITIONS: readonly Definition[] = [];

/**
 * A record where it stands; its spans are relative to `placed.start`. Made when asked for: two of them are the same record when their briefs are
 * the same object.
 */
export class Definition<E extends Entity = Entity> {
  readonly placed: Placed;
  /** Its place among the records of its piece. */
  readonly index: number;

  constructor(placed: Placed, index: number) {
    this.placed = placed;
    this.index = index;
  }

  get brief(): BriefOf<E> {
    return this.placed.facts.record(this.index) as BriefOf<E>;
  }

  get name(): Name {
    return this.brief.name;
  }

  /** The whole record, read from its text: for what is shown, edited or told of one record, not for what looks at all of them. */
  get entity(): E {
    return this.placed.entities[this.index] as E;
  }
}

const NO_ENTITIES: readonly Entity[] = [];
/** How many pieces are remembered. */
const MOST_RECENT = 256;

/** Keeps the records that were read again last, so that asking for one several times reads it once. */
export class RecentRecords {
  private readonly read = new Map<Placed, readonly Entity[]>();

  of(placed: Placed): readonly Entity[] {
    const known = this.read.get(placed);
    if (known) return known;
    const { reading } = placed.home;
    const records = reading ? readAgain(placed.text, placed.facts.key, reading) : NO_ENTITIES;
    if (this.read.size >= MOST_RECENT) for (const oldest of this.read.keys()) if (this.read.delete(oldest)) break;
    this.read.set(placed, records);
    return records;
  }

  forget(placed: Placed): void {
    this.read.delete(placed);
  }
}

/** A reference where it stands, and the record it stands in. Made when asked for: compare `ref`, not the reference. */
export interface Reference {
  readonly placed: Placed;
  readonly ref: Ref | Evidence;
  readonly from: Definition | undefined;
}

export function isEvidence(ref: Ref | Evidence): ref is Evidence {
  return (ref as Partial<Evidence>).stance !== undefined;
}

/** Calls `take` for each reference of a piece: those of its records, then those outside records. */
export function eachRef(facts: PieceFacts, take: (ref: Ref | Evidence, from: Brief | undefined) => void): void {
  for (let index = 0; index < facts.count; index++) {
    const brief = facts.record(index);
    for (const ref of brief.links) take(ref, brief);
  }
  for (const ref of facts.refs) take(ref, undefined);
}

/** The order of paths, then of the text. */
export function byPlace(a: Placed, b: Placed): number {
  return a.home === b.home ? a.start - b.start : a.uri < b.uri ? -1 : a.uri === b.uri ? a.start - b.start : 1;
}

export function byReference(a: Reference, b: Reference): number {
  return a.placed === b.placed ? a.ref.start - b.ref.start || a.ref.end - b.ref.end : byPlace(a.placed, b.placed);
}
