/** Lists of roles, each kept once: configurations of the same make have one, and so have links that name the same slots. */
import { Pool } from "./pool.ts";
import type { RoleMention } from "./slots.ts";

const lists = new Pool<readonly RoleMention[]>(5_000);
/** By its length the list that was asked for last: most configurations of a review are of few makes. */
const latest: (readonly RoleMention[] | undefined)[] = [];
const MOST_LATEST = 32;
export const NO_ROLES: readonly RoleMention[] = [];

/** The list of the same roles that all share, without the words of slots: thousands of links name the same. */
export function sharedRoles(slots: readonly RoleMention[]): readonly RoleMention[] {
  const { length } = slots;
  if (length === 0) return NO_ROLES;
  const last = length < MOST_LATEST ? latest[length] : undefined;
  if (last && areSame(last, slots)) return last;
  const shared = keyed(slots);
  if (length < MOST_LATEST) latest[length] = shared;
  return shared;
}

function areSame(known: readonly RoleMention[], slots: readonly RoleMention[]): boolean {
  for (let at = 0; at < known.length; at++) {
    const one = known[at] as RoleMention;
    const other = slots[at] as RoleMention;
    if (one.role !== other.role || one.part !== other.part || one.n !== other.n) return false;
    if (one.position !== other.position || one.absent !== other.absent || one.layer !== other.layer) return false;
  }
  return true;
}

function keyed(slots: readonly RoleMention[]): readonly RoleMention[] {
  let key = "";
  for (const slot of slots) key += roleKey(slot);
  return lists.get(key) ?? lists.set(key, slots.map(roleOnly));
}

function roleKey({ role, part, position, absent, layer, n }: RoleMention): string {
  let key = role;
  if (part !== undefined) key += `p${part}`;
  if (position !== undefined) key += `f${position}`;
  if (absent) key += "!";
  if (layer !== undefined) key += `l${layer}`;
  if (n !== undefined) key += typeof n === "number" ? `#${n}` : `$${n}`;
  return `${key}|`;
}

function roleOnly({ role, part, position, absent, layer, n }: RoleMention): RoleMention {
  return {
    role,
    ...(part && { part }),
    ...(position && { position }),
    ...(absent && { absent }),
    ...(layer !== undefined && { layer }),
    ...(n !== undefined && { n }),
  };
}
