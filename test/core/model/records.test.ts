import assert from "node:assert/strict";
import { cmocsIn, recordsIn, rulesIn, slotsIn, sourceFile } from "../reviews.ts";

const ids = (text: string): readonly string[] => cmocsIn(text).map((cmoc) => cmoc.id);
const body = "\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n";

describe("headings of records", () => {
  const opening: readonly [string, string][] = [
    ["## CMOC TR2: Trust", "TR2"],
    ["## CMOC TR2 – Trust", "TR2"],
    ["## CMOC TR2 - Trust", "TR2"],
    ["## cmoc TR2", "TR2"],
    ["## CMO TR2", "TR2"],
    ["# CMO configuration 4", "CMOC4"],
    ["### Configuration 4: Trust", "CMOC4"],
    ["## CMOC1", "CMOC1"],
    ["## CMO-4: x", "CMOC4"],
    ["## ICAMO 7", "CMOC7"],
    ["## CMOC 4a", "CMOC4a"],
    ["## **CMOC TR2**: Trust", "TR2"],
    ["## CMOC Ü2: Umlaut", "Ü2"],
    ["## CMOC الثقة1", "الثقة1"],
    ["## CMOC Доверие1", "Доверие1"],
    ["## CMOC 信任1", "信任1"],
    ["CMOC TR2: Trust\n===", "TR2"],
  ];
  for (const [heading, id] of opening) {
    it(`${JSON.stringify(heading)} opens ${id}`, () => assert.deepEqual(ids(heading + body), [id]));
  }

  const ordinary = [
    "## Code availability\n\nOn request.\n",
    "## Code review: how we work\n\nIn pairs.\n",
    "## Configuration files\n\n- C: the drive\n",
    "## Theory and methods\n\n- stage: two\n",
    "## Memo to the team\n\n- by: all of us\n",
    "> ## CMOC TR2: quoted\n>\n> - **C:** a place\n",
    "- ## CMOC TR2: listed\n",
    "```\n## CMOC TR2\n```\n",
    "<!-- cmoc: off -->\n## CMOC TR2: kept out\n\n- **C:** a place\n",
  ];
  for (const text of ordinary) {
    it(`${JSON.stringify(text.slice(0, 40))} opens nothing and is not complained about`, () => {
      for (const kind of ["cmoc", "theory", "code", "memo", "extract"] as const)
        assert.deepEqual(recordsIn({ "a.md": text }, kind), []);
      assert.deepEqual(rulesIn({ "a.md": text }), []);
    });
  }

  it("an id without a digit opens a record where a field of its kind stands", () => {
    assert.equal(
      recordsIn({ "a.md": "## Code trust: To trust\n\n- definition: to be vulnerable\n" }, "code")[0]?.id,
      "trust",
    );
    assert.deepEqual(ids(`## CMOC trust: Trust${body}`), ["trust"]);
    assert.deepEqual(ids("## CMOC trust: Trust\n\nSome words.\n"), []);
  });

  it("warns of a heading that is nearly a configuration's", () => {
    assert.deepEqual(rulesIn({ "a.md": "## CMOC 4 (revised)\n\nWords.\n" }), ["id/form"]);
  });

  it("a record ends at a heading of its level and never resumes", () => {
    const text = `## CMOC TR1: One\n\n- **C:** a place\n\n### More\n\n- **M:** trust\n\n### CMOC TR2: Two\n\n- **C:** a time\n\n### Rest\n\n- **O:** peace\n`;
    const [one, two, ...others] = cmocsIn(text);
    assert.deepEqual(
      one.slots.map((slot: { text: string }) => slot.text),
      ["a place", "trust"],
    );
    assert.deepEqual(
      two.slots.map((slot: { text: string }) => slot.text),
      ["a time"],
    );
    assert.deepEqual(others, []);
  });
});

describe("slots in fields", () => {
  it("are read in any order, spelling and number", () => {
    assert.deepEqual(
      slotsIn(
        "## CMOC 1\n\n- O: peace\n- Contexts: a place\n- **M1:** trust\n- Outcome (final): joy\n- O (absent): war\n",
      ),
      ["O: peace", "C: a place", "M1: trust", "O final: joy", "O absent: war"],
    );
  });

  it("split a mechanism into its parts", () => {
    assert.deepEqual(
      slotsIn("## CMOC 1\n\n- **M:** trust grows\n  - resource: a fair process\n  - reasoning: partners accept it\n"),
      ["M: trust grows", "M resource: a fair process", "M reasoning: partners accept it"],
    );
    assert.deepEqual(
      slotsIn("## CMOC 1\n\n- **M:**\n  - resource: a fair process\n  - response: partners accept it\n"),
      ["M resource: a fair process", "M reasoning: partners accept it"],
    );
  });

  it("take nested bullets as slots under a label without text", () => {
    assert.deepEqual(slotsIn("## CMOC 1\n\n- Outcomes:\n  - peace\n  - O: joy\n- Context:\n  - C2: a place\n"), [
      "O: peace",
      "O: joy",
      "C2: a place",
    ]);
  });

  it("keep a citation out of the words, as evidence for that slot", () => {
    const files = {
      "a.md":
        "## CMOC 1\n\n- **C:** partners resolve conflict [@lund2010#e7, p. 3]\n- **O:** a\n- **O:** b\n  - refutes: @lund2010#e8\n",
      "lund.md": sourceFile("lund2010", ""),
    };
    const [cmoc] = recordsIn(files, "cmoc");
    assert.equal(cmoc.slots[0].text, "partners resolve conflict");
    assert.deepEqual(cmoc.evidence, [
      { source: "lund2010", extract: "@lund2010#e7", stance: "supports", slots: ["C"] },
      { source: "lund2010", extract: "@lund2010#e8", stance: "refutes", slots: ["O2"] },
    ]);
  });

  it("report a slot of another scheme, and a bullet that begins with a role", () => {
    assert.deepEqual(
      rulesIn({ "a.md": "## CMOC 1\n\n- **C:** a place\n- I: a leaflet\n" }).filter((rule) => rule.startsWith("field")),
      ["field/unknown"],
    );
    assert.deepEqual(
      rulesIn({ "a.md": "## CMOC 1\n\n- **C:** a place\n- Mechanism — trust grows\n" }).filter((rule) =>
        rule.startsWith("field"),
      ),
      ["field/unknown"],
    );
    assert.deepEqual(slotsIn("## CMOC 1\n\n- I: a leaflet\n- C: a place\n", "configuration: CIMO\n"), [
      "I: a leaflet",
      "C: a place",
    ]);
  });

  it("may have letters of the review's own", () => {
    const manifest = "configuration:\n  - { letter: P, label: Process }\n";
    assert.deepEqual(slotsIn("## CMOC 1\n\n- P: meetings\n- Process: talks\n- C: a place\n", manifest), [
      "P: meetings",
      "P: talks",
      "C: a place",
    ]);
  });
});

describe("the three spellings", () => {
  const wanted = ["C: partners share a vision", "M: they quarrel less", "O1: come to trust each other"];
  it("give the same slots", () => {
    const sentence =
      "## CMOC CF4: Vision\n\nWhen partners share a vision (C), they quarrel less (M) and come to trust each other (O1).\n";
    const fields =
      "## CMOC CF4: Vision\n\n- C: partners share a vision\n- M: they quarrel less\n- O1: come to trust each other\n";
    const table =
      "## CMOC CF4: Vision\n\n| Context | Mechanism | Outcome 1 |\n|---|---|---|\n| partners share a vision | they quarrel less | come to trust each other |\n";
    assert.deepEqual(slotsIn(sentence), wanted);
    assert.deepEqual(slotsIn(fields), wanted);
    assert.deepEqual(slotsIn(table), wanted);
  });

  it("fields come before a sentence", () => {
    assert.deepEqual(slotsIn("## CMOC 1\n\n- C: a place\n\nWhen it rains (C), people stay in (M).\n"), ["C: a place"]);
  });

  it("a table's rows are configurations, with or without an id", () => {
    const rows = cmocsIn(
      "# T\n\n| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR3 | a place | trust | peace |\n| | a time | fear | war |\n| 4 | x | y | z |\n",
    );
    assert.deepEqual(
      rows.map((row) => row.id),
      ["TR3", "a.md:6", "CMOC4"],
    );
  });

  it("a row whose id a heading defines only restates it", () => {
    const text =
      "## CMOC TR3: Trust\n\n- C: a place\n\n# Table\n\n| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR3 | a place | trust | peace |\n";
    assert.equal(cmocsIn(text).length, 1);
  });
});
