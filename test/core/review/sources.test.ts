import assert from "node:assert/strict";
import { reviewOf, sourceFile } from "../reviews.ts";

const BIB = "@article{okafor2014,\n  title = {Working together again}\n}\n\n@book{lund2010,\n  title = {Faith}\n}\n";
const NAMED = "bibliography: [references.bib]\n";

describe("sources", () => {
  it("are known from their files and from the bibliography", () => {
    const review = reviewOf({
      "review.yaml": NAMED,
      "references.bib": BIB,
      "okafor.md": sourceFile("okafor2014", "## Extract e1\n\n> Words.\n"),
      "moreau.md": "---\ncitekey: moreau2005\nstatus: excluded\nstudy: leeds\ntype: opinion\n---\n",
    });
    assert.deepEqual(
      review.sources().map(({ key, uri, status, study, bibliography }) => [key, uri, status, study, bibliography?.uri]),
      [
        ["lund2010", undefined, undefined, "lund2010", "references.bib"],
        ["moreau2005", "moreau.md", "excluded", "leeds", undefined],
        ["okafor2014", "okafor.md", "included", "okafor2014", "references.bib"],
      ],
    );
    assert.equal(review.source("moreau2005")?.type, "opinion");
    assert.deepEqual(
      review.extractsOf("okafor2014").map(({ name }) => name),
      ["x:okafor2014#e1"],
    );
    assert.equal(review.isDefined("s:lund2010"), true);
    assert.equal(review.isDefined("s:Lund2010"), false);
  });

  it("keep a bibliography that was set before the manifest named it", () => {
    const review = reviewOf({ "references.bib": BIB });
    assert.equal(review.source("lund2010"), undefined);
    review.set({ uri: "review.yaml", version: 1, text: NAMED });
    assert.equal(review.source("lund2010")?.bibliography?.uri, "references.bib");
    review.set({ uri: "review.yaml", version: 2, text: "title: None\n" });
    assert.equal(review.source("lund2010"), undefined);
  });

  it("tell which of them an edit of the bibliography touches", () => {
    const review = reviewOf({ "review.yaml": NAMED, "references.bib": BIB });
    const edit = (text: string) => [...review.set({ uri: "references.bib", version: 1, text }).sources].sort();
    assert.deepEqual(edit(`% a comment\n\n${BIB}`), []);
    const entry = review.source("lund2010")?.bibliography;
    assert.equal(review.text("references.bib")?.slice(entry?.span.start, entry?.span.end), "lund2010");
    assert.deepEqual(edit(BIB.replace("Faith", "Hope")), ["lund2010"]);
    assert.deepEqual(edit(BIB.replace("lund2010", "lund2011")), ["lund2010", "lund2011"]);
    assert.equal(review.source("lund2010"), undefined);
    review.delete("references.bib");
    assert.deepEqual(review.sources(), []);
  });

  it("have further files with their key told, in the order of paths", () => {
    const review = reviewOf({ "b.md": sourceFile("okafor2014", ""), "a.md": sourceFile("okafor2014", "") });
    assert.equal(review.source("okafor2014")?.uri, "a.md");
    assert.deepEqual(review.source("okafor2014")?.others, ["b.md"]);
    review.delete("a.md");
    assert.equal(review.source("okafor2014")?.uri, "b.md");
    assert.deepEqual(review.source("okafor2014")?.others, []);
  });

  it("take their extracts with them when their key changes", () => {
    const body = "## Extract e1\n\n> Words.\n";
    const review = reviewOf({ "a.md": sourceFile("okafor2014", body) });
    const change = review.set({ uri: "a.md", version: 1, text: sourceFile("okafor2015", body) });
    assert.deepEqual([...change.sources].sort(), ["okafor2014", "okafor2015"]);
    assert.equal(review.definitions("x:okafor2014#e1").length, 0);
    assert.equal(review.definitions("x:okafor2015#e1").length, 1);
  });

  it("are not touched by an edit below their front matter", () => {
    const review = reviewOf({ "a.md": sourceFile("okafor2014", "Words.\n") });
    const change = review.set({ uri: "a.md", version: 1, text: sourceFile("okafor2014", "Other words.\n") });
    assert.deepEqual([...change.sources], []);
  });
});
