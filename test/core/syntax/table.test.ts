import assert from "node:assert/strict";
import { cmocsIn, short } from "../reviews.ts";

const rows = (text: string): readonly (readonly [string, readonly string[]])[] =>
  cmocsIn(text).map((cmoc) => [cmoc.id, cmoc.slots.map(short)]);
const table = (head: string, ...body: readonly string[]): string =>
  [head, head.replace(/[^|]+/g, "---"), ...body].map((line) => `${line}\n`).join("");

describe("configurations spelt as a table", () => {
  it("parts a cell at semicolons and line breaks, a mechanism's also at arrows", () => {
    const text = table("| ID | Context | Mechanism | Outcome |", "| T1 | a, b; c | help → trust → hope | x<br>y |");
    assert.deepEqual(rows(text), [
      ["T1", ["C: a, b", "C: c", "M resource: help", "M reasoning: trust", "M reasoning: hope", "O: x", "O: y"]],
    ]);
  });

  it("drops marks in cells and keeps words that look like them", () => {
    const text = table(
      "| ID | Context | Mechanism | Outcome |",
      "| T1 | Hepatitis C clinics | I feel heard (M) | O1 problems are fewer |",
      "| T2 | C: a place | (resource) help | - |",
    );
    assert.deepEqual(rows(text), [
      ["T1", ["C: Hepatitis C clinics", "M: I feel heard", "O1: problems are fewer"]],
      ["T2", ["C: a place", "M resource: help"]],
    ]);
  });

  it("takes a row with words in its first cell only as the theme of the rows below", () => {
    const [one, two] = cmocsIn(
      table("| ID | Context | Mechanism | Outcome |", "| Trust | | | |", "| T1 | a | b | c |", "| T2 | d | e | f |"),
    );
    assert.deepEqual([one.theme, two.theme], ["Trust", "Trust"]);
  });

  it("reads heads in near spellings", () => {
    for (const head of [
      "| CMOC | Contexts | Mechanisms | Outcomes |",
      "| No. | Context (C) | + Mechanism | = Outcome |",
      "| ID | C | M | O |",
    ]) {
      assert.deepEqual(rows(table(head, "| T1 | a | b | c |")), [["T1", ["C: a", "M: b", "O: c"]]], head);
    }
    assert.equal(rows(table("| ID | Context | Outcome |", "| T1 | a | c |")).length, 1);
  });

  const others = [
    "| Study | Context | Methods | Outcomes |",
    "| No. | Study | Context | Outcomes |",
    "| ID | C1 | O1 | Notes |",
    "| A | B | C | M |",
    "| Name | Role |",
  ];
  for (const head of others) {
    it(`leaves ${head} as a table`, () => assert.deepEqual(rows(table(head, "| 1 | a | b | c |")), []));
  }
});
