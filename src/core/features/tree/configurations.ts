/** The tree of configurations: in groups, each with its slots, its evidence and where it leads. */
import type { Cmoc, Name } from "../../model/types.ts";
import { RELATIONS } from "../../model/types.ts";
import type { Change, Definition, Review } from "../../review.ts";
import { statusOf } from "../../rules/about.ts";
import { placeOf, placeOfName } from "../card/naming.ts";
import { isFlagged, type ProblemsOf, problemsAt } from "../card/problems.ts";
import { marksOf, tallyOf, tallyWords } from "../card/stances.ts";
import { counted, firstWords, grouped, plain } from "../card/words.ts";
import { Forest, type Group, type Leaf, partOf, type Sorting } from "./forest.ts";
import { evidenceOf, type Grouping, groupLabel } from "./grouping.ts";
import { evidenceRows } from "./link-rows.ts";
import { statusIcon } from "./look.ts";
import {
  type Action,
  type Icon,
  NO_ACTIONS,
  type RecordRef,
  type Spot,
  type TreeChange,
  type TreeNode,
} from "./node.ts";
import { namesIn, recordAt } from "./places.ts";
import { followerRows, hasRelations, isFollowed, relationRows } from "./relation-rows.ts";
import { idBelow, PlainRow, type Row, RowTree } from "./row.ts";
import { slotRows } from "./slot-rows.ts";
import { type Listed, listedRow, listRows } from "./stretches.ts";
import { calledInTree, firstSlot, titleOf } from "./titles.ts";

export interface ConfigurationTreeOptions {
  readonly by?: Grouping;
  /** As in the files, by natural order of ids, or by amount of evidence. */
  readonly sort?: Sorting;
  /** Words that a configuration has in its id, its title, its theme, its status or its slots, each of them somewhere. */
  readonly filter?: string | undefined;
  /** The problems of a document: rows that have warnings or errors are marked. */
  readonly problems?: ProblemsOf | undefined;
}

/** Groups are open at first in a review of up to so many configurations, and always when they are filtered. */
const OPENED = 60;
/** More rows than this are told of as all. */
const MOST_CHANGED = 50;
const WORDS = 160;
const CMOC_ACTIONS: readonly Action[] = ["supportable", "joinable", "renamable"];
const ROW_ACTIONS: readonly Action[] = ["supportable"];

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

class GroupRow implements Row {
  readonly id: string;
  readonly parent: Row | undefined;
  private readonly tree: ConfigurationTree;
  private readonly group: Group;

  constructor(tree: ConfigurationTree, parent: Row | undefined, part: string | undefined, group: Group) {
    this.tree = tree;
    this.parent = parent;
    this.group = group;
    this.id = parent && part !== undefined ? idBelow(parent, part) : "";
  }

  node(): TreeNode {
    const { group, tree } = this;
    const { review, by, forest } = tree;
    const last = group.path[group.path.length - 1];
    const names = groupLabel(group.path, by, review).split("  ").map(plain);
    const label = names.join("  ") || "(no name)";
    const isTheory = by === "theory" && last !== undefined;
    const place = isTheory ? placeOfName(last, review) : undefined;
    const said = [names.join(", ") || label, ...(last === undefined ? [] : [by]), counted(group.size, "configuration")];
    return {
      id: this.id,
      kind: "group",
      label,
      description: grouped(group.size),
      icon: groupIcon(by, last),
      accessibility: said.join(", "),
      children: group.size === 0 ? "none" : forest.isFiltered || forest.root().size <= OPENED ? "open" : "closed",
      ...(place && { place }),
      ...(isTheory && { record: last }),
      actions: isTheory ? [place ? "fillable" : "creatable"] : NO_ACTIONS,
    };
  }

  rows(): readonly Row[] {
    const groups = [...this.group.groups].map(([part, group]) => new GroupRow(this.tree, this, part, group));
    return this.group.leaves.length === 0 ? groups : [...groups, ...listRows(this, this.list())];
  }

  find(part: string): Row | undefined {
    const group = this.group.groups.get(part);
    return group ? new GroupRow(this.tree, this, part, group) : listedRow(this, this.list(), part);
  }

  private list(): Listed<Leaf> {
    const { tree, group } = this;
    const { forest, review } = tree;
    return {
      items: forest.leavesOf(group),
      words: ["configuration", "configurations"],
      part: ({ key }) => `c:${key}`,
      row: (parent, owner, leaf) => leafRow(tree, parent, owner, leaf),
      called: ({ definition }) => calledInTree(definition as Definition, review),
      placeOf: (part) => (part.startsWith("c:") ? forest.placeIn(group, part.slice(2)) : undefined),
    };
  }
}

function groupIcon(by: Grouping, last: string | undefined): Icon {
  if (last === undefined) return { name: "circle-large-outline", tone: "dimmed" };
  if (by === "status") return statusIcon(last);
  return { name: { theme: "folder", theory: "lightbulb", layer: "layers", source: "book" }[by] };
}

function leafRow(tree: ConfigurationTree, parent: Row, owner: Row, leaf: Leaf): Row {
  const { review } = tree;
  const at = leaf.definition;
  const record: RecordRef = at.name === leaf.key ? at.name : (at as Definition);
  const below = (row: Row): readonly Row[] => {
    const links = evidenceOf(at, review);
    return [
      ...slotRows(row, at, record, links, review),
      ...evidenceRows(row, links, record, review),
      ...relationRows(row, at, at.name === "" ? [] : [at.name], review),
      ...followerRows(row, at.name, review),
    ];
  };
  return new PlainRow(parent, `c:${leaf.key}`, () => leafNode(tree, at, record), below, owner);
}

function leafNode(tree: ConfigurationTree, at: Definition<Cmoc>, record: RecordRef): Omit<TreeNode, "id"> {
  const { review } = tree;
  const { brief } = at;
  const { id } = brief;
  const title = firstWords(titleOf(at as Definition) || firstSlot(at), WORDS);
  const called = id === "" ? title || "a row without an id" : id;
  const status = plain(statusOf(brief));
  const tally = tallyOf(evidenceOf(at, review));
  const marks = marksOf(tally);
  const problems = problemsAt(at as Definition, tree.problems).filter(
    ({ level }) => level !== "hint" && level !== "info",
  );
  const evidence = marks === "" ? "no evidence" : `${marks} · ${counted(tally.sources, "source")}`;
  const state = SHOWN_BY_ICON.has(status) ? "" : `${status} · `;
  const said = [
    called,
    id === "" ? "" : title,
    status,
    tallyWords(tally),
    problems.length === 0 ? "" : counted(problems.length, "problem"),
  ];
  const isEmpty =
    brief.roles.length === 0 && marks === "" && !hasRelations(at as Definition) && !isFollowed(at.name, review);
  return {
    kind: "cmoc",
    label: id === "" || title === "" ? called : `${id}  ${title}`,
    description: state + evidence + (isFlagged(problems) ? " ⚠" : ""),
    icon: statusIcon(status),
    accessibility: said.filter((words) => words !== "").join(", "),
    children: isEmpty ? "none" : "closed",
    place: placeOf(at as Definition),
    record,
    actions: brief.id === "" ? ROW_ACTIONS : CMOC_ACTIONS,
  };
}

/** Of a common status the icon says enough. */
const SHOWN_BY_ICON: ReadonlySet<string> = new Set(["candidate", "supported", "refined", "refuted"]);
