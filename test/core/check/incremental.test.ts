import assert from "node:assert/strict";
import fc from "fast-check";
import { Checker } from "../../../src/core/check.ts";
import { Review } from "../../../src/core/review.ts";
import { ALL_RULES } from "../../../src/core/rules/index.ts";
import { runs } from "../../runs.ts";
import { FILES, step, take } from "./edits.ts";

const RULE_IDS = ALL_RULES.map((rule) => rule.id);

function rebuilt(review: Review): Review {
  const fresh = new Review(RULE_IDS);
  for (const uri of [...review.uris()].reverse()) {
    const document = review.document(uri);
    if (document) fresh.set(document);
  }
  return fresh;
}

/** Everything that a door may ask, as plain data. */
function shown(review: Review): unknown {
  const names = [...review.names()].sort();
  return {
    uris: review.uris(),
    names,
    prefixes: ["tr", "sy", "zz", "pt", "xy"].map((prefix) => review.hasPrefix(prefix)),
    unresolved: [...review.unresolved()].sort(),
    sources: review.sources(),
    definitions: names.map((name) =>
      review.definitions(name).map(({ placed, entity }) => [placed.uri, placed.start + entity.start, entity]),
    ),
    restatements: names.map((name) => review.restatements(name).map(({ placed }) => placed.uri)),
    references: names.map((name) =>
      review.references(name).map(({ placed, ref, from }) => [placed.uri, placed.start + ref.start, ref, from?.name]),
    ),
    evidence: names.map((name) => [...review.evidenceFor(name), ...review.bearsOn(name)].map(plainLink(review))),
    theories: names.map((name) => review.theoriesOf(name)),
    findings: review.uris().map((uri) => review.documentFindings(uri)),
  };
}

function plainLink(review: Review) {
  return (link: ReturnType<Review["bearsOn"]>[number]): unknown => [
    link.key,
    link.slots,
    link.reasons,
    link.places.map(({ placed, ref }) => [placed.uri, placed.start + ref.start]),
    review.digest(link),
  ];
}

function problemsFromNothing(review: Review): unknown {
  const checker = new Checker(review, ALL_RULES);
  checker.update();
  return checker.problems();
}

describe("a review that changes", () => {
  it("is what it would be if it were read from nothing, whatever the edits", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const review = new Review(RULE_IDS);
        for (const each of steps) take(review, each);
        assert.deepEqual(shown(review), shown(rebuilt(review)));
      }),
      runs(4),
    );
  });

  it("has the problems that it would have if it were checked from nothing, and tells where they changed", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => {
        const review = new Review(RULE_IDS);
        const checker = new Checker(review, ALL_RULES);
        checker.update();
        const published = new Map<string, unknown>();
        for (const each of steps) {
          for (const uri of checker.update(take(review, each)))
            published.set(uri, JSON.stringify(checker.problems(uri)));
          for (const uri of review.uris()) {
            assert.equal(published.get(uri) ?? "[]", JSON.stringify(checker.problems(uri)), `untold: ${uri}`);
          }
          assert.deepEqual(checker.problems(), problemsFromNothing(rebuilt(review)));
        }
      }),
      runs(4),
    );
  });

  it("is as before once what was deleted is set again", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), fc.constantFrom(...FILES), (steps, uri) => {
        const review = new Review(RULE_IDS);
        for (const each of steps) take(review, each);
        const document = review.document(uri);
        fc.pre(document !== undefined);
        const before = shown(review);
        if (!document) return;
        assert.equal(review.set(document).uris.size, 0);
        review.delete(uri);
        review.set(document);
        assert.deepEqual(shown(review), before);
      }),
      runs(4),
    );
  });
});
