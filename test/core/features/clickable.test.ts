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

  it("leave somebody's own link alone, whose text only holds a reference", () => {
    const text = (at: string): string =>
      `# Notes\n\nSee [our log, with [[TR1]] in it](log.md), [[[TR1]] of old](log.md)${at} and [about @lund2010#e1](log.md).\n\n## Memo M1\n\n- note: [with [[TR1]] in it](log.md)\n`;
    assert.equal(plain(text("")), text(""));
    assert.equal(written(text(", [[TR2]]")), text(", [TR2](t/b.md#cmoc-tr2-two)"));
    const own = "- leads to: TR2 — as [our log of TR1](log.md) says\n";
    assert.equal(
      written(`## CMOC TR7\n\n- C: x\n${own}`).split("says")[0]?.split("as ")[1],
      "[our log of TR1](log.md) ",
    );
  });

  it("are not made where an embed or an escape would be spoilt", () => {
    const text = (one: string): string =>
      `# Notes\n\n![[TR1]] \\[[TR1]] [\\[TR1]] !\\[[TR1]] [look [[TR1]] up](https://example.org) and ${one}.\n`;
    assert.equal(written(text("[[TR2]]")), text("[TR2](t/b.md#cmoc-tr2-two)"));
  });

  it("are not made in a link by reference or in the words of an image", () => {
    const text = (one: string, other: string): string =>
      `# Notes\n\n[see [[TR1]] here][ref] [[TR1]][ref] ![see [[TR1]]](x.png) ${one} and [see ${other}] \\[ ${other}\n\n[ref]: x.md\n`;
    const made = "[TR2](t/b.md#cmoc-tr2-two)";
    assert.equal(written(text("[[TR2]]", "[[TR2]]")), text(made, made));
  });

  it("keep their titles and the form of their targets when they are refreshed", () => {
    const text = (target: string): string =>
      ['T "the title"', "T 't (x)'", "T (paren title)", "<T>", '<T> "a](b"', ' T  "t" ', 'T "a](b"']
        .map((each) => `- about: [TR1](${each.replace("T", target)})\n\nSee [**TR1**](${each.replace("T", target)}).\n`)
        .map((each, index) => `## Memo M${index}\n\n${each}`)
        .join("\n");
    assert.equal(written(text("old.md")), text("t/b.md#cmoc-tr1"));
    assert.equal(written(text("t/b.md#cmoc-tr1")), text("t/b.md#cmoc-tr1"));
  });

  it("are made plain only where the words left are the same reference", () => {
    const text = (...all: readonly string[]): string => `# Notes\n\nSee ${all.join(", or ")}.\n`;
    assert.equal(
      plain(
        text(
          "[**TR1**](t/b.md)",
          "[[[TR1]]](t/b.md)",
          "[[TR1](t/b.md)]",
          "[ TR2 ](t/b.md 'Two')",
          "[CMOC **TR2**](t/b.md)",
        ),
      ),
      text("**[[TR1]]**", "[[TR1]]", "[[TR1](t/b.md)]", "[[TR2]]", "[CMOC **TR2**](t/b.md)"),
    );
  });

  it("give the bytes back, made and made plain again, among links of somebody's own", () => {
    const pieces = [
      "[[TR1]]",
      "**[[TR2]]**",
      "[[CMOC TR3]]",
      "[[TR9]]",
      "![[TR1]]",
      "\\[[TR1]]",
      "[our log, with [[TR1]] in it](log.md)",
      "[log](log.md 'of [[TR1]]')",
      "[a [[TR2]]](https://example.org/a.md)",
      "![alt [[TR1]]](a.png)",
      "`[[TR1]]`",
      "([[TR1]])",
      "[see [[TR1]]]",
      "[see [[TR1]] there][log]",
      "![[TR2]](b.png)",
      "words",
      "*",
      "[",
      "]",
      "!",
      "\\",
    ];
    const words = fc.array(fc.constantFrom(...pieces), { maxLength: 6 });
    fc.assert(
      fc.property(words, fc.constantFrom(" ", "", ", "), words, (prose, joint, list) => {
        const text = `## Memo M1\n\n- note: ${list.join(" ")}\n- about: [[TR1]]\n\nSee ${prose.join(joint)}.\n`;
        const linked = written(text);
        const own = (all: string): readonly string[] =>
          all.match(/\[our log[^()]*\(log\.md\)|\[log\]\([^()]*\)|\[a [^()]*\(https[^()]*\)/g) ?? [];
        assert.equal(plain(linked), text, JSON.stringify([text, linked]));
        if (joint !== "") assert.deepEqual(own(linked), own(text));
      }),
      runs(2),
    );
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
