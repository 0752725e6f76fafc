import assert from "node:assert/strict";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import type { Card } from "../../../../src/core/features/card/lines.ts";
import { cardMarkdown, cardOf, cardText, type Place } from "../../../../src/core/features/card.ts";
import { runs } from "../../../runs.ts";
import { reviewOf } from "../../reviews.ts";
import { anyUnits } from "../../syntax/generate.ts";
import { anyRecord } from "../generate-records.ts";

type Token = ReturnType<typeof reader.parse>[number];
const reader = new MarkdownIt({ html: true, linkify: true, typographer: false });

function tokensOf(markdown: string): readonly Token[] {
  return reader.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}

const ALLOWED =
  /^(?:paragraph_(?:open|close)|inline|text|text_special|hardbreak|strong_(?:open|close)|link_(?:open|close))$/;

/** Nothing but paragraphs, strong words and the links that were given; the words are those of the card. */
function assertPlain(card: Card, linkTo: (place: Place) => string | undefined): void {
  const markdown = cardMarkdown(card, linkTo);
  const tokens = tokensOf(markdown);
  for (const token of tokens) {
    assert.match(token.type, ALLOWED, markdown);
    if (token.type === "link_open") assert.match(String(token.attrGet("href")), /^place:\d+$/);
  }
  const words = (text: string): string => text.replace(/\s+/g, "");
  const shown = tokens
    .filter(({ type }) => type === "text" || type === "text_special")
    .map(({ content }) => content)
    .join("");
  assert.equal(words(shown), words(cardText(card)), markdown);
}

const NASTY = [
  "![x](https://evil.example/a.png)",
  "[x](command:evil)",
  "<img src=x onerror=alert(1)>",
  "<https://evil.example>",
  "https://evil.example www.evil.example a@evil.example",
  "`code` **bold** _it_ ~~gone~~",
  "# head",
  "- item",
  "1. item",
  "> quote",
  "| a | b |",
  "&lt;b&gt; &amp;",
  "$(warning)",
  "a\\",
  "[x]: https://evil.example",
  "***",
  "]( x",
];
const nasty = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), anyUnits, fc.string()), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(" ").replace(/[\r\n]+/g, " "));

describe("a card as Markdown", () => {
  it("has links where the door gives addresses, and none that run something", () => {
    const review = reviewOf({ "a.md": "## CMOC TR1: One\n\n- **C:** x\n- leads to: TR1\n" });
    const [at] = [...review.records("cmoc")];
    assert.ok(at);
    const card = cardOf(review, at);
    assert.equal(cardMarkdown(card), "**TR1**  One · candidate\n\n**C**  x  \nleads to TR1  One");
    const withLinks = cardMarkdown(card, ({ uri, span }) => `file:///r/${uri}#${span.start}`);
    assert.match(withLinks, /^\*\*\[TR1\]\(file:\/\/\/r\/a\.md#0\)\*\* {2}One/);
    for (const url of ["command:x", " Command:x", "javascript:alert(1)", "data:text/html,x", ""])
      assert.equal(
        cardMarkdown(card, () => url),
        cardMarkdown(card),
        url,
      );
    assert.equal(
      cardMarkdown(card, () => undefined),
      cardMarkdown(card),
    );
    const odd = cardMarkdown(card, () => "vscode://a (b)/[c]<d>\\\n&copy;é\ud800");
    const links = tokensOf(odd).filter(({ type }) => type === "link_open");
    assert.equal(links.length, 2);
    assert.equal(links[0]?.attrGet("href"), "vscode://a%20%28b%29/%5Bc%5D%3Cd%3E%5C%0A&copy;%C3%A9%EF%BF%BD");
  });

  it("lets nothing in a review make markup, links or images of its own", () => {
    const review = reviewOf({ "a.md": "## CMOC TR1\n" });
    const [at] = [...review.records("cmoc")];
    assert.ok(at);
    for (const text of NASTY) {
      const line = { part: "slot" as const, runs: [{ text, style: "strong" as const }, { text: `  ${text}` }] };
      assertPlain({ ...cardOf(review, at), lines: [line, line] }, () => undefined);
    }
  });

  it("does so whatever stands in titles, quotes, slots, reasons and front matter", () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, anyRecord, (one, two, three, record) => {
        const review = reviewOf({
          "a.md": `## CMOC TR1: ${one}\n\n- status: candidate\n- theme: ${two}\n- **C:** ${three}\n- leads to: TR2 — ${one}\n- note: ${two}\n- supports: @k#e1 — ${three}\n`,
          "k.md": `---\ncitekey: k\ntitle: ${two}\nauthor: ${one}\nstudy: ${three}\n---\n\n## Extract e1: ${three}\n\n> ${one}\n\n- at: ${two}\n- C x: "${three}"\n- parked: ${one}\n`,
          "t.md": `## Theory PT1: ${one}\n\n${two}\n\n- boundary: ${three}\n`,
          "o.md": record.text,
        });
        for (const kind of ["cmoc", "theory", "demi-regularity", "extract", "code", "memo"] as const)
          for (const at of review.records(kind)) assertPlain(cardOf(review, at), ({ span }) => `place:${span.start}`);
        for (const source of review.sources()) assertPlain(cardOf(review, source), ({ span }) => `place:${span.start}`);
      }),
      runs(4),
    );
  });
});
