/** The index of a review: who defines a name, and who mentions it. Kept small, since a large review has a hundred thousand names. */
import { numbered } from "../ids.ts";
import type { Entity, Evidence, Name, Piece, PieceFacts, Ref } from "../model/types.ts";

/** One piece of one document in one review. `start` moves when text before it changes; the facts are shared and never change. */
export interface Placed {
  readonly uri: string;
  start: number;
  readonly facts: PieceFacts;
  readonly definitions: readonly Definition[];
}

/** A record where it stands; its spans are relative to `placed.start`. */
export interface Definition<E extends Entity = Entity> {
  readonly placed: Placed;
  readonly entity: E;
  readonly name: Name;
}

/** A reference where it stands, and the record it stands in. */
export interface Reference {
  readonly placed: Placed;
  readonly ref: Ref | Evidence;
  readonly from: Definition | undefined;
}

export function isEvidence(ref: Ref | Evidence): ref is Evidence {
  return "stance" in ref;
}

interface Entry {
  definitions: Definition[];
  references: Reference[];
}

const NO_DEFINITIONS: readonly Definition[] = [];
const NO_REFERENCES: readonly Reference[] = [];

function byPlace(a: Placed, b: Placed): number {
  return a.uri === b.uri ? a.start - b.start : a.uri < b.uri ? -1 : 1;
}

/** Definitions and references by name. All results are in the order of the files' paths and of the text. */
export class NameIndex {
  private readonly entries = new Map<Name, Entry>();
  /** How many definitions of records have an id of these letters and a number. */
  private readonly prefixes = new Map<string, number>();

  /** Adds a piece. Names that it defines or mentions are added to `touched`. */
  add(uri: string, piece: Piece, digests: (entity: Entity) => readonly Name[], touched: Set<Name>): Placed {
    const definitions: Definition[] = [];
    const placed: Placed = { uri, start: piece.start, facts: piece.facts, definitions };
    for (const entity of piece.facts.records) {
      const definition: Definition = { placed, entity, name: entity.name };
      definitions.push(definition);
      if (entity.name !== "") this.entry(entity.name, touched).definitions.push(definition);
      this.prefix(entity.name, 1);
      for (const digest of digests(entity)) this.entry(digest, touched).definitions.push(definition);
      for (const ref of entity.refs) this.entry(ref.name, touched).references.push({ placed, ref, from: definition });
      if ("evidence" in entity)
        for (const ref of entity.evidence)
          this.entry(ref.name, touched).references.push({ placed, ref, from: definition });
    }
    for (const ref of piece.facts.refs) this.entry(ref.name, touched).references.push({ placed, ref, from: undefined });
    return placed;
  }

  /** Takes a piece out again. */
  remove(placed: Placed, digests: (entity: Entity) => readonly Name[], touched: Set<Name>): void {
    const names = new Set<Name>();
    for (const { entity } of placed.definitions) {
      if (entity.name !== "") names.add(entity.name);
      this.prefix(entity.name, -1);
      for (const digest of digests(entity)) names.add(digest);
      for (const ref of entity.refs) names.add(ref.name);
      if ("evidence" in entity) for (const ref of entity.evidence) names.add(ref.name);
    }
    for (const ref of placed.facts.refs) names.add(ref.name);
    for (const name of names) {
      const entry = this.entry(name, touched);
      entry.definitions = entry.definitions.filter((definition) => definition.placed !== placed);
      entry.references = entry.references.filter((reference) => reference.placed !== placed);
      if (entry.definitions.length === 0 && entry.references.length === 0) this.entries.delete(name);
    }
  }

  definitions(name: Name): readonly Definition[] {
    const found = this.entries.get(name)?.definitions;
    if (!found || found.length === 0) return NO_DEFINITIONS;
    return found.length === 1
      ? found
      : [...found].sort((a, b) => byPlace(a.placed, b.placed) || a.entity.start - b.entity.start);
  }

  references(name: Name): readonly Reference[] {
    const found = this.entries.get(name)?.references;
    if (!found || found.length === 0) return NO_REFERENCES;
    return found.length === 1
      ? found
      : [...found].sort((a, b) => byPlace(a.placed, b.placed) || a.ref.start - b.ref.start);
  }

  has(name: Name): boolean {
    return (this.entries.get(name)?.definitions.length ?? 0) > 0;
  }

  names(): Iterable<Name> {
    return this.entries.keys();
  }

  hasPrefix(prefix: string): boolean {
    return this.prefixes.has(prefix);
  }

  private prefix(name: Name, by: number): void {
    const parts = name.startsWith("r:") ? numbered(name.slice(2)) : undefined;
    if (!parts || parts.prefix === "") return;
    const count = (this.prefixes.get(parts.prefix) ?? 0) + by;
    if (count > 0) this.prefixes.set(parts.prefix, count);
    else this.prefixes.delete(parts.prefix);
  }

  private entry(name: Name, touched: Set<Name>): Entry {
    touched.add(name);
    const known = this.entries.get(name);
    if (known) return known;
    const made: Entry = { definitions: [], references: [] };
    this.entries.set(name, made);
    return made;
  }
}
