import assert from "node:assert/strict";
import fc from "fast-check";
import { pastedIntoQuote } from "../../../src/core/features/pasted.ts";
import { blocksOfPiece } from "../../../src/core/model/parts/blocks.ts";
import { runs } from "../../runs.ts";

describe("what is pasted into a quotation", () => {
  it("is marked on every line, as the line at the cursor is", () => {
    assert.equal(
      pastedIntoQuote("> ", "They told us\r\nof a fall.\r\n\r\nNobody came back.\r\n", "", "\n"),
      "They told us\n> of a fall.\n>\n> Nobody came back.",
    );
    assert.equal(pastedIntoQuote(">> He said: ", "one\ntwo", "", "\r\n"), "one\r\n>> two");
    assert.equal(pastedIntoQuote("- > ", "one\ntwo", "", "\n"), "one\n  > two");
  });

  it("is left as it is on one line, where it is marked already, and outside a quotation", () => {
    assert.equal(pastedIntoQuote("> ", "one line", "", "\n"), undefined);
    assert.equal(pastedIntoQuote("> ", "> one\n> two", "", "\n"), undefined);
    assert.equal(pastedIntoQuote("", "one\ntwo", "", "\n"), undefined);
    assert.equal(pastedIntoQuote("- a note ", "one\ntwo", "", "\n"), undefined);
  });

  it("keeps a sign that begins a line of it, and what stands behind the cursor on a line of its own", () => {
    assert.equal(
      pastedIntoQuote("> ", "the share was\n> 0.05 in both\n\nsecond", "", "\n"),
      "the share was\n> \\> 0.05 in both\n>\n> second",
    );
    assert.equal(pastedIntoQuote("> ", "one\n\ntwo\n\n", "existing", "\n"), "one\n>\n> two\n> ");
    assert.equal(pastedIntoQuote("> ", "one\n", "existing", "\n"), "one\n> ");
    assert.equal(pastedIntoQuote("> ", "one", "existing", "\n"), undefined);
  });

  it("is one block quote with all its words, whatever they are", () => {
    const word = fc.stringMatching(/^[a-z#*+0-9.-]{1,6}$/);
    const words = fc.array(fc.array(word, { maxLength: 4 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(words, (lines) => {
        const text = lines.map((line) => line.join(" ")).join("\n");
        const pasted = pastedIntoQuote("> ", text, "", "\n") ?? text.trim();
        const blocks = blocksOfPiece(`> ${pasted}\n`);
        assert.deepEqual(
          blocks.map(({ type }) => type),
          ["quote"],
        );
        assert.deepEqual(pasted.replace(/^>/gm, "").split(/\s+/).filter(Boolean), text.split(/\s+/).filter(Boolean));
      }),
      runs(50),
    );
  });
});
