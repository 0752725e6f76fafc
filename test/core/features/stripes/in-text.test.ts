import assert from "node:assert/strict";
import fc from "fast-check";
import { type Quoted, type Stripe, TextStripes } from "../../../../src/core/features/stripes.ts";
import type { Extract } from "../../../../src/core/model/types.ts";
import type { Held } from "../../../../src/core/proof/held.ts";
import { Proofs } from "../../../../src/core/proof/proofs.ts";
import type { SourceText } from "../../../../src/core/quotes/source-text.ts";
import type { Definition, Review } from "../../../../src/core/review.ts";
import { textOfFile } from "../../../../src/core/texts/plain-text.ts";
import { runs } from "../../../runs.ts";
import { reviewOf, sourceFile } from "../../reviews.ts";

const FILE = "sources/lund.md";
const extract = (id: string, quote: string, lines: readonly string[]): string =>
  `## Extract ${id}\n\n> ${quote}\n\n- at: p. 1\n${lines.map((line) => `- ${line}\n`).join("")}\n`;

/** The stripes of a text, its quotes found as the check of quotations finds them. */
function striped(text: string, extracts: string): { readonly source: SourceText; readonly stripes: TextStripes } {
  const review = reviewOf({ "review.yaml": "cmoc: 1\n", [FILE]: sourceFile("lund2010", extracts) });
  const held: Held = { is: "text", text: textOfFile(text), stamp: text };
  const proofs = new Proofs(review, () => held);
  const source = proofs.text("lund2010") as SourceText;
  return { source, stripes: new TextStripes(review, source, quotedIn(review, proofs)) };
}

function quotedIn(review: Review, proofs: Proofs): readonly Quoted[] {
  return review.extractsOf("lund2010").flatMap((definition) => {
    const extract = definition as Definition<Extract>;
    const proof = proofs.of(extract);
    if (!proof || !("passage" in proof)) return [];
    return [{ extract, parts: proof.passage.parts, isSame: proof.is !== "near" }];
  });
}

const said =
  ({ text }: SourceText) =>
  ({ is, coding, extract, parts, row }: Stripe): string => {
    const words = parts.map(({ start, end }) => text.slice(start, end)).join("/");
    return `${extract.brief.id} ${is === "passage" ? is : `${coding?.code} ${is === "whole" ? "whole " : ""}${row}`}: ${words}`;
  };

const TEXT =
  "Before.\nThey met every week, and lit-\ntle was hidden.\n\fLater, trust grew where\nthey met. They met every week.\n\fThe end of it all came late.\n";

describe("stripes of a full text", () => {
  it("are the passages that extracts quote, and the coded words in them", () => {
    const { source, stripes } = striped(
      TEXT,
      extract("e1", "They met every week, and little was hidden.", [
        'C met: "met every week"',
        'M open: "little was"',
      ]) +
        extract("e2", "Later, trust grew […] They met every week.", ['C met: "met every week"', 'O t: "TRUST grew"']) +
        extract("e3", "Nothing of it stands there.", ['C a: "stands"']),
    );
    assert.deepEqual(stripes.within({ start: 0, end: TEXT.length }).map(said(source)), [
      "e1 passage: They met every week, and lit-/tle was hidden",
      "e1 met 0: met every week",
      "e1 open 0: lit-/tle was",
      "e2 passage: Later, trust grew/They met every week",
      "e2 t 0: trust grew",
      "e2 met 0: met every week",
    ]);
    assert.deepEqual(
      stripes.passages().map(({ start, end }) => source.text.slice(start, end).length),
      [44, 53],
    );
  });

  it("of passages that overlap lie in rows, and words that the text has otherwise are found by likeness", () => {
    const { source, stripes } = striped(
      TEXT,
      extract("e1", "They met every week, and little was hidden.", ['C met: "met every week, and little was hidden"']) +
        extract("e2", "met every week, and little was hiden", ['M open: "little was hiden"', "O all:"]),
    );
    assert.deepEqual(stripes.within({ start: 0, end: TEXT.length }).map(said(source)), [
      "e1 passage: They met every week, and lit-/tle was hidden",
      "e2 passage: met every week, and lit-/tle was hidden",
      "e1 met 0: met every week, and lit-/tle was hidden",
      "e2 all whole 1: met every week, and lit-/tle was hidden",
      "e2 open 2: lit-/tle was hidden",
    ]);
  });

  it("of passages that are coded as a whole lie in rows where they overlap, one for each role of an extract", () => {
    const { source, stripes } = striped(
      TEXT,
      extract("e1", "They met every week, and little", ["C met:", "C often:", "M open:"]) +
        extract("e2", "every week, and little was hidden", ["O late:"]),
    );
    assert.deepEqual(
      stripes
        .within({ start: 0, end: TEXT.length })
        .filter(({ is }) => is !== "passage")
        .map(said(source)),
      [
        "e1 met whole 0: They met every week, and lit-/tle",
        "e1 often whole 0: They met every week, and lit-/tle",
        "e1 open whole 1: They met every week, and lit-/tle",
        "e2 late whole 2: every week, and lit-/tle was hidden",
      ],
    );
  });

  it("pass over heads and feet of pages", () => {
    const review = reviewOf({ [FILE]: sourceFile("lund2010", extract("e1", "they met often", ['C a: "met often"'])) });
    const text = "so they met\n12 RUNNING HEAD\noften there";
    const skipped = [{ start: 12, end: 28 }];
    const [quoted] = review.extractsOf("lund2010") as readonly Definition<Extract>[];
    assert.ok(quoted);
    const stripes = new TextStripes(review, { text, skipped }, [
      { extract: quoted, parts: [{ start: 3, end: 33 }], isSame: true },
    ]);
    assert.deepEqual(
      stripes
        .within({ start: 0, end: text.length })
        .map(({ parts }) => parts.map((at) => text.slice(at.start, at.end))),
      [
        ["they met", "often"],
        ["met", "often"],
      ],
    );
  });

  it("of a window are those that touch it, however they overlap", () => {
    const text = "one two three four five six seven eight nine ten eleven twelve";
    const words = text.split(" ");
    const passage = fc.tuple(fc.nat(11), fc.integer({ min: 2, max: 5 }), fc.nat(3));
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 6 }), fc.nat(text.length), fc.nat(30), (list, start, length) => {
        const all = list.map(([from, count, skip], index) => {
          const quote = words.slice(from, from + count);
          return extract(`e${index}`, quote.join(" "), [
            `C a: "${quote.slice(Math.min(skip, quote.length - 1)).join(" ")}"`,
          ]);
        });
        const { source, stripes } = striped(text, all.join(""));
        const whole = stripes.within({ start: 0, end: text.length });
        assert.equal(whole.length, 2 * list.length);
        const window = { start, end: start + length };
        assert.deepEqual(
          stripes.within(window).map(said(source)),
          whole.filter((each) => each.start < window.end && each.end > window.start).map(said(source)),
        );
        const coded = whole.filter(({ is }) => is === "words");
        for (const [at, each] of coded.entries())
          for (const other of coded.slice(at + 1)) if (other.start < each.end) assert.notEqual(other.row, each.row);
      }),
      runs(40),
    );
  });
});
