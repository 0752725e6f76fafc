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

/**
 * The places in `slots` of those that `named` means, ascending; empty when it names none. Without a number it means all of its role, with
 * a part, a position, a layer or `absent` only those that have it. `M1` also means `M1a` and `M1b` when nothing is called `M1`.
 */
export function slotsNamed(named: RoleMention, slots: readonly RoleMention[]): readonly number[] {
  const candidates: number[] = [];
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at];
    if (slot !== undefined && slot.role === named.role && qualified(named, slot)) candidates.push(at);
  }
  if (named.n === undefined || candidates.length === 0) return candidates;
  const groups = groupsOf(slots);
  const wanted = String(named.n);
  const written = candidates.filter((at) => groups[at]?.n !== undefined && String(groups[at]?.n) === wanted);
  if (written.length > 0 || typeof named.n !== "number") return written;
  const counted = candidates.filter((at) => groups[at]?.n === undefined && groups[at]?.place === named.n);
  if (counted.length > 0) return counted;
  return candidates.filter((at) => {
    const number = String(groups[at]?.n ?? "");
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
