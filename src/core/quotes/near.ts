/** The passages that are most like a quotation: by a few letters that differ, by long stretches that both share, and short ones letter by letter, part by part. */
import { ANYHOW, firstFrom, INSERTED, placesIn, type Stretch, type Wanted } from "./find.ts";
import { nearest, nearestByFew } from "./fuzzy.ts";
import { type Like, LONG, mostLike } from "./like.ts";

/** So many passages that are equally like it are told apart by their pages and their neighbours. */
const MOST_ALIKE = 50;
/** So many places of one part are looked at where not all parts are there. */
const MOST_LIKE = 2000;
/** So many parts are gone along for what is like a quotation in parts, in all. */
const MOST_STEPS = 200_000;

/** Those with the fewest errors, at most `most`. */
export function nearby(text: string, parts: readonly Wanted[], most: number): readonly Like[] {
  const [first, ...others] = parts;
  if (!first) return [];
  if (others.length === 0 && first.open.before === undefined && first.open.after === undefined) {
    const few = nearestByFew(text, first.words);
    if (few.length > 0) return few.map(({ start, end, errors }) => ({ stretches: [{ start, end }], errors }));
  }
  const shared = mostLike(text, parts, most);
  const total = parts.reduce((sum, { words }) => sum + words.length, 0);
  return shared.length > 0 || total > LONG ? shared : partByPart(text, parts, most);
}

interface Place extends Stretch {
  readonly errors: number;
}

/** Some parts may be missing. */
function partByPart(text: string, parts: readonly Wanted[], most: number): readonly Like[] {
  const places = placesOf(text, parts, most);
  let least = most;
  let steps = 0;
  let best: Like[] = [];
  /** What is left out before the first part that is there costs as much as it is long. */
  let skipped = 0;
  for (const [index, list] of places.entries()) {
    if (skipped > least) break;
    for (const start of list) {
      if (skipped + start.errors > least || steps > MOST_STEPS) break;
      const { cost, chain } = chainFrom(start, index, parts, places, skipped, least);
      steps += chain.length;
      // With as few errors as there can be, one place more is as good as those that are known.
      if (cost > least || (cost === least && best.length >= MOST_ALIKE)) continue;
      if (cost < least) best = [];
      least = cost;
      if (best.length < MOST_ALIKE) best.push({ stretches: chain, errors: cost });
    }
    skipped += parts[index]?.words.length ?? 0;
  }
  return best;
}

/** A list for each part; none where too much of the quotation is not there. */
function placesOf(text: string, parts: readonly Wanted[], most: number): readonly (readonly Place[])[] {
  const known = new Map<string, readonly Place[]>();
  const places: (readonly Place[])[] = [];
  let missing = 0;
  for (const part of parts) {
    const { before, after } = part.open;
    const name = [part.words, String(before), String(after)].join("\n");
    const list = known.get(name) ?? placesLike(text, part);
    known.set(name, list);
    places.push(list);
    if (list.length === 0) missing += part.words.length;
    if (missing > most) return [];
  }
  return places;
}

function placesLike(text: string, { words, open }: Wanted): readonly Place[] {
  const same = placesIn(text, words, open, MOST_LIKE);
  if (same.length > 0) return same.map((each) => ({ ...each, errors: 0 }));
  if (open.before !== undefined || open.after !== undefined) {
    // The word goes on otherwise than the brackets say.
    const begun = placesIn(text, words, {
      before: open.before === undefined ? undefined : ANYHOW,
      after: open.after === undefined ? undefined : ANYHOW,
    });
    if (begun.length > 0) return begun.map((each) => ({ ...each, errors: 1 }));
  }
  return nearest(text, words);
}

function chainFrom(
  start: Place,
  index: number,
  parts: readonly Wanted[],
  places: readonly (readonly Place[])[],
  skipped: number,
  most: number,
): { readonly cost: number; readonly chain: readonly Stretch[] } {
  const chain: Stretch[] = [start];
  let cost = skipped + start.errors;
  let last: Stretch = start;
  for (let at = index + 1; at < parts.length && cost <= most; at++) {
    const { words, within } = parts[at] as Wanted;
    const list = places[at] ?? [];
    const next = list[firstFrom(list, last.end)];
    const between = next ? next.start - last.end : Number.POSITIVE_INFINITY;
    if (!next || between > Math.max(within, INSERTED)) {
      cost += words.length;
      continue;
    }
    // Where nothing was to be left out, what stands there counts.
    cost += next.errors + Math.max(0, between - within);
    chain.push(next);
    last = next;
  }
  return { cost, chain };
}
