import assert from "node:assert/strict";
import { recordJson, sourceJson } from "../../../src/core/report/json.ts";
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

describe("JSON of a source", () => {
  it("parts steps of scales from the reasons for them, those of coders too", () => {
    const text =
      '---\ncitekey: x\nread: 2026-03-02 (JA)\nrelevance: high — so\nrigour: low\nrichness: thick - own\nstudy: a - b\nappraisals:\n  JA: { relevance: "low — one site, small", rigour: high }\n---\n';
    const manifest = "cmoc: 1\nappraisal: { richness: [thin, thick - own] }\n";
    const review = reviewOf({ "review.yaml": manifest, "x.md": text });
    const source = review.source("x");
    if (!source) assert.fail("the source is there");
    const json = sourceJson(source, review);
    const { read, relevance, rigour, richness, study, reasons, appraisals, coderReasons } = json;
    assert.deepEqual(
      [read, relevance, rigour, richness, study],
      ["2026-03-02 (JA)", "high", "low", "thick - own", "a - b"],
    );
    assert.deepEqual(reasons, { relevance: "so" });
    assert.deepEqual(appraisals, { JA: { relevance: "low", rigour: "high" } });
    assert.deepEqual(coderReasons, { JA: { relevance: "one site, small" } });
  });
});
