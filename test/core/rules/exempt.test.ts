/** Records and kinds that a check spares or reaches, one condition a line. */
import assert from "node:assert/strict";
import type { Files } from "../reviews.ts";
import { cmoc, count, extract, SLOTS, source, sourceWith } from "./telling.ts";

const l1 = (...lines: readonly string[]): string => source("l1", extract("e1", ...lines));

describe("merged and retired configurations", () => {
  const cases: readonly (readonly [string, (status: string) => Files])[] = [
    ["cmoc/single-source", (status) => ({ "a.md": cmoc("TR1", status, ...SLOTS), "l.md": l1("- supports: TR1") })],
    [
      "cmoc/thin-evidence",
      (status) => ({
        "a.md": cmoc("TR1", status, ...SLOTS),
        "l.md": sourceWith("l1", "status: included\nrichness: thin\n", extract("e1", "- supports: TR1")),
      }),
    ],
    ["cmoc/no-theory", (status) => ({ "a.md": cmoc("TR1", status, ...SLOTS) })],
    ["evidence/unlocated", (status) => ({ "a.md": cmoc("TR1", status, ...SLOTS, "- supports: @l1"), "l.md": l1() })],
    [
      "extract/stance-conflict",
      (status) => ({ "a.md": cmoc("TR1", status, ...SLOTS), "l.md": l1("- supports: TR1", "- refutes: TR1") }),
    ],
    ["slot/no-evidence", (status) => ({ "a.md": cmoc("TR1", status, ...SLOTS), "l.md": l1("- supports: TR1 (C, M)") })],
  ];
  for (const [rule, files] of cases) {
    it(`are spared by ${rule}`, () => {
      assert.equal(count(rule, files("- status: supported")), 1);
      for (const status of ["merged", "retired"]) assert.equal(count(rule, files(`- status: ${status}`)), 0, status);
    });
  }
});

describe("checks of other kinds of record", () => {
  const evidence = "- supports: @l1#e1\n- supports: @l1#e1\n";
  const cases: readonly (readonly [string, Files, number])[] = [
    [
      "id/duplicate",
      { "a.md": "## Demi-regularity D1: x\n\n- moderators: y\n\n## Demi-regularity D1: z\n\n- moderators: y\n" },
      2,
    ],
    ["id/duplicate", { "a.md": "# Theory PT1\n\n- stage: initial\n\n# Theory PT1\n\n- stage: initial\n" }, 2],
    ["link/twice", { "a.md": `# Theory PT1\n\n${evidence}`, "l.md": l1() }, 1],
    ["link/twice", { "a.md": `## Demi-regularity D1\n\n${evidence}`, "l.md": l1() }, 1],
    [
      "theory/retired-cmoc",
      { "a.md": `${cmoc("TR1", "- status: retired", ...SLOTS)}## Demi-regularity D1\n\n- configurations: TR1\n` },
      1,
    ],
    ["code/unused", { "a.md": "## Code a1\n\n- definition: x\n\n## Code a2\n\n- replaced by: a1\n" }, 1],
    [
      "cmoc/no-theory",
      { "a.md": `${cmoc("TR1", "- status: refined", ...SLOTS, "- theory: PT1")}# Theory PT1\n\n- stage: initial\n` },
      0,
    ],
    ["ref/unknown", { "a.md": cmoc("TR1", ...SLOTS, "- confidence: low — as TR1 and TR9 say") }, 0],
    ["ref/unknown", { "a.md": cmoc("TR1", ...SLOTS, "- leads to: TR1 — as TR9 says") }, 0],
  ];
  for (const [index, [rule, files, want]] of cases.entries())
    it(`${rule} (${index})`, () => assert.equal(count(rule, files), want));

  it("compares coded words whatever their quotation marks", () => {
    const files = (words: string): Files => ({
      "l.md": source(
        "l1",
        `## Extract e1\n\n> They said “we’re in” and left.\n\n- at: p. 1\n- M: ${words}\n- parked: x\n`,
      ),
    });
    for (const words of ['"‘we\'re in’ and"', '«said "we\'re in"»', "„we’re in”", "「we’re in」", "‹we’re in›"])
      assert.equal(count("coding/words-not-in-quote", files(words)), 0, words);
    assert.equal(count("coding/words-not-in-quote", files("«we are in»")), 1);
  });
});
