import assert from "node:assert/strict";
import { textOfPages } from "../../../src/core/texts/pdf-text.ts";
import type { Piece } from "../../../src/core/texts/pieces.ts";
import { line, pageOf } from "./set.ts";

/** Words as PDF.js gives them where their letters are set apart: words in pieces, letters with blanks. */
function apart(words: string, x: number, y: number, by: number): readonly Piece[] {
  let at = x;
  return words.split(" ").flatMap((word): readonly Piece[] => {
    const width = word.length * (5 + by) - by;
    const piece = { text: [...word].join(" "), x: at, y, width, height: 10 };
    const blank = { text: " ", x: at + width, y, width: 3 + 2 * by, height: 10 };
    at = blank.x + blank.width;
    return [piece, blank];
  });
}
const read = (pieces: readonly Piece[]): string => textOfPages([pageOf(pieces)]).text.trim();

describe("letters that are set apart", () => {
  const words = "The neighbours of street 4 waited for a reply that came by post";
  for (const by of [1.5, 2, 3, 4])
    it(`are words where the gaps between words are wider, by ${by} points`, () => {
      assert.equal(read(apart(words, 60, 100, by)), words);
      assert.equal(read(apart("RESULTS", 60, 100, by)), "RESULTS");
      const below = line("Trust grew among all of the partners whom they met.", 60, 120);
      assert.equal(read([...apart("Key points", 60, 100, by), below]), `Key points\n\n${below.text}`);
    });

  it("are left where they may be words of one letter", () => {
    for (const text of ["1 2 3 4 5 6", "a b c", "I", "x y"]) assert.equal(read([line(text, 60, 100)]), text);
    const sentence = "We took a b c d for it";
    assert.equal(read([line(sentence, 60, 100)]), sentence);
    // Whose ends are not known.
    const lost = "T h e n e i g h b o u r s o f s t r e e t s w a i t e d";
    assert.equal(read([line(lost, 60, 100)]), lost);
  });
});
