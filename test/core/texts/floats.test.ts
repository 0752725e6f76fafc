import assert from "node:assert/strict";
import { checkQuote } from "../../../src/core/quotes/check.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import { isAddress, isCaption } from "../../../src/core/texts/captions.ts";
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
  lines.map((text, at) => ({ ...line(text, x, y + at * 1.2 * height, height), width: 430 - (at % 3) * 7 }));
const sourceOf = (pages: readonly PiecesOfPage[]): SourceText => {
  const held = textOfPages(pages);
  return new SourceText(held.text, held.pages, held.skipped);
};
const is = (source: SourceText, quote: string): string => checkQuote(quote, source).is;

/** Text whose sentence goes on from the one list to the other, and of which the second begins anew. */
const [before, after] = [linesOf("a", 40), linesOf("b", 30)];
before[39] = "by then the boards had come to rely upon her, and where";
after[0] = "she was not to be had they put the meeting off";
const over = "come to rely upon her, and where she was not to be had they put the meeting";
const ended = [...before.slice(0, -1), "by then the boards had come to rely upon her."];
const anew = ["Without her they put the meeting off", ...after.slice(1)];
const overEnd = "come to rely upon her. Without her they put the meeting off";

const caption = ["Table 2. Characteristics of the sites and of those who took part", "in the interviews, by year."];
const cells = (y: number, height: number): readonly Piece[] =>
  Array.from({ length: 6 }, (_, row) =>
    ["Leeds", `${row + 12}`, "managers and others"].map((text, at) => line(text, 70 + at * 130, y + row * 14, height)),
  ).flat();
const table = (y: number, height = 8.5): readonly Piece[] => [
  ...set(caption, 70, y, height),
  ...cells(y + 32, height),
  line("Note: all of them were met twice.", 70, y + 122, height),
];
const figure = ["Figure 1. How the programme was thought to work at first, and how it did", "in the second year."];
const address = [
  "Corresponding author: N. Okafor, School of Health, University of Leeds,",
  "Leeds LS2 9JT, UK. Email: n.okafor@example.org",
];

const within = {
  table: [
    "Characteristics of the sites and of those who took part in the interviews, by year.",
    "Leeds 14 managers and others",
  ],
  figure: ["How the programme was thought to work at first, and how it did in the second year."],
  address: ["N. Okafor, School of Health, University of Leeds, Leeds LS2 9JT, UK."],
};

describe("what floats at the head or the foot of a page", () => {
  const first = (lines: readonly string[], ...others: readonly (readonly Piece[])[]): PiecesOfPage =>
    pageOf([...set(lines, 70, 80), ...others.flat()]);
  const places: Record<string, (a: readonly string[], b: readonly string[]) => readonly PiecesOfPage[]> = {
    "a table at the head": (a, b) => [first(a), pageOf([...table(60), ...set(b, 70, 230)])],
    "a table in the type of the text": (a, b) => [first(a), pageOf([...table(60, 10), ...set(b, 70, 230)])],
    "a table at the foot": (a, b) => [first(a, table(600)), pageOf(set(b, 70, 80))],
    "a table alone on its page": (a, b) => [first(a), pageOf(table(60)), pageOf(set(b, 70, 80))],
    "a figure at the foot": (a, b) => [first(a, set(figure, 70, 640, 8)), pageOf(set(b, 70, 80))],
    "a figure with its labels": (a, b) => [
      first(a, [line("trust", 100, 620, 7), line("time", 240, 630, 7)], set(figure, 70, 650, 8)),
      pageOf(set(b, 70, 80)),
    ],
    "a figure’s caption in the type of the text": (a, b) => [first(a, set(figure, 70, 640)), pageOf(set(b, 70, 80))],
    "an address at the foot": (a, b) => [first(a, set(address, 70, 640, 8)), pageOf(set(b, 70, 80))],
    both: (a, b) => [first(a, set(address, 70, 640, 8)), pageOf([...table(60), ...set(b, 70, 230)])],
    "a table at the head of a column": (a, b) => [
      pageOf([
        ...set(a, 50, 80).map((each) => ({ ...each, width: 230 })),
        ...set(caption, 310, 80, 8.5).map((each) => ({ ...each, width: 230 })),
        ...Array.from({ length: 6 }, (_, row) => [
          line("Leeds", 310, 120 + row * 14, 8),
          line("managers", 450, 120 + row * 14, 8),
        ]).flat(),
        ...set(b, 310, 230).map((each) => ({ ...each, width: 230 })),
      ]),
    ],
  };
  for (const [name, pagesOf] of Object.entries(places))
    it(`is not in the way of what goes on over it, and is found: ${name}`, () => {
      for (const [pages, quote] of [
        [pagesOf(before, after), over],
        [pagesOf(ended, anew), overEnd],
      ] as const) {
        const source = sourceOf(pages);
        assert.equal(is(source, quote), "exact", source.text);
        assert.equal(is(source, `${before[38]} by then the boards had ${quote}`), "exact");
        if (name.startsWith("a table at the head of a column")) continue;
        for (const [what, quotes] of Object.entries(within))
          if (name.includes(what) || (name === "both" && what !== "figure"))
            for (const own of quotes) assert.equal(is(source, own), "exact", own);
      }
    });

  it("has its numbers of references passed over", () => {
    const raised = { text: "12", x: 70 + 26 * 4.25, y: 57, width: 6, height: 5 };
    const note = [
      line("Table 2. Some of the sites", 70, 60, 8.5),
      raised,
      line("that were seen by us, by year", 190, 60, 8.5),
    ];
    const source = sourceOf([first(before), pageOf([...note, ...cells(90, 8.5), ...set(after, 70, 230)])]);
    assert.equal(is(source, over), "exact");
    assert.match(source.text, /sites12 that were/);
    assert.equal(is(source, "Table 2. Some of the sites that were seen by us, by year"), "exact");
  });

  it("is what parts a sentence, in whatever words, and not what may be said in the text", () => {
    const said = ["They came each week to ask us what we had", "wanted, and nobody was blamed for it."];
    const source = sourceOf([first(before, set(said, 70, 640, 8.5)), pageOf(set(after, 70, 80))]);
    const parted = "come to rely upon her, and where she was not to be had they put the meeting";
    assert.equal(is(source, parted), "exact");
    assert.equal(is(source, said.join(" ")), "exact");
    const told = sourceOf([first(ended, set(said, 70, 640, 8.5)), pageOf(set(anew, 70, 80))]);
    assert.deepEqual(told.skipped, []);
  });

  it("is none that only begins as a caption does", () => {
    const shows = ["Table 2 shows how the sites were seen, and that", ...after.slice(1)];
    const source = sourceOf([first(before), pageOf(set(shows, 70, 80))]);
    assert.deepEqual(source.skipped, []);
    const cited = ["Table 2. The boards of both trusts had met", ...after.slice(1)];
    const cut = sourceOf([
      first([...before.slice(0, -1), "all of which was so as is shown in"]),
      pageOf(set(cited, 70, 80)),
    ]);
    assert.deepEqual(cut.skipped, []);
    assert.equal(is(cut, "all of which was so as is shown in Table 2. The boards of both trusts had met"), "exact");
  });

  it("is told by the words of many languages", () => {
    for (const own of [
      "Table 2. Sites",
      "TABLE 2",
      "Table 2 Sites",
      "Table 2: sites",
      "Fig. 3 How it works",
      "Figure 1. How",
      "Box 1 Key points",
      "Tabla 3. Sitios",
      "Figura 2",
      "Table IV. Sites",
      "Table A1. Sites",
      "Supplementary Table 2. Sites",
      "eTable 1. Sites",
      "Abbildung 2: Wie",
      "Table 3 (continued)",
      "Cuadro 1. Sitios",
      "Recuadro 2. Puntos",
    ])
      assert.ok(isCaption(own), own);
    for (const own of [
      "Table 2 shows that",
      "Tables were set",
      "table 2. The",
      "Figure 3 and",
      "Boxes 1 and 2",
      "In Table 2. The",
      "Figure it out",
      "Table mates 3",
    ])
      assert.ok(!isCaption(own), own);
    for (const own of [
      ...address,
      "Received 3 March 2013; accepted 5 May 2014",
      "School of Health, University of Leeds, Leeds, UK",
      "*Correspondence to: N. Okafor",
      "Autora para correspondencia: N. Okafor",
      "N. Okafor (✉) n.okafor@example.org",
    ])
      assert.ok(isAddress(own), own);
    for (const own of [
      "They came each week to ask us",
      "The school of thought that we follow",
      "We were received well",
      "In contact with others",
    ])
      assert.ok(!isAddress(own), own);
  });
});
