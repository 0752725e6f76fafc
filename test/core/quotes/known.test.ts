import assert from "node:assert/strict";
import { FRESH, judged, SEED } from "./judged.ts";
import { made } from "./made.ts";

describe("quotations with known answers", () => {
  for (const [name, seed] of [
    ["of one seed", SEED],
    [`of a fresh seed, ${FRESH}`, FRESH],
  ] as const)
    it(`are each told what they are: ${name}`, () => {
      const { table, wrong, count } = judged(made(seed), seed);
      assert.ok(count >= 300, `${count} quotations`);
      console.log(`    ${count} quotations, and what is said of each:\n${table}`);
      assert.deepEqual(wrong.slice(0, 8), []);
    });
});
