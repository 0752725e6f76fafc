/** Long and deep texts: read to their end, in time that grows with their length. */
import assert from "node:assert/strict";
import { plainInline } from "../../src/core/syntax/blocks.ts";
import { readBlocks, readerOf } from "../../src/core/syntax/read-blocks.ts";
import { readSentence } from "../../src/core/syntax/sentence.ts";
import { readTable } from "../../src/core/syntax/table.ts";
import { CMO } from "../../src/core/vocabulary.ts";
import { assertCovers } from "../core/syntax/covering.ts";
import { tableOf } from "../core/syntax/tables.ts";

const HEAD = ["ID", "Context", "Mechanism", "Outcome", "Evidence"];

describe("split", () => {
  it("takes what is large, deep or broken", () => {
    const hostile = [
      "- x\n".repeat(100_000),
      `${"> ".repeat(10_000)}a\n===\n# b`,
      "- ".repeat(10_000),
      "> a\n===\n".repeat(5_000),
      "```\n".repeat(50_001),
      "\r".repeat(50_000),
      "<div>\n".repeat(20_000),
      "<a b=".repeat(20_000),
      "a | b\n|---|---|\n\n".repeat(50_000),
      "\u0000\ud800\n# a\udc00",
    ];
    for (const text of hostile) assertCovers(text);
  });
});

describe("reading blocks", () => {
  it("gives the first line of what no reader takes", () => {
    const text = `# a\n\n${"1. b\nc\n".repeat(20_000)}`;
    assert.equal(readerOf(text), "none");
    assert.deepEqual(
      readBlocks(text).map(({ type, start, end }) => [type, start, end]),
      [
        ["heading", 0, 3],
        ["code", 4, text.length],
      ],
    );
  });

  it("keeps from remark what would take it long, and nothing that is only long", () => {
    const costly = [
      "*a _".repeat(2_000),
      "[a](b".repeat(2_000),
      "![".repeat(1_500) + "](a)".repeat(1_500),
      `1. a\n${"b\n".repeat(5_000)}`,
    ];
    for (const text of costly) assert.equal(readerOf(text), "none", text.slice(0, 20));
    const long = [
      `| a | b |\n|---|---|\n${"| a<sup>*b*</sup> | [c](d) |\n".repeat(1_000)}`,
      "1. *a* [b](c &)\n".repeat(1_000),
    ];
    for (const text of long) assert.equal(readerOf(text), "remark", text.slice(0, 20));
  });
});

describe("a sentence", () => {
  it("is read whatever it repeats: a run that hangs is ended", () => {
    for (const piece of [
      "(",
      "(C)",
      "[@a] ",
      ". ",
      "© ",
      "a (C) [@a]. B (M) ",
      "[[",
      "([{",
      "(C).",
      "and ",
      "((C)) . ",
    ]) {
      const text = piece.repeat(Math.ceil(8_000 / piece.length));
      const read = readSentence([plainInline(`x (C) y (M) ${text}`)], CMO);
      assert.deepEqual(
        read?.slots.slice(0, 2).map(({ role }) => role),
        ["C", "M"],
        piece,
      );
    }
  });
});

describe("a table", () => {
  it("is read whatever it repeats: a run that hangs is ended", () => {
    for (const part of [
      "[@a]; ",
      "(C1, C2) ",
      "a → ",
      "(",
      "C1: ",
      '"; ',
      "(final) ",
      "@a ",
      "(a; ",
      "O1 O2 ",
      "-> ",
      "; ",
      "[",
      "C ",
    ]) {
      const text = part.repeat(Math.ceil(4_000 / part.length));
      const read = readTable(tableOf([HEAD, ["1", text, text, "c", text]]), CMO, false);
      assert.equal(read?.rows.length, 1, part);
    }
  });
});
