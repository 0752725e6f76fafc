/** What a record's links say, wherever they stand in it, to hold a text before an edit against the text after it. */
import type { Entity } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";

export interface United {
  readonly slots: Set<string>;
  readonly reasons: Set<string>;
}

/** What a record's links say, united: by the other end and the stance. */
export function evidence(entity: Entity): Map<string, United> {
  const found = new Map<string, United>();
  for (const each of "evidence" in entity ? entity.evidence : []) {
    const key = `${each.name}|${each.stance}`;
    const united = found.get(key) ?? { slots: new Set(), reasons: new Set() };
    for (const slot of each.slots) united.slots.add(slotKey(slot));
    for (const reason of said(each.reason)) united.reasons.add(reason);
    found.set(key, united);
  }
  return found;
}

/** The reasons in a reason: a bullet's own stop is not theirs. */
export function said(reason = ""): readonly string[] {
  return reason
    .split("; ")
    .map((each) => each.replace(/\.$/, ""))
    .filter((each) => each !== "");
}

export function alike(one: ReadonlyMap<string, United>, other: ReadonlyMap<string, United>): boolean {
  const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
    a.size === b.size && [...a].every((each) => b.has(each));
  return (
    one.size === other.size &&
    [...one].every(([key, united]) => {
      const others = other.get(key);
      return others !== undefined && same(united.slots, others.slots) && same(united.reasons, others.reasons);
    })
  );
}
