/** Long records. */
import assert from "node:assert/strict";
import { everyPart, partsOf } from "../../src/core/model/parts.ts";
import { recordIn } from "../core/features/editing.ts";
import { reviewOf } from "../core/reviews.ts";
import { checked, cmoc, told } from "../core/rules/telling.ts";

describe("ranges without end", () => {
  it("stand for so many records in one record, and are told of past that", () => {
    const ranges = Array.from({ length: 30 }, (_, at) => `TR${at * 1000 + 1}–TR${at * 1000 + 1000}`).join(", ");
    const found = told("ref/unknown", { "a.md": cmoc("TR1", "- **C:** a place", `- leads to: ${ranges}`) });
    const many = found.filter((message) => message.includes("at most 20,000 records in all"));
    assert.equal(many.length, 10);
    assert.equal(found.length, 30);
  });
});

describe("a range", () => {
  it("of a thousand ids is looked at once, however often it stands", () => {
    const list = Array.from({ length: 30 }, () => "- configurations: TR1–TR1000").join("\n");
    const problems = checked(reviewOf({ "a.md": `# Theory PT1\n\n${list}\n` }));
    assert.equal(problems.filter(({ rule }) => rule === "ref/unknown").length, 30);
  });
});

describe("the parts of a record", () => {
  it("are taken apart in time, however long it is", () => {
    const text = `## CMOC TR1\n\n${"- supports: @lund2010#e1 (C, M) — so; @lund2010#e1\n".repeat(600)}`;
    const review = reviewOf({ "a.md": text });
    const { entity } = recordIn(review, "a.md");
    assert.equal(
      [...everyPart(partsOf(text, [entity], review.manifest.scheme))].filter(({ kind }) => kind === "item").length,
      1_200,
    );
  });
});
