import assert from "node:assert/strict";
import { cardMarkdown, cardText } from "../../../../src/core/features/card.ts";
import { codersOf, legendOf, quoteStripes, stripeCards, stripesAt } from "../../../../src/core/features/stripes.ts";
import { reviewOf, sourceFile } from "../../reviews.ts";

const FILE = "sources/lund.md";
const TEXT = sourceFile(
  "lund2010",
  `## Extract e1

> They met every week, and trust grew.

- at: p. 12
- C meeting: "met every week"
- M (resource): "every week" (RM)
- code hidden: "every"
- supports: TR1 (C) — as said
- coder: JA

## Extract e2

> Nothing was said.

- O: "Nothing"
- M silence:
- parked: later
`,
);
const review = reviewOf({
  "review.yaml": "cmoc: 1\ncoders: { JA: first coder, ZZ: nobody (yet) }\n",
  [FILE]: TEXT,
  "t.md": "## CMOC TR1: Meeting\n\n- C: a\n\n## Code meeting: People \\* meet often\n\n- role: C\n",
});
const stripes = quoteStripes(review, FILE);
const at = (words: string) => stripeCards(review, stripesAt(stripes, TEXT.indexOf(words) + 1));

describe("what is told of stripes", () => {
  it("is each code of the words, its extract and coders, and what the extract bears on", () => {
    assert.deepEqual(at("every week, and").map(cardText), [
      [
        "@lund2010#e1 · p. 12 · coded by JA (first coder)",
        "  Code hidden “every”",
        "  Mechanism (resource) “every week” · coded by RM",
        "  Context meeting  People * meet often “met every week”",
        "  ✓ supports TR1  Meeting (C) — as said",
      ].join("\n"),
    ]);
    assert.deepEqual(at("Nothing was").map(cardText), [
      "@lund2010#e2 · parked\n  Outcome “Nothing”\n  Mechanism silence the whole extract",
    ]);
    assert.deepEqual(at("They met"), []);
  });

  it("leads to the extract, the code and the configuration, and makes no markup of what people wrote", () => {
    const [card] = at("every week, and");
    assert.ok(card);
    const markdown = cardMarkdown(card, ({ uri, span }) => `${uri}#${span.start}`);
    assert.match(markdown, /^\*\*\[\\@lund2010\\#e1\]\(sources\/lund\.md#\d+\)\*\*/);
    assert.match(markdown, /\*\*Context\*\* \[meeting\]\(t\.md#\d+\) {2}People \\\* meet often/);
    assert.match(markdown, /\[TR1\]\(t\.md#0\)/);
  });

  it("is, in a legend, the line of each role in words, and how much each coder coded", () => {
    assert.deepEqual(
      legendOf(review, stripes).map((row) => `${row.mark} ${row.name}: ${row.line}, ${row.stripes.length}`),
      [
        "C Context: solid line, 1",
        "M Mechanism: double line, 2",
        "O Outcome: dotted line, 1",
        "· Code without a role: thick dashed line, 1",
      ],
    );
    assert.deepEqual(
      codersOf(review, stripes).map(({ name, count }) => `${name} ${count}`),
      ["JA (first coder) 2", "RM 1", "ZZ, nobody (yet) 0", "no coder named 2"],
    );
  });

  it("is a line that is like no other's for each role", () => {
    const six = reviewOf({ "review.yaml": "configuration: [C, M, O, I, A, S]\n" });
    const lines = legendOf(six, stripes).map(({ line }) => line);
    assert.equal(new Set(lines).size, lines.length);
  });
});
