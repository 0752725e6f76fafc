/**
 * The index of a review: which pieces define a name, and which mention it. Kept small, since a large review has a hundred thousand names:
 * definitions and references are found again in those pieces when they are asked for.
 */
import type { Brief } from "../model/brief.ts";
import type { Digest } from "../model/digest.ts";
import { keyOfName } from "../model/names.ts";
import type { PieceFacts } from "../model/piece-facts.ts";
import type { Evidence, Name, Ref } from "../model/types.ts";
import { ownCopy } from "../text.ts";
import { NameMap } from "./name-map.ts";
import { NumberMap } from "./number-map.ts";
import { Odd } from "./odd.ts";
import { byPlace, byReference, Definition, type Placed, type Reference } from "./placed.ts";
import { Prefixes, prefixOf } from "./prefixes.ts";
import { type Shelf, Shelves } from "./shelf.ts";

/** What is known of one name. */
class Entry {
  readonly name: Name;
  /** How it is written where it was first met. */
  id: string | undefined = undefined;
  definers: Shelf<Placed> | undefined = undefined;
  mentions: Shelf<Placed> | undefined = undefined;

  constructor(name: Name) {
    this.name = name;
  }
}

const NO_DEFINITIONS: readonly Definition[] = [];
const NO_REFERENCES: readonly Reference[] = [];
const NO_PLACED: readonly Placed[] = [];

/** A digest that more records share than this is nobody's near twin: it is asked for the first of them. */
const TWINS = 32;
/** Pieces with more references than this keep them by name once they were asked for one. */
const MANY = 64;

/** Pieces with more records than this keep them by name and by digest once they were asked for one. */
const FEW = 8;
const NO_PLACES: readonly number[] = [];

interface Tables {
  readonly names: Map<Name, number[]>;
  readonly digests: Map<Digest, number[]>;
}

function put<K>(map: Map<K, number[]>, key: K, index: number): void {
  const known = map.get(key);
  if (known) known.push(index);
  else map.set(key, [index]);
}

function placesIn(facts: PieceFacts, isSo: (brief: Brief) => boolean): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < facts.count; index++) if (isSo(facts.record(index))) found.push(index);
  return found;
}

/** Definitions and references by name. All results are in the order of the files' paths and of the text. */
export class NameIndex {
  private readonly entries = new NameMap<Entry>();
  /** By 30 bits of a digest. */
  private readonly digests = new NumberMap<Shelf<Placed>>();
  private readonly shelves = new Shelves<Placed>(byPlace);
  private readonly prefixes = new Prefixes();
  private readonly tables = new WeakMap<PieceFacts, Tables>();
  private readonly large = new WeakMap<Placed, ReadonlyMap<Name, readonly Reference[]>>();
  /** Names of extracts by their source, from when they were first asked for. */
  private bySource: Map<string, Set<Name>> | undefined;
  /** What was looked up last: several checks ask for one name in turn. */
  private asked: Entry | undefined;

  /** Adds a piece. With `sorted`, all names stay in order: for one piece among many; without, order is mended later: for a new document. */
  add(placed: Placed, sorted: boolean): void {
    const { facts } = placed;
    this.shelves.begin(placed, sorted);
    for (let at = 0; at < facts.count; at++) {
      const brief = facts.record(at);
      if (brief.name !== "") this.addDefiner(brief, placed);
      this.addDigest(firstDigest(brief), placed);
      this.addDigest(secondDigest(brief), placed);
      for (const link of brief.links) this.addMention(link, placed);
    }
    for (const ref of facts.refs) this.addMention(ref, placed);
  }

  private addDefiner(brief: Brief, placed: Placed): void {
    const entry = this.entry(brief.name);
    const same = brief as { name: Name; id: string };
    same.name = entry.name;
    same.id = oneId(brief.id, entry);
    entry.definers = this.shelves.put(entry.definers, placed);
    this.prefixes.count(entry.name, 1);
  }

  private addMention(ref: Ref | Evidence, placed: Placed): void {
    const entry = this.entry(ref.name);
    const same = ref as { name: Name; id: string };
    same.name = entry.name;
    same.id = oneId(ref.id, entry);
    entry.mentions = this.shelves.put(entry.mentions, placed);
    const prefix = ref.weak ? prefixOf(ref.name) : undefined;
    if (prefix === undefined) return;
    const somebodys = this.entry(`p:${prefix}`);
    somebodys.mentions = this.shelves.put(somebodys.mentions, placed);
  }

  private addDigest(digest: Digest, placed: Placed): void {
    if (digest === 0) return;
    const key = shortOf(digest);
    const known = this.digests.get(key);
    const shelf = this.shelves.put(known, placed);
    if (shelf !== known) this.digests.set(key, shelf);
  }

  /** Takes a piece out again, before the `start` of any piece of its document moves. */
  remove(placed: Placed): void {
    const { facts } = placed;
    for (let at = 0; at < facts.count; at++) {
      const brief = facts.record(at);
      if (brief.name !== "") this.removeDefiner(brief.name, placed);
      this.removeDigest(firstDigest(brief), placed);
      this.removeDigest(secondDigest(brief), placed);
      for (const link of brief.links) this.removeMention(link, placed);
    }
    for (const ref of facts.refs) this.removeMention(ref, placed);
  }

  /** Called for each record of the piece that bears the name; the first call takes the piece out. */
  private removeDefiner(name: Name, placed: Placed): void {
    this.prefixes.count(name, -1);
    const entry = this.entries.get(name);
    if (!entry) return;
    entry.definers = this.shelves.remove(entry.definers, placed);
    this.prune(entry);
  }

  private removeMention(ref: Ref | Evidence, placed: Placed): void {
    this.forget(ref.name, placed);
    const prefix = ref.weak ? prefixOf(ref.name) : undefined;
    if (prefix !== undefined) this.forget(`p:${prefix}`, placed);
  }

  private removeDigest(digest: Digest, placed: Placed): void {
    if (digest === 0) return;
    const key = shortOf(digest);
    const left = this.shelves.remove(this.digests.get(key), placed);
    if (left === undefined) this.digests.delete(key);
    else this.digests.set(key, left);
  }

  private forget(name: Name, placed: Placed): void {
    const entry = this.entries.get(name);
    if (!entry) return;
    entry.mentions = this.shelves.remove(entry.mentions, placed);
    this.prune(entry);
  }

  private find(name: Name): Entry | undefined {
    if (this.asked?.name === name) return this.asked;
    const found = this.entries.get(name);
    if (found) this.asked = found;
    return found;
  }

  definitions(name: Name): readonly Definition[] {
    const definers = this.find(name)?.definers;
    if (definers === undefined) return NO_DEFINITIONS;
    if (!Array.isArray(definers) && definers.facts.count === 1) return [new Definition(definers, 0)];
    const found: Definition[] = [];
    for (const placed of this.shelves.all(definers)) {
      for (const index of this.named(placed, name)) found.push(new Definition(placed, index));
    }
    return found;
  }

  /** The brief of the first definition, without an object for it. */
  first(name: Name): Brief | undefined {
    const definers = this.find(name)?.definers;
    if (definers === undefined) return undefined;
    if (!Array.isArray(definers) && definers.facts.count === 1) return definers.facts.record(0);
    const placed = Array.isArray(definers) ? this.shelves.all(definers)[0] : definers;
    const [index] = placed ? this.named(placed, name) : NO_PLACES;
    return index === undefined ? undefined : placed?.facts.record(index);
  }

  /** Whether two records or more may have a digest. */
  hasTwins(digest: Digest): boolean {
    const shelf = digest === 0 ? undefined : this.digests.get(shortOf(digest));
    return shelf !== undefined && (Array.isArray(shelf) || shelf.facts.count > 1);
  }

  /** The first records with a digest. */
  twins(digest: Digest): readonly Definition[] {
    const found: Definition[] = [];
    if (digest === 0) return found;
    for (const placed of this.sharing(digest)) {
      for (const index of this.alike(placed, digest)) {
        found.push(new Definition(placed, index));
        if (found.length === TWINS) return found;
      }
    }
    return found;
  }

  /** Places of the records of a piece that bear a name. */
  private named({ facts }: Placed, name: Name): readonly number[] {
    if (facts.count > FEW) return this.tablesOf(facts).names.get(name) ?? NO_PLACES;
    return placesIn(facts, (brief) => brief.name === name);
  }

  private alike({ facts }: Placed, digest: Digest): readonly number[] {
    if (facts.count > FEW) return this.tablesOf(facts).digests.get(digest) ?? NO_PLACES;
    return placesIn(facts, (brief) => hasDigest(brief, digest));
  }

  /** A table of thousands of rows is one piece: its records are found by a map, made when first asked for. */
  private tablesOf(facts: PieceFacts): Tables {
    const known = this.tables.get(facts);
    if (known) return known;
    const made: Tables = { names: new Map(), digests: new Map() };
    for (let index = 0; index < facts.count; index++) {
      const brief = facts.record(index);
      put(made.names, brief.name, index);
      eachDigest(brief, (digest) => put(made.digests, digest, index));
    }
    this.tables.set(facts, made);
    return made;
  }

  /** All pieces with a record that may have the digest. */
  sharing(digest: Digest): readonly Placed[] {
    return this.shelves.all(this.digests.get(shortOf(digest)));
  }

  /** Pieces that mention a name, in order; not to be kept. `p:tr` has those with a `[[TR9]]` that may be somebody's own. */
  mentioning(name: Name): readonly Placed[] {
    const mentions = this.find(name)?.mentions;
    return mentions === undefined ? NO_PLACED : this.shelves.all(mentions);
  }

  /** Names of the extracts of a source that something defines or mentions. */
  extractsOf(key: string): Iterable<Name> {
    if (!this.bySource) {
      this.bySource = new Map();
      for (const { name } of this.entries.values()) this.noteExtract(name);
    }
    return this.bySource.get(key) ?? [];
  }

  private noteExtract(name: Name): void {
    if (!this.bySource || !name.startsWith("x:")) return;
    const key = keyOfName(name) ?? "";
    const known = this.bySource.get(key);
    if (known) known.add(name);
    else this.bySource.set(key, new Set([name]));
  }

  references(name: Name): readonly Reference[] {
    const found: Reference[] = [];
    for (const placed of this.mentioning(name)) for (const each of this.referencesOf(placed, name)) found.push(each);
    return found;
  }

  /** The first of {@link references}, which may be many. */
  firstReference(name: Name): Reference | undefined {
    for (const placed of this.mentioning(name)) {
      const [first] = this.referencesOf(placed, name);
      if (first) return first;
    }
    return undefined;
  }

  /** Those of {@link references} that stand in one piece. */
  referencesOf(placed: Placed, name: Name): readonly Reference[] {
    if (isLarge(placed.facts)) return (this.large.get(placed) ?? this.largeOf(placed)).get(name) ?? NO_REFERENCES;
    const found: Reference[] = [];
    referencesIn(placed, name, found);
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
      for (const ref of definition.brief.links) take(ref, definition);
    }
    for (const ref of placed.facts.refs) take(ref, undefined);
    for (const list of byName.values()) list.sort(byReference);
    this.large.set(placed, byName);
    return byName;
  }

  /** What is out of the ordinary. Looks at every name. */
  odd(): Odd {
    const odd = new Odd();
    for (const { name, definers, mentions } of this.entries.values())
      if (!name.startsWith("p:")) odd.take(name, definers, mentions);
    return odd;
  }

  /** Whether two things or more define the name. */
  isShared(name: Name): boolean {
    const definers = this.find(name)?.definers;
    return definers !== undefined && (Array.isArray(definers) || definers.facts.count > 1);
  }

  /** Whether something defines the name; sources are not defined here. */
  has(name: Name): boolean {
    return this.find(name)?.definers !== undefined;
  }

  /** Every name of a record, an extract, a source, a code or a memo that is defined or mentioned. */
  *names(): Iterable<Name> {
    for (const { name, definers, mentions } of this.entries.values()) {
      if (name.startsWith("p:")) continue;
      if (definers !== undefined || mentions !== undefined) yield name;
    }
  }

  hasPrefix(prefix: string): boolean {
    return this.prefixes.has(prefix);
  }

  /** Prefixes that came or went since this was last asked. */
  takeToggled(): ReadonlySet<string> {
    return this.prefixes.takeToggled();
  }

  private entry(name: Name): Entry {
    const known = this.entries.get(name);
    if (known) return known;
    const made = new Entry(ownCopy(name));
    this.entries.add(made);
    if (this.bySource) this.noteExtract(made.name);
    return made;
  }

  private prune({ name, definers, mentions }: Entry): void {
    if (definers !== undefined || mentions !== undefined) return;
    this.asked = undefined;
    this.entries.delete(name);
    if (this.bySource && name.startsWith("x:")) this.bySource.get(keyOfName(name) ?? "")?.delete(name);
  }
}

/** A hundred thousand references have one string for each name and id: the thing says the same as before. */
function oneId(id: string, entry: Entry): string {
  entry.id ??= ownCopy(id);
  return entry.id === id ? entry.id : id;
}

/** The digests by which a record finds its twins, 0 for none. */
function firstDigest(brief: Brief): Digest {
  if (brief.kind === "extract") return brief.passageDigest;
  return brief.kind === "cmoc" ? brief.slotsDigest : 0;
}

function secondDigest(brief: Brief): Digest {
  return brief.kind === "cmoc" ? brief.causeDigest : 0;
}

export function eachDigest(brief: Brief, take: (digest: Digest) => void): void {
  const first = firstDigest(brief);
  const second = secondDigest(brief);
  if (first !== 0) take(first);
  if (second !== 0) take(second);
}

function hasDigest(brief: Brief, digest: Digest): boolean {
  return firstDigest(brief) === digest || secondDigest(brief) === digest;
}

function isLarge(facts: PieceFacts): boolean {
  const { count, refs } = facts;
  if (count > 4 || refs.length > MANY) return true;
  for (let index = 0; index < count; index++) if (facts.record(index).links.length > MANY) return true;
  return false;
}

function referencesIn(placed: Placed, name: Name, into: Reference[]): void {
  const from = into.length;
  const { facts } = placed;
  for (let index = 0; index < facts.count; index++) {
    for (const ref of facts.record(index).links) if (ref.name === name) into.push(referenceOf(placed, ref, index));
  }
  for (const ref of facts.refs) if (ref.name === name) into.push({ placed, ref, from: undefined });
  if (into.length - from > 1) for (const one of into.splice(from).sort(byReference)) into.push(one);
}

function referenceOf(placed: Placed, ref: Ref | Evidence, index: number): Reference {
  return { placed, ref, from: new Definition(placed, index) };
}

function shortOf(digest: Digest): number {
  return (digest % 0x40000000) | 0;
}
