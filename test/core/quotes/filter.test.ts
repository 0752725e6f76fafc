import assert from "node:assert/strict";
import fc from "fast-check";
import { likelyPlaces } from "../../../src/core/quotes/filter.ts";
import { mostAlike, throughout } from "../../../src/core/quotes/fuzzy.ts";

const letters = fc.array(fc.constantFrom(..."abcde "), { minLength: 60, maxLength: 600 }).map((all) => all.join(""));
/** Where a letter is put in, taken out or changed. */
const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom("", "x", "ab")), { maxLength: 12 });

describe("looking for pieces before the whole text is gone through", () => {
  it("finds the same passages, with as few errors", () => {
    fc.assert(
      fc.property(
        letters,
        fc.nat(),
        fc.integer({ min: 20, max: 140 }),
        changes,
        fc.boolean(),
        (text, at, length, all, twice) => {
          const from = at % Math.max(1, text.length - length);
          let words = text.slice(from, from + length);
          for (const [place, instead] of all) {
            const cut = place % words.length;
            words = words.slice(0, cut) + instead + words.slice(cut + 1);
          }
          if (words.length < 12) return;
          const whole = twice ? `${text} ${text}` : text;
          assert.deepEqual(mostAlike(whole, words), throughout(whole, words));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("says that it cannot tell where pieces are short or stand everywhere", () => {
    assert.equal(likelyPlaces("some words that are here", "some words", 3), undefined);
    assert.equal(likelyPlaces("abcdefgh".repeat(1000), "abcdefghabcdefgh", 0), undefined);
    assert.deepEqual(likelyPlaces("0123456789 the words that are here", "the words that are", 0), [
      { start: 11, end: 29 },
    ]);
  });
});
