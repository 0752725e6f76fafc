import assert from "node:assert/strict";
import { checkQuote } from "../../../src/core/quotes/check.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import { textOfPages } from "../../../src/core/texts/pdf-text.ts";
import type { Piece } from "../../../src/core/texts/pieces.ts";
import { line, pageOf } from "./set.ts";

const AT = [60, 150, 380];
/** Rows of cells, each of some lines; `between` is the room between rows. */
function table(
  rows: readonly (readonly (readonly string[])[])[],
  between: number,
  at: readonly number[] = AT,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let y = 200;
  for (const row of rows) {
    for (const [column, lines] of row.entries())
      for (const [number, text] of lines.entries())
        if (text !== "") pieces.push(line(text, at[column] ?? 0, y + number * 12));
    y += Math.max(...row.map(({ length }) => length)) * 12 + between;
  }
  return pieces;
}
const text = (pieces: readonly Piece[]): string => textOfPages([pageOf(pieces)]).text.trim();
const lines = (pieces: readonly Piece[]): readonly string[] =>
  text(pieces)
    .split("\n")
    .filter((each) => each !== "");
const is = (pieces: readonly Piece[], quote: string): string => {
  const held = textOfPages([pageOf(pieces)]);
  return checkQuote(quote, new SourceText(held.text, held.pages, held.skipped)).is;
};

const row = (at: number): readonly (readonly string[])[] => [
  [`Theme ${at}`],
  ["“We did not know what they would", `have wanted from us in year ${at},`, "so we waited.”"],
  [`Nurses of ward ${at}`, "in the north"],
];
const THEMES = [0, 1, 2, 3, 4].map(row);
const quote = "“We did not know what they would have wanted from us in year 3, so we waited.”";

describe("a table whose cells have several lines", () => {
  for (const between of [8, 3, 0])
    it(`is read by its cells, with ${between} points between its rows`, () => {
      const pieces = table(THEMES, between);
      assert.equal(is(pieces, quote), "exact", text(pieces));
      assert.equal(is(pieces, "Nurses of ward 3 in the north"), "exact");
      assert.deepEqual(lines(pieces).slice(0, 6), THEMES[0]?.flat());
    });

  it("is read by its cells where these have several lines each, and hyphens", () => {
    const rows = [0, 1, 2, 3].map((at) => [
      ["Nurses of the ward in", `the north, year ${at}`],
      ["They had been coop-", "erative before they", `met in year ${at}, and after.`],
      ["trust"],
    ]);
    assert.equal(
      is(table(rows, 8, [60, 250, 450]), "They had been cooperative before they met in year 2, and after."),
      "exact",
    );
  });

  it("is read line by line where each line is a row", () => {
    const rows = ["Leeds", "Hull", "York", "Bath", "Kent"].map((town, at) => [
      [town],
      [`${at * 7}`],
      at === 2 ? [""] : ["nurses"],
    ]);
    for (const between of [0, 6])
      assert.deepEqual(lines(table(rows, between)).slice(0, 2), ["Leeds 0 nurses", "Hull 7 nurses"]);
    const blocks = [0, 1, 2, 3].flatMap((block) =>
      rows.flatMap((cells, at) =>
        cells.flatMap(([each = ""], column) =>
          each === "" ? [] : [line(each, AT[column] ?? 0, 200 + block * 80 + at * 12)],
        ),
      ),
    );
    assert.deepEqual(lines(blocks).slice(0, 5), [
      "Leeds 0 nurses",
      "Hull 7 nurses",
      "York 14",
      "Bath 21 nurses",
      "Kent 28 nurses",
    ]);
    const years = ["Leeds", "Hull", "York"].map((town) => [
      [town, "", ""],
      ["2010", "2011", "2012"],
      ["12", "14", "15"],
    ]);
    assert.deepEqual(lines(table(years, 0)).slice(0, 3), ["Leeds 2010 12", "2011 14", "2012 15"]);
    assert.deepEqual(lines(table(years, 8)).slice(0, 3), ["Leeds 2010 12", "2011 14", "2012 15"]);
  });

  it("leaves the text around it as it is", () => {
    const above = [
      "Here are some of the words that the nurses and the managers said to us when we met them in 2014,",
      "as they were said.",
    ];
    const below = [
      "These words are those of the nurses and of the managers whom we met each week in the hall of 2014.",
      "They stayed.",
    ];
    const end = 200 + THEMES.length * 44;
    const pieces = [
      ...above.map((each, at) => line(each, 60, 170 + at * 12)),
      ...table(THEMES, 8),
      ...below.map((each, at) => line(each, 60, end + 12 + at * 12)),
    ];
    assert.equal(is(pieces, quote), "exact");
    const read = lines(pieces);
    assert.deepEqual(read.slice(0, 2), above);
    assert.deepEqual(read.slice(-2), below);
  });
});
