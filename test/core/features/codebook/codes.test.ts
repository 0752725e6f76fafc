/** Codes made, renamed, moved and retired. */
import assert from "node:assert/strict";
import { createCode, moveCodes, renameCode, retireCode, slugFor } from "../../../../src/core/features/codebook.ts";
import { isRefusal, type Outcome } from "../../../../src/core/features/edit.ts";
import { type Files, reviewOf, sourceFile } from "../../reviews.ts";
import { filesAfter } from "../editing.ts";

const codebook =
  "## Code trust: Trust\n\n- role: M\n- parent: faith — so far\n\n## Code faith\n\n- role: M\n\n## Code belief\n\n- role: M\n- parent: trust\n";
const lund = sourceFile(
  "lund2010",
  '## Extract e1\n\n> They met.\n\n- at: p. 1\n- M trust: "met"\n- C unheard: "met"\n- C faith\n- parked: later\n',
).replace("C faith", "C faith:");
const files: Files = {
  "codebook.md": codebook,
  "lund.md": lund,
  "notes/memos.md": "## Memo 2026-03-01\n\nSee [[Code trust]].\n",
};
const memo = { date: "2026-03-02", reason: "So it is." };
const review = reviewOf(files);

function done(outcome: Outcome): Files {
  return filesAfter(review, outcome);
}

function why(outcome: Outcome): string {
  assert.ok(isRefusal(outcome), "not refused");
  return `${outcome.refused}: ${String(outcome.data.words ?? outcome.data.id)}`;
}

const written = (title: string, about: string): string =>
  `\n## Memo 2026-03-02: ${title}\n\n- about: ${about}\n- kind: decision\n\nSo it is.\n`;

describe("a code of the codebook", () => {
  it("is retired with the reason at it and in a memo, and it is told who uses it still", () => {
    const { outcome, notes } = retireCode(review, "c:trust", { reason: "too\nwide", replacedBy: "c:faith", memo });
    const made = done(outcome);
    assert.equal(
      made["codebook.md"],
      codebook.replace("so far\n", "so far\n- replaced by: faith\n- retired: too wide\n"),
    );
    assert.equal(
      made["notes/memos.md"],
      `${files["notes/memos.md"]}${written("trust was retired", "Code trust, Code faith")}`,
    );
    assert.equal(made["lund.md"], lund);
    assert.deepEqual(notes, ["1 coding line uses trust still. Merge it into another code to move it."]);
    const again = reviewOf(made);
    assert.equal(why(retireCode(again, "c:trust", { reason: "x" }).outcome), "told: trust is retired already.");
    assert.equal(why(retireCode(review, "c:trust", { reason: " " }).outcome), "told: Say why it is retired.");
    assert.equal(
      why(retireCode(review, "c:trust", { reason: "x", replacedBy: "c:trust" }).outcome),
      "told: Choose another code to use instead.",
    );
    assert.match(
      why(retireCode(review, "c:unheard", { reason: "x" }).outcome),
      /^told: unheard is not in the codebook/,
    );
  });

  it("is put under another one or at the top, never under itself; words beside what it stood under are a note", () => {
    const top = done(moveCodes(review, ["c:trust"], { parent: undefined, memo }).outcome);
    assert.match(top["codebook.md"] ?? "", /- role: M\n- note: parent before: faith — so far\n\n/);
    assert.ok(top["notes/memos.md"]?.endsWith(written("trust was moved to the top", "Code trust")));
    const under = done(moveCodes(review, ["c:belief"], { parent: "c:faith" }).outcome);
    assert.equal(under["codebook.md"], codebook.replace("parent: trust", "parent: faith"));
    assert.equal(under["notes/memos.md"], files["notes/memos.md"]);
    const both = done(moveCodes(review, ["c:trust", "c:belief"], { parent: undefined, memo }).outcome);
    assert.doesNotMatch(both["codebook.md"] ?? "", /- parent:/);
    assert.equal(
      why(moveCodes(review, ["c:faith"], { parent: "c:belief" }).outcome),
      "told: belief stands under faith, or is it, and cannot be wider than it.",
    );
    assert.equal(
      why(moveCodes(review, ["c:faith"], { parent: "c:faith" }).outcome),
      "told: faith stands under faith, or is it, and cannot be wider than it.",
    );
    assert.equal(
      why(moveCodes(review, ["c:faith"], { parent: undefined }).outcome),
      "told: faith stands at the top already.",
    );
    assert.equal(
      why(moveCodes(review, ["c:belief"], { parent: "c:trust" }).outcome),
      "told: belief stands under trust already.",
    );
  });

  it("is called otherwise wherever it is named, in the codebook or not", () => {
    const made = done(renameCode(review, "c:trust", { id: "reliance", memo }).outcome);
    assert.match(made["codebook.md"] ?? "", /^## Code reliance: Trust\n[\s\S]*- parent: reliance\n$/);
    assert.match(made["lund.md"] ?? "", /- M reliance: "met"\n/);
    assert.match(
      made["notes/memos.md"] ?? "",
      /See \[\[Code reliance\]\]\.\n\n## Memo 2026-03-02: trust is called reliance\n\n- about: Code reliance\n/,
    );
    const unknown = done(renameCode(review, "c:unheard", { id: "heard", memo }).outcome);
    assert.match(unknown["lund.md"] ?? "", /- C heard: "met"\n/);
    assert.match(unknown["notes/memos.md"] ?? "", /unheard is called heard\n\n- kind: decision\n/);
    assert.equal(why(renameCode(review, "c:trust", { id: "faith" }).outcome), "taken: faith");
  });

  it("is made in the file of the codebook, where there is none in codebook.md", () => {
    const made = done(
      createCode(review, {
        id: "hope",
        title: "Hope",
        role: "M",
        definition: "they hope",
        origin: "inductive",
        parent: "Faith",
      }),
    );
    assert.equal(
      made["codebook.md"],
      `${codebook}\n## Code hope: Hope\n\n- role: M\n- definition: they hope\n- origin: inductive\n- parent: faith\n`,
    );
    const bare = filesAfter(reviewOf({ "lund.md": lund }), createCode(reviewOf({ "lund.md": lund }), { id: "hope" }));
    assert.equal(bare["codebook.md"], "## Code hope\n\n- definition:\n");
    assert.equal(why(createCode(review, { id: "trust" })), "taken: trust");
    assert.equal(why(createCode(review, { id: "hope", role: "X" })), "told: X is no role of this review.");
    assert.equal(why(createCode(review, { id: "hope", parent: "none" })), "unknown: none");
    for (const id of ["i", "x", "iv", "1a", "2", "resource", "final", "absent"])
      for (const outcome of [createCode(review, { id }), renameCode(review, "c:trust", { id }).outcome])
        assert.match(why(outcome), /^told: A code called \S+ could not be used with a role: [CMO] /, id);
    for (const id of ["ix-form", "trust2", "e4", "ab", "C-role"]) assert.ok(!isRefusal(createCode(review, { id })), id);
    assert.deepEqual(["a - b", "O: long, comma", "हिन्दी"].map(slugFor), [
      "a-b",
      "o-long-comma",
      "हिन्दी".normalize("NFC"),
    ]);
    assert.deepEqual(["Fair trade", " Ça va? ", "don’t!", "…"].map(slugFor), ["fair-trade", "ça-va", "dont", ""]);
  });
});
