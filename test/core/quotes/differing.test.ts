import assert from "node:assert/strict";
import fc from "fast-check";
import { differing, type Token, tokensOf } from "../../../src/core/quotes/differing.ts";
import { spent } from "../../hostile/growth.ts";
import { runs } from "../../runs.ts";

const words = (text: string): readonly Token[] => tokensOf({ text, spans: [{ start: 0, end: text.length }] });

/** `=they met -not +often`: what is the same, of the one alone, of the other alone. */
function told(quote: string, source: string): string {
  const [own, others] = [words(quote), words(source)];
  const said = (tokens: readonly Token[], sign: string): string =>
    tokens.length === 0 ? "" : ` ${sign}${tokens.map(({ word }) => word).join(" ")}`;
  return differing(own, others)
    .map((run) => {
      const [one, other] = [own.slice(run.quote.start, run.quote.end), others.slice(run.source.start, run.source.end)];
      return run.isSame ? said(one, "=") : said(one, "-") + said(other, "+");
    })
    .join("")
    .trim();
}

describe("words that differ", () => {
  it("are told apart from those that are the same as they are compared", () => {
    assert.equal(
      told("They met, and much was hidden.", "they met – and “little” was hid-\nden"),
      "=they met and -much +little =was hidden",
    );
    assert.equal(told("They met weekly", "They often met"), "=they +often =met -weekly");
    assert.equal(told("", "They met"), "+they met");
    assert.equal(told("", ""), "");
    assert.equal(told("wir trafen uns", "彼らは毎週会った"), "-wir trafen uns +彼 ら は 毎 週 会 っ た");
    assert.equal(told("彼らは毎日会った", "彼らは毎週会った"), "=彼 ら は 毎 -日 +週 =会 っ た");
  });

  it("may begin and end in the midst of a word where a bracket stands there", () => {
    const text = "[T]he team[s] met";
    const own = tokensOf({
      text,
      spans: [
        { start: 3, end: 10 },
        { start: 13, end: 17 },
      ],
      open: [
        { before: true, after: true },
        { before: false, after: false },
      ],
    });
    assert.deepEqual(
      differing(own, words("The teams met")).map(({ isSame }) => isSame),
      [true],
    );
  });

  it("are all of both, in order, and the same where they are said to be", () => {
    const text = fc.array(fc.constantFrom("a", "bee", "sea-", "dee\n", "é", "12.5", "“x”", "…", "漢字"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [own, others] = [words(one.join(" ")), words(other.join(" "))];
        let [at, of] = [0, 0];
        for (const { quote, source, isSame } of differing(own, others)) {
          assert.deepEqual([quote.start, source.start], [at, of]);
          [at, of] = [quote.end, source.end];
          const said = (tokens: readonly Token[], { start, end }: typeof quote): string =>
            tokens
              .slice(start, end)
              .map(({ word }) => word)
              .join(" ");
          if (isSame) assert.equal(said(own, quote), said(others, source));
          else assert.ok(quote.end > quote.start || source.end > source.start);
        }
        assert.deepEqual([at, of], [own.length, others.length]);
        for (const { span, word } of own) assert.equal(words(one.join(" ").slice(span.start, span.end))[0]?.word, word);
      }),
      runs(100),
    );
  });

  it("are found in a long quotation in time, however many there are", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `w${index}`);
    const [own, others] = [words(many.join(" ")), words(many.toReversed().join(" "))];
    const enough = 3000;
    const time = spent(() => assert.equal(differing(own, others).length, 1), enough);
    assert.ok(time < enough, `${time} ms`);
  });
});
