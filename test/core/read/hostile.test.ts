/** Pages that are made to hang a reader: time in proportion to the text, whatever stands in it. */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { ReadText } from "../../../src/core/read/report.ts";
import { slowness, spent } from "../../hostile/growth.ts";

const N = 100_000;
const PAGES: { readonly [name: string]: () => string } = {
  "tables in tables, ten thousand deep": () => `<table><tr><td>x`.repeat(10_000),
  "cells in one row": () => `<table><tr>${"<td>x".repeat(300_000)}`,
  rows: () => `<table>${"<tr><td>a<td>b".repeat(150_000)}`,
  "tags that are never closed": () => "<b><i><sup><span>".repeat(N),
  "tags that were never opened": () => "</b></td></table></sup>".repeat(N),
  "open and close that do not fit": () => "<b></i>".repeat(N * 3),
  "spans of a thousand million": () =>
    `<table>${'<tr><td rowspan="1000000000" colspan="1000000000">x</td></tr>'.repeat(20_000)}</table>`,
  "spans that fill a table": () =>
    `<table>${`<tr>${'<td rowspan="65534">x</td>'.repeat(64)}</tr>`.repeat(2_000)}</table>`,
  "brackets that never close": () => `CMOC 1: ${"(C ".repeat(N)}`,
  brackets: () => `When ${"x (C) y (M) z (O). ".repeat(20_000)}`,
  "a long word": () => `trust${"a".repeat(N * 10)}12. (C)`,
  digits: () => "1,2–".repeat(N * 2),
  labels: () => "Context: x Mechanism: y Outcome: z ".repeat(20_000),
  "labels without words": () => "C: M: O: ".repeat(N),
  ids: () => "CMOC 1: CMOC 2: ".repeat(30_000),
  "ids behind": () => "x (C) y (M) [CMOC 1]. ".repeat(20_000),
  "quotes that never close": () => `a,b\n${'"x,'.repeat(N)}`,
  "blanks in lines": () => `CMOC  Context  Mechanism  Outcome\n${"1   a   b   c\n".repeat(30_000)}`,
  "lines of bars": () => "|".repeat(N * 5),
  "lists within the items of labels": () => "- C: x\n  - y\n- M: b\n- O: c\n".repeat(10_000),
  "cells that begin with their role": () =>
    `<table>${"<tr><td rowspan=3>CMO 1<td>Context<br>a<tr><td>Mechanism<br>b<tr><td>Outcome<br>c".repeat(10_000)}</table>`,
  "labels at the ends of paragraphs": () => "Context:\n\na. Mechanism:\n\nb. Outcome:\n\nc. ".repeat(10_000),
  "letters without a colon": () => "C1 X x\nM1 Y y\nO1 Z z\n".repeat(20_000),
  "letters without a colon in one line": () => `CMOC 1: ${"C1 X x; M1 Y y; O1 Z z; ".repeat(20_000)}`,
  "ends of pages": () => `words ${"\nPage 1 of 2\n\nx".repeat(60_000)}`,
  "words that explain": () => `Context: ${"for the purposes of this review, in this review, ".repeat(40_000)}`,
  stars: () => "*a ".repeat(N) + "**b ".repeat(N),
  "a page without lines": () => `# x\n${"word ".repeat(N * 8)}`,
  "lines of one word": () => "word\n".repeat(N * 5),
  entities: () => `<p>${"&amp;&nbsp;&#8594;".repeat(N)}</p>`,
  "five megabytes of a browser's markup": () =>
    `<html><body>${'<div class="x" style="a:b" data-y="z"><p><span style="mso-x:y">Words (<i>C</i>) of <b>some</b> page.<sup>1,2</sup></span></p></div>'.repeat(38_000)}<table><tr><td>Context<td>Mechanism<td>Outcome<tr><td>a<td>b<td>c</table></body></html>`,
};

describe("a paragraph that names a hundred thousand slots", () => {
  it("is written without being read again, in time", () => {
    const text = `CMOC 1: ${"When $x (C), y (M), so z (O). ".repeat(33_000)}`;
    let markdown = "";
    const took = spent(() => {
      markdown = new ReadText(text, "page.txt", {}).markdown("fields");
    }, 4000);
    assert.equal(markdown.match(/^- \*\*[CMO]:\*\* (?:\\[$]x|y|z)$/gm)?.length, 99_000);
    assert.ok(took < 4000, `${took} ms`);
  });
});

describe("pages that are made to hang a reader", () => {
  for (const [name, make] of Object.entries(PAGES)) {
    it(`are read in time: ${name}`, () => {
      const text = make();
      const took = spent(() => readPublished(text), 8000);
      assert.ok(took < 8000 || took < 8000 * slowness(), `${took} ms for ${text.length} units`);
    });
  }
});
