import assert from "node:assert/strict";
import { textOfPages } from "../../../src/core/texts/pdf-text.ts";
import type { Piece } from "../../../src/core/texts/pieces.ts";
import { line, pageOf } from "./set.ts";

const WORDS = "harbour ward nurse garden letter winter bridge summer partner board".split(" ");
const linesOf = (name: string, count: number, words = 4): readonly string[] =>
  Array.from({ length: count }, (_, at) =>
    [`${name}${at}`, ...Array.from({ length: words }, (__, each) => WORDS[(at * 3 + each * 7) % 10])].join(" "),
  );
/** Lines as long as their column. */
const column = (lines: readonly string[], x: number, y: number, width: number): readonly Piece[] =>
  lines.map((text, at) => ({ ...line(text, x, y + at * 12), width: width - ((at * 7) % 20) }));
const read = (pieces: readonly Piece[]): readonly string[] =>
  textOfPages([pageOf(pieces)])
    .text.split("\n")
    .filter((each) => each !== "");

describe("a page in columns", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => linesOf(name, 30)) as [
    string[],
    string[],
    string[],
    string[],
  ];

  it("is read column by column where these are three, or four, below a title", () => {
    const three = [...column(a, 45, 150, 155), ...column(b, 217, 150, 155), ...column(c, 389, 150, 155)];
    assert.deepEqual(read(three), [...a, ...b, ...c]);
    const title = line("What neighbours know of each other, and what of it they tell to those who ask", 45, 90, 14);
    assert.deepEqual(read([title, ...three]), [title.text, ...a, ...b, ...c]);
    const four = [a, b, c, d].flatMap((lines, at) => column(lines, 40 + at * 130, 150, 118));
    assert.deepEqual(read(four), [...a, ...b, ...c, ...d]);
  });

  it("has a box beside its text read apart", () => {
    const main = column(a, 50, 150, 380);
    const box = ["Key points", "Trust is", "a must in", "all that", "we do here"];
    const beside = box.map((text, at) => line(text, 470, 150 + at * 12));
    assert.deepEqual(read([...main, ...beside]), [...a, ...box]);
  });

  it("keeps numbers of items, and terms, beside what they number", () => {
    const items = linesOf("item", 9);
    const numbered = items.flatMap((text, at) => [
      line(`${at + 1}.`, 50, 150 + at * 14),
      line(text, 80, 150 + at * 14),
    ]);
    assert.deepEqual(
      read(numbered),
      items.map((text, at) => `${at + 1}. ${text}`),
    );
  });

  it("goes on beside what stands over the gutter in its midst", () => {
    const quote = [line("A pull quote of some words", 230, 326, 14), line("that stands in the midst", 230, 344, 14)];
    const pieces = [...column(a, 50, 150, 235), ...column(b, 310, 150, 235), ...quote];
    assert.deepEqual(read(pieces), [...a, ...b, ...quote.map(({ text }) => text)]);
  });

  it("parts at a table over both columns, whose rows are read as such", () => {
    for (const at of [
      [50, 175, 300, 425],
      [50, 180, 310, 440],
      [50, 160, 310, 400, 480],
    ]) {
      const rows = Array.from({ length: 5 }, (_, row) => at.map((__, cell) => `${WORDS[row]} ${row}.${cell}`));
      const table = rows.flatMap((cells, row) => cells.map((text, cell) => line(text, at[cell] ?? 0, 540 + row * 12)));
      const pieces = [...column(a, 50, 150, 235), ...column(b, 310, 150, 235)];
      const caption = line(
        "Table 1. A table that spans both of the columns of the page and has a caption like this",
        50,
        524,
      );
      const below = [...column(c.slice(0, 10), 50, 620, 235), ...column(d.slice(0, 10), 310, 620, 235)];
      assert.deepEqual(
        read([...pieces, caption, ...table, ...below]),
        [...a, ...b, caption.text, ...rows.map((cells) => cells.join(" ")), ...c.slice(0, 10), ...d.slice(0, 10)],
        at.join(),
      );
    }
  });

  it("keeps a table of cells of several lines in its column", () => {
    const at = [50, 95, 240];
    const table = [0, 1, 2, 3, 4].flatMap((row) => [
      line(`Theme ${row}`, at[0] ?? 0, 150 + row * 42, 9),
      ...["We did not know at all what", `they wanted in year ${row}, so`, "we waited for them."].map((text, number) =>
        line(text, at[1] ?? 0, 150 + row * 42 + number * 11, 9),
      ),
      line(`Nurse ${row}`, at[2] ?? 0, 150 + row * 42, 9),
    ]);
    const below = column(b.slice(0, 12), 50, 380, 235);
    const read1 = read([...table, ...below, ...column(c, 310, 150, 235)]);
    assert.deepEqual(read1.slice(-42), [...b.slice(0, 12), ...c]);
    assert.deepEqual(read1.slice(0, 5), [
      "Theme 0",
      "We did not know at all what",
      "they wanted in year 0, so",
      "we waited for them.",
      "Nurse 0",
    ]);
  });

  it("of a hundred thousand pieces is read in a moment", () => {
    const pieces = Array.from({ length: 100_000 }, (_, at) => line("x", (at % 50) * 11, Math.floor(at / 50) * 0.4));
    assert.ok(read(pieces).length > 0);
    const one = Array.from({ length: 100_000 }, (_, at) => line("xy", at * 10, 100));
    assert.equal(read(one).length, 1);
  }).timeout(8000);
});
