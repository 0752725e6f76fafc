/** Where the evidence of a configuration is written, and more of it written there. */
import type { Name } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import type { Stance } from "../../vocabulary.ts";
import { addLink, type NewLink } from "../edit/add-link.ts";
import { editsOf, type Refusal, refuse } from "../edit/outcome.ts";
import { isRow } from "../edit/record.ts";
import { listOf } from "../edit/rename.ts";
import { said } from "../edit/united.ts";
import { type Draft, type Spot, spotOf } from "./draft.ts";

/** A link by its ends: the extract or the source, and the stance. */
export function linkKey(extract: Name, stance: Stance): string {
  return `${extract}|${stance}`;
}

/** Writes a link where one of the same ends stands; a range that has it is written out where it lacks a slot or a reason. */
export function united(draft: Draft, writer: Spot, name: Name, link: NewLink): Refusal | undefined {
  const { stance, slots = [], reason } = link;
  return draft.attempt(() => {
    const found = draft.at(writer);
    if (!found) return refuse("moved");
    const { entity } = found;
    const refs = "evidence" in entity ? entity.evidence : [];
    const own = refs.filter((ref) => ref.name === name && ref.stance === stance && !ref.inReason);
    const [ranged] = own;
    if (ranged && own.every(({ range }) => range !== undefined)) {
      const known = new Set(own.flatMap((ref) => ref.slots.map(slotKey)));
      const told = new Set(own.flatMap((ref) => said(ref.reason)));
      if (slots.every((slot) => known.has(slotKey(slot))) && said(reason).every((each) => told.has(each)))
        return undefined;
      const { placed } = found;
      const text = draft.review.text(placed.uri) ?? "";
      const edit = listOf(text, placed, ranged, draft.review.manifest.scheme, (each) =>
        each === name ? ranged.id : undefined,
      );
      if (edit) draft.take(editsOf(placed.uri, text, [edit]));
    }
    const at = draft.at(writer);
    return at ? draft.take(addLink(draft.review, at, name, link)) : refuse("moved");
  });
}

/** Where a configuration has its links: at itself or at the extract, by a range where nothing else says so; another of the same ends is united with it there. */
export function placesOf({ review }: Draft, to: Spot): Map<string, Spot> {
  const found = new Map<string, Spot>();
  for (const { extract, stance, places } of review.evidenceFor(to.name)) {
    const own = places.filter(({ from }) => from && !isRow(from.brief));
    const from = (own.find(({ ref }) => ref.range === undefined) ?? own[0])?.from;
    if (from) found.set(linkKey(extract, stance), spotOf(review, from));
  }
  return found;
}
