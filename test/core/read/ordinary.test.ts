/** Letters and labels of ordinary prose that are none of roles, and what looks like them and is (all content invented). */
import assert from "node:assert/strict";
import { ReadText } from "../../../src/core/read/report.ts";
import { read } from "./reading.ts";

const NONE: readonly string[] = [
  "C Smith\nM Jones\nO Brown",
  "C Smith\nM van Dyke\nO Brown",
  "C de Vries\nM Jones-Lund\nO Brown",
  "C – Conception and design\nM – Manuscript drafting\nO – Oversight of the project",
  "Methods. We searched MEDLINE. Outcome: death at 90 days. Context: Danish hospitals. Mechanism: platelet inhibition.",
  "Our interview guide: Context: Tell me about your ward. Mechanism: How did you feel? Outcome: What came of it?",
  "Theories about change. Context: the setting in which a programme runs. Mechanism: the process by which it works. Outcome: the result.",
  "Smith J (C), Jones K (M), and Brown L (O) designed the study.",
  "J. Smith (C), K. Jones (M), and L. Brown (O) met.",
  "JS (C) and KJ (M) drafted the paper.",
  "Answers were Complete (C), Missed (M) or Other (O).",
  "Temperature was 37 (C) and lengths 3 (M).",
];

const SOME: readonly (readonly [string, readonly string[]])[] = [
  [
    "C Boats are few\nM Islanders feel forgotten\nO They move",
    ["- | C: Boats are few | M: Islanders feel forgotten | O: They move"],
  ],
  ["CMOC 1: Wards with 37 (C) hurry (M)", ["CMOC1 | C: Wards with 37 | M: hurry"]],
  ["Boats (C), Fear (M), Moving (O)", ["- | C: Boats | M: Fear | O: Moving"]],
  [
    "Clinicians (C) feel mistrust (M), and other people leave (O)",
    ["- | C: Clinicians | M: feel mistrust | O: other people leave"],
  ],
  [
    "CMOC 1. Methods. Context: wards. Mechanism: fear. Outcome: silence.",
    ["CMOC1 “Methods” | C: wards. | M: fear. | O: silence."],
  ],
];

describe("ordinary prose", () => {
  for (const text of NONE)
    it(`is no configuration: ${text}`, () => {
      assert.deepEqual(read(text), []);
      const said = JSON.stringify(new ReadText(text, "x.txt", {}).json().aside);
      for (const word of text.match(/\p{L}{3,}/gu) ?? []) assert.ok(said.includes(word), word);
    });

  for (const [text, wanted] of SOME)
    it(`is told from a configuration: ${text}`, () => assert.deepEqual(read(text), wanted));
});

describe("the number of an item before an id", () => {
  it("is no id", () => {
    const words = "When staff greet (C), patients feel known (M), and return (O).";
    const page = `2. (CMOC 5) ${words}\n3. (CMOC 7) ${words}`;
    assert.deepEqual(read(page), [
      "CMOC5 | C: staff greet | M: patients feel known | O: return",
      "CMOC7 | C: staff greet | M: patients feel known | O: return",
    ]);
  });
});
