/** Tags, ids, references and keys in the hands of many reviews (all content invented). */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { read } from "./reading.ts";

const LOW = "C: pay is low | M: staff feel used | O: leave";
const HIGH = "C: pay is high | M: staff feel valued | O: stay";
const low = (id = ""): string => `When pay is low (C), staff feel used (M) and leave (O)${id}`;
const high = (id = ""): string => `When pay is high (C), staff feel valued (M) and stay (O)${id}`;

const READ: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "ids behind statements, and words after the last",
    `${low(" [CMOC 8]")}. ${high(" (CMOC 9)")}. This was seen in Nepal.`,
    [`CMOC8 | ${LOW}`, `CMOC9 | ${HIGH}`],
  ],
  [
    "an id behind the first of two",
    `${low(" [CMOC 8]")}. ${high()}. This was seen.`,
    [`CMOC8 | ${LOW}`, `- | ${HIGH}`],
  ],
  ["an id behind the second of two", `${low()}. ${high(" [CMOC 9]")}.`, [`- | ${LOW}`, `CMOC9 | ${HIGH}`]],
  ["an id behind one, and words after it", `${low(" (CMOC 8)")}. This was seen in Laos.`, [`CMOC8 | ${LOW}`]],
  ["an id in its midst", "When pay is low (C) [CMOC 8], staff feel used (M) and leave (O).", [`- | ${LOW}`]],
  ["several ids before one", `CMOC 3/4: ${low()}.`, [`- | ${LOW}`]],
  ["several ids in words", `CMOCs 3 and 4: ${low()}.`, [`- | ${LOW}`]],
  ["a range of ids", `CMO 3–5 – ${low()}.`, [`- | ${LOW}`]],
  [
    "an outcome that is the next context",
    `When pay is low (C1), staff feel used (M1) and leave (O1→C2).`,
    ["- | C1: pay is low | M1: staff feel used | O1: leave | C2: leave"],
  ],
  [
    "the same in words",
    "When pay is low (C1), staff feel used (M1) and leave (O1, which becomes C2).",
    ["- | C1: pay is low | M1: staff feel used | O1: leave | C2: leave"],
  ],
  ["an outcome's sign", "When pay is low (C), staff feel used (M) and leave (negative O).", [`- | ${LOW}`]],
  ["the same behind it", "When pay is low (C), staff feel used (M) and leave (O-neg).", [`- | ${LOW}`]],
  [
    "numbers that part statements",
    "When pay is low (C3), staff feel used (M3) and leave (O3). When pay is high (C4), staff feel valued (M4) and stay (O4).",
    ["- | C3: pay is low | M3: staff feel used | O3: leave", "- | C4: pay is high | M4: staff feel valued | O4: stay"],
  ],
  [
    "numbers that do not",
    "When pay is low (C1) and posts are empty (C2), staff feel used (M1). They leave (O1).",
    ["- | C1: pay is low | C2: posts are empty | M1: staff feel used | O1: They leave"],
  ],
  [
    "glosses of which one is a sort",
    "When pay is low (context: a mandate), staff feel used (mechanism: a threat) and leave (outcome: unintended).",
    [`- | ${LOW}`],
  ],
  [
    "words within brackets",
    "When staff are new (context: a mandate), they wait (mechanism: a threat) and leave (outcome: a loss).",
    ["- “When staff are new” | C: a mandate | M: a threat | O: a loss"],
  ],
  ["references with blanks", `CMOC 1: ${low()}.12 13`, [`CMOC1 | ${LOW}`]],
  ["references behind a blank", `CMOC 1: ${low()}. 12 13`, [`CMOC1 | ${LOW}`]],
  ["references before a sentence", `CMOC 1: ${low()}. 12,13 This was seen.`, [`CMOC1 | ${LOW}`]],
  [
    "numbers that are none",
    "When pay is low (C), staff feel used (M) and leave (O) in 12 of 13 wards.",
    ["- | C: pay is low | M: staff feel used | O: leave in 12 of 13 wards"],
  ],
  [
    "one tag of a configuration that is called",
    "CMOC 3: If charge nurses round too (C).",
    ["CMOC3 | C: charge nurses round too"],
  ],
  [
    "a sentence that a blank line cuts",
    "CMOC 3: If charge nurses round too (C),\n\nstaff see care (M) and it is done (O).",
    ["CMOC3 | C: charge nurses round too | M: staff see care | O: it is done"],
  ],
  [
    "a paragraph that says more",
    `CMOC 3: ${low()}.\n\nThis also shuts wards (O).`,
    [`CMOC3 | ${LOW} | O: This also shuts wards`],
  ],
  [
    "a paragraph that says something else",
    `${low()}.\n\nPatient involvement\nPatients chose the outcomes (O).`,
    [`- | ${LOW}`],
  ],
];

describe("the notation of a review", () => {
  for (const [what, text, wanted] of READ) it(`is read: ${what}`, () => assert.deepEqual(read(text), wanted));

  it("is read with tags that say more than a role, where no other bracket names that role, and is told of", () => {
    for (const [tag, is] of [
      ["(M: feeling)", "tag"],
      ["(M, resource: checklist)", "tag"],
      ["(mechanism, for some)", "tag"],
    ] as const) {
      const { records, unsure } = readPublished(`When pay is low (C), staff feel used ${tag} and leave (O).`);
      assert.deepEqual(
        records[0]?.slots.map(({ role, text }) => `${role}: ${text}`),
        LOW.split(" | "),
        is,
      );
      assert.ok(unsure.some(({ text }) => text.includes(tag)));
    }
    const { records, unsure } = readPublished("When pay is low (C), staff (C, as said) feel used (M) and leave (O).");
    assert.deepEqual(
      records[0]?.slots.map(({ role }) => role),
      ["C", "M", "O"],
    );
    assert.ok(unsure.some(({ text }) => text.includes("(C, as said)")));
  });

  it("is shown as it was printed, whatever was read instead of its tags", () => {
    const first = "When pay is low (C1), staff feel used (M1) and leave (O1=C2).";
    const { records } = readPublished(`${first} When posts are empty (C2), staff feel alone (M2) and err (O2).`);
    assert.strictEqual(records[0]?.statement, first);
  });

  it("loses no sentence between statements that end with ids", () => {
    const said = readPublished(`${low(" [CMOC 8]")}. ${high(" [CMOC 9]")}. This was seen in Nepal.`);
    assert.deepEqual(
      said.aside.map(({ text }) => text),
      ["This was seen in Nepal."],
    );
  });
});

const cells = (tag: string, all: readonly string[]): string =>
  `<tr>${all.map((each) => `<${tag}>${each}</${tag}>`).join("")}</tr>`;

describe("the heads of a table", () => {
  for (const outcome of ["Outcomes (results)", "Outcome (what results)", "Outcome – result of the mechanism", "Effet"])
    it(`name an outcome: ${outcome}`, () =>
      assert.deepEqual(
        read(
          `<table>${cells("th", ["Context", "Mechanism", outcome])}${cells("td", ["low pay", "shame", "they leave"])}</table>`,
        ),
        ["- | C: low pay | M: shame | O: they leave"],
      ));

  for (const outcome of ["Outcome results", "Outcome measures", "Results (outcome data)"])
    it(`do not: ${outcome}`, () => {
      const row = ["low pay", "shame", "they leave"];
      const found = read(`<table>${cells("th", ["Context", "Mechanism", outcome])}${cells("td", row)}</table>`);
      assert.ok(!found.some((line) => line.includes("O: ")));
    });
});

describe("a key", () => {
  const chains = "1. Low pay → shame → they leave\n\n2. High pay → pride → they stay";
  const wanted = ["CMOC1 | C: Low pay | M: shame | O: they leave", "CMOC2 | C: High pay | M: pride | O: they stay"];
  for (const key of ["Table 2: Context → Mechanism → Outcome", "Configurations are written as C → M → O.", "C → M → O"])
    it(`tells the roles of the chains below it: ${key}`, () => assert.deepEqual(read(`${key}\n\n${chains}`), wanted));
});

describe("what is set below the line", () => {
  it("is a tag where it names a role, and else belongs to the word before it", () => {
    for (const [c, m, o] of [
      ["C1", "M1", "O1"],
      ["Context", "Mechanism", "Outcome"],
    ])
      assert.deepEqual(
        read(
          `<p>When CO<sub>2</sub> is high<sub>${c}</sub>, staff tire<sub>${m}</sub> and err<sub>${o}</sub>.</p>`,
        ).map((line) => line.replace(/(?<=[CMO])1/g, "")),
        ["- | C: CO2 is high | M: staff tire | O: err"],
      );
  });
});
