/**
 * Where words may stand with a few errors: of one piece more than there are errors, one stands there unaltered (Navarro, A guided tour to approximate string
 * matching, ACM Comput. Surv. 33(1), 2001, section 8). Looking for pieces takes a hundredth of matching, and leaves nothing out.
 */
import type { Stretch } from "./find.ts";
import { bitOf, marksFor } from "./hashed.ts";

/** Shorter pieces stand anywhere. */
const LEAST_PIECE = 8;
/** So many places are worth a look; with more the whole text is. */
const MOST_PLACES = 400;

/** Stretches, ascending and apart, in which every passage with at most so many errors lies; undefined where these tell too little. */
export function likelyPlaces(text: string, words: string, errors: number): readonly Stretch[] | undefined {
  const count = errors + 1;
  const length = Math.floor(words.length / count);
  if (length < LEAST_PIECE) return undefined;
  const found: Stretch[] = [];
  for (let piece = 0; piece < count; piece++) {
    const from = piece * length;
    const own = words.slice(from, piece === count - 1 ? words.length : from + length);
    for (let at = text.indexOf(own); at >= 0; at = text.indexOf(own, at + 1)) {
      const start = at - from - errors;
      found.push({ start: Math.max(0, start), end: Math.min(text.length, start + words.length + 2 * errors) });
      if (found.length > MOST_PLACES) return undefined;
    }
  }
  return apart(found.sort((a, b) => a.start - b.start));
}

/** Grams of so many units are counted: in longer words longer ones, since more of the short ones stand anywhere. */
const gramFor = (words: string): number => (words.length < 60 ? 3 : 4);

/**
 * Stretches in which every passage with at most so many errors lies, by how many short grams it must share with the words (Ukkonen, Theor. Comput. Sci. 92, 1992); undefined
 * where that tells nothing. One pass over the text.
 */
export function sharingPlaces(text: string, words: string, errors: number): readonly Stretch[] | undefined {
  const size = gramFor(words);
  const least = words.length - size + 1 - size * errors;
  if (least < 2 || text.length < size) return undefined;
  // What was taken in before the last `size` units is shifted out of a hash.
  const shift = Math.ceil(32 / size);
  const isOf = marksFor(words);
  const last = isOf.length - 1;
  for (let at = 0, hash = 0; at < words.length; at++) {
    hash = (hash << shift) ^ words.charCodeAt(at);
    if (at + 1 >= size) isOf[bitOf(hash) & last] = 1;
  }
  const width = words.length + errors;
  const found: { start: number; end: number }[] = [];
  let [count, hash, old] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    hash = (hash << shift) ^ text.charCodeAt(at);
    if (at + 1 >= size) count += isOf[bitOf(hash) & last] ?? 0;
    const gone = at - width;
    if (gone >= 0) {
      old = (old << shift) ^ text.charCodeAt(gone);
      if (gone + 1 >= size) count -= isOf[bitOf(old) & last] ?? 0;
    }
    if (count < least) continue;
    const place = { start: Math.max(0, gone - size), end: Math.min(text.length, at + width) };
    const before = found[found.length - 1];
    if (before && place.start <= before.end) before.end = place.end;
    else found.push(place);
  }
  return found;
}

/** Stretches in order, those that touch as one. */
export function apart(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretches) {
    const last = found[found.length - 1];
    if (last && stretch.start <= last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
    else found.push(stretch);
  }
  return found;
}
