/** Evidence of one configuration, written as evidence of another. */

import { Mentions } from "../../model/slots.ts";
import type { Claim, Evidence, Name } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import type { Definition } from "../../review.ts";
import { fold } from "../../syntax/bullets.ts";
import { slotsNamed } from "../../syntax/roles.ts";
import type { RoleMention, Slot } from "../../syntax/slots.ts";
import { STANCES, type Stance } from "../../vocabulary.ts";
import { addLink } from "../edit/add-link.ts";
import { isRefusal, refuse } from "../edit/outcome.ts";
import { isRow, openRecord } from "../edit/record.ts";
import { removeLink } from "../edit/remove-link.ts";
import { mentionText } from "../edit/spell.ts";
import { said } from "../edit/united.ts";
import { type Draft, type Spot, spotOf } from "./draft.ts";
import { oneRenamed } from "./naming.ts";

/** How slots are taken over: those that the other has too, or none, in which case the reason says which they were. */
export type SlotsOver = "matching" | "in words";

/** What one record says of another, in one stance. */
interface Said {
  /** Where it is written. */
  readonly spot: Spot;
  /** The other end: of what is written at an extract the configuration. */
  readonly name: Name;
  readonly stance: Stance;
  readonly slots: readonly RoleMention[];
  readonly reasons: readonly string[];
}

/** Every link of a configuration as it is written, at extracts and at itself. */
function writtenLinks(draft: Draft, of: Spot, withoutSlots = false): readonly Said[] {
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
        ([name, refs]): Said => ({ spot, name, stance, slots: slotsIn(refs), reasons: reasonsIn(refs) }),
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

/** Moves the evidence of one configuration to another, wherever it is written; what is cited in words stays there as well. */
export function moveEvidence(draft: Draft, from: Spot, to: Spot, over: SlotsOver): Left {
  const left: string[] = [];
  const places = placesOf(draft, to);
  for (const link of writtenLinks(draft, from)) {
    const isAtExtract = link.spot.kind === "extract";
    const extract = isAtExtract ? link.spot.name : link.name;
    const target = draft.at(to);
    if (!target) continue;
    const { slots, reason } = carried(draft, link, target.entity as Claim, over);
    const key = linkKey(extract, link.stance);
    const held = places.get(key);
    const writer = held ?? (isAtExtract ? link.spot : to);
    places.set(key, writer);
    if (!held && isAtExtract && slots.length === link.slots.length && isRenamed(draft, link, to)) continue;
    const at = draft.at(writer);
    const name = at?.brief.kind === "extract" ? to.name : extract;
    if (!at || draft.take(addLink(draft.review, at, name, { stance: link.stance, slots, reason }))) {
      left.push(`@${extract.slice(2)}`);
      continue;
    }
    const source = draft.at(link.spot);
    const gone = source && removeLink(draft.review, source, isAtExtract ? from.name : link.name, link.stance);
    if (gone && !isRefusal(gone)) draft.take(gone);
    // What cites it in running words goes on doing so; a field that cannot be parted from its words is told of.
    else if (isAtExtract) left.push(`@${extract.slice(2)}`);
  }
  return [...new Set(left)];
}

/** Where a configuration has its links: at itself or at the extract; another of the same ends is united with it there. */
function placesOf({ review }: Draft, to: Spot): Map<string, Spot> {
  const found = new Map<string, Spot>();
  for (const { extract, stance, places } of review.evidenceFor(to.name)) {
    const from = places.find((place) => place.from && !isRow(place.from.brief) && place.ref.range === undefined)?.from;
    if (from) found.set(linkKey(extract, stance), spotOf(review, from));
  }
  return found;
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
  const matching = over === "matching" ? slots.filter((slot) => slotsNamed(slot, roles).length > 0) : [];
  const others = slots.filter((slot) => !matching.includes(slot));
  return { slots: matching, reason: fold([...reasons, ...spoken(others, draft)].join("; ")) };
}

/** A link by its ends: the extract or the source, and the stance. */
export function linkKey(extract: Name, stance: Stance): string {
  return `${extract}|${stance}`;
}

/** How the slots of a configuration that is split are divided: by their places in it. */
export interface Divided {
  readonly slots: readonly Slot[];
  readonly isTaken: (slot: number) => boolean;
  readonly isShared: (slot: number) => boolean;
}

/**
 * Writes the chosen links of a split configuration, and those that speak to nothing but what was taken, at the new one. The old one keeps a link for the slots that it
 * has still, or as a whole with `keep`. Slots are named as they are counted then. What stands under a slot, or in its words, went with that.
 */
export function shareEvidence(
  draft: Draft,
  from: Spot,
  to: Spot,
  divided: Divided,
  chosen: ReadonlySet<string>,
  keep: boolean,
): Left {
  const left: string[] = [];
  const { slots: all, isTaken, isShared } = divided;
  const taken = numbered(all, (slot) => isTaken(slot) || isShared(slot));
  const staying = numbered(all, (slot) => !isTaken(slot));
  for (const link of writtenLinks(draft, from, true)) {
    const isAtExtract = link.spot.kind === "extract";
    const extract = isAtExtract ? link.spot.name : link.name;
    const named = [...new Set(link.slots.flatMap((slot) => slotsNamed(slot, all)))];
    const stay = named.flatMap((slot) => staying.get(slot) ?? []);
    const goes = chosen.has(linkKey(extract, link.stance)) || (named.length > 0 && named.every(isTaken));
    const { stance } = link;
    const reason = fold(link.reasons.join("; "));
    const isSame =
      stay.length === named.length && stay.every((slot) => link.slots.some((own) => slotKey(own) === slotKey(slot)));
    if (!goes && isSame) continue;
    if (goes) {
      const there = named.flatMap((slot) => taken.get(slot) ?? []);
      const others = named.length > 0 && there.length === 0 ? spoken(link.slots, draft) : [];
      const at = draft.at(isAtExtract ? link.spot : to);
      const words = { stance, slots: there, reason: fold([...link.reasons, ...others].join("; ")) };
      if (!at || draft.take(addLink(draft.review, at, isAtExtract ? to.name : link.name, words))) {
        left.push(`@${extract.slice(2)}`);
        continue;
      }
    }
    const keeps = (keep && chosen.has(linkKey(extract, stance))) || !goes || (named.length > 0 && stay.length > 0);
    if (keeps && isSame) continue;
    const name = isAtExtract ? from.name : link.name;
    const writer = draft.at(link.spot);
    const refusal = draft.attempt(() => {
      const gone = writer ? draft.take(removeLink(draft.review, writer, name, stance)) : refuse("moved");
      const again = draft.at(link.spot);
      if (gone || !keeps) return gone;
      return again ? draft.take(addLink(draft.review, again, name, { stance, slots: stay, reason })) : refuse("moved");
    });
    if (refusal) left.push(`@${extract.slice(2)}`);
  }
  return [...new Set(left)];
}

/** How links name the slots that are kept, by the places that these have among all. */
function numbered(all: readonly Slot[], isKept: (slot: number) => boolean): ReadonlyMap<number, RoleMention> {
  const places = [...all.keys()].filter(isKept);
  const mentions = new Mentions(places.flatMap((place) => all[place] ?? []));
  return new Map(places.map((place, index) => [place, mentions.of(index)]));
}

function spoken(slots: readonly RoleMention[], { review }: Draft): readonly string[] {
  const { scheme } = review.manifest;
  return slots.length === 0
    ? []
    : [`spoke to ${slots.map((slot) => mentionText(slot, scheme) ?? slot.role).join(", ")}`];
}
