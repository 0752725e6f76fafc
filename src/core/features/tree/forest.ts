/** The configurations of a review in groups, as a tree shows them: kept while a change leaves every one of them where it is. */
import type { Name } from "../../model/types.ts";
import type { Change, Review } from "../../review.ts";
import { type Grouping, type GroupPath, groupLabel, groupOrder, theoriesIn } from "./grouping.ts";
import { amountOf, byId, isAlike, type Leaf, type LeafReading, leafOf, leavesIn } from "./leaf.ts";
import type { Sorting } from "./sorting.ts";
import { wanted } from "./titles.ts";

export interface ForestOptions {
  readonly by: Grouping;
  readonly sort: Sorting;
  readonly filter: string | undefined;
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

function theoryNames(pieces: Change["added"]): string {
  const names: Name[] = [];
  for (const { facts } of pieces)
    for (let index = 0; index < facts.count; index++)
      if (facts.record(index).kind === "theory") names.push(facts.record(index).name);
  return names.join("|");
}

function groupAt(path: GroupPath): Group {
  return { path, groups: new Map(), leaves: [], size: 0, sorted: false, places: undefined };
}

export class Forest {
  readonly options: ForestOptions;
  private readonly review: Review;
  private readonly byUri = new Map<string, readonly Leaf[]>();
  private readonly byKey = new Map<string, Leaf>();
  private top: Group = groupAt([]);
  private revision: number | undefined;
  private readonly reading: LeafReading;

  constructor(review: Review, options: ForestOptions) {
    this.review = review;
    this.options = options;
    this.reading = { review, by: options.by, words: wanted(options.filter) };
  }

  get isFiltered(): boolean {
    return this.reading.words.length > 0;
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
    const { by } = this.options;
    const theories = by === "theory" ? theoriesIn(review) : undefined;
    const reading = by === "theory" ? { ...this.reading, theoriesOf: theories?.of } : this.reading;
    for (const uri of review.uris()) {
      const leaves = leavesIn(uri, reading, shared);
      if (leaves.length === 0) continue;
      this.byUri.set(uri, leaves);
      for (const leaf of leaves) {
        this.byKey.set(leaf.key, leaf);
        if (leaf.isShown) for (const path of leaf.paths) this.place(leaf, path);
      }
    }
    if (theories && !this.isFiltered) this.placeTheories(theories.names);
    const order = groupOrder(by);
    const labelled = [...this.top.groups].map((entry) => ({ entry, label: groupLabel(entry[1].path, by, review) }));
    labelled.sort((a, b) => order(a.label, b.label));
    this.top.groups.clear();
    for (const { entry } of labelled) this.top.groups.set(...entry);
  }

  /** Theories that hold nothing yet are shown too: a configuration may be dropped on them. */
  private placeTheories(names: readonly Name[]): void {
    for (const name of names)
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
    if (this.options.by === "theory" && theoryNames(change.removed) !== theoryNames(change.added))
      return this.renewed();
    const uris = new Set(change.uris);
    for (const name of change.defined) {
      if (!name.startsWith("r:")) continue;
      if (review.mayBeShared(name)) return this.renewed();
      for (const { placed } of review.definitions(name)) uris.add(placed.uri);
    }
    const changed = new Map<Leaf, Leaf>();
    for (const uri of uris) {
      const before = this.byUri.get(uri) ?? [];
      const now = leavesIn(uri, this.reading, new Map());
      if (before.length !== now.length) return this.renewed();
      for (const [at, leaf] of now.entries()) {
        const old = before[at] as Leaf;
        if (!isAlike(old, leaf, review)) return this.renewed();
        if (old.definition.brief !== leaf.definition.brief || old.definition.placed !== leaf.definition.placed)
          changed.set(old, leaf);
      }
    }
    for (const name of change.mentioned) {
      if (!name.startsWith("r:")) continue;
      for (const leaf of this.named(name)) {
        if (changed.has(leaf)) continue;
        const now = leafOf(leaf.definition, leaf.key, this.reading);
        if (!isAlike(leaf, now, review)) return this.renewed();
        changed.set(leaf, leaf);
      }
    }
    for (const [old, leaf] of changed) old.definition = leaf.definition;
    this.revision = change.to;
    return new Set(changed.keys());
  }

  private renewed(): undefined {
    this.revision = undefined;
    return undefined;
  }
}

/** The key of a group among its neighbours. */
export function partOf(part: string | undefined): string {
  return part === undefined ? "g-" : `g:${part}`;
}
