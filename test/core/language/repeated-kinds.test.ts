import assert from "node:assert/strict";
import { Checker } from "../../../src/core/check.ts";
import { ALL_RULES } from "../../../src/core/rules/index.ts";
import { cmocsIn, recordsIn, reviewOf, rulesIn, sourceFile } from "../reviews.ts";

const records = (...ids: readonly string[]): string =>
  ids.map((id) => `## CMOC ${id}\n\n- C: place ${id}\n\n`).join("");

describe("ranges that repeat their kind", () => {
  const named = (written: string): readonly string[] => {
    const review = reviewOf({
      "a.md": `${records("TR1", "TR2", "1", "2")}# Theory PT1\n\n- configurations: ${written}\n`,
    });
    const [theory] = [...review.records("theory")];
    return (theory?.entity.refs ?? []).map(({ id }) => id);
  };
  for (const [written, ids] of [
    ["CMOC TR1 – CMOC TR2", ["TR1", "TR2"]],
    ["CMOC TR1–CMOC TR2", ["TR1", "TR2"]],
    ["CMOCs TR1–TR2", ["TR1", "TR2"]],
    ["CMO configurations 1–2", ["CMOC1", "CMOC2"]],
    ["CMOC 1 – CMOC 2", ["CMOC1", "CMOC2"]],
    ["CMOC1–CMOC2", ["CMOC1", "CMOC2"]],
  ] as const)
    it(written, () => assert.deepEqual(named(written), ids));
});

describe("a heading that speaks of all configurations", () => {
  for (const heading of ["CMO configurations", "CMOC configurations", "Context-mechanism-outcome configurations"])
    it(`${heading} opens no record`, () => {
      assert.deepEqual(cmocsIn(`## ${heading}\n\n- C: a place\n- M: trust\n- O: peace\n`), []);
    });
});

describe("slots of a link with qualifiers in brackets", () => {
  it("are read as the product writes them", () => {
    const text = sourceFile(
      "a",
      "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1 (M (resource), O (final)) — so it was\n",
    );
    const [extract] = recordsIn(
      { "a.md": text, "b.md": "## CMOC TR1\n\n- M:\n  - resource: time\n- O (final): peace\n" },
      "extract",
    );
    assert.deepEqual(extract.links[0].slots, ["M (resource)", "O (final)"]);
  });
});

describe("a source's file that is switched off", () => {
  it("is no source", () => {
    const files = {
      "a.md": sourceFile("a", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- parked: later\n"),
      "b.md": "---\ncitekey: a\ncmoc: off\n---\n",
    };
    assert.deepEqual(rulesIn(files), []);
    const review = reviewOf({ "b.md": "---\ncitekey: b\nstatus: included\ncmoc: off\n---\n" });
    assert.deepEqual(review.sources(), []);
    review.set({ uri: "b.md", version: 1, text: "---\ncitekey: b\nstatus: included\n---\n" });
    assert.deepEqual(
      review.sources().map(({ key }) => key),
      ["b"],
    );
    review.set({ uri: "b.md", version: 2, text: "---\ncitekey: b\nstatus: included\ncmoc: off\n---\n" });
    assert.deepEqual(review.sources(), []);
    const checker = new Checker(review, ALL_RULES);
    checker.update();
    assert.deepEqual(checker.problems(), []);
  });
});
