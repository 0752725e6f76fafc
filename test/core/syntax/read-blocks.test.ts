import assert from "node:assert/strict";
import fc from "fast-check";
import { readBlocks, readerOf } from "../../../src/core/syntax/read-blocks.ts";
import { readRemark } from "../../../src/core/syntax/remark.ts";
import { runs } from "../../runs.ts";
import { anyMarkdown, anyUnits, plainMarkdown } from "./generate.ts";
import { assertBySection } from "./sections.ts";

describe("reading blocks", () => {
  it("gives plain sections to the line reader and others to remark", () => {
    assert.equal(readerOf("# a\n\n- b\n"), "lines");
    assert.equal(readerOf("# a\n\n1. b\n"), "lines");
    assert.equal(readerOf("# a\n\n1. b &amp; c\n"), "remark");
    assert.equal(readBlocks("# a\n\n1. b &amp; c\n")[1]?.type, "list");
  });

  it("reads by section what remark reads in the whole file", () => {
    fc.assert(fc.property(fc.oneof(anyMarkdown, plainMarkdown), assertBySection), runs(16));
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
      runs(15),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        readBlocks(text);
      }),
      runs(20),
    );
  });
});
