/** Quotations and texts that are made to hang whoever compares them: in time that grows with the text. */
import assert from "node:assert/strict";
import { checkQuote } from "../../src/core/quotes/check.ts";
import { SourceText } from "../../src/core/quotes/source-text.ts";
import { growth } from "./growth.ts";

const CASES: { readonly [name: string]: readonly [quote: string, piece: string] } = {
  "one letter": ["a b", "a "],
  "parts that stand everywhere": [`${"a … ".repeat(30)}b`, "a "],
  "parts that are like the text": [`${"abcdefghijklmn … ".repeat(10)}b`, "abcdefghijklmx "],
  "words that stand everywhere": ["trust grew … trust fell", "trust grew "],
  dots: [`${". ".repeat(200)}a`, ". "],
  "brackets that do not close": [`${"[".repeat(300)}a`, "["],
  "hyphens at ends of lines": ["collaborated well again", "-\n"],
  "words that begin again and again": ["ab".repeat(200), "ab"],
  "long words that are like the text": ["ab".repeat(3000), "abc"],
  "marks that follow a letter": ["a\u0301\u0301\u0301 b", "\u0301"],
  "signs that are not seen": ["a b c", "\u200b"],
};

describe("a quotation is checked", () => {
  for (const [name, [quote, piece]] of Object.entries(CASES))
    it(`in time that grows with the text: ${name}`, () => {
      const of = (count: number) => () => void checkQuote(quote, new SourceText(piece.repeat(count / piece.length)));
      const many = growth(of, 40_000, 4, 8);
      assert.ok(many < 8, `${many.toFixed(1)} times as long for 4 times the text`);
    });
});
