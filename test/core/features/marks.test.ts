import assert from "node:assert/strict";
import fc from "fast-check";
import { marks } from "../../../src/core/features/marks.ts";
import { runs } from "../../runs.ts";
import { reviewOf } from "../reviews.ts";
import { anyMarkdown } from "../syntax/generate.ts";
import { anyRecord } from "./generate-records.ts";

function shown(text: string, manifest = "cmoc: 1\n", range?: { start: number; end: number }): string {
  const review = reviewOf({ "review.yaml": manifest, "a.md": text });
  return marks(review, "a.md", range)
    .map(({ start, end, role, look }) => `${text.slice(start, end)}=${role === look ? role : `${role}/${look}`}`)
    .join(" ");
}

describe("marks of roles", () => {
  it("are the labels of slots", () => {
    assert.equal(
      shown("## CMOC TR1\n\n- **C1:** x\n- Mechanism: y\n  - resource: z\n- O (final): w\n"),
      "C1=C Mechanism=M resource=M O (final)=O",
    );
    assert.equal(shown("## CMOC TR1\n\n- C, M: x\n- status: candidate\n- note: C\n"), "C=C M=M");
  });

  it("are the tags of a sentence, and roles in brackets after evidence", () => {
    assert.equal(
      shown("## CMOC TR1\n\nWhen a (C), b (**M**), c (O1).\n\n- supports: @a#e1 (C, M2)\n"),
      "(C)=C (**M**)=M (O1)=O C=C M2=M",
    );
  });

  it("are heads and marks of a table", () => {
    const table = "| ID | Context | + Mechanism | Outcome | Notes |\n|-|-|-|-|-|\n| T1 | C1: a | b | c (O2) | C |\n";
    assert.equal(shown(table), "Context=C + Mechanism=M Outcome=O C1=C (O2)=O");
    assert.equal(shown(`## CMOC TR1\n\n| C | M | O |\n|-|-|-|\n| a | b | c |\n`), "C=C M=M O=O");
    assert.equal(shown("| Context | Sample |\n|-|-|\n| a | b |\n"), "");
  });

  it("are the roles of coding lines", () => {
    const text =
      '---\ncitekey: a1\n---\n\n## Extract e1\n\n> words\n\n- C shared: "words"\n- code other:\n- O: "words"\n';
    assert.equal(shown(text), "C=C O=O");
  });

  it("give a review’s own letters the looks of the last three in turn", () => {
    const own = "configuration: [{ letter: P, label: Process }, { letter: Q, label: Quality }]\n";
    assert.equal(shown("## CMOC TR1\n\n- P: x\n- Quality: y\n- C: z\n", own), "P=P/I Quality=Q/A C=C");
    assert.equal(shown("## CMOC TR1\n\n- I: x\n- C: z\n", "configuration: CIMO\n"), "I=I C=C");
  });

  it("of a range are those that touch it", () => {
    const text = "## CMOC TR1\n\n- C: x\n- M: y\n";
    const at = text.indexOf("M: y");
    assert.equal(shown(text, "cmoc: 1\n", { start: at, end: at + 1 }), "M=M");
  });

  it("follow the scheme when it changes", () => {
    const review = reviewOf({ "review.yaml": "cmoc: 1\n", "a.md": "## CMOC TR1\n\n- C: x\n- A: y\n" });
    assert.equal(marks(review, "a.md").length, 1);
    review.set({ uri: "review.yaml", version: 1, text: "configuration: ICAMO\n" });
    assert.equal(marks(review, "a.md").length, 2);
  });

  it("ascend and never overlap, in any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyRecord.map(({ text }) => text),
          anyMarkdown,
        ),
        (text) => {
          let end = 0;
          for (const mark of marks(reviewOf({ "a.md": text }), "a.md")) {
            assert.ok(mark.start >= end && mark.end > mark.start && mark.end <= text.length);
            end = mark.end;
          }
        },
      ),
      runs(10),
    );
  });
});
