import assert from "node:assert/strict";
import { Checker } from "../../../../src/core/check.ts";
import { ConfigurationTree, type ConfigurationTreeOptions } from "../../../../src/core/features/tree.ts";
import { ALL_RULES } from "../../../../src/core/rules/index.ts";
import { type Files, reviewOf } from "../../reviews.ts";
import { drawn, nodeIn } from "./drawing.ts";

const FILES: Files = {
  "theory/trust.md": `## CMOC TR2: Constructive conflict resolution builds trust

- status: supported
- theme: Partnership functioning / Trust
- **C:** partners resolve conflict constructively
- layer of nothing: x
- **M:** trust grows
  - resource: a fair process
  - reasoning: they accept being vulnerable
- **O:** more faith
- leads to: SY3 — in the second year

## CMOC TR10: Ten

- status: retired
- theme: Partnership functioning / Trust
- **C:** a place
  - layer: macro

## CMOC TR9

- **C:** nobody knows *why*
  - layer: individual
- moderates: TR2
`,
  "theory/synergy.md": `## CMOC SY3: Faith feeds synergy

- theme: Synergy
- **C:** faith
- leads to: TR2, SY9
- supports: @okafor2014, @gone2000#e1
`,
  "theory/pt.md":
    "# Theory PT2: Trust first\n\n- configurations: TR2, TR10\n\n# Theory PT10: Later\n\n- configurations: SY3\n\n# Theory PT9\n",
  "sources/okafor2014.md": `---
citekey: okafor2014
---

## Extract e1

> Partners were quick to trust one another.

- at: p. 412
- supports: TR2 (C, M resource)

## Extract e2

> They fell out.

- refutes: TR2
`,
};

function tree(options?: ConfigurationTreeOptions, files: Files = FILES): ConfigurationTree {
  return new ConfigurationTree(reviewOf(files), options);
}

describe("the tree of configurations", () => {
  it("shows groups, configurations, slots, evidence by stance, and where they lead", () => {
    assert.deepEqual(drawn(tree()), [
      "Synergy | 1",
      "  SY3  Faith feeds synergy | ✓2 · 2 sources",
      "    C  faith",
      "    Evidence | 2",
      "      Supports | 2",
      "        @okafor2014",
      "        @gone2000#e1 | unknown",
      "    leads to TR2  Constructive conflict resolution builds trust",
      "      leads to SY3  Faith feeds synergy | a loop · in the second year",
      "    leads to SY9 | unknown",
      "    Follows from | 1",
      "      TR2  Constructive conflict resolution builds trust",
      "Partnership functioning | 2",
      "  Trust | 2",
      "    TR2  Constructive conflict resolution builds trust | ✓1 ✗1 · 1 source",
      "      C  partners resolve conflict constructively | ✓1",
      "      M  trust grows | none",
      "        resource  a fair process | ✓1",
      "        reasoning  they accept being vulnerable | none",
      "      O  more faith | none",
      "      Evidence | 2",
      "        Supports | 1",
      "          @okafor2014#e1  “Partners were quick to trust one another.” | p. 412 (C, M resource)",
      "        Refutes | 1",
      "          @okafor2014#e2  “They fell out.”",
      "      leads to SY3  Faith feeds synergy | in the second year",
      "        leads to TR2  Constructive conflict resolution builds trust | a loop",
      "        leads to SY9 | unknown",
      "      Follows from | 1",
      "        SY3  Faith feeds synergy",
      "    TR10  Ten | retired · no evidence",
      "      C (macro)  a place",
      "No theme | 1",
      "  TR9  nobody knows why | no evidence",
      "    C (individual)  nobody knows why",
      "    moderates TR2  Constructive conflict resolution builds trust",
    ]);
  });

  it("groups by theory, one that holds nothing included; by status, by layer", () => {
    assert.deepEqual(
      drawn(tree({ by: "theory" }), "open").filter((line) => !line.startsWith(" ")),
      ["PT2  Trust first | 2", "PT9 | 0", "PT10  Later | 1", "No theory | 1"],
    );
    assert.deepEqual(
      tree({ by: "status" })
        .roots()
        .map(({ label, icon }) => [label, icon?.name]),
      [
        ["candidate", "circle-outline"],
        ["supported", "circle-filled"],
        ["retired", "archive"],
      ],
    );
    assert.deepEqual(drawn(tree({ by: "layer" }), "open").slice(0, 4), [
      "individual | 1",
      "  TR9  nobody knows why | no evidence",
      "macro | 1",
      "  TR10  Ten | retired · no evidence",
    ]);
  });

  it("sorts as in the files, by natural order of ids, by amount of evidence", () => {
    const ids = (options: ConfigurationTreeOptions): readonly string[] => {
      const files = {
        "a.md": "## CMOC TR10: x\n\n- C: x\n\n## CMOC TR2: x\n\n- C: x\n\n## CMOC 信任9: x\n\n- C: x\n",
        "b.md": "## CMOC TR1: x\n\n- C: x\n- supports: @a, @b\n\n## CMOC TR02: x\n\n- supports: @a\n",
      };
      const made = tree(options, files);
      return made.children(made.roots()[0]?.id ?? "").map(({ label }) => label.split(" ")[0] ?? "");
    };
    assert.deepEqual(ids({}), ["TR10", "TR2", "信任9", "TR1", "TR02"]);
    assert.deepEqual(ids({ sort: "id" }), ["TR1", "TR02", "TR2", "TR10", "信任9"]);
    assert.deepEqual(ids({ sort: "evidence" }), ["TR1", "TR02", "TR10", "TR2", "信任9"]);
  });

  it("keeps what has every word in its id, title, theme, status or slots", () => {
    const found = (filter: string): readonly string[] =>
      drawn(tree({ filter }), "open")
        .filter((line) => / \| .*(?:evidence|source)/.test(line))
        .map((line) => line.trim().split(" ")[0] ?? "");
    assert.deepEqual(found("VULNERABLE trust"), ["TR2"]);
    assert.deepEqual(found("tr1"), ["TR10"]);
    assert.deepEqual(found("knows WHY"), ["TR9"]);
    assert.deepEqual(found("retired functioning"), ["TR10"]);
    assert.deepEqual(found("nothing like it"), []);
    assert.deepEqual(found(" … "), ["SY3", "TR2", "TR10", "TR9"]);
    assert.equal(tree({ filter: "vulnerable" }).find("r:tr9"), undefined);
    assert.equal(tree({ filter: "vulnerable" }).roots()[0]?.description, "1");
  });

  it("speaks each row in words", () => {
    const made = tree();
    const said = (label: string): string => nodeIn(made, label).accessibility;
    assert.equal(
      made.find("r:tr2")?.accessibility,
      "TR2, Constructive conflict resolution builds trust, supported, 1 extract supports, 1 refutes, from 1 source",
    );
    assert.equal(said("Partnership functioning"), "Partnership functioning, theme, 2 configurations");
    assert.equal(said("Synergy"), "Synergy, theme, 1 configuration");
    assert.equal(said("SY3"), "SY3, Faith feeds synergy, candidate, 2 pieces of evidence support, from 2 sources");
    assert.equal(said("M"), "Mechanism, trust grows, no evidence of its own");
    assert.equal(said("resource"), "Resource, a fair process, 1 extract supports");
    assert.equal(said("Evidence"), "Evidence, 2 pieces of evidence support, from 2 sources");
    assert.equal(
      said("@okafor2014#e1"),
      "@okafor2014#e1 supports, speaks to C and M (resource), p. 412, “Partners were quick to trust one another.”",
    );
    assert.equal(said("leads to SY9"), "leads to SY9, unknown");
    assert.match(
      drawn(made).length > 0 ? nodeIn(made, "Follows from").accessibility : "",
      /^Follows from 1 configuration$/,
    );
    assert.equal(tree({ by: "theory" }).roots()[0]?.accessibility, "PT2, Trust first, theory, 2 configurations");
  });

  it("says where rows lead, what they stand for and what can be done with them", () => {
    const made = tree();
    const at = (label: string): string => {
      const { uri, span } = nodeIn(made, label).place ?? { uri: "", span: { start: 0, end: 0 } };
      return (FILES[uri] ?? "").slice(span.start, span.end).trim();
    };
    assert.equal(at("TR10"), "## CMOC TR10: Ten");
    assert.equal(at("M"), "trust grows");
    assert.equal(at("@okafor2014#e2"), "## Extract e2");
    assert.equal(at("leads to SY9"), "SY9");
    assert.equal(at("@gone2000#e1"), "@gone2000#e1");
    assert.equal(made.find("r:tr2")?.record, "r:tr2");
    assert.deepEqual(made.find("r:tr2")?.actions, ["supportable", "joinable"]);
    assert.equal(nodeIn(made, "reasoning").slot, 3);
    assert.equal(nodeIn(made, "reasoning").record, "r:tr2");
    assert.deepEqual(nodeIn(made, "@okafor2014#e1").link, { stance: "supports", of: "r:tr2" });
    assert.deepEqual(nodeIn(made, "@gone2000#e1").actions, ["unlinkable"]);
    assert.deepEqual(nodeIn(tree({ by: "theory" }), "PT2").actions, ["supportable"]);
    assert.equal(nodeIn(tree({ by: "theory" }), "PT2").record, "r:pt2");
  });

  it("colours roles, those of a review's own by the last three", () => {
    const own = "cmoc: 1\nconfiguration: [{ letter: P, label: Process }, { letter: Q, label: Quality }]\n";
    const made = tree({}, { "review.yaml": own, "a.md": "## CMOC TR1\n\n- C: x\n- M: y\n- P: z\n- Q: w\n" });
    assert.deepEqual(
      ["C", "M", "P", "Q"].map((letter) => nodeIn(made, letter).icon?.tone),
      ["C", "M", "I", "A"],
    );
  });

  it("marks what has warnings or errors", () => {
    const review = reviewOf(FILES);
    const checker = new Checker(review, ALL_RULES);
    checker.update();
    const made = new ConfigurationTree(review, { problems: (uri) => checker.problems(uri) });
    assert.match(nodeIn(made, "SY3").description, /^✓2 · 2 sources ⚠$/);
    assert.match(nodeIn(made, "SY3").accessibility, /, \d problems?$/);
    const quiet = new ConfigurationTree(review, { problems: () => [] });
    assert.doesNotMatch(nodeIn(quiet, "SY3").description, /⚠/);
  });

  it("finds a record by name and by place, a row of a table and a slot's line included", () => {
    const table = "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR1 | a | b | c |\n|  | d | e | f |\n";
    const made = tree({}, { ...FILES, "t.md": table });
    assert.equal(made.find("r:tr10")?.label, "TR10  Ten");
    const trust = FILES["theory/trust.md"] ?? "";
    for (const words of ["## CMOC TR2", "more faith", "in the second year"])
      assert.equal(made.find({ uri: "theory/trust.md", offset: trust.indexOf(words) })?.record, "r:tr2", words);
    assert.equal(made.find({ uri: "t.md", offset: table.indexOf("| b |") })?.record, "r:tr1");
    assert.equal(made.find({ uri: "t.md", offset: table.indexOf("| e |") })?.label, "d");
    assert.equal(made.find({ uri: "t.md", offset: 3 }), undefined);
    assert.equal(made.find({ uri: "nowhere.md", offset: 3 }), undefined);
    assert.equal(made.find("r:nothing"), undefined);
    assert.equal(made.find("x:okafor2014#e1"), undefined);
    assert.equal(tree({ by: "theory" }).find("r:pt10")?.label, "PT10  Later");
    const node = made.find("r:tr2");
    assert.equal(made.parent(node ?? "")?.label, "Trust");
    assert.equal(made.parent(made.parent(node ?? "") ?? "")?.label, "Partnership functioning");
  });

  it("opens its groups in a small review, and where it is filtered", () => {
    const many = Array.from({ length: 61 }, (_, at) => `## CMOC TR${at}: x${at}\n\n- C: x\n`).join("\n");
    assert.deepEqual(
      tree()
        .roots()
        .map(({ children }) => children),
      ["open", "open", "open"],
    );
    assert.equal(tree({}, { "a.md": many }).roots()[0]?.children, "closed");
    assert.equal(tree({ filter: "x7" }, { "a.md": many }).roots()[0]?.children, "open");
  });
});

describe("what the tree of configurations is told", () => {
  it("refreshes the one row that a keystroke changes, and those that name it", () => {
    const review = reviewOf(FILES);
    const made = new ConfigurationTree(review);
    made.roots();
    const type = (uri: string, from: string, to: string): readonly string[] | "all" => {
      const text = (review.text(uri) ?? "").replace(from, to);
      const told = made.update(review.set({ uri, version: 1, text }));
      if (told === "all") made.roots();
      return told === "all" ? told : told.map(({ label }) => label.split(" ")[0] ?? "");
    };
    assert.deepEqual(type("theory/trust.md", "a place", "a far place"), ["TR10"]);
    assert.deepEqual(type("theory/trust.md", "TR2: Con", "TR2: More con"), ["TR2", "SY3", "TR9"]);
    assert.deepEqual(type("sources/okafor2014.md", "They fell", "They soon fell"), ["TR2"]);
    assert.deepEqual(type("sources/okafor2014.md", "refutes: TR2", "refutes: SY3"), ["TR2", "SY3"]);
    assert.deepEqual(type("theory/synergy.md", "theme: Synergy", "theme: Energy"), "all");
    assert.deepEqual(type("theory/trust.md", "## CMOC TR9", "## CMOC TR99"), "all");
    assert.deepEqual(type("theory/pt.md", "Trust first", "Trust last"), []);
    assert.deepEqual(type("theory/pt.md", "Trust last", "Trust last"), []);
  });

  it("is new where the manifest changes how records are read", () => {
    const review = reviewOf(FILES);
    const made = new ConfigurationTree(review);
    made.roots();
    assert.equal(
      made.update(review.set({ uri: "review.yaml", version: 1, text: "cmoc: 1\nconfiguration: CIMO\n" })),
      "all",
    );
  });
});
