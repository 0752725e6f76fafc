/** What stands at the top of the tree of sources: unlinked extracts, the sources, those that only a bibliography has. */

import { grouped, t } from "../../l10n.ts";
import type { Extract } from "../../model/types.ts";
import type { Definition } from "../../review.ts";
import { type Counted, extractCount, sourceCount } from "../card/counts.ts";
import { type ExtractItem, extractItems, extractList } from "./extract-rows.ts";
import { type Icon, NO_ACTIONS, type TreeNode } from "./node.ts";
import { readingIcon, readingWords } from "./reading-states.ts";
import type { Row } from "./row.ts";
import type { Keys, ReadingGroup } from "./shelves.ts";
import { sourceList } from "./source-rows.ts";
import type { SourceTree } from "./sources.ts";
import { type Listed, ListRow, listedRow, listRows } from "./stretches.ts";

/** The top itself, which is not shown. */
export class ShelvesRow implements Row {
  readonly id = "";
  readonly parent = undefined;
  private readonly tree: SourceTree;
  private readonly keys: () => Keys;

  constructor(tree: SourceTree, keys: () => Keys) {
    this.tree = tree;
    this.keys = keys;
  }

  node(): TreeNode {
    const { filed, groups } = this.keys();
    const count = groups.reduce((sum, { keys }) => sum + keys.length, filed.length);
    return { id: "", ...groupNode(t("Sources"), count, sourceCount, { name: "book" }, "open") };
  }

  rows(): readonly Row[] {
    const { tree } = this;
    const { filed, groups, listed } = this.keys();
    const rows: Row[] = [];
    const unlinked = this.unlinked();
    if (unlinked) rows.push(unlinked);
    rows.push(...listRows(this, sourceList(tree, filed)), ...groups.map((group) => this.group(group)));
    if (listed.length > 0) rows.push(this.listed(listed));
    return rows;
  }

  find(part: string): Row | undefined {
    const { filed, groups, listed } = this.keys();
    const group = groups.find((each) => groupPart(each) === part);
    if (group) return this.group(group);
    if (part === "unlinked") return this.unlinked();
    if (part === "listed") return listed.length > 0 ? this.listed(listed) : undefined;
    return listedRow(this, sourceList(this.tree, filed), part);
  }

  private unlinked(): Row | undefined {
    const { unlinked, shelves } = this.tree;
    const all = shelves.words.length === 0 ? unlinked.all() : unlinked.all().filter((at) => shelves.holdsWords(at));
    if (all.length === 0) return undefined;
    const said = groupNode(
      t("Unlinked"),
      all.length,
      extractCount,
      { name: "debug-disconnect", tone: "warning" },
      "open",
    );
    return new ListRow(
      this,
      "unlinked",
      () => said,
      () => this.extracts(all),
    );
  }

  private extracts(all: readonly Definition<Extract>[]): Listed<ExtractItem> {
    const { review, problems } = this.tree;
    return extractList(extractItems(all), { review, problems, withSource: true });
  }

  private group({ state, keys }: ReadingGroup): Row {
    const icon: Icon = state === undefined ? { name: "circle-slash", tone: "dimmed" } : readingIcon(state);
    const label = state === undefined ? t("Excluded") : capital(readingWords(state));
    const said = groupNode(label, keys.length, sourceCount, icon, state === "coding" ? "open" : "closed");
    return new ListRow(
      this,
      groupPart({ state }),
      () => said,
      () => sourceList(this.tree, keys),
    );
  }

  private listed(keys: readonly string[]): Row {
    const icon: Icon = { name: "library", tone: "dimmed" };
    const said = groupNode(t("Only in the bibliography"), keys.length, sourceCount, icon, "closed");
    return new ListRow(
      this,
      "listed",
      () => said,
      () => sourceList(this.tree, keys),
    );
  }
}

/** The last part of the id of a group's row. */
export function groupPart({ state }: Pick<ReadingGroup, "state">): string {
  return `g:${state ?? ""}`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function groupNode(
  label: string,
  count: number,
  counted: Counted,
  icon: Icon,
  children: TreeNode["children"],
): Omit<TreeNode, "id"> {
  return {
    kind: "group",
    label,
    description: grouped(count),
    icon,
    accessibility: `${label}, ${counted(count)}`,
    children,
    actions: NO_ACTIONS,
  };
}
