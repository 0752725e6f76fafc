import assert from "node:assert/strict";
import fc from "fast-check";
import { locatorOf } from "../../../../src/core/features/coding/locator.ts";
import { newExtract } from "../../../../src/core/features/coding/new-extract.ts";
import { MOST_WORDS, passageOf } from "../../../../src/core/features/coding/passage.ts";
import { sentenceAt } from "../../../../src/core/features/coding/sentence.ts";
import { checkQuote } from "../../../../src/core/quotes/check.ts";
import { SourceText } from "../../../../src/core/quotes/source-text.ts";
import type { Span } from "../../../../src/core/text.ts";
import { textOfMarkdown } from "../../../../src/core/texts/markdown-text.ts";
import { runs } from "../../../runs.ts";
import { reviewOf } from "../../reviews.ts";
import { filesAfter } from "../editing.ts";

/** Where words stand in a text, from the first of them to the last. */
function at(text: string, from: string, to = from): Span {
  const start = text.indexOf(from);
  return { start, end: text.indexOf(to, start) + to.length };
}

/** The words as they are quoted, or why they are not. */
function quoted(text: string | SourceText, ...spans: readonly Span[]): string {
  const source = typeof text === "string" ? new SourceText(text) : text;
  const passage = passageOf(source, spans, "lund2010");
  if ("refused" in passage) return `refused: ${String(passage.data.words)}`;
  assert.equal(checkQuote(passage.paragraphs.join(" "), source).is, "exact");
  return passage.paragraphs.join(" | ");
}

describe("a passage that is selected in a full text", () => {
  it("is quoted without the marks of Markdown that stand in it", () => {
    const text =
      "> They said un*believ*able [trust](http://x.org/long) was\n> **everything** to R&amp;D<sup>12</sup>, with 10<sup>3</sup>\n> of them, they said.\n";
    const held = textOfMarkdown(text);
    const source = new SourceText(held.text, held.pages, held.skipped);
    assert.equal(quoted(source, at(text, "believ", "10")), "unbelievable trust was everything to R&D, with 10³");
    assert.equal(quoted(source, at(text, "trust", "everything")), "trust was everything");
    assert.equal(quoted(source, at(text, "was", "said.")), "was everything to R&D, with 10³ of them, they said.");
  });

  it("is whole words, its lines joined, and is proven", () => {
    const text = "Partners that had\nsucceeded together  before\r\nwere quick to trust one another.\n";
    assert.equal(
      quoted(text, at(text, "artners", "quick t")),
      "Partners that had succeeded together before were quick to",
    );
    assert.equal(quoted(text, at(text, "\nsucc", "ther ")), "succeeded together");
    assert.equal(quoted("it was 12.50 in all", { start: 8, end: 9 }), "12.50");
    assert.equal(quoted("an evidence-based view", { start: 13, end: 21 }), "evidence-based view");
    assert.equal(quoted("they were un-\nable to act", { start: 14, end: 21 }), "un-able to");
    assert.equal(quoted("an na\u0308ive view", { start: 4, end: 6 }), "na\u0308ive");
    assert.equal(quoted("a 😀trust\ud83d\ude00 b", { start: 3, end: 7 }), "😀trust", "no sign is parted");
  });

  it("is of a note where it stands in one, without what is passed over in that", () => {
    const text = "Trust grew among\n1 See Lund12 and others\nwho met them.\nthe partners.";
    const span = (words: string): Span => at(text, words);
    const [first, number] = [text.indexOf("1 See"), text.indexOf("12 and")];
    const end = text.indexOf("the partners");
    const skipped = [
      { start: first, end: number, isNote: true },
      { start: number, end: number + 2 },
      { start: number + 2, end, isNote: true },
    ];
    const source = new SourceText(text, [], skipped);
    assert.equal(quoted(source, at(text, "See", "met them.")), "See Lund and others who met them.");
    assert.equal(quoted(source, at(text, "Trust", "partners.")), "Trust grew among the partners.");
    assert.equal(quoted(source, span("others\nwho")), "others who");
  });

  it("has the words that ends of lines parted, as the text writes them elsewhere", () => {
    const text =
      "A partner-\nship is well-\nknown. A well-known thing. The Anglo-\nSaxon co-\noperation, cooperation, half-\ntime.";
    assert.equal(
      quoted(text, { start: 0, end: text.length }),
      "A partner-ship is well-known. A well-known thing. The Anglo-Saxon cooperation, cooperation, half-time.",
    );
    const words = "self-\nesteem and well-\nbeing in long-\nterm, evidence-\nbased";
    assert.equal(quoted(words, at(words, "self", "based")), "self-esteem and well-being in long-term, evidence-based");
    const both = "co-\noperate, cooperate, co-operates and co-operate; part-\nners (Partners); wellbeing-\nled";
    assert.equal(
      quoted(both, { start: 0, end: both.length }),
      "co-operate, cooperate, co-operates and co-operate; partners (Partners); wellbeing-led",
    );
    const beside = "well-\nbeing, wellbeing, a well\u2010being-effect";
    assert.equal(quoted(beside, at(beside, "well", "being,")), "well-being,");
    assert.equal(quoted("co\u00ad\noperate to\u00adday", { start: 0, end: 18 }), "cooperate today");
  });

  it("keeps the hyphens of an address", () => {
    for (const [text, words] of [
      ["https://x.org/a-\nb, ab", "https://x.org/a-b, ab"],
      ["www.part-\nners.org partners", "www.part-ners.org partners"],
      ["doi 10.1000/part-\nners partners", "doi 10.1000/part-ners partners"],
      ["https://x.org/a-\npart-\nners partners", "https://x.org/a-part-ners partners"],
      ["part-\nners@x.org partners", "part-ners@x.org partners"],
      ["part-\nners.org/x partners", "part-ners.org/x partners"],
    ] as const)
      assert.equal(quoted(text, { start: 0, end: text.length }), words);
  });

  it("is as the text writes its words, however many there are", () => {
    const all = Array.from({ length: 200 }, (_, n) => `part${String.fromCodePoint(0x4e00 + n)}`);
    const text = `${all.map((word) => `${word.slice(0, 2)}-\n${word.slice(2)} x-\n${word}`).join(" ")}\n\n${all.join(" ")} x-${all[150]}`;
    const selected = quoted(text, { start: 0, end: text.indexOf("\n\n") });
    assert.equal(selected, all.map((word) => `${word} x-${word}`).join(" "));
  });

  it("is proven where the text has signs that nobody sees", () => {
    for (const [text, words] of [
      ["the be\u0007ll rang", "the be ll rang"],
      ["bell\u0007 here", "bell here"],
      ["the line\u0085next", "the line next"],
      ["a\u007fb \u0090c", "a\u007fb \u0090c"],
      ["\ufeffzero\ufeffwidth", "zerowidth"],
      ["12\u0001.5 x", "12 .5 x"],
    ] as const)
      assert.equal(quoted(text, { start: 0, end: text.length }), words);
  });

  it("is found in a large text without comparing all of it", () => {
    const text = "Partners that suc-\nceeded together trust one another. ".repeat(20_000);
    const source = new SourceText(text);
    const begun = performance.now();
    const passage = passageOf(source, [{ start: 500_000, end: 500_300 }], "k");
    assert.ok(!("refused" in passage));
    assert.ok(performance.now() - begun < 200, `${performance.now() - begun}`);
  });

  it("keeps paragraphs, and goes on over an empty line where the sentence does", () => {
    const text = "They met.\n\nTrust grew, as the\n\nyears went by.";
    assert.equal(quoted(text, { start: 0, end: text.length }), "They met. | Trust grew, as the years went by.");
    const paged = "Trust grew, as the\n413 Journal of Trust\fyears went¹ by.";
    const skips = [at(paged, "413 Journal of Trust"), at(paged, "¹")];
    const source = new SourceText(
      paged,
      [
        { start: 0, label: "412" },
        { start: paged.indexOf("\f") + 1, label: "413" },
      ],
      skips,
    );
    assert.equal(quoted(source, { start: 0, end: paged.length }), "Trust grew, as the years went by.");
    assert.equal(locatorOf(source, [{ start: 0, end: paged.length }], true), "pp. 412–413");
    assert.equal(locatorOf(source, [{ start: 0, end: 4 }], true), "p. 412");
  });

  it("is one of several selections, in the order of the text, where they stand near each other", () => {
    const text = "They met weekly, as the board had asked them to, and trust grew among them.";
    assert.equal(quoted(text, at(text, "trust grew"), at(text, "They met weekly")), "They met weekly … trust grew");
    assert.equal(quoted(text, at(text, "They met"), at(text, "met weekly")), "They met weekly");
    const far = `They met weekly then. ${"Other words came. ".repeat(1000)} And trust grew among them.`;
    assert.match(
      quoted(far, at(far, "They met weekly then"), at(far, "And trust grew among")),
      /^refused: .* too far apart/,
    );
  });

  it("is refused where it has no words, or too many", () => {
    assert.match(quoted("a  --- b", { start: 1, end: 6 }), /^refused: No words are selected/);
    assert.match(quoted("some words", { start: 4, end: 4 }), /^refused: No words are selected/);
    const long = "word ".repeat(MOST_WORDS + 1);
    assert.match(quoted(long, { start: 0, end: long.length }), /^refused: More than/);
    assert.match(quoted("語".repeat(1_000_000), { start: 0, end: 1_000_000 }), /^refused: More than/);
    assert.equal(quoted("\0one\0 two", { start: 0, end: 20 }).startsWith("refused"), false);
  });

  it("may be in any script, and hold any sign", () => {
    for (const text of [
      "彼らは信頼\nを築いた。そして\n続けた。",
      "الثقة نمت\nبين الشركاء ببطء.",
      "> a quote\n> with `ticks` and *stars*\n\n- a list",
      "We ﬁnd “trust” — 50 % of\nit … [sic].",
    ])
      assert.ok(!quoted(text, { start: 0, end: text.length }).startsWith("refused"), text);
  });

  it("is proven whatever is selected", () => {
    const word = fc.constantFrom(
      "trust",
      "grew",
      "well-",
      "Anglo-",
      "12.5",
      "(so)",
      "“said”",
      "信頼",
      "…",
      "[x]",
      "a",
      "-",
      "co\u00ad",
    );
    const gap = fc.constantFrom(" ", "\n", "\r\n", "\n\n", "  ", "\f", "-\n");
    const text = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 40 }).map((all) => all.flat().join(""));
    fc.assert(
      fc.property(text, fc.nat(200), fc.nat(200), (made, one, other) => {
        const source = new SourceText(made);
        const passage = passageOf(source, [{ start: Math.min(one, other), end: Math.max(one, other) }], "k");
        if (!("refused" in passage)) {
          const answer = checkQuote(passage.paragraphs.join(" "), source);
          assert.equal(answer.is, "exact");
        }
      }),
      runs(200),
    );
  });
});

describe("the locator of a passage", () => {
  const para = (words: string): string => `${words} ${"and so on ".repeat(12)}.`;

  it("is its section and its paragraph where there are no pages", () => {
    const text = `A title\n\nA. Author\n\n${para("First")}\n\n${para("Second")}\n\n# Find\n\n${para("Third")}\n`;
    const source = new SourceText(text);
    const of = (words: string): string | undefined => locatorOf(source, [at(text, words)], false);
    assert.equal(of("First"), "para. 1");
    assert.equal(of("Second"), "para. 2");
    assert.equal(of("Third"), "Find, para. 1");
    assert.equal(of("Author"), undefined);
    const sections = new SourceText(`Discussion\n\n${para("One")}\n\n${para("Two")}\n\nPage 3\n\n${para("Three")}`, [
      { start: 0, label: undefined },
    ]);
    assert.equal(locatorOf(sections, [at(sections.text, "Two")], false), "Discussion, para. 2");
  });

  it("names a section whatever its heading is, and counts in the whole text where it has none", () => {
    for (const heading of [
      "Theme 1: Trust",
      "Findings – who gains",
      "Results - trust",
      "Sub [x] *y* `z`",
      "C: trust",
    ]) {
      const made = new SourceText(`${heading}\n\n${para("One")}\n\n${para("Two")}`, [{ start: 0, label: undefined }]);
      const locator = locatorOf(made, [at(made.text, "Two")], false);
      assert.equal(locator, `${heading}, para. 2`);
      const review = reviewOf({
        "r.bib": "@article{a2000, title={W}}",
        "review.yaml": "cmoc: 1\nbibliography: [r.bib]\n",
      });
      const files = filesAfter(
        review,
        newExtract(review, "a2000", { paragraphs: ["Two"], at: locator }, { codes: [], links: [] }),
      );
      const [extract] = reviewOf(files).extractsOf("a2000");
      assert.equal(extract?.entity.kind === "extract" && extract.entity.at?.text, locator);
    }
    const pages = new SourceText(`${para("One")}\n\n# Page 3\n\n${para("Two")}`);
    assert.equal(locatorOf(pages, [at(pages.text, "Two")], false), "para. 2");
  });

  it("knows the headings of Markdown from code, and those that are underlined", () => {
    const of = (text: string, words = "Two"): string | undefined =>
      locatorOf(new SourceText(text), [at(text, words)], false);
    const one = para("One");
    const two = para("Two");
    assert.equal(of(`# A\n\n\`\`\`sh\n# x\n\`\`\`\n\n${two}`)?.startsWith("A, para."), true);
    assert.equal(of(`# A\n\n~~~~\n~~~\n# x\n~~~~\n\n${two}`)?.startsWith("A, para."), true);
    for (const rule of ["=====", "---", "=", "---  "])
      assert.equal(of(`A title\n===\n\n${one}\n\nSet: up\r\n${rule}\n\n${one}\n\n${two}`), "Set: up, para. 2");
    assert.equal(of(`# A #\n\n${one}\n\n---\n\n${two}`), "A, para. 2");
    assert.equal(of(`# A\n\nfirst line\nof a paragraph\n---\n\n${two}`), "A, para. 1");
    assert.equal(of(`   ## B\n\n${two}`), "B, para. 1");
  });

  it("is unknown where pages have no printed number", () => {
    assert.equal(
      locatorOf(new SourceText("one", [{ start: 0, label: undefined }]), [{ start: 0, end: 3 }], true),
      undefined,
    );
  });
});

describe("the sentence at a cursor", () => {
  const at = (text: string, words: string): string | undefined => {
    const span = sentenceAt(text, text.indexOf(words));
    return span && text.slice(span.start, span.end);
  };

  it("is within its paragraph, without the heading above it", () => {
    const text = "Summary\nVisits look\nfor hazards. They “are.” We asked\nat 3.5 homes, e.g. here! No?\n\nNext one";
    assert.equal(at(text, "for"), "Visits look\nfor hazards.");
    assert.equal(at(text, "They"), "They “are.”");
    assert.equal(at(text, "homes"), "We asked\nat 3.5 homes, e.g. here!");
    assert.equal(at(text, "Summary"), "Summary");
    assert.equal(at(text, "Next"), "Next one");
    assert.equal(at("彼らは信頼した。そして続けた。", "続"), "そして続けた。");
    assert.equal(at("a\r\n\r\nb. C", "b"), "b.");
  });

  it("goes on over decimals, brackets and words that a dot shortens", () => {
    for (const sentence of [
      "As shown by Okafor et al. (2014) trust grows slowly.",
      "As Okafor et al. Partners trust (Lund et al. [12]) says, trust grew.",
      "The odds ratio was 2.3 (95% CI 1.1–4.5) in all groups.",
      "Adherence was 4.5 Among them.",
      "In Fig. 2 (left) and Fig. S1 trust grew vs. Others in U.K. Partners.",
      "They met Dr. Smith and Prof. J. Lund, and trust grew.",
      "This holds, e.g. “Trust” and i.e. (More) of it.",
      "Smith (pp. 4–5; cf. Table 2) asked U.S. Partners at St. Mary’s.",
      "Es hielt, z.B. Vertrauen.",
      "Trust grew.12",
      "Trust grew.¹²",
      "Trust grew.12,13–15",
      "Trust grew. [3, 4]",
      "They stayed in the U.K.",
      "It was shown by Okafor et al.",
      "It was group B.",
      "“Trust grew.”",
      "Trust grew in 12 of 30 (40%).",
    ])
      for (const word of [sentence.slice(0, 4), sentence.slice(-8)])
        assert.equal(at(`Some came. ${sentence} The others left. Next.`, word), sentence);
    assert.equal(at("It fell. (See also there.) Then", "See"), "(See also there.)");
  });

  it("is none where there are no words", () => {
    assert.equal(sentenceAt("", 0), undefined);
    assert.equal(sentenceAt("a\n\n---\n\nb", 4), undefined);
  });
});
