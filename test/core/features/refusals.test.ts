import assert from "node:assert/strict";
import {
  addLink,
  isRefusal,
  type Outcome,
  removeLink,
  rename,
  renumber,
  setField,
} from "../../../src/core/features/edit.ts";
import { type Files, reviewOf, sourceFile } from "../reviews.ts";
import { record } from "./editing.ts";

const extract = (words: string): string => sourceFile("lund2010", `## Extract E1\n\n> ${words}\n\n- at: p. 1\n`);
const FILES: Files = { "lund.md": extract("They met."), "a.md": "## CMOC FA1\n\n- C: a place\n" };
const supports = { stance: "supports" } as const;

function refused(outcome: Outcome): readonly [string, unknown] {
  assert.ok(isRefusal(outcome));
  return [outcome.refused, outcome.data.id];
}

describe("a refusal", () => {
  it("tells a record that is written otherwise now from one that is gone", () => {
    const review = reviewOf(FILES);
    const e1 = record(review, "E1");
    const fa1 = record(review, "FA1");
    review.set({ uri: "lund.md", version: 1, text: extract("They met twice.") });
    review.set({ uri: "a.md", version: 1, text: "## CMOC FA1\n\n- C: a place of work\n" });
    for (const outcome of [addLink(review, e1, "r:fa1", supports), removeLink(review, e1, "r:fa1", "supports")])
      assert.deepEqual(refused(outcome), ["moved", "@lund2010#E1"]);
    assert.deepEqual(refused(setField(review, fa1, "status", "refined")), ["moved", "FA1"]);
    assert.deepEqual(refused(renumber(review, fa1, "FA2")), ["moved", "FA1"]);
    review.set({ uri: "lund.md", version: 2, text: sourceFile("lund2010", "") });
    review.delete("a.md");
    assert.deepEqual(refused(addLink(review, e1, "r:fa1", supports)), ["unknown", "@lund2010#E1"]);
    assert.deepEqual(refused(setField(review, fa1, "status", "refined")), ["unknown", "FA1"]);
  });

  it("of a row without an id says no name", () => {
    const head = "| Context | Mechanism | Outcome |\n|---|---|---|\n";
    const review = reviewOf({ "a.md": `${head}| a | b | c |\n` });
    const row = record(review);
    review.set({ uri: "a.md", version: 1, text: `${head}| a | b | d |\n` });
    assert.deepEqual(refused(setField(review, row, "C", "x")), ["moved", undefined]);
    review.delete("a.md");
    assert.deepEqual(refused(setField(review, row, "C", "x")), ["unknown", undefined]);
  });

  it("calls things as people do", () => {
    const review = reviewOf({ ...FILES, "b.md": "## CMOC FA2\n\n- leads to: FA9\n\n## CMOC FA2\n\n- C: b\n" });
    const e1 = record(review, "E1");
    assert.deepEqual(refused(addLink(review, e1, "r:fa9", supports)), ["unknown", "FA9"]);
    assert.deepEqual(refused(addLink(review, e1, "r:fa2", supports)), ["ambiguous", "FA2"]);
    const fa1 = record(review, "FA1");
    assert.deepEqual(refused(addLink(review, fa1, "x:lund2010#e7", supports)), ["unknown", "@lund2010#e7"]);
    assert.deepEqual(refused(addLink(review, fa1, "s:nobody", supports)), ["unknown", "@nobody"]);
    assert.deepEqual(refused(addLink(review, fa1, "x:lund2010#e1", { ...supports, reason: "so; @lund2010#e2" })), [
      "form",
      "@lund2010#E1",
    ]);
    assert.deepEqual(refused(rename(review, "r:fa9", "FA3")), ["unknown", "FA9"]);
    assert.deepEqual(refused(rename(review, "r:fa2", "FA3")), ["ambiguous", "FA2"]);
  });
});
