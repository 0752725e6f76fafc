/** How far words differ from what stands at a place of a text: the fewest letters that are put in, left out or changed, to wherever they end best. */

export interface Reach {
  readonly errors: number;
  /** So many units of the text are like the words. */
  readonly length: number;
}

/** Words are compared in pieces of so many units, one after the other: the time grows with the square of what differs in one. */
const PIECE = 1000;

/** Words against a text from a place on, or back from it; undefined where more than `most` letters differ. Linear in the words. */
export function reach(text: string, from: number, words: string, most: number, isBack: boolean): Reach | undefined {
  let [errors, length] = [0, 0];
  for (let done = 0; done < words.length; done += PIECE) {
    const left = words.length - done;
    const piece = isBack ? words.slice(Math.max(0, left - PIECE), left) : words.slice(done, done + PIECE);
    const next = reachOne(text, isBack ? from - length : from + length, piece, most - errors, isBack);
    if (!next) return undefined;
    errors += next.errors;
    length += next.length;
  }
  return { errors, length };
}

/** By the furthest place that is reached with each number of errors on each diagonal (Ukkonen, Inf. Control 64, 1985). */
function reachOne(text: string, from: number, words: string, limit: number, isBack: boolean): Reach | undefined {
  const size = words.length;
  const room = isBack ? from : text.length - from;
  const own = isBack ? (at: number) => words.charCodeAt(size - 1 - at) : (at: number) => words.charCodeAt(at);
  const other = isBack ? (at: number) => text.charCodeAt(from - 1 - at) : (at: number) => text.charCodeAt(from + at);
  const most = Math.min(limit, size);
  const zero = most + 1;
  /** Of each diagonal (units of the text less those of the words) how many of the words are reached. */
  let rows = new Int32Array(2 * most + 3).fill(-1);
  let next = new Int32Array(2 * most + 3).fill(-1);
  for (let errors = 0; errors <= most; errors++) {
    for (let diagonal = -errors; diagonal <= errors; diagonal++) {
      const here = zero + diagonal;
      // A letter changed, one that the text has alone, one that the words have alone.
      const [changed, more, less] = [rows[here] ?? -1, rows[here - 1] ?? -1, rows[here + 1] ?? -1];
      next[here] = -1;
      if (errors > 0 && changed < 0 && more < 0 && less < 0) continue;
      let at = errors === 0 ? 0 : Math.max(changed < 0 ? -1 : changed + 1, more, less < 0 ? -1 : less + 1);
      at = Math.min(at, size, room - diagonal);
      if (at < 0 || at + diagonal < 0) continue;
      while (at < size && at + diagonal < room && own(at) === other(at + diagonal)) at++;
      if (at >= size) return { errors, length: size + diagonal };
      next[here] = at;
    }
    [rows, next] = [next, rows];
  }
  return undefined;
}
