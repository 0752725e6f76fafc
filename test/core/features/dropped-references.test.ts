import assert from "node:assert/strict";
import fc from "fast-check";
import { referencesAt } from "../../../src/core/features/dropped-references.ts";
import { runs } from "../../runs.ts";
import { reviewOf, sourceFile } from "../reviews.ts";

const OTHERS = {
  "t.md":
    "## CMOC TR1\n\n- **C:** x\n\n## CMOC 4\n\n- **C:** y\n\n## Code trust\n\n- role: M\n\n## Memo 2026-01-02: x\n\n- by: ME\n",
  "s.md": sourceFile("lund2010", "## Extract e1\n\n> x\n\n## Extract e2\n\n> y\n"),
};

/** The text with the references where `‸` stands. */
function dropped(marked: string, ...names: readonly string[]): string {
  const at = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  const made = referencesAt(reviewOf({ ...OTHERS, "a.md": text }), "a.md", at, names);
  return text.slice(0, made.at) + made.text + text.slice(made.at);
}

describe("records that are dropped in a text", () => {
  it("are items of a list in a field of references", () => {
    const head = "## CMOC A1\n\n- **C:** x\n";
    assert.equal(dropped(`${head}- supports: ‸`, "x:lund2010#e1"), `${head}- supports: @lund2010#e1`);
    assert.equal(dropped(`${head}- supports:‸`, "x:lund2010#e1"), `${head}- supports: @lund2010#e1`);
    assert.equal(
      dropped(`${head}- supports: @lund2010#e1‸`, "x:lund2010#e2", "s:lund2010"),
      `${head}- supports: @lund2010#e1, @lund2010#e2, @lund2010`,
    );
    assert.equal(dropped(`${head}- leads to: ‸TR1`, "r:cmoc4"), `${head}- leads to: CMOC4, TR1`);
    assert.equal(dropped(`${head}- leads to: TR1‸ — why`, "r:cmoc4"), `${head}- leads to: TR1, CMOC4 — why`);
    assert.equal(dropped(`${head}- supports:\n  - ‸`, "x:lund2010#e1"), `${head}- supports:\n  - @lund2010#e1`);
    assert.equal(
      dropped(`${head}- supports: @lund‸2010#e1 (C)`, "x:lund2010#e2"),
      `${head}- supports: @lund2010#e1 (C), @lund2010#e2`,
    );
    assert.equal(
      dropped(`${head}- supports: @lund2010#e1 (‸C), @lund2010`, "x:lund2010#e2"),
      `${head}- supports: @lund2010#e1 (C), @lund2010#e2, @lund2010`,
    );
    assert.equal(dropped("## Memo m1\n\n- about: ‸", "r:tr1", "r:tr1"), "## Memo m1\n\n- about: TR1");
  });

  it("are links and citations in running words", () => {
    assert.equal(dropped("# R\n\nAs said in‸.", "r:tr1"), "# R\n\nAs said in [[TR1]].");
    assert.equal(
      dropped("See ‸", "r:tr1", "c:trust", "m:2026-01-02"),
      "See [[TR1]], [[Code trust]], [[Memo 2026-01-02]]",
    );
    assert.equal(dropped("It was so‸", "x:lund2010#e1", "x:lund2010#e2"), "It was so [@lund2010#e1; @lund2010#e2]");
    assert.equal(dropped("So [@lund2010‸].", "x:lund2010#e2"), "So [@lund2010; @lund2010#e2].");
    assert.equal(
      dropped("## CMOC A1\n\n- **C:** a place‸\n", "x:lund2010#e1"),
      "## CMOC A1\n\n- **C:** a place [@lund2010#e1]\n",
    );
    assert.equal(
      dropped("## CMOC A1\n\n- supports: @lund2010#e1 — as in ‸", "r:tr1"),
      "## CMOC A1\n\n- supports: @lund2010#e1 — as in [[TR1]]",
    );
  });

  it("are plain ids where nothing of the language is read, and nothing where they cannot be named", () => {
    assert.equal(dropped("```\n‸\n```\n", "r:tr1", "x:lund2010#e1"), "```\nTR1, @lund2010#e1\n```\n");
    assert.equal(dropped("See ‸", "r:gone9"), "See ");
  });

  it("name what was dropped, wherever they fall", () => {
    const text =
      "# R\n\nWords [@lund2010] and [[TR1]].\n\n## CMOC A1\n\n- **C:** x [@lund2010#e2]\n  - supports: @lund2010#e2\n- supports: @lund2010#e2 (C), @lund2010 — why\n- leads to: TR1\n";
    fc.assert(
      fc.property(fc.nat(text.length), (at) => {
        const made = referencesAt(reviewOf({ ...OTHERS, "a.md": text }), "a.md", at, ["x:lund2010#e1"]);
        assert.match(made.text, /@lund2010#e1/);
        assert.doesNotMatch(made.text + text.slice(at, made.at), /\n/);
      }),
      runs(60),
    );
  });
});
