import assert from "node:assert/strict";
import { textOfFile } from "../../../src/core/texts/plain-text.ts";
import { growth } from "../../hostile/growth.ts";

describe("a text file as a source's text", () => {
  it("has the pages that form feeds part, and none for what ends the last", () => {
    const starts = (text: string) => textOfFile(text).pages.map(({ start }) => start);
    assert.deepEqual(starts("one\ftwo\f"), [0, 4]);
    assert.deepEqual(starts("one\f\ftwo\n\f\n"), [0, 4, 5]);
    assert.deepEqual(starts("one"), []);
  });

  it("is read in time of its length, whatever parts it", () => {
    const enough = 8;
    const grown = growth((count) => () => textOfFile("\f".repeat(count)), 40_000, 4, enough);
    assert.ok(grown <= enough, `four times as many take ${grown} times the time`);
  });
});
