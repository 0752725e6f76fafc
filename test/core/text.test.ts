import assert from "node:assert/strict";
import { LineIndex } from "../../src/core/text.ts";

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
