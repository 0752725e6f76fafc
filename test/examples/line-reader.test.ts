import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { split } from "../../src/core/syntax/split.ts";
import { readsAlike } from "../core/syntax/readers.ts";

describe("the line reader on the examples", () => {
  it("takes nearly all sections, and reads them as remark does", () => {
    const files = readdirSync("examples", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
    let sections = 0;
    let accepted = 0;
    for (const name of files) {
      const text = readFileSync(`examples/${name}`, "utf8");
      for (const { start, end } of split(text).sections) {
        sections++;
        if (readsAlike(text.slice(start, end))) accepted++;
      }
    }
    assert.ok(accepted >= sections * 0.95, `${accepted} of ${sections}`);
  });
});
