/** Records with many links, and files with much that looks like a footnote or a tag: splitting and moving grow with what they are given. */
import assert from "node:assert/strict";
import { isRefusal } from "../../src/core/features/edit.ts";
import { moveRecord, splitOff } from "../../src/core/features/refactor.ts";
import { filesAfter, record } from "../core/features/editing.ts";
import { reviewOf, sourceFile } from "../core/reviews.ts";
import { growth } from "./growth.ts";

const TIMES = 8;
/** A linear cost grows eight times, a quadratic one sixty-four times. */
const MOST = 26;

function assertGrows(what: string, workOf: (count: number) => () => void, small: number): void {
  const grown = growth(workOf, small, TIMES, MOST);
  assert.ok(grown <= MOST, `${what} grows ${grown.toFixed(0)} times where what it is given grows ${TIMES} times`);
}

describe("splitting a configuration with many extracts", function () {
  this.timeout(120_000);
  const how = { title: "H", taken: [2], shared: [0, 3], keep: false, anyway: true };

  it("grows with their number", () => {
    const made = (count: number): (() => void) => {
      const extracts = Array.from(
        { length: count },
        (_, at) => `## Extract e${at}\n\n> “Here” ${at}.\n\n- at: p. 1\n- supports: TR1 (M2)\n\n`,
      );
      const review = reviewOf({
        "a.md": "## CMOC TR1: One\n\n- **C:** x\n- **M:** trust\n- **M:** habit\n- **O:** y\n",
        "k.md": sourceFile("k", extracts.join("")),
      });
      return () => {
        const { outcome } = splitOff(review, record(review, "TR1"), { ...how, links: [] });
        assert.ok(!isRefusal(outcome));
        assert.equal(filesAfter(review, outcome)["k.md"]?.split("- supports: TR2 (M)\n").length, count + 1);
      };
    };
    assertGrows("a split", made, 300);
  });
});

const SHAPES: { readonly [what: string]: (count: number) => string } = {
  "uses of footnotes": (count) => "[^a] \\[^b] `[^a]` ".repeat(count),
  "definitions of footnotes": (count) =>
    Array.from({ length: count }, (_, at) => `[^${at}]: a [^${at + 1}]\n`).join(""),
  "footnotes of one label": (count) => `[^a]\n\n${"[^a]: x\n\n    y\n\n".repeat(count)}`,
  "footnotes that open": (count) => "[^".repeat(count),
  "labels with signs": (count) => `[^${"\\".repeat(count)}`,
  tags: (count) => `<a href="b.md#x" id="i">x</a> <img src = 'p.png'> <b ${" ".repeat(9)}>`.repeat(count),
  "HTML that opens": (count) => `<div>\n${'<!-- <a href="<script>'.repeat(count)}\n`,
  "scripts that open": (count) => `<div>\n${"<script><style>".repeat(count)}\n`,
  "attributes without ends": (count) => `<div ${`href${" ".repeat(20)}`.repeat(count)}\n`,
};

describe("moving a record past footnotes and tags", function () {
  this.timeout(120_000);
  for (const [shape, textOf] of Object.entries(SHAPES)) {
    it(`grows with the text: ${shape}`, () => {
      const made = (count: number): (() => void) => {
        const text = textOf(count);
        const one = `## CMOC TR1\n\n- C: x [^0]\n\n${text}\n\n`;
        const review = reviewOf({ "a.md": `${one}## CMOC TR2\n\n- C: y\n\n${text}\n`, "b/c.md": `# B\n\n${text}\n` });
        return () => void moveRecord(review, record(review, "TR1"), "b/c.md", true);
      };
      assertGrows("a move", made, 150);
    });
  }
});
