/**
 * The passage of a text that is most like words that do not stand in it, by Myers' approximate matching (J. ACM 46(3), 1999): the fewest letters that are put in,
 * left out or changed.
 */
import search from "approx-string-match";
import type { Stretch } from "./find.ts";
import { goesOn } from "./units.ts";

export interface Near extends Stretch {
  /** How many letters differ. */
  readonly errors: number;
  /** How alike they are: 1 where nothing differs, 0 where everything does. */
  readonly score: number;
}

/** Of so many units one may be another, and it is still the passage: a word of ten, a misprint in each line. */
const ONE_OF = 5;
/** Shorter words are like too much. */
const LEAST = 12;
/** Longer words are looked for by their beginning and their end, since the time grows with the words and with the text. */
const LONG = 600;

/** The passages most like the words, ascending; none where nothing is like them. */
export function nearest(text: string, words: string): readonly Near[] {
  if (words.length < LEAST || text === "") return [];
  if (words.length > 2 * LONG) return longest(text, words);
  const most = Math.floor(words.length / ONE_OF);
  return search(text, words, most).map(({ start, end, errors }) => nearOf(text, words, start, end, errors));
}

/** Long words: where their beginning is like a passage, and their end is like one as far away as it should be. */
function longest(text: string, words: string): readonly Near[] {
  const most = Math.floor(LONG / ONE_OF);
  const head = words.slice(0, LONG);
  const tail = words.slice(-LONG);
  const slack = Math.floor(words.length / ONE_OF);
  const found: Near[] = [];
  const ends = search(text, tail, most);
  for (const { start, errors } of search(text, head, most)) {
    const wanted = start + words.length;
    const end = ends
      .filter((each) => Math.abs(each.end - wanted) <= slack)
      .toSorted((a, b) => Math.abs(a.end - wanted) - Math.abs(b.end - wanted))[0];
    if (end) found.push(nearOf(text, words, start, end.end, errors + end.errors));
  }
  return found;
}

function nearOf(text: string, words: string, start: number, end: number, errors: number): Near {
  const whole = toWords(text, { start, end });
  return { ...whole, errors, score: 1 - errors / Math.max(1, words.length) };
}

/** The stretch with the whole of the words at its ends, as far as they reach a little beyond it. */
function toWords(text: string, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  while (start - from < 30 && goesOn(text, from)) from--;
  while (to - end < 30 && goesOn(text, to)) to++;
  while (from < to && text.charAt(from) === " ") from++;
  while (to > from && text.charAt(to - 1) === " ") to--;
  return { start: from, end: to };
}
