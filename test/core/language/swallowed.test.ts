/** A tagged sentence right below a bullet is told of wherever the bullet takes its words. */
import assert from "node:assert/strict";
import { problemsOf } from "../reviews.ts";

const SENTENCE = "When they meet (C), they trust (M), so fewer leave (O).";
const TABLE = "| Context | Mechanism | Outcome |\n|---|---|---|\n| a | b | c |\n| d | e | f |\n";

const told = (body: string): readonly string[] => {
  const text = `## CMOC TR1\n\n${body}\n`;
  return problemsOf({ "a.md": text })
    .filter(({ rule }) => rule === "cmoc/swallowed")
    .map(({ span }) => text.slice(span.start, span.end));
};

describe("a tagged sentence that a bullet swallows", () => {
  const swallowed: readonly (readonly [string, string])[] = [
    ["a field", `- theme: T\n${SENTENCE}`],
    ["a slot", `- C: x\n${SENTENCE}`],
    ["a slot, indented", `- C: x\n  ${SENTENCE}`],
    ["a slot of two lines", `- C: x that\n  goes on\n${SENTENCE}`],
    ["a part below a slot", `- M: x\n  - resource: y\n${SENTENCE}`],
    ["links after slots", `- C: x\n- supports: @x#e1 (C, M)\n${SENTENCE}`],
    ["a field before a table", `- theme: T\n${SENTENCE}\n\n${TABLE}`],
    ["a slot, in lines that end otherwise", `- C: x\r\n${SENTENCE}\r`],
  ];
  for (const [title, body] of swallowed)
    it(`is told of below ${title}`, () => assert.deepEqual(told(body), [SENTENCE]));

  it("is none where the bullet's own words run over lines", () => {
    for (const body of [
      "- C: partners who\nmeet often (C)\n- M: trust",
      "- C: x\n- supports: @x#e1 (C),\n  @x#e2 (C), @x#e3 (M)",
      "- C: x\n- They say that partners\nmeet (C) and trust (M)",
      "- C: x\nwhat contexts (C) and mechanisms (M) are",
    ])
      assert.deepEqual(told(body), [], body);
  });
});
