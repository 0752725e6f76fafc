/**
 * Stretches that some words and a text share, letter for letter: those that hold a seed of so many units, found by one pass over the text with a hash that rolls (Karp and
 * Rabin, IBM J. Res. Dev. 31, 1987), each as long as it can be.
 */
import { hasUnparted } from "./units.ts";

/** A stretch that both have: it begins at `start` in the text and at `of` in the words. */
export interface Shared {
  readonly start: number;
  readonly of: number;
  readonly length: number;
}

/** Of words as long as this or longer, seeds are so long at first: of longer words more stand in a text by chance. */
const SIZES = [
  [0, 6],
  [240, 8],
  [1000, 10],
  [5000, 14],
] as const;
/** The same of scripts that part no words, whose letters say more. */
const UNPARTED_SIZES = [
  [0, 3],
  [240, 4],
  [1000, 6],
] as const;
/** A seed that stands more often in the words tells no place. */
const MOST_OF_SEED = 8;
/** So many are told apart; a text that repeats itself, or the words, has more. */
const MOST_SHARED = 40_000;
/** So many units may be compared to make them long. */
const MOST_WORK = 4_000_000;
/** Of so many hashes one bit each tells whether any seed has it. */
const BITS = 1 << 18;

/** How long the seeds of some words are, the longest first: where long ones find nothing, short ones may, in a text that is not too long. */
export function sizesFor(words: string): readonly number[] {
  const [shortest, ...longer] = hasUnparted(words) ? UNPARTED_SIZES : SIZES;
  const long = longer.filter(([least]) => words.length >= least).at(-1);
  return long ? [long[1], shortest[1]] : [shortest[1]];
}

/** Ascending by where they begin in the text. Linear in the text and in what is found; empty where too much is. */
export function sharedWith(text: string, words: string, size: number): readonly Shared[] {
  if (words.length < size || text.length < size) return [];
  const shift = Math.ceil(32 / size);
  const { seeds, isKnown } = seedsOf(words, size, shift);
  const found: Shared[] = [];
  /** By diagonal, where in the text the last stretch on it ends. */
  const done = new Map<number, number>();
  let work = 0;
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    hash = (hash << shift) ^ text.charCodeAt(at);
    if (isKnown[bitOf(hash)] === 0) continue;
    const places = seeds.get(hash);
    if (!places) continue;
    const start = at + 1 - size;
    for (const of of places) {
      if ((done.get(start - of) ?? 0) > start || !text.startsWith(words.slice(of, of + size), start)) continue;
      let before = 0;
      while (before < of && before < start && same(text, start - before - 1, words, of - before - 1)) before++;
      let length = size;
      while (same(text, start + length, words, of + length)) length++;
      work += before + length;
      if (found.length >= MOST_SHARED || work > MOST_WORK) return [];
      done.set(start - of, start + length);
      found.push({ start: start - before, of: of - before, length: before + length });
    }
  }
  return found.sort((a, b) => a.start - b.start || a.of - b.of);
}

const bitOf = (hash: number): number => (hash ^ (hash >>> 15)) & (BITS - 1);

function same(text: string, at: number, words: string, of: number): boolean {
  return of < words.length && at < text.length && text.charCodeAt(at) === words.charCodeAt(of);
}

function seedsOf(
  words: string,
  size: number,
  shift: number,
): { readonly seeds: ReadonlyMap<number, readonly number[]>; readonly isKnown: Uint8Array } {
  const seeds = new Map<number, number[]>();
  const isKnown = new Uint8Array(BITS);
  let hash = 0;
  for (let at = 0; at < words.length; at++) {
    hash = (hash << shift) ^ words.charCodeAt(at);
    if (at + 1 < size) continue;
    const places = seeds.get(hash);
    if (!places) seeds.set(hash, [at + 1 - size]);
    else if (places.length < MOST_OF_SEED) places.push(at + 1 - size);
    isKnown[bitOf(hash)] = 1;
  }
  return { seeds, isKnown };
}
