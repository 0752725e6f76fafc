import assert from "node:assert/strict";
import fc from "fast-check";
import { sharingPlaces } from "../../../src/core/quotes/filter.ts";
import { throughout } from "../../../src/core/quotes/fuzzy.ts";
import { sharedWith } from "../../../src/core/quotes/seeds.ts";
import { runs } from "../../runs.ts";

const letters = fc.string({ unit: fc.constantFrom("a", "b", "c", " ", "信"), maxLength: 120 });

/** All stretches that both have, as long as they can be, of at least so many units. */
function all(text: string, words: string, size: number): readonly string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length; start++)
    for (let of = 0; of < words.length; of++) {
      if (start > 0 && of > 0 && text[start - 1] === words[of - 1]) continue;
      let length = 0;
      while (start + length < text.length && of + length < words.length && text[start + length] === words[of + length])
        length++;
      if (length >= size) found.push(`${start} ${of} ${length}`);
    }
  return found.sort();
}

describe("what words and a text share", () => {
  it("is every stretch that holds a seed, as long as it can be", () => {
    fc.assert(
      fc.property(letters, letters, fc.constantFrom(6, 8, 12), (text, words, size) => {
        const found = sharedWith(text, words, size);
        assert.deepEqual(
          found.map(({ start, of, length }) => `${start} ${of} ${length}`).sort(),
          all(text, words, size),
        );
      }),
      runs(150),
    );
  });

  it("is told of stretches of the text alone, and of none where there is too much", () => {
    const text = "They met every week in the mill. They met every week in the hall.";
    const words = "met every week";
    assert.deepEqual(sharedWith(text, words, 6, [{ start: 30, end: text.length }]), [
      { start: 38, of: 0, length: words.length },
    ]);
    assert.deepEqual(sharedWith("ab".repeat(100_000), "ab".repeat(500), 6), []);
  });

  it("leaves out no passage that letters alone would find", () => {
    fc.assert(
      fc.property(letters, fc.nat(), fc.integer({ min: 12, max: 70 }), fc.nat(), (text, at, length, place) => {
        const from = at % Math.max(1, text.length);
        const own = text.slice(from, from + length);
        const words = `${own.slice(0, place % (own.length + 1))}x${own.slice((place % (own.length + 1)) + 1)}`;
        const errors = Math.floor(words.length / 5);
        const places = sharingPlaces(text, words, errors);
        for (const { start, end } of places ? throughout(text, words) : [])
          assert.ok(
            places?.some((each) => each.start <= start && end <= each.end),
            `${start} ${end}`,
          );
      }),
      runs(150),
    );
  });
});
