/** Coding in long and odd texts: in time that grows with their length, and nothing but what was meant is written. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { addCodings } from "../../src/core/features/coding/add-coding.ts";
import { inExtract } from "../../src/core/features/coding/in-quote.ts";
import { locatorOf } from "../../src/core/features/coding/locator.ts";
import { newExtract } from "../../src/core/features/coding/new-extract.ts";
import { passageOf } from "../../src/core/features/coding/passage.ts";
import { sentenceAt } from "../../src/core/features/coding/sentence.ts";
import { suggestions } from "../../src/core/features/coding/suggestions.ts";
import { isRefusal } from "../../src/core/features/edit.ts";
import type { Extract } from "../../src/core/model/types.ts";
import { SourceText } from "../../src/core/quotes/source-text.ts";
import type { Definition } from "../../src/core/review.ts";
import { filesAfter, record } from "../core/features/editing.ts";
import { reviewOf, sourceFile } from "../core/reviews.ts";
import { anyMarkdown, anyUnits } from "../core/syntax/generate.ts";
import { runs } from "../runs.ts";
import { growth } from "./growth.ts";

const TEXTS: { readonly [what: string]: string } = {
  words: "trust grew here ",
  "hyphens at ends of lines": "trust-\ngrew ",
  "empty lines": "\n \n",
  blanks: "      ",
  "headings of Markdown": "\n#x",
  "words without an end": "x",
  stops: ". A",
  marks: "\u0300",
  "words of scripts without blanks": "信頼",
};

describe("coding in a long text", () => {
  for (const [what, piece] of Object.entries(TEXTS))
    it(`takes time as its length does: ${what}`, () => {
      const grown = growth(
        (count) => {
          const source = new SourceText(piece.repeat(count));
          const middle = source.text.length >> 1;
          return () => {
            passageOf(source, [{ start: middle - 500, end: middle + 500 }], "k");
            passageOf(source, [{ start: 0, end: source.text.length }], "k");
            locatorOf(source, [{ start: middle, end: middle + 5 }], false);
            sentenceAt(source.text, middle);
          };
        },
        4000,
        8,
        20,
      );
      assert.ok(grown < 20, `${what}: ${grown}`);
    });

  it("takes time as the quote, and as the review, is long", () => {
    const quoted = growth(
      (count) => {
        const text = sourceFile("k", `## Extract e1\n\n> ${"trust grew ".repeat(count)}\n`);
        const review = reviewOf({ "s.md": text });
        const span = { start: text.length - 30, end: text.length - 12 };
        return () => inExtract(review, "s.md", [span]);
      },
      500,
      8,
      20,
    );
    assert.ok(quoted < 20, String(quoted));
    const suggested = growth(
      (count) => {
        const theory = Array.from({ length: count }, (_, n) => `## CMOC A${n}\n\n- C: trust ${n}\n`).join("\n");
        const own = Array.from(
          { length: count },
          (_, n) => `## Extract e${n}\n\n> trust\n\n- M x:\n- supports: A${n}\n`,
        );
        const review = reviewOf({ "t.md": theory, "s.md": sourceFile("k", own.join("\n")) });
        return () => suggestions(review, record(review, "e1") as Definition<Extract>);
      },
      60,
      8,
      20,
    );
    assert.ok(suggested < 20, String(suggested));
  });
});

describe("coding in any text", () => {
  const codes = [{ role: { role: "M" }, code: "trust" }];

  it("quotes words of a quote, adds its lines and nothing else, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(anyMarkdown, anyUnits), fc.nat(80), fc.nat(80), (words, one, other) => {
        const text = sourceFile("k", `## Extract e1\n\n> Trust grew. ${words}\n\n- at: p. 1\n`);
        const review = reviewOf({ "s.md": text });
        const from = text.indexOf("Trust grew");
        const span = { start: from + Math.min(one, other), end: from + Math.max(one, other) };
        const found = inExtract(review, "s.md", [span]);
        if (!found) return;
        const { quote } = found.at.entity;
        for (const each of found.words) assert.ok(quote?.text.includes(each), `${each} in ${quote?.text}`);
        const outcome = addCodings(review, found.at, { codes, words: found.words });
        if (isRefusal(outcome)) return;
        const after = reviewOf(filesAfter(review, outcome));
        const [again] = after.definitions(found.at.name);
        const { entity } = again as Definition<Extract>;
        assert.equal(entity.quote?.text, quote?.text);
        assert.equal(entity.codings.length, found.at.entity.codings.length + 1);
        assert.deepEqual(
          entity.codings.find(({ code }) => code === "trust")?.words.map((each) => each.text),
          found.words,
        );
      }),
      runs(100),
    );
  });

  it("makes extracts that are read as what was selected", () => {
    fc.assert(
      fc.property(fc.oneof(anyMarkdown, anyUnits), fc.nat(200), fc.nat(200), (text, one, other) => {
        const source = new SourceText(text);
        const span = { start: Math.min(one, other), end: Math.max(one, other) };
        const passage = passageOf(source, [span], "k");
        if ("refused" in passage) return;
        const review = reviewOf({ "s.md": sourceFile("k", "") });
        const at = locatorOf(source, passage.spans, false);
        const outcome = newExtract(review, "k", { paragraphs: passage.paragraphs, at }, { codes, links: [] });
        if (isRefusal(outcome)) return;
        const entity = record(reviewOf(filesAfter(review, outcome)), "e1").entity as Extract;
        assert.equal(entity.quote?.text, passage.paragraphs.join(" "));
        assert.equal(entity.at?.text, at);
        assert.equal(entity.codings.length, 1);
      }),
      runs(100),
    );
  });
});
