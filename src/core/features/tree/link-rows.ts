/** Evidence as rows: by stance at a record, and what an extract bears on. */

import { grouped, t } from "../../l10n.ts";
import type { Name } from "../../model/types.ts";
import type { Link, Review } from "../../review.ts";
import { joined } from "../../rules/words.ts";
import { roleWord } from "../../syntax/roles.ts";
import { STANCES, type Stance } from "../../vocabulary.ts";
import { linkCount } from "../card/counts.ts";
import { idOf, placeOf, placeOfLink, placeOfName, slotsNote } from "../card/naming.ts";
import { byStance, tallyOf, tallyWords } from "../card/stances.ts";
import { firstWords, plain, quoted } from "../card/words.ts";
import { stanceIcon } from "./look.ts";
import { type Action, NO_ACTIONS, type RecordRef, type TreeNode } from "./node.ts";
import { NO_ROWS, PlainRow, type Row } from "./row.ts";
import { type Listed, ListRow } from "./stretches.ts";
import { calledInTree, titleOf } from "./titles.ts";

const QUOTE = 80;
const TITLE = 160;
const UNLINKABLE: readonly Action[] = ["unlinkable"];
/** Up to so many links are shown as soon as the evidence is opened. */
const OPENED = 20;

/** The row `Evidence` of a record, with a row for each stance and below that its links; none without evidence. */
export function evidenceRows(parent: Row, links: readonly Link[], of: RecordRef, review: Review): readonly Row[] {
  if (links.length === 0) return NO_ROWS;
  const words = tallyWords(tallyOf(links));
  const make = (): Omit<TreeNode, "id"> => ({
    kind: "evidence",
    label: t("Evidence"),
    description: grouped(links.length),
    icon: { name: "references" },
    accessibility: `${t("Evidence")}, ${words}`,
    children: "closed",
    record: of,
    actions: ["supportable"],
  });
  return [new PlainRow(parent, "e", make, (row) => stanceRows(row, links, of, review))];
}

function stanceRows(parent: Row, links: readonly Link[], of: RecordRef, review: Review): readonly Row[] {
  return STANCES.flatMap((stance) => {
    const own = links.filter((link) => link.stance === stance);
    return own.length === 0 ? [] : [stanceRow(parent, stance, own, links.length <= OPENED, of, review)];
  });
}

function stanceTitle(stance: Stance): string {
  switch (stance) {
    case "supports":
      return t("Supports");
    case "refutes":
      return t("Refutes");
    case "refines":
      return t("Refines");
  }
}

function stanceRow(
  parent: Row,
  stance: Stance,
  links: readonly Link[],
  isOpen: boolean,
  of: RecordRef,
  review: Review,
): Row {
  const label = stanceTitle(stance);
  const said = (): Omit<TreeNode, "id"> => ({
    kind: "stance",
    label,
    description: grouped(links.length),
    icon: stanceIcon(stance),
    accessibility: `${label}, ${linkCount(links.length)}`,
    children: isOpen ? "open" : "closed",
    record: of,
    actions: NO_ACTIONS,
  });
  const list: Listed<Link> = {
    items: links,
    counted: linkCount,
    part: (link) => link.extract,
    row: (above, owner, link) => linkRow(above, owner, link, of, review),
    called: (link) => idOf(link.extract, review),
  };
  return new ListRow(parent, `v:${stance}`, said, () => list);
}

function linkRow(parent: Row, owner: Row, link: Link, of: RecordRef, review: Review): Row {
  const make = (): Omit<TreeNode, "id"> => {
    const [definition] = review.definitions(link.extract);
    const entity = definition?.entity;
    const extract = entity?.kind === "extract" ? entity : undefined;
    const id = idOf(link.extract, review);
    const words = quoted((extract?.quote ?? extract?.paraphrase)?.text, QUOTE);
    const isKnown = review.isDefined(link.extract);
    const where = plain(extract?.at?.text ?? "");
    const slots = slotsNote(link.slots, review).trim();
    const said = [where, slots, isKnown ? "" : t("unknown")].filter((word) => word !== "");
    return {
      kind: "link",
      label: words === "" ? id : `${id}  ${words}`,
      description: said.join(" "),
      icon: isKnown ? { name: "quote", tone: link.stance } : { name: "question", tone: "warning" },
      accessibility: [
        `${id} ${link.stance}`,
        ...speaksTo(link, review),
        ...(isKnown ? [] : [t("unknown")]),
        where,
        words,
      ]
        .filter((word) => word !== "")
        .join(", "),
      children: "none",
      place: placeOfName(link.extract, review) ?? placeOfLink(link),
      record: link.extract,
      link: { stance: link.stance, of },
      actions: UNLINKABLE,
    };
  };
  return new PlainRow(parent, link.extract, make, undefined, owner);
}

/** "speaks to C and M". */
function speaksTo({ slots }: Link, review: Review): readonly string[] {
  if (slots.length === 0) return [];
  const words = slots.map((slot) => plain(roleWord(slot, review.manifest.scheme)));
  return [t("speaks to {0}", joined(words, "and"))];
}

export interface BearingItem {
  readonly link: Link;
  /** The last part of its row's id; rows without an id are counted. */
  readonly part: string;
}

/** What an extract or a source bears on, a row each, by stance. */
export function bearingList(name: Name, links: readonly Link[], review: Review): Listed<BearingItem> {
  const nameless = new Map<string, number>();
  const items = byStance(links).map((link): BearingItem => {
    const part = `b:${link.stance}|${link.row ? link.row.placed.uri : link.record}`;
    if (!link.row) return { link, part };
    const before = nameless.get(part) ?? 0;
    nameless.set(part, before + 1);
    return { link, part: `${part}~${before}` };
  });
  return {
    items,
    counted: linkCount,
    part: ({ part }) => part,
    row: (parent, owner, item) =>
      new PlainRow(parent, item.part, () => bearingNode(name, item.link, review), undefined, owner),
    called: ({ link }) => (link.row ? calledInTree(link.row, review) : idOf(link.record, review)),
  };
}

function bearingNode(name: Name, link: Link, review: Review): Omit<TreeNode, "id"> {
  const definition = link.row ?? review.definitions(link.record)[0];
  const id = link.row ? calledInTree(link.row, review) : idOf(link.record, review);
  const title = definition ? firstWords(titleOf(definition), TITLE) : "";
  const slots = slotsNote(link.slots, review).trim();
  const reason = firstWords(link.reasons.join("; "), QUOTE);
  const said = [slots, definition ? "" : t("unknown"), reason].filter((word) => word !== "");
  return {
    kind: "bearing",
    label: `${link.stance} ${id}${title === "" ? "" : `  ${title}`}`,
    description: said.join(" "),
    icon: definition ? stanceIcon(link.stance) : { name: "question", tone: "warning" },
    accessibility: [`${link.stance} ${id}`, title, ...speaksTo(link, review), definition ? "" : t("unknown"), reason]
      .filter((word) => word !== "")
      .join(", "),
    children: "none",
    place: definition ? placeOf(definition) : placeOfLink(link),
    record: link.row ?? link.record,
    link: { stance: link.stance, of: name },
    actions: UNLINKABLE,
  };
}
