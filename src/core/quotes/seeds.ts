/**
 * Stretches that some words and a text share, letter for letter: those that hold a seed of so many units, found by one pass over the text with a hash that rolls (Karp and
 * Rabin, IBM J. Res. Dev. 31, 1987), each as long as it can be.
 */
import type { Stretch } from "./find.ts";
import { bitOf, marksFor } from "./hashed.ts";
import { hasUnparted } from "./units.ts";

/** A stretch that both have: it begins at `start` in the text and at `of` in the words. */
export interface Shared {
  readonly start: number;
  readonly of: number;
  readonly length: number;
}

/** How long seeds are that find where passages may be, and those that find all that such a passage shares; in scripts that part no words letters say more. */
export interface Sizes {
  readonly rare: number;
  readonly dense: number;
  /** Of words so long none of whose rare seeds stands in the text. */
  readonly sparse: number;
}

export function sizesFor(words: string): Sizes {
  return hasUnparted(words) ? { rare: 6, dense: 3, sparse: 4 } : { rare: 12, dense: 6, sparse: 8 };
}

/** A seed that stands more often in the words tells no place. */
const MOST_OF_SEED = 8;
/** So many are told apart; a text that repeats itself, or the words, has more. */
const MOST_SHARED = 40_000;
/** So many units may be compared to make them long. */
const MOST_WORK = 4_000_000;

/**
 * Ascending by where they begin in the text, within stretches of it that are apart and ascending. Linear in those and in what is found; empty where too much is.
 */
export function sharedWith(
  text: string,
  words: string,
  size: number,
  within: readonly Stretch[] = [{ start: 0, end: text.length }],
): readonly Shared[] {
  if (words.length < size) return [];
  const shift = Math.ceil(32 / size);
  const { seeds, isKnown } = seedsOf(words, size, shift);
  const last = isKnown.length - 1;
  const found: Shared[] = [];
  /** By diagonal, where in the text the last stretch on it ends. */
  const done = new Map<number, number>();
  let work = 0;
  for (const { start: from, end: to } of within) {
    let hash = 0;
    for (let at = from; at < to; at++) {
      hash = (hash << shift) ^ text.charCodeAt(at);
      if (isKnown[bitOf(hash) & last] === 0 || at + 1 - size < from) continue;
      const places = seeds.get(hash);
      if (!places) continue;
      const start = at + 1 - size;
      for (const of of places) {
        if ((done.get(start - of) ?? 0) > start || !isSame(text, start, words, of, size)) continue;
        let before = 0;
        while (before < of && before < start && isSame(text, start - before - 1, words, of - before - 1, 1)) before++;
        let length = size;
        while (isSame(text, start + length, words, of + length, 1)) length++;
        work += before + length;
        if (found.length >= MOST_SHARED || work > MOST_WORK) return [];
        done.set(start - of, start + length);
        found.push({ start: start - before, of: of - before, length: before + length });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start || a.of - b.of);
}

function isSame(text: string, at: number, words: string, of: number, units: number): boolean {
  if (of + units > words.length || at + units > text.length) return false;
  let same = 0;
  while (same < units && text.charCodeAt(at + same) === words.charCodeAt(of + same)) same++;
  return same === units;
}

function seedsOf(
  words: string,
  size: number,
  shift: number,
): { readonly seeds: ReadonlyMap<number, readonly number[]>; readonly isKnown: Uint8Array } {
  const seeds = new Map<number, number[]>();
  const isKnown = marksFor(words);
  let hash = 0;
  for (let at = 0; at < words.length; at++) {
    hash = (hash << shift) ^ words.charCodeAt(at);
    if (at + 1 < size) continue;
    const places = seeds.get(hash);
    if (!places) seeds.set(hash, [at + 1 - size]);
    else if (places.length < MOST_OF_SEED) places.push(at + 1 - size);
    isKnown[bitOf(hash) & (isKnown.length - 1)] = 1;
  }
  return { seeds, isKnown };
}
