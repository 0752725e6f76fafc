import assert from "node:assert/strict";
import { checkQuote } from "../../../src/core/quotes/check.ts";
import { compared } from "../../../src/core/quotes/compared.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import { textOfPages } from "../../../src/core/texts/pdf-text.ts";
import type { Piece, PiecesOfPage } from "../../../src/core/texts/pieces.ts";
import { line, pageOf } from "./set.ts";

const WORDS = "harbour ward nurse garden letter winter bridge summer partner board".split(" ");
const linesOf = (name: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) => `${name}${at} ${WORDS[at % 10]} ${WORDS[(at * 7 + 3) % 10]} goes by the hall`,
  );
const set = (lines: readonly string[], x: number, y: number, height = 10): readonly Piece[] =>
  lines.map((text, at) => line(text, x, y + at * 1.2 * height, height));
const NOTE = [
  "12 For a longer account of the county see Smith and others (2010), who met",
  "forty nurses; we thank them for letting us read.",
];
const sourceOf = (pages: readonly PiecesOfPage[]): SourceText => {
  const held = textOfPages(pages);
  return new SourceText(held.text, held.pages, held.skipped);
};

describe("notes at the foot of a page or of a column", () => {
  const [a, b] = [linesOf("a", 40), linesOf("b", 40)];
  a[39] = "trust grows among the partners who had been coop-";
  b[0] = "erative before they met every week in the hall";
  const over = "trust grows among the partners who had been cooperative before they met every week";

  const isRight = (source: SourceText): void => {
    assert.equal(checkQuote(over, source).is, "exact");
    assert.equal(checkQuote(`${a[38]} ${over}`, source).is, "exact");
    const note = checkQuote("a longer account of the county see Smith and others (2010), who met forty nurses", source);
    assert.equal(note.is, "exact");
    const quote = "a longer account of the county see Smith and others (2012), who met forty nurses";
    const near = checkQuote(quote, source);
    assert.ok(near.is === "near");
    const words = compared(quote, near.passage, source);
    assert.deepEqual(
      words.filter(({ is }) => is !== "same").map(({ is, text }) => `${is} ${text}`),
      ["quote 2012", "source 2010),"],
    );
    assert.notEqual(checkQuote("met every week in the hall … a longer account of the county", source).is, "exact");
  };

  it("are not in the way of what goes on over them, and are found", () => {
    isRight(sourceOf([pageOf([...set(a, 70, 150), ...set(NOTE, 70, 660, 7.5)]), pageOf(set(b, 70, 150))]));
    isRight(
      sourceOf([
        pageOf([
          ...set(a, 50, 150),
          ...set(NOTE, 50, 660, 7.5).map((each) => ({ ...each, width: 235 })),
          ...set(b, 310, 150),
        ]),
      ]),
    );
  });

  it("are shown where they stand", () => {
    const { text } = sourceOf([pageOf([...set(a, 70, 150), ...set(NOTE, 70, 660, 7.5)]), pageOf(set(b, 70, 150))]);
    assert.match(text, /been coop-\n+12 For[^\n]*\nforty nurses[^\n]*\n+erative/);
  });

  it("are none where small type is the text, as what was said in an interview is", () => {
    const said = ["They came each week to ask us what we had", "wanted, and nobody was blamed for it."];
    const ended = [...a.slice(0, -1), "and trust grew among the partners."];
    const source = sourceOf([pageOf([...set(ended, 70, 150), ...set(said, 70, 650, 8.5)]), pageOf(set(b, 70, 150))]);
    assert.deepEqual(source.skipped, []);
    assert.deepEqual(sourceOf([pageOf(set(NOTE, 70, 150, 7.5)), pageOf(set(b, 70, 150))]).skipped, []);
  });
});
