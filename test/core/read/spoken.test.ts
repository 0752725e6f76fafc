/** Tags that say of which sort a role is, labels that a stop follows, ids with words around them (all content invented). */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { read } from "./reading.ts";

const KNOWN = "C: staff greet | M: patients feel known | O: return";

const TAGGED: readonly (readonly [string, string, string])[] = [
  ["context: relational", "mechanism: response", "outcome: proximal"],
  ["C: relational", "M: response", "O: proximal"],
  ["context: social and cultural", "mechanism: emotional", "outcome: short-term"],
  ["contextual factor", "triggering the mechanism", "desired outcome"],
  ["institutional context", "which triggers this mechanism", "distal outcome"],
];

describe("tags that say of which sort a role is", () => {
  for (const [context, mechanism, outcome] of TAGGED)
    it(`are tags: ${context}`, () => {
      const text = `Where staff greet (${context}), patients feel known (${mechanism}), and return (${outcome}).`;
      const lines = read(text).map((line) => line.replace(/ (?:response|reasoning|institutional)(?=:)/, ""));
      assert.deepEqual(lines, [`- | ${KNOWN}`]);
    });

  it("are labels where their words are words of a slot", () => {
    const text = "Staff are new (C: high turnover), feel lost (M: fear of blame), so they leave (O: attrition).";
    assert.deepEqual(read(text), ["- “Staff are new” | C: high turnover | M: fear of blame | O: attrition"]);
  });
});

describe("labels that a stop follows", () => {
  it("go on after the first of them", () => {
    const wanted = "CMOC3 | C: Wards at night. | M: They hurry. | O: Errors rise.";
    assert.deepEqual(read("CMOC 3. Context. Wards at night. Mechanism. They hurry. Outcome. Errors rise."), [wanted]);
    assert.deepEqual(read("CMOC 3: Wards. They are of no use as a Mechanism. Outcome. No."), ["CMOC3"]);
  });

  it("stand alone over their words, in emphasis or as terms", () => {
    const wanted = ["CMOC1 “Proximity” | C: Clinics are near. | M: People trust them. | O: They go there."];
    const page = (of: (role: string) => string): string =>
      `**CMO 1 – Proximity**\n\n${of("Context")}Clinics are near.\n\n${of("Mechanism")}People trust them.\n\n${of("Outcome")}They go there.\n`;
    for (const each of ["*Context*\n", "**Context:**\n", "**Context**:\n", "Context\n: ", "Context\n:   "])
      assert.deepEqual(read(page((role) => each.replace("Context", role))), wanted, each);
  });

  it("are parted by strokes", () => {
    assert.deepEqual(read("C: wards / M: trust / O: return"), ["- | C: wards | M: trust | O: return"]);
  });
});

const WHEN = "When staff greet (C), patients feel known (M), and return (O).";

describe("ids with words around them", () => {
  const READ: readonly (readonly [string, readonly string[]])[] = [
    [`1. Programme theory 3: ${WHEN}\n2. Programme theory 4: ${WHEN}`, [`PT3 | ${KNOWN}`, `PT4 | ${KNOWN}`]],
    [`1. CMOC 3: ${WHEN}\n2. CMOC 4: ${WHEN}`, [`CMOC3 | ${KNOWN}`, `CMOC4 | ${KNOWN}`]],
    [`CMO 6 (Continuity): ${WHEN}`, [`CMOC6 “Continuity” | ${KNOWN}`]],
    [`CMOC 4 ‘Being known’ ${WHEN}`, [`CMOC4 “Being known” | ${KNOWN}`]],
    [`As CMOC4 shows: ${WHEN}`, [`CMOC4 | ${KNOWN}`]],
    [
      "CMOC 4: “Where I am known” (C) I trust (M), and return (O).",
      ["CMOC4 | C: “Where I am known” | M: I trust | O: return"],
    ],
  ];
  for (const [text, wanted] of READ)
    it(`are the ids: ${text.slice(0, 30)}`, () => {
      assert.deepEqual(read(text), wanted);
      assert.deepEqual(readPublished(text).aside, []);
    });
});
