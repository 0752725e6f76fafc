import assert from "node:assert/strict";
import { ALL_RULES, familyOf, messageOf, ruleOf } from "../../../src/core/rules/index.ts";
import { EXPLAINED_RULES, explainedRule } from "../../../src/core/rules/pages.ts";
import { RULE_FAMILIES } from "../../../src/core/syntax/manifest-keys.ts";
import { reviewOf } from "../reviews.ts";
import { checkedWithTexts } from "./telling.ts";

/** Families whose findings in an example of another rule would say that the example is badly written. */
const TIDY = new Set(["id", "ref", "yaml", "field", "manifest", "bib", "file", "source/unknown-key"]);

describe("the rules' own examples", () => {
  for (const rule of EXPLAINED_RULES) {
    it(rule.id, () => {
      const fires = reviewOf(rule.fires);
      const found = checkedWithTexts(fires, rule.fires);
      const own = found.filter((problem) => problem.rule === rule.id);
      assert.ok(own.length > 0, "does not fire");
      for (const problem of own) assertWords(messageOf(problem, fires));
      const quiet = checkedWithTexts(reviewOf(rule.quiet), rule.quiet);
      assert.deepEqual(
        quiet.filter((problem) => problem.rule === rule.id),
        [],
      );
      const stray = [...found, ...quiet].filter(
        ({ rule: id }) => id !== rule.id && (TIDY.has(id) || TIDY.has(familyOf(id))),
      );
      // Two records with one id make a reference ambiguous, and the other way round.
      const expected = rule.id === "ref/ambiguous" ? stray.filter(({ rule: id }) => id !== "id/duplicate") : stray;
      assert.deepEqual(
        expected.map((problem) => `${problem.rule}: ${messageOf(problem)}`),
        [],
      );
    });
  }

  it("differ in little, so that they show what matters", () => {
    for (const rule of EXPLAINED_RULES) {
      const [fires, quiet] = [JSON.stringify(rule.fires), JSON.stringify(rule.quiet)];
      assert.notEqual(fires, quiet, rule.id);
      if (rule.id !== "file/too-large") assert.ok(fires.length < 700 && quiet.length < 800, rule.id);
    }
  });
});

/** One or two sentences that begin with a capital, a citation, an id or a quotation, without code talk or doubled spaces. */
function assertWords(text: string): void {
  assert.match(text, /^[\p{Lu}“@]/u, text);
  assert.match(text, /[.?”…]$/u, text);
  assert.doesNotMatch(text, /undefined|NaN|\[object|error:| {2}| \.(?!ris|md)|\.\.(?!\/)/i, text);
  assert.ok(text.length < 300, text);
}

describe("the table of rules", () => {
  it("has each id once, under a family", () => {
    assert.equal(new Set(ALL_RULES.map((rule) => rule.id)).size, ALL_RULES.length);
    for (const { id } of ALL_RULES) {
      assert.match(id, /^[a-z]+\/[a-z]+(-[a-z]+)*$/);
      assert.equal(ruleOf(id)?.id, id);
      assert.ok(
        (RULE_FAMILIES as readonly string[]).includes(familyOf(id)),
        `review.yaml does not know the family of ${id}`,
      );
    }
    assert.deepEqual(
      EXPLAINED_RULES.map(({ id }) => id),
      ALL_RULES.map(({ id }) => id),
    );
    for (const { id } of ALL_RULES) assert.equal(explainedRule(id)?.id, id);
    assert.equal(ruleOf("quote/unheard-of"), undefined);
    assert.equal(ruleOf("constructor"), undefined);
  });

  it("has the checks of the language with their levels", () => {
    const levels = new Map(ALL_RULES.map((rule) => [rule.id, rule.level]));
    for (const [level, ids] of Object.entries(LEVELS_OF_THE_LANGUAGE))
      for (const id of ids) assert.equal(levels.get(id), level, id);
  });

  it("says why in one line, and cites with a DOI or a place", () => {
    for (const { id, why, literature, fix } of EXPLAINED_RULES) {
      assert.match(why, /^\p{Lu}.{10,140}[.?]$/u, id);
      if (literature !== undefined) assert.match(literature, /doi:10\.\d{4,}\/\S+$|Cochrane Handbook/, id);
      if (fix) assert.match(fix.title, /^\p{Lu}[^.]{5,50}$/u, id);
    }
  });
});

const LEVELS_OF_THE_LANGUAGE = {
  error: [
    "id/duplicate",
    "id/form",
    "ref/unknown",
    "ref/ambiguous",
    "evidence/excluded",
    "source/unknown-key",
    "yaml/syntax",
    "yaml/value",
  ],
  warning: [
    "extract/unlinked",
    "cmoc/no-evidence",
    "cmoc/empty-slot",
    "cmoc/refuted",
    "evidence/unlocated",
    "extract/no-locator",
    "extract/stance-conflict",
    "extract/empty",
    "source/no-extract",
    "source/no-reason",
    "cmoc/no-theory",
    "theory/retired-cmoc",
    "coding/words-not-in-quote",
    "field/unknown",
    "field/value",
    "field/twice",
    "cmoc/swallowed",
    "cmoc/table-rows",
    "extract/outside",
    "ref/in-reason",
    "yaml/key",
  ],
  info: [
    "slot/no-evidence",
    "source/no-appraisal",
    "cmoc/single-source",
    "cmoc/thin-evidence",
    "cmoc/no-reason",
    "theory/no-counterexample",
    "code/unknown",
  ],
  hint: [
    "link/stale",
    "link/twice",
    "cmoc/duplicate",
    "cmoc/rival",
    "cmoc/restated",
    "code/unused",
    "extract/duplicate",
    "wording/activity",
    "wording/plan",
    "wording/long",
    "wording/same",
  ],
};
