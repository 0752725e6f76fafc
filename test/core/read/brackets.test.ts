/** Labels in brackets, at the beginnings of sentences and under what fires (all content invented). */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { read } from "./reading.ts";

const HASTE = "C: few staff | M: haste | O: errors";
const CALM = "C: many staff | M: calm | O: care";

const BRACKETS: readonly (readonly [string, readonly string[]])[] = [
  ["CMOC 3 (Context: few staff; Mechanism: haste; Outcome: errors).", [`CMOC3 | ${HASTE}`]],
  ["CMOC 3 (Context: few staff, Mechanism: haste, Outcome: errors)", [`CMOC3 | ${HASTE}`]],
  ["CMOC 3 [Context: few staff; Mechanism: haste; Outcome: errors] is new.", [`CMOC3 | ${HASTE}`]],
  ["CMOC 3 (C: few staff; M: haste; O: errors).", [`CMOC3 | ${HASTE}`]],
  ["CMOC 3 (C = few staff; M = haste; O = errors).", [`CMOC3 | ${HASTE}`]],
  ["(CMOC 5: Context: few staff; Mechanism: haste; Outcome: errors)", [`CMOC5 | ${HASTE}`]],
  ["We refined four. CMOC 3 (Context: few staff; Mechanism: haste; Outcome: errors).", [`CMOC3 | ${HASTE}`]],
  ["In CMOC 6, Context: few staff; Mechanism: haste; Outcome: errors", [`CMOC6 | ${HASTE}`]],
  [
    "CMOC 1 (Context: few staff; Mechanism: haste; Outcome: errors) and CMOC 2 (Context: many staff; Mechanism: calm; Outcome: care).",
    [`CMOC1 | ${HASTE}`, `CMOC2 | ${CALM}`],
  ],
  [
    "Staff [Context: rural wards] came to trust it [Mechanism: seeing it help], and used it [Outcome: use].",
    ["- “Staff” | C: rural wards | M: seeing it help | O: use"],
  ],
];

const WHEN: readonly string[] = [
  "Where staff are few.",
  "When staff are few.",
  "If staff are few.",
  "In settings of few.",
];

describe("labels", () => {
  for (const [text, wanted] of BRACKETS)
    it(`in brackets are each read: ${text}`, () => assert.deepEqual(read(text), wanted));

  for (const words of WHEN)
    it(`are no title before “${words}”`, () => {
      const wanted = [`CMOC1 | C: ${words} | M: they hurry. | O: errors rise.`];
      for (const sign of [".", ":", " –"])
        assert.deepEqual(read(`CMOC 1${sign} Context: ${words} Mechanism: they hurry. Outcome: errors rise.`), wanted);
      const titled = `CMOC 1. Being known. Context: ${words} Mechanism: they hurry. Outcome: errors rise.`;
      assert.deepEqual(
        read(titled),
        wanted.map((line) => line.replace(" |", " “Being known” |")),
      );
      const bold = `<p><b>CMOC 1.</b> <b>Context:</b> ${words} <b>Mechanism:</b> they hurry. <b>Outcome:</b> errors rise.</p>`;
      assert.deepEqual(read(bold), wanted);
    });

  it("are looked for in time that grows with the text", () => {
    const text = "CMOC 1 (Context: few; Mechanism: haste; Outcome: errors) and ".repeat(4000);
    const start = performance.now();
    readPublished(text);
    readPublished(`CMOC 1 ${"(C: a; ".repeat(8000)}`);
    readPublished("As CMOC4 shows: ".repeat(20000));
    assert.ok(performance.now() - start < 8000);
  });
});

describe("a reference before the next id", () => {
  for (const cited of ["12", "12,13", " <sup>12</sup>", "<sup>12–14</sup>", "[12]"])
    it(`parts no less than a stop does: ${cited}`, () => {
      const text = `<p>CMOC4: When staff are few (C), nurses hurry (M), so errors rise (O).${cited} CMOC5: When staff are many (C), nurses rest (M), so care is good (O).${cited}</p>`;
      assert.deepEqual(read(text), [
        "CMOC4 | C: staff are few | M: nurses hurry | O: errors rise",
        "CMOC5 | C: staff are many | M: nurses rest | O: care is good",
      ]);
    });
});

describe("outcomes of a cell", () => {
  const page = (cell: string): string =>
    `<table><tr><th>CMOC</th><th>Context</th><th>Mechanism</th><th>Outcome</th></tr><tr><td>1</td><td>few</td><td>haste</td><td>${cell}</td></tr></table>`;
  const CELLS = [
    "<p>When M is present:</p><p>errors</p><p>When M is not present:</p><p>care</p>",
    "When M is present: errors<br>When M is not present: care",
    "When the mechanism is triggered:<br>errors<br>When the mechanism is not triggered:<br>care",
    "If mechanism is present – errors<br>If mechanism is absent – care",
  ];
  for (const cell of CELLS)
    it(`are told apart by what fires: ${cell}`, () => {
      assert.deepEqual(read(page(cell)), ["CMOC1 | C: few | M: haste | O: errors | O absent: care"]);
      // The words that say so are kept.
      assert.match(JSON.stringify(readPublished(page(cell)).records[0]?.notes), /present|triggered/);
    });
});
