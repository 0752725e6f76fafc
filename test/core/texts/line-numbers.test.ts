import assert from "node:assert/strict";
import { checkQuote } from "../../../src/core/quotes/check.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import { textOfPages } from "../../../src/core/texts/pdf-text.ts";
import type { Piece } from "../../../src/core/texts/pieces.ts";
import { line, pageOf } from "./set.ts";

const WORDS = "harbour ward nurse garden letter winter bridge summer partner board".split(" ");
const lines = Array.from(
  { length: 96 },
  (_, at) => `n${at} ${WORDS[at % 10]} ${WORDS[(at * 7 + 3) % 10]} goes by the hall`,
);
const quote = lines.slice(20, 24).join(" ");
const overPages = lines.slice(38, 42).join(" ");

interface Numbering {
  readonly x?: number;
  readonly isFlushRight?: boolean;
  readonly step?: number;
  readonly isAnew?: boolean;
  readonly text?: number;
}

function pagesOf({ x = 40, isFlushRight = false, step = 1, isAnew = false, text = 90 }: Numbering) {
  return [lines.slice(0, 40), lines.slice(40, 80), lines.slice(80)].map((own, page) =>
    pageOf(
      own.flatMap((words, at): readonly Piece[] => {
        const number = (isAnew ? 0 : page * 40) + at + 1;
        const y = 100 + at * 16;
        const label = line(String(number), x, y + 1, 7);
        const set = { ...label, x: isFlushRight ? x - label.width : x };
        return number % step === 0 ? [set, line(words, text, y)] : [line(words, text, y)];
      }),
    ),
  );
}

const sourceOf = (pages: Parameters<typeof textOfPages>[0]): SourceText => {
  const held = textOfPages(pages);
  return new SourceText(held.text, held.pages, held.skipped);
};

describe("numbers of lines in the margin", () => {
  for (const [name, numbering] of Object.entries<Numbering>({
    "left of the text": {},
    "flush right": { x: 52, isFlushRight: true },
    "right of it": { x: 460, text: 60 },
    "of each fifth line": { step: 5 },
    "anew on each page": { isAnew: true },
    "close to the text": { x: 80, isFlushRight: true, text: 87 },
  }))
    it(`are shown beside it and not compared: ${name}`, () => {
      const source = sourceOf(pagesOf(numbering));
      for (const words of [quote, overPages]) assert.equal(checkQuote(words, source).is, "exact");
      assert.match(source.text, numbering.x === 460 ? /^n9 .* hall 10$/m : /^10 n9 /m);
    });

  it("part no word at the end of a line", () => {
    const words = [...lines];
    words[20] = `${words[20]} coop-`;
    words[21] = `erative ${words[21]}`;
    for (const x of [40, 460]) {
      const pages = [words.slice(0, 40), words.slice(40, 80)].map((own, page) =>
        pageOf(
          own.flatMap((each, at) => [
            line(each, 90, 100 + at * 16),
            line(String(page * 40 + at + 1), x, 101 + at * 16, 7),
          ]),
        ),
      );
      assert.equal(checkQuote(`${lines[20]} cooperative ${lines[21]}`, sourceOf(pages)).is, "exact");
    }
  });

  it("are none that count the rows of a table, or items", () => {
    const rows = Array.from({ length: 12 }, (_, at) => [
      line(String(at + 1), 60, 200 + at * 24),
      line(`Study n${at} of`, 90, 200 + at * 24),
      line(`${WORDS[at % 10]} and others`, 90, 212 + at * 24),
    ]).flat();
    const above = lines.slice(0, 6).map((words, at) => line(words, 60, 80 + at * 12));
    const page = sourceOf([pageOf([...above, ...rows])]);
    assert.deepEqual(page.skipped, []);
    const table = sourceOf([
      pageOf(rows),
      pageOf(lines.slice(0, 30).map((words, at) => line(words, 60, 80 + at * 12))),
    ]);
    assert.deepEqual(table.skipped, []);
  });
});
