/** Which hashes some words have: one mark each, so that most others are told apart at once. */

/** So many marks for each unit of the words: of hashes that they do not have, one in so many passes. */
const MARKS = 32;
const LEAST = 1 << 12;
const MOST = 1 << 20;

/** None set; as many as a power of two. */
export function marksFor(words: string): Uint8Array {
  let size = LEAST;
  while (size < MOST && size < words.length * MARKS) size *= 2;
  return new Uint8Array(size);
}

/** Where the mark of a hash stands, but for what is beyond the number of marks. */
export const bitOf = (hash: number): number => hash ^ (hash >>> 15);
