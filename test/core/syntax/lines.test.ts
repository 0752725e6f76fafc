import assert from "node:assert/strict";
import fc from "fast-check";
import { readLines } from "../../../src/core/syntax/lines.ts";
import { runs } from "../../runs.ts";
import { anyMarkdown, plainMarkdown } from "./generate.ts";
import { readsAlike } from "./readers.ts";

const PLAIN = [
  "## CMOC TR2: Constructive conflict resolution *builds* trust\n",
  "# A\n\nOne\ntwo [@key#e4, p. 12; @other#e1] and [[TR3]].\n\nThree (C), four (M) … “five”.\n",
  "- status: candidate\n- **C:** partners resolve [@lindqvist2010#e7]\n- **M:** trust grows\n  - resource: a\n    further line\n  - reasoning: b\n- **O:** c\n  - refutes: @t#e3\n",
  "- a\n    - nested by four\n        - and by four\n- b\n",
  "- a\n\n  second paragraph\n\n- b\n* other list\n",
  "-   wide\n    gap\n",
  "Text\n- then a list\n",
  "1. one\n2. two\n   further line\n\n3. three\n1) other list\n- bullets\n",
  "Text\n1. then a list\n",
  "A heading\n=========\n\nText\n",
  "#\n",
  "##  \n\ntext\n",
  "# a #\n",
  "## *a* b ##  \ntext\n",
  "# a\\#\n",
  "# a#\n",
  "CMOC TR1: *Trust*\n---\n- C: a\n",
  "In\n1986. they met\n",
  "- a\n  1. b\n  2. c\n- d\n",
  "10. a\n\n    second paragraph\n",
  "> quoted\n> over lines\n>\n> and paragraphs\n\nafter\n",
  "| ID | Context | Mechanism |\n|---|:-:|--:|\n| TR1 | a **b** | |\n\nafter\n",
  "```yaml\n- no: list\n# no heading\n```\n",
  "<!-- note -->\n\n---\n\ntext\n",
  "`code`, \\*, a_b_c, [TR3](theory/trust.md#cmoc-tr3), **bold *and em* too**, p < 0.05, R&D\n",
  "a <br> b<br/>c<BR  />d\ne*f<bR>g* [h<br>i](j)<br>\nk `<br>` \\<br\n",
  "# a<br>b\n\n> c<br />d\n",
  "| ID | Context |\n|---|---|\n| TR1 | a; b <br> c<br/>**d<br>e** |\n| <br> | <br>a<br> |\n",
  "CRLF\r\nlines\r\n\r\n- a\r\n  b\r\n",
  "ends with blanks   ",
];

const NOT_PLAIN = [
  "a\tb",
  "a\rb",
  "a\u0000b",
  "\ufeffa",
  "a  \nb",
  "a\\\nb",
  "a\nb\n===",
  "a \n---",
  "1.\n",
  "- 1. a",
  "- a\nlazy",
  "> a\nlazy",
  "-\n  a",
  "    code",
  "<div>\n</div>",
  "a <br\n> b",
  "a <br x> b",
  "a <br/ > b",
  "a </br> b",
  "a <brr> b",
  "<br> b",
  "| a <br | b> |\n| - | - |",
  "a <b@c.d> b",
  "a &amp; b",
  "![a](b)",
  "[a](<b> 'c')",
  "`a\nb`",
  "` a `",
  "```\nopen",
  "a\n# b",
  "| a |\n| - | - |",
  "| a | b\n| - | -",
  "| `a\\|b` |\n| - |",
];

describe("the line reader", () => {
  it("reads plain sections as remark does", () => {
    for (const text of PLAIN) assert.ok(readsAlike(text), JSON.stringify(text));
  });

  it("leaves everything else to remark", () => {
    for (const text of NOT_PLAIN) assert.equal(readLines(text), undefined, JSON.stringify(text));
  });

  it("equals remark wherever it accepts, over generated Markdown", () => {
    let accepted = 0;
    const holds = (text: string) => {
      if (readsAlike(text)) accepted++;
    };
    const often = runs(20);
    fc.assert(fc.property(plainMarkdown, holds), often);
    assert.ok(accepted > often.numRuns / 12, `accepted ${accepted} of ${often.numRuns} plain texts`);
    fc.assert(fc.property(anyMarkdown, holds), runs(20));
  });
});
