/** Sources as rows: title, status and counts; below them appraisal, extracts and what they bear on as a whole. */

import { grouped, t } from "../../l10n.ts";
import type { SourceView } from "../../review.ts";
import { extractCount, sourceCount } from "../card/counts.ts";
import { placeOfSource } from "../card/naming.ts";
import { appraisalOf } from "../card/source.ts";
import { firstWords } from "../card/words.ts";
import { type ExtractItem, extractItems, extractList } from "./extract-rows.ts";
import { type BearingItem, bearingList } from "./link-rows.ts";
import { type Action, type Icon, NO_ACTIONS, type TreeNode } from "./node.ts";
import { type ReadingState, readingIcon, readingWords } from "./reading-states.ts";
import { among, idBelow, NO_ROWS, PlainRow, type Row } from "./row.ts";
import type { SourceTree } from "./sources.ts";
import { type Listed, listedRow, listRows } from "./stretches.ts";

const TITLE = 160;

export function sourceList(tree: SourceTree, keys: readonly string[]): Listed<string> {
  return {
    items: keys,
    counted: sourceCount,
    part: (key) => `s:${key}`,
    row: (parent, owner, key) => new SourceRow(tree, parent, owner, key),
    called: (key) => key,
  };
}

function actionsOf(state: ReadingState | undefined, isListed: boolean): readonly Action[] {
  const marking: readonly Action[] = state === undefined ? NO_ACTIONS : [state === "read" ? "unmarkable" : "markable"];
  return ["linkable", ...(isListed ? (["creatable"] as const) : []), ...marking];
}

class SourceRow implements Row {
  readonly id: string;
  readonly parent: Row;
  private readonly tree: SourceTree;
  private readonly key: string;

  constructor(tree: SourceTree, parent: Row, owner: Row, key: string) {
    this.tree = tree;
    this.parent = parent;
    this.key = key;
    this.id = idBelow(owner, `s:${key}`);
  }

  private get source(): SourceView | undefined {
    return this.tree.review.source(this.key);
  }

  node(): TreeNode {
    const { tree, key, source } = this;
    const { review, shelves, unlinked } = tree;
    const title = source ? firstWords(shelves.titleOf(source), TITLE) : "";
    const isListed = source?.uri === undefined;
    const status = source?.status;
    const count = shelves.countOf(key);
    const open = shelves.filesOf(key).reduce((sum, uri) => sum + unlinked.in(uri).length, 0);
    const all = count === 0 ? t("no extracts") : extractCount(count);
    const counts = open > 0 ? t("{0}, {1} unlinked", all, grouped(open)) : all;
    const { frontMatter } = source ?? {};
    const appraised = frontMatter ? appraisalOf(frontMatter, review).slice(0, 1) : [];
    const state = source && shelves.stateOf(source);
    const reading = state ? [readingWords(state)] : [];
    const shown = isListed ? reading : [status ?? t("no status"), ...reading, counts];
    const bears = review.bearsOn(`s:${key}`).length > 0;
    return {
      id: this.id,
      kind: "source",
      label: title === "" ? key : `${key}  ${title}`,
      description: shown.join(" · "),
      icon: iconOf(status, state, isListed),
      accessibility: [key, title, isListed ? t("only in the bibliography") : (status ?? t("no status"))]
        .concat(
          reading,
          appraised.map((said) => said.replaceAll(" · ", ", ")),
          isListed ? [] : [counts],
        )
        .filter((words) => words !== "")
        .join(", "),
      children: count > 0 || appraised.length > 0 || status === "included" || bears ? "closed" : "none",
      place: placeOfSource(key, review),
      record: `s:${key}`,
      actions: actionsOf(state, isListed),
    };
  }

  rows(): readonly Row[] {
    return [...this.appraisals(), ...listRows(this, this.extracts()), ...listRows(this, this.bearing())];
  }

  find(part: string): Row | undefined {
    if (part.startsWith("a:")) return among(this, this.appraisals(), part);
    if (part.startsWith("b:")) return listedRow(this, this.bearing(), part);
    return listedRow(this, this.extracts(), part);
  }

  private extracts(): Listed<ExtractItem> {
    const { review, problems, shelves } = this.tree;
    return extractList(extractItems(shelves.extractsOf(this.key)), { review, problems, withSource: false });
  }

  private bearing(): Listed<BearingItem> {
    const { review } = this.tree;
    const name = `s:${this.key}`;
    return { ...bearingList(name, review.bearsOn(name), review), stretches: "b" };
  }

  private appraisals(): readonly Row[] {
    const { source } = this;
    const { frontMatter, uri } = source ?? {};
    if (!frontMatter || uri === undefined) return NO_ROWS;
    const said = appraisalOf(frontMatter, this.tree.review);
    const isOpen = said.length === 0 && source?.status === "included";
    return (isOpen ? [t("not appraised")] : said).map(
      (label, at) =>
        new PlainRow(this, `a:${at}`, () => ({
          kind: "appraisal",
          label: firstWords(label, TITLE),
          description: "",
          icon: { name: "checklist", ...(isOpen && { tone: "warning" as const }) },
          accessibility: isOpen ? label : t("Appraisal, {0}", label.replaceAll(" · ", ", ")),
          children: "none",
          place: { uri, span: frontMatter.span },
          record: `s:${this.key}`,
          actions: NO_ACTIONS,
        })),
    );
  }
}

/** What is left out of the review, or awaits a decision, has an icon of its own. */
function iconOf(status: SourceView["status"], state: ReadingState | undefined, isListed: boolean): Icon {
  if (status === "excluded") return { name: "circle-slash", tone: "dimmed" };
  if (status === "awaiting") return { name: "watch", tone: "dimmed" };
  if (isListed) return { name: "bookmark", tone: "dimmed" };
  return state ? readingIcon(state) : { name: "book" };
}
