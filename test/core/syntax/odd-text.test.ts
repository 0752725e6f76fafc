import assert from "node:assert/strict";
import fc from "fast-check";
import { readLines } from "../../../src/core/syntax/lines.ts";
import { readOddText } from "../../../src/core/syntax/odd-text.ts";
import { readRemark } from "../../../src/core/syntax/remark.ts";
import { runs } from "../../runs.ts";

const READ = [
  "a &amp; b &#8212; &nope; &#x0; c",
  "a  \nb\\\n c<br>d<br />e",
  "- a <i\n  b='1'>c</i>\n  - d ![e *f*](g.png \"h\") i\n",
  "# a &lt; b\n\n> c  \n> d\n",
  "a &amp; b\n=====\n\ntext\n",
  "[![a](b)](<c d> 'e\nf') g [h &amp; i](j&amp;k\\*l) [m]()",
  "a <b@c.d> and <http://a.b/?c&amp;d>",
  "`` a\nb `c` ``  \nd",
  "one &amp;\r\ntwo  \r\nthree\r\n",
];

const LEFT = [
  "a <!b\n    - -->\n",
  "- `a\n  b` &amp; c",
  "a &amp; b\n# c",
  "| a &amp; b |\n|---|",
  "<b> c &amp; d",
  "a &amp; b\n\n    code",
];

const piece = fc.constantFrom(
  ..."a|b c|*|**|_|`|``|[|]|](|(|)|![|!|<|>|<b>|</b>|<i a='|'>|<br>|<br/>|<!-- d -->|<?e?>|&amp;|&#38;|&|;|\\|\\\\|\\*|\\&|é|—|\u00a0".split(
    "|",
  ),
  ..."[a](b)|![c](d)|<a@b.c>|<x:y>|`e f`|&copy|&NotEqualTilde;|\"|'|](<a b>)|](c 'd')|\ud800|:| |  ".split("|"),
);
const words = fc.array(piece, { minLength: 1, maxLength: 9 }).map((pieces) => `w${pieces.join("")}`);
const gap = fc.constantFrom("\n", "\n", "  \n", "\\\n", "\n ", "\n   ", "\n    ");
const paragraph = fc
  .array(fc.tuple(words, gap), { minLength: 1, maxLength: 3 })
  .map((lines) => lines.map(([text, end]) => text + end).join(""));

describe("running text that is not plain", () => {
  it("is read by remark's tokenizer alone, as remark reads it", () => {
    for (const text of READ) {
      assert.equal(readLines(text), undefined, text);
      assert.deepEqual(readLines(text, readOddText), readRemark(text), text);
    }
  });

  it("is left to remark where what stands around it is not plain", () => {
    for (const text of LEFT) assert.equal(readLines(text, readOddText), undefined, text);
  });

  it("is read as remark reads it, whatever it is made of", () => {
    let read = 0;
    const often = runs(80);
    fc.assert(
      fc.property(paragraph, fc.constantFrom("", "- ", "> ", "# h\n\n"), (text, before) => {
        const whole = before + text;
        const blocks = readLines(whole, readOddText);
        if (blocks === undefined) return;
        assert.deepEqual(blocks, readRemark(whole), JSON.stringify(whole));
        if (readLines(whole) === undefined) read++;
      }),
      often,
    );
    assert.ok(read > often.numRuns / 4, `read ${read} of ${often.numRuns}`);
  });
});
