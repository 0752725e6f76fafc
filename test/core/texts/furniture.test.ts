import assert from "node:assert/strict";
import { checkQuote } from "../../../src/core/quotes/check.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import type { HeldText } from "../../../src/core/texts/held-text.ts";
import { textOfPages } from "../../../src/core/texts/pdf-text.ts";
import type { Piece } from "../../../src/core/texts/pieces.ts";
import { textOfFile } from "../../../src/core/texts/plain-text.ts";
import { line, pageOf } from "./set.ts";

const WORDS = "harbour ward nurse garden letter winter bridge summer partner board".split(" ");
/** Lines none of which is another. */
const linesOf = (page: number, count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, at) => `p${page}n${at} ${WORDS[(at * 7 + page) % 10]} ${WORDS[(at + page * 3) % 10]} stands`,
  );
const OVER = ["trust grows among the partners who", "met every single week in the hall"];
const QUOTE = OVER.join(" ");

function bodyOf(page: number, count = 40): readonly string[] {
  const lines = [...linesOf(page, count)];
  if (page > 0) lines[0] = OVER[1] ?? "";
  lines[lines.length - 1] = OVER[0] ?? "";
  return lines;
}

const set = (lines: readonly string[], y: number, leading = 13): readonly Piece[] =>
  lines.map((text, at) => line(text, 70, y + at * leading));
const asideOf = ({ text, skipped }: HeldText): readonly string[] =>
  skipped.map(({ start, end }) => text.slice(start, end).trim());
const answer = (held: HeldText, quote: string): string =>
  checkQuote(quote, new SourceText(held.text, held.pages, held.skipped)).is;

describe("heads and feet of a PDF's pages", () => {
  for (const count of [2, 3, 4, 5, 6, 9])
    it(`are told from the text where left and right pages have others, of ${count} pages`, () => {
      const heads = Array.from({ length: count }, (_, at) =>
        at % 2 ? "Okafor and Lindqvist" : "What neighbours know",
      );
      const pages = heads.map((head, at) => [line(head, at % 2 ? 70 : 300, 40, 9), ...set(bodyOf(at), 80)]);
      const held = textOfPages(pages.map((pieces) => pageOf(pieces)));
      assert.deepEqual(asideOf(held), heads);
      assert.equal(answer(held, QUOTE), "exact");
      const numbered = textOfPages(
        pages.map((pieces, at) => pageOf([...pieces, line(`${at + 207}`, at % 2 ? 70 : 500, 40, 9)])),
      );
      assert.equal(numbered.folio, 207);
      assert.equal(answer(numbered, QUOTE), "exact");
    });

  it("are no first lines of the text, also not where these come again or are a number", () => {
    const asked = [0, 1, 2, 3].map((page) =>
      pageOf(set(["Interviewer: Can you say more about that?", ...linesOf(page, 20)], 60, 12)),
    );
    assert.deepEqual(asideOf(textOfPages(asked)), []);
    const year = ["Number of nurses who stayed in the ward until", "2014", "and who then left were seven"];
    const held = textOfPages([pageOf(set([...year, ...linesOf(0, 30)], 60, 12))]);
    assert.equal(answer(held, year.join(" ")), "exact");
    assert.notEqual(answer(held, `${year[0]} ${year[2]}`), "exact");
    const first = textOfPages([pageOf(set([...year.slice(1), ...linesOf(0, 30)], 60, 12))]);
    assert.deepEqual(asideOf(first), []);
  });

  it("are no turns of a conversation that blank lines part, and no titles", () => {
    const turns = [0, 1, 2].map((page) => pageOf(set(linesOf(page, 24), 60, 30)));
    assert.deepEqual(asideOf(textOfPages(turns)), []);
    const slides = [0, 1, 2].map((page) =>
      pageOf([line(`What trust is ${"abc"[page]}`, 60, 60, 24), ...set(linesOf(page, 9), 140)]),
    );
    assert.deepEqual(asideOf(textOfPages(slides)), []);
  });
});

describe("heads and feet of a text whose pages form feeds part", () => {
  const page = (head: string, at: number, foot = ""): string =>
    `${head}\n\n${bodyOf(at).join("\n")}\n${foot === "" ? "" : `\n${foot}\n`}`;

  it("are not compared where they come again, count the pages, or part a sentence", () => {
    for (const heads of [
      ["What neighbours know    207", "208    Okafor and Lindqvist"],
      ["What neighbours know", "Okafor and Lindqvist"],
      ["207", "208", "209"],
      ["What neighbours know", "Okafor and Lindqvist", "What neighbours know", "Okafor and Lindqvist"],
    ]) {
      const held = textOfFile(heads.map((head, at) => page(head, at)).join("\f"));
      assert.equal(answer(held, QUOTE), "exact", heads.join("|"));
      assert.equal(answer(held, heads[1] ?? ""), "exact");
    }
    const held = textOfFile([0, 1, 2].map((at) => page("A head of all", at, String(at + 31))).join("\f"));
    assert.equal(answer(held, QUOTE), "exact");
    assert.equal(held.folio, 31);
  });

  it("are none where the text goes on with what stands there", () => {
    const pages = [
      "They stayed until\n2014\nand then left.\n",
      "They met.\n\nTrust grew.\n",
      "They parted.\n\nIt ended.\n",
    ];
    assert.deepEqual(textOfFile(pages.join("\f")).skipped, []);
    assert.deepEqual(textOfFile("One page.\n\n12\n").skipped, []);
  });
});
