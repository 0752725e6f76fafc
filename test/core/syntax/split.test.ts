import assert from "node:assert/strict";
import fc from "fast-check";
import { split } from "../../../src/core/syntax/split.ts";
import { runs } from "../../runs.ts";
import { assertCovers } from "./covering.ts";
import { anyMarkdown, anyUnits, plainMarkdown } from "./generate.ts";
import { assertPlaces } from "./placing.ts";

/** The headings that `split` finds: their lines, and their depths. */
function headings(text: string): readonly (readonly [string, number])[] {
  return split(text)
    .sections.filter((section) => section.depth > 0)
    .map((section) => [text.slice(section.start, section.headingEnd), section.depth] as const);
}

describe("split", () => {
  it("cuts at headings of the top level", () => {
    const text = "before\n\n# One\n\ntext\n## Two ##\nUnder\nlined\n=====\n";
    assert.deepEqual(headings(text), [
      ["# One", 1],
      ["## Two ##", 2],
      ["Under\nlined\n=====", 1],
    ]);
    assert.equal(split(text).sections[0]?.depth, 0);
  });

  it("has no empty section before a first heading, and one section where there is none", () => {
    assert.deepEqual(
      split("# A\n").sections.map((section) => section.depth),
      [1],
    );
    assert.deepEqual(split("").sections, [{ start: 0, end: 0, depth: 0, headingEnd: 0, off: false }]);
  });

  it("finds no heading in fences, HTML, lists, quotes and code", () => {
    const hiding = [
      "```\n# a\n```",
      "~~~ x\n# a\n```\n~~~~",
      "<!--\n# a\n\n# b\n-->",
      "<div>\n# a\n</div>",
      "<pre>\n\n# a\n</pre>",
      "<?\n# a\n?>",
      "<!X\n# a\n>",
      "<![CDATA[\n# a\n]]>",
      "<x-y z='1'>\n# a",
      "- a\n  # b",
      "1. a\n\n   # b",
      "> # a",
      "> a\n===",
      "- a\n===",
      "    # a",
      "| a |\n| - |\nb\n===",
      "#a",
      "####### a",
    ];
    for (const text of hiding) assert.deepEqual(headings(text), [], JSON.stringify(text));
  });

  it("finds headings right after what it passes over", () => {
    for (const before of ["```\n```", "<!-- a -->", "<div>\n", "- a", "> a", "    a", "| a |\n| - |", "***", "a"]) {
      assert.deepEqual(headings(`${before}\n# b`), [["# b", 1]], JSON.stringify(before));
    }
  });

  it("asks remark where only the inside of a list or a quote tells", () => {
    assert.deepEqual(headings("> # a\nb\n==="), [["b\n===", 1]]);
    assert.deepEqual(headings("> a\nb\n==="), []);
    for (const end of ["\n", "\r", "\r\n"]) {
      const text = (lines: readonly string[]): string => lines.join(end);
      assert.deepEqual(headings(text(["> a", ">", "<x>", "# b"])), [], "HTML goes on to a blank line");
      assert.deepEqual(headings(text(["> a", "<x>", "# b"])), [["# b", 1]], "HTML in the quote ends with the line");
    }
    assert.deepEqual(headings("- ```\nb\n---"), [["b\n---", 2]]);
    assert.deepEqual(headings("- b\nc\n\n  # d"), []);
    assert.deepEqual(headings("- # b\nc\n\n  # d"), [["  # d", 1]]);
  });

  it("reads front matter at the start only, and only when it is closed", () => {
    const text = "---\ncitekey: a\n---\n# A\n";
    const { frontMatter, sections } = split(text);
    assert.equal(frontMatter && text.slice(frontMatter.yaml.start, frontMatter.yaml.end), "citekey: a\n");
    assert.equal(frontMatter?.span.end, sections[0]?.start);
    assert.equal(split("---\na: 1\n...\nx").frontMatter?.span.end, 13);
    assert.equal(split("\ufeff---\r\na: 1\r\n---").frontMatter?.span.start, 1);
    assert.equal(split("---\r---\r# a").sections[0]?.start, 8);
    for (const none of ["---\na: 1\n", "\n---\na: 1\n---\n", "----\na: 1\n---\n", " ---\na: 1\n---\n"]) {
      assert.equal(split(none).frontMatter, undefined, JSON.stringify(none));
    }
  });

  it("sees the comment that switches a heading off", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = ["# A", "", "<!-- cmoc: off -->", "# B", "x", "# C"].join(end);
      assert.deepEqual(
        split(text).sections.map((section) => section.off),
        [false, true, false],
      );
    }
    assert.equal(split("<!-- cmoc: on -->\n# B").sections[1]?.off, false);
    assert.equal(split("<!-- cmoc: off -->\n\n# B").sections[1]?.off, false);
  });

  it("joins to the file", () => {
    fc.assert(fc.property(fc.oneof(anyMarkdown, plainMarkdown, anyUnits), assertCovers), runs(20));
  });

  it("finds what remark finds, over generated Markdown", () => {
    fc.assert(fc.property(anyMarkdown, assertPlaces), runs(16));
  });

  it("finds what remark finds where a list or a quote begins with what cannot interrupt a paragraph", () => {
    const line = fc
      .tuple(
        fc.constantFrom("", " ", "  ", "   "),
        fc.array(fc.constantFrom("- ", "2. ", "1. ", "> ", "* "), { maxLength: 3 }),
        fc.constantFrom("", "a", "b", "---", "===", "# c", "-", "2."),
      )
      .map(([indent, marks, words]) => indent + marks.join("") + words);
    const text = fc.array(line, { minLength: 2, maxLength: 6 }).map((lines) => lines.join("\n"));
    fc.assert(fc.property(text, assertPlaces), runs(40));
    for (const before of ["a\n", "    a\n", "- a\n  b\n", ""]) assertPlaces(`${before}- 2. \n c\n---`);
  });

  it("keeps what is no text", () => {
    assert.deepEqual(headings("\u0000\ud800\n# a\udc00"), [["# a\udc00", 1]]);
  });
});
