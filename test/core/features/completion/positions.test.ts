/** Every position of the language in which something can be chosen, and those in which nothing can: what is offered there, the first few of it. */
import assert from "node:assert/strict";
import { TRIGGERS } from "../../../../src/core/features/completion/triggers.ts";
import type { Files } from "../../reviews.ts";
import { offered, taken } from "./offered.ts";

const MORE: Files = {
  "review.yaml":
    "cmoc: 1\nbibliography: [refs.bib]\ncoders: { JA: first, RM: second }\nconfiguration: ICAMO\nappraisal: { relevance: [low, high], confidence: [weak, strong] }\n",
  "other.md":
    "---\ncitekey: b2\ntype: thesis\nstudy: b-study\n---\n\n## Memo 2026-01-01: Why\n\n- about: TR1\n\n## CMOC 4: Four\n\n- theme: Trust / Old\n",
};
const SLOTS = "I C A M O";
const KEYS = "@okafor2014 @b2 @moreau2005";
const CMOCS = "CMOC4 TR1 TR2";
const EVERY = "CMOC4 TR1 TR2 X1 PT1 Code_shared-history Memo_2026-01-01";

/** What is written before the cursor, and the labels that are offered there, blanks in them as `_`. */
type Table = readonly (readonly [before: string, labels: string])[];

function check(table: Table, around: (before: string) => string | Files, files: Files = MORE): void {
  for (const [before, wanted] of table) {
    const text = around(before);
    const found = offered({ ...files, ...(typeof text === "string" ? { "a.md": text } : text) });
    const labels = found.map(({ label }) => label.replaceAll(" ", "_"));
    const most = wanted === "" ? labels.length : wanted.split(" ").length;
    assert.equal(labels.slice(0, most).join(" "), wanted, before);
  }
}

describe("the signs after which an editor asks by itself", () => {
  it("are those that begin something, after which there is something to offer", () => {
    const after = [
      "- supports: @",
      "- supports: @okafor2014#",
      "- note: see [[",
      "- leads to:",
      "- leads to: ",
      "- supports: @okafor2014#e4 (",
      "- supports: @okafor2014#e4 (C,",
    ];
    for (const before of after) assert.notDeepEqual(offered(`## CMOC X1\n\n- C: x\n${before}¦\n`), [], before);
    assert.deepEqual(
      TRIGGERS,
      after.map((before) => before.slice(-1)),
    );
  });
});

describe("each position", () => {
  it("of a heading offers kinds and ids", () => {
    const kinds = "CMOC Theory Demi-regularity Extract Code Memo";
    const table: Table = [
      ["¦", ""],
      ["#¦", ""],
      ["# ¦", kinds],
      ["### Th¦", kinds],
      ["## CMOC ¦", "5"],
      ["## Configuration ¦", "5"],
      ["## Demi-reg ¦", "D1"],
      ["## CMOC TR9: ¦", ""],
      ["Prose ## ¦", ""],
    ];
    check(table, (before) => before);
  });

  it("of a configuration offers its fields, their values, and what they name", () => {
    const table: Table = [
      ["¦", ""],
      ["-¦", ""],
      ["- ¦", "status theme I C A M O confidence theory supports"],
      ["- **¦", "status theme I C A M O"],
      ["- Some words and ¦", ""],
      ["- status: ¦", "candidate supported refined refuted merged retired"],
      ["- **status:** ca¦", "candidate supported refined refuted merged retired"],
      ["- status: candidate ¦", ""],
      ["- status: candidate — ¦", ""],
      ["- confidence: ¦", "weak strong"],
      ["- theme: ¦", "Trust_/_Old"],
      ["- theory: ¦", "PT1"],
      ["- supports: ¦", KEYS],
      ["- supports: @¦", KEYS],
      ["- supports: @okafor2014#¦", "e4"],
      ["- supports: @okafor2014#e4 (¦", SLOTS],
      ["- C: x\n- supports: @okafor2014#e4 (C, ¦", "C"],
      ["- supports: @okafor2014#e4 (C), ¦", KEYS],
      ["- supports: @okafor2014#e4 — so; ¦", KEYS],
      ["- supports: @okafor2014#e4 — ¦", ""],
      ["- supports:\n  - ¦", KEYS],
      ["- leads to: ¦", CMOCS],
      ["- leads to: TR1, ¦", "CMOC4 TR2"],
      ["- leads to: TR1–¦", "TR2"],
      ["- leads to: [T¦](theory.md)", CMOCS],
      ["- leads to: CMOC ¦", CMOCS],
      ["- leads to: Theory ¦", ""],
      ["- merged into: ¦", CMOCS],
      ["- note: see ¦", ""],
      ["- note: see [[¦", EVERY],
      ["- tags: ¦", ""],
      ["- C: a place ¦", ""],
      ["- C: a place [@¦", KEYS],
      ["- C: a place [@okafor2014#¦", "e4"],
      ["- C: x\n  - ¦", "supports refutes refines inferred from layer note tags"],
      ["- M: x\n  - ¦", "resource reasoning supports"],
      ["- C: x\n  - layer: ¦", "individual interpersonal institutional infrastructural micro meso macro"],
      ["- C: x\n- M: x\n  - from: ¦", "C M"],
      ["- M: x\n  - supports: ¦", KEYS],
      ["mail@¦", ""],
      ["`@¦`", ""],
      ["In [[TR1–¦", "TR2"],
    ];
    check(table, (before) => `## CMOC X1\n\n${before}\n`);
  });

  it("in reasons, code, HTML and behind escapes offers nothing, and behind a stray backtick what stands there", () => {
    const record: Table = [
      ["- leads to: TR1 — as @¦", ""],
      ["- leads to: TR1 — as [[¦", ""],
      ["- leads to: TR1, TR2 - as @okafor2014#¦", ""],
      ["- confidence: low — as @¦", ""],
      ["- confidence: low — one; [[¦", ""],
      ["- supports: @okafor2014#e4 — as said; see @¦", ""],
      ["- supports: @okafor2014#e4 — as said; @¦", KEYS],
      ["- supports: @okafor2014#e4 — as\n  they say @¦", ""],
      ["- supports:\n  - @okafor2014#e4 — as [[¦", ""],
      ["- M: x\n  - supports: @okafor2014#e4 — as @¦", ""],
      ["- C: trust — as @¦", KEYS],
      ["- note: trust — as @¦", KEYS],
      ["Trust — as @¦", KEYS],
      ["    @¦", ""],
      ["- C: x\n\n      @¦", ""],
      ["- C: x\n    @¦", KEYS],
      ["- ```\n  [[¦\n  ```", ""],
      ["A `span\nof @¦ code` here", ""],
      ["A `span` and a ` b @¦", KEYS],
      ["a ` b [[¦", EVERY],
      ["<!--\n@¦\n-->", ""],
      ["<div>\n@¦\n</div>", ""],
      ['<a href="[[¦">', ""],
      ['a <a href="[[¦">b</a>', ""],
      ['a <a title="a" href=\'@¦', ""],
      ["a < b [[¦", EVERY],
      ["\\[[¦", ""],
      ["\\\\[[¦", EVERY],
      ["[d]: @¦", ""],
      ["[^1]: as @¦", KEYS],
    ];
    check(record, (before) => `## CMOC X1\n\n${before}\n`);
    const extract: Table = [
      ["- supports: TR1 — as @¦", ""],
      ["- supports: TR1 — as [[¦", ""],
      ["- supports:\n  - TR1 — as @¦", ""],
      ["- supports: TR1 — as said; TR2 (C) — as @¦", ""],
      ["- supports: TR1 — as said; TR2, [[¦", CMOCS],
    ];
    check(extract, (before) => `---\ncitekey: a1\n---\n\n## Extract e1\n\n> They met.\n\n${before}\n`);
    // Of a long record only the code that a line opens is seen.
    const long = `${"word ".repeat(5000)}\n\n`;
    check(
      [
        ["A `span @¦", ""],
        ["- leads to: TR1 — as @¦", ""],
        ["see @¦", KEYS],
      ],
      (before) => `## CMOC X1\n\n${long}${before}\n`,
    );
  });

  it("of a row offers status, theme and evidence", () => {
    const head = "| ID | Context | Mechanism | Outcome | Status | Theme | Evidence |\n|-|-|-|-|-|-|-|\n| X1 | a | b | ";
    const table: Table = [
      ["¦ |", ""],
      ["c | ¦ |", "candidate supported refined"],
      ["c | | ¦ |", "Trust_/_Old"],
      ["c | | | ¦ |", KEYS],
      ["c | | | @okafor2014#¦ |", "e4"],
      ["c | | | @b2, ¦ |", KEYS],
      ["c | | | in two ¦ |", ""],
    ];
    check(table, (before) => `${head}${before}\n`);
    check([["| Study | Evidence |\n|-|-|\n| a | ¦ |", ""]], (before) => `${before}\n`);
  });

  it("of a theory, a demi-regularity, a code and a memo offers theirs", () => {
    const table: Table = [
      ["Theory X1\n\n- ¦", "stage scope configurations draws_on"],
      ["Theory X1\n\n- stage: ¦", "initial candidate refined final"],
      ["Theory X1\n\n- scope: ¦", "programme middle-range"],
      ["Theory X1\n\n- configurations: ¦", CMOCS],
      ["Theory X1\n\n- draws on: ¦", `${KEYS} PT1`],
      ["Theory X1\n\n- replaces: ¦", "PT1"],
      ["Theory X1\n\n- counterexamples: ¦", `none_found ${KEYS}`],
      ["Theory X1\n\nIn [[¦", EVERY.replace("X1 PT1", "PT1 X1")],
      ["Demi-regularity X1\n\n- ¦", "configurations moderators boundary"],
      ["Demi-regularity X1\n\n- configurations: ¦", CMOCS],
      ["Code x\n\n- ¦", "role definition origin parent replaced_by retired"],
      ["Code x\n\n- role: ¦", SLOTS],
      ["Code x\n\n- origin: ¦", "deductive inductive retroductive"],
      ["Code x\n\n- parent: ¦", "shared-history"],
      ["Memo m\n\n- about: ¦", `${CMOCS} PT1 Memo_2026-01-01 Code_shared-history`],
      ["Memo m\n\n- about: Code ¦", "shared-history"],
      ["Memo m\n\n- by: ¦", "JA RM"],
      ["Memo m\n\n- kind: ¦", "analytic method decision consensus"],
    ];
    check(
      table.filter(([before]) => !before.includes("[[")),
      (before) => `## ${before}\n`,
    );
  });

  it("of an extract offers coding lines, codes, coders and what it bears on", () => {
    const table: Table = [
      ["- ¦", "at paraphrase voice I C A M O code supports"],
      ["- at: ¦", ""],
      ["- voice: ¦", "author participant finding"],
      ["- C ¦", "shared-history"],
      ["- M-resource sh¦", "shared-history"],
      ["- code ¦", "shared-history"],
      ["- C shared-history: ¦", ""],
      ['- C shared-history: "met" (¦', "JA RM"],
      ["- supports: ¦", "CMOC4 TR1 TR2 PT1"],
      ["- supports: TR1 (¦", "C M O"],
      ["- supports: TR1 (C, ¦", "C M O"],
      ["- refutes: TR1; ¦", "CMOC4 TR2 PT1"],
      ["- supports: TR1 — ¦", ""],
      ["- coder: ¦", "JA RM"],
      ["- relevance: ¦", "low high"],
      ["- parked: ¦", ""],
      ["> They (¦", ""],
    ];
    check(table, (before) => `---\ncitekey: a1\n---\n\n## Extract e1\n\n> They met.\n\n${before}\n`);
  });

  it("of front matter offers keys and values", () => {
    const table: Table = [
      ["¦", "citekey title author year type status"],
      ["citekey: ¦", "moreau2005"],
      ["citekey: a1\n¦", "title author year"],
      ["citekey: a1\nstatus: ¦", "included excluded awaiting"],
      ["citekey: a1\nrelevance: ¦", "low high"],
      ["citekey: a1\ntype: ¦", "thesis"],
      ["citekey: a1\nstudy: ¦", "b-study"],
      ["citekey: a1\ntitle: ¦", ""],
      ["cmoc: ¦", "off"],
      ["citekey: a1\nappraisals:\n  ¦", "JA RM"],
      ["citekey: a1\nappraisals: { ¦", "JA RM"],
      ["citekey: a1\nappraisals:\n  JA:\n    ¦", "relevance"],
      ["citekey: a1\nappraisals:\n  JA: { ¦", "relevance"],
      ["citekey: a1\nappraisals:\n  JA:\n    relevance: ¦", "low high"],
      ["citekey: a1\nappraisals:\n  JA: { relevance: ¦", "low high"],
      ["citekey: a1\nappraisals:\n  JA: { relevance: high }\n  ¦", "RM"],
    ];
    check(table, (before) => `---\n${before}\n---\n\nWords.\n`);
  });

  it("of review.yaml offers keys and values", () => {
    const table: Table = [
      [
        "¦",
        "cmoc title questions registration configuration appraisal coders bibliography texts exclude decisions checks",
      ],
      ["cmoc: 1\nt¦", "title questions"],
      ["cmoc: ¦", "1"],
      ["title: ¦", ""],
      ["questions:\n  - ¦", ""],
      ["configuration: ¦", "CMO CIMO ICAMO SCMO ICMO"],
      ["configuration: [{ ¦", "letter label"],
      ["configuration:\n  - letter: P\n    ¦", "label"],
      ["appraisal:\n  ¦", "relevance richness rigour confidence"],
      ["appraisal:\n  richness: ¦", "[thin,_thick,_rich]"],
      ["appraisal: { rigour: [¦", "low moderate high"],
      ["bibliography: ¦", "refs.bib"],
      ["bibliography:\n- ¦", "refs.bib"],
      ["texts: ¦", "texts"],
      ["exclude:\n  - ¦", "drafts/**"],
      ["decisions: [¦", "screening/decisions.csv"],
      ["checks:\n  ¦", "bib cmoc code coding"],
      ["checks: { bib: off, ¦", "cmoc code coding"],
      ["checks:\n  wording: ¦", "off hint info warning error"],
      ["title: x # ¦", ""],
    ];
    check(table, (before) => ({ "review.yaml": `${before}\n` }), {});
  });
});

describe("what is taken", () => {
  it("stands in the place of what was typed", () => {
    const record = (line: string): string => `## CMOC X1\n\n${line}\n`;
    assert.equal(taken(record("- leads to: TR1–T¦"), "TR2"), record("- leads to: TR1–TR2"));
    assert.equal(taken(record("- leads to: [T¦](theory.md)"), "TR2"), record("- leads to: [TR2](theory.md)"));
    assert.equal(
      taken("## CMOC 4\n\n- leads to: CMOC ¦\n\n## CMOC 5\n\n- C: x\n", "CMOC5").split("\n")[2],
      "- leads to: CMOC 5",
    );
    assert.equal(taken(record("In [[TR1–¦"), "TR2"), record("In [[TR1–TR2]]"));
    const row = "| ID | Context | Mechanism | Outcome | Status |\n|-|-|-|-|-|\n| X1 | a | b | c | re¦ |\n";
    assert.equal(taken(row, "refined"), row.replace("re¦", "refined"));
  });

  it("is YAML, with what is written below a key on a line of its own", () => {
    const files = ["refs.bib", "my: odd.bib", "drafts/", "old/"];
    const at = (marked: string, label: string): string => {
      const found = offered({ "review.yaml": marked }, { files }).find((item) => item.label === label);
      return found?.edit.newText ?? "not offered";
    };
    assert.equal(at("¦", "checks"), "checks:\n  ");
    assert.equal(at("¦", "title"), "title: ");
    assert.equal(at("bibliography: ¦", "my: odd.bib"), '"my: odd.bib"');
    assert.equal(at("exclude: [¦", "old/**"), "old/**");
    assert.equal(at("texts: ¦", "old"), "old");
  });
});
