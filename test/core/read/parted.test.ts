/** Tables whose cells begin with their role: in rows, in columns, behind a colon or below a line of its own. */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { linesOf, read } from "./reading.ts";

const ONE = ["C", "M", "O"].map((role, at) => [
  role,
  ["Context", "Mechanism", "Outcome"][at],
  ["Rain", "Dread", "Delay"][at],
]);
const TWO = ["C", "M", "O"].map((role, at) => [
  role,
  ["Context", "Mechanism", "Outcome"][at],
  ["Sun", "Ease", "Haste"][at],
]);
const LINES = ["C: Rain | M: Dread | O: Delay", "C: Sun | M: Ease | O: Haste"];
const WAYS: { readonly [name: string]: (each: readonly (string | undefined)[]) => string } = {
  "a word and a colon": ([, word, text]) => `${word}: ${text}`,
  "a letter and a colon": ([letter, , text]) => `${letter}: ${text}`,
  "a bold line": ([, word, text]) => `<p><b>${word}</b></p><p>${text}</p>`,
  "a line with a colon": ([, word, text]) => `${word}:<br>${text}`,
  "a line over items": ([, word, text]) => `${word}<ul><li>${text}</li></ul>`,
};
const td = (text: string): string => `<td>${text}</td>`;
const table = (...rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((cells) => `<tr>${cells.join("")}</tr>`).join("")}</table>`;

for (const [name, way] of Object.entries(WAYS))
  describe(`cells that begin with their role: ${name}`, () => {
    const one = ONE.map((each) => td(way(each)));
    const two = TWO.map((each) => td(way(each)));

    it("are read in one row", () => assert.deepEqual(read(table(one)), [`- | ${LINES[0]}`]));

    it("are read in rows with ids, the first as well", () =>
      assert.deepEqual(
        read(table([td("CMO 1"), ...one], [td("CMO 2"), ...two])),
        LINES.map((line, at) => `CMOC${at + 1} | ${line}`),
      ));

    it("are read below each other, beside an id", () => {
      const rows = (id: string, cells: readonly string[]): readonly (readonly string[])[] =>
        cells.map((cell, at) => (at === 0 ? [`<td rowspan=3>${id}</td>`, cell] : [cell]));
      const wanted = LINES.map((line, at) => `CMOC${at + 1} | ${line}`);
      assert.deepEqual(read(table(...rows("CMO 1", one), ...rows("CMO 2", two))), wanted);
      const headed = table([td("ID"), td("Elements")], ...rows("1", one), ...rows("2", two));
      assert.deepEqual(read(headed), wanted);
      const blank = table(...one.map((cell, at) => [td(at === 0 ? "CMO 1" : ""), cell]));
      assert.deepEqual(read(blank), wanted.slice(0, 1));
    });

    it("are read below each other, in one column and in two", () => {
      assert.deepEqual(read(table(...one.map((cell) => [cell]))), [`- | ${LINES[0]}`]);
      const beside = table([td("CMO 1"), td("CMO 2")], ...one.map((cell, at) => [cell, two[at] ?? ""]));
      assert.deepEqual(
        read(beside),
        LINES.map((line, at) => `CMOC${at + 1} | ${line}`),
      );
    });
  });

describe("cells that begin with a role", () => {
  it("may name the parts of a mechanism, and have sources beside them", () => {
    const rows = ["Context: Rain", "Resource: a van", "Response: ease", "Outcome: Haste"].map((text, at) =>
      at === 0 ? [`<td rowspan=4>CMO 1</td>`, td(text), td("Lee 2010")] : [td(text), td("")],
    );
    const page = readPublished(table(...rows));
    assert.deepEqual(linesOf(page), ["CMOC1 | C: Rain | M resource: a van | M reasoning: ease | O: Haste"]);
    assert.deepEqual(page.records[0]?.notes, [{ label: "", text: "Lee 2010" }]);
  });

  it("keep their numbers", () => {
    const row = (n: number, words: readonly string[]): readonly string[] =>
      ["Context", "Mechanism", "Outcome"].map((role, at) => td(`${role} ${n}: ${words[at]}`));
    assert.deepEqual(read(table(row(1, ["Rain", "Dread", "Delay"]), row(2, ["Sun", "Ease", "Haste"]))), [
      "- | C1: Rain | M1: Dread | O1: Delay",
      "- | C2: Sun | M2: Ease | O2: Haste",
    ]);
  });

  it("are heads where words stand below them", () => {
    const heads = ["Context: where?", "Mechanism: why?", "Outcome: what?"].map(td);
    assert.deepEqual(read(table(heads, ["Rain", "Dread", "Delay"].map(td))), [`- | ${LINES[0]}`]);
  });

  it("are none of configurations where they say what roles are", () => {
    const cells = [
      "Context: The setting of a programme",
      "Mechanism: What people think and feel",
      "Outcome: What comes of it",
    ].map(td);
    for (const text of [table(cells), table(...cells.map((cell) => [td("Term"), cell]))])
      assert.deepEqual(read(text), [], text);
  });
});
