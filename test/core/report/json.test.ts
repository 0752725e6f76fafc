import assert from "node:assert/strict";
import { recordJson } from "../../../src/core/report/json.ts";
import { reviewOf, sourceFile } from "../reviews.ts";

describe("JSON of an extract", () => {
  it("calls rows without an id by their places, each a link of its own", () => {
    const review = reviewOf({
      "t.md":
        "| Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|\n| a | b | c | @x#e1 |\n| d | e | f | @x#e1 |\n",
      "x.md": sourceFile("x", "## Extract e1\n\n> Words.\n\n- at: p. 1\n- supports: TR9\n"),
    });
    const [at] = review.records("extract");
    assert.ok(at);
    const json = recordJson(at, review);
    assert.deepEqual(json.bearsOn, ["TR9", "t.md:3", "t.md:4"]);
    assert.deepEqual(
      json.links,
      ["TR9", "t.md:3", "t.md:4"].map((target) => ({ type: "supports", target, slots: [] })),
    );
  });

  it("looks for how an unknown record is written once, however often it is named", () => {
    const count = 300;
    const name = (at: number): string => `## Extract e${at}\n\n> Words ${at}.\n\n- supports: tr-9\n\n`;
    const review = reviewOf({ "x.md": sourceFile("x", Array.from({ length: count }, (_, at) => name(at)).join("")) });
    let asked = 0;
    const references = review.references.bind(review);
    review.references = (name) => {
      if (name === "r:tr-9") asked++;
      return references(name);
    };
    const targets = [...review.records("extract")].flatMap((at) => recordJson(at, review).bearsOn);
    assert.equal(targets.length, count);
    assert.deepEqual([...new Set(targets)], ["tr-9"]);
    assert.equal(asked, 0);
  });
});
