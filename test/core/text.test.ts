import assert from "node:assert/strict";
import { LineIndex, ownCopy } from "../../src/core/text.ts";

describe("positions in a text", () => {
  it("do not count a byte order mark", () => {
    const lines = new LineIndex("\ufeffab\ncd");
    assert.deepEqual(
      [0, 1, 2, 4, 5].map((offset) => lines.position(offset).character),
      [0, 0, 1, 0, 1],
    );
    assert.deepEqual(
      [0, 1].map((character) => lines.offset({ line: 0, character })),
      [1, 2],
    );
    assert.equal(lines.offset({ line: 1, character: 1 }), 5);
    assert.equal(new LineIndex("ab").offset({ line: 0, character: 1 }), 1);
  });
});

describe("an own copy", () => {
  it("is the stretch of the text, however long it is and whatever was copied before", () => {
    const text = "Nurses → trust, “as is”; é 𝄞 ".repeat(400);
    for (const length of [0, 1, 12, 13, 14, 63, 64, 65, 20, 4095, 64, 4096, 4097, 30, 8193, 5]) {
      for (const from of [0, 1, 9]) {
        assert.equal(ownCopy(text, from, from + length), text.slice(from, from + length));
        assert.equal(ownCopy(text.slice(from, from + length)), text.slice(from, from + length));
      }
    }
  });
});
