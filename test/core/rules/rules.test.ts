import assert from "node:assert/strict";
import { ALL_RULES, familyOf, messageOf, ruleOf } from "../../../src/core/rules/index.ts";
import { RULE_FAMILIES } from "../../../src/core/syntax/manifest-keys.ts";
import { problemsOf } from "../reviews.ts";

describe("every rule", () => {
  for (const rule of ALL_RULES) {
    it(`${rule.id} fires where its example says so, and not where it does not`, () => {
      const fired = problemsOf(rule.fires);
      assert.ok(
        fired.some((problem) => problem.rule === rule.id),
        `fires on ${JSON.stringify(fired.map((problem) => problem.rule))}`,
      );
      const quiet = problemsOf(rule.quiet);
      assert.deepEqual(
        quiet.filter((problem) => problem.rule === rule.id),
        [],
      );
    });

    it(`${rule.id} has examples without slips of the language`, () => {
      const slips = problemsOf(rule.quiet).filter((problem) => /^(?:id|ref|yaml|field|manifest)\//.test(problem.rule));
      assert.deepEqual(
        slips.map((problem) => messageOf(problem)),
        [],
      );
    });

    it(`${rule.id} says what is wrong in whole sentences`, () => {
      for (const problem of problemsOf(rule.fires).filter((each) => each.rule === rule.id)) {
        const message = messageOf(problem);
        assert.match(message, /^[\p{Lu}“@\p{L}][\s\S]*[.?”…]$/u);
        assert.doesNotMatch(message, /undefined|NaN|\[object|error:/);
      }
      assert.match(rule.why, /^\p{Lu}.*\.$/u);
    });
  }

  it("is found by its id, once", () => {
    assert.equal(new Set(ALL_RULES.map((rule) => rule.id)).size, ALL_RULES.length);
    for (const rule of ALL_RULES) assert.equal(ruleOf(rule.id), rule);
  });

  it("has a family that review.yaml knows", () => {
    for (const rule of ALL_RULES) assert.ok(RULE_FAMILIES.includes(familyOf(rule.id)), rule.id);
  });
});
