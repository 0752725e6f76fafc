/** The tree of configurations: in groups, each with its slots, its evidence and where it leads. */
import type { Name } from "../../model/types.ts";
import { RELATIONS } from "../../model/types.ts";
import type { Change, Review } from "../../review.ts";
import type { ProblemsOf } from "../card/problems.ts";
import { Forest, partOf } from "./forest.ts";
import { GroupRow } from "./group-rows.ts";
import type { Grouping } from "./grouping.ts";
import type { Leaf } from "./leaf.ts";
import type { Spot, TreeChange } from "./node.ts";
import { namesIn, recordAt } from "./places.ts";
import { type Row, RowTree } from "./row.ts";
import type { Sorting } from "./sorting.ts";

export interface ConfigurationTreeOptions {
  readonly by?: Grouping;
  /** As in the files, by natural order of ids, or by amount of evidence. */
  readonly sort?: Sorting;
  /** Words that a configuration has in its id, its title, its theme, its status or its slots, each of them somewhere. */
  readonly filter?: string | undefined;
  /** The problems of a document: rows that have warnings or errors are marked. */
  readonly problems?: ProblemsOf | undefined;
}

/** More rows than this are told of as all. */
const MOST_CHANGED = 50;

export class ConfigurationTree extends RowTree {
  readonly review: Review;
  readonly by: Grouping;
  readonly forest: Forest;
  readonly problems: ProblemsOf | undefined;

  constructor(review: Review, options: ConfigurationTreeOptions = {}) {
    super();
    this.review = review;
    this.by = options.by ?? "theme";
    this.problems = options.problems;
    this.forest = new Forest(review, { by: this.by, sort: options.sort ?? "file", filter: options.filter });
  }

  protected root(): Row {
    return new GroupRow(this, undefined, undefined, this.forest.root());
  }

  protected rowOf(target: Name | Spot): Row | undefined {
    const { forest, review } = this;
    if (typeof target === "string") {
      const leaf = forest.leaf(target);
      if (leaf) return this.leafRow(leaf);
      return this.by === "theory" ? this.root().find(partOf(target)) : undefined;
    }
    const at = recordAt(review, target);
    if (!at) return undefined;
    const { placed, brief } = at;
    const leaf = forest.leavesIn(placed.uri).find(({ definition }) => definition.brief === brief);
    return leaf ? this.leafRow(leaf) : at.name === "" ? undefined : this.rowOf(at.name);
  }

  /** The row of a configuration in the first of its groups; none where the filter hides it. */
  private leafRow(leaf: Leaf): Row | undefined {
    return leaf.isShown ? this.leafRows(leaf)[0] : undefined;
  }

  private leafRows(leaf: Leaf): readonly Row[] {
    return leaf.paths.flatMap((path) => {
      let row: Row | undefined = this.root();
      for (const part of path.length === 0 ? [undefined] : path) row = row?.find(partOf(part));
      return row?.find(`c:${leaf.key}`) ?? [];
    });
  }

  update(change: Change): TreeChange {
    if (change.from === change.to) return [];
    const leaves = this.forest.update(change);
    if (!leaves) return "all";
    const { forest, review } = this;
    const changed = new Set(leaves);
    const take = (name: Name): void => {
      for (const leaf of forest.leavesNamed(name)) changed.add(leaf);
    };
    const resting = (from: Name): void => {
      for (const { record, row } of review.bearsOn(from)) {
        take(record);
        const own = row && forest.leavesIn(row.placed.uri).find(({ definition }) => definition.brief === row.brief);
        if (own) changed.add(own);
      }
    };
    const groups = new Set<Name>();
    for (const name of ledTo(change)) take(name);
    for (const key of change.sources) resting(`s:${key}`);
    for (const name of namesIn(change)) {
      if (name.startsWith("x:")) resting(name);
      if (!name.startsWith("r:")) continue;
      take(name);
      if (this.by === "theory") groups.add(name);
      for (const { ref, from } of review.references(name))
        if (from?.brief.kind === "cmoc" && RELATIONS.some((field) => field === ref.field)) take(from.name);
      if (changed.size > MOST_CHANGED) return "all";
    }
    const rows = [...groups].flatMap((name) => this.root().find(partOf(name)) ?? []);
    for (const leaf of changed) if (leaf.isShown) rows.push(...this.leafRows(leaf));
    return rows.length > MOST_CHANGED ? "all" : rows.map((row) => row.node());
  }
}

/** What configurations of pieces that are new or gone lead to, and so is followed from them. */
function ledTo(change: Change): ReadonlySet<Name> {
  const names = new Set<Name>();
  for (const pieces of [change.added, change.removed])
    for (const { facts } of pieces)
      for (const { kind, links } of facts.records)
        if (kind === "cmoc") for (const { field, name } of links) if (field === "leads to") names.add(name);
  return names;
}
