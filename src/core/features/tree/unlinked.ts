/**
 * Extracts that bear on nothing and are not parked: how many, which, and the next one after a place. Those of sources that are excluded or await a
 * decision are not counted, as the rule `extract/unlinked` has it: to link them would be another mistake.
 */
import type { Brief, ExtractBrief } from "../../model/brief.ts";
import type { Evidence, Extract, Ref } from "../../model/types.ts";
import { Definition } from "../../review/placed.ts";
import { type Change, isEvidence, type Review } from "../../review.ts";
import type { Spot } from "./node.ts";
import { namesIn, recordAt } from "./places.ts";

const NONE: readonly Definition<Extract>[] = [];

export interface UnlinkedChange {
  /** The documents in which other extracts than before are unlinked. */
  readonly uris: ReadonlySet<string>;
  /** Whether there are some now where there were none, or none where there were some. */
  readonly isAnyNew: boolean;
}

const NO_CHANGE: UnlinkedChange = { uris: new Set(), isAnyNew: false };

export class UnlinkedExtracts {
  private readonly review: Review;
  private readonly byUri = new Map<string, readonly Definition<Extract>[]>();
  private total = 0;
  private revision: number | undefined;
  private list: readonly Definition<Extract>[] | undefined;
  /** The change that was taken in last: several may tell of it. */
  private last: { readonly change: Change; readonly said: UnlinkedChange } | undefined;

  constructor(review: Review) {
    this.review = review;
  }

  /** How many there are, for the badge. */
  get count(): number {
    this.build();
    return this.total;
  }

  /** In the order of paths and text. */
  all(): readonly Definition<Extract>[] {
    this.build();
    this.list ??= [...this.byUri.keys()].sort().flatMap((uri) => this.byUri.get(uri) ?? NONE);
    return this.list;
  }

  in(uri: string): readonly Definition<Extract>[] {
    this.build();
    return this.byUri.get(uri) ?? NONE;
  }

  /** The first one after a place; past the last one the first of all. Undefined where there is none. */
  next(spot: Spot): Definition<Extract> | undefined {
    const all = this.all();
    return all.find((at) => isBefore(spot, spotOf(at))) ?? all[0];
  }

  /** The last one before a place, or before the record that the place is in; before the first one the last of all. */
  previous(spot: Spot): Definition<Extract> | undefined {
    const all = this.all();
    const record = recordAt(this.review, spot);
    const from = record ? spotOf(record) : spot;
    for (let at = all.length - 1; at >= 0; at--) {
      const one = all[at] as Definition<Extract>;
      if (isBefore(spotOf(one), from)) return one;
    }
    return all[all.length - 1];
  }

  private build(): void {
    const { review } = this;
    if (this.revision === review.revision) return;
    this.revision = review.revision;
    this.byUri.clear();
    this.total = 0;
    this.list = undefined;
    for (const uri of review.uris()) this.put(uri, unlinkedIn(uri, review));
  }

  private put(uri: string, found: readonly Definition<Extract>[]): void {
    this.total += found.length - (this.byUri.get(uri)?.length ?? 0);
    if (found.length === 0) this.byUri.delete(uri);
    else this.byUri.set(uri, found);
    this.list = undefined;
  }

  /**
   * Takes a change in, to be told of each in turn; told of one again, it says the same. Gives what is unlinked otherwise than before; undefined where
   * that is not known, since a change was missed or the manifest's.
   */
  update(change: Change): UnlinkedChange | undefined {
    const { review, last } = this;
    if (change.from === change.to) return NO_CHANGE;
    if (last?.change === change) return last.said;
    if (change.all || this.revision !== change.from || review.revision !== change.to) {
      this.revision = undefined;
      this.last = undefined;
      return undefined;
    }
    const had = this.total > 0;
    this.revision = change.to;
    const uris = new Set(change.uris);
    // Extracts that share a name share what they bear on.
    for (const names of [change.mentioned, namesIn(change)])
      for (const name of names)
        if (name.startsWith("x:")) for (const { placed } of review.definitions(name)) uris.add(placed.uri);
    for (const key of change.sources) {
      const source = review.source(key);
      if (source?.uri !== undefined) for (const uri of [source.uri, ...source.others]) uris.add(uri);
    }
    const changed = new Set<string>();
    for (const uri of uris) {
      const before = this.byUri.get(uri) ?? NONE;
      const now = unlinkedIn(uri, review);
      const isSame = before.length === now.length && before.every(({ name }, at) => name === now[at]?.name);
      if (!isSame) changed.add(uri);
      if (!isSame || now.length > 0) this.put(uri, now);
    }
    const said = { uris: changed, isAnyNew: had !== this.total > 0 };
    this.last = { change, said };
    return said;
  }
}

function unlinkedIn(uri: string, review: Review): readonly Definition<Extract>[] {
  let found: Definition<Extract>[] | undefined;
  for (const placed of review.placed(uri)) {
    const { facts } = placed;
    for (let index = 0; index < facts.count; index++) {
      const brief = facts.record(index);
      if (brief.kind !== "extract" || !isUnlinked(brief, review)) continue;
      found ??= [];
      found.push(new Definition<Extract>(placed, index));
    }
  }
  return found ?? NONE;
}

/** Whether an extract bears on nothing, is not parked, and is of a source that the review may draw on. */
export function isUnlinked(brief: ExtractBrief, review: Review): boolean {
  // What it says itself answers for most.
  if (brief.parked || brief.links.some(bears) || review.bearsOn(brief.name).length > 0) return false;
  return !isBarred(brief, review);
}

function bears(ref: Ref | Evidence): boolean {
  return isEvidence(ref) && !ref.inReason && ref.name.startsWith("r:");
}

/** Whether a record's source is excluded or awaits a decision. */
export function isBarred(brief: Brief, review: Review): boolean {
  if (brief.kind !== "extract") return false;
  const status = review.source(brief.source)?.status;
  return status === "excluded" || status === "awaiting";
}

function spotOf({ placed, brief }: Definition): Spot {
  return { uri: placed.uri, offset: placed.start + brief.start };
}

function isBefore(a: Spot, b: Spot): boolean {
  return a.uri === b.uri ? a.offset < b.offset : a.uri < b.uri;
}
