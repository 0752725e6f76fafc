import assert from "node:assert/strict";
import fc from "fast-check";
import { occurring } from "../../../src/core/rules/occurring.ts";
import { runs } from "../../runs.ts";

describe("words that occur in a text", () => {
  const words = fc.string({ unit: fc.constantFrom("a", "b", "é", "\ud83d"), maxLength: 6 });

  it("are the same in one pass as one by one", () => {
    fc.assert(
      fc.property(fc.array(words), fc.string({ unit: fc.constantFrom("a", "b", "é"), maxLength: 40 }), (all, text) => {
        const wanted = new Set(all);
        const expected = [...wanted].filter((each) => text.includes(each));
        assert.deepEqual([...occurring(wanted, text, 0)], expected);
        assert.deepEqual([...occurring(wanted, text)], expected);
      }),
      runs(100),
    );
  });

  it("are found however many they are, when they are looked for in one pass", () => {
    const all = Array.from({ length: 3000 }, (_, at) => `word ${at} of`);
    const text = `${"word ".repeat(3000)}word 2999 of`;
    assert.deepEqual([...occurring(new Set(all), text)], ["word 2999 of"]);
  });
});
