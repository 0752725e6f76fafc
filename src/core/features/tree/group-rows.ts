/** Groups of configurations as rows. */

import { grouped, t } from "../../l10n.ts";
import type { Definition } from "../../review.ts";
import { configurationCount } from "../card/counts.ts";
import { placeOfName } from "../card/naming.ts";
import { plain } from "../card/words.ts";
import { CmocRow } from "./cmoc-rows.ts";
import type { ConfigurationTree } from "./configurations.ts";
import type { Group } from "./forest.ts";
import { type Grouping, groupLabel } from "./grouping.ts";
import type { Leaf } from "./leaf.ts";
import { statusIcon } from "./look.ts";
import { type Action, type Icon, NO_ACTIONS, type TreeNode } from "./node.ts";
import { idBelow, type Row } from "./row.ts";
import { type Listed, listedRow, listRows } from "./stretches.ts";
import { calledInTree } from "./titles.ts";

/** Groups are open at first in a review of up to so many configurations, and always when they are filtered. */
const OPENED = 60;
const THEORY: readonly Action[] = ["supportable"];

/** What a group goes by, for who hears its row. */
const BY: { readonly [by in Grouping]: () => string } = {
  theme: () => t("theme"),
  theory: () => t("theory"),
  status: () => t("status"),
  layer: () => t("layer"),
  source: () => t("source"),
};

export class GroupRow implements Row {
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
    const label = names.join("  ") || t("(no name)");
    const isTheory = by === "theory" && last !== undefined;
    const place = isTheory ? placeOfName(last, review) : undefined;
    const said = [names.join(", ") || label, ...(last === undefined ? [] : [BY[by]()]), configurationCount(group.size)];
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
      actions: isTheory && place ? THEORY : NO_ACTIONS,
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
      counted: configurationCount,
      part: ({ key }) => `c:${key}`,
      row: (parent, owner, leaf) => new CmocRow(tree, parent, owner, leaf),
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
