/** Tables with a row for each role, as spreadsheets have them, and the glossaries that look alike. */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { linesOf, read } from "./reading.ts";

const rows = (head: string, ...lines: readonly string[]): string => [head, ...lines, ""].join("\n");
const TWO = ["CMOC1 | C: Wet roads | M: Worry | O: Early trips", "CMOC2 | C: Dry roads | M: Ease | O: Late trips"];

describe("tables with a row for each role", () => {
  for (const word of ["Description", "Explanation", "Definition", "Text", "Details"])
    it(`are read below ${word}, where an id is that of several rows`, () => {
      const text = rows(
        `CMOC,Role,${word}`,
        "1,Context,Wet roads",
        "1,Mechanism,Worry",
        "1,Outcome,Early trips",
        "2,Context,Dry roads",
        "2,Mechanism,Ease",
        "2,Outcome,Late trips",
      );
      assert.deepEqual(read(text, { name: "roles.csv" }), TWO);
    });

  it("are read where the id is written once", () => {
    const text = rows("ID,Element,Description", "1,Context,Wet roads", ",Mechanism,Worry", ",Outcome,Early trips");
    assert.deepEqual(read(text, { name: "roles.csv" }), TWO.slice(0, 1));
  });

  it("are read without ids where the roles come again", () => {
    const text = rows(
      "Role,Description",
      "Context,Wet roads",
      "Mechanism,Worry",
      "Outcome,Early trips",
      "Context,Dry roads",
      "Mechanism,Ease",
      "Outcome,Late trips",
    );
    assert.deepEqual(
      read(text, { name: "roles.csv" }),
      TWO.map((line) => line.replace(/^CMOC\d/, "-")),
    );
  });

  it("keep what stands beside the id as a title, wherever the id stands", () => {
    for (const head of ["CMOC,Title", "Title,CMOC"]) {
      const beside = (id: string, title: string): string =>
        head.startsWith("C") ? `${id},${title}` : `${title},${id}`;
      const text = rows(
        `${head},Role,Text`,
        ...["Context,Wet roads", "Mechanism,Worry", "Outcome,Early trips"].map(
          (each) => `${beside("1", "Rain")},${each}`,
        ),
        ...["Context,Dry roads", "Mechanism,Ease", "Outcome,Late trips"].map((each) => `${beside("2", "Sun")},${each}`),
      );
      assert.deepEqual(
        read(text, { name: "roles.csv" }),
        TWO.map((line, at) => line.replace(" |", ` “${["Rain", "Sun"][at]}” |`)),
      );
    }
  });

  const GLOSSARIES: readonly (readonly [string, string])[] = [
    ["a glossary", rows("Role,Description", "Context,Wet roads", "Mechanism,Worry", "Outcome,Early trips")],
    [
      "a glossary whose terms are numbered",
      rows(
        "No,Term,Definition",
        "1,Context,The setting",
        "2,Mechanism,What people think",
        "3,Outcome,What comes of it",
      ),
    ],
    ["quotes", rows("CMOC,Role,Quote", "1,Context,“It was wet”", "1,Mechanism,“I feared it”", "1,Outcome,“I left”")],
    ["questions", rows("CMOC,Role,Questions", "1,Context,Where?", "1,Mechanism,Why?", "1,Outcome,And then?")],
  ];
  for (const [name, text] of GLOSSARIES)
    it(`are left aside, and said to be, where they are ${name}`, () => {
      const page = readPublished(text, { name: "roles.csv" });
      assert.deepEqual(linesOf(page), []);
      assert.equal(page.unsure.length, 1);
      const left = page.aside.map((each) => each.text).join(" ");
      for (const word of text.split(/[\s,]+/)) assert.ok(left.includes(word), word);
    });
});
