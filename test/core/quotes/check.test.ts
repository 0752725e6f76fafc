import assert from "node:assert/strict";
import fc from "fast-check";
import { type Answer, checkQuote, type Hints } from "../../../src/core/quotes/check.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import { runs } from "../../runs.ts";

/** What is said, and the words that are taken for the quotation. */
function said(quote: string, text: string, hints: Hints = {}): string {
  const answer = checkQuote(quote, new SourceText(text), hints);
  return "passage" in answer ? `${answer.is}: ${wordsOf(answer, text)}` : answer.is;
}

const wordsOf = (answer: Answer, text: string): string =>
  "passage" in answer ? answer.passage.parts.map(({ start, end }) => text.slice(start, end)).join(" | ") : "";

const PAGES = ["They met weekly.\n", "Trust grew.\nThey met weekly.\n", "They met weekly. Trust grew.\n"];
const PAGED = new SourceText(
  PAGES.join(""),
  PAGES.map((_, index) => ({
    start: PAGES.slice(0, index).join("").length,
    label: String(40 + index),
  })),
);

describe("a quotation and its source", () => {
  it("is found by whole words and whole numbers alone", () => {
    assert.equal(said("trust", "Distrust grew, entrusted."), "absent");
    assert.equal(said("trust", "They had Trust."), "exact: Trust");
    assert.equal(said("12 people", "There were 312 people."), "near: 312 people");
    assert.equal(said("5 people stayed on", "There were 12.5 people stayed on."), "near: 12.5 people stayed on");
    assert.equal(said("they paid 12", "they paid 12.50"), "near: they paid 12.50");
    assert.equal(said("fell by 3 in all of them", "fell by -3 in all of them"), "near: fell by -3 in all of them");
    assert.equal(said("p 0.05 was taken as the level", "p < 0.05 was taken as the level").slice(0, 4), "near");
  });

  it("is told apart from one that says the opposite, by one word", () => {
    const text = "The nurses did not trust the managers after the first meeting.";
    assert.equal(said("The nurses did trust the managers after the first meeting.", text).slice(0, 4), "near");
    assert.equal(said("It was not unlikely that they met", "It was unlikely that they met").slice(0, 4), "near");
  });

  it("may have words left out, and others in their place", () => {
    const text = "The nurses met on Mondays, as the board had asked, and they stayed with the group for years.";
    assert.equal(said("The nurses met … and they stayed", text), "exact: The nurses met | and they stayed");
    assert.equal(said("[They] met on Mondays […] and they stayed", text), "exact: met on Mondays | and they stayed");
    assert.equal(said("and they stayed … The nurses met", text), "absent");
    assert.equal(said("The nurse[s] met on Mondays", text), "exact: The nurse | met on Mondays");
    assert.equal(said("The nurses met … and they strayed with the group", text).slice(0, 4), "near");
    const between = " Other words came.".repeat(600);
    assert.equal(
      said("The nurses met … and they stayed", `The nurses met.${between} And they stayed.`),
      "near: The nurses met | And they stayed",
      "few words stand anywhere",
    );
    assert.equal(said("The nurses met … and stayed", `The nurses stayed.${between} And they met.`), "absent");
    const [one, two] = ["The nurses of both wards met on every Monday", "and they stayed with the group for years"];
    assert.equal(said(`${one} … ${two}`, `${one}.${between} ${two}.`), `exact: ${one} | ${two}`);
  });

  it("has in brackets a letter in another case, or an ending of the same word", () => {
    const is = (quote: string, text: string): string => said(quote, text).split(":")[0] ?? "";
    assert.equal(is("[H]appy in the ward, they said", "They were unhappy in the ward, they said."), "near");
    assert.equal(is("[T]rust grew in the ward", "And distrust grew in the ward."), "near");
    assert.equal(is("[L]egal aid was given to them", "An illegal aid was given to them."), "near");
    assert.equal(is("[A]moral choices were made there", "The moral choices were made there."), "near");
    assert.equal(is("[T]rust grew in the ward", "So trust grew in the ward."), "exact");
    assert.equal(is("[É]tat de confiance", "L’état de confiance"), "exact");
    assert.equal(is("[un]trusted people left", "Trusted people left"), "exact");
    for (const [source, known] of [
      ["trust", "exact"],
      ["trusted", "exact"],
      ["trusts", "exact"],
      ["trusting", "exact"],
      ["trustworthily", "near"],
      ["trustless", "near"],
    ])
      assert.equal(is("They trust[ed] us in all that we did", `They ${source} us in all that we did.`), known, source);
    assert.equal(is("They do[es] trust the managers", "They don't trust the managers"), "near");
    assert.equal(is("It is no[t] so in all the wards", "It is now so in all the wards"), "near");
  });

  it("has words left out only where an ellipsis or a word says so", () => {
    const text = "The managers were not trusted by the nurses.";
    for (const mark of ["[ ]", "[]", "[?]", "[!]", "[–]", "[sic]", "[emphasis added]"])
      assert.equal(said(`The managers were ${mark} trusted by the nurses`, text).slice(0, 4), "near", mark);
    assert.equal(said("The managers were [truly] trusted by the nurses", text).slice(0, 4), "near", "it hides a not");
    for (const mark of ["[…]", "…", "[..]"])
      assert.equal(said(`The managers were ${mark} trusted by the nurses`, text).slice(0, 5), "exact", mark);
    assert.equal(said("The managers were [sic] not trusted [?] by", text).slice(0, 5), "exact");
  });

  it("has in brackets a name or some words for others, and hides no clause and no negation", () => {
    const text =
      "In 2014 the nurses at Leeds did not trust the new managers, but by 2017 they had come to rely on them. They would not have gone, and they had no trust in it.";
    const is = (quote: string): string => said(quote, text).split(":")[0] ?? "";
    assert.equal(is("the nurses [in the north] did not trust the new managers"), "exact");
    assert.equal(is("[They] did not trust the new managers"), "exact");
    assert.equal(is("the nurses at Leeds [never] trust the new managers"), "exact");
    assert.equal(is("the nurses at Leeds [did] trust the new managers"), "near");
    assert.equal(is("the nurses at Leeds [had] come to rely on them"), "near");
    assert.equal(is("They would [have] gone, and they had"), "near");
    assert.equal(is("gone, and they had [some] trust in it"), "near");
    const head = "Journal of what is not known of wards and of those who work there, volume 12, number 3, page 407";
    const broken = `Yamada said that\n${head}\n45 managers trusted the tutors.`;
    const at = broken.indexOf(head);
    const paged = new SourceText(broken, [], [{ start: at, end: at + head.length + 1 }]);
    assert.equal(checkQuote("Yamada [told us that many] managers trusted the tutors", paged).is, "exact");
    assert.equal(is("the nurses at Leeds […] come to rely on them"), "exact", "an ellipsis says it");
  });

  it("may end with who said it, where the source does not say so there", () => {
    const is = (quote: string, text: string): string => said(quote, text).split(":")[0] ?? "";
    const text =
      "Trust grew quickly there. It was slow (Moe, 2011). Costs fell, as Moe (2011) says. They met daily [12].";
    for (const end of [
      "— Okafor and Lindqvist 2014, p. 412",
      "– Okafor, B., & Lindqvist, A. (2014, p. 412)",
      "(Okafor & Lindqvist, 2014, p. 412)",
      "(Okafor & Lindqvist, 2014, p. 412).",
      "[@okafor2014, p. 412]",
      "(p. 412)",
    ])
      assert.equal(is(`Trust grew quickly there. ${end}`, text), "exact", end);
    assert.equal(is("It was slow (Moe, 2011).", text), "exact");
    assert.notEqual(is("It was slow (Moe, 2012).", text), "exact", "another year");
    assert.notEqual(is("Trust grew quickly there — and nobody in 2014 knew", text), "exact");
    assert.notEqual(is("Trust grew quickly there — Nobody came.", text), "exact");
  });

  it("is near where words beside a cut are others, wherever they stand", () => {
    const text =
      "The nurses at Leeds trusted the managers in the first year of the pilot, which ran until March, and most of them stayed on. In 2014 some 45 left.";
    for (const quote of [
      "The nurses at Leeds trusted the managers in the first year of the pilot … and most of them did not stay on.",
      "The nurses at Leeds trusted the managers in the first year of the pilot … most of them never stayed on.",
      "The nurses at Bradford trusted the … pilot, which ran until March, and most of them stayed on",
      "The nurses at Bradford trusted [them] in the first year of the pilot, which ran until March, and most of them stayed on",
      "The nurses at Bartholomew’s trusted … of the pilot",
      "The nurses at Bartholomew’s trusted the managers",
      "The nurses at Leeds trusted … until April, and most of them stayed on. In 2014 some 45 left.",
      "The nurses at Leeds trusted … until March, and most of them stayed on. In 2014 some 54 left.",
    ])
      assert.equal(said(quote, text).slice(0, 4), "near", quote);
  });

  it("is near where something stands in the midst of it: a table, a caption, the cells beside its own", () => {
    const [one, two] = [
      "In the third year the boards of both trusts had come to rely upon the facilitator, and where",
      "she was not to be had they put the meeting off rather than meet on their own without her.",
    ];
    const table = "Table 2. Numbers of those who came in the\nfirst years\n2014 30 40 and the rest\n".repeat(30);
    assert.equal(said(`${one} ${two}`, `Before. ${one}\n${table}${two} After.`), `near: ${one} | ${two}`);
    assert.equal(said(`${two} ${one}`, `Before. ${one}\n${table}${two} After.`), "absent");
    const cells =
      "Theme 3 “We did not know what they Nurses of ward 3\nwanted from us in year 3, in the north\nso we waited.”";
    assert.equal(said("We did not know what they wanted from us in year 3, so we waited.", cells).slice(0, 4), "near");
  });

  it("is compared without vowel points, and whatever keyboard and digits it was typed with", () => {
    for (const [text, quote] of [
      ["قال الثِّقَةُ أَسَاسُ التَّعَاوُنِ بَيْنَ الشُّرَكَاءِ في", "الثقة أساس التعاون بين الشركاء"],
      ["אֵמוּן הוּא הַבָּסִיס לְשִׁתּוּף", "אמון הוא הבסיס לשתוף"],
      ["اعتماد بین شرکای همکاری", "اعتماد بين شركاي همكاري"],
      ["كان في عام ٢٠١٤ هناك", "في عام 2014 هناك"],
      ["أســاس التعاون بين", "أساس التعاون"],
      ["בית־ספר של אמון", "בית-ספר של אמון"],
    ] as const) {
      assert.equal(said(quote, text).split(":")[0], "exact", quote);
    }
    assert.notEqual(said("في عام 2015 هناك", "كان في عام ٢٠١٤ هناك").split(":")[0], "exact");
  });

  it("begins and ends with whole words where hyphens join them, and with the signs of numbers", () => {
    const is = (quote: string, text: string): string => said(quote, text).split(":")[0] ?? "";
    for (const joint of ["-\n", "-", "\u00ad\n", "\u00ad", "‐\r\n", "-\n\n"]) {
      assert.equal(is("able to act on what they know", `They were un${joint}able to act on what they know.`), "near");
      assert.equal(is("In the wards they gained trust", `In the wards they gained trust${joint}worthiness`), "near");
      assert.notEqual(is("effective", `It was non${joint}effective then`), "exact");
    }
    assert.equal(is("effective", "It was non-effective then"), "near");
    assert.equal(is("able to act", "They were un – able to act, they said"), "exact");
    assert.equal(is("and long-term trust grew", "Both short- and long-term trust grew"), "exact");
    const [head, text] = ["412 Journal\n", "They were un-\n412 Journal\nable to act on what they know."];
    const start = text.indexOf(head);
    const source = new SourceText(text, [], [{ start, end: start + head.length }]);
    assert.equal(checkQuote("able to act on what they know", source).is, "near");
    assert.equal(checkQuote("they were unable to act", source).is, "exact");
    for (const minus of ["-", "−", "–"])
      for (const before of ["fell by ", "(", "= ", "β=", "\n", ""])
        assert.equal(
          is("0.35 in all of the wards", `${before}${minus}0.35 in all of the wards`),
          "near",
          before + minus,
        );
    for (const dash of ["-", "–"]) {
      assert.equal(is("they met 1020 people there", `they met 10${dash}\n20 people there`), "near");
      assert.equal(is("they met 10-20 people there", `they met 10${dash}\n20 people there`), "exact");
    }
    for (const mark of ["'", "’"]) {
      assert.equal(is("They said that we can", `They said that we can${mark}t.`), "near");
      assert.equal(is("what was said by the nurse", `what was said by the nurse${mark}s friend`), "exact");
      assert.equal(is("homme est venu", `l${mark}homme est venu`), "exact");
    }
  });

  it("has no white space between letters of scripts that part no words", () => {
    const is = (quote: string, text: string): string => said(quote, text).split(":")[0] ?? "";
    for (const words of [
      "信任在合作伙伴之间增长",
      "それから信頼が育ったのでスーパーに行った",
      "ความไว้วางใจเติบโตขึ้นระหว่างพันธมิตร",
      "ຄວາມໄວ້ເນື້ອເຊື່ອໃຈ",
      "ការជឿទុកចិត្តបានកើនឡើង",
      "ယုံကြည်မှုတိုးပွားလာသည်",
    ]) {
      const signs = [...new Intl.Segmenter().segment(words)].map(({ segment }) => segment);
      for (let at = 1; at < signs.length; at++) {
        const [before, after] = [signs.slice(0, at).join(""), signs.slice(at).join("")];
        if (/^\p{M}/u.test(after)) continue;
        for (const end of ["\n", "\r\n", " ", "\f"])
          assert.equal(is(words, `${before}${end}${after}。`), "exact", after);
        assert.equal(is(`${before} ${after}`, words), "exact");
      }
    }
    assert.equal(is("他们说，信任增长了", "后来他们说，\n信任增长了。"), "exact");
    assert.equal(is("信任在合作…之间增长", "信任在合\n作伙伴之\n间增长"), "exact");
    assert.equal(is("信任不增长在合作伙伴之间", "信任增长在合作\n伙伴之间"), "near");
    assert.equal(is("신뢰가자랐다고모두가말했다", "신뢰가 자랐다고 모두가 말했다"), "near", "Korean parts words");
  });

  it("keeps powers apart from digits", () => {
    assert.notEqual(said("102 of the nurses met", "10² of the nurses met").slice(0, 5), "exact");
    assert.equal(said("10² of the nurses met", "10² of the nurses met").slice(0, 5), "exact");
    assert.notEqual(said("they had 10 m", "they had 10 m² in all").slice(0, 5), "exact");
    assert.notEqual(said("they had 10-5 in", "they had 10⁻⁵ in all").slice(0, 5), "exact");
    assert.equal(said("THEY HAD CO2 in", "They had CO₂ in").slice(0, 5), "exact");
  });

  it("is near by few letters where it is short", () => {
    const is = (quote: string, text: string): string => said(quote, text);
    assert.equal(is("trust grew", "Then trust grows there."), "near: trust grows");
    assert.equal(is("trust grew", "Then they all left."), "absent");
    assert.equal(is("we met", "Then we meet there."), "near: we meet");
    assert.equal(is("trust", "Then the crust broke."), "absent", "a word alone is like too much");
    assert.equal(is("a b", "a c"), "absent");
  });

  it("has the hyphens of its source within words, but at the ends of lines", () => {
    const is = (quote: string, text: string): string => said(quote, text).split(":")[0] ?? "";
    assert.equal(is("they will resign, then", "And they will re-sign then."), "near");
    assert.equal(is("they will re-sign, then", "And they will resign then."), "near");
    assert.equal(is("they will re-sign, then", "And they will re-sign then."), "exact");
    for (const quote of ["they will re-sign, then", "they will resign, then"])
      assert.equal(is(quote, "And they will re-\nsign then."), "exact", quote);
    assert.equal(is("they, re-\nsign then", "And they resign then."), "exact");
    assert.equal(is("resign", "re-sign"), "near");
    assert.equal(is("trust–or, well", "trust - or well"), "exact");
  });

  it("takes the nearest of parts from which all the others are reached", () => {
    const text = `first part here. ${"x ".repeat(500)}first part here, middle one, ${"y ".repeat(30)}and the last part.`;
    const answer = checkQuote("first part here … middle one … and the last part", new SourceText(text));
    assert.equal(answer.is, "exact");
    assert.ok("passage" in answer && answer.passage.span.start > 500);
  });

  it("is at the page that is named where it stands more often", () => {
    const place = (page: string, hints: Hints = {}): string => {
      const answer = checkQuote("They met weekly", PAGED, { ...hints, pages: { from: page, to: page } });
      if (answer.is !== "exact" && answer.is !== "moved") return answer.is;
      const labels = PAGED.pagesOf(answer.passage.span).map(({ label }) => label);
      return `${answer.is} ${labels.join()} of ${answer.count}`;
    };
    assert.equal(place("40"), "exact 40 of 3");
    assert.equal(place("42"), "exact 42 of 3");
    assert.equal(place("99"), "moved 40 of 3");
    assert.equal(place("99", { after: 30 }), "moved 41 of 3".replace("41", "42"));
    assert.equal(place("xl"), "moved 40 of 3");
    const plain = new SourceText(PAGED.text, [{ start: 0, label: undefined }]);
    assert.equal(checkQuote("Trust grew", plain, { pages: { from: "99", to: "99" } }).is, "exact");
    assert.equal(checkQuote("Trust grew", new SourceText(PAGED.text), { pages: { from: "99", to: "99" } }).is, "exact");
  });

  it("is at the page that is named, however often it stands before", () => {
    const pages = Array.from({ length: 400 }, () => "Trust grew here. ".repeat(20));
    const start = (index: number): number => pages.slice(0, index).join("").length;
    const source = new SourceText(
      pages.join(""),
      pages.map((_, index) => ({ start: start(index), label: String(index + 1) })),
    );
    for (const quote of ["trust", "Trust grew … here", "Trust"]) {
      const answer = checkQuote(quote, source, { pages: { from: "390", to: "390" } });
      assert.equal(answer.is, "exact", quote);
      assert.ok("passage" in answer && answer.passage.span.start >= start(389));
    }
    assert.equal(checkQuote("trust", source, { pages: { from: "999", to: "999" } }).is, "moved");
    const many = new SourceText("x ".repeat(30_000), [{ start: 0, label: "1" }]);
    assert.equal(checkQuote("x", many, { pages: { from: "2", to: "2" } }).is, "exact", "not all places are known");
    assert.equal(checkQuote("x … and y", new SourceText(`${"x ".repeat(5000)}and y`)).is, "exact");
  });

  it("is between its neighbours where it stands more often", () => {
    const at = (hints: Hints): number => {
      const answer = checkQuote("They met weekly", PAGED, hints);
      return "passage" in answer ? answer.passage.span.start : -1;
    };
    const places = [...PAGED.text.matchAll(/They met/g)].map(({ index }) => index);
    assert.equal(at({}), places[0]);
    assert.equal(at({ after: 20, before: 40 }), places[1]);
    assert.equal(at({ after: 40 }), places[2]);
  });

  it("may be in any script, of one word, or of thousands", () => {
    assert.equal(said("护士信任", "我们知道护士信任经理。"), "exact: 护士信任");
    assert.equal(said("护士不信任", "我们知道护士信任经理。").slice(0, 4), "near");
    assert.equal(said("港口结冰了", "我们知道护士信任经理。"), "absent");
    assert.equal(said("الثقة بين", "قالوا إن الثقة بين الناس"), "exact: الثقة بين");
    assert.equal(said("信頼が育った", "それから信頼が育った。"), "exact: 信頼が育った");
    assert.equal(said("", "words"), "absent");
    assert.equal(said("—", "words — and more"), "absent");
    assert.equal(said("words", ""), "absent");
    const many = Array.from({ length: 5000 }, (_, index) => `word${index}`);
    assert.equal(said(many.join(" "), `Before. ${many.join("\n")} After.`).slice(0, 5), "exact");
    const wrong = many.with(2500, "other").join(" ");
    assert.equal(said(wrong, `Before. ${many.join("\n")} After.`).slice(0, 4), "near");
  });

  it("is compared in the whole of its length", () => {
    const score = (quote: string, text: string): number | string => {
      const answer = checkQuote(quote, new SourceText(text));
      return answer.is === "near" ? answer.score : answer.is;
    };
    const many = Array.from({ length: 600 }, (_, index) => `word${(index * 7919) % 1000}`);
    const text = `Before it. ${many.join("\n")} After it.`;
    const invented = (from: number, to: number): string =>
      many.map((word, at) => (at >= from && at < to ? `inv${(at * 31) % 977}ed` : word)).join(" ");
    assert.equal(score(invented(150, 450), text), "absent", "the half of it is invented");
    for (const [from, to] of [
      [0, 50],
      [270, 320],
      [560, 600],
    ] as const) {
      const near = score(invented(from, to), text);
      assert.ok(typeof near === "number" && near > 0.88 && near < 0.95, `${from}: ${near}`);
    }
    const misspelt = many.map((word) => word.replace("o", "a")).join(" ");
    const near = score(misspelt, text);
    assert.ok(typeof near === "number" && near < 0.9 && near > 0.8, `${near}`);
  });

  it("is found wherever it was taken from, whatever it says", () => {
    const words = fc.constantFrom(
      "trust",
      "grew",
      "“slowly”",
      "ﬁrst",
      "col-\nlab",
      "12.5%",
      "–",
      "e\u0301tude",
      "信任",
      "(C)",
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 3, maxLength: 40 }), fc.nat(30), fc.nat(30), (all, from, length) => {
        const taken = all.slice(from % all.length, (from % all.length) + length + 1);
        if (!/[\p{L}\p{N}]/u.test(taken.join(""))) return;
        const answer = checkQuote(taken.join(" "), new SourceText(all.join(" ")));
        assert.equal(answer.is, "exact");
      }),
      runs(40),
    );
  });
});
