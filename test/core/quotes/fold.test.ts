import assert from "node:assert/strict";
import fc from "fast-check";
import { fold, spanIn } from "../../../src/core/quotes/fold.ts";
import { runs } from "../../runs.ts";

const plain = (text: string): string => fold(text, "plain").text;
const loose = (text: string): string => fold(text, "loose").text;

const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "word",
        "Wörd",
        "ﬁ",
        "“",
        "’",
        "-\n",
        " – ",
        "\u00ad",
        "5",
        ".5",
        "%",
        "\f",
        "\r\n",
        "é",
        "e\u0301",
        "𠀀",
        "\ud83d",
        "信任",
        "ثقة",
        "  ",
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

describe("a text as it is compared", () => {
  it("has marks, ligatures, accents, white space and case in one form", () => {
    assert.equal(plain("  The “ﬁrst”\n\tCafé — it’s\u00a0so…  "), 'the "first" cafe\u0301 - it\'s so...');
    assert.equal(plain("Cafe\u0301"), plain("CAFÉ"));
    assert.equal(plain("ΛΟΓΟΣ"), plain("λόγος".normalize("NFD").replace("\u0301", "")));
    assert.equal(plain("ｆｕｌｌ ｗｉｄｔｈ"), "full width");
    assert.equal(plain("in\u200bvi\u00adsible"), "invisible");
  });

  it("has no ends of lines and no punctuation where it is loose, but for what says something", () => {
    assert.equal(loose("collabo-\nration, they said: “yes”!"), "collaboration they said yes");
    assert.equal(loose("well-being, wellbeing, well-\r\nbeing"), "wellbeing wellbeing wellbeing");
    assert.equal(loose("trust – or trust—or trust -or"), "trust or trust or trust or");
    assert.equal(loose("It’s 12.5% of 1,000 (5–10) at -3; A&B."), "it's 12.5% of 1,000 5-10 at -3 a&b");
    for (const dash of ["-", "–", "‐", "−"]) assert.equal(loose(`1990${dash}\n2000 on`), "1990-2000 on", dash);
  });

  it("passes over heads and feet of pages, also where a word goes on over them", () => {
    const text = "they col-\n412 Journal\nlaborated well\n413 Journal\nand stayed";
    const skipped = ["412 Journal\n", "413 Journal\n"].map((head) => ({
      start: text.indexOf(head),
      end: text.indexOf(head) + head.length,
    }));
    assert.equal(fold(text, "loose", skipped).text, "they collaborated well and stayed");
    assert.equal(fold(text, "plain", skipped).text, "they col- laborated well and stayed");
  });

  it("knows where each of its stretches stands", () => {
    const text = "The “ﬁrst” cafe\u0301 collabo-\nrated.";
    const folded = fold(text, "loose");
    const span = (words: string): string => {
      const at = folded.text.indexOf(words);
      const { start, end } = spanIn(text, folded, at, at + words.length);
      return text.slice(start, end);
    };
    assert.equal(span("first"), "ﬁrst");
    assert.equal(span("cafe\u0301"), "cafe\u0301");
    assert.equal(span("collaborated"), "collabo-\nrated");
  });

  it("is itself when it is folded again, and its offsets ascend, in any text", () => {
    for (const looseness of ["plain", "loose"] as const)
      fc.assert(
        fc.property(texts, (text) => {
          const folded = fold(text, looseness);
          assert.equal(folded.offsets.length, folded.text.length);
          for (let at = 1; at < folded.offsets.length; at++)
            assert.ok((folded.offsets[at] ?? 0) >= (folded.offsets[at - 1] ?? 0));
          assert.ok(!/^ | $| {2}/.test(folded.text));
          assert.equal(fold(folded.text, looseness).text, folded.text);
        }),
        runs(40),
      );
  });
});
