/** How many records have an id of some letters and a number: by the letters before the number, `tr` for `r:tr3`. */
import { numberStart } from "../ids.ts";
import type { Name } from "../model/types.ts";

interface Count {
  readonly prefix: string;
  records: number;
}

export class Prefixes {
  private readonly counts = new Map<string, Count>();
  private toggled = new Set<string>();
  /** What was counted last: the ids of a file are mostly of one prefix. */
  private last: Count | undefined;

  has(prefix: string): boolean {
    return this.counts.has(prefix);
  }

  /** Counts a record more or, with -1, one less. */
  count(name: Name, by: 1 | -1): void {
    const end = prefixEnd(name);
    if (end === 0) return;
    const count = this.of(name, end);
    const before = count.records;
    count.records += by;
    if (before !== 0 && count.records !== 0) return;
    const { prefix } = count;
    if (!this.toggled.delete(prefix)) this.toggled.add(prefix);
    if (count.records > 0) return;
    this.counts.delete(prefix);
    this.last = undefined;
  }

  private of(name: Name, end: number): Count {
    const { last } = this;
    if (last !== undefined && last.prefix.length === end - 2 && name.startsWith(last.prefix, 2)) return last;
    const prefix = name.slice(2, end);
    const known = this.counts.get(prefix) ?? { prefix, records: 0 };
    if (known.records === 0) this.counts.set(prefix, known);
    this.last = known;
    return known;
  }

  /** Prefixes that came or went since this was last asked. */
  takeToggled(): ReadonlySet<string> {
    if (this.toggled.size === 0) return this.toggled;
    const { toggled } = this;
    this.toggled = new Set();
    return toggled;
  }
}

/** The letters before the number of a record's id: `tr` for `r:tr3`. */
export function prefixOf(name: Name): string | undefined {
  const end = prefixEnd(name);
  return end === 0 ? undefined : name.slice(2, end);
}

/** Where the prefix of a record's name ends; 0 for a name without one. */
function prefixEnd(name: Name): number {
  if (name.charCodeAt(0) !== RECORD) return 0;
  const end = numberStart(name);
  return end > 2 && end < name.length ? end : 0;
}

const RECORD = 114;
