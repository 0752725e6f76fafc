import assert from "node:assert/strict";
import { nextCmocId } from "../../../src/core/features/edit.ts";
import { reviewOf } from "../reviews.ts";

const cmocs = (...ids: readonly string[]): string => ids.map((id) => `## CMOC ${id}\n\n- C: x\n`).join("\n");

describe("the id of a new configuration", () => {
  const review = reviewOf({
    "a.md": cmocs("TR1", "TR2", "TR3"),
    "b.md": `${cmocs("SY-08", "SY-09")}\n## Theory SY-10\n`,
    "c.md": "# Notes\n",
    "d.md": cmocs("क्ष1"),
    "e.md": cmocs("e\u03011"),
  });

  it("is like those of its file, and free", () => {
    assert.equal(nextCmocId(review, "a.md"), "TR4");
    assert.equal(nextCmocId(review, "b.md"), "SY-11");
    assert.equal(nextCmocId(review, "d.md"), "क्ष2");
    assert.equal(nextCmocId(review, "e.md"), "e\u03012");
  });

  it("is like most where the file has none", () => {
    assert.equal(nextCmocId(review, "c.md"), "TR4");
    assert.equal(nextCmocId(review, "new.md"), "TR4");
    assert.equal(nextCmocId(reviewOf({ "c.md": "# Notes\n" }), "c.md"), "CMOC1");
    assert.equal(nextCmocId(reviewOf({ "c.md": cmocs("3", "trust") }), "c.md"), "CMOC4");
  });
});
