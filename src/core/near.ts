/**
 * Words that were nearly spelt: one edit, or two neighbouring letters swapped, in 4 to 7 letters; two edits from 8; never in fewer.
 * Distance is optimal string alignment, bounded, so its cost is linear in the shorter word.
 */

/** How many edits a word of that length may be away from the one that was meant. */
export function allowance(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Edits (insert, delete, replace, swap neighbours) from `a` to `b`; `limit + 1` as soon as they are more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit || limit === 0) return limit + 1;
  let before: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [i];
    const low = Math.max(1, i - limit);
    const high = Math.min(b.length, i + limit);
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      if (j < low || j > high) {
        row.push(limit + 1);
        continue;
      }
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let value = Math.min((last[j] ?? limit) + 1, (row[j - 1] ?? limit) + 1, (last[j - 1] ?? limit) + (same ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        value = Math.min(value, (before[j - 2] ?? limit) + 1);
      }
      row.push(value);
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}

/** Whether `written` nearly spells `word`, which it is not; both in the case in which they are to be compared. */
export function isNear(written: string, word: string): boolean {
  const limit = allowance(Math.min(written.length, word.length) < 4 ? 0 : Math.max(written.length, word.length));
  return limit > 0 && written !== word && distance(written, word, limit) <= limit;
}

/** The nearest of the candidates that `written` nearly spells, the first of equals. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (!isNear(written, candidate)) continue;
    const edits = distance(written, candidate, 2);
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const SIGNS = "-_.";
const DIGITS = "0123456789";
/** Longer words are only looked for with one character less or two swapped. */
const PROBE_LIMIT = 40;

/**
 * Words one edit from `written` that exist, likelier slips first (two swapped, one typed twice, one too many, another letter or sign, one missing,
 * a digit), at most `most`. Existence is asked for each spelling, so the cost is that of about a thousand look-ups however many words exist;
 * two edits are not looked for. Nothing for fewer than four characters.
 */
export function probe(written: string, exists: (word: string) => boolean, most = 3): readonly string[] {
  const found: string[] = [];
  if (written.length < 4 || written.length > 200) return found;
  const seen = new Set([written]);
  const ask = (word: string): boolean => {
    if (!seen.has(word)) {
      seen.add(word);
      if (exists(word)) found.push(word);
    }
    return found.length >= most;
  };
  for (const word of slips(written)) if (ask(word)) return found;
  if (written.length > PROBE_LIMIT) return found;
  const others = [...new Set([...`${LETTERS}${SIGNS}`, ...written.replace(/\p{Nd}/gu, "")])];
  for (const signs of [others, [...DIGITS]]) {
    for (let at = 0; at <= written.length; at++) {
      const before = written.slice(0, at);
      for (const sign of signs) {
        if (at < written.length && ask(before + sign + written.slice(at + 1))) return found;
        if (ask(before + sign + written.slice(at))) return found;
      }
    }
  }
  return found;
}

/** Swapped neighbours, then a doubled character once, then each character left out; digits last. */
function* slips(written: string): Iterable<string> {
  for (let at = 0; at + 1 < written.length; at++) {
    yield written.slice(0, at) + written.charAt(at + 1) + written.charAt(at) + written.slice(at + 2);
  }
  for (let at = 1; at < written.length; at++) {
    if (written.charAt(at) === written.charAt(at - 1)) yield written.slice(0, at) + written.slice(at + 1);
  }
  for (const digits of [false, true]) {
    for (let at = 0; at < written.length; at++) {
      if (DIGITS.includes(written.charAt(at)) === digits) yield written.slice(0, at) + written.slice(at + 1);
    }
  }
}
