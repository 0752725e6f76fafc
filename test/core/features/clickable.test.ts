import assert from "node:assert/strict";
import fc from "fast-check";
import { linkEdits, plainEdits } from "../../../src/core/features/links.ts";
import type { Evidence, Ref } from "../../../src/core/model/types.ts";
import { isEvidence, type Review } from "../../../src/core/review.ts";
import { runs } from "../../runs.ts";
import { reviewOf, sourceFile } from "../reviews.ts";
import { filesAfter } from "./editing.ts";
import { anyRecord } from "./generate-records.ts";

const C = "- **C:** x\n";
const REST = {
  "t/b.md": `## CMOC TR1\n\n${C}\n## CMOC TR2: Two\n\n${C}`,
  "t/c.md": `## CMOC TR3\n\n${C}`,
  "lund.md": sourceFile("lund2010", "## Extract e1\n\n> x\n"),
};

function written(text: string): string {
  const review = reviewOf({ ...REST, "a.md": text });
  return filesAfter(review, { edits: linkEdits(review) })["a.md"] ?? "";
}

function plain(text: string): string {
  const review = reviewOf({ ...REST, "a.md": text });
  return filesAfter(review, { edits: plainEdits(review) })["a.md"] ?? "";
}

function saidOf(ref: Ref | Evidence): string {
  return `${ref.field} ${ref.name} ${isEvidence(ref) ? `${JSON.stringify(ref.slots)} ${ref.reason}` : ""}`;
}

describe("references as links", () => {
  it("are made in fields, and refreshed everywhere", () => {
    const text = (about: string, prose: string): string => `## Memo M1\n\n- about: ${about}\n\nSee ${prose}.\n`;
    assert.equal(
      written(text("TR2, @lund2010#e1, TR9, TR1–TR3", "[TR3](old.md), [[TR2]], [[TR9]], [[TR1–TR3]], [@lund2010#e1]")),
      text(
        "[TR2](t/b.md#cmoc-tr2-two), [@lund2010#e1](lund.md#extract-e1), TR9, TR1–TR3",
        "[TR3](t/c.md#cmoc-tr3), [TR2](t/b.md#cmoc-tr2-two), [[TR9]], [[TR1–TR3]], [@lund2010#e1]",
      ),
    );
  });

  it("stay references in running words when they are made plain", () => {
    const text = (one: string, range: string, cited: string): string =>
      `# Notes\n\nSee ${one}, ${range} and ${cited}.\n\n## CMOC TR7\n\n- **C:** where ${one}\n- leads to: TR1\n- note: ${one}\n`;
    assert.equal(
      plain(text("[CMOC TR2](t/b.md)", "[TR1–TR3](t/b.md)", "[@lund2010#e1](lund.md)")),
      text("[[CMOC TR2]]", "[[TR1–TR3]]", "@lund2010#e1"),
    );
    const list = "## CMOC TR7\n\n- leads to: [TR2](t/b.md) (C) — as [TR1](t/b.md) says\n";
    assert.equal(plain(list), "## CMOC TR7\n\n- leads to: TR2 (C) — as TR1 says\n");
  });

  it("are none where the text names nothing of the review", () => {
    const text = "Our [Protocol](protocol.md), [TR9](old.md) and [PROSPERO](https://example.org/TR1.md).\n";
    assert.equal(plain(text), text);
    assert.equal(written(text), text);
  });

  it("mean what they meant, made and made plain again", () => {
    const said = (review: Review): string =>
      JSON.stringify(
        review
          .placed("a.md")
          .map(({ facts }) => [
            facts.refs.map(({ name }) => name).sort(),
            facts.records.map(({ name, links }) => [name, links.map(saidOf).sort()]),
          ]),
      );
    fc.assert(
      fc.property(anyRecord, ({ text }) => {
        const before = reviewOf({ ...REST, "a.md": text });
        const linked = reviewOf(filesAfter(before, { edits: linkEdits(before) }));
        assert.equal(linkEdits(linked).size, 0, "once is enough");
        assert.equal(said(linked), said(before));
        const again = reviewOf(filesAfter(linked, { edits: plainEdits(linked) }));
        assert.equal(said(again), said(before));
      }),
      runs(2),
    );
  });
});
