/**
 * What is out of the ordinary among the names of a review: those that are mentioned and that no record defines (a source's, too), and those that more
 * than one record does. In a review that is in order they are few, so that most references need no look at what they name.
 */
import type { Name } from "../model/types.ts";
import type { Placed } from "./placed.ts";
import type { Shelf } from "./shelf.ts";

export class Odd {
  readonly names = new Set<Name>();
  /** The pieces that mention one of them. */
  readonly mentioning = new Set<Placed>();
  /** Of pieces of several records: the names that more than one of them bears. */
  private readonly repeated = new Map<Placed, ReadonlySet<Name>>();

  take(name: Name, definers: Shelf<Placed> | undefined, mentions: Shelf<Placed> | undefined): void {
    if (!this.isOdd(name, definers)) return;
    this.names.add(name);
    if (Array.isArray(mentions)) for (const placed of mentions) this.mentioning.add(placed);
    else if (mentions) this.mentioning.add(mentions);
  }

  private isOdd(name: Name, definers: Shelf<Placed> | undefined): boolean {
    if (definers === undefined || Array.isArray(definers)) return true;
    return definers.facts.count > 1 && this.repeatedIn(definers).has(name);
  }

  private repeatedIn(placed: Placed): ReadonlySet<Name> {
    const known = this.repeated.get(placed);
    if (known) return known;
    const names = new Set<Name>();
    const found = new Set<Name>();
    for (const { name } of placed.facts.records) {
      if (names.has(name)) found.add(name);
      else names.add(name);
    }
    this.repeated.set(placed, found);
    return found;
  }
}
