import assert from "node:assert/strict";
import fc from "fast-check";
import type { Held } from "../../../src/core/proof/held.ts";
import { keptText } from "../../../src/core/proof/kept-text.ts";

describe("a text that is kept small", () => {
  it("is the same text, with its pages and what is skipped in it", () => {
    const words = fc.array(fc.constantFrom("trust ", "“grew” ", "信任", "a\n", "\ud83d\ude00", "é", "\f"), {
      maxLength: 4000,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join("");
        const held: Held = {
          is: "text",
          stamp: "1",
          text: { text, isPaged: true, pages: [{ start: 0, label: "7" }], skipped: [{ start: 0, end: 1 }], folio: 7 },
        };
        assert.deepEqual(JSON.parse(JSON.stringify(keptText(held))), held);
      }),
      { numRuns: 40 },
    );
    const none: Held = { is: "none" };
    assert.equal(keptText(none), none);
  });
});
