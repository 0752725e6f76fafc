/** What is known of each name of a review, by the name: a map of its own, since a cold start asks it several hundred thousand times. */
import type { Name } from "../model/types.ts";
import { NumberMap } from "./number-map.ts";

interface Named {
  readonly name: Name;
}

export class NameMap<T extends Named> {
  /** By a hash of the name. */
  private readonly byHash = new NumberMap<T>();
  /** Those whose hash another name had before them. */
  private readonly others = new Map<Name, T>();

  get(name: Name): T | undefined {
    const found = this.byHash.get(hashOf(name));
    if (found?.name === name) return found;
    return this.others.size === 0 ? undefined : this.others.get(name);
  }

  /** Adds what is known of a name that is not there. */
  add(thing: T): void {
    const hash = hashOf(thing.name);
    if (this.byHash.get(hash) === undefined) this.byHash.set(hash, thing);
    else this.others.set(thing.name, thing);
  }

  delete(name: Name): void {
    const hash = hashOf(name);
    if (this.byHash.get(hash)?.name === name) this.byHash.delete(hash);
    else this.others.delete(name);
  }

  *values(): Iterable<T> {
    yield* this.byHash.values();
    yield* this.others.values();
  }
}

/** FNV-1a, of the name's units. */
export function hashOf(name: Name): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash | 0;
}
