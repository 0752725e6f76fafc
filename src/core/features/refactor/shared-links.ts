/** Evidence of a configuration that is split, written at the two that it becomes. */

import { Mentions } from "../../model/slots.ts";
import { slotKey } from "../../review/links.ts";
import { fold } from "../../syntax/bullets.ts";
import { slotsNamed } from "../../syntax/roles.ts";
import type { RoleMention, Slot } from "../../syntax/slots.ts";
import { addLink } from "../edit/add-link.ts";
import { type Refusal, refuse } from "../edit/outcome.ts";
import type { Draft, Spot } from "./draft.ts";
import { another } from "./fields.ts";
import { linkKey } from "./link-places.ts";
import { type Left, spoken, writtenLinks } from "./moved-links.ts";
import { takenOut } from "./taken-out.ts";

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
  const taken = new Kept(all, (slot) => isTaken(slot) || isShared(slot));
  const staying = new Kept(all, (slot) => !isTaken(slot));
  for (const link of writtenLinks(draft, from, true)) {
    const isAtExtract = link.spot.kind === "extract";
    const extract = isAtExtract ? link.spot.name : link.name;
    const named = [...new Set(link.slots.flatMap((slot) => slotsNamed(slot, all)))];
    const stay = staying.named(link.slots);
    const goes = chosen.has(linkKey(extract, link.stance)) || (named.length > 0 && named.every(isTaken));
    const { stance } = link;
    const reason = fold(link.reasons.join("; "));
    const isSame = stay.length === link.slots.length && stay.every((slot, at) => slot === link.slots[at]);
    if (!goes && isSame) continue;
    if (goes) {
      const there = taken.named(link.slots.filter((slot) => slotsNamed(slot, all).length > 0));
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
    const refusal = draft.attempt(() => {
      const words = takenOut(draft, link.spot, name, stance);
      if (typeof words !== "string") return words;
      const again = draft.at(link.spot);
      const told = (): Refusal | undefined => (words === "" ? undefined : another(draft, from, "note", words));
      if (!keeps) return told();
      if (!again) return refuse("moved");
      return draft.take(addLink(draft.review, again, name, { stance, slots: stay, reason })) ?? told();
    });
    if (refusal) left.push(`@${extract.slice(2)}`);
  }
  return [...new Set(left)];
}

/** The slots of a configuration that one of the two has, and how links name them there. */
class Kept {
  private readonly slots: readonly Slot[];
  private readonly all: readonly Slot[];
  /** Their places among all. */
  private readonly places: readonly number[];
  private readonly mentions: Mentions;

  constructor(all: readonly Slot[], isKept: (slot: number) => boolean) {
    this.all = all;
    this.places = [...all.keys()].filter(isKept);
    this.slots = this.places.flatMap((place) => all[place] ?? []);
    this.mentions = new Mentions(this.slots);
  }

  /** The mentions that name the same slots here, as far as these are kept: as they are where they fit, `M` for all mechanisms; a number that is counted otherwise now is another. */
  named(mentions: readonly RoleMention[]): readonly RoleMention[] {
    const found = new Map<string, RoleMention>();
    for (const mention of mentions) {
      const before = slotsNamed(mention, this.all);
      const own = this.places.flatMap((place, index) => (before.includes(place) ? [index] : []));
      const meant = own.map((index) => this.mentions.of(index));
      const now = slotsNamed(mention, this.slots);
      const means = now.length === own.length && now.every((index) => own.includes(index));
      const isCounted = mention.n !== undefined && !meant.some((each) => slotKey(each) === slotKey(mention));
      const fits = before.length === 0 || (own.length > 0 && means && !isCounted);
      for (const each of fits ? [mention] : meant) if (!found.has(slotKey(each))) found.set(slotKey(each), each);
    }
    return [...found.values()];
  }
}
