/** How journals set configurations: captions that name one, labels in bold alone, pages that end in between (all content invented). */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { read } from "./reading.ts";

const LAMPS = "C: Lamps are dim | M: keepers strain | O: ships wait";
const BELLS = "C: Bells are new | M: keepers trust them | O: ships pass";
const mini = (id: string, words: readonly string[]): string =>
  `<table><caption>${id}</caption>${["Context", "Mechanism", "Outcome"].map((role, at) => `<tr><td>${role}<td>${words[at]}`).join("")}</table>`;

const READ: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "tables of one configuration, whose captions are their ids",
    mini("CMOC 3", ["Lamps are dim", "keepers strain", "ships wait"]) +
      mini("CMOC 4: Bells", ["Bells are new", "keepers trust them", "ships pass"]),
    [`CMOC3 | ${LAMPS}`, `CMOC4 “Bells” | ${BELLS}`],
  ],
  [
    "labels in bold, one below the other in a cell",
    "<table><tr><th>Theme<th>CMO configuration<tr><td>Light<td><b>Context</b> Lamps are dim<br><b>Mechanism</b> keepers strain<br><b>Outcome</b> ships wait</table>",
    [`- <Light> | ${LAMPS}`],
  ],
  [
    "the end of a page within a configuration",
    "CMOC 1\nContext: Lamps are dim\nMechanism: keepers strain\n\nLund et al. Harbours (2019) 4:12      Page 7 of 15\n\nOutcome: ships wait\n",
    [`CMOC1 | ${LAMPS}`],
  ],
  [
    "the end of a page within a sentence",
    "CMOC 1: When Lamps are dim (C), keepers\n\nLund et al. Harbours (2019) 4:12      Page 7 of 15\n\nstrain (M), so ships wait (O).\n\nMore.\n",
    [`CMOC1 | ${LAMPS}`],
  ],
  [
    "an id in the head over the roles of its rows",
    "<table><tr><td>CMOC 1<td>Description<td>Illustrative quote<tr><td>Context<td>Lamps are dim<td>“Dark”<tr><td>Mechanism<td>keepers strain<td>“My eyes”<tr><td>Outcome<td>ships wait<td>“Late”</table>",
    [`CMOC1 | ${LAMPS}`],
  ],
  [
    "parts of a mechanism before dashes",
    "<table><tr><th>Context<th>Mechanism<th>Outcome<tr><td>Lamps are dim<td>Resource – a ladder<br>Reasoning – keepers feel safe<td>ships pass</table>",
    ["- | C: Lamps are dim | M resource: a ladder | M reasoning: keepers feel safe | O: ships pass"],
  ],
  [
    "words for roles before brackets",
    "CMOC 1: Context (Lamps are dim) → Mechanism (keepers strain) → Outcome (ships wait)",
    [`CMOC1 | ${LAMPS}`],
  ],
  [
    "numbered letters in one line, the words of one of which begin small",
    "Configuration 1. C1 Lamps are dim; M1 keepers strain; O1 ships wait.",
    ["CMOC1 | C1: Lamps are dim | M1: keepers strain | O1: ships wait."],
  ],
];

describe("configurations as journals set them", () => {
  for (const [name, text, wanted] of READ) it(`are read: ${name}`, () => assert.deepEqual(read(text), wanted));

  it("have no slots of heads and headings whose words begin as labels in cells do", () => {
    for (const text of [
      "Context Factors\nMechanism Findings\nOutcome Measures\n",
      "<h4>Context Factors</h4><p>x</p><h4>Mechanism Findings</h4><p>y</p><h4>Outcome Measures</h4><p>z</p>",
      "mechanism , If context \n , staff",
    ])
      assert.deepEqual(read(text), []);
  });

  it("have no slots of lines that speak of the roles", () => {
    const text = "Contexts are many here.\nMechanisms may follow.\nOutcomes of this are few.";
    assert.deepEqual(read(text), []);
    assert.match(JSON.stringify(readPublished(text).aside), /Outcomes of this are few/);
  });
});
