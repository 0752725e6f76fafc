import assert from "node:assert/strict";
import { fold, folding } from "../../../src/core/quotes/fold.ts";
import { made } from "./made.ts";

describe("a text that is folded in steps", () => {
  it("is the same as in one, whatever a step ends in", () => {
    const { source } = made(5, 300);
    // Longer than several steps, with hyphens, marks and heads of pages where these end.
    const text = `${source.text.repeat(6)}a-\n\nb “c” ﬁn`;
    const skipped = Array.from({ length: 6 }, (_, at) => at * source.text.length).flatMap((from) =>
      source.skipped.map(({ start, end }) => ({ start: from + start, end: from + end })),
    );
    for (const looseness of ["plain", "loose"] as const) {
      const steps = folding(text, looseness, skipped);
      let count = 0;
      let step = steps.next();
      for (; !step.done; step = steps.next()) count++;
      assert.ok(count > 1, `${count} steps of ${text.length} units`);
      assert.deepEqual(step.value, fold(text, looseness, skipped));
    }
  });
});
