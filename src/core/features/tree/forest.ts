/** The configurations of a review in groups, as a tree shows them: kept while a change leaves every one of them where it is. */
import { compareIds, numbered } from "../../ids.ts";
import type { Cmoc, Name } from "../../model/types.ts";
import { Definition } from "../../review/placed.ts";
import type { Change, Review } from "../../review.ts";
import { tallyOf } from "../card/stances.ts";
import {
  evidenceOf,
  type Grouping,
  type GroupPath,
  groupLabel,
  groupOrder,
  groupsOf,
  theoriesOfAll,
} from "./grouping.ts";
import { holds, wanted, wordsOf } from "./titles.ts";

export type Sorting = "file" | "id" | "evidence";

export interface ForestOptions {
  readonly by: Grouping;
  readonly sort: Sorting;
  readonly filter: string | undefined;
}

/** One configuration. */
export interface Leaf {
  definition: Definition<Cmoc>;
  /** Its name, with a count where several bear it; of one without an id its file and its place among such rows there. */
  readonly key: string;
  readonly paths: readonly GroupPath[];
  readonly isShown: boolean;
  /** How many links it has, once it was sorted by that. */
  amount: number | undefined;
}

export interface Group {
  readonly path: GroupPath;
  readonly groups: Map<string, Group>;
  readonly leaves: Leaf[];
  /** Configurations in it and below it. */
  size: number;
  sorted: boolean;
  places: Map<string, number> | undefined;
}

function groupAt(path: GroupPath): Group {
  return { path, groups: new Map(), leaves: [], size: 0, sorted: false, places: undefined };
}

export class Forest {
  readonly options: ForestOptions;
  private readonly review: Review;
  private readonly words: readonly string[];
  private readonly byUri = new Map<string, readonly Leaf[]>();
  private readonly byKey = new Map<string, Leaf>();
  private top: Group = groupAt([]);
  private revision: number | undefined;
  /** While all configurations are read. */
  private theoriesOf: ((name: Name) => readonly Name[]) | undefined;

  constructor(review: Review, options: ForestOptions) {
    this.review = review;
    this.options = options;
    this.words = wanted(options.filter);
  }

  get isFiltered(): boolean {
    return this.words.length > 0;
  }

  /** The groups; `leaves` of the top are none. */
  root(): Group {
    if (this.revision !== this.review.revision) this.build();
    return this.top;
  }

  leaf(key: string): Leaf | undefined {
    this.root();
    return this.byKey.get(key);
  }

  /** All that bear a name. */
  leavesNamed(name: Name): readonly Leaf[] {
    this.root();
    return this.named(name);
  }

  private named(name: Name): readonly Leaf[] {
    const found: Leaf[] = [];
    let leaf = name === "" ? undefined : this.byKey.get(name);
    for (let count = 1; leaf; count++) {
      found.push(leaf);
      leaf = this.byKey.get(`${name}~${count}`);
    }
    return found;
  }

  leavesIn(uri: string): readonly Leaf[] {
    this.root();
    return this.byUri.get(uri) ?? [];
  }

  private build(): void {
    const { review } = this;
    this.revision = review.revision;
    this.byUri.clear();
    this.byKey.clear();
    this.top = groupAt([]);
    const shared = new Map<Name, number>();
    this.theoriesOf = this.options.by === "theory" ? theoriesOfAll(review) : undefined;
    for (const uri of review.uris()) {
      const leaves = this.read(uri, shared);
      if (leaves.length === 0) continue;
      this.byUri.set(uri, leaves);
      for (const leaf of leaves) {
        this.byKey.set(leaf.key, leaf);
        if (leaf.isShown) for (const path of leaf.paths) this.place(leaf, path);
      }
    }
    this.theoriesOf = undefined;
    if (this.options.by === "theory" && !this.isFiltered) this.placeTheories();
    const { by } = this.options;
    const order = groupOrder(by);
    const labelled = [...this.top.groups].map((entry) => ({ entry, label: groupLabel(entry[1].path, by, review) }));
    labelled.sort((a, b) => order(a.label, b.label));
    this.top.groups.clear();
    for (const { entry } of labelled) this.top.groups.set(...entry);
  }

  /** Theories that hold nothing yet are shown too: a configuration may be dropped on them. */
  private placeTheories(): void {
    for (const { name } of this.review.records("theory"))
      if (!this.top.groups.has(partOf(name))) this.top.groups.set(partOf(name), groupAt([name]));
  }

  private place(leaf: Leaf, path: GroupPath): void {
    let group = this.top;
    group.size++;
    for (const part of path.length === 0 ? [undefined] : path) {
      const key = partOf(part);
      let next = group.groups.get(key);
      if (!next) {
        next = groupAt(part === undefined ? [] : [...group.path, part]);
        group.groups.set(key, next);
      }
      next.size++;
      group = next;
    }
    group.leaves.push(leaf);
  }

  private read(uri: string, shared: Map<Name, number>): readonly Leaf[] {
    const { review } = this;
    const leaves: Leaf[] = [];
    let nameless = 0;
    for (const placed of review.placed(uri)) {
      const { facts } = placed;
      for (let index = 0; index < facts.count; index++) {
        const brief = facts.record(index);
        if (brief.kind !== "cmoc" || review.isRestatement(brief)) continue;
        let key: string = brief.name;
        if (key === "") key = `${uri}~${nameless++}`;
        else if (review.mayBeShared(brief.name)) {
          const before = shared.get(brief.name) ?? 0;
          shared.set(brief.name, before + 1);
          if (before > 0) key = `${key}~${before}`;
        }
        leaves.push(this.leafOf(new Definition<Cmoc>(placed, index), key));
      }
    }
    return leaves;
  }

  private leafOf(definition: Definition<Cmoc>, key: string): Leaf {
    const isShown = this.words.length === 0 || holds(wordsOf(definition), this.words);
    const paths = groupsOf(definition, this.options.by, this.review, this.theoriesOf);
    return { definition, key, paths, isShown, amount: undefined };
  }

  /** The configurations that stand in a group itself, in the order that is asked for. */
  leavesOf(group: Group): readonly Leaf[] {
    if (!group.sorted) {
      const { sort } = this.options;
      if (sort === "id") group.leaves.sort(byId);
      else if (sort === "evidence") {
        for (const leaf of group.leaves) leaf.amount = amountOf(leaf.definition, this.review);
        group.leaves.sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
      }
      group.sorted = true;
    }
    return group.leaves;
  }

  placeIn(group: Group, key: string): number | undefined {
    const leaves = this.leavesOf(group);
    group.places ??= new Map(leaves.map((leaf, at) => [leaf.key, at]));
    return group.places.get(key);
  }

  /**
   * Takes a change in. Gives the configurations that may look different, each where it stood; undefined where groups, their order or their members
   * are others now, so that all is new.
   */
  update(change: Change): ReadonlySet<Leaf> | undefined {
    const { review } = this;
    if (change.all || this.revision !== change.from || review.revision !== change.to) return this.renewed();
    if (this.options.by === "theory" && theoriesIn(change.removed) !== theoriesIn(change.added)) return this.renewed();
    const uris = new Set(change.uris);
    for (const name of change.defined) {
      if (!name.startsWith("r:")) continue;
      if (review.mayBeShared(name)) return this.renewed();
      for (const { placed } of review.definitions(name)) uris.add(placed.uri);
    }
    const changed = new Map<Leaf, Leaf>();
    for (const uri of uris) {
      const before = this.byUri.get(uri) ?? [];
      const now = this.read(uri, new Map());
      if (before.length !== now.length) return this.renewed();
      for (const [at, leaf] of now.entries()) {
        const old = before[at] as Leaf;
        if (!this.isAlike(old, leaf)) return this.renewed();
        if (old.definition.brief !== leaf.definition.brief || old.definition.placed !== leaf.definition.placed)
          changed.set(old, leaf);
      }
    }
    for (const name of change.mentioned) {
      if (!name.startsWith("r:")) continue;
      for (const leaf of this.named(name)) {
        if (changed.has(leaf)) continue;
        const now = this.leafOf(leaf.definition, leaf.key);
        if (!this.isAlike(leaf, now)) return this.renewed();
        changed.set(leaf, leaf);
      }
    }
    for (const [old, leaf] of changed) old.definition = leaf.definition;
    this.revision = change.to;
    return new Set(changed.keys());
  }

  /** Whether a configuration stays where it is in the tree. */
  private isAlike(before: Leaf, now: Leaf): boolean {
    return (
      before.key === now.key &&
      before.isShown === now.isShown &&
      (before.amount === undefined || before.amount === amountOf(now.definition, this.review)) &&
      before.definition.brief.id === now.definition.brief.id &&
      before.paths.length === now.paths.length &&
      before.paths.every((path, at) => isSamePath(path, now.paths[at]))
    );
  }

  private renewed(): undefined {
    this.revision = undefined;
    return undefined;
  }
}

function theoriesIn(pieces: Change["added"]): string {
  const names: Name[] = [];
  for (const { facts } of pieces)
    for (let index = 0; index < facts.count; index++)
      if (facts.record(index).kind === "theory") names.push(facts.record(index).name);
  return names.join("|");
}

/** The key of a group among its neighbours. */
export function partOf(part: string | undefined): string {
  return part === undefined ? "g-" : `g:${part}`;
}

function isSamePath(a: GroupPath, b: GroupPath | undefined): boolean {
  return a.length === b?.length && a.every((part, at) => part === b[at]);
}

function amountOf(definition: Definition<Cmoc>, review: Review): number {
  const { supports, refutes, refines } = tallyOf(evidenceOf(definition, review));
  return supports + refutes + refines;
}

/** Natural order of ids; those without one come last, in the order of the files. */
function byId(a: Leaf, b: Leaf): number {
  const [one, other] = [a.definition.brief.id, b.definition.brief.id];
  if (one === "" || other === "") return one === other ? 0 : one === "" ? 1 : -1;
  return naturally(one, other);
}

/** As `compareIds`, quick where ids differ in their last number alone. */
export function naturally(a: string, b: string): number {
  const [one, other] = [numbered(a), numbered(b)];
  if (one && other && one.prefix === other.prefix && one.number !== other.number) return one.number - other.number;
  return compareIds(a, b);
}
