/**
 * Which extracts may have several links with one record. Found in one pass over all evidence in the order of the text, since to ask extract by extract
 * what mentions it is to go through a large review in no order. Pairs of names are bits of a filter, so that now and then an extract is taken
 * for one that is none.
 */
import type { PieceFacts } from "../model/piece-facts.ts";
import type { Name } from "../model/types.ts";
import { hashOf } from "./name-map.ts";
import { isEvidence } from "./placed.ts";

/** A power of 2. */
const BITS = 1 << 23;

export class Repeats {
  private readonly extracts = new Set<Name>();
  private readonly filter = new Uint32Array(BITS / 32);
  private rows = 0;

  take(facts: PieceFacts): void {
    for (let index = 0; index < facts.count; index++) {
      const { kind, name, links } = facts.record(index);
      // A row without an id is nobody else.
      const own = name === "" ? ++this.rows : hashOf(name);
      for (const ref of links) {
        if (!isEvidence(ref) || ref.inReason) continue;
        const other = hashOf(ref.name);
        if (kind === "extract") this.note(name, own, other);
        else this.note(ref.name, other, own);
      }
    }
  }

  /** Those that were met with one record twice. */
  done(): ReadonlySet<Name> {
    return this.extracts;
  }

  private note(name: Name, extract: number, record: number): void {
    const pair = Math.imul(Math.imul(extract, 0x9e3779b1) ^ record, 0x85ebca6b);
    const bit = (pair ^ (pair >>> 13)) & (BITS - 1);
    const at = bit >>> 5;
    const mask = 1 << (bit & 31);
    const word = this.filter[at] ?? 0;
    if ((word & mask) !== 0) this.extracts.add(name);
    else this.filter[at] = word | mask;
  }
}
