/** Merged and retired configurations are exempt from the checks of slots and evidence, one by one. */
import assert from "node:assert/strict";
import { type Files, problemsOf } from "../reviews.ts";
import { cmoc, extract, SLOTS, source, sourceWith } from "../rules/telling.ts";

interface Case {
  readonly rule: string;
  /** What fires it in a configuration of the status that `open` is. */
  readonly files: (status: string) => Files;
  readonly open?: string;
}

const one = (status: string, ...lines: readonly string[]): string => cmoc("TR1", `- status: ${status}`, ...lines);
const lund = source("l1", extract("e1"), extract("e2"));

const CASES: readonly Case[] = [
  { rule: "cmoc/no-evidence", files: (status) => ({ "a.md": one(status, ...SLOTS) }) },
  { rule: "cmoc/empty-slot", files: (status) => ({ "a.md": one(status, "- C: a place", "- M:") }) },
  {
    rule: "slot/no-evidence",
    files: (status) => ({ "a.md": one(status, ...SLOTS, "- supports: @l1#e1 (C)"), "l.md": lund }),
  },
  {
    rule: "cmoc/single-source",
    files: (status) => ({ "a.md": one(status, ...SLOTS, "- supports: @l1#e1, @l1#e2"), "l.md": lund }),
  },
  {
    rule: "cmoc/thin-evidence",
    files: (status) => ({
      "a.md": one(status, ...SLOTS, "- supports: @l1#e1"),
      "l.md": sourceWith("l1", "richness: thin\n", extract("e1")),
    }),
  },
  { rule: "cmoc/no-theory", open: "supported", files: (status) => ({ "a.md": one(status, ...SLOTS) }) },
  {
    rule: "evidence/unlocated",
    files: (status) => ({ "a.md": one(status, ...SLOTS, "- supports: @l1"), "l.md": lund }),
  },
  {
    rule: "evidence/excluded",
    files: (status) => ({
      "a.md": one(status, ...SLOTS, "- supports: @l1#e1"),
      "l.md": sourceWith("l1", "status: excluded\nreason: so\n", extract("e1")),
    }),
  },
  {
    rule: "evidence/excluded",
    files: (status) => ({
      "a.md": one(status, ...SLOTS),
      "l.md": sourceWith("l1", "status: awaiting\n", extract("e1", "- supports: TR1")),
    }),
  },
  {
    rule: "extract/stance-conflict",
    files: (status) => ({
      "a.md": one(status, ...SLOTS, "- supports: @l1#e1", "- refutes: @l1#e1"),
      "l.md": lund,
    }),
  },
  {
    rule: "cmoc/duplicate",
    files: (status) => ({ "a.md": one(status, ...SLOTS), "b.md": cmoc("TR2", ...SLOTS) }),
  },
  {
    rule: "cmoc/rival",
    files: (status) => ({
      "a.md": one(status, ...SLOTS),
      "b.md": cmoc("TR2", "- C: a place", "- M: trust", "- O: war"),
    }),
  },
  {
    rule: "cmoc/restated",
    files: (status) => ({
      "a.md": one(status, ...SLOTS),
      "b.md": "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR1 | a place | trust | war |\n",
    }),
  },
  { rule: "wording/long", files: (status) => ({ "a.md": one(status, `- C: ${"a word ".repeat(30)}`) }) },
  { rule: "wording/same", files: (status) => ({ "a.md": one(status, "- C: trust", "- M: trust") }) },
  { rule: "wording/plan", files: (status) => ({ "a.md": one(status, "- O: we plan to reduce falls") }) },
  { rule: "wording/activity", files: (status) => ({ "a.md": one(status, "- M: training of all staff") }) },
];

describe("merged and retired configurations", () => {
  for (const { rule, files, open = "candidate" } of CASES) {
    const times = (status: string): number =>
      problemsOf(files(status)).filter((problem) => problem.rule === rule && problem.uri !== "b.md").length;
    it(`are exempt from ${rule}`, () => {
      const told = times(open);
      assert.ok(told > 0, `${rule} is told of a ${open} one`);
      assert.equal(times("refuted"), told, "refuted");
      for (const status of ["merged", "retired"]) assert.equal(times(status), 0, status);
    });
  }

  it("and no others, in whatever case, with a reason or without", () => {
    const times = (status: string): number =>
      problemsOf({ "a.md": one(status, ...SLOTS) }).filter((problem) => problem.rule === "cmoc/no-evidence").length;
    for (const status of ["Merged", "RETIRED", "retired — folded into TR2"]) assert.equal(times(status), 0, status);
    for (const status of ["candidate", "supported", "refined", "Refuted — by two"])
      assert.equal(times(status), 1, status);
  });
});
