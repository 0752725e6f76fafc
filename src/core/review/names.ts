/**
 * The index of a review: who defines a name, and which pieces mention it. Kept small, since a large review has a hundred thousand names:
 * references are found again in the pieces that mention the name when they are asked for, digests are kept as small numbers.
 */
import { numbered } from "../ids.ts";
import { keyOfName } from "../model/names.ts";
import type { Entity, Evidence, Name, Piece, PieceFacts, Ref } from "../model/types.ts";
import { digestsOf } from "./digest.ts";
import {
  byDefinition,
  byPlace,
  byReference,
  type Definition,
  eachRef,
  evidenceIn,
  type Placed,
  type Reference,
} from "./placed.ts";
import { type Shelf, Shelves } from "./shelf.ts";

/** What is known of one name. `stamp` is that of the last piece that was counted for it, so that a piece counts once. */
class Entry {
  definers: Shelf<Definition> | undefined = undefined;
  mentions: Shelf<Placed> | undefined = undefined;
  stamp = 0;
}

const NO_DEFINITIONS: readonly Definition[] = [];
const NO_REFERENCES: readonly Reference[] = [];
const NO_PLACED: readonly Placed[] = [];

/** A digest that more records share than this is nobody's near twin: it is asked for the first of them. */
const TWINS = 32;
/** Pieces with more references than this keep them by name once they were asked for one. */
const MANY = 64;

/** Definitions and references by name. All results are in the order of the files' paths and of the text. */
export class NameIndex {
  private readonly entries = new Map<Name, Entry>();
  private readonly digests = new Map<number, Shelf<Definition>>();
  private readonly definers = new Shelves<Definition>(byDefinition);
  private readonly placed = new Shelves<Placed>(byPlace);
  /** How many definitions of records have an id of these letters and a number. */
  private readonly prefixes = new Map<string, number>();
  private readonly large = new WeakMap<Placed, ReadonlyMap<Name, readonly Reference[]>>();
  private toggled = new Set<string>();
  private stamp = 0;

  /** Adds a piece. With `sorted`, all names stay in order: for one piece among many; without, order is mended later: for a new document. */
  add(uri: string, piece: Piece, sorted: boolean): Placed {
    const { facts, start } = piece;
    if (facts.records.length === 0) return this.mention({ uri, start, facts, definitions: NO_DEFINITIONS }, sorted);
    const definitions: Definition[] = new Array(facts.records.length);
    const placed: Placed = { uri, start, facts, definitions };
    for (let at = 0; at < facts.records.length; at++) {
      const entity = facts.records[at] as Entity;
      const definition: Definition = { placed, entity, name: entity.name };
      definitions[at] = definition;
      if (entity.name !== "") {
        const entry = this.entry(entity.name);
        entry.definers = this.definers.add(entry.definers, definition, sorted);
        this.count(entity.name, 1);
      }
      for (const digest of digestsOf(entity)) {
        const key = shortOf(digest);
        this.digests.set(key, this.definers.add(this.digests.get(key), definition, sorted));
      }
    }
    return this.mention(placed, sorted);
  }

  /** Takes a piece out again, before the `start` of any piece of its document moves. */
  remove(placed: Placed): void {
    for (const definition of placed.definitions) {
      const { entity, name } = definition;
      const entry = name === "" ? undefined : this.entries.get(name);
      if (entry) {
        entry.definers = this.definers.remove(entry.definers, definition);
        this.count(name, -1);
        this.prune(name, entry);
      }
      for (const digest of digestsOf(entity)) {
        const key = shortOf(digest);
        const left = this.definers.remove(this.digests.get(key), definition);
        if (left === undefined) this.digests.delete(key);
        else this.digests.set(key, left);
      }
    }
    const stamp = ++this.stamp;
    const take = (name: Name): void => {
      const entry = this.entries.get(name);
      if (!entry || entry.stamp === stamp) return;
      entry.stamp = stamp;
      entry.mentions = this.placed.remove(entry.mentions, placed);
      this.prune(name, entry);
    };
    eachRef(placed.facts, (ref) => eachMention(ref, take));
  }

  private mention(placed: Placed, sorted: boolean): Placed {
    const stamp = ++this.stamp;
    const take = (name: Name): void => {
      const entry = this.entry(name);
      if (entry.stamp === stamp) return;
      entry.stamp = stamp;
      entry.mentions = this.placed.add(entry.mentions, placed, sorted);
    };
    eachRef(placed.facts, (ref) => eachMention(ref, take));
    return placed;
  }

  definitions(name: Name): readonly Definition[] {
    if (name.startsWith("d:")) return this.twins(name);
    const definers = this.entries.get(name)?.definers;
    if (definers === undefined) return NO_DEFINITIONS;
    return Array.isArray(definers) ? this.definers.all(definers).slice() : [definers];
  }

  /** The first records with a digest. */
  private twins(digest: Name): readonly Definition[] {
    const found: Definition[] = [];
    for (const definition of this.definers.all(this.digests.get(shortOf(digest)))) {
      if (digestsOf(definition.entity).includes(digest)) found.push(definition);
      if (found.length === TWINS) break;
    }
    return found;
  }

  /** All records that may have the digest. */
  sharing(digest: Name): readonly Definition[] {
    return this.definers.all(this.digests.get(shortOf(digest)));
  }

  /**
   * Pieces that mention a name, in order; not to be kept. `s:` has those that cite the source or an extract of it, `p:tr` those with a
   * `[[TR9]]` that may be somebody's own.
   */
  mentioning(name: Name): readonly Placed[] {
    const mentions = this.entries.get(name)?.mentions;
    return mentions === undefined ? NO_PLACED : this.placed.all(mentions);
  }

  references(name: Name): readonly Reference[] {
    const found: Reference[] = [];
    for (const placed of this.mentioning(name)) {
      const known = isLarge(placed.facts) ? (this.large.get(placed) ?? this.largeOf(placed)) : undefined;
      if (known) for (const reference of known.get(name) ?? NO_REFERENCES) found.push(reference);
      else referencesIn(placed, name, found);
    }
    return found;
  }

  private largeOf(placed: Placed): ReadonlyMap<Name, readonly Reference[]> {
    const byName = new Map<Name, Reference[]>();
    const take = (ref: Ref | Evidence, from: Definition | undefined): void => {
      const list = byName.get(ref.name);
      if (list) list.push({ placed, ref, from });
      else byName.set(ref.name, [{ placed, ref, from }]);
    };
    for (const definition of placed.definitions) {
      for (const ref of definition.entity.refs) take(ref, definition);
      for (const ref of evidenceIn(definition.entity)) take(ref, definition);
    }
    for (const ref of placed.facts.refs) take(ref, undefined);
    for (const list of byName.values()) list.sort(byReference);
    this.large.set(placed, byName);
    return byName;
  }

  /** Whether something defines the name; sources are not defined here. */
  has(name: Name): boolean {
    return this.entries.get(name)?.definers !== undefined;
  }

  /** Every name of a record, an extract, a source, a code or a memo that is defined or mentioned. */
  *names(): Iterable<Name> {
    for (const [name, { definers, mentions }] of this.entries) {
      if (name.startsWith("p:")) continue;
      const mentioned = mentions !== undefined && (!name.startsWith("s:") || this.references(name).length > 0);
      if (definers !== undefined || mentioned) yield name;
    }
  }

  hasPrefix(prefix: string): boolean {
    return this.prefixes.has(prefix);
  }

  /** Prefixes that came or went since this was last asked. */
  takeToggled(): ReadonlySet<string> {
    if (this.toggled.size === 0) return this.toggled;
    const { toggled } = this;
    this.toggled = new Set();
    return toggled;
  }

  private count(name: Name, by: number): void {
    const prefix = prefixOf(name);
    if (prefix === undefined) return;
    const before = this.prefixes.get(prefix) ?? 0;
    const count = before + by;
    if (before === 0 || count === 0) {
      if (!this.toggled.delete(prefix)) this.toggled.add(prefix);
    }
    if (count > 0) this.prefixes.set(prefix, count);
    else this.prefixes.delete(prefix);
  }

  private entry(name: Name): Entry {
    const known = this.entries.get(name);
    if (known) return known;
    const made = new Entry();
    this.entries.set(name, made);
    return made;
  }

  private prune(name: Name, entry: Entry): void {
    if (entry.definers === undefined && entry.mentions === undefined) this.entries.delete(name);
  }
}

/** The letters before the number of a record's id: `tr` for `r:tr3`. */
export function prefixOf(name: Name): string | undefined {
  const parts = name.startsWith("r:") ? numbered(name.slice(2)) : undefined;
  return parts === undefined || parts.prefix === "" ? undefined : parts.prefix;
}

function isLarge({ records, refs }: PieceFacts): boolean {
  if (records.length > 4 || refs.length > MANY) return true;
  for (const entity of records) if (entity.refs.length + evidenceIn(entity).length > MANY) return true;
  return false;
}

function eachMention(ref: Ref | Evidence, take: (name: Name) => void): void {
  const { name } = ref;
  take(name);
  if (name.startsWith("x:")) take(`s:${keyOfName(name) ?? ""}`);
  else if (ref.weak) {
    const prefix = prefixOf(name);
    if (prefix !== undefined) take(`p:${prefix}`);
  }
}

function referencesIn(placed: Placed, name: Name, into: Reference[]): void {
  const from = into.length;
  for (const definition of placed.definitions) {
    const { entity } = definition;
    for (const ref of entity.refs) if (ref.name === name) into.push({ placed, ref, from: definition });
    for (const ref of evidenceIn(entity)) if (ref.name === name) into.push({ placed, ref, from: definition });
  }
  for (const ref of placed.facts.refs) if (ref.name === name) into.push({ placed, ref, from: undefined });
  if (into.length - from > 1) into.push(...into.splice(from).sort(byReference));
}

/** 30 bits of a digest, which a map holds without an object of its own; those that share them are told apart when asked for. */
function shortOf(digest: Name): number {
  let hash = 0;
  for (let at = 0; at < digest.length; at++) hash = (Math.imul(hash, 31) + digest.charCodeAt(at)) | 0;
  return hash & 0x3fffffff;
}
