/** Extracts as rows, with what they bear on below them. */
import { t } from "../../l10n.ts";
import type { Extract, Name } from "../../model/types.ts";
import type { Definition, Link, Review } from "../../review.ts";
import { extractCount } from "../card/counts.ts";
import { idOf, placeOf, shownId } from "../card/naming.ts";
import { isFlagged, type ProblemsOf, problemsAt } from "../card/problems.ts";
import { marksOf, tallyOf } from "../card/stances.ts";
import { plain, quoted } from "../card/words.ts";
import { type BearingItem, bearingList } from "./link-rows.ts";
import type { Action, Icon, TreeNode } from "./node.ts";
import { type Listed, ListRow } from "./stretches.ts";
import { calledInTree } from "./titles.ts";
import { isBarred } from "./unlinked.ts";

/** An extract in a list of them. */
export interface ExtractItem {
  readonly at: Definition<Extract>;
  /** The last part of its row's id: its name, with a count where several bear it. */
  readonly part: string;
}

const known = new WeakMap<readonly Definition<Extract>[], readonly ExtractItem[]>();

/** Extracts with parts that differ; made once for one list. */
export function extractItems(extracts: readonly Definition<Extract>[]): readonly ExtractItem[] {
  const made = known.get(extracts);
  if (made) return made;
  const seen = new Map<Name, number>();
  const items = extracts.map((at) => {
    const before = seen.get(at.name) ?? 0;
    seen.set(at.name, before + 1);
    return { at, part: before === 0 ? at.name : `${at.name}~${before}` };
  });
  known.set(extracts, items);
  return items;
}

export interface ExtractRows {
  readonly review: Review;
  readonly problems: ProblemsOf | undefined;
  /** Whether their ids stand with their source, as where no row above names it. */
  readonly withSource: boolean;
}

export function extractList(items: readonly ExtractItem[], asking: ExtractRows): Listed<ExtractItem> {
  return {
    items,
    counted: extractCount,
    part: ({ part }) => part,
    row: (parent, owner, item) => {
      const { review } = asking;
      const { name } = item.at;
      const below = (): Listed<BearingItem> => bearingList(name, review.bearsOn(name), review);
      return new ListRow(parent, item.part, () => extractNode(item, asking), below, owner);
    },
    called: ({ at }) => (asking.withSource ? shownId(at as Definition, asking.review).slice(1) : at.brief.id),
  };
}

const QUOTE = 100;

const UNLINKED: readonly Action[] = ["linkable", "parkable"];
const PARKED: readonly Action[] = ["linkable", "unparkable"];
const LINKED: readonly Action[] = ["linkable"];

function extractNode({ at, part }: ExtractItem, asking: ExtractRows): Omit<TreeNode, "id"> {
  const { review, withSource } = asking;
  const { entity } = at;
  const full = shownId(at as Definition, review);
  const id = withSource ? full.slice(1) : entity.id;
  const links = review.bearsOn(at.name);
  const state = stateOf(at, links, review);
  const where = plain(entity.at?.text ?? "");
  const words = quoted((entity.quote ?? entity.paraphrase)?.text, QUOTE);
  const problems = problemsAt(at as Definition, asking.problems).filter(({ rule }) => rule !== "extract/unlinked");
  const flagged = isFlagged(problems);
  const evidence = state === "linked" ? marksOf(tallyOf(links)) : STATES[state]();
  const on = links.map(
    (link) => `${link.stance} ${link.row ? calledInTree(link.row, review) : idOf(link.record, review)}`,
  );
  const said = state === "linked" ? on.slice(0, SAID).join(", ") : evidence;
  return {
    kind: "extract",
    label: words === "" ? id : `${id}  ${words}`,
    description: [where, evidence].filter((one) => one !== "").join(" · ") + (flagged ? " ⚠" : ""),
    icon: ICONS[state],
    accessibility: [full, where, said, flagged ? t("has problems") : "", words].filter((one) => one !== "").join(", "),
    children: links.length > 0 ? "closed" : "none",
    place: placeOf(at as Definition),
    record: part === at.name ? at.name : (at as Definition),
    actions: state === "parked" ? PARKED : state === "linked" ? LINKED : UNLINKED,
  };
}

/** How many links a screen reader hears of. */
const SAID = 5;

type State = "linked" | "parked" | "unlinked" | "set aside";

const ICONS: { readonly [state in State]: Icon } = {
  linked: { name: "quote" },
  parked: { name: "archive", tone: "dimmed" },
  unlinked: { name: "quote", tone: "warning" },
  "set aside": { name: "quote", tone: "dimmed" },
};

const STATES: { readonly [state in Exclude<State, "linked">]: () => string } = {
  parked: () => t("parked"),
  unlinked: () => t("unlinked"),
  "set aside": () => t("set aside"),
};

/** Linked, parked, unlinked; or set aside with a source that is excluded or awaits a decision. */
function stateOf({ brief }: Definition<Extract>, links: readonly Link[], review: Review): State {
  if (links.length > 0) return "linked";
  if (brief.parked) return "parked";
  return isBarred(brief, review) ? "set aside" : "unlinked";
}
