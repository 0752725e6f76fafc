import assert from "node:assert/strict";
import { CodeTree, type CodeTreeOptions } from "../../../../src/core/features/tree.ts";
import { type Files, reviewOf } from "../../reviews.ts";
import { drawn, nodeIn } from "./drawing.ts";

const FILES: Files = {
  "codebook.md": `## Code trust: Trust *grows*

- role: M
- definition: any sort of faith

## Code early: Early trust

- parent: trust
- role: C

## Code old

- retired: since May

## Code chicken

- parent: egg

## Code egg

- parent: chicken
`,
  "k.md": `---
citekey: k
---

## Extract e1

> They met and met, and were glad.

- M trust: "were glad" (RM)
- C trust: "met"
- code code10:
- C code9: "met"
`,
  "l.md": '---\ncitekey: l\n---\n\n## Extract e1\n\n> Early.\n\n- O early: "Early"\n',
};

function tree(options?: CodeTreeOptions, files: Files = FILES): CodeTree {
  return new CodeTree(reviewOf(files), options);
}

describe("the codebook", () => {
  it("shows narrower codes under wider ones, where codes are used, and codes that it lacks", () => {
    assert.deepEqual(drawn(tree()), [
      "trust  Trust grows | 2 uses",
      "  early  Early trust | 1 use",
      "    @l#e1  “Early” | O",
      "  @k#e1  “were glad” | M",
      "  @k#e1  “met” | C",
      "old | retired · 0 uses",
      "egg | 0 uses",
      "  chicken | 0 uses",
      "Not in the codebook | 2",
      "  code9 | 1 use",
      "    @k#e1  “met” | C",
      "  code10 | 1 use",
      "    @k#e1",
    ]);
  });

  it("sorts by id and by uses, and keeps what has the words", () => {
    const labels = (options: CodeTreeOptions): readonly string[] =>
      tree(options)
        .roots()
        .map(({ label }) => label.split(" ")[0] ?? "");
    assert.deepEqual(labels({ sort: "id" }), ["egg", "old", "trust", "Not"]);
    assert.deepEqual(labels({ sort: "evidence" }), ["trust", "old", "egg", "Not"]);
    assert.deepEqual(labels({ filter: "trust" }), ["trust", "early"]);
    assert.deepEqual(labels({ filter: "any faith" }), ["trust"]);
    assert.deepEqual(labels({ filter: "code1" }), ["Not"]);
  });

  it("speaks rows in words, says where they lead and what can be done", () => {
    const made = tree();
    assert.equal(nodeIn(made, "trust").accessibility, "trust, Trust grows, M, 2 uses, 1 narrower code");
    assert.equal(nodeIn(made, "old").accessibility, "old, retired, 0 uses");
    assert.deepEqual(nodeIn(made, "old").actions, ["listed"]);
    assert.deepEqual(nodeIn(made, "trust").actions, ["listed", "retirable"]);
    assert.equal(nodeIn(made, "code10").accessibility, "code10, not in the codebook, 1 use");
    assert.deepEqual(nodeIn(made, "code10").actions, []);
    assert.equal(nodeIn(made, "@l#e1").accessibility, "@l#e1, as O, “Early”");
    assert.equal(nodeIn(made, "Not in the codebook").accessibility, "Not in the codebook, 2 codes");
    const { uri, span } = nodeIn(made, "@k#e1").place ?? { uri: "", span: { start: 0, end: 0 } };
    assert.equal((FILES[uri] ?? "").slice(span.start - 2, span.end), "M trust");
    assert.deepEqual([nodeIn(made, "trust").icon?.tone, nodeIn(made, "old").icon?.tone], ["M", "dimmed"]);
  });

  it("finds codes, also those that stand deeper or in no codebook", () => {
    const made = tree();
    assert.equal(made.parent(made.find("c:early") ?? "")?.label, "trust  Trust grows");
    assert.equal(made.find("c:chicken")?.label, "chicken");
    assert.equal(made.parent(made.find("c:code9") ?? "")?.label, "Not in the codebook");
    const book = FILES["codebook.md"] ?? "";
    assert.equal(made.find({ uri: "codebook.md", offset: book.indexOf("since May") })?.label, "old");
    assert.equal(made.find("c:nothing"), undefined);
    assert.equal(made.find({ uri: "k.md", offset: 30 }), undefined);
  });

  it("refreshes the codes that a change touches", () => {
    const review = reviewOf(FILES);
    const made = new CodeTree(review);
    made.roots();
    const type = (uri: string, from: string, to: string): readonly string[] | "all" => {
      const text = (review.text(uri) ?? "").replace(from, to);
      const told = made.update(review.set({ uri, version: 1, text }));
      if (told === "all") made.roots();
      return told === "all" ? told : told.map(({ label }) => label.split(" ")[0] ?? "");
    };
    assert.deepEqual(type("codebook.md", "Early trust", "Early days"), ["early", "trust"]);
    assert.equal(made.find("c:early")?.label, "early  Early days");
    assert.deepEqual(type("l.md", "O early", "M early"), ["early"]);
    assert.deepEqual(type("l.md", "M early", "M late"), "all");
    assert.deepEqual(type("codebook.md", "## Code old", "## Code older"), "all");
    assert.notEqual(type("l.md", "citekey: l\n", "citekey: l\ntitle: x\n"), "all");
    assert.deepEqual(type("k.md", "> They", "> Soon they"), ["trust", "code10", "code9"]);
    assert.deepEqual(made.update(review.set({ uri: "z.md", version: 1, text: "## CMOC TR1\n" })), []);
  });
});
