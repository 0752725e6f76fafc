/** Configurations as rows: their slots, their evidence, where they lead and what leads to them. */
import { t } from "../../l10n.ts";
import type { Cmoc, Ref } from "../../model/types.ts";
import type { Definition } from "../../review.ts";
import { statusOf } from "../../rules/about.ts";
import { problemCount, sourceCount } from "../card/counts.ts";
import { placeOf } from "../card/naming.ts";
import { isFlagged, problemsAt } from "../card/problems.ts";
import { marksOf, tallyOf, tallyWords } from "../card/stances.ts";
import { plain } from "../card/words.ts";
import type { ConfigurationTree } from "./configurations.ts";
import { evidenceOf } from "./grouping.ts";
import type { Leaf } from "./leaf.ts";
import { evidenceRows } from "./link-rows.ts";
import { statusIcon } from "./look.ts";
import type { Action, RecordRef, TreeNode } from "./node.ts";
import { followerRows, hasRelations, isFollowed, relationList } from "./relation-rows.ts";
import { among, idBelow, type Row } from "./row.ts";
import { slotRows } from "./slot-rows.ts";
import { type Listed, listedRow, listRows } from "./stretches.ts";
import { wordsInLists } from "./titles.ts";

const CMOC_ACTIONS: readonly Action[] = ["supportable", "joinable"];
const ROW_ACTIONS: readonly Action[] = ["supportable"];

export class CmocRow implements Row {
  readonly id: string;
  readonly parent: Row;
  private readonly tree: ConfigurationTree;
  private readonly at: Definition<Cmoc>;
  private readonly record: RecordRef;

  constructor(tree: ConfigurationTree, parent: Row, owner: Row, { key, definition }: Leaf) {
    this.tree = tree;
    this.parent = parent;
    this.at = definition;
    this.record = definition.name === key ? definition.name : (definition as Definition);
    this.id = idBelow(owner, `c:${key}`);
  }

  node(): TreeNode {
    return { id: this.id, ...leafNode(this.tree, this.at, this.record) };
  }

  rows(): readonly Row[] {
    return [...this.parts(), ...listRows(this, this.relations()), ...this.followers()];
  }

  find(part: string): Row | undefined {
    if (part === "f") return this.followers()[0];
    return /^[wn]:/.test(part) ? listedRow(this, this.relations(), part) : among(this, this.parts(), part);
  }

  private parts(): readonly Row[] {
    const { review } = this.tree;
    const links = evidenceOf(this.at, review);
    return [...slotRows(this, this.at, this.record, links, review), ...evidenceRows(this, links, this.record, review)];
  }

  private relations(): Listed<Ref> {
    const { name } = this.at;
    return relationList(this.at, name === "" ? [] : [name], this.tree.review);
  }

  private followers(): readonly Row[] {
    return followerRows(this, this.at.name, this.tree.review);
  }
}

function leafNode(tree: ConfigurationTree, at: Definition<Cmoc>, record: RecordRef): Omit<TreeNode, "id"> {
  const { review } = tree;
  const { brief } = at;
  const { id } = brief;
  const title = wordsInLists(at as Definition);
  const called = id === "" ? title || t("a row without an id") : id;
  const status = plain(statusOf(brief));
  const tally = tallyOf(evidenceOf(at, review));
  const marks = marksOf(tally);
  const problems = problemsAt(at as Definition, tree.problems).filter(
    ({ level }) => level !== "hint" && level !== "info",
  );
  const evidence = marks === "" ? t("no evidence") : `${marks} · ${sourceCount(tally.sources)}`;
  const state = SHOWN_BY_ICON.has(status) ? "" : `${status} · `;
  const said = [
    called,
    id === "" ? "" : title,
    status,
    tallyWords(tally),
    problems.length === 0 ? "" : problemCount(problems.length),
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
