/** Which headings open records, which nearly do, and which are ordinary. Published in many hands; content invented. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { readHeading } from "../../../src/core/syntax/headings.ts";

/** `cmoc TR2 | Trust`, with `?` where a field must stand under it and `range` where the id reads as one. */
function told(heading: string): string {
  const read = readHeading(heading);
  if (!read) return "";
  if ("near" in read) {
    const { digit, sure, why, kind } = read.near;
    return !digit ? "" : sure ? (why === "near" ? "near" : why) : `perhaps ${kind}${why === "near" ? "" : ` ${why}`}`;
  }
  const { kind, id, title, needsField, range } = read.record;
  return `${kind} ${id}${needsField ? "?" : ""}${range ? " range" : ""}${title === "" ? "" : ` | ${title}`}`;
}

const RECORDS: readonly (readonly [string, string])[] = [
  ["CMOC TR2: Constructive conflict builds trust", "cmoc TR2 | Constructive conflict builds trust"],
  ["CMOC TR2 : Trust", "cmoc TR2 | Trust"],
  ["CMOC TR2：Trust", "cmoc TR2 | Trust"],
  ["CMOC TR2 – Trust", "cmoc TR2 | Trust"],
  ["CMOC TR2 — Trust", "cmoc TR2 | Trust"],
  ["CMOC TR2 -- Trust", "cmoc TR2 | Trust"],
  ["CMOC TR2 - Trust: a start", "cmoc TR2 | Trust: a start"],
  ["CMOC TR2 \u2212 Trust", "cmoc TR2 | Trust"],
  ["cmoc tr2", "cmoc tr2"],
  ["CMOc 4", "cmoc CMOC4"],
  ["CMOC 4", "cmoc CMOC4"],
  ["CMOC\u00a04: Trust", "cmoc CMOC4 | Trust"],
  ["CMOC4", "cmoc CMOC4"],
  ["CMOC-4", "cmoc CMOC4"],
  ["CMOC‑4", "cmoc CMOC4"],
  ["CMOC–4", "cmoc CMOC4"],
  ["CMOC—4", "cmoc CMOC4"],
  ["CMOC\u22124: Trust", "cmoc CMOC4 | Trust"],
  ["CMOC 4a: Trust", "cmoc CMOC4a | Trust"],
  ["CMOC 4.1: Trust", "cmoc CMOC4.1 | Trust"],
  ["CMO 7", "cmoc CMOC7"],
  ["CMO configuration 7: Trust", "cmoc CMOC7 | Trust"],
  ["CMOC configuration 7", "cmoc CMOC7"],
  ["CIMO configuration 7", "cmoc CMOC7"],
  ["ICAMO configuration 7", "cmoc CMOC7"],
  ["SCMO-7", "cmoc CMOC7"],
  ["ICMO 7", "cmoc CMOC7"],
  ["Configuration 7", "cmoc CMOC7"],
  ["Configuration TR3: Trust", "cmoc TR3 | Trust"],
  ["Context-mechanism-outcome configuration 3", "cmoc CMOC3"],
  ["Context–Mechanism–Outcome Configuration 3", "cmoc CMOC3"],
  ["Context mechanism outcome configuration 3", "cmoc CMOC3"],
  ["Context, mechanism, outcome configuration 3", "cmoc CMOC3"],
  ["CMOC trust", "cmoc trust?"],
  ["CMOC Ü2", "cmoc Ü2"],
  ["CMOC الثقة1", "cmoc الثقة1"],
  ["CMOC 信任１", "cmoc 信任１"],
  ["CMOC ٤: Trust", "cmoc CMOC٤ | Trust"],
  ["CMOC TR1-TR4", "cmoc TR1-TR4 range"],
  ["Theory 2", "theory Theory2"],
  ["Theory PT2: Trust and faith", "theory PT2 | Trust and faith"],
  ["Programme theory 2 – Trust", "theory Theory2 | Trust"],
  ["Program Theory PT1", "theory PT1"],
  ["Theory trust", "theory trust?"],
  ["Demi-regularity D1: History", "demi-regularity D1 | History"],
  ["Demi‑regularity 1", "demi-regularity Demi-regularity1"],
  ["Demi regularity 1", "demi-regularity Demi-regularity1"],
  ["Demiregularity 1", "demi-regularity Demi-regularity1"],
  ["Demi-reg 1", "demi-regularity Demi-regularity1"],
  ["Demi-reg. 1", "demi-regularity Demi-regularity1"],
  ["Extract e4", "extract e4"],
  ["Extract 4: On trust", "extract 4 | On trust"],
  ["Code shared-history: Worked together before", "code shared-history? | Worked together before"],
  ["Code C2", "code C2"],
  ["Memo 2026-03-02: Why TR3 was split", "memo 2026-03-02 | Why TR3 was split"],
  ["memo 12", "memo 12"],
];

const NEAR: readonly string[] = [
  "CMOC 4 (revised)",
  "CMOC TR 3",
  "CMOC TR3 Trust builds trust",
  "CMOC no. 4",
  "CMOC: TR3",
  "CMOC. 4",
  "CMOC_4",
  "CMOC/4",
  "2. CMOC: TR3",
  "CMO configuration TR3, revised",
  "CMOC 4; Trust",
  "CMOC 4– Trust",
];

/** Headings that nearly open a record, and why they do not; `perhaps` where a field must stand under them to be told of. */
const NEARLY: readonly (readonly [string, string])[] = [
  ["CMOC TR1/2: x", "characters"],
  ["CMOC _TR1", "characters"],
  ["CMOC (4)", "characters"],
  ["CMOC #4: Trust", "characters"],
  ["CMOC TR1–TR4: x", "range"],
  ["CMOC TR1—4", "range"],
  ["1. CMOC TR9: x", "perhaps cmoc"],
  ["1.2 CMO 4", "perhaps cmoc"],
  ["Configuration TR1/2", "perhaps cmoc characters"],
  ["CMO: TR1", "perhaps cmoc"],
  ["Theory PT/1: x", "perhaps theory characters"],
  ["Theory PT1–PT2", "perhaps theory range"],
  ["Theory: PT1", "perhaps theory"],
  ["Theory 2 and 3", "perhaps theory"],
  ["Demi-regularity D,1", "perhaps demi-regularity characters"],
  ["Memo 2026/03/02: x", "perhaps memo characters"],
  ["Memo (2026-03-02)", "perhaps memo characters"],
  ["Extract e1, p. 4", "perhaps extract"],
  ["Extract: e1", "perhaps extract"],
  ["Extract e/1", "perhaps extract characters"],
];

const ORDINARY: readonly string[] = [
  "",
  "CMOC",
  "CMOCs",
  "CMOCs: an overview",
  "CMOC development across 22 studies",
  "CMOC: how 39 sources were read",
  "CMO report on vaccination 2020",
  "CMO's annual report 2019",
  "Configuration files",
  "Configuration of services in 2019",
  "Configuration: the basics",
  "Configurations 1 to 4",
  "Context",
  "Context-mechanism-outcome configurations",
  "Theory and methods",
  "Theory: 3 readings",
  "Theory of change 2",
  "Theory-driven evaluation 2",
  "Theories 2",
  "Programme theory",
  "Programme theory and its 4 parts",
  "Demi-regularities",
  "Extracts 1–30",
  "Extraction 1",
  "Extract from Table 2",
  "Code availability statement",
  "Code review: how we work",
  "Codebook 2",
  "Codes 1",
  "Memo to the team of 2019",
  "Memorandum 2019",
  "Memos 2026-03-02",
  "Figure 1 (C)",
  "Table 2: CMOC 4",
  "2. CMOC overview",
  "Discussion",
];

describe("a heading", () => {
  for (const [heading, want] of RECORDS)
    it(`${JSON.stringify(heading)} opens ${want}`, () => assert.equal(told(heading), want));
  for (const heading of NEAR)
    it(`${JSON.stringify(heading)} nearly opens one`, () => assert.equal(told(heading), "near"));
  for (const [heading, want] of NEARLY)
    it(`${JSON.stringify(heading)} nearly opens one: ${want}`, () => assert.equal(told(heading), want));
  for (const heading of ORDINARY)
    it(`${JSON.stringify(heading)} is ordinary`, () => {
      const read = told(heading);
      assert.ok(read === "" || read.includes("?"), read);
    });

  it("keeps the places of its id and title, and never fails", () => {
    const words = fc.constantFrom(
      "CMOC",
      "CMO",
      "Theory",
      "Memo",
      " ",
      "-",
      "–",
      ":",
      "4",
      "TR3",
      "Trust",
      "\u00a0",
      "(",
      "ﷺ",
      "\ud800",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 9 }), (parts) => {
        const text = parts.join("");
        const read = readHeading(text);
        if (!read || !("record" in read)) return;
        const { id, idFrom, idTo, title, titleFrom } = read.record;
        assert.ok(id.endsWith(text.slice(idFrom, idTo)) && idTo > idFrom);
        assert.ok(title === "" || text.slice(titleFrom).startsWith(title.slice(0, 1)));
      }),
    );
  });
});
