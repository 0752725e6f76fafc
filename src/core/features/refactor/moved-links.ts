/** Evidence of one configuration, written as evidence of another. */

import type { Claim, Evidence, Name } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import type { Definition, Link } from "../../review.ts";
import { fold } from "../../syntax/bullets.ts";
import { slotsNamed } from "../../syntax/roles.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import { STANCES, type Stance } from "../../vocabulary.ts";
import { refuse } from "../edit/outcome.ts";
import { openRecord } from "../edit/record.ts";
import { mentionText } from "../edit/spell.ts";
import { said } from "../edit/united.ts";
import { type Draft, type Spot, spotOf } from "./draft.ts";
import { linkKey, placesOf, united } from "./link-places.ts";
import { oneRenamed } from "./naming.ts";
import { takenOut } from "./taken-out.ts";

/**
 * How slots are taken over: those that the other has too, but for links that it has as a whole; those too; or none. The reason says which were not.
 */
export type SlotsOver = "wider" | "matching" | "in words";

/** What one record says of another, in one stance. */
export interface Said {
  /** Where it is written. */
  readonly spot: Spot;
  /** The other end: of what is written at an extract the configuration. */
  readonly name: Name;
  readonly stance: Stance;
  readonly slots: readonly RoleMention[];
  readonly reasons: readonly string[];
}

/** Every link of a configuration as it is written, at extracts and at itself. */
export function writtenLinks(draft: Draft, of: Spot, withoutSlots = false): readonly Said[] {
  const { review } = draft;
  const froms = new Map<object, Definition>();
  for (const { places } of review.evidenceFor(of.name))
    for (const { from } of places) if (from) froms.set(from.brief, from);
  return [...froms.values()].flatMap((from) => {
    const { entity } = from;
    const all = "evidence" in entity ? entity.evidence : [];
    const isAtExtract = entity.kind === "extract";
    const held = withoutSlots && !isAtExtract ? (openRecord(review, from)?.bullets ?? []) : [];
    const isInSlot = ({ start }: Evidence): boolean =>
      held.some(({ read, bullet }) => read.is === "slot" && bullet.start <= start && start < bullet.end);
    const own = all.filter((each) => !each.inReason && (!isAtExtract || each.name === of.name) && !isInSlot(each));
    const spot = spotOf(review, from);
    return STANCES.flatMap((stance) =>
      [...grouped(own.filter((each) => each.stance === stance))].map(
        ([name, refs]): Said => ({
          spot,
          name,
          stance,
          slots: slotsIn(refs),
          reasons: reasonsIn(refs),
        }),
      ),
    );
  });
}

function grouped(refs: readonly Evidence[]): ReadonlyMap<Name, readonly Evidence[]> {
  const found = new Map<Name, Evidence[]>();
  for (const ref of refs) found.set(ref.name, [...(found.get(ref.name) ?? []), ref]);
  return found;
}

function slotsIn(refs: readonly Evidence[]): readonly RoleMention[] {
  const found = new Map<string, RoleMention>();
  for (const { slots } of refs) for (const slot of slots) if (!found.has(slotKey(slot))) found.set(slotKey(slot), slot);
  return [...found.values()];
}

/** Reasons, and where in a source it was cited. */
function reasonsIn(refs: readonly Evidence[]): readonly string[] {
  return [...new Set(refs.flatMap(({ reason, locator }) => [...said(reason), ...(locator ? [locator] : [])]))];
}

/** Links that could not be written at the other configuration, and stayed; each as `@okafor2014#e4`. */
export type Left = readonly string[];

export interface Moved {
  readonly left: Left;
  /** Links that the one had as a whole, or the other, and that are for slots now. */
  readonly narrowed: { readonly gone: readonly string[]; readonly kept: readonly string[] };
  /** Whether there were links that could have been narrowed, and were not. */
  readonly isWider: boolean;
  /** What stood at links that were written elsewhere and could not go with them, each as `@okafor2014#e4 supports <!-- weakly -->`. */
  readonly told: readonly string[];
}

/** Moves the evidence of one configuration to another, wherever it is written; what is cited in words stays there as well. */
export function moveEvidence(draft: Draft, from: Spot, to: Spot, over: SlotsOver): Moved {
  const left: string[] = [];
  const told: string[] = [];
  const places = placesOf(draft, to);
  const [its, had] = [linksOf(draft, from), linksOf(draft, to)];
  const isWhole = (link: Link | undefined): boolean => link?.slots.length === 0;
  let isWider = false;
  for (const link of writtenLinks(draft, from)) {
    const isAtExtract = link.spot.kind === "extract";
    const extract = isAtExtract ? link.spot.name : link.name;
    const target = draft.at(to);
    if (!target) continue;
    const key = linkKey(extract, link.stance);
    const wide = over === "wider" && link.slots.length > 0 && isWhole(had.get(key));
    isWider ||= wide;
    const { slots, reason } = carried(draft, link, target.entity as Claim, wide ? "in words" : over);
    const held = places.get(key);
    const writer = held ?? (isAtExtract ? link.spot : to);
    places.set(key, writer);
    if (!held && isAtExtract && slots.length === link.slots.length && isRenamed(draft, link, to)) continue;
    const name = writer.kind === "extract" ? to.name : extract;
    if (united(draft, writer, name, { stance: link.stance, slots, reason })) {
      left.push(shown(extract));
      continue;
    }
    const words = takenOut(draft, link.spot, isAtExtract ? from.name : link.name, link.stance);
    if (typeof words === "string") told.push(...(words === "" ? [] : [words]));
    // What cites it in running words goes on doing so; a field that cannot be parted from its words is told of.
    else if (isAtExtract) left.push(shown(extract));
  }
  const after = linksOf(draft, to);
  const narrowed = (links: Links): readonly string[] =>
    [...links].flatMap(([key, link]) =>
      isWhole(link) && (after.get(key)?.slots.length ?? 0) > 0 ? [shown(link.extract)] : [],
    );
  return { left: [...new Set(left)], narrowed: { gone: narrowed(its), kept: narrowed(had) }, isWider, told };
}

function shown(extract: Name): string {
  return `@${extract.slice(2)}`;
}

type Links = ReadonlyMap<string, Link>;

function linksOf({ review }: Draft, of: Spot): Links {
  return new Map(review.evidenceFor(of.name).map((link) => [linkKey(link.extract, link.stance), link]));
}

/** Lets an extract that says nothing of `to` in this stance name it where it names the other; true when that is done, and all of it. */
function isRenamed(draft: Draft, { spot, name, stance }: Said, to: Spot): boolean {
  const evidence = (): readonly Evidence[] => {
    const { entity } = draft.at(spot) ?? {};
    return entity && "evidence" in entity
      ? entity.evidence.filter((each) => each.stance === stance && !each.inReason)
      : [];
  };
  const own = evidence().filter((each) => each.name === name);
  if (own.some(({ range }) => range !== undefined) || evidence().some((each) => each.name === to.name)) return false;
  return !draft.attempt(() => {
    for (let count = own.length; count > 0; count--) {
      const at = draft.at(spot);
      const ref = evidence().find((each) => each.name === name);
      const refusal = at && ref ? draft.take(oneRenamed(draft, at, ref, to.name)) : refuse("moved");
      if (refusal) return refusal;
    }
    const after = evidence();
    const isWhole = after.filter((each) => each.name === to.name).length === own.length;
    return isWhole && after.every((each) => each.name !== name) ? undefined : refuse("form");
  });
}

function carried(
  draft: Draft,
  { slots, reasons }: Said,
  target: Claim,
  over: SlotsOver,
): { readonly slots: readonly RoleMention[]; readonly reason: string } {
  const roles = target.kind === "cmoc" ? target.slots : [];
  const matching = over !== "in words" ? slots.filter((slot) => slotsNamed(slot, roles).length > 0) : [];
  const others = slots.filter((slot) => !matching.includes(slot));
  return { slots: matching, reason: fold([...reasons, ...spoken(others, draft)].join("; ")) };
}

/** Slots as a reason tells of them. */
export function spoken(slots: readonly RoleMention[], { review }: Draft): readonly string[] {
  const { scheme } = review.manifest;
  return slots.length === 0
    ? []
    : [`spoke to ${slots.map((slot) => mentionText(slot, scheme) ?? slot.role).join(", ")}`];
}
