/** How like some words a passage is that has most of them: what stands between what both share is compared letter by letter. */
import { BEYOND, type Chain, CUT, chained, cutsOf, put } from "./chained.ts";
import type { Stretch, Wanted } from "./find.ts";
import { toWords } from "./fuzzy.ts";
import { reach } from "./reach.ts";
import type { Shared } from "./seeds.ts";

export interface Like {
  /** Stretches that belong together: apart where the quotation is cut, and where the text has much that it has not. */
  readonly stretches: readonly Stretch[];
  /** So many letters are put in, left out or changed, and what stands between stretches by how far they are apart. */
  readonly errors: number;
}

/** One word may be another, however long it is: a name in a short quotation. It counts as so many letters, where so many others are the same. */
const A_WORD = 4;
const BESIDE_WORD = 16;
/** So many letters of the text may stand in its place. */
const A_WORD_INSTEAD = 30;

/** More than this between two shared stretches, and the passage is in two. */
const APART = 80;
/** So much between them is compared letter by letter. */
const COMPARED = 400;
/** Of so much of the words as they hold letters there must be a passage at all. */
const LEAST_SHARED = 0.5;

/** Words longer than this are looked for by short stretches in all of a text, where it has no long one; others can be looked for letter by letter. */
export const LONG = 64;

/** The passages that are most like the parts of a quotation, with at most so many errors; none where nothing is. */
export function mostLike(text: string, parts: readonly Wanted[], most: number): readonly Like[] {
  const words = parts.map((part) => part.words).join(CUT);
  const letters = parts.reduce((sum, part) => sum + part.words.length, 0);
  const chains = chained(text, words, letters > LONG, letters * LEAST_SHARED);
  return best(
    chains.map((chain) => compare(text, words, parts, chain)),
    most,
  );
}

/** Those with the fewest errors, each place once. */
function best(all: readonly Judged[], most: number): readonly Like[] {
  const near = all.filter(({ errors, pardoned }) => errors - pardoned <= most);
  const least = Math.min(...near.map(({ errors }) => errors));
  const starts = new Set<number | undefined>();
  return near.filter(({ errors, stretches }) => {
    const start = stretches[0]?.start;
    if (errors > least || starts.has(start)) return false;
    starts.add(start);
    return true;
  });
}

interface Judged extends Like {
  /** So many of the errors are one word that is another. */
  readonly pardoned: number;
}

function compare(text: string, words: string, parts: readonly Wanted[], chain: Chain): Judged {
  const stretches: Stretch[] = [];
  const [first, last] = [chain[0] as Shared, chain[chain.length - 1] as Shared];
  const head = side(text, first.start, words.slice(0, first.of), true);
  let { errors } = head;
  let worst = aWord(words.slice(0, first.of), head.errors);
  let from = first.start - head.length;
  const close = (end: number): void => {
    stretches.push(toWords(text, { start: from, end }));
  };
  for (const [index, one] of chain.entries()) {
    const next = chain[index + 1];
    if (!next) break;
    const end = one.start + one.length;
    const own = words.slice(one.of + one.length, next.of);
    const room = next.start - end;
    const cut = own.indexOf(CUT);
    if (cut < 0) {
      const apart = between(own, text.slice(end, next.start));
      if (room <= A_WORD_INSTEAD) worst = Math.max(worst, aWord(own, apart));
      errors += apart;
      if (room - own.length <= APART) continue;
      close(end);
      from = next.start;
      continue;
    }
    const lastCut = own.lastIndexOf(CUT);
    const [begun, ended] = [own.slice(0, cut), own.slice(lastCut + 1)];
    const before = side(text, end, begun, false, room);
    const after = side(text, next.start, ended, true, room - before.length);
    const part = parts[cutsOf(words.slice(0, next.of)).length];
    const missing = lettersOf(own.slice(cut, lastCut));
    const beyond = put(room - before.length - after.length - (part?.within ?? 0));
    worst = Math.max(worst, aWord(begun, before.errors), aWord(ended, after.errors));
    errors += before.errors + after.errors + missing + (part?.isAfterOmission ? Math.min(BEYOND, beyond) : beyond);
    close(end + before.length);
    from = next.start - after.length;
  }
  const tail = side(text, last.start + last.length, words.slice(last.of + last.length), false);
  errors += tail.errors;
  worst = Math.max(worst, aWord(words.slice(last.of + last.length), tail.errors));
  close(last.start + last.length + tail.length);
  const shared = chain.reduce((sum, { length }) => sum + length, 0);
  return { stretches, errors, pardoned: shared < BESIDE_WORD ? 0 : Math.max(0, worst - A_WORD) };
}

/** The errors of words that are one word. */
const aWord = (own: string, errors: number): number =>
  /^\S+$/.test(own.replaceAll(CUT, " ").trim()) ? Math.min(own.length, errors) : 0;

interface Side {
  readonly errors: number;
  readonly length: number;
}

/** Words beside a shared stretch, up to where they are cut; what is beyond the cut is not there. */
function side(text: string, at: number, words: string, isBack: boolean, room = Number.POSITIVE_INFINITY): Side {
  const cut = isBack ? words.lastIndexOf(CUT) : words.indexOf(CUT);
  const own = cut < 0 ? words : isBack ? words.slice(cut + 1) : words.slice(0, cut);
  const missing = cut < 0 ? 0 : lettersOf(isBack ? words.slice(0, cut) : words.slice(cut));
  const like = own === "" ? undefined : reach(text, at, own, Math.min(own.length, COMPARED), isBack);
  if (!like || like.length > room) return { errors: missing + own.length, length: 0 };
  return { errors: missing + like.errors, length: like.length };
}

const lettersOf = (words: string): number => words.replaceAll(CUT, "").length;

/** Words between two shared stretches and what the text has there. */
function between(own: string, other: string): number {
  const apart = own.length + put(other.length - own.length);
  if (own === "" || other.length > own.length + COMPARED || own.length > COMPARED) return apart;
  return Math.min(apart, distance(own, other));
}

/** The fewest letters that are put in, left out or changed (Levenshtein). In time of the product of both. */
function distance(one: string, other: string): number {
  let row = Uint16Array.from({ length: other.length + 1 }, (_, at) => at);
  let next = new Uint16Array(other.length + 1);
  for (let at = 0; at < one.length; at++) {
    next[0] = at + 1;
    for (let of = 0; of < other.length; of++) {
      const changed = (row[of] ?? 0) + (one.charCodeAt(at) === other.charCodeAt(of) ? 0 : 1);
      next[of + 1] = Math.min(changed, (row[of + 1] ?? 0) + 1, (next[of] ?? 0) + 1);
    }
    [row, next] = [next, row];
  }
  return row[other.length] ?? 0;
}
