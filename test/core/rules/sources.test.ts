import assert from "node:assert/strict";
import { cmoc, count, extract, SLOTS, source, sourceWith, told } from "./telling.ts";

const TR1 = { "a.md": cmoc("TR1", ...SLOTS) };

describe("extract/unlinked", () => {
  const at = (more: { readonly [path: string]: string }, ...lines: readonly string[]): number =>
    count("extract/unlinked", { ...TR1, "l.md": source("l1", extract("e1", ...lines)), ...more });

  it("counts links from either end, to configurations, theories and regularities", () => {
    assert.equal(at({}), 1);
    assert.equal(at({}, "- refines: TR1"), 0);
    assert.equal(at({ "a.md": cmoc("TR1", "- **C:** a place [@l1#e1]") }), 0);
    assert.equal(at({ "t.md": "# Theory PT1: All\n\n- counterexamples: @l1#e1\n" }), 0);
    assert.equal(at({ "t.md": "## Demi-regularity D1: All\n\n- supports: @l1#e1\n" }), 0);
    assert.equal(at({ "t.md": "## Memo 2026-03-02: On\n\n- about: @l1#e1\n" }), 1);
  });

  it("is answered by parked", () => {
    assert.equal(at({}, "- parked: kept for the discussion"), 0);
  });

  it("asks nothing of a source that may not be linked", () => {
    for (const status of ["excluded", "awaiting"])
      assert.equal(
        count("extract/unlinked", { "l.md": sourceWith("l1", `status: ${status}\nreason: x\n`, extract("e1")) }),
        0,
      );
    assert.equal(count("extract/unlinked", { "l.md": sourceWith("l1", "", extract("e1")) }), 1);
  });
});

describe("extract/stance-conflict", () => {
  const at = (...links: readonly string[]): readonly string[] =>
    told("extract/stance-conflict", { ...TR1, "l.md": source("l1", extract("e1", ...links)) });

  it("takes rows without an id for records of their own", () => {
    const table =
      "| Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|\n| a | b | c | @l1#e1 |\n| d | e | f | @l1#e1 |\n";
    const files = { ...TR1, "t.md": table, "l.md": source("l1", extract("e1", "- refutes: TR1")) };
    assert.deepEqual(told("extract/stance-conflict", files), []);
  });

  it("needs a shared slot, or no slots on either side", () => {
    assert.deepEqual(at("- supports: TR1", "- refutes: TR1"), [
      "l.md:## Extract e1: @l1#e1 both supports and refutes TR1. Name the slots that each link speaks to, or keep one of the two.",
    ]);
    assert.equal(at("- supports: TR1 (C, M)", "- refutes: TR1 (M)").length, 1);
    assert.equal(at("- supports: TR1 (C)", "- refutes: TR1 (M)").length, 0);
    assert.equal(at("- supports: TR1 (C)", "- refutes: TR1").length, 0);
    assert.equal(at("- supports: TR1", "- supports: TR1").length, 0);
  });

  it("unites what is written at both ends, and knows slots that are numbered or not", () => {
    const both = (one: string, other: string): number =>
      count("extract/stance-conflict", {
        "a.md": cmoc("TR1", ...SLOTS, one),
        "l.md": source("l1", extract("e1", other)),
      });
    assert.equal(both("- supports: @l1#e1 (O)", "- refutes: TR1 (O1)"), 1);
    assert.equal(both("- supports: @l1#e1 (O)", "- refutes: TR1 (C)"), 0);
  });
});

describe("extract/duplicate", () => {
  const at = (one: string, other: string): number =>
    count("extract/duplicate", {
      "l.md": source("l1", `## Extract e1\n\n${one}\n`, `## Extract e2\n\n${other}\n`),
      "m.md": source("m1", "## Extract e1\n\n> They met every week.\n"),
    });

  it("compares passages of one source without case and punctuation", () => {
    assert.equal(at("> They met every week.", "> they met, every week"), 2);
    assert.equal(at("> They met every week.", "> They met every day."), 0);
    assert.equal(at("- paraphrase: they met", "- paraphrase: they met"), 0);
    assert.equal(at("> …", "> …"), 0);
  });

  it("lets two coders take the same passage, and finds a third extract by one of them", () => {
    const by = (coder: string): string => `> They met every week.\n\n- coder: ${coder}`;
    assert.equal(at(by("JA"), by("RM")), 0);
    assert.equal(at(by("JA"), "> They met every week."), 2);
    const three = ["JA", "RM", "JA"].map((coder, index) => `## Extract e${index + 1}\n\n${by(coder)}\n`);
    assert.equal(count("extract/duplicate", { "l.md": source("l1", ...three) }), 2);
  });
});

describe("extract/outside", () => {
  it("is told of a heading with a quote or a page in a file that is no source's", () => {
    assert.equal(count("extract/outside", { "notes.md": "## Extract e1\n\n- at: p. 3\n" }), 1);
    assert.equal(count("extract/outside", { "notes.md": "## Extract e1\n\nSome words.\n" }), 0);
    assert.equal(count("extract/outside", { "notes.md": "## Extract from the protocol\n\nSome words.\n" }), 0);
  });
});

describe("source/no-extract", () => {
  it("asks of included sources alone", () => {
    const at = (matter: string): number => count("source/no-extract", { "l.md": sourceWith("l1", matter) });
    assert.equal(at("status: included\n"), 1);
    assert.equal(at(""), 0);
    assert.equal(at("status: awaiting\n"), 0);
    const bib = { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{l1, title={A}}\n" };
    assert.equal(count("source/no-extract", bib), 0);
  });
});

describe("source/no-appraisal", () => {
  const at = (matter: string, manifest = "", ...extracts: readonly string[]): readonly string[] =>
    told("source/no-appraisal", {
      "review.yaml": `cmoc: 1\n${manifest}`,
      "l.md": sourceWith("l1", matter, ...extracts),
    });

  it("names the scales that are missing", () => {
    assert.deepEqual(at("status: included\nrichness: rich\n"), [
      "l.md:l1: @l1 is not appraised for relevance and rigour. Add what is missing.",
    ]);
    assert.deepEqual(at("status: included\nrichness: rich\nrelevance: high\nrigor: low\n"), []);
  });

  it("asks for the review's own scales", () => {
    const own = "appraisal: { trustworthiness: [low, high] }\n";
    assert.match(at("status: included\nrelevance: high\n", own)[0] ?? "", /for trustworthiness\./);
    assert.deepEqual(at("status: included\ntrustworthiness: high\n", own), []);
    const confidence = "appraisal: { rigour: [low, high], confidence: [low, high] }\n";
    assert.deepEqual(at("status: included\nrigour: high\n", confidence), []);
  });

  it("asks nothing of a source that is out, awaits screening, or is only in the bibliography", () => {
    assert.deepEqual(at("status: excluded\nreason: x\n"), []);
    assert.deepEqual(at("status: awaiting\n"), []);
    assert.deepEqual(at(""), []);
    assert.equal(at("", "", extract("e1")).length, 1);
    const bib = { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{l1, title={A}}\n" };
    assert.deepEqual(told("source/no-appraisal", { ...bib, "a.md": cmoc("TR1", ...SLOTS, "- supports: @l1") }), []);
  });
});

describe("source/no-reason", () => {
  it("points at the status", () => {
    assert.deepEqual(told("source/no-reason", { "l.md": sourceWith("l1", "status: excluded\nreason:\n") }), [
      "l.md:excluded: @l1 is excluded with no reason. Add “reason:”.",
    ]);
    assert.equal(count("source/no-reason", { "l.md": sourceWith("l1", "status: awaiting\n") }), 0);
  });
});

describe("code/unknown and code/unused", () => {
  const coded = (line: string): string => source("l1", extract("e1", line, "- parked: later"));

  it("hold codings against the codebook, without case", () => {
    const book = { "codebook.md": "## Code Trust: People trust\n\n- role: M\n" };
    assert.equal(count("code/unknown", { ...book, "l.md": coded('- M trust: "Words"') }), 0);
    assert.equal(count("code/unused", { ...book, "l.md": coded('- M trust: "Words"') }), 0);
    assert.equal(count("code/unknown", { ...book, "l.md": coded('- code fear: "Words"') }), 1);
    assert.equal(count("code/unused", book), 1);
  });

  it("offer a code that is one slip away", () => {
    const book = { "codebook.md": "## Code shared-history: Together before\n\n- role: C\n" };
    const found = told("code/unknown", { ...book, "l.md": coded('- C shared-histroy: "Words"') });
    assert.match(found[0] ?? "", /Did you mean shared-history\?/);
  });

  it("count a code that others stand under, and leave retired ones alone", () => {
    const child = "## Code b: B\n\n- parent: a\n\n";
    assert.deepEqual(
      told("code/unused", { "c.md": `## Code a: A\n\n- role: C\n\n${child}` }).map((text) => text.split(": ")[1]),
      ["B"],
    );
    assert.equal(count("code/unused", { "c.md": "## Code a: A\n\n- retired: since March\n" }), 0);
    assert.equal(count("code/unknown", { "c.md": "## Code a: A\n\n- parent: z\n" }), 1);
    assert.equal(count("code/unknown", { "c.md": "## Code a: A\n\n- replaced by: z\n" }), 1);
  });
});

describe("coding/words-not-in-quote", () => {
  const at = (quote: string, line: string): number =>
    count("coding/words-not-in-quote", { "l.md": source("l1", `## Extract e1\n\n${quote}\n\n${line}\n`) });

  it("compares verbatim, apart from white space, quotation marks and the ends' punctuation", () => {
    assert.equal(at("> They “met\n> every week”, always.", '- C: "met every week"'), 0);
    assert.equal(at("> It’s theirs.", '- C: "It\'s theirs"'), 0);
    assert.equal(at("> They met every week.", "- C: “They met …”"), 0);
    assert.equal(at("> They met every week.", '- C: "they met"'), 1);
    assert.equal(at("> They met every week.", '- C: "met week"'), 1);
  });

  it("looks at each of several words, and at nothing where there is no quote", () => {
    assert.equal(at("> They met every week.", '- C: "They met", "every day"'), 1);
    assert.equal(at("- paraphrase: they met", '- C: "never"'), 0);
    assert.equal(at("> They met every week.", "- C:"), 0);
  });
});

describe("field/unknown", () => {
  it("speaks of a bullet that was to be a coding line only when its code is in the codebook", () => {
    const at = (book: string): readonly string[] =>
      told("field/unknown", {
        "c.md": book,
        "l.md": source("l1", extract("e1", "- C meeting: they met", "- parked: later")),
      });
    assert.deepEqual(at(""), []);
    assert.match(
      at("## Code meeting: M\n\n- role: C\n")[0] ?? "",
      /“meeting” is a code, but this bullet is read as prose/,
    );
  });

  it("names the scheme for a role that is no slot", () => {
    assert.match(
      told("field/unknown", { "a.md": cmoc("TR1", ...SLOTS, "- I: a leaflet") })[0] ?? "",
      /no slot of this review’s configurations \(CMO\)/,
    );
  });
});

describe("field/value", () => {
  it("holds appraisals against the review's scales, each coder's too", () => {
    const matter = "status: included\nrelevance: hihg\nappraisals:\n  JA: { rigour: lo }\n";
    const found = told("field/value", { "l.md": sourceWith("l1", matter, extract("e1", "- richness: thinnish")) });
    assert.deepEqual(found, [
      "l.md:hihg: “hihg” is no value of relevance. Use low, moderate or high.",
      "l.md:lo: “lo” is no value of rigour. Use low, moderate or high.",
      "l.md:thinnish: “thinnish” is no value of richness. Use thin, thick or rich.",
    ]);
  });

  it("holds a confidence against the review's own scale, else against low, moderate, high", () => {
    const at = (manifest: string): number =>
      count("field/value", {
        "review.yaml": manifest,
        "a.md": cmoc("TR1", ...SLOTS, "- confidence: very low — one study"),
      });
    assert.equal(at("cmoc: 1\n"), 1);
    assert.equal(at("appraisal: { confidence: [very low, low] }\n"), 0);
    assert.equal(at("appraisal: { confidence: [low, high] }\n"), 1);
  });

  it("is told of a link to a slot that the configuration does not have", () => {
    const at = (slots: string): readonly string[] =>
      told("field/value", { ...TR1, "l.md": source("l1", extract("e1", `- supports: TR1 (${slots})`)) });
    assert.deepEqual(at("C, O"), []);
    assert.deepEqual(at("O1"), []);
    assert.deepEqual(at("O2"), ["l.md:TR1: TR1 has no outcome 2. Its slots are C, M and O."]);
    assert.match(at("M-resource")[0] ?? "", /TR1 has no mechanism \(resource\)/);
  });
});
