/** Where a configuration leads, and what leads to it. A ripple is followed as far as somebody opens it; where it comes back, the row says so. */

import { grouped, t } from "../../l10n.ts";
import { type Cmoc, type Name, RELATIONS, type Ref } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import { refsIn } from "../card/asking.ts";
import { configurationCount, linkCount } from "../card/counts.ts";
import { idOf, placeOf, shownId } from "../card/naming.ts";
import { firstWords } from "../card/words.ts";
import { relationIcon } from "./look.ts";
import { NO_ACTIONS, type TreeNode } from "./node.ts";
import { NO_ROWS, PlainRow, type Row } from "./row.ts";
import { type Listed, ListRow } from "./stretches.ts";
import { titleOf } from "./titles.ts";

const LEADS: readonly string[] = ["leads to"];
const REASON = 120;
const TITLE = 160;

/** Whether a configuration has such a link of its own. */
export function hasRelations({ brief }: Definition, fields: readonly string[] = RELATIONS): boolean {
  return brief.links.some(({ field, inReason }) => !inReason && fields.includes(field));
}

/** A row for each link to another configuration; `above` are the configurations on the way here. */
export function relationList(
  at: Definition<Cmoc>,
  above: readonly Name[],
  review: Review,
  fields: readonly string[] = RELATIONS,
): Listed<Ref> {
  return {
    items: refsIn(at.brief.links as readonly Ref[], fields),
    counted: linkCount,
    part: ({ field, name }) => `w:${field}|${name}`,
    row: (parent, owner, ref) => relationRow(parent, owner, ref, at, above, review),
    called: ({ name }) => idOf(name, review),
  };
}

function relationRow(
  parent: Row,
  owner: Row,
  ref: Ref,
  from: Definition<Cmoc>,
  above: readonly Name[],
  review: Review,
): Row {
  const { name, field } = ref;
  const [target] = review.definitions(name);
  const isLoop = LEADS.includes(field) && above.includes(name);
  const next = target && !isLoop && LEADS.includes(field) && isCmoc(target) ? target : undefined;
  const goesOn = next !== undefined && hasRelations(next as Definition, LEADS);
  const said = (): Omit<TreeNode, "id"> => ({
    ...relationNode(ref, from, target, isLoop, review),
    children: goesOn ? "closed" : "none",
  });
  const below = (): Listed<Ref> => relationList(next ?? from, [...above, name], review, goesOn ? LEADS : []);
  return new ListRow(parent, `w:${field}|${name}`, said, below, owner);
}

function isCmoc(at: Definition): at is Definition<Cmoc> {
  return at.brief.kind === "cmoc";
}

function relationNode(
  { name, field, reason, start, end }: Ref,
  { placed }: Definition<Cmoc>,
  target: Definition | undefined,
  isLoop: boolean,
  review: Review,
): Omit<TreeNode, "id"> {
  const id = idOf(name, review);
  const title = target ? firstWords(titleOf(target), TITLE) : "";
  const why = firstWords(reason ?? "", REASON);
  const state = isLoop ? t("a loop") : target ? "" : t("unknown");
  const spoken = isLoop ? t("a loop, it comes back to a configuration above") : state;
  const icon = isLoop ? "sync" : target ? relationIcon(field) : "question";
  return {
    kind: isLoop ? "loop" : "relation",
    label: `${field} ${id}${title === "" ? "" : `  ${title}`}`,
    description: [state, why].filter((word) => word !== "").join(" · "),
    icon: { name: icon, ...(!target && { tone: "warning" as const }) },
    accessibility: [`${field} ${id}`, title, spoken, why].filter((word) => word !== "").join(", "),
    children: "none",
    place: target
      ? placeOf(target)
      : { uri: placed.uri, span: { start: placed.start + start, end: placed.start + end } },
    record: name,
    actions: NO_ACTIONS,
  };
}

/** The configurations that lead to this one, each once. */
function followed(name: Name, review: Review): readonly Definition[] {
  const found = new Map<Name, Definition>();
  for (const { ref, from } of review.references(name)) {
    if (from?.brief.kind !== "cmoc" || from.name === "" || !LEADS.includes(ref.field) || ref.inReason) continue;
    if (!found.has(from.name)) found.set(from.name, from);
  }
  return [...found.values()];
}

export function isFollowed(name: Name, review: Review): boolean {
  return name !== "" && review.isReferred(name, ({ field, inReason }) => LEADS.includes(field) && !inReason);
}

/** The row `Follows from`, with the configurations that lead to this one; none where nothing does. */
export function followerRows(parent: Row, name: Name, review: Review): readonly Row[] {
  if (!isFollowed(name, review)) return NO_ROWS;
  const from = followed(name, review);
  return from.length === 0 ? NO_ROWS : [followersRow(parent, from, review)];
}

function followersRow(parent: Row, from: readonly Definition[], review: Review): Row {
  const part = (at: Definition): string => `w:follows from|${at.name}`;
  const said = (): Omit<TreeNode, "id"> => ({
    kind: "followers",
    label: t("Follows from"),
    description: grouped(from.length),
    icon: { name: relationIcon("follows from") },
    accessibility: t("Follows from {0}", configurationCount(from.length)),
    children: "closed",
    actions: NO_ACTIONS,
  });
  const list: Listed<Definition> = {
    items: from,
    counted: configurationCount,
    part,
    row: (above, owner, at) => new PlainRow(above, part(at), () => followerNode(at, review), undefined, owner),
    called: (at) => shownId(at, review),
  };
  return new ListRow(parent, "f", said, () => list);
}

function followerNode(at: Definition, review: Review): Omit<TreeNode, "id"> {
  const id = shownId(at, review);
  const title = firstWords(titleOf(at), TITLE);
  return {
    kind: "relation",
    label: title === "" ? id : `${id}  ${title}`,
    description: "",
    icon: { name: relationIcon("follows from") },
    accessibility: t("follows from {0}", title === "" ? id : `${id}, ${title}`),
    children: "none",
    place: placeOf(at),
    record: at.name,
    actions: NO_ACTIONS,
  };
}
