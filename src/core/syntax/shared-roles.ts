/** Lists of roles, each kept once: configurations of the same make have one, and so have links that name the same slots. */
import { Pool } from "./pool.ts";
import type { RoleMention } from "./slots.ts";

const lists = new Pool<readonly RoleMention[]>(5_000);
export const NO_ROLES: readonly RoleMention[] = [];

/** The list of the same roles that all share, without the words of slots: thousands of links name the same. */
export function sharedRoles(slots: readonly RoleMention[]): readonly RoleMention[] {
  if (slots.length === 0) return NO_ROLES;
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
