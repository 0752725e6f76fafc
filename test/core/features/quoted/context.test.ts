import assert from "node:assert/strict";
import fc from "fast-check";
import { quoteInContext } from "../../../../src/core/features/quoted/context.ts";
import { quoteAt } from "../../../../src/core/features/quoted/written.ts";
import { checkQuote } from "../../../../src/core/quotes/check.ts";
import { SourceText } from "../../../../src/core/quotes/source-text.ts";
import { textOfMarkup } from "../../../../src/core/texts/markup-text.ts";
import { spent } from "../../../hostile/growth.ts";
import { runs } from "../../../runs.ts";
import { reviewOf } from "../../reviews.ts";
import { FILE, quotedIn } from "./sources.ts";

const SIGNS = { around: "", quoted: "*", source: "+", alone: "-" } as const;
const TEXT =
  "Some came. Others did not. They met every week, and little was hid-\nden from any of them. Trust grew. So did costs. And more.\n";

function told(quote: string, text = TEXT, skipped: readonly { start: number; end: number }[] = []): string {
  const source = new SourceText(text, [{ start: 0, label: "7" }], skipped);
  const found = quoteInContext(quote, checkQuote(quote, source), source);
  if (!found) return "absent";
  const words = found.stretches.map(
    ({ is, text: said, isApart }) => (isApart ? " " : "") + (is === "around" ? said : SIGNS[is] + said + SIGNS[is]),
  );
  return `${found.is} ${found.pages.join()} ${found.nth}/${found.count}: ${words.join("").trim()}`;
}

describe("a quotation in its context", () => {
  it("has a sentence or two around it, on one line", () => {
    assert.equal(
      told("They met every week, and little was hidden"),
      "exact 7 1/1: Some came. Others did not. *They met every week, and little was hidden* from any of them. Trust grew.",
    );
    assert.equal(
      told("Some came"),
      "exact 7 1/1: *Some came*. Others did not. They met every week, and little was hidden from any of them.",
    );
    assert.equal(told("And more."), "exact 7 1/1: Trust grew. So did costs. *And more.*");
    assert.equal(told("Nobody came to the harbour in winter"), "absent");
  });

  it("begins in the midst of a word where the quotation does", () => {
    assert.equal(
      told("[t]hey met every week"),
      "exact 7 1/1: Others did not. T*hey met every week*, and little was hidden from any of them. Trust grew.",
    );
  });

  it("shows what was left out, and which words the source has instead", () => {
    assert.equal(
      told("They met … from any of them"),
      "exact 7 1/1: Some came. Others did not. *They met* every week, and little was hidden *from any of them*. Trust grew. So did costs.",
    );
    assert.equal(
      told("They met every week, and much was hidden from any of them."),
      "near 7 1/1: Some came. Others did not. *They met every week, and* -much- +little+ *was hidden from any of them.* Trust grew. So did costs.",
    );
    assert.equal(
      told("They met in every week, and was hidden from any of them."),
      "near 7 1/1: Some came. Others did not. *They met* -in- *every week, and* +little+ *was hidden from any of them.* Trust grew. So did costs.",
    );
  });

  it("shows what was left out of one that is near, too", () => {
    assert.equal(
      told("Others did not. … and much was hidden from any of them. Trust grew."),
      "near 7 1/1: Some came. *Others did not*. They met every week, *and* -much- +little+ *was hidden from any of them. Trust grew.* So did costs. And more.",
    );
  });

  it("leaves out heads and feet of pages, and says which of several places it is", () => {
    const text = "They met. 12 HEAD\nThey met. They parted.\n";
    assert.equal(
      told("They met. They parted", text, [{ start: 10, end: 18 }]),
      "exact 7 1/1: They met. *They met. They parted*.",
    );
    assert.equal(told("They met", text), "exact 7 1/2: *They met*. 12 HEAD They met. They parted.");
  });

  it("stays in its section, whose heading is no part of a sentence", () => {
    const { text, pages } = textOfMarkup(
      "<h1>Working together</h1><p>They met. Trust grew. So did costs.</p><h2>Mandates</h2><p>Others parted.</p>",
    );
    const source = new SourceText(text, pages);
    const around = (quote: string): string =>
      (quoteInContext(quote, checkQuote(quote, source), source)?.stretches ?? []).map((each) => each.text).join("|");
    assert.equal(around("Trust grew"), "They met.|Trust grew|. So did costs.");
    assert.equal(around("So did costs."), "They met. Trust grew.|So did costs.");
    assert.equal(around("Others parted"), "Others parted|.");
    assert.equal(around("Mandates"), "Mandates|Others parted.");
    assert.equal(around("Working together"), "Working together|They met. Trust grew.");
  });

  it("shows long words in part", () => {
    const long = Array.from({ length: 2000 }, (_, index) => `w${index}`).join(" ");
    assert.ok(told(long, `A. ${long}. B.`).length < 2000);
    assert.ok(told(long.replace("w1000", "x"), `A. ${long}. B.`).length < 5000);
  });

  it("takes no time for white space, lines or marks without end", () => {
    const enough = 8000;
    const time = spent(() => {
      for (const odd of ["\n", "- ", "> ", "\f", "-\n"]) {
        const text = `They met every week-${odd.repeat(100_000)}and little was hidden from any of them.`;
        told("They met every week and much was hidden from any of them.", text);
        const review = reviewOf({
          [FILE]: `---\ncitekey: a\n---\n\n## Extract e1\n\n> They met ${"x ".repeat(50_000)}\n`,
        });
        quoteAt(review, FILE, 60_000);
      }
    }, enough);
    assert.ok(time < enough, `${time} ms`);
  });

  it("tells the whole passage, whatever stands in the text", () => {
    const words = fc.array(
      fc.constantFrom<string>("met", "week.", "Trust", "hid-\nden", "漢字。", "\f", "ﬁne", "…", "[x]", "12.5%"),
      {
        minLength: 3,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(words, fc.nat(20), fc.constantFrom<string>("other", "", "weeks"), (text, at, word) => {
        const source = new SourceText(text.join(" "));
        const quote = text.with(at % text.length, word).join(" ");
        const answer = checkQuote(quote, source);
        const found = quoteInContext(quote, answer, source);
        assert.equal(found === undefined, answer.is === "absent");
        for (const { text: said } of found?.stretches ?? []) assert.ok(!/\s\s|[\n\f]/.test(said), said);
      }),
      runs(100),
    );
  });
});

describe("the quotation at a place", () => {
  it("is that of the extract whose block quote stands there", () => {
    const record = "> They met.\n> Trust grew.\n\nNot here.\n\n> More.\n\n- at: p. 1\n";
    const { review, extract } = quotedIn(TEXT, record);
    const text = review.text(FILE) ?? "";
    const isQuote = (words: string): boolean => quoteAt(review, FILE, text.indexOf(words))?.brief === extract.brief;
    assert.deepEqual(["> They", "grew", "More", "Not here", "at: p", "Extract", "citekey"].map(isQuote), [
      ...[true, true, true],
      ...[false, false, false, false],
    ]);
    const ordinary = reviewOf({ "a.md": "## CMOC A1\n\n> They met.\n" });
    assert.equal(quoteAt(ordinary, "a.md", 16), undefined);
  });
});
