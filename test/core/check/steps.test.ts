import assert from "node:assert/strict";
import fc from "fast-check";
import { Checker } from "../../../src/core/check.ts";
import type { Review } from "../../../src/core/review.ts";
import { ALL_RULES } from "../../../src/core/rules/index.ts";
import { runs } from "../../runs.ts";
import { reviewOf, sourceFile } from "../reviews.ts";

const cmoc = (id: string, more = ""): string => `## CMOC ${id}\n\n- **C:** place ${id}\n- **M:** trust\n${more}\n`;
const extract = (on: string): string => `## Extract e1\n\n> Words.\n\n- at: p. 1\n- supports: ${on}\n`;
const TEXTS: readonly string[] = [
  cmoc("TR1", "- leads to: TR2\n") + cmoc("TR2") + cmoc("TR3"),
  cmoc("TR1") + cmoc("TR4", "- supports: @okafor2014#e1\n"),
  sourceFile("okafor2014", extract("TR1, TR9")),
  sourceFile("okafor2014", "").replace("included", "excluded"),
  sourceFile("lund2010", extract("TR2") + extract("TR3")),
  "Prose on [[TR2]] and @lund2010#e1.\n",
  "",
];
const FILES = ["a.md", "b.md", "c.md", "d.md"];

const set = (review: Review, uri: string, text: string) => review.set({ uri, version: 1, text });

function fromNothing(review: Review): unknown {
  const fresh = new Checker(
    reviewOf(Object.fromEntries(review.uris().map((uri) => [uri, textOf(review, uri)]))),
    ALL_RULES,
  );
  fresh.update();
  return fresh.problems();
}

const textOf = (review: Review, uri: string): string => review.text(uri) ?? "";

describe("checking in steps", () => {
  it("comes to what checking at once does, in several steps", () => {
    const review = reviewOf({ "a.md": TEXTS[0] ?? "", "b.md": TEXTS[2] ?? "" });
    const checker = new Checker(review, ALL_RULES);
    assert.ok([...checker.steps()].length >= 4);
    assert.deepEqual(checker.problems(), fromNothing(review));
  });

  it("takes in a change that it is told of between two steps without beginning again", () => {
    const review = reviewOf({ "a.md": TEXTS[0] ?? "", "b.md": TEXTS[2] ?? "", "c.md": TEXTS[4] ?? "" });
    const whole = [...new Checker(review, ALL_RULES).steps()].length;
    const checker = new Checker(review, ALL_RULES);
    let count = 0;
    for (const _ of checker.steps())
      if (++count === whole - 2) checker.update(set(review, "a.md", cmoc("TR1", "- leads to: TR8\n")));
    assert.ok(count < whole + 3, `${count} steps instead of ${whole}`);
    assert.deepEqual(checker.problems(), fromNothing(review));
  });

  it("is of the review as it is at the end, whatever comes in between, told or not", () => {
    const change = fc.record({
      after: fc.nat(12),
      uri: fc.constantFrom(...FILES, "review.yaml"),
      text: fc.option(fc.constantFrom(...TEXTS)),
      told: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 4 }),
        fc.array(change, { maxLength: 6 }),
        (texts, changes) => {
          const review = reviewOf(Object.fromEntries(texts.map((text, at) => [FILES[at] ?? "", text])));
          const checker = new Checker(review, ALL_RULES);
          const left = [...changes];
          let count = 0;
          for (const _ of checker.steps()) {
            const next = left[0];
            if (!next || count++ < next.after) continue;
            count = 0;
            left.shift();
            const made =
              next.text === null
                ? review.delete(next.uri)
                : set(review, next.uri, next.uri === "review.yaml" ? "checks: { cmoc: off }\n" : next.text);
            if (next.told) checker.update(made);
          }
          assert.deepEqual(checker.problems(), fromNothing(review));
          const last = set(review, "d.md", cmoc("TR2", "- leads to: TR1\n"));
          checker.update(last);
          assert.deepEqual(checker.problems(), fromNothing(review));
        },
      ),
      runs(8),
    );
  });
});
