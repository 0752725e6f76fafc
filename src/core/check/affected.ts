/**
 * Whose problems may be others after a change. A rule looks at one thing, at what it mentions, at what mentions it, at its twins by digest,
 * and at the sources behind its evidence; this goes those ways back.
 */

import type { Digest } from "../model/digest.ts";
import { sourceName } from "../model/names.ts";
import type { Name } from "../model/types.ts";
import type { Change, Definition, Placed, Review } from "../review.ts";

export interface Affected {
  readonly pieces: Set<Placed>;
  /** Citation keys. */
  readonly sources: ReadonlySet<string>;
}

export function affectedBy(change: Change, review: Review): Affected {
  const pieces = new Set<Placed>(change.added);
  const sources = new Set<string>(change.sources);
  const take = (definitions: readonly Definition[]): void => {
    for (const { placed } of definitions) pieces.add(placed);
  };
  const doneDefiners = new Set<Name>();
  const definers = (name: Name): void => {
    if (doneDefiners.has(name)) return;
    doneDefiners.add(name);
    take(review.bearers(name));
  };
  const doneMentioners = new Set<Name>();
  /** What mentions a name, and what shares its evidence with that: another record of the same id, a row that restates it. */
  const mentioners = (name: Name): void => {
    if (doneMentioners.has(name)) return;
    doneMentioners.add(name);
    for (const placed of review.mentioning(name)) {
      pieces.add(placed);
      for (const { name: own } of placed.definitions) if (own !== "") definers(own);
    }
  };
  let reshaped: ReadonlySet<Name> | undefined;
  /** Of many records of a name the others are looked at only where more than the words of one changed; headings always, where a row restates them. */
  const added = (name: Name): void => {
    if (!review.isSharedByMany(name)) definers(name);
    else {
      reshaped ??= change.reshaped;
      if (reshaped.has(name)) definers(name);
      else if (review.restatements(name).length > 0) take(review.definitions(name));
    }
  };
  for (const { definitions } of change.added) {
    if (definitions.length > 0) for (const { name } of definitions) if (name !== "") added(name);
  }
  for (const digest of change.digests) for (const placed of review.sharing(digest)) pieces.add(placed);
  const { mentioned } = change;
  /** What other things of a changed name link: a rule that goes from there by that name may find another one now. */
  const linked = new Set<Name>();
  for (const name of change.defined) {
    definers(name);
    mentioners(name);
    for (const { brief } of review.bearers(name)) for (const ref of brief.links) linked.add(ref.name);
    const key = name.startsWith("x:") ? name.slice(2, Math.max(2, name.lastIndexOf("#"))) : undefined;
    if (key !== undefined) sources.add(key);
  }
  for (const name of linked) if (!mentioned.has(name)) definers(name);
  for (const name of mentioned) mentionedOtherwise(name, review, definers, pieces);
  for (const key of change.sources) resting(key, review, pieces, definers, mentioners);
  for (const prefix of change.prefixes) for (const placed of review.mentioning(`p:${prefix}`)) pieces.add(placed);
  return { pieces, sources };
}

/** What defines a name that is mentioned otherwise than before; the twins of a configuration ask what moderates it. */
function mentionedOtherwise(name: Name, review: Review, definers: (name: Name) => void, pieces: Set<Placed>): void {
  definers(name);
  if (!name.startsWith("r:")) return;
  const causes = new Set<Digest>();
  for (const { brief } of review.bearers(name)) if (brief.kind === "cmoc") causes.add(brief.causeDigest);
  for (const cause of causes) if (cause !== 0) for (const placed of review.sharing(cause)) pieces.add(placed);
}

/** What rests on a source: its extracts, what they bear on, and every mention of it or of them. */
function resting(
  key: string,
  review: Review,
  pieces: Set<Placed>,
  definers: (name: Name) => void,
  mentioners: (name: Name) => void,
): void {
  mentioners(sourceName(key));
  for (const name of review.extractNames(key)) mentioners(name);
  for (const { placed, brief } of review.extractsOf(key)) {
    pieces.add(placed);
    for (const { name } of brief.links) definers(name);
  }
}
