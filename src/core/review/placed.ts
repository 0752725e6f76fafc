/** What stands where in a review: pieces of documents, the records and the references in them. */
import type { Entity, Evidence, Name, PieceFacts, Ref } from "../model/types.ts";

/** One piece of one document in one review. `start` moves when text before it changes; the facts are shared and never change. */
export interface Placed {
  readonly uri: string;
  start: number;
  readonly facts: PieceFacts;
  /** One for each record of the facts, in their order. */
  readonly definitions: readonly Definition[];
}

/** A record where it stands; its spans are relative to `placed.start`. */
export interface Definition<E extends Entity = Entity> {
  readonly placed: Placed;
  readonly entity: E;
  readonly name: Name;
}

/** A reference where it stands, and the record it stands in. Made when asked for: compare `ref`, not the reference. */
export interface Reference {
  readonly placed: Placed;
  readonly ref: Ref | Evidence;
  readonly from: Definition | undefined;
}

export function isEvidence(ref: Ref | Evidence): ref is Evidence {
  return "stance" in ref;
}

const NO_EVIDENCE: readonly Evidence[] = [];

export function evidenceIn(entity: Entity): readonly Evidence[] {
  return "evidence" in entity ? entity.evidence : NO_EVIDENCE;
}

/** Calls `take` for each reference of a piece: those of its records, then those outside records. */
export function eachRef(facts: PieceFacts, take: (ref: Ref | Evidence, from: Entity | undefined) => void): void {
  for (const entity of facts.records) {
    for (const ref of entity.refs) take(ref, entity);
    for (const ref of evidenceIn(entity)) take(ref, entity);
  }
  for (const ref of facts.refs) take(ref, undefined);
}

/** The order of paths, then of the text. */
export function byPlace(a: Placed, b: Placed): number {
  return a.uri === b.uri ? a.start - b.start : a.uri < b.uri ? -1 : 1;
}

export function byDefinition(a: Definition, b: Definition): number {
  return a.placed === b.placed ? a.entity.start - b.entity.start : byPlace(a.placed, b.placed);
}

export function byReference(a: Reference, b: Reference): number {
  return a.placed === b.placed ? a.ref.start - b.ref.start || a.ref.end - b.ref.end : byPlace(a.placed, b.placed);
}
