/**
 * Which slots a name like `M1` or `O` means. A resource and the reasonings after it share one number, the next resource or whole mechanism
 * begins another; every other slot has a number of its own. A number that somebody wrote goes before the one that is counted.
 */
import type { RoleMention } from "./slots.ts";

interface Group {
  /** From 1, among the groups of one role. */
  readonly place: number;
  /** The number that one of its slots bears in writing. */
  n: number | string | undefined;
}

/** For each slot the number it goes by: the written one of its group, else its place among the groups of its role, from 1. */
export function countSlots(slots: readonly RoleMention[]): readonly (number | string)[] {
  return groupsOf(slots).map((group) => group.n ?? group.place);
}

function groupsOf(slots: readonly RoleMention[]): readonly Group[] {
  const groups = new Map<string, Group[]>();
  return slots.map((slot) => {
    const before = groups.get(slot.role) ?? [];
    groups.set(slot.role, before);
    const last = before.at(-1);
    const follows =
      slot.part === "reasoning" && last && (slot.n === undefined || last.n === undefined || slot.n === last.n);
    if (follows) {
      last.n ??= slot.n;
      return last;
    }
    const made: Group = { place: before.length + 1, n: slot.n };
    before.push(made);
    return made;
  });
}

/**
 * The places in `slots` of those that `named` means, ascending; empty when it names none. Without a number it means all of its role, with
 * a part, a position, a layer or `absent` only those that have it. `M1` also means `M1a` and `M1b` when nothing is called `M1`.
 */
export function slotsNamed(named: RoleMention, slots: readonly RoleMention[]): readonly number[] {
  const groups = groupsOf(slots);
  const matching = (numbered: (group: Group | undefined) => boolean): readonly number[] =>
    slots.flatMap((slot, at) =>
      slot.role === named.role && qualified(named, slot) && numbered(groups[at]) ? [at] : [],
    );
  if (named.n === undefined) return matching(() => true);
  const wanted = String(named.n);
  const written = matching((group) => group?.n !== undefined && String(group.n) === wanted);
  if (written.length > 0 || typeof named.n !== "number") return written;
  const counted = matching((group) => group?.n === undefined && group?.place === named.n);
  if (counted.length > 0) return counted;
  return matching((group) => {
    const number = String(group?.n ?? "");
    return number.startsWith(wanted) && /^[A-Za-z]$/.test(number.slice(wanted.length));
  });
}

function qualified(named: RoleMention, slot: RoleMention): boolean {
  return (
    (named.part === undefined || named.part === slot.part) &&
    (named.position === undefined || named.position === slot.position) &&
    (named.absent === undefined || named.absent === slot.absent) &&
    (named.layer === undefined || named.layer === slot.layer)
  );
}
