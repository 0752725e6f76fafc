/** Pages that repeat one thing: read in time that grows with their length, however long they are. */
import assert from "node:assert/strict";
import { readPublished } from "../../src/core/read/published.ts";
import { growth } from "./growth.ts";

const SIGNS = [" ", "\t", ";", ", ", "(", "[", " → ", "&", "|", ":", ".", ")", "+", "#", "*"];
const FORMS: { readonly [name: string]: (run: string) => string } = {
  "a sentence": (run) => `When a b (C),${run}they c (M) and d (O).`,
  labels: (run) => `Context: a; Mechanism: ${run}b; Outcome: c`,
  brackets: (run) => `C (a${run}b)${run}+ M (bb) + O (cc). x (C ${run}`,
  "a cell": (run) =>
    `<table><tr><th>ID<th>Context<th>Mechanism<th>Outcome<tr><td>${run}1<td>a${run}b<td>c${run}d<td>e</table>`,
  headings: (run) => `# A${run}b\n\n**Context:** a${run}b\n`,
};

describe("a page that repeats a sign", () => {
  for (const [name, make] of Object.entries(FORMS)) {
    it(`is read in time that grows with it: ${name}`, () => {
      for (const sign of SIGNS) {
        const many = growth((count) => () => readPublished(make(sign.repeat(count))), 4_000, 8, 24, 2);
        assert.ok(many < 24, `${many.toFixed(1)} times as long for 8 times ${JSON.stringify(sign)}`);
      }
    });
  }

  it("is read in time that grows with its tagged sentences", () => {
    const many = growth((count) => () => readPublished("When x (C) y (M) z (O). ".repeat(count)), 2_000, 8, 20);
    assert.ok(many < 20, `${many.toFixed(1)} times as long`);
  });
});

describe("a page with many of one kind", () => {
  for (const [name, make] of Object.entries({
    "records of one id": (count: number) =>
      Array.from({ length: count }, (_, at) => `CMOC 4: When a${at} (C), b (M), c (O).`).join("\n"),
    "items of one label": (count: number) => "- Context: a b\n".repeat(count),
  }))
    it(`is read in time that grows with them: ${name}`, () => {
      const many = growth((count) => () => readPublished(make(count)), 500, 8, 20);
      assert.ok(many < 20, `${many.toFixed(1)} times as long`);
    });
});

describe("a long page", () => {
  const rows = 130_000;
  const pages: { readonly [name: string]: () => string } = {
    "lines of bars": () => "| a | b | c |\n".repeat(rows),
    "cells of a browser": () => `<table>${"<tr><td>Context<td>b".repeat(rows)}</table>`,
    tabs: () => `Context\tMechanism\tOutcome\n${"a\tb\tc\n".repeat(rows)}`,
    mentions: () => `Context: x; Mechanism: ${"y; ".repeat(rows)}Outcome: z.`,
    ids: () => "CMOC 1: x (C), y (M), z (O). ".repeat(20_000),
  };
  for (const [name, make] of Object.entries(pages)) {
    it(`is read to its end: ${name}`, () => {
      const { records, aside } = readPublished(make());
      assert.ok(records.length + aside.length > 0);
    });
  }
});
