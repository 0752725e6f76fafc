import assert from "node:assert/strict";
import fc from "fast-check";
import { checkQuote } from "../../../src/core/quotes/check.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import { textOfPages } from "../../../src/core/texts/pdf-text.ts";
import type { Piece, PiecesOfPage } from "../../../src/core/texts/pieces.ts";
import { printedPages } from "../../../src/core/texts/printed-pages.ts";
import { type Column, line, PAGE, pageOf, setIn } from "./set.ts";

const WORDS =
  "partners who had met before the pilot confided in one another and the office reflected on what they had learned although nobody was blamed for organisational misunderstandings".split(
    " ",
  );
const LEFT: Column = { x: 50, y: 120, width: 235, lines: 50 };
const RIGHT: Column = { x: 310, y: 120, width: 235, lines: 50 };

/** So many words, none of which stands where it stood in another sentence. */
function wordsOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) =>
    at % 7 === 3 ? `n${at}` : (WORDS[(at * 5 + at / 7) | (0 % 27)] ?? WORDS[at % WORDS.length] ?? ""),
  );
}

function article(words: readonly string[], isShuffled = false): { pages: readonly PiecesOfPage[] } {
  const pages: PiecesOfPage[] = [];
  let left: readonly string[] = words;
  while (left.length > 0) {
    const number = 407 + pages.length;
    const pieces: Piece[] = [
      line(`${number}  Okafor and others`, 50, 40, 8),
      line("Journal of Realism 12(3)", 400, 40, 8),
    ];
    left = setIn(left, [LEFT, RIGHT], pieces);
    pieces.push(line(`© The authors ${2020}`, 50, 810, 7));
    pages.push(pageOf(isShuffled ? pieces.toReversed() : pieces));
  }
  return { pages };
}

const flat = (text: string): string =>
  text
    .replace(/-\n(?=\p{L})/gu, "")
    .replace(/\s+/g, " ")
    .trim();

describe("the text of a PDF", () => {
  const words = wordsOf(900);
  const quote = words.slice(300, 340).join(" ");

  for (const isShuffled of [false, true])
    it(`is read column by column, ${isShuffled ? "however its page is painted" : "as it is painted"}`, () => {
      const held = textOfPages(article(words, isShuffled).pages);
      let body = "";
      let at = 0;
      for (const { start, end } of held.skipped) {
        body += held.text.slice(at, start);
        at = end;
      }
      assert.equal(flat(body + held.text.slice(at)), words.join(" "));
      assert.equal(held.folio, 407);
    });

  it("is found in, over ends of lines, of columns and of pages", () => {
    const held = textOfPages(article(words).pages);
    const source = new SourceText(held.text, printedPages(held, {}), held.skipped);
    assert.equal(checkQuote(quote, source).is, "exact");
    for (let from = 0; from + 30 < words.length; from += 17) {
      const answer = checkQuote(words.slice(from, from + 30).join(" "), source);
      assert.equal(answer.is, "exact", String(from));
    }
  });

  it("keeps what spans both columns where it stands", () => {
    const pieces: Piece[] = [
      line("Trust among partners: a realist review of what they say and do not say", 50, 80, 14),
    ];
    setIn(
      words.slice(0, 120),
      [
        { ...LEFT, lines: 12 },
        { ...RIGHT, lines: 12 },
      ],
      pieces,
    );
    pieces.push(line("Table 1 shows what was found in each of the fourteen places that were seen, by year", 50, 300));
    setIn(
      words.slice(120, 240),
      [
        { ...LEFT, y: 340, lines: 12 },
        { ...RIGHT, y: 340, lines: 12 },
      ],
      pieces,
    );
    const { text } = textOfPages([pageOf(pieces)]);
    assert.equal(
      flat(text),
      `Trust among partners: a realist review of what they say and do not say ${words.slice(0, 120).join(" ")} Table 1 shows what was found in each of the fourteen places that were seen, by year ${words.slice(120, 240).join(" ")}`,
    );
  });

  it("reads the cells of a table row by row", () => {
    const pieces: Piece[] = [];
    for (const [row, cells] of [
      ["Context", "Mechanism", "Outcome"],
      ["few staff", "haste", "errors"],
      ["a rota", "calm", "care"],
      ["no rota", "dread", "leaving"],
      ["a new ward with many beds", "awe", "staying on"],
    ].entries())
      for (const [column, text] of cells.entries()) pieces.push(line(text, 50 + column * 180, 100 + row * 14));
    const { text } = textOfPages([pageOf(pieces)]);
    assert.deepEqual(text.trim().split("\n")[1], "few staff haste errors");
  });

  it("does not compare numbers of references above the line, and shows them", () => {
    const pieces = [
      line("Partners share what they know", 50, 100),
      { text: "12,13", x: 195, y: 96, width: 15, height: 6 },
      line("and stay.", 213, 100),
    ];
    const held = textOfPages([pageOf(pieces)]);
    assert.equal(held.text.trim(), "Partners share what they know12,13 and stay.");
    const source = new SourceText(held.text, held.pages, held.skipped);
    assert.equal(checkQuote("share what they know and stay.", source).is, "exact");
    assert.equal(checkQuote("know12,13 and stay", source).is, "exact");
  });

  const signs = (text: string): string =>
    [
      ...text
        .normalize("NFKC")
        .replaceAll("\u2212", "-")
        .replace(/[\s\u2010-\u2013]/g, ""),
    ]
      .sort()
      .join("");
  const isWhole = (pages: readonly (readonly Piece[])[]): void => {
    const held = textOfPages(pages.map((pieces) => ({ ...PAGE, pieces })));
    assert.equal(
      signs(held.text),
      signs(
        pages
          .flat()
          .map(({ text }) => text)
          .join(""),
      ),
    );
    let last = 0;
    for (const { start, end } of held.skipped) {
      assert.ok(start >= last && end >= start && end <= held.text.length);
      last = end;
    }
  };

  it("is there whatever stands on its pages", () => {
    const piece = fc.record({
      text: fc.string(),
      x: fc.integer({ min: -50, max: 700 }),
      y: fc.integer({ min: -50, max: 900 }),
      width: fc.integer({ min: 0, max: 400 }),
      height: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(fc.property(fc.array(fc.array(piece, { maxLength: 60 }), { maxLength: 4 }), isWhole));
  });

  it("is there where its pieces stand in lines and below each other, as cells, numbers of lines, captions and notes", () => {
    const piece = fc.record({
      text: fc.oneof(
        fc.constantFrom(
          "Table 1. Sites",
          "Figure 2",
          "Received 3 March",
          "1 A note",
          "and where",
          "T h e s e",
          "a@b.org",
        ),
        fc.nat(40).map(String),
        fc.stringMatching(/^[a-c ]{1,30}$/),
      ),
      x: fc.constantFrom(40, 60, 200, 310, 450),
      y: fc.nat(60).map((row) => 60 + row * 12),
      width: fc.constantFrom(10, 60, 120, 240, 480),
      height: fc.constantFrom(7, 8, 10, 10, 10, 14),
    });
    fc.assert(fc.property(fc.array(fc.array(piece, { maxLength: 150 }), { maxLength: 4 }), isWhole));
  });
});

describe("printed pages", () => {
  const pages = [0, 10, 20].map((start) => ({ start, label: undefined }));
  const held = { text: "", isPaged: true, pages, skipped: [] };
  const labels = (each: Parameters<typeof printedPages>): readonly (string | undefined)[] =>
    printedPages(...each).map(({ label }) => label);

  it("are those of the file, of the source, of the bibliography, and of the pages, in this order", () => {
    const named = {
      ...held,
      pages: pages.map(({ start }, at) => ({ start, label: ["xi", "xii", "1"][at] })),
      folio: 5,
    };
    assert.deepEqual(labels([named, { first: "407" }]), ["xi", "xii", "1"]);
    const counted = { ...held, pages: pages.map(({ start }, at) => ({ start, label: String(at + 1) })), folio: 5 };
    assert.deepEqual(labels([counted, { first: "407", range: "9-11" }]), ["407", "408", "409"]);
    assert.deepEqual(labels([counted, { range: "S9–11" }]), ["S9", "S10", "S11"]);
    assert.deepEqual(labels([counted, { range: "409-11" }]), ["409", "410", "411"]);
    assert.deepEqual(labels([counted, { range: "409-12" }]), ["5", "6", "7"]);
    assert.deepEqual(labels([counted, { range: "xii–xiv" }]), ["xii", "xiii", "xiv"]);
    assert.deepEqual(labels([counted, { first: "viii", range: "409-411" }]), ["viii", "ix", "x"]);
    assert.deepEqual(labels([counted, { first: "XCIX" }]), ["XCIX", "C", "CI"]);
    assert.deepEqual(labels([counted, { first: "A-1" }]), ["A-1", "A-2", "A-3"]);
    assert.deepEqual(labels([counted, { first: "MMMCMXCIX" }]), ["MMMCMXCIX", undefined, undefined]);
    for (const first of ["xii–xiv", "Cover", "iix", "xII"])
      assert.deepEqual(labels([counted, { first }]), ["5", "6", "7"]);
    assert.deepEqual(labels([held, { range: "xii–14" }]), [undefined, undefined, undefined]);
    assert.deepEqual(labels([held, { range: "e1234" }]), [undefined, undefined, undefined]);
  });
});
