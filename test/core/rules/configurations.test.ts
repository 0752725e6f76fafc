import assert from "node:assert/strict";
import { cmoc, count, extract, SLOTS, source, sourceWith, told } from "./telling.ts";

const l1 = (...lines: readonly string[]): string => source("l1", extract("e1", ...lines));

describe("cmoc/no-evidence", () => {
  it("counts evidence from either end, and at a slot", () => {
    const none = { "a.md": cmoc("TR1", ...SLOTS), "l.md": l1("- parked: later") };
    assert.equal(count("cmoc/no-evidence", none), 1);
    assert.equal(count("cmoc/no-evidence", { ...none, "l.md": l1("- refutes: TR1") }), 0);
    assert.equal(count("cmoc/no-evidence", { ...none, "a.md": cmoc("TR1", "- **C:** a place [@l1#e1]") }), 0);
    assert.equal(
      count("cmoc/no-evidence", { ...none, "a.md": cmoc("TR1", "- **C:** a place", "- note: [@l1#e1]") }),
      1,
    );
  });

  it("spares what was merged or retired", () => {
    for (const status of ["merged", "retired — folded into TR2"])
      assert.equal(count("cmoc/no-evidence", { "a.md": cmoc("TR1", ...SLOTS, `- status: ${status}`) }), 0);
  });

  it("calls a row without an id by its words", () => {
    const table = "| Context | Mechanism | Outcome |\n|---|---|---|\n| a place | trust | peace |\n";
    assert.match(told("cmoc/no-evidence", { "a.md": table })[0] ?? "", /The row “a place” has no evidence\./);
  });
});

describe("cmoc/empty-slot", () => {
  const at = (status: string, ...lines: readonly string[]): readonly string[] =>
    told("cmoc/empty-slot", { "a.md": cmoc("TR1", `- status: ${status}`, ...lines) }, true);

  it("is a warning past candidate, information before", () => {
    assert.match(at("candidate", "- **C:** x", "- **M:** y")[0] ?? "", /^info .*TR1 has no outcome/);
    assert.match(at("supported", "- **C:** x", "- **M:** y")[0] ?? "", /^warning .*TR1 has no outcome/);
    assert.match(at("refuted", "- **C:** x", "- **M:** y")[0] ?? "", /^warning /);
    assert.deepEqual(at("retired", "- **C:** x"), []);
  });

  it("points at a label with nothing after it, once", () => {
    const found = at("supported", "- **C:** x", "- **M:** y", "- **O:**");
    assert.equal(found.length, 1);
    assert.match(found[0] ?? "", /TR1 has an empty outcome\. Fill it/);
  });

  it("asks for the slots of the review's own scheme", () => {
    const files = { "review.yaml": "configuration: CIMO\n", "a.md": cmoc("TR1", ...SLOTS) };
    assert.match(told("cmoc/empty-slot", files)[0] ?? "", /TR1 has no intervention/);
    const own = "configuration: [{ letter: C, label: Context }, { letter: P, label: Process }]\n";
    assert.deepEqual(
      told("cmoc/empty-slot", { "review.yaml": own, "a.md": cmoc("TR1", "- **C:** x") }).map((text) =>
        text.split(": ").at(-1),
      ),
      ["TR1 has no process. Add it, or keep the configuration a candidate."],
    );
  });

  it("takes the parts of a mechanism for a mechanism", () => {
    assert.deepEqual(at("supported", "- **C:** x", "- **M:**", "  - resource: a fair hearing", "- **O:** z"), []);
  });

  it("can be set to another level or off, by rule and by family", () => {
    const files = { "a.md": cmoc("TR1", "- **C:** x") };
    const set = (checks: string): readonly string[] =>
      told("cmoc/empty-slot", { ...files, "review.yaml": `checks: { ${checks} }\n` }, true);
    assert.match(set("cmoc/empty-slot: error")[0] ?? "", /^error /);
    assert.match(set("cmoc: hint")[0] ?? "", /^hint /);
    assert.deepEqual(set("cmoc: off"), []);
    assert.match(set("cmoc: off, cmoc/empty-slot: info")[0] ?? "", /^info /);
  });
});

describe("slot/no-evidence", () => {
  const at = (lines: readonly string[], ...links: readonly string[]): readonly string[] =>
    told("slot/no-evidence", { "a.md": cmoc("TR1", ...lines), "l.md": l1(...links) });

  it("looks only where some link names a slot", () => {
    assert.deepEqual(at(SLOTS, "- supports: TR1"), []);
    assert.deepEqual(at(SLOTS), []);
    assert.deepEqual(at(SLOTS, "- supports: TR1 (C, M)"), [
      "a.md:peace: No extract speaks to the outcome of TR1. Link one to it, or say under it “inferred:” and why.",
    ]);
  });

  it("knows slots by number, and all of a role without one", () => {
    const two = ["- **C:** a place", "- **O1:** peace", "- **O2:** quiet"];
    assert.deepEqual(at(two, "- supports: TR1 (C, O)"), []);
    assert.match(at(two, "- supports: TR1 (C, O1)")[0] ?? "", /^a\.md:quiet: .*the outcome 2 of TR1/);
  });

  it("knows the parts of a mechanism", () => {
    const parts = ["- **M:**", "  - resource: a hearing", "  - reasoning: they feel heard"];
    assert.match(at(parts, "- supports: TR1 (M-resource)")[0] ?? "", /the reasoning of TR1/);
    assert.deepEqual(at(parts, "- supports: TR1 (M)"), []);
  });

  it("is answered by inferred, and counts links at the slot itself", () => {
    assert.deepEqual(at(["- **C:** a place", "- **M:** trust", "  - inferred: by us"], "- supports: TR1 (C)"), []);
    const own = ["- **C:** a place [@l1#e1]", "- **M:** trust"];
    assert.match(at(own)[0] ?? "", /the mechanism of TR1/);
  });
});

describe("cmoc/refuted", () => {
  const at = (status: string, line: string, ...links: readonly string[]): readonly string[] =>
    told("cmoc/refuted", { "a.md": cmoc("TR1", ...SLOTS, `- status: ${status}`, line), "l.md": l1(...links) });

  it("holds for supported and refined configurations alone", () => {
    assert.match(at("supported", "- refutes: @l1#e1")[0] ?? "", /TR1 is supported, yet an extract refutes it/);
    assert.equal(at("refined", "", "- refutes: TR1").length, 1);
    assert.equal(at("refuted", "- refutes: @l1#e1").length, 0);
    assert.equal(at("candidate", "- refutes: @l1#e1").length, 0);
    assert.equal(at("supported", "- supports: @l1#e1").length, 0);
  });

  it("is answered by a reason at a link, at either end, or by a note", () => {
    assert.equal(at("supported", "- refutes: @l1#e1 — the merger was imposed").length, 0);
    assert.equal(at("supported", "- refutes: @l1#e1", "- refutes: TR1 — imposed").length, 0);
    assert.equal(at("supported", "- refutes: @l1#e1\n- note: it was imposed").length, 0);
  });
});

describe("cmoc/single-source", () => {
  const at = (one: string, other: string): readonly string[] =>
    told("cmoc/single-source", {
      "a.md": cmoc("TR1", ...SLOTS, "- supports: @l1#e1, @m1#e1"),
      "l.md": sourceWith("l1", one, extract("e1")),
      "m.md": sourceWith("m1", other, extract("e1")),
    });

  it("counts studies, not reports", () => {
    assert.deepEqual(at("", ""), []);
    assert.deepEqual(at("study: leeds\n", "study: hull\n"), []);
    assert.match(at("study: leeds\n", "study: leeds\n")[0] ?? "", /comes from one study, leeds\./);
    assert.match(at("study: m1\n", "")[0] ?? "", /one study, m1\./);
  });
});

describe("cmoc/thin-evidence", () => {
  const at = (matter: string, manifest = "", ...lines: readonly string[]): number =>
    count("cmoc/thin-evidence", {
      "review.yaml": `cmoc: 1\n${manifest}`,
      "a.md": cmoc("TR1", ...SLOTS, "- supports: @l1#e1"),
      "l.md": sourceWith("l1", matter, extract("e1", ...lines)),
    });

  it("knows the lowest of the review's own scale", () => {
    assert.equal(at("richness: thin\n"), 1);
    assert.equal(at("richness: thick\n"), 0);
    const scale = "appraisal: { richness: [poor, fair] }\n";
    assert.equal(at("richness: Poor\n", scale), 1);
    assert.equal(at("richness: thin\n", scale), 0);
  });

  it("lets the extract's own value go before its source's", () => {
    assert.equal(at("richness: thin\n", "", "- richness: rich"), 0);
    assert.equal(at("richness: rich\n", "", "- richness: thin"), 1);
  });

  it("knows kinds of text that only give an opinion", () => {
    for (const type of ["commentary", "Editorial", "conference abstract", "opinion piece"])
      assert.equal(at(`type: ${type}\n`), 1, type);
    for (const type of ["abstraction study", "qualitative"]) assert.equal(at(`type: ${type}\n`), 0, type);
  });

  it("needs all evidence to be thin", () => {
    const files = {
      "a.md": cmoc("TR1", ...SLOTS, "- supports: @l1#e1, @m1#e1"),
      "l.md": sourceWith("l1", "richness: thin\n", extract("e1")),
      "m.md": sourceWith("m1", "richness: rich\n", extract("e1")),
    };
    assert.equal(count("cmoc/thin-evidence", files), 0);
  });
});

describe("cmoc/no-theory", () => {
  it("is content with the theory's list, a range in it, or the configuration's own word", () => {
    const at = (theory: string, ...lines: readonly string[]): number =>
      count("cmoc/no-theory", { "a.md": cmoc("TR1", ...SLOTS, "- status: supported", ...lines), "t.md": theory });
    assert.equal(at(""), 1);
    assert.equal(at("# Theory PT1: All\n\n- configurations: TR1-TR2\n"), 0);
    assert.equal(at("# Theory PT1: All\n\n- stage: initial\n", "- theory: PT1"), 0);
    assert.equal(at("# Theory PT1: All\n\n- draws on: @l1 — not [[TR1]]\n"), 1);
    assert.equal(at("## Demi-regularity D1: All\n\n- configurations: TR1\n"), 1);
  });
});

describe("cmoc/duplicate", () => {
  const two = (one: readonly string[], other: readonly string[]): number =>
    count("cmoc/duplicate", { "a.md": cmoc("TR1", ...one), "b.md": cmoc("TR2", ...other) });

  it("compares slots without order, case and punctuation, across spellings", () => {
    assert.equal(two(SLOTS, ["- **O:** Peace.", "- **M:** trust", "- **C:** a  place"]), 2);
    assert.equal(two(SLOTS, ["When in a place (C), trust (M) and peace (O)."]), 0);
    assert.equal(two(SLOTS, ["a place (C), trust (M), peace (O)"]), 2);
    assert.equal(two(SLOTS, ["- **C:** a place", "- **M:** trust", "- **O (absent):** peace"]), 0);
  });

  it("finds a copy in another file, and spares what was merged", () => {
    const copy = cmoc("TR1", ...SLOTS);
    assert.equal(count("cmoc/duplicate", { "a.md": copy, "b.md": copy }), 0, "one record twice is id/duplicate");
    assert.equal(two(SLOTS, [...SLOTS, "- status: merged"]), 0);
    assert.equal(two(["- **C:** a place"], ["- **C:** a place"]), 0, "one slot is no configuration yet");
  });
});

describe("cmoc/rival", () => {
  const other = ["- **C:** a place", "- **M:** trust", "- **O:** war"];
  const at = (more: string, ...lines: readonly string[]): number =>
    count("cmoc/rival", { "a.md": cmoc("TR1", ...SLOTS, ...lines), "b.md": cmoc("TR2", ...other), "c.md": more });

  it("is told at both", () => {
    assert.equal(at(""), 2);
  });

  it("is answered by a link, a moderator, or a regularity with moderators", () => {
    assert.equal(at("", "- rival of: TR2"), 0);
    assert.equal(at("", "- specialises: TR2"), 0);
    assert.equal(at(cmoc("TR3", "- **C:** late", "- moderates: TR2")), 0);
    assert.equal(at("## Demi-regularity D1: Both\n\n- configurations: TR1, TR2\n- moderators: time\n"), 0);
    assert.equal(at("## Demi-regularity D1: Both\n\n- configurations: TR1, TR2\n- boundary: none\n"), 2);
    assert.equal(at("", "- rival of: TR1"), 2);
  });

  it("does not take the absence of a mechanism for a rival", () => {
    const files = {
      "a.md": cmoc("TR1", ...SLOTS),
      "b.md": cmoc("TR2", "- **C:** a place", "- **M:** trust", "- **O (absent):** war"),
    };
    assert.equal(count("cmoc/rival", files), 0);
  });
});

describe("cmoc/restated", () => {
  const row = (outcome: string): string =>
    `| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR1 | a place | trust | ${outcome} |\n`;

  it("is told at the record when a row says something else", () => {
    const at = (outcome: string): readonly string[] =>
      told("cmoc/restated", { "a.md": cmoc("TR1", ...SLOTS), "b.md": row(outcome) });
    assert.deepEqual(at("Peace"), []);
    assert.equal(at("calm").length, 1);
    assert.match(at("calm")[0] ?? "", /^a\.md:TR1: /);
  });
});

describe("cmoc/no-reason", () => {
  it("takes any dash", () => {
    for (const dash of ["—", "–", "-", "--"])
      assert.equal(
        count("cmoc/no-reason", { "a.md": cmoc("TR1", ...SLOTS, `- confidence: low ${dash} one study`) }),
        0,
      );
    assert.equal(count("cmoc/no-reason", { "a.md": cmoc("TR1", ...SLOTS, "- confidence: low") }), 1);
    assert.equal(count("cmoc/no-reason", { "a.md": cmoc("TR1", ...SLOTS) }), 0);
  });
});

describe("theory/retired-cmoc", () => {
  const at = (line: string, status = "merged"): readonly string[] =>
    told("theory/retired-cmoc", {
      "a.md": cmoc("TR1", ...SLOTS, `- status: ${status}`),
      "t.md": `# Theory PT1: All\n\n${line}\n`,
    });

  it("is told where the theory cites it, in a field or in prose", () => {
    assert.match(at("- configurations: TR1")[0] ?? "", /^t\.md:TR1: PT1 names TR1, which is merged/);
    assert.equal(at("Trust grows [[TR1]].", "retired").length, 1);
    assert.equal(at("- configurations: TR1", "refuted").length, 0);
    assert.equal(at("- replaces: PT0\n- note: once TR1").length, 0);
  });
});

describe("theory/no-counterexample", () => {
  const at = (...lines: readonly string[]): number =>
    count("theory/no-counterexample", { "t.md": `# Theory PT1: All\n\n${lines.join("\n")}\n`, "l.md": l1() });

  it("wants a word on them once a theory is refined", () => {
    assert.equal(at("- stage: candidate"), 0);
    assert.equal(at("- stage: refined"), 1);
    assert.equal(at("- stage: final", "- counterexamples:"), 1);
    assert.equal(at("- stage: final", "- counterexamples: none found"), 0);
    assert.equal(at("- stage: final", "- counterexamples: @l1#e1 — an imposed merger"), 0);
    assert.equal(at("- stage: final", "- refutes: @l1#e1"), 0);
    assert.equal(at("- stage: final", "- supports: @l1#e1"), 1);
  });
});
