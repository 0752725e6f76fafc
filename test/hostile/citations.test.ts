import assert from "node:assert/strict";
import { Review } from "../../src/core/review.ts";

/** More than a call can take as arguments. */
const MANY = 150_000;

describe("a configuration that cites without end", () => {
  const read = (text: string): number => {
    const review = new Review();
    review.set({ uri: "a.md", version: 0, text });
    return review.evidenceFor("r:a1").length;
  };
  it("is read as a sentence", () => {
    const sentence = "When people meet (C), they talk (M), so that they agree (O). ";
    assert.equal(read(`## CMOC A1: x\n\n${sentence}${"@a ".repeat(MANY)}\n`), 1);
  });

  it("is read as a row", () => {
    const table = "| Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|\n";
    assert.equal(read(`## CMOC A1: x\n\n${table}| a | b | c | ${"@a ".repeat(MANY)}|\n`), 1);
  });
});
