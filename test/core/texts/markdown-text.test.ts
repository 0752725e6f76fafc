import assert from "node:assert/strict";
import fc from "fast-check";
import { checkQuote } from "../../../src/core/quotes/check.ts";
import { compared, passageOf } from "../../../src/core/quotes/compared.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import { marksIn, textOfMarkdown } from "../../../src/core/texts/markdown-text.ts";
import { runs } from "../../runs.ts";

const sourceOf = (text: string): SourceText => {
  const held = textOfMarkdown(text);
  return new SourceText(held.text, held.pages, held.skipped);
};
/** The text without its marks. */
const read = (text: string): string => {
  let made = "";
  let at = 0;
  for (const { start, end, as = "\n" } of marksIn(text)) {
    made += text.slice(at, start) + as;
    at = end;
  }
  return made + text.slice(at);
};

const TRUST = "They said trust was everything to them.";
const SAID: readonly (readonly [markdown: string, quote: string])[] = [
  ["They said [trust](http://x.org/a-long-address/that-goes-on-and-on) was everything to them.", TRUST],
  ['They said [trust](<http://x.org/a b> "a title") was everything to them.', TRUST],
  ["They said [trust][1] was everything to them.\n\n[1]: http://x.org/long/long 'A title'", TRUST],
  ["They said [trust][] was everything to them.\n\n[Trust]: http://x.org/long/long", TRUST],
  ["They said ![img](a.png) trust was everything to them.", TRUST],
  ["They said ![](a.png)trust was everything to them.", TRUST],
  ["They said <!-- page 3 -->trust was everything to them.", TRUST],
  ["They said trust was\n\n<!-- page 12 -->\n\neverything to them.", TRUST],
  ["They said trust was\n\n![Figure](figure.png)\n\neverything to them.", TRUST],
  ["They said<sup>3</sup> trust was<br>everything to <i>them</i>.", TRUST],
  ["They said<sup>3,4</sup> trust[^1] was everything[^note] to them.\n\n[^1]: A note.", TRUST],
  ["> They said trust\n> was everything\n> to them.", TRUST],
  ["> > They said trust\nwas everything\n>> to them.", TRUST],
  ["- They said trust\n  was everything\n- to them.", TRUST],
  ["1. They said trust\n2. was everything to them.", TRUST],
  ["They said ==trust== was ~~everything~~ to __them__.", TRUST],
  ["They said [[TR1|trust]] was [[everything]] to them. ^abc-1", TRUST],
  ["They said `trust` was\\\neverything  \nto them.", TRUST],
  ["```text\nThey said trust was\neverything to them.\n```", TRUST],
  ["<table><tr><td>They said trust</td><td>was everything to them.</td></tr></table>", TRUST],
  ["| They said trust | was everything |\n|---|---|\n| to them. | x |", TRUST],
  ["# They said\n\ntrust was\n===\n\neverything to them.", TRUST],
  ["They said R&amp;D was &quot;everything&quot; to them&nbsp;all.", 'They said R&D was "everything" to them all.'],
  ["It&#8217;s what they &lt;said&gt; &#x2014; 5 &ast; 3.", "It’s what they <said> — 5 * 3."],
  [
    "They said un*believ*able and **every**thing went, **it**'s so.",
    "They said unbelievable and everything went, it's so.",
  ],
  ["At 10\\_20 places \\*they\\* met the col\\-leagues.", "At 10_20 places *they* met the col-leagues."],
  [
    "Some 10<sup>3</sup> at CO<sub>2</sub>, 10^4^ at CO~2~ in the 19<sup>th</sup> year.",
    "Some 10³ at CO2, 10⁴ at CO2 in the 19th year.",
  ],
  ["The part-\n> ners\n\nmet.", "The partners met."],
  ["> The part-\n> ners met.", "The partners met."],
  ["> [!quote] Okafor 2014\n> The nurses met the managers.", "The nurses met the managers."],
  ["The nurses\r\n> met\r\n> *the* managers\r\n", "The nurses met the managers"],
];

const NOT_SAID: readonly (readonly [markdown: string, quote: string])[] = [
  ["---\ntitle: They lied to us all the time\n---\nThey said trust.", "They lied to us all the time"],
  ["They said [trust](http://x.org 'They lied to us all the time').", "They lied to us all the time"],
  ["They said trust. <!-- They lied to us all the time -->", "They lied to us all the time"],
  ["Some 10<sup>3</sup> people came to the ward that year.", "Some 103 people came to the ward that year."],
  ["They said un*believ*able things in the ward.", "believ"],
  ["They said un*believ*able things in the ward.", "able things in the ward."],
  ["They said R&amp;D was all.", "amp"],
  ["Some 10<sup>3</sup> people came to the ward that year.", "Some 10"],
  ["They said *un*-able was everything to them.", "able was everything to them."],
];

describe("a text in Markdown", () => {
  for (const [markdown, quote] of SAID)
    it(`says ${JSON.stringify(quote)} in ${JSON.stringify(markdown)}`, () => {
      const answer = checkQuote(quote, sourceOf(markdown));
      assert.equal(answer.is, "exact", read(markdown));
    });

  for (const [markdown, quote] of NOT_SAID)
    it(`does not say ${JSON.stringify(quote)} in ${JSON.stringify(markdown)}`, () => {
      assert.notEqual(checkQuote(quote, sourceOf(markdown)).is, "exact");
    });

  it("is shown as it is", () => {
    for (const [markdown] of SAID) assert.equal(textOfMarkdown(markdown).text, markdown);
  });

  it("has plain words as they are", () => {
    assert.deepEqual(marksIn("They said trust.\n\nIt was everything to them, 5 of 6.\n"), []);
  });

  it("is told of in words, without its marks", () => {
    const source = sourceOf(
      "They [said](http://x.org/long) **trust** was R&amp;D <!-- x --> *un*usual to all of them here.",
    );
    const quote = "They said trust was R&D and unusual to all of them here.";
    const answer = checkQuote(quote, source);
    assert.ok(answer.is === "near");
    const words = compared(quote, answer.passage, source);
    assert.equal(passageOf(words), "They said trust was R&D unusual to all of them here.");
    assert.deepEqual(
      words.filter(({ is }) => is === "quote").map(({ text }) => text),
      ["and"],
    );
  });

  it("has its marks in order and apart, whatever it is", () => {
    const pieces = fc.constantFrom(
      "a",
      "word ",
      "*",
      "**",
      "_",
      "[",
      "](x)",
      "](",
      "<sup>",
      "</sup>",
      "3",
      "&amp;",
      "\\",
      "\n",
      "\n\n",
      "> ",
      "- ",
      "# ",
      "| ",
      "|-|\n",
      "`",
      "```\n",
      "<!--",
      "-->",
      "==",
      "~~",
      "^",
      "[^1]",
      "[[",
      "]]",
      "---\n",
      "\r\n",
      "\f",
      "![",
      "<br>",
      "𠀀",
      "é",
      "\t",
      "    ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        let at = 0;
        for (const { start, end } of textOfMarkdown(text).skipped) {
          assert.ok(start >= at && end >= start && end <= text.length, JSON.stringify(text));
          at = end;
        }
        sourceOf(text).folded("loose");
      }),
      runs(200),
    );
  });
});
