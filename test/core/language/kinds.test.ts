/** Every spelling of every kind, in headings and in references; ids in any script and form. */
import assert from "node:assert/strict";
import { idsOfRange, rangeOf } from "../../../src/core/ids.ts";
import type { Kind } from "../../../src/core/vocabulary.ts";
import { cmocsIn, recordsIn, rulesIn } from "../reviews.ts";
import { named, readRecord } from "./records.ts";

const CMOC = [
  "CMOC",
  "CMO",
  "ICAMO",
  "ICMO",
  "CIMO",
  "SCMO",
  "CMOC configuration",
  "CMO configuration",
  "ICAMO configuration",
  "ICMO configuration",
  "CIMO configuration",
  "SCMO configuration",
  "Context-mechanism-outcome configuration",
  "Context–mechanism–outcome configuration",
  "Context mechanism outcome configuration",
  "Context, mechanism, outcome configuration",
  "Configuration",
];
const SPELLINGS: readonly [Kind, string, readonly string[]][] = [
  ["cmoc", "CMOC4", CMOC],
  ["theory", "Theory4", ["Theory", "Programme theory", "Program theory"]],
  [
    "demi-regularity",
    "Demi-regularity4",
    ["Demi-regularity", "Demiregularity", "Demi regularity", "Demi-reg", "Demi-reg.", "Demireg", "Demi‐regularity"],
  ],
  ["code", "4", ["Code"]],
  ["memo", "4", ["Memo"]],
];
const SOURCE = "---\ncitekey: l1\n---\n\n";

for (const [kind, id, spellings] of SPELLINGS) {
  describe(`a ${kind}'s heading`, () => {
    const ids = (heading: string): readonly string[] =>
      recordsIn({ "a.md": `${heading}\n\nWords.\n` }, kind).map((record) => record.id);
    for (const spelling of spellings)
      it(`may begin with ${spelling}`, () => {
        for (const written of [spelling, spelling.toUpperCase(), spelling.toLowerCase()])
          assert.deepEqual(ids(`## ${written} X4: Title`), ["X4"], written);
        for (const before of [" ", "  ", "", "-", "‑", "–"])
          assert.deepEqual(ids(`## ${spelling}${before}4: Title`), [id], JSON.stringify(before));
        assert.deepEqual(ids(`## ${spelling}s 4`), []);
        assert.deepEqual(ids(`## A ${spelling} 4`), []);
      });
  });
}

describe("an id without a digit", () => {
  it("does for a configuration with a slot under it, save after the everyday word", () => {
    for (const spelling of CMOC)
      assert.equal(
        cmocsIn(`## ${spelling} trust: x\n\n- C: a place\n`).length,
        spelling === "Configuration" ? 0 : 1,
        spelling,
      );
  });

  it("does for the others with a field that is theirs alone", () => {
    for (const [kind, line, isRecord] of [
      ["theory", "stage: final", true],
      ["theory", "scope: programme", true],
      ["theory", "draws on: @l1", true],
      ["theory", "note: so", false],
      ["demi-regularity", "moderators: time", true],
      ["demi-regularity", "supports: @l1#e1", false],
      ["code", "definition: so", true],
      ["code", "parent: faith", true],
      ["code", "tags: a", false],
      ["memo", "about: TR1", true],
      ["memo", "hope: so", false],
    ] as readonly [Kind, string, boolean][])
      assert.equal(recordsIn({ "a.md": `## ${kind} trust\n\n- ${line}\n` }, kind).length, isRecord ? 1 : 0, line);
  });
});

describe("an extract's heading", () => {
  it("keeps a number as it is", () => {
    for (const heading of ["Extract 4", "EXTRACT 4", "extract4", "Extract-4"])
      assert.deepEqual(
        recordsIn({ "a.md": `${SOURCE}## ${heading}: Title\n` }, "extract").map((record) => record.id),
        ["@l1#4"],
      );
  });
});

describe("a title", () => {
  it("follows a colon or a spaced dash of any kind", () => {
    for (const sign of [": ", ":", " : ", "：", " - ", " – ", " — ", " ‒ ", " ― ", " − ", " -- ", " --- "]) {
      const [record] = cmocsIn(`## CMOC TR1${sign}A title\n`);
      assert.deepEqual([record?.id, record?.title], ["TR1", "A title"], sign);
    }
  });
});

describe("a kind before a reference", () => {
  const about = (value: string): readonly string[] => named(readRecord("memo", `- about: ${value}`), "about");
  const prose = (text: string): readonly string[] =>
    readRecord("memo", "", text).entity.refs.map((ref) => `${ref.field} ${ref.name}`);

  for (const spelling of CMOC)
    it(`may be ${spelling}`, () => {
      // In a list of fields a comma parts items.
      if (!spelling.includes(",")) assert.deepEqual(about(`${spelling} 4`), ["CMOC4"]);
      assert.deepEqual(prose(`[[${spelling} 4]]`), ["prose r:cmoc4"]);
    });

  it("may be any of the others", () => {
    assert.deepEqual(about("Programme theory 2, Program theory 3, Theory PT1"), ["Theory2", "Theory3", "PT1"]);
    assert.deepEqual(about("Demi-reg 2, Demiregularity 3"), ["Demi-regularity2", "Demi-regularity3"]);
    assert.deepEqual(prose("[[Code trust]] [[Memo 2026-03-02]] [[Theory 2]]"), [
      "prose c:trust",
      "prose m:2026-03-02",
      "prose r:theory2",
    ]);
  });

  it("may be in the plural before a number", () => {
    for (const plural of ["CMOCs", "CMOs", "configurations", "Configurations"])
      assert.deepEqual(about(`${plural} 4–5`), ["CMOC4", "CMOC5"], plural);
    assert.deepEqual(about("theories 2–3"), ["Theory2", "Theory3"]);
    assert.deepEqual(about("Demi-regularities 2–3"), ["Demi-regularity2", "Demi-regularity3"]);
    assert.deepEqual(prose("[[Codes 7]] [[memos 7]]"), ["prose c:7", "prose m:7"]);
    assert.deepEqual(
      readRecord("extract", "", "[[extracts 7]]").entity.refs.map((ref) => ref.name),
      ["x:own2020#7"],
    );
  });
});

describe("ids", () => {
  const leadsTo = (heading: string, reference: string): readonly string[] =>
    rulesIn({ "a.md": `## CMOC ${heading}\n\n- C: a\n\n## CMOC ZZ1\n\n- C: b\n- leads to: ${reference}\n` }).filter(
      (rule) => rule.startsWith("ref/"),
    );

  it("are compared without case and in NFC", () => {
    assert.deepEqual(leadsTo("TR3", "tr3"), []);
    assert.deepEqual(leadsTo("\u00dc3", "U\u03083"), []);
    assert.deepEqual(leadsTo("U\u03083", "\u00fc3"), []);
    assert.deepEqual(leadsTo("Доверие3", "ДОВЕРИЕ3"), []);
    assert.deepEqual(leadsTo("TR3", "TR4"), ["ref/unknown"]);
    assert.deepEqual(
      rulesIn({ "a.md": "## CMOC \u00dc3\n\n- C: a\n\n## CMOC u\u03083\n\n- C: b\n" }).filter(
        (rule) => rule === "id/duplicate",
      ),
      ["id/duplicate", "id/duplicate"],
    );
  });

  it("hold letters of any script, digits and three signs, and begin and end with a letter or digit", () => {
    for (const id of ["a.1", "a_1", "a-b1", "1a", "信任1", "ثقة1", "ไทย1", "x"])
      assert.equal(cmocsIn(`## CMOC ${id}: x\n\n- C: a\n`).length, 1, id);
    for (const id of ["a/1", "a,1", "(a1)", "_a1", "a1_", "-", "a1.", "a+1", "#1"])
      assert.equal(cmocsIn(`## CMOC ${id}: x\n\n- C: a\n`).length, 0, id);
  });
});

describe("ranges", () => {
  it("have one prefix with a letter in it and two numbers", () => {
    for (const [text, want] of [
      ["TR1–TR4", ["TR", 1, 4]],
      ["TR1-TR4", ["TR", 1, 4]],
      ["TR1—TR4", ["TR", 1, 4]],
      ["TR1–4", ["TR", 1, 4]],
      ["TR1 – TR4", ["TR", 1, 4]],
      ["tr1–TR4", ["tr", 1, 4]],
      ["A-1–A-4", ["A-", 1, 4]],
      ["TR1–SY4", undefined],
      ["TR1–T4", undefined],
      ["TR1", undefined],
      ["TR–SY", undefined],
      ["2026-03", undefined],
    ] as const) {
      const read = rangeOf(text);
      assert.deepEqual(read && [read.prefix, read.from, read.to], want, text);
    }
    assert.equal(rangeOf("1–4"), undefined);
    const bare = rangeOf("1–4", true);
    assert.deepEqual([bare?.prefix, bare?.from, bare?.to], ["", 1, 4]);
  });

  it("are no ids of configurations, theories and regularities, but of codes and memos", () => {
    const rules = (text: string): readonly string[] => rulesIn({ "a.md": text }).filter((rule) => rule === "id/form");
    assert.deepEqual(rules("## CMOC TR1-TR4\n\n- C: a\n"), ["id/form"]);
    assert.deepEqual(rules("# Theory PT1-PT4\n\n- stage: final\n"), ["id/form"]);
    assert.deepEqual(rules("# Demi-regularity D1-4\n\n- boundary: so\n"), ["id/form"]);
    assert.deepEqual(rules("## CMOC TR1-SY4\n\n- C: a\n"), [], "two prefixes");
    assert.deepEqual(rules("## Code c1-c4\n\n- role: C\n"), []);
    assert.deepEqual(rules("## Memo 2026-03-02\n\n- by: JA\n"), []);
  });

  it("keep the zeros that numbers begin with", () => {
    assert.deepEqual(named(readRecord("memo", "- about: TR08–TR10"), "about"), ["TR08", "TR09", "TR10"]);
  });

  const about = (value: string): readonly string[] => named(readRecord("memo", `- about: ${value}`), "about");
  it("are read with or without spaces, among other items", () => {
    for (const value of ["TR1–TR3", "TR1-TR3", "TR1-3", "TR1 – TR3", "TR1 - TR3", "TR1 – 3", "TR1— TR3"])
      assert.deepEqual(about(value), ["TR1", "TR2", "TR3"], value);
    assert.deepEqual(about("TR1 – TR3 and TR5"), ["TR1", "TR2", "TR3", "TR5"]);
    assert.deepEqual(about("TR1–TR2 & TR5; TR7"), ["TR1", "TR2", "TR5", "TR7"]);
    assert.deepEqual(about("TR1 – TR3 (C)"), ["TR1", "TR2", "TR3"]);
    assert.deepEqual(about("CMOC 1 – CMOC 3"), ["CMOC1", "CMOC2", "CMOC3"]);
    assert.deepEqual(about("TR1 – three of them"), ["TR1"], "a reason");
  });

  it("stand for a thousand records at most, and go upwards", () => {
    const says = (range: string): string => readRecord("cmoc", `- leads to: ${range}`).said.join();
    assert.equal(idsOfRange({ prefix: "QQ", from: 1, to: 1000, width: 0, zero: 48 }).length, 1000);
    assert.deepEqual(about("QQ1–QQ1001"), ["QQ1–QQ1001"]);
    assert.equal(says("QQ1–QQ1001"), "ref/unknown: QQ1–QQ1001");
    assert.deepEqual(about("TR2–TR1"), ["TR2–TR1"]);
    assert.equal(says("TR2–TR1"), "ref/unknown: TR2–TR1");
    assert.deepEqual(about("TR2–TR2"), ["TR2"]);
  });
});
