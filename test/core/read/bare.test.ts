/** Letters of roles that no colon follows (all content invented). */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { read } from "./reading.ts";

const TWO = [
  "CMOC1 | C: Boats are few | M: Islanders feel forgotten | O: They move",
  "CMOC2 | C: Boats are many in the north | M: Islanders feel seen | O: They stay",
];
const NUMBERED = [
  "- | C1: Boats are few | M1: Islanders feel forgotten | O1: They move",
  "- | C2: Boats are many | M2: Islanders feel seen | O2: They stay",
];

function two(sign: string): string {
  return `CMOC 1\nC${sign}Boats are few\nM${sign}Islanders feel forgotten\nO${sign}They move\n\nCMOC 2\nC${sign}Boats are many in the\nnorth\nM${sign}Islanders feel seen\nO${sign}They stay\n`;
}

const READ: readonly (readonly [string, string, readonly string[]])[] = [
  ["with dashes", two(" – "), TWO],
  ["with hyphens", two(" - "), TWO],
  ["with blanks", two("   "), TWO],
  [
    "with numbers",
    "C1 Boats are few\nM1 Islanders feel forgotten\nO1 They move\n\nC2 Boats are many\nM2 Islanders feel seen\nO2 They stay\n",
    NUMBERED,
  ],
  [
    "in bold, and in items",
    "**C1** Boats are few\n**M1** Islanders feel forgotten\n**O1** They move\n\n- C2 Boats are many\n- M2 Islanders feel seen\n- O2 They stay\n",
    NUMBERED,
  ],
  [
    "at the beginning of the cells of a row",
    "<table><tr><td>C1 Boats are few<td>M1 Islanders feel forgotten<td>O1 They move<tr><td>C2 Boats are many<td>M2 Islanders feel seen<td>O2 They stay</table>",
    NUMBERED,
  ],
  [
    "in the lines of a cell",
    "<table><tr><th>No<th>Configuration<tr><td>1<td>C – Boats are few<br>M – Islanders feel forgotten<br>O – They move<tr><td>2<td><p>C Boats are many in the north<p>M Islanders feel seen<p>O They stay</table>",
    TWO,
  ],
  [
    "in one line",
    "CMOC 5: C – Boats are few; M – Islanders feel forgotten; O – They move.",
    ["CMOC5 | C: Boats are few | M: Islanders feel forgotten | O: They move."],
  ],
];

const NONE: readonly (readonly [string, string])[] = [
  ["germs, phases and groups of blood", "C difficile is common\nM phase lasts an hour\nO blood group matters\n"],
  ["a key", "C – context\nM – mechanism\nO – outcome\n"],
  ["a key with blanks", "C   Context\nM   Mechanism\nO   Outcome\n"],
  ["sexes", "M – male\nF – female\n"],
  [
    "prose that wraps",
    "The plan of\nC1 was followed by a longer note on\nhow\nM1 may be met and how\nmany\nO1 may follow.\n",
  ],
];

describe("letters of roles without a colon", () => {
  for (const [name, text, wanted] of READ)
    it(`are labels in order: ${name}`, () => assert.deepEqual(read(text), wanted));
  for (const [name, text] of NONE)
    it(`are words elsewhere: ${name}`, () => {
      const { records, aside } = readPublished(text);
      assert.deepEqual(records, []);
      for (const word of text.match(/\p{L}+/gu) ?? [])
        assert.ok(
          aside.some((each) => each.text.includes(word)),
          word,
        );
    });
});
