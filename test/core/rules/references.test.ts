import assert from "node:assert/strict";
import { cmoc, count, extract, SLOTS, source, sourceWith, told } from "./telling.ts";

describe("id/duplicate", () => {
  it("holds for configurations, theories and regularities together, without case", () => {
    const files = { "a.md": cmoc("TR1", ...SLOTS), "b.md": "# Theory tr1: All\n\n- stage: initial\n" };
    assert.equal(count("id/duplicate", files), 2);
  });

  it("holds for codes and for the extracts of one source, which are names of their own", () => {
    assert.equal(
      count("id/duplicate", { "a.md": "## Code e1\n\n- role: C\n", "l.md": source("l1", extract("e1")) }),
      0,
    );
    assert.equal(count("id/duplicate", { "a.md": "## Code a1\n\n- role: C\n\n## Code A1\n\n- role: C\n" }), 2);
    assert.equal(count("id/duplicate", { "l.md": source("l1", extract("e1"), extract("e1")) }), 2);
    assert.equal(
      count("id/duplicate", { "l.md": source("l1", extract("e1")), "m.md": source("m1", extract("e1")) }),
      0,
    );
  });

  it("lets two memos share a date, but no other id", () => {
    const memo = (id: string): string => `## Memo ${id}: About\n\n- by: JA\n\n`;
    assert.equal(count("id/duplicate", { "a.md": memo("2026-03-02") + memo("2026-03-02") }), 0);
    assert.equal(count("id/duplicate", { "a.md": memo("M1") + memo("M1") }), 2);
  });

  it("is told of two files with one citekey", () => {
    const found = told("id/duplicate", { "a.md": source("l1", extract("e1")), "b.md": source("l1", extract("e2")) });
    const message = "@l1 is the citekey of another file too. Keep one file for each source.";
    assert.deepEqual(found, [`a.md:l1: ${message}`, `b.md:l1: ${message}`]);
  });

  it("leaves a row alone that restates a heading's record", () => {
    const row = "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR1 | a place | trust | peace |\n";
    assert.equal(count("id/duplicate", { "a.md": cmoc("TR1", ...SLOTS), "b.md": row }), 0);
    assert.equal(count("id/duplicate", { "a.md": row, "b.md": row }), 2);
  });
});

describe("id/form", () => {
  it("is an error for a range and a warning for what is nearly a heading", () => {
    assert.match(
      told("id/form", { "a.md": "## CMOC TR1-TR4: All\n\n- **C:** a place\n" }, true)[0] ?? "",
      /^error .*range/,
    );
    assert.match(
      told("id/form", { "a.md": "## CMOC 4 (new)\n\n- **C:** a place\n" }, true)[0] ?? "",
      /^warning .*nearly/,
    );
  });
});

describe("ref/unknown", () => {
  const at = (line: string, more = ""): { readonly [path: string]: string } => ({
    "a.md": cmoc("TR1", ...SLOTS, line) + cmoc("TR2", "- **C:** a time") + cmoc("TR4", "- **C:** a year") + more,
  });

  it("names the stretches that a range misses, once each", () => {
    assert.deepEqual(told("ref/unknown", at("- leads to: TR1–TR7")), [
      "a.md:TR1–TR7: Nothing in this review is called TR3, which TR1–TR7 names. Mend the reference, or write what it names.",
      "a.md:TR1–TR7: Nothing in this review is called TR5–TR7, which TR1–TR7 names. Mend the reference, or write what it names.",
    ]);
    assert.equal(count("ref/unknown", at("- leads to: TR50–TR900")), 1);
  });

  it("says why a falling or an endless range names nothing", () => {
    assert.match(told("ref/unknown", at("- leads to: TR4–TR1"))[0] ?? "", /lower number to its higher/);
    assert.match(told("ref/unknown", at("- leads to: TR1–TR4000"))[0] ?? "", /at most 1,000/);
  });

  it("leaves wikilinks alone that are not shaped like an id of the review", () => {
    assert.equal(count("ref/unknown", at("", "See [[Home]], [[QX9]] and [[Notes 2024]].\n")), 0);
    assert.equal(count("ref/unknown", at("", "See [[TR9]].\n")), 1);
  });

  it("holds for extracts of a known source; an unknown key is another finding", () => {
    const files = { ...at("- supports: @l1#e9, @nobody#e1"), "l.md": source("l1", extract("e1", "- supports: TR1")) };
    assert.deepEqual(told("ref/unknown", files), [
      "a.md:@l1#e9: Nothing in this review is called @l1#e9. Mend the reference, or write what it names.",
    ]);
    assert.equal(count("source/unknown-key", files), 1);
  });

  it("leaves codes to code/unknown where somebody codes, and speaks of them elsewhere", () => {
    const coding = extract("e1", '- C trust: "Words"', "- parked: later");
    assert.equal(count("ref/unknown", { "l.md": source("l1", coding) }), 0);
    assert.equal(count("ref/unknown", { "a.md": "## Memo 2026-03-02: Why\n\n- about: Code trust\n" }), 1);
  });

  it("offers names that are one slip away", () => {
    const said = (line: string, ...more: readonly string[]): string =>
      told("ref/unknown", {
        "a.md": cmoc("TRUST1", ...SLOTS, line) + more.map((id) => cmoc(id, "- **C:** x")).join(""),
      })[0] ?? "";
    assert.match(said("- leads to: TRSUT2", "TRUST2"), /Did you mean TRUST2\?/);
    assert.match(said("- leads to: TRUST-2", "TRUST2"), /Did you mean TRUST2\?/);
    assert.match(said("- leads to: TRUST02", "TRUST2"), /Did you mean TRUST2/);
    assert.doesNotMatch(said("- leads to: QQQQ7", "TRUST2"), /Did you mean/);
  });
});

describe("source/unknown-key", () => {
  it("offers keys in another case or one slip away", () => {
    const files = (key: string): { readonly [path: string]: string } => ({
      "a.md": cmoc("TR1", ...SLOTS, `- note: as [@${key}] says`),
      "l.md": source("Okafor2014", ""),
    });
    assert.match(told("source/unknown-key", files("okafor2014"))[0] ?? "", /Did you mean @Okafor2014\?/);
    assert.match(told("source/unknown-key", files("okafor2104"))[0] ?? "", /Did you mean @Okafor2014\?/);
    assert.doesNotMatch(told("source/unknown-key", files("zz"))[0] ?? "", /Did you mean/);
  });

  it("knows a source that only the bibliography has", () => {
    const files = {
      "review.yaml": "bibliography: [r.bib]\n",
      "r.bib": "@misc{lund2010, title={A}}\n",
      "a.md": cmoc("TR1", ...SLOTS, "- note: as [@lund2010] says"),
    };
    assert.equal(count("source/unknown-key", files), 0);
  });

  it("leaves a bare word with an at sign outside records alone", () => {
    assert.equal(count("source/unknown-key", { "a.md": "Thanks to @jdoe.\n" }), 0);
    assert.equal(count("source/unknown-key", { "a.md": "As [@jdoe] says.\n" }), 1);
  });
});

describe("ref/in-reason", () => {
  it("speaks of citations, and of ids that something has", () => {
    const at = (reason: string): number =>
      count("ref/in-reason", {
        "a.md": cmoc("TR1", "- **C:** x", `- leads to: TR2 — ${reason}`) + cmoc("TR2", "- **C:** y"),
      });
    assert.equal(at("as @lund2010#e1 says"), 1);
    assert.equal(at("as TR1 says"), 1);
    assert.equal(at("seen in the COVID19 years"), 0);
  });
});

describe("link/stale", () => {
  const records = {
    "theory/b.md": cmoc("TR2", "- **C:** y"),
    "l/lund.md": source("l1", extract("e1", "- parked: later")),
  };
  const said = (link: string): readonly string[] =>
    told("link/stale", { ...records, "theory/a.md": cmoc("TR1", "- **C:** x", `- note: see ${link}`) });

  it("compares files, relative to the document", () => {
    assert.deepEqual(said("[TR2](b.md#whatever)"), []);
    assert.deepEqual(said("[TR2](./b.md)"), []);
    assert.equal(said("[TR2](../b.md)").length, 1);
    assert.match(said("[TR2](c.md)")[0] ?? "", /^theory\/a\.md:\[TR2\]\(c\.md\): .*theory\/b\.md/);
  });

  it("leaves links alone whose text is more than the reference, in a reason and in a note", () => {
    const inReason = (link: string): number =>
      told("link/stale", { ...records, "theory/a.md": cmoc("TR1", "- **C:** x", `- leads to: TR2 — as ${link} says`) })
        .length;
    for (const [text, count] of [
      ["TR2", 1],
      ["*TR2*", 1],
      ["our log of TR2", 0],
      ["TR2 and how we came to it", 0],
    ] as const)
      assert.equal(inReason(`[${text}](log.md)`), count, text);
    assert.equal(said("[our log of [[TR2]]](log.md)").length, 0);
  });

  it("leaves links alone that name nothing here, or go elsewhere", () => {
    assert.deepEqual(said("[Our protocol](protocol.md)"), []);
    assert.deepEqual(said("[TR2](https://example.org/b.md)"), []);
  });
});

describe("link/twice", () => {
  const lund = (...lines: readonly string[]): string => source("l1", extract("e1", ...lines));

  it("is told at the second place of one record", () => {
    const found = told("link/twice", {
      "a.md": cmoc("TR1", ...SLOTS, "- supports: @l1#e1", "- supports: @l1#e1"),
      "l.md": lund(),
    });
    assert.deepEqual(found, [
      "a.md:@l1#e1: That @l1#e1 supports TR1 is written twice, with the same slots. Once is enough.",
    ]);
  });

  it("is told at the extract when the record has it as well", () => {
    const found = told("link/twice", {
      "a.md": cmoc("TR1", ...SLOTS, "- supports: @l1#e1"),
      "l.md": lund("- supports: TR1"),
    });
    assert.equal(found.length, 1);
    assert.match(found[0] ?? "", /^l\.md:TR1: /);
  });

  it("needs the same slots, in any order, and the same stance", () => {
    const both = (one: string, other: string): number =>
      count("link/twice", { "a.md": cmoc("TR1", ...SLOTS, one), "l.md": lund(other) });
    assert.equal(both("- supports: @l1#e1 (C, M)", "- supports: TR1 (M, C)"), 1);
    assert.equal(both("- supports: @l1#e1 (C)", "- supports: TR1 (M)"), 0);
    assert.equal(both("- supports: @l1#e1", "- refutes: TR1"), 0);
  });
});

describe("evidence/excluded", () => {
  const excluded = (status: string, ...lines: readonly string[]): string =>
    sourceWith("l1", `status: ${status}\nreason: off topic\n`, extract("e1", ...lines));

  it("is told at the link, at either end", () => {
    const files = { "a.md": cmoc("TR1", ...SLOTS, "- supports: @l1#e1"), "l.md": excluded("excluded") };
    assert.match(told("evidence/excluded", files)[0] ?? "", /^a\.md:@l1#e1: @l1 is excluded/);
    const other = { "a.md": cmoc("TR1", ...SLOTS), "l.md": excluded("awaiting", "- supports: TR1") };
    assert.match(told("evidence/excluded", other)[0] ?? "", /^l\.md:TR1: @l1 awaits screening/);
  });

  it("is silent for a source without a status, one that only the bibliography has, and a retired configuration", () => {
    const at = (matter: string, status: string): number =>
      count("evidence/excluded", {
        "a.md": cmoc("TR1", ...SLOTS, `- status: ${status}`, "- supports: @l1#e1"),
        "l.md": sourceWith("l1", matter, extract("e1")),
      });
    assert.equal(at("", "candidate"), 0);
    assert.equal(at("status: excluded\nreason: x\n", "candidate"), 1);
    assert.equal(at("status: excluded\nreason: x\n", "retired"), 0);
    const bib = { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{l1, title={A}}\n" };
    assert.equal(count("evidence/excluded", { ...bib, "a.md": cmoc("TR1", ...SLOTS, "- supports: @l1") }), 0);
  });
});

describe("evidence/unlocated", () => {
  it("is told once a link of a configuration", () => {
    const l = { "l.md": source("l1", extract("e1")), "m.md": source("m1", extract("e1")) };
    assert.equal(
      count("evidence/unlocated", { ...l, "a.md": cmoc("TR1", ...SLOTS, "- supports: @l1, @m1, @m1#e1") }),
      2,
    );
    assert.equal(count("evidence/unlocated", { ...l, "a.md": cmoc("TR1", "- **C:** a place [@l1, p. 3]") }), 1);
    assert.equal(count("evidence/unlocated", { ...l, "a.md": "# Theory PT1: All\n\n- supports: @l1\n" }), 0);
    assert.equal(count("evidence/unlocated", { ...l, "a.md": cmoc("TR1", ...SLOTS, "- note: see [@l1]") }), 0);
  });
});
