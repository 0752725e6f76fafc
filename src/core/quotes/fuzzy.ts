/**
 * The passage of a text that is most like words that do not stand in it, by Myers' approximate matching (J. ACM 46(3), 1999): the fewest letters that are put in,
 * left out or changed.
 */
import search, { type Match } from "approx-string-match";
import { likelyPlaces, sharingPlaces } from "./filter.ts";
import type { Stretch } from "./find.ts";
import { goesOn, hasUnparted } from "./units.ts";

export interface Near extends Stretch {
  /** How many letters differ. */
  readonly errors: number;
  /** How alike they are: 1 where nothing differs, 0 where everything does. */
  readonly score: number;
}

/** Of so many units one may be another, and it is still the passage: a word of ten, a misprint in each line. */
const ONE_OF = 5;
/** A shorter word is like too much; several of them are not, down to a few letters. */
const LEAST = 12;
const LEAST_OF_WORDS = 5;

const isTooShort = (words: string): boolean =>
  words.length < (words.includes(" ") || hasUnparted(words) ? LEAST_OF_WORDS : LEAST);
/** Longer words are not gone through with: what is like them shares long stretches with them. */
const LONGEST = 1200;

/** So many passages that are equally like the words are enough. */
const ENOUGH = 50;
/** A text is gone through in stretches of so many units: what was found in one tells how near the next must be. */
const STRETCH = 16_000;
/** Words that repeat themselves may be like a passage at each of its units: fewer of them are gone through at a time. */
const LEAST_STRETCH = 500;

function isRepeating(words: string): boolean {
  const seen = new Set<string>();
  for (let at = 0; at + 3 <= words.length; at++) seen.add(words.slice(at, at + 3));
  return words.length >= 40 && seen.size * 4 < words.length;
}

/** The passages most like the words, ascending, at most some fifty; none where nothing is like them, or they are long. */
export function nearest(text: string, words: string): readonly Near[] {
  if (isTooShort(words) || text === "" || words.length > LONGEST) return [];
  return mostAlike(text, words).map((match) => nearOf(text, words, match));
}

/** The same where few letters differ, however long the words are: in a fraction of the time. */
export function nearestByFew(text: string, words: string): readonly Near[] {
  if (isTooShort(words) || text === "") return [];
  return (fewest(text, words) ?? []).map((match) => nearOf(text, words, match));
}

/** So many errors are looked for first, by pieces that stand unaltered: most of what is near differs in a word. */
const FEW = [0, 1, 3] as const;
/** The same of long words, of which the pieces are long, too, and in texts in which looking for many takes little. */
const FEW_OF_LONG = [0, 1, 3, 7, 15] as const;
const LONG = 400;
const SHORT_TEXT = 300_000;

function fewest(text: string, words: string): readonly Match[] | undefined {
  const most = Math.floor(words.length / ONE_OF);
  for (const few of words.length < LONG && text.length > SHORT_TEXT ? FEW : FEW_OF_LONG) {
    const places = few < most ? likelyPlaces(text, words, few) : undefined;
    if (!places) break;
    const found = bestIn(text, words, places, few);
    if (found.length > 0) return found;
  }
  return undefined;
}

/** Where more than this part of a text may hold a passage, all of it is gone through. */
const MOST_OF_TEXT = 0.25;

/** The matches with the fewest errors. */
export function mostAlike(text: string, words: string): readonly Match[] {
  const few = fewest(text, words);
  if (few) return few;
  const most = Math.floor(words.length / ONE_OF);
  const places = sharingPlaces(text, words, most);
  const size = places?.reduce((sum, { start, end }) => sum + end - start, 0) ?? Number.POSITIVE_INFINITY;
  return places && size <= text.length * MOST_OF_TEXT ? bestIn(text, words, places, most) : throughout(text, words);
}

/** The same in stretches alone, with at most so many errors. */
function bestIn(text: string, words: string, places: readonly Stretch[], errors: number): readonly Match[] {
  let most = errors;
  let found: Match[] = [];
  for (const { start: from, end: to } of places)
    for (const { start, end, errors } of search(text.slice(from, to), words, most)) {
      if (errors < most) found = [];
      most = errors;
      if (found.length < ENOUGH) found.push({ start: from + start, end: from + end, errors });
    }
  return found;
}

/** The same by going through the whole text. */
export function throughout(text: string, words: string): readonly Match[] {
  let most = Math.floor(words.length / ONE_OF);
  let found: Match[] = [];
  const overlap = words.length + most;
  const step = isRepeating(words) ? Math.max(LEAST_STRETCH, words.length) : STRETCH;
  for (let from = 0; from < text.length && most >= 0; from += step) {
    const stretch = text.slice(from, from + step + overlap);
    const last = from + stretch.length >= text.length;
    for (const { start, end, errors } of search(stretch, words, most)) {
      // What begins in the next stretch is found there.
      if (start >= step && !last) continue;
      const least = found[0]?.errors ?? errors;
      if (errors > least) continue;
      if (errors < least) found = [];
      if (found.length < ENOUGH) found.push({ start: from + start, end: from + end, errors });
    }
    const least = found[0]?.errors;
    if (least !== undefined) most = found.length < ENOUGH ? least : least - 1;
    if (last) break;
  }
  return found;
}

function nearOf(text: string, words: string, { start, end, errors }: Match): Near {
  return { ...toWords(text, { start, end }), errors, score: 1 - errors / Math.max(1, words.length) };
}

/** The stretch with the whole of the words at its ends, as far as they reach a little beyond it. */
export function toWords(text: string, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  while (start - from < 30 && goesOn(text, from)) from--;
  while (to - end < 30 && goesOn(text, to)) to++;
  while (from < to && text.charAt(from) === " ") from++;
  while (to > from && text.charAt(to - 1) === " ") to--;
  return { start: from, end: to };
}
