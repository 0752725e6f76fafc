/** Codes as rows: their narrower codes, where they are used, and those that no codebook has. */

import { grouped, t } from "../../l10n.ts";
import type { Name } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { readRole } from "../../syntax/roles.ts";
import { codeCount, useCount } from "../card/counts.ts";
import { idOf, placeOf } from "../card/naming.ts";
import { isFlagged, problemsAt } from "../card/problems.ts";
import { firstWords, plain } from "../card/words.ts";
import { type CodeItem, usesOf } from "./codebook.ts";
import type { CodeTree } from "./codes.ts";
import { toneOf } from "./look.ts";
import { type Action, NO_ACTIONS, type TreeNode } from "./node.ts";
import type { Row } from "./row.ts";
import { type Listed, ListRow, listedRow, listRows } from "./stretches.ts";
import { titleOf } from "./titles.ts";
import { type UseItem, useList } from "./use-rows.ts";

const WORDS = 160;

/** The codebook itself, which is not shown. */
export class CodebookRow implements Row {
  readonly id = "";
  readonly parent = undefined;
  private readonly tree: CodeTree;

  constructor(tree: CodeTree) {
    this.tree = tree;
  }

  node(): TreeNode {
    return { id: "", ...groupNode(t("Codebook"), this.tree.codes().top.length) };
  }

  rows(): readonly Row[] {
    const unknown = this.unknown();
    const known = listRows(this, codeList(this.tree, this.tree.codes().top));
    return unknown ? [...known, unknown] : known;
  }

  find(part: string): Row | undefined {
    return part === "unknown" ? this.unknown() : listedRow(this, codeList(this.tree, this.tree.codes().top), part);
  }

  private unknown(): Row | undefined {
    const { tree } = this;
    const { unknown } = tree.codes();
    if (unknown.length === 0) return undefined;
    const said = (): Omit<TreeNode, "id"> => ({
      ...groupNode(t("Not in the codebook"), unknown.length),
      icon: { name: "question", tone: "warning" },
    });
    return new ListRow(this, "unknown", said, () => unknownList(tree, unknown));
  }
}

function groupNode(label: string, count: number): Omit<TreeNode, "id"> {
  return {
    kind: "group",
    label,
    description: grouped(count),
    accessibility: `${label}, ${codeCount(count)}`,
    children: "closed",
    actions: NO_ACTIONS,
  };
}

function codeList(tree: CodeTree, items: readonly CodeItem[]): Listed<CodeItem> {
  return {
    items,
    counted: codeCount,
    part: ({ part }) => part,
    row: (parent, owner, item) => new CodeRow(tree, parent, owner, item),
    called: ({ at }) => at.brief.id,
  };
}

class CodeRow extends ListRow<UseItem> {
  private readonly narrower: Listed<CodeItem>;

  constructor(tree: CodeTree, parent: Row, owner: Row, item: CodeItem) {
    super(
      parent,
      item.part,
      () => codeNode(tree, item),
      () => useList(item.name, tree.review),
      owner,
    );
    this.narrower = codeList(tree, item.below);
  }

  override rows(): readonly Row[] {
    return [...listRows(this, this.narrower), ...super.rows()];
  }

  override find(part: string): Row | undefined {
    return /^[cn]:/.test(part) ? listedRow(this, this.narrower, part) : super.find(part);
  }
}

const LISTED: readonly Action[] = ["listed"];
const IN_USE: readonly Action[] = ["listed", "retirable"];

function codeNode({ review, problems }: CodeTree, { at, part, name, below }: CodeItem): Omit<TreeNode, "id"> {
  const { brief } = at;
  const title = firstWords(titleOf(at as Definition), WORDS);
  const uses = usesOf(name, review).length;
  const state = brief.replaced ? t("replaced") : brief.retired ? t("retired") : "";
  const said = useCount(uses);
  const role = brief.role === undefined ? undefined : readRole(brief.role, review.manifest.scheme)?.role;
  const flagged = isFlagged(problemsAt(at as Definition, problems));
  const narrower =
    below.length === 0
      ? ""
      : below.length === 1
        ? t("{0} narrower code", 1)
        : t("{0} narrower codes", grouped(below.length));
  return {
    kind: "code",
    label: title === "" ? brief.id : `${brief.id}  ${title}`,
    description: [state, said].filter((words) => words !== "").join(" · ") + (flagged ? " ⚠" : ""),
    icon: {
      name: "tag",
      ...(state !== ""
        ? { tone: "dimmed" as const }
        : role !== undefined && { tone: toneOf(role, review.manifest.scheme) }),
    },
    accessibility: [brief.id, title, plain(brief.role ?? ""), state, said, narrower, flagged ? t("has problems") : ""]
      .filter((words) => words !== "")
      .join(", "),
    children: uses > 0 || below.length > 0 ? "closed" : "none",
    place: placeOf(at as Definition),
    record: part === name ? name : (at as Definition),
    actions: brief.retired ? LISTED : IN_USE,
  };
}

function unknownList(tree: CodeTree, names: readonly Name[]): Listed<Name> {
  const { review } = tree;
  return {
    items: names,
    counted: codeCount,
    part: (name) => name,
    row: (parent, owner, name) => {
      const said = (): Omit<TreeNode, "id"> => unknownNode(name, review);
      return new ListRow(parent, name, said, () => useList(name, review), owner);
    },
    called: (name) => idOf(name, review),
  };
}

function unknownNode(name: Name, review: Review): Omit<TreeNode, "id"> {
  const uses = usesOf(name, review);
  const said = useCount(uses.length);
  const first = review.firstReference(name);
  const id = idOf(name, review);
  const start = first ? first.placed.start + first.ref.start : 0;
  const end = first ? first.placed.start + first.ref.end : 0;
  return {
    kind: "code",
    label: id,
    description: said,
    icon: { name: "question", tone: "warning" },
    accessibility: t("{0}, not in the codebook, {1}", id, said),
    children: uses.length > 0 ? "closed" : "none",
    place: first && { uri: first.placed.uri, span: { start, end } },
    record: name,
    actions: NO_ACTIONS,
  };
}
