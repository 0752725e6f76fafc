import assert from "node:assert/strict";
import fc from "fast-check";
import { fold } from "../../../src/core/syntax/words.ts";
import { runs } from "../../runs.ts";

describe("folding of white space", () => {
  it("is that of all white space, in short texts and long ones", () => {
    const word = fc.constantFrom(
      "a",
      "trust",
      "é",
      "信頼",
      "—",
      " ",
      " ",
      "  ",
      "\n",
      "\t",
      "\r\n",
      "\u00a0",
      "\u3000",
      "\ufeff",
    );
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(""));
    fc.assert(
      fc.property(text, (words) => {
        assert.equal(fold(words), words.replace(/\s+/g, " ").trim());
      }),
      runs(1000),
    );
  });
});
