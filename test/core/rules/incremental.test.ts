import assert from "node:assert/strict";
import fc from "fast-check";
import { Checker, type Problem } from "../../../src/core/check.ts";
import { Review } from "../../../src/core/review.ts";
import { ALL_RULES, messageOf } from "../../../src/core/rules/index.ts";
import { runs } from "../../runs.ts";
import { RULE_IDS } from "./telling.ts";

/** Lines from which files are made, chosen so that every rule has something to say of some of them. */
const RECORDS = ["TR1", "TR2", "TR3"].flatMap((id) => [`## CMOC ${id}: T`, `## CMOC ${id}: U`]);
const HEADS = [
  ...RECORDS,
  "# Theory PT1: T",
  "## Demi-regularity D1: T",
  "## Code trust: T",
  "## Memo 2026-03-02: T",
  "# Words",
];
const LINES = [
  "- **C:** a place",
  "- **C:** a time",
  "- **M:** trust",
  "- **M:** provide training",
  "- **O:** peace",
  "- **O:** war",
  "- **O:**",
  "- status: supported",
  "- status: retired",
  "- leads to: TR1–TR4",
  "- rival of: TR2",
  "- moderates: TR1",
  "- theory: PT1",
  "- configurations: TR1, TR2",
  "- moderators: time",
  "- counterexamples: none found",
  "- stage: final",
  "- supports: @a1#e1 (C), @b1#e1",
  "- refutes: @a1#e1 — as TR2 says",
  "- supports: @b1 (O2)",
  "- note: see [TR2](two.md) and [[TR3]] and @c1#e1",
  "- confidence: low",
  "- parent: fear",
  "- staus: candidate",
  "- theory: TR2",
  "- leads to: PT1, D1, TR3 ",
  "- supports: @nobody#e1; @b1#e9 [@c1]",
  "- confidence: hihg — said",
  "- about: the whole of TR2 and TR7",
  "- supports: @a1#e1 (O)",
  "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR1 | a place | trust | war |\n| | a place | trust | peace |",
];
const EXTRACT_LINES = [
  "> They met every week.",
  "- at: p. 1",
  "- supports: TR1 (C, O2)",
  "- refutes: TR1",
  "- supports: TR2, TR3 (M)",
  '- C trust: "They met"',
  '- fear: "every day"',
  "- trust: they met",
  '- m trust: "They met"',
  "- supports: Code trust, Memo 2026-03-02, PT1, TR1 (O1)",
  "- coder: JA",
  "- richness: thin",
  "- parked: later",
];
const MATTER = [
  "status: included",
  "status: excluded",
  "study: leeds",
  "richness: thin",
  "type: editorial",
  "relevance: hihg",
];
const MANIFESTS = [
  "cmoc: 1\n",
  "checks: { cmoc: off }\n",
  "configuration: CIMO\n",
  "appraisal: { richness: [poor, thin] }\nbibliography: [r.bib]\n",
  "bibliography: [r.bib]\nchecks: { ref/unknown: hint }\n",
];

const some = (lines: readonly string[], max: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...lines), { maxLength: max }).map((chosen) => chosen.map((line) => `${line}\n`).join(""));
const section = fc.tuple(fc.constantFrom(...HEADS), some(LINES, 6)).map(([head, lines]) => `${head}\n\n${lines}\n`);
const markdown = fc.array(section, { maxLength: 4 }).map((sections) => sections.join(""));
const sourceFile = fc
  .tuple(
    fc.constantFrom("a1", "b1"),
    some(MATTER, 3),
    fc.array(fc.tuple(fc.constantFrom("e1", "e2"), some(EXTRACT_LINES, 6)), { maxLength: 3 }),
  )
  .map(
    ([key, matter, extracts]) =>
      `---\ncitekey: ${key}\n${matter}---\n\n${extracts.map(([id, lines]) => `## Extract ${id}\n\n${lines}\n`).join("")}`,
  );

const edit = fc.oneof(
  fc.record({ uri: fc.constantFrom("one.md", "two.md"), text: fc.option(markdown, { freq: 6 }) }),
  fc.record({ uri: fc.constantFrom("a.md", "b.md"), text: fc.option(sourceFile, { freq: 6 }) }),
  fc.record({ uri: fc.constant("review.yaml"), text: fc.option(fc.constantFrom(...MANIFESTS), { freq: 8 }) }),
  fc.record({
    uri: fc.constant("r.bib"),
    text: fc.option(fc.constantFrom("@misc{c1, title={A}}\n", "@misc{b1, title={A}}\n@misc{b1, t={}}\n")),
  }),
);

function shown(problems: readonly Problem[], review: Review): readonly string[] {
  return problems.map((problem) => {
    const { rule, level, uri, span, related } = problem;
    return `${uri} ${span.start}-${span.end} ${level} ${rule} ${messageOf(problem, review)} ${JSON.stringify(related)}`;
  });
}

describe("problems after edits", () => {
  it("are those of a review that was read afresh", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 9 }), (edits) => {
        const review = new Review(RULE_IDS);
        const checker = new Checker(review, ALL_RULES);
        checker.update();
        for (const { uri, text } of edits) {
          checker.update(text === null ? review.delete(uri) : review.set({ uri, version: 1, text }));
          const fresh = new Review(RULE_IDS);
          for (const each of review.uris()) fresh.set({ uri: each, version: 1, text: review.text(each) ?? "" });
          const again = new Checker(fresh, ALL_RULES);
          again.update();
          assert.deepEqual(shown(checker.problems(), review), shown(again.problems(), fresh));
        }
      }),
      runs(3),
    );
  });
});
