/** Words that are shown, found again in what was written: there signs may be escaped, or stand as entities. */

export interface Found {
  /** Offsets in what was written. */
  readonly start: number;
  readonly end: number;
  /** The offset in the words of an offset in what was written; one before or behind them is that of their beginning, or their end. */
  readonly within: (offset: number) => number;
}

/** So far from the words before them they are looked for: behind the address of a link. */
const FAR = 2000;
/** At so many places they are looked for if they are written otherwise. */
const MOST_TRIES = 16;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;

/** Where words stand from an offset on; undefined if they do not stand near it. */
export function foundIn(written: string, words: string, from: number): Found | undefined {
  const near = written.slice(from, from + words.length + FAR).indexOf(words);
  if (near < 0) return otherwise(written, words, from);
  const start = from + near;
  const clamp = (offset: number): number => Math.max(0, Math.min(words.length, offset - start));
  return { start, end: start + words.length, within: clamp };
}

function otherwise(written: string, words: string, from: number): Found | undefined {
  const first = words.charAt(0);
  let tries = 0;
  for (let start = from; start < written.length && start - from < FAR && tries < MOST_TRIES; start++) {
    const sign = written.charAt(start);
    if (sign !== first && sign !== "\\" && sign !== "&") continue;
    tries++;
    const places = aligned(written, words, start);
    if (!places) continue;
    return { start, end: places[words.length] ?? start, within: (offset) => firstFrom(places, offset) };
  }
  return undefined;
}

/** Of each sign of the words, and of their end, where it stands; undefined if they do not begin there. */
function aligned(written: string, words: string, start: number): readonly number[] | undefined {
  const places: number[] = [];
  let at = start;
  for (let index = 0; index < words.length; index++) {
    places.push(at);
    const sign = written.charAt(at);
    ENTITY.lastIndex = at;
    if (sign === "\\" && written.charAt(at + 1) === words.charAt(index)) at += 2;
    else if (sign === words.charAt(index) && !(sign === "&" && ENTITY.test(written))) at++;
    else {
      ENTITY.lastIndex = at;
      const [entity] = ENTITY.exec(written) ?? [];
      if (entity === undefined) return undefined;
      // Some stand for two units; the second is at the end of the entity.
      if (/[\ud800-\udbff]/.test(words.charAt(index))) {
        index++;
        places.push(at);
      }
      at += entity.length;
    }
  }
  places.push(at);
  return places;
}

function firstFrom(places: readonly number[], offset: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
