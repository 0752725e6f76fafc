/** The slots of a configuration that is split, and how each of the two names those that it has. */
import { Mentions } from "../../model/slots.ts";
import { slotKey } from "../../review/links.ts";
import { slotsNamed } from "../../syntax/roles.ts";
import type { RoleMention, Slot } from "../../syntax/slots.ts";

/** How the slots of a configuration that is split are divided: by their places in it. */
export interface Divided {
  readonly slots: readonly Slot[];
  readonly isTaken: (slot: number) => boolean;
  readonly isShared: (slot: number) => boolean;
}

/** The slots of a configuration that one of the two has, and how links name them there. */
export class Kept {
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
