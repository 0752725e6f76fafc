import assert from "node:assert/strict";
import { fileForSource } from "../../../src/core/features/source-file.ts";
import { reviewOf, sourceFile } from "../reviews.ts";

describe("the file of a source", () => {
  it("is begun beside the files of others, or in the folder for sources", () => {
    assert.equal(fileForSource(reviewOf({}), "okafor2014"), "sources/okafor2014.md");
    const at = (path: string) => fileForSource(reviewOf({ [path]: sourceFile("lund2010", "") }), "okafor2014");
    assert.equal(at("papers/read/lund2010.md"), "papers/read/okafor2014.md");
    assert.equal(at("lund2010.md"), "okafor2014.md");
  });

  it("is numbered where another one is called so", () => {
    const review = reviewOf({ "sources/a-b.md": sourceFile("a/b", ""), "sources/a-b-2.md": sourceFile("a?b", "") });
    assert.equal(fileForSource(review, "a:b"), "sources/a-b-3.md");
  });

  it("is called after the key, and stays in its folder", () => {
    const called = (key: string) => fileForSource(reviewOf({}), key);
    assert.equal(called("doi:10.1/x"), "sources/doi-10.1-x.md");
    assert.equal(called("../../x"), "sources/--..-x.md");
    assert.equal(called(".x"), "sources/-x.md");
    assert.equal(called("Müller_2020-a"), "sources/Müller_2020-a.md");
  });
});
