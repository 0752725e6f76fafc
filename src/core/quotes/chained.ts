/**
 * The passage that has most of some words, in order: stretches that both share, chained so that what is not shared costs least (Abouelhoda and Ohlebusch, Chaining
 * algorithms for multiple genome comparison, J. Discrete Algorithms 3, 2005). It tells what one misprint a line cannot: words at an `…` that are others, a paragraph that
 * goes on beyond a table, a cell that is set in lines between those of its neighbours.
 */
import { firstNot } from "../text.ts";
import { apart } from "./filter.ts";
import type { Stretch } from "./find.ts";
import { type Shared, sharedWith, sizesFor } from "./seeds.ts";

/** Stands in words where a quotation is cut: no letter of them, and in no text. */
export const CUT = "\0";

/** Shared stretches, in order in both, none over another. */
export type Chain = readonly Shared[];

/** So many passages that are equally good are told apart. */
const MOST_ALIKE = 50;
/** So many stretches before one are looked at for that which it goes on from. */
const LOOK_BACK = 24;
/** Where nothing is cut, so many units may stand between two stretches: those of some pages. */
const MOST_BETWEEN = 12_000;
/** Where something is cut, farther ones cost something. */
const FREE = 5000;
export const BEYOND = 4;
/** A shorter stretch counts where another is so near to it in the text, and in the words, or where it is all between two cuts; such stretches stand everywhere. */
const LONG = 14;
const NEIGHBOUR = 400;
const TURN = 80;
/** So many neighbours are looked at. */
const MOST_NEIGHBOURS = 200;

/** The best chains of stretches; none whose shared units are fewer than `least`. */
export function chained(text: string, words: string, isLong: boolean, least: number): readonly Chain[] {
  const { rare, dense, sparse } = sizesFor(words);
  const within = around(sharedWith(text, words, rare), words, text);
  const near = chains(within.length === 0 ? [] : sharedWith(text, words, dense, within), words, least);
  if (near.length > 0 || !isLong) return near;
  return chains(sharedWith(text, words, text.length < SHORT_TEXT ? dense : sparse), words, least);
}

/** In a longer text more stands by chance. */
const SHORT_TEXT = 100_000;
/** So much of a text is looked at more closely, in all: around its longest stretches first. */
const MOST_LOOKED_AT = 100_000;
/** Stretches that are so many times as short as the longest stand by chance. */
const SHORTER = 6;

/** Where passages may be, by long stretches of them: ascending and apart. */
function around(shared: readonly Shared[], words: string, text: string): readonly Stretch[] {
  const room = NEIGHBOUR + words.length;
  let left = MOST_LOOKED_AT;
  const places: Stretch[] = [];
  const ordered = shared.toSorted((a, b) => b.length - a.length);
  const longest = ordered[0]?.length ?? 0;
  for (const { start, of, length } of ordered) {
    if (length * SHORTER < longest) break;
    const place = {
      start: Math.max(0, start - of - room),
      end: Math.min(text.length, start + words.length - of + room),
    };
    left -= place.end - place.start;
    if (left < 0 && places.length > 0) break;
    places.push(place);
  }
  return apart(places.sort((a, b) => a.start - b.start));
}

function chains(found: readonly Shared[], words: string, least: number): readonly Chain[] {
  const shared = telling(found, words);
  if (shared.length === 0) return [];
  const cuts = cutsOf(words);
  /** Of each stretch, where the words are cut next behind it. */
  const nextCut = Float64Array.from(
    shared,
    (one) => cuts[firstNot(cuts.length, (at) => (cuts[at] ?? 0) < endOf(one))] ?? Number.POSITIVE_INFINITY,
  );
  const gains = new Float64Array(shared.length);
  const from = new Int32Array(shared.length).fill(-1);
  /** Of each cut, the best stretch that ends before it, in the words and in the text. */
  const before = new Int32Array(cuts.length).fill(-1);
  const open: number[] = [];
  const long: number[] = [];
  let best = 0;
  for (const [index, one] of shared.entries()) {
    settle(open, shared, one.start, (done) => {
      for (let cut = firstNot(cuts.length, (at) => (cuts[at] ?? 0) < endOf(shared[done])); cut < cuts.length; cut++)
        if ((gains[done] ?? 0) > (gains[before[cut] ?? -1] ?? 0)) before[cut] = done;
    });
    let gain: number = one.length;
    const go = (last: number): void => {
      const other = shared[last];
      const reached = other ? (gains[last] ?? 0) + one.length - cost(other, one, nextCut[last] ?? 0) : 0;
      if (reached <= gain) return;
      gain = reached;
      from[index] = last;
    };
    for (let last = index - 1; last >= Math.max(0, index - LOOK_BACK); last--) go(last);
    for (const last of long.slice(-LOOK_BACK)) go(last);
    const cut = firstNot(cuts.length, (at) => (cuts[at] ?? 0) < one.of) - 1;
    if (cut >= 0) go(before[cut] ?? -1);
    gains[index] = gain;
    best = Math.max(best, gain);
    open.push(index);
    if (one.length >= LONG) long.push(index);
  }
  if (best < least) return [];
  return lasts(gains, best)
    .slice(0, MOST_ALIKE)
    .map((last) => chainTo(last, shared, from));
}

const endOf = (one: Shared | undefined): number => (one ? one.of + one.length : 0);

/** Takes those of the open ones that end before a place of the text. */
function settle(open: number[], shared: readonly Shared[], start: number, take: (index: number) => void): void {
  let kept = 0;
  for (const index of open) {
    const one = shared[index];
    if (one && one.start + one.length <= start) take(index);
    else open[kept++] = index;
  }
  open.length = kept;
}

/** What it costs to go on from one stretch to another, in units: what both share is counted once, what stands between by how likely it is to go on by chance. */
function cost(last: Shared, next: Shared, cut: number): number {
  const over = overlap(last, next);
  if (over >= next.length || next.of <= last.of || next.start <= last.start) return Number.POSITIVE_INFINITY;
  const between = next.start + over - last.start - last.length;
  if (cut < next.of + over) return over + (between <= FREE ? 0 : BEYOND);
  if (between > MOST_BETWEEN) return Number.POSITIVE_INFINITY;
  return over + put(between - (next.of + over - endOf(last)));
}

/** So many units of the one after are those of the one before, in the words or in the text. */
function overlap(last: Shared, next: Shared): number {
  return Math.max(0, endOf(last) - next.of, last.start + last.length - next.start);
}

/** What so many units cost that the text has more. */
export function put(units: number): number {
  return units <= 0 ? 0 : Math.min(units, 2 + Math.log2(1 + units));
}

/** Where words are cut, ascending. */
export function cutsOf(words: string): readonly number[] {
  const cuts: number[] = [];
  for (let at = words.indexOf(CUT); at >= 0; at = words.indexOf(CUT, at + 1)) cuts.push(at);
  return cuts;
}

/** Without short stretches that stand alone. */
function telling(shared: readonly Shared[], words: string): readonly Shared[] {
  const isPart = ({ of, length }: Shared): boolean =>
    (of === 0 || words.charAt(of - 1) === CUT) && (of + length === words.length || words.charAt(of + length) === CUT);
  let from = 0;
  return shared.filter((one) => {
    if (one.length >= LONG || isPart(one)) return true;
    while ((shared[from]?.start ?? 0) < one.start - NEIGHBOUR) from++;
    for (let at = from; at < Math.min(shared.length, from + MOST_NEIGHBOURS); at++) {
      const other = shared[at] as Shared;
      if (other.start > one.start + NEIGHBOUR) return false;
      const turn = Math.abs(other.start - other.of - one.start + one.of);
      if (other !== one && other.of !== one.of && turn <= TURN && other.length + one.length >= LONG) return true;
    }
    return false;
  });
}

function lasts(gains: Float64Array, best: number): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < gains.length; index++) if ((gains[index] ?? 0) === best) found.push(index);
  return found;
}

/** Each stretch without what the one before it has of it. */
function chainTo(last: number, shared: readonly Shared[], from: Int32Array): Chain {
  const chain: Shared[] = [];
  for (let index = last; index >= 0; index = from[index] ?? -1) {
    const one = shared[index];
    if (one) chain.push(one);
  }
  chain.reverse();
  return chain.map((one, index) => {
    const before = chain[index - 1];
    const over = before ? overlap(before, one) : 0;
    return { start: one.start + over, of: one.of + over, length: one.length - over };
  });
}
