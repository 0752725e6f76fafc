/** Words whose letters are set apart, as in `T h e  w o r d s`: the letters of a piece are those of one word, since what parts the words is wider and parts the pieces. */
import type { Piece } from "./pieces.ts";

const LETTERS = /^\S(?: \S)+$/u;
const ONE = /^\S$/u;
const WORDS = /\p{L} \p{L}/u;
/** Words so long are several whose ends are not known. */
const LONGEST = 20;
/** Letters of a word that stands alone; of fewer it may be a list of them. */
const ALONE = 5;
/** Words stand so much further apart than letters, as a part of the room that a letter takes. */
const APART = 1.6;

/** The pieces with such words joined. Linear in the pieces. */
export function withWords(pieces: readonly Piece[]): readonly Piece[] {
  if (!pieces.some(({ text }) => isApart(text))) return pieces;
  const found: Piece[] = [];
  const words = pieces.filter(({ text }) => text.trim() !== "");
  for (let from = 0; from < words.length; ) {
    let to = from + 1;
    while (to < words.length && goesOn(words[to - 1], words[to])) to++;
    const own = words.slice(from, to);
    const signs = own.map(({ text }) => text.trim().replaceAll(" ", ""));
    const many = signs.reduce((sum, { length }) => sum + length, 0);
    const [first, last] = [own[0], own[own.length - 1]];
    const isSpaced =
      own.some(({ text }) => isApart(text)) && many >= ALONE && signs.every(({ length }) => length <= LONGEST);
    if (isSpaced && first && last)
      found.push({ ...first, text: signs.join(" "), width: last.x + last.width - first.x });
    else for (const piece of own) found.push(piece);
    from = to;
  }
  return found;
}

const isApart = (text: string): boolean => LETTERS.test(text.trim()) && WORDS.test(text);

/** Whether a piece is the next word of the same line, in letters that are set apart too. */
function goesOn(before: Piece | undefined, piece: Piece | undefined): boolean {
  if (!before || !piece || before.height !== piece.height || Math.abs(before.y - piece.y) > 0.1 * piece.height)
    return false;
  const [a, b] = [before.text.trim(), piece.text.trim()];
  if (!(LETTERS.test(a) || ONE.test(a)) || !(LETTERS.test(b) || ONE.test(b))) return false;
  const wide = LETTERS.test(a) ? before : piece;
  const letter = wide.width / Math.ceil(wide.text.trim().length / 2);
  const gap = piece.x - before.x - before.width;
  return gap > 0 && gap <= APART * Math.max(letter, 0.5 * piece.height);
}
