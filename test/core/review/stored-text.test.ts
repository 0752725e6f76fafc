import assert from "node:assert/strict";
import fc from "fast-check";
import { StoredText } from "../../../src/core/review/stored-text.ts";
import { ownCopy } from "../../../src/core/text.ts";
import { runs } from "../../runs.ts";

const units = fc
  .array(fc.constantFrom("words and more words ", "– ", "é", "\ud83d", "\udc00", "→", "a\r\n", "\0"), { maxLength: 60 })
  .map((parts) => parts.join("").repeat(4));

describe("a stored text", () => {
  it("is the text, whole and in slices", () => {
    fc.assert(
      fc.property(units, fc.array(fc.nat(4000), { maxLength: 8 }), (text, offsets) => {
        const ends = offsets.map((offset) => offset % (text.length + 1)).sort((a, b) => a - b);
        const stored = new StoredText(text, ends);
        assert.equal(stored.whole(), text);
        assert.equal(stored.length, text.length);
        for (const [index, end] of ends.entries()) {
          const start = ends[index - 1] ?? 0;
          assert.equal(stored.slice(start, end), text.slice(start, end));
        }
      }),
      runs(10),
    );
  });
});

describe("words in a stored text", () => {
  const WORDS = fc.constantFrom("words", "more", "– words", "a", "s w");

  it("may stand in it wherever they do, though it is kept in parts", () => {
    fc.assert(
      fc.property(units, fc.array(fc.nat(4000), { maxLength: 8 }), WORDS, (text, offsets, words) => {
        const ends = offsets.map((offset) => offset % (text.length + 1)).sort((a, b) => a - b);
        if (text.includes(words)) assert.ok(new StoredText(text, ends).mayHold(words));
      }),
      runs(10),
    );
  });

  it("do not where its parts are whole lines and none has them", () => {
    const line = `${"a line of words – of which all are known ".repeat(8)}\n`;
    const text = line.repeat(4);
    const ends = [1, 2, 3].map((count) => count * line.length);
    assert.ok(!new StoredText(text, ends).mayHold("unknown"));
    assert.ok(new StoredText(text, ends).mayHold("are known"));
    assert.ok(!new StoredText("words", undefined).mayHold("unknown"));
  });
});

describe("a copy of a stretch", () => {
  it("says the same", () => {
    fc.assert(
      fc.property(units, fc.nat(200), fc.nat(9000), (text, from, length) => {
        assert.equal(
          ownCopy(text, Math.min(from, text.length), Math.min(from + length, text.length)),
          text.slice(from, from + length),
        );
      }),
      runs(10),
    );
  });
});
