/** Ordinary Markdown of a review's folder, which must read as no record and be complained about by no rule; content invented. */
import assert from "node:assert/strict";
import type { Kind } from "../../../src/core/vocabulary.ts";
import { cmocsIn, problemsOf, recordsIn } from "../reviews.ts";

const KINDS: readonly Kind[] = ["cmoc", "theory", "demi-regularity", "extract", "code", "memo"];
const of = (configuration: string): string => `cmoc: 1\nconfiguration: ${configuration}\n`;
const table = (head: string, ...body: readonly string[]): string =>
  [head, head.replace(/[^|]+/g, "---"), ...body].map((line) => `${line}\n`).join("");

const TEXTS: readonly string[] = [
  "Vitamin C (C) and magnesium (M) were given.",
  "## Methods\n\nWe coded contexts (C), mechanisms (M) and outcomes (O).",
  "## Methods\n\nA CMOC names a context (C), a mechanism (M) that fires in it, and the outcome (O).",
  "## Authors\n\n- Okafor, N. (M)\n- Lindqvist, C. (C)\n- Moreau, O.",
  "## Contents\n\n1. Context\n2. Mechanism\n3. Outcome",
  "# Table of contents\n\n- [Context](#context)\n- [Outcomes](#outcomes)",
  "They chose (a) the first ward and (b) the second (M).",
  "## Figure 1 (C)\n\nThe chart of panel (C) and panel (M).",
  "## Configuration files\n\n- C: the system's drive\n- M: the memory stick",
  "## Context\n\nWhere trust is low (C), staff wait (M) and patients leave (O).",
  "## Outcome\n\n- O: a placeholder",
  "## Results\n\n- Context: twelve hospitals\n- Outcome: fewer falls",
  "## Theory and methods\n\n- stage: two",
  "## Code availability\n\n- on request: always",
  "## Code of conduct\n\nBe kind.",
  "## Memo to all\n\nThe meeting is on Monday.",
  "## Extraction form\n\n> A quote.\n\n- at: p. 4",
  "## CMOCs\n\nThe configurations stand in the folder beside.",
  "## CMOC synthesis\n\nWe compared the 22 configurations.",
  "## CMOC overview\n\nSee Figure 2.",
  "© 2020 The authors. Context (C) is king (M).",
  "Blood types O (O), A (A) and B.",
  "Temperature was 3 °C (C) or 5 °C (C).",
  "> ## CMOC TR2: quoted\n>\n> - **C:** a place",
  "- ## CMOC TR2: in a list",
  "```\n## CMOC TR2\n\n- C: in code\n```",
  "    ## CMOC TR2",
  "The team (C1, C2) met (M).",
  "Grades: (C) pass, (M) merit, (O) outstanding.",
  "C: \\ is full\n\nM: \\ is not",
];

const TABLES: readonly (readonly [string, string?])[] = [
  ["| Study | Context | Methods | Outcomes |"],
  ["| Author (year) | Country | Context | Outcome measures |"],
  ["| Author | Setting | Context | Outcome |"],
  ["| No. | Study | Context | Outcomes |"],
  ["| # | Context | Outcome |"],
  ["| Study ID | Context | Outcomes |"],
  ["| Study | Context | Intervention | Outcomes |", "CIMO"],
  ["| First author | Year | Intervention | Context | Outcome |", "ICAMO"],
  ["| A | B | C | M |"],
  ["| ID | C | O |"],
  ["| C1 | M1 | Notes |"],
  ["| CMOC | Evidence | Theme |"],
  ["| CMOC | Title | Status |"],
  ["| Term | Meaning |"],
  ["| Context of care | Mechanism of action | Outcome measures |"],
  ["| Contextual factors | Proposed mechanisms | Primary outcome |"],
  ["| Letter | Word | Example |"],
  ["| Population | Intervention | Comparator | Outcome |"],
  ["| Population | Intervention | Comparator | Outcome |", "CIMO"],
  ["| Name | Role | Hours |"],
  ["| S | M | L | XL |"],
  ["| M | T | W | T | F |"],
  ["| Outcome | Before | After |"],
  ["| Actor | Strategy | Date |", "ICAMO"],
];

describe("ordinary Markdown", () => {
  for (const text of TEXTS)
    it(`${JSON.stringify(text.slice(0, 60))} holds no record`, () => {
      for (const kind of KINDS) assert.deepEqual(recordsIn({ "a.md": `${text}\n` }, kind), []);
      assert.deepEqual(problemsOf({ "a.md": `${text}\n` }), []);
    });
  for (const [head, scheme] of TABLES)
    it(`${head} is a table${scheme ? ` in a review of ${scheme}` : ""}`, () => {
      const text = table(head, head.replace(/[^|]+/g, " words "), head.replace(/[^|]+/g, " C1 "));
      assert.deepEqual(cmocsIn(`## Results\n\n${text}`, scheme ? of(scheme) : undefined), []);
    });

  it("stays prose in a configuration that is spelt otherwise", () => {
    const [cmoc] = cmocsIn(
      "## CMOC 1\n\nWe sought contexts (C), mechanisms (M) and outcomes (O). See Figure 1 (C).\n\nWhere it rains (C), people read (M).\n\nMore of it (see p. 3) (a) here and (b) there.\n",
    );
    assert.deepEqual(
      cmoc.slots.map((slot: { text: string }) => slot.text),
      ["it rains", "people read"],
    );
    for (const text of [
      "We sought contexts (C), mechanisms (M) and outcomes (O).",
      "It speaks to the slots (C, M) of TR3.",
      "Vitamin C (C) was given to all (n = 12).",
      "Steps: (a) meet, (b) talk, (c) write; (i) read.",
      "Odds ratio (OR) 1.2 (CI 0.9 to 1.4), mean (M), SD (2).",
    ])
      assert.deepEqual(cmocsIn(`## CMOC 1\n\n${text}\n`)[0].slots, [], text);
  });
});
