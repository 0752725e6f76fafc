/** What a page hides ends where HTML ends it: a tag that was left out hides nothing after it. */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { read } from "./reading.ts";

const TABLE = "<table><tr><th>Context<th>Mechanism<th>Outcome<tr><td>a<td>b<td>c</table>";
const ROW = "- | C: a | M: b | O: c";

describe("what a page hides", () => {
  const pages: { readonly [name: string]: string } = {
    "a head that is not closed": `<html><head><title>Gone</title><p>Intro ${TABLE}`,
    "a head before words": `<head><title>Gone</title><style>x</style>Intro<div>x</div>${TABLE}`,
    "an item": `<ul><li style="display:none">Gone<li>b</ul>${TABLE}`,
    "the last item": `<ul><li>b<li hidden>Gone</ul>${TABLE}`,
    "a paragraph before a block": `<p hidden>Gone<div>b</div>${TABLE}`,
    "a span in a paragraph": `<p><span style="display:none">Gone</p>${TABLE}`,
    "elements in it": `<div hidden><div>Gone<p>Gone</div><span>Gone</div>${TABLE}`,
    "a span in a cell": "<table><tr><th>Context<th>Mechanism<th>Outcome<tr><td>a<span hidden>Gone<td>b<td>c</table>",
  };
  for (const [name, html] of Object.entries(pages)) {
    it(`ends where HTML ends it: ${name}`, () => {
      assert.deepEqual(read(html), [ROW]);
      assert.ok(!JSON.stringify(readPublished(html)).includes("Gone"));
    });
  }

  it("is left aside where nothing ends it", () => {
    const { aside } = readPublished(`<body><p>x</p><div hidden>Staff <b>wait</b><p>long<script>no</script>`);
    assert.match(aside.map(({ text }) => text).join("|"), /Staff wait long/);
    assert.doesNotMatch(JSON.stringify(aside), /no"/);
  });
});
