import assert from "node:assert/strict";
import { scanBibliography, scanning } from "../../../src/core/bibliography/keys.ts";
import { Review } from "../../../src/core/review.ts";

const entry = (key: string): string =>
  `@article{${key},\n  title = {${"On what works. ".repeat(40)}},\n  year = 2014\n}\n`;
const LONG = Array.from({ length: 800 }, (_, index) => entry(`a${index % 700}`)).join("\n");

describe("a long bibliography", () => {
  it("is looked through in steps, and then is what it is at once", () => {
    const steps = scanning("r.bib", LONG);
    let count = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) count++;
    assert.ok(count >= Math.floor(LONG.length / 200_000), `${count} steps`);
    assert.deepEqual(step.value, scanBibliography("r.bib", LONG));
    assert.equal(step.value.problems.length, 100);
  });

  it("gives a review the same sources and problems when it was looked through before", () => {
    const made = (isBefore: boolean): Review => {
      const review = new Review();
      review.set({ uri: "review.yaml", version: 0, text: "bibliography: r.bib\n" });
      review.set({ uri: "r.bib", version: 0, text: LONG }, isBefore ? scanBibliography("r.bib", LONG) : undefined);
      return review;
    };
    const [before, after] = [made(true), made(false)];
    const keys = (review: Review) => review.sources().map(({ key, bibliography }) => [key, bibliography?.span]);
    assert.equal(keys(before).length, 700);
    assert.deepEqual(keys(before), keys(after));
    assert.deepEqual(before.documentFindings("r.bib"), after.documentFindings("r.bib"));
    assert.equal(before.bibliography("r.bib")?.entries.length, 800);
    assert.equal(before.bibliography("review.yaml"), undefined);
  });

  it("is looked through by the review where its text cannot be read", () => {
    const review = new Review();
    review.set({ uri: "review.yaml", version: 0, text: "bibliography: r.bib\n" });
    const text = `${"\0".repeat(20)}@misc{a, title={A}}`;
    review.set({ uri: "r.bib", version: 0, text }, scanBibliography("r.bib", text));
    assert.equal(review.bibliography("r.bib")?.entries.length, 0);
  });
});
