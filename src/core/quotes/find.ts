/** Where words stand in a text, both folded alike: every place where no word goes on before or after them. */
import { firstNot } from "../text.ts";
import { mayBegin, mayEnd } from "./bracketed.ts";
import type { Folded } from "./fold.ts";
import { goesOn } from "./units.ts";

/** Units of a folded text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What brackets hold that stand right before words or after them, folded: a word may go on there as they say. */
export interface Open {
  readonly before?: string | typeof ANYHOW | undefined;
  readonly after?: string | typeof ANYHOW | undefined;
}

/** A word may go on whatever brackets say. */
export const ANYHOW = Symbol("anyhow");

/** So many places are told apart; of words that stand more often, the first. */
export const MOST_PLACES = 20_000;
/** The parts of one quotation have so many places together, in the mean. */
const MOST_OF_PARTS = 200_000;

/** The places of words in a text, ascending; none for no words. Linear in the text, and in the words at each place. */
export function placesIn(text: string, words: string, open: Open = {}, most = MOST_PLACES): readonly Stretch[] {
  const found: Stretch[] = [];
  if (words === "") return found;
  for (const at of occurrences(text, words)) {
    if (found.length >= most) break;
    const end = at + words.length;
    if (mayPart(text, at, open.before, mayBegin) && mayPart(text, end, open.after, mayEnd))
      found.push({ start: at, end });
  }
  return found;
}

/** Longer words are looked for by their beginning. */
const HEAD = 200;
/** Where it stands oftener than this without an end, the text repeats itself. */
const MOST_HEADS = 200;

/** Where words stand in a text, at whatever units: in time of both, also where they repeat themselves. */
function* occurrences(text: string, words: string): Generator<number> {
  const head = words.slice(0, HEAD);
  let tried = 0;
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    if (text.startsWith(words, at)) yield at;
    if (words.length > HEAD && ++tried > MOST_HEADS) return yield* repeated(text, words, at + 1);
  }
}

/** The same by never going back in the text (Knuth, Morris and Pratt, SIAM J. Comput. 6, 1977). */
function* repeated(text: string, words: string, from: number): Generator<number> {
  const size = words.length;
  /** Of each beginning of the words, how long the longest is that it ends with, too. */
  const back = new Int32Array(size + 1);
  for (let at = 1, same = 0; at < size; at++) {
    while (same > 0 && words.charCodeAt(at) !== words.charCodeAt(same)) same = back[same] ?? 0;
    if (words.charCodeAt(at) === words.charCodeAt(same)) same++;
    back[at + 1] = same;
  }
  for (let at = from, same = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    while (same > 0 && (same === size || unit !== words.charCodeAt(same))) same = back[same] ?? 0;
    if (unit === words.charCodeAt(same)) same++;
    if (same === size) yield at + 1 - size;
  }
}

function mayPart(
  text: string,
  at: number,
  open: Open["before"],
  says: (text: string, at: number, bracket: string) => boolean,
): boolean {
  return open === ANYHOW || (open === undefined ? !goesOn(text, at) : says(text, at, open));
}

/** So far apart may two parts be where other words were put in the place of some, in units. */
export const INSERTED = 400;

/** A part of a quotation as it is compared, and how far it may stand from the part before it. */
export interface Wanted {
  readonly words: string;
  readonly open: Open;
  /** In units of the text; of the first part it is not asked. */
  readonly within: number;
  /** Whether words were left out before it, and not others put in their place. */
  readonly isAfterOmission: boolean;
}

/**
 * The places of parts that stand one after the other, each as near to the one before as it can be: a list for each place of the first part from which all the others
 * are reached. In time of the text and of the places found.
 */
export function chainsIn({ text }: Folded, parts: readonly Wanted[]): readonly (readonly Stretch[])[] {
  /** Places of each part from which those of all later parts are reached. */
  const leading: (readonly Stretch[])[] = [];
  const nextOf = (index: number, { end }: Stretch): Stretch | undefined => {
    const later = leading[index + 1] as readonly Stretch[];
    const next = later[firstFrom(later, end)];
    return next && next.start - end <= (parts[index + 1]?.within ?? 0) ? next : undefined;
  };
  const most = Math.min(MOST_PLACES, Math.ceil(MOST_OF_PARTS / Math.max(1, parts.length)));
  for (let index = parts.length - 1; index >= 0; index--) {
    const { words, open } = parts[index] as Wanted;
    const all = placesIn(text, words, open, most);
    leading[index] = index === parts.length - 1 ? all : all.filter((place) => nextOf(index, place));
    if (leading[index]?.length === 0) return [];
  }
  return (leading[0] ?? []).slice(0, most).map((begin) => {
    const chain = [begin];
    for (let index = 0, at: Stretch | undefined = begin; at && index < parts.length - 1; index++) {
      at = nextOf(index, at);
      if (at) chain.push(at);
    }
    return chain;
  });
}

/** The index of the first place that begins at or after a unit. */
export function firstFrom(list: readonly Stretch[], unit: number): number {
  return firstNot(list.length, (index) => (list[index]?.start ?? 0) < unit);
}
