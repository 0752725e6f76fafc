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
    let best = limit + 1;
    for (let j = 1; j <= b.length; j++) {
      if (j < low || j > high) {
        row.push(limit + 1);
        continue;
      }
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let value = Math.min((last[j] ?? limit) + 1, (row[j - 1] ?? limit) + 1, (last[j - 1] ?? limit) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
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
