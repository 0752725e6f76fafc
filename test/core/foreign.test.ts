import assert from "node:assert/strict";
import { mendAll, placeActions, problemActions } from "../../src/core/features/actions.ts";
import { rulePage } from "../../src/core/proof/rule-page.ts";
import { messageOf } from "../../src/core/rules/index.ts";
import { EXPLAINED_RULES } from "../../src/core/rules/pages.ts";
import { inForeign, strangeWords } from "./foreign.ts";
import { type Files, reviewOf } from "./reviews.ts";
import { checked } from "./rules/telling.ts";

/** All that is said of a review's problems: messages, what is related, what would mend them, and what the prompts ask. */
function saidOf(files: Files): readonly string[] {
  const review = reviewOf(files);
  const problems = checked(review);
  const offered = problems.flatMap((problem) => [
    ...problemActions(problem, review),
    ...[mendAll(problem.rule, problems, review)].filter((action) => action !== undefined),
    ...placeActions(review, problem.uri, problem.span.start),
  ]);
  return [
    ...problems.flatMap((problem) => [messageOf(problem, review), ...problem.related.map(({ label }) => label)]),
    ...offered.flatMap(({ title, asks }) => [title, ...(asks === undefined ? [] : [asks.prompt])]),
  ];
}

/** Findings that the rules' own examples do not show. */
const OTHERS: readonly Files[] = [
  { "a.md": "| Context | Mechanism |\n|---|---|\n| a place | trust |\n| a place | trust |\n" },
  {
    "a.md":
      "## CMOC TR1: One\n\n- C:\n- status: supported — so\n- confidence: high\n- leads to: TR2–TR9, TR4-TR2, TR1–TR2000\n",
  },
  {
    "a.md":
      "## CMOC TR1: One\n\n- C: x\n- M: y\n- supports: words, @a#e1 (O2)\n- theory: TR1\n\n## CMOC TR1: One\n\n- C: x\n",
  },
  { "review.yaml": "title: [\n", "a.md": "---\ntitel: x\nstatus: maybe\n---\n" },
  { "review.yaml": "texts: /x\nexclude: [..]\ncoders: 3\nchecks: { nothing: off }\nconfiguration: { a: b }\n" },
];

describe("what is said of problems", () => {
  for (const { id, fires } of EXPLAINED_RULES.filter(({ id }) => id !== "file/too-large"))
    it(`is translated whole: ${id}`, () => {
      for (const said of inForeign(() => saidOf(fires))) assert.deepEqual(strangeWords(said, fires), [], said);
    });

  it("is translated whole where the rules' own examples do not show it", () => {
    for (const files of OTHERS)
      for (const said of inForeign(() => saidOf(files))) assert.deepEqual(strangeWords(said, files), [], said);
  });

  it("is said anew in another language of the same findings", () => {
    const review = reviewOf({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- status: finished\n" });
    const problems = checked(review);
    const english = problems.map((problem) => messageOf(problem, review));
    assert.notDeepEqual(
      inForeign(() => problems.map((problem) => messageOf(problem, review))),
      english,
    );
    assert.deepEqual(
      problems.map((problem) => messageOf(problem, review)),
      english,
    );
  });
});

describe("the pages of rules", () => {
  it("are translated but for their examples", () => {
    for (const rule of EXPLAINED_RULES) {
      const page = inForeign(() => rulePage(rule.id)) ?? "";
      const known = {
        examples: JSON.stringify([rule.fires, rule.quiet]).replaceAll("\\n", " "),
        rule: `${rule.id} ${rule.level} ${rule.literature ?? ""} checks off markdown`,
      };
      assert.deepEqual(strangeWords(page, known), [], rule.id);
    }
  });
});
