/**
 * Where words may stand with a few errors: of one piece more than there are errors, one stands there unaltered (Navarro, A guided tour to approximate string
 * matching, ACM Comput. Surv. 33(1), 2001, section 8). Looking for pieces takes a hundredth of matching, and leaves nothing out.
 */
import type { Stretch } from "./find.ts";

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

/** Grams of so many units are counted. */
const GRAM = 3;
const BITS = 1 << 14;

/**
 * Stretches in which every passage with at most so many errors lies, by how many short grams it must share with the words (Ukkonen, Theor. Comput. Sci. 92, 1992); undefined
 * where that tells nothing. One pass over the text.
 */
export function sharingPlaces(text: string, words: string, errors: number): readonly Stretch[] | undefined {
  const least = words.length - GRAM + 1 - GRAM * errors;
  if (least < 2 || text.length < GRAM) return undefined;
  const isOf = new Uint8Array(BITS);
  for (let at = 0; at + GRAM <= words.length; at++) isOf[gramAt(words, at)] = 1;
  const width = words.length + errors;
  const found: { start: number; end: number }[] = [];
  let count = 0;
  for (let at = 0; at + GRAM <= text.length; at++) {
    count += isOf[gramAt(text, at)] ?? 0;
    const gone = at - width;
    if (gone >= 0) count -= isOf[gramAt(text, gone)] ?? 0;
    if (count < least) continue;
    const [start, end] = [Math.max(0, gone), Math.min(text.length, at + width)];
    const last = found[found.length - 1];
    if (last && start <= last.end) last.end = end;
    else found.push({ start, end });
  }
  return found;
}

const gramAt = (text: string, at: number): number =>
  ((text.charCodeAt(at) << 7) ^ (text.charCodeAt(at + 1) << 3) ^ (text.charCodeAt(at + 2) * 31)) & (BITS - 1);

function apart(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretches) {
    const last = found[found.length - 1];
    if (last && stretch.start <= last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
    else found.push(stretch);
  }
  return found;
}
