import assert from "node:assert/strict";
import fc from "fast-check";
import { referencesAt } from "../../../src/core/features/dropped-references.ts";
import { isRefusal } from "../../../src/core/features/edit.ts";
import { mayHoldConfigurations } from "../../../src/core/features/pastable.ts";
import { type Placing, placeRecords } from "../../../src/core/features/placing.ts";
import { readPasted } from "../../../src/core/read/paste.ts";
import { CMO, schemeOf } from "../../../src/core/vocabulary.ts";
import { runs } from "../../runs.ts";
import { type Files, reviewOf, sourceFile } from "../reviews.ts";
import { anyMarkdown, anyUnits } from "../syntax/generate.ts";
import { filesAfter } from "./editing.ts";

const ONE = "## CMOC 4: Four\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n";
const TWO = `${ONE}\n## CMOC 5: Five\n\n- **C:** a town\n- **M:** habit\n- leads to: CMOC4\n`;
const TABLE =
  "| ID | Context | Mechanism | Outcome |\n| --- | --- | --- | --- |\n| CMOC4 | a | b | c |\n| CMOC9 | d | e | f |\n";

/** Places the records where `|` stands in `a.md`; a second `|` ends the selection. */
function placed(
  marked: string,
  markdown: string,
  others: Files = {},
): { readonly text: string; readonly placing: Placing } {
  const [before = "", chosen = "", after] = marked.split("‸");
  const text = after === undefined ? before + chosen : before + chosen + after;
  const review = reviewOf({ ...others, "a.md": text });
  const end = before.length + (after === undefined ? 0 : chosen.length);
  const placing = placeRecords(review, "a.md", { start: before.length, end }, markdown);
  return {
    text: isRefusal(placing.outcome) ? "refused" : (filesAfter(review, placing.outcome)["a.md"] ?? ""),
    placing,
  };
}

describe("records that are pasted", () => {
  it("stand on lines of their own, on the level of their neighbours", () => {
    assert.equal(placed("‸", ONE).text, ONE);
    assert.equal(placed("# Results\n\n‸\n", ONE).text, `# Results\n\n${ONE}`);
    assert.equal(placed("# Results‸", ONE).text, `# Results\n\n${ONE}`);
    assert.equal(
      placed("# R\n\n### CMOC A1\n\n- **C:** x\n\n‸\n\n### CMOC A2\n\n- **C:** y\n", ONE).text,
      `# R\n\n### CMOC A1\n\n- **C:** x\n\n#${ONE}\n### CMOC A2\n\n- **C:** y\n`,
    );
    assert.match(placed("# Theory PT1: T\n\n- stage: initial\n‸", TWO).text, /initial\n\n## CMOC 4: Four\n/);
    assert.match(placed("---\ntitle: x\n---\n‸", ONE).text, /^---\ntitle: x\n---\n\n## CMOC 4/);
    assert.match(placed("# R\r\n\r\n‸", ONE).text, /^# R\r\n\r\n## CMOC 4: Four\r\n\r\n- /);
  });

  it("take no words that follow: they then go behind them, and the selection is taken out", () => {
    assert.equal(
      placed("## CMOC A1\n\n- **C:** x ‸\n- **M:** y\n\n## CMOC A2\n\n- **C:** z\n", ONE).text,
      `## CMOC A1\n\n- **C:** x \n- **M:** y\n\n${ONE}\n## CMOC A2\n\n- **C:** z\n`,
    );
    assert.equal(placed("# R\n\nOne ‸word ‸two.\n\nMore.\n", ONE).text, `# R\n\nOne two.\n\nMore.\n\n${ONE}`);
    assert.equal(placed("# R\n\n‸old words\n‸", ONE).text, `# R\n\n${ONE}`);
  });

  it("of a table stand below a heading where a record would take the table in", () => {
    const { text, placing } = placed("## CMOC A1\n\n- **C:** x\n- **M:** y\n‸", TABLE);
    assert.equal(text, `## CMOC A1\n\n- **C:** x\n- **M:** y\n\n## Configurations\n\n${TABLE}`);
    assert.equal(placing.count, 2);
    assert.equal(placed("# R\n\n‸\n", TABLE).text, `# R\n\n${TABLE}`);
  });

  it("keep the ids that are free; others are the next ones, said in a note, and what refers to them follows", () => {
    const others = { "b.md": "## CMOC 4\n\n- **C:** x\n\n## CMOC 5\n\n- **C:** x\n\n## CMOC 6\n\n- **C:** x\n" };
    const { text, placing } = placed("‸", TWO, others);
    assert.deepEqual(placing.renumbered, [
      ["CMOC4", "CMOC7"],
      ["CMOC5", "CMOC8"],
    ]);
    assert.match(text, /^## CMOC 7: Four\n\n- \*\*C:\*\* a place\n.*\n.*\n- note: printed as CMOC4\n/);
    assert.match(text, /## CMOC 8: Five\n[^#]*- leads to: CMOC7\n- note: printed as CMOC5\n$/);
    const rows = placed("‸", TABLE, { "b.md": "## CMOC 4\n\n- **C:** x\n" });
    assert.match(rows.text, /\| CMOC10: printed as CMOC4 +\| a /);
    assert.match(rows.text, /\| CMOC9 \| d /);
    // The free ids of what is pasted are not given to others of it.
    const full = placed("‸", TWO, { "b.md": "## CMOC 4\n\n- **C:** x\n" });
    assert.deepEqual(full.placing.renumbered, [["CMOC4", "CMOC6"]]);
    const { outcome, renumbered } = placeRecords(
      reviewOf({ "a.md": "", "b.md": "## CMOC 4\n\n- **C:** x\n" }),
      "a.md",
      { start: 0, end: 0 },
      ONE,
      ["CMOC9"],
    );
    assert.deepEqual(renumbered, []);
    assert.doesNotMatch(JSON.stringify(isRefusal(outcome) ? "" : [...outcome.edits]), /printed as|CMOC 4/);
    // Two tables of one article may both begin with 1.
    const twice = placed("‸", `${ONE}\n${TWO}`);
    assert.deepEqual(twice.placing.renumbered, [["CMOC4", "CMOC6"]]);
    assert.match(twice.text, /- leads to: CMOC4/);
  });

  it("are refused where they would not be read", () => {
    assert.equal(placed("```\n‸\n", ONE).text, "refused");
    assert.equal(placed("x\n\n```\n‸\ny\n```\n", ONE).text, `x\n\n\`\`\`\n\ny\n\`\`\`\n\n${ONE}`);
  });

  it("leave every record that was there, whatever the place", () => {
    const text =
      "# R\n\n## CMOC A1: x\n\n- **C:** x\n- leads to: A2\n\n# Theory PT1\n\n- configurations: A1\n\nWords.\n\n### CMOC A2\n\n- **C:** z\n\n| ID | Context | Mechanism |\n|---|---|---|\n| A3 | a | b |\n";
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(12), fc.constantFrom(ONE, TWO, TABLE), (start, length, markdown) => {
        const review = reviewOf({ "a.md": text });
        const { outcome, count } = placeRecords(
          review,
          "a.md",
          { start, end: Math.min(text.length, start + length) },
          markdown,
        );
        if (isRefusal(outcome)) return;
        const names = (files: Files): string[] => [...reviewOf(files).names()].filter((name) => name.startsWith("r:"));
        const after = reviewOf(filesAfter(review, outcome));
        assert.ok(after.isDefined("r:cmoc4"));
        assert.ok(count > 0 && names({ "a.md": text }).length > 0);
        const [was, is] = [review, after].map((each) => [...each.records("cmoc")].length);
        assert.equal(is, (was ?? 0) + count);
      }),
      runs(30),
    );
  });
});

describe("any text", () => {
  const said = (files: Files): ReadonlyMap<string, string> =>
    new Map(
      [...reviewOf(files).records("cmoc")].map(({ entity, name }) => [
        name,
        JSON.stringify([entity.title, "slots" in entity ? entity.slots.map((slot) => slot.text) : []]),
      ]),
    );

  it("takes the records without a change of its own, or refuses them", () => {
    fc.assert(
      fc.property(anyMarkdown, fc.nat(), fc.nat(20), fc.constantFrom(TWO, TABLE), (text, at, length, markdown) => {
        const start = at % (text.length + 1);
        // A selection is taken out, and what it holds with it.
        const end = length % 2 === 0 ? start : Math.min(text.length, start + length);
        const review = reviewOf({ "a.md": text });
        const { outcome } = placeRecords(review, "a.md", { start, end }, markdown);
        if (isRefusal(outcome)) return;
        const after = said(filesAfter(review, outcome));
        if (start === end) for (const [name, says] of said({ "a.md": text })) assert.equal(after.get(name), says, name);
        assert.ok(after.size >= 2);
      }),
      runs(30),
    );
  });

  it("takes references on one line", () => {
    const source = sourceFile("lund2010", "## Extract e1\n\n> x\n");
    fc.assert(
      fc.property(anyMarkdown, fc.nat(), (text, at) => {
        const review = reviewOf({ "a.md": text, "s.md": source });
        const made = referencesAt(review, "a.md", at % (text.length + 1), ["x:lund2010#e1", "s:lund2010", "r:gone"]);
        assert.match(made.text, /^[^\n]*@lund2010#e1[^\n]*$/);
      }),
      runs(30),
    );
  });

  it("may be pasted, long ones at once", () => {
    fc.assert(
      fc.property(anyUnits, (text) => {
        assert.equal(typeof mayHoldConfigurations(text, text, CMO), "boolean");
        const pasted = readPasted({ text }, CMO);
        if (pasted) placeRecords(reviewOf({ "a.md": "" }), "a.md", { start: 0, end: 0 }, pasted.markdown("fields"));
      }),
      runs(20),
    );
    const begun = performance.now();
    for (const unit of ["C", "(C", "C1 ", "© ", "\n# ", "M: C "])
      assert.equal(typeof mayHoldConfigurations(unit.repeat(90_000), undefined, CMO), "boolean");
    assert.ok(performance.now() - begun < 3000);
  });
});

describe("a clipboard", () => {
  it("is worth reading when it names two slots, by words or by tags, and is not too long", () => {
    for (const text of [
      "Context\tMechanism\tOutcome\n",
      "When partners meet (C), they trust (M).",
      "C1: a place M1: trust",
      "| C | M | O |",
      "C (a place) + M (trust) → O (peace)",
      "© a (Mresource) b",
    ])
      assert.ok(mayHoldConfigurations(text, undefined, CMO), text);
    for (const text of ["", "C and M are letters", "Hepatitis C, MMO", "The context of it", "(C) only"])
      assert.ok(!mayHoldConfigurations(text, undefined, CMO), text);
    assert.ok(!mayHoldConfigurations("Context Mechanism ".repeat(100_000), undefined, CMO));
    assert.ok(!mayHoldConfigurations("Context Mechanism", "x".repeat(9_000_000), CMO));
    for (const name of ["CIMO", "ICAMO", "SCMO"] as const)
      assert.ok(!mayHoldConfigurations("words alone", "<p>words alone", schemeOf(name) ?? CMO));
  });
});
