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
