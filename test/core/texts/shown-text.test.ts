import assert from "node:assert/strict";
import fc from "fast-check";
import { textOfMarkup } from "../../../src/core/texts/markup-text.ts";
import { sectionsOf, shownText } from "../../../src/core/texts/shown-text.ts";

describe("a text as it is shown", () => {
  const text = "They met.\n\fTrust grew.\n";
  const pages = [
    { start: 0, label: "407" },
    { start: 11, label: undefined },
  ];

  it("has its pages under headings, by their printed numbers where these are known", () => {
    const made = shownText({ text, pages }, true);
    assert.equal(made.text, "# Page 407\n\nThey met.\n\f\n# Page 2 of the file\n\nTrust grew.\n");
    assert.equal(made.text.slice(made.shown(11)), "Trust grew.\n");
    assert.equal(made.source(made.text.indexOf("Page 2")), 11);
  });

  it("without pages has its sections under the headings that it has already", () => {
    const { text, pages } = textOfMarkup("<p>Before.</p><h1>Methods</h1><p>We asked.</p><h2>Sample</h2><p>Few.</p>");
    const made = shownText({ text, pages }, false);
    assert.equal(made.text, "Before.\n\n# Methods\n\nWe asked.\n\n# Sample\n\nFew.\n");
    assert.deepEqual(
      made.sections.map(({ title, span }) => [title, made.text.slice(span.start, span.end)]),
      [
        ["Methods", "# Methods\n\nWe asked.\n\n"],
        ["Sample", "# Sample\n\nFew.\n"],
      ],
    );
    assert.equal(made.source(made.text.indexOf("# Sample")), text.indexOf("Sample"));
    assert.equal(shownText({ text, pages: [] }, false).text, text);
  });

  it("has its pages, or its sections, as an outline", () => {
    const made = shownText({ text, pages }, true);
    assert.deepEqual(
      made.sections.map(({ title, span }) => [title, made.text.slice(span.start, span.end)]),
      [
        ["Page 407", "# Page 407\n\nThey met.\n\f"],
        ["Page 2 of the file", "# Page 2 of the file\n\nTrust grew.\n"],
      ],
    );
    assert.deepEqual(
      sectionsOf({ text, pages }, true).map(({ title, span }) => `${title}: ${text.slice(span.start, span.end)}`),
      ["Page 407: They met.\n\f", "Page 2 of the file: Trust grew.\n"],
    );
    assert.deepEqual(
      shownText({ text, pages }, false).sections.map(({ title }) => title),
      ["They met.", "Trust grew."],
    );
  });

  it("goes there and back from every place", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.array(fc.nat(59), { maxLength: 5 }),
        fc.boolean(),
        (words, cuts, hasPages) => {
          const starts = [...new Set(cuts.filter((cut) => cut < words.length))].sort((a, b) => a - b);
          const made = shownText(
            { text: words, pages: starts.map((start) => ({ start, label: undefined })) },
            hasPages,
          );
          let before = -1;
          for (let offset = 0; offset < words.length; offset++) {
            assert.equal(made.source(made.shown(offset)), offset);
            assert.equal(made.text.charAt(made.shown(offset)), words.charAt(offset));
            assert.ok(made.shown(offset) > before);
            before = made.shown(offset);
          }
        },
      ),
    );
  });
});
