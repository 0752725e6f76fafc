/**
 * Which slots a name like `M1` or `O` means. A resource and the reasonings after it share one number, the next resource or whole mechanism
 * begins another; every other slot has a number of its own. A number that somebody wrote goes before the one that is counted.
 */
import type { RoleMention } from "./slots.ts";

interface Group {
  readonly role: string;
  /** From 1, among the groups of one role; the number it is counted as, once those that somebody wrote are known. */
  place: number;
  /** The number that one of its slots bears in writing. */
  n: number | string | undefined;
}

/**
 * For each slot the number it goes by: the written one of its group, else its place among the groups of its role, from 1, or the first
 * number that is free where somebody wrote that one at another.
 */
export function countSlots(slots: readonly RoleMention[]): readonly (number | string)[] {
  return groupsOf(slots).map((group) => group.n ?? group.place);
}

function groupsOf(slots: readonly RoleMention[]): readonly Group[] {
  const last = new Map<string, Group>();
  let written = false;
  const groups = slots.map((slot) => {
    const before = last.get(slot.role);
    if (slot.n !== undefined) written = true;
    if (before !== undefined && slot.part === "reasoning") {
      if (slot.n === undefined || before.n === undefined || slot.n === before.n) {
        before.n ??= slot.n;
        return before;
      }
    }
    const made: Group = { role: slot.role, place: (before?.place ?? 0) + 1, n: slot.n };
    last.set(slot.role, made);
    return made;
  });
  if (written) number(new Set(groups));
  return groups;
}

/** Counts groups without a written number past the numbers that others of their role bear in writing. */
function number(groups: ReadonlySet<Group>): void {
  const taken = new Set<string>();
  const free = new Map<string, number>();
  for (const group of groups) if (group.n !== undefined) taken.add(`${group.role} ${group.n}`);
  for (const group of groups) {
    if (group.n !== undefined) continue;
    if (taken.has(`${group.role} ${group.place}`)) {
      let next = free.get(group.role) ?? 1;
      while (taken.has(`${group.role} ${next}`)) next++;
      free.set(group.role, next);
      group.place = next;
    }
    taken.add(`${group.role} ${group.place}`);
  }
}

/** The slots of one configuration by the ways in which they can be named, so that each of many links finds its own at once. */
class SlotNames {
  private readonly slots: readonly RoleMention[];
  private readonly byRole = new Map<string, number[]>();
  /** By role and written number. */
  private readonly byWritten = new Map<string, number[]>();
  /** By role and counted number, of those without a written one. */
  private readonly byPlace = new Map<string, number[]>();
  /** By role and written number without its letter: `M 1` for `M1a`. */
  private readonly byStem = new Map<string, number[]>();

  constructor(slots: readonly RoleMention[]) {
    this.slots = slots;
    const groups = groupsOf(slots);
    for (let at = 0; at < slots.length; at++) {
      const { role, n, place } = groups[at] as Group;
      put(this.byRole, role, at);
      if (n === undefined) put(this.byPlace, `${role} ${place}`, at);
      else {
        const written = String(n);
        put(this.byWritten, `${role} ${written}`, at);
        if (/[A-Za-z]$/.test(written)) put(this.byStem, `${role} ${written.slice(0, -1)}`, at);
      }
    }
  }

  named(named: RoleMention): readonly number[] {
    if (named.n === undefined) return this.qualified(named, this.byRole.get(named.role));
    const key = `${named.role} ${named.n}`;
    const written = this.qualified(named, this.byWritten.get(key));
    if (written.length > 0 || typeof named.n !== "number") return written;
    const counted = this.qualified(named, this.byPlace.get(key));
    return counted.length > 0 ? counted : this.qualified(named, this.byStem.get(key));
  }

  private qualified(named: RoleMention, places: readonly number[] | undefined): readonly number[] {
    if (places === undefined) return NO_PLACES;
    return isRoleAlone(named) ? places : places.filter((at) => qualified(named, this.slots[at] as RoleMention));
  }
}

const NO_PLACES: readonly number[] = [];

function put(map: Map<string, number[]>, key: string, at: number): void {
  const known = map.get(key);
  if (known) known.push(at);
  else map.set(key, [at]);
}

/** Whether nothing qualifies a role, its number aside. */
function isRoleAlone({ part, position, absent, layer }: RoleMention): boolean {
  return part === undefined && position === undefined && absent === undefined && layer === undefined;
}

const known = new WeakMap<readonly RoleMention[], SlotNames>();

/**
 * The places in `slots` of those that `named` means, ascending; empty when it names none. Without a number it means all of its role, with
 * a part, a position, a layer or `absent` only those that have it. `M1` also means `M1a` and `M1b` when nothing is called `M1`.
 * What a list's slots are called is found once a list.
 */
export function slotsNamed(named: RoleMention, slots: readonly RoleMention[]): readonly number[] {
  let names = known.get(slots);
  if (!names) {
    names = new SlotNames(slots);
    known.set(slots, names);
  }
  return names.named(named);
}

function qualified(named: RoleMention, slot: RoleMention): boolean {
  return (
    (named.part === undefined || named.part === slot.part) &&
    (named.position === undefined || named.position === slot.position) &&
    (named.absent === undefined || named.absent === slot.absent) &&
    (named.layer === undefined || named.layer === slot.layer)
  );
}
