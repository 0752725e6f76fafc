import assert from "node:assert/strict";
import { Checker, type Problem } from "../../../src/core/check.ts";
import type { Review } from "../../../src/core/review.ts";
import { ALL_RULES } from "../../../src/core/rules/index.ts";
import { type Files, problemsOf, reviewOf, sourceFile } from "../reviews.ts";

/** A review with a name that several things bear, and what becomes of one of its files. */
interface Case {
  readonly it: string;
  readonly before: Files;
  readonly uri: string;
  /** None takes the file out. */
  readonly text?: string;
  /** The rule that has more or less to say afterwards. */
  readonly rule: string;
}

const table = (...rows: readonly string[]): string =>
  `| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n${rows.map((row) => `${row}\n`).join("")}`;
const extract = (id: string, lines: string): string => `## Extract ${id}\n\n> They met ${id}.\n\n- at: p. 1\n${lines}`;
const thin = extract("e2", "- richness: thin\n- supports: TR5\n");

const CASES: readonly Case[] = [
  {
    it: "a theory's configuration, once no configuration has the theory's id any more",
    before: {
      "m.md": "## CMOC TR4: t\n\n- status: refined\n- C: a\n",
      "p.md": "## CMOC TR2: t\n\n- C: b\n",
      "u.md": "# Theory TR2: t\n\n- configurations: TR4\n",
    },
    uri: "p.md",
    text: "## CMOC TR3: t\n\n- C: b\n",
    rule: "cmoc/no-theory",
  },
  {
    it: "what an extract supports, once it is the only one of its id",
    before: {
      "s.md": sourceFile("lund2010", `${extract("e2", "- richness: rich\n")}\n${thin}`),
      "t.md": "## CMOC TR5: t\n\n- C: a\n",
    },
    uri: "s.md",
    text: sourceFile("lund2010", `${extract("e1", "- richness: rich\n")}\n${thin}`),
    rule: "cmoc/thin-evidence",
  },
  {
    it: "what an extract supports, once another has its id before it",
    before: {
      "s.md": sourceFile("lund2010", `${extract("e1", "- richness: rich\n")}\n${thin}`),
      "t.md": "## CMOC TR5: t\n\n- C: a\n",
    },
    uri: "s.md",
    text: sourceFile("lund2010", `${extract("e2", "- richness: rich\n")}\n${thin}`),
    rule: "cmoc/thin-evidence",
  },
  {
    it: "an extract that records of one id link, once the first of them is gone",
    before: {
      "a.md": "## CMOC TR3: t\n\n- M: quarrels\n",
      "d.md": sourceFile("lund2010", extract("e1", "")),
      "m.md": "## CMOC TR3: t\n\n- refutes: @lund2010#e1 (M)\n",
      "x.md": "## CMOC TR3: t\n\n- refines: @lund2010#e1 (M1)\n",
    },
    uri: "a.md",
    rule: "extract/stance-conflict",
  },
  {
    it: "a theory's configuration, once the theory and a configuration of its id change places",
    before: {
      "m.md": "## CMOC TR4: t\n\n- status: refined\n- C: a\n",
      "p.md": "## Theory TR2: t\n\n- configurations: TR4\n\n## CMOC TR2: t\n\n- C: b\n",
    },
    uri: "p.md",
    text: "## CMOC TR2: t\n\n- C: b\n\n## Theory TR2: t\n\n- configurations: TR4\n",
    rule: "cmoc/no-theory",
  },
  {
    it: "the rival of a row that restates a configuration, once something moderates that",
    before: {
      "a.md": "## CMOC TR1: t\n\n- C: a\n- M: b\n- O: c\n",
      "t.md": `# Table\n\n${table("| TR1 | x | y | z |")}`,
      "u.md": "## CMOC TR9: t\n\n- C: x\n- M: y\n- O: w\n",
      "z.md": "# Words\n",
    },
    uri: "z.md",
    text: "## CMOC TR5: t\n\n- moderates: TR1\n",
    rule: "cmoc/rival",
  },
  {
    it: "a tag of a prefix that only two rows of one id in one table had",
    before: { "a.md": table("| TR1 | a | b | c |", "| TR1 | d | e | f |"), "b.md": "Some [[TR6]].\n" },
    uri: "a.md",
    text: "Words.\n",
    rule: "ref/unknown",
  },
  {
    it: "links that are written twice at a configuration, once a theory has its id",
    before: {
      "f.md": "## CMOC TR2: t\n\n- M: past\n- supports: @lund2010#e2 (M), @lund2010#e2 (M1)\n",
    },
    uri: "w.md",
    text: "# Theory TR2: t\n",
    rule: "id/duplicate",
  },
  {
    it: "links that are written twice at a configuration, once a theory has its id before it",
    before: {
      "f.md": "## CMOC TR2: t\n\n- M: past\n- supports: @lund2010#e2 (M), @lund2010#e2 (M1)\n",
    },
    uri: "a.md",
    text: "# Theory TR2: t\n",
    rule: "id/duplicate",
  },
];

function change(review: Review, { uri, text }: Case): ReturnType<Review["set"]> {
  return text === undefined ? review.delete(uri) : review.set({ uri, version: 1, text });
}

function after({ before, uri, text }: Case): Files {
  const files = Object.entries(before).filter(([path]) => path !== uri);
  return Object.fromEntries(text === undefined ? files : [...files, [uri, text]]);
}

const count = (problems: readonly Problem[], rule: string): number =>
  problems.filter((problem) => problem.rule === rule).length;

describe("a name that several things bear: checked again is", () => {
  for (const each of CASES) {
    it(each.it, () => {
      const review = reviewOf(each.before);
      const checker = new Checker(review, ALL_RULES);
      checker.update();
      const before = count(checker.problems(), each.rule);
      checker.update(change(review, each));
      const fresh = problemsOf(after(each));
      assert.notEqual(count(fresh, each.rule), before, "the case shows nothing");
      assert.deepEqual(checker.problems(), fresh);
    });
  }
});
