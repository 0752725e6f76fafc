import assert from "node:assert/strict";
import { checkQuote } from "../../../src/core/quotes/check.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import { textOfPages } from "../../../src/core/texts/pdf-text.ts";
import type { Piece } from "../../../src/core/texts/pieces.ts";
import { line, pageOf } from "./set.ts";

const HEBREW = ["שלום לכל החברים שבאו אל", "הבית הגדול ליד הנמל אתמול", "בערב אחד לפני הסערה הגדולה"];
const ARABIC = ["الثقة بين الشركاء تنمو مع", "الوقت في كل مكان وزمان"];

/** Words that are painted one by one, from where they begin or from the left. */
function painted(text: string, right: number, y: number, from: "right" | "left" = "right"): readonly Piece[] {
  let at = right;
  const pieces = text.split(" ").map((word) => {
    const piece = line(word, at - word.length * 5, y);
    at -= (word.length + 1) * 5;
    return piece;
  });
  return from === "right" ? pieces : pieces.toReversed();
}

describe("words that are read from right to left", () => {
  for (const from of ["right", "left"] as const)
    for (const lines of [HEBREW, ARABIC])
      it(`keep their order where they are painted one by one from the ${from}: ${lines[0]?.slice(0, 8)}`, () => {
        const { text, pages } = textOfPages([
          pageOf(lines.flatMap((each, at) => painted(each, 500, 100 + at * 12, from))),
        ]);
        assert.equal(text.trim(), lines.join("\n"));
        assert.equal(checkQuote(lines.join(" "), new SourceText(text, pages)).is, "exact");
      });

  it("are read in the midst of others, and others in their midst, with numbers", () => {
    const english = [line("They say", 50, 100), ...painted("שלום לכל", 160, 100), line("to all.", 170, 100)];
    const more = Array.from({ length: 3 }, (_, at) => line("and so they went on with it", 50, 112 + at * 12));
    assert.match(textOfPages([pageOf([...english, ...more])]).text, /^They say שלום לכל to all\.\n/);
    const hebrew = [
      ...painted("שלום לכל", 500, 100),
      line("realist", 380, 100),
      line("review", 420, 100),
      ...painted("החברים שבאו", 370, 100),
    ];
    const own = HEBREW.flatMap((each, at) => painted(each, 500, 112 + at * 12));
    assert.match(textOfPages([pageOf([...hebrew, ...own])]).text, /^שלום לכל realist review החברים שבאו\n/);
  });

  it("are read in columns from the right one on", () => {
    const [right, left] = [0, 1].map((column) =>
      Array.from({ length: 8 }, (_, at) => `${HEBREW[at % 3]} ${HEBREW[(at + column) % 3]} ${column}${at}`),
    );
    const pieces = [left, right].flatMap((lines, index) =>
      (lines ?? []).map((text, at) => ({ ...line(text, index === 0 ? 50 : 310, 100 + at * 12), width: 235 })),
    );
    assert.equal(textOfPages([pageOf(pieces)]).text.trim(), [...(right ?? []), ...(left ?? [])].join("\n"));
  });
});
