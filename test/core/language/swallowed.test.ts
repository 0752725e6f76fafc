/** Bullets that take or lose what would be slots: a tagged sentence right below them, a mechanism's part beside the slots. */
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

describe("a mechanism's part that stands beside the slots", () => {
  const labels = (body: string): readonly unknown[] => {
    const text = `## CMOC TR1\n\n${body}\n`;
    return problemsOf({ "a.md": text })
      .filter(({ rule }) => rule === "field/unknown")
      .map(({ data, span }) => [text.slice(span.start, span.end), data.near]);
  };

  it("is told of, with the label that makes it a slot", () => {
    assert.deepEqual(labels("- C: a\n- M: b\n- Resource: help\n- **response:** relief\n- O: c"), [
      ["Resource", ["mechanism (resource)"]],
      ["response", ["mechanism (response)"]],
    ]);
    assert.deepEqual(labels("- C: a\n- Reasoning 2: trust"), [["Reasoning 2", ["mechanism (reasoning 2)"]]]);
  });

  it("is no matter below a mechanism, and in prose", () => {
    assert.deepEqual(labels("- C: a\n- M:\n  - resource: b\n- Resources we had: c\n- Mechanism (resource): d"), []);
  });
});
