import assert from "node:assert/strict";
import fc from "fast-check";
import { reach } from "../../../src/core/quotes/reach.ts";
import { runs } from "../../runs.ts";

/** The fewest letters that differ between words and some beginning of a text, by the whole table. */
function known(words: string, text: string): number {
  let row = Array.from({ length: text.length + 1 }, (_, at) => at);
  for (let one = 1; one <= words.length; one++) {
    const next = [one];
    for (let at = 1; at <= text.length; at++)
      next.push(
        Math.min(
          (row[at] ?? 0) + 1,
          (next[at - 1] ?? 0) + 1,
          (row[at - 1] ?? 0) + (words[one - 1] === text[at - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return Math.min(...row);
}

const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 24 });
const turned = (text: string): string => [...text].reverse().join("");

describe("how far words differ from what stands at a place", () => {
  it("is the fewest letters, on from it and back from it", () => {
    fc.assert(
      fc.property(letters, letters, letters, (own, before, after) => {
        const text = before + after;
        const words = `a${own}`;
        const on = reach(text, before.length, words, words.length, false);
        assert.equal(on?.errors, known(words, after));
        assert.equal(reach(text, before.length, words, (on?.errors ?? 0) - 1, false), undefined);
        const back = reach(text, before.length, words, words.length, true);
        assert.equal(back?.errors, known(turned(words), turned(before)));
      }),
      runs(300),
    );
  });

  it("is found piece by piece in long words", () => {
    const words = Array.from({ length: 4000 }, (_, at) => String.fromCharCode(97 + ((at * at) % 26))).join("");
    const text = `..${words.slice(0, 1500)}XY${words.slice(1500, 3000)}${words.slice(3003)}..`;
    assert.deepEqual(reach(text, 2, words, 50, false), { errors: 5, length: 3999 });
    assert.deepEqual(reach(text, 2 + 3999, words, 50, true), { errors: 5, length: 3999 });
    assert.equal(reach(text, 2, words, 4, false), undefined);
  });
});
