import assert from "node:assert/strict";
import fc from "fast-check";
import { quoteGround } from "../../../../src/core/features/stripes/quoted.ts";
import { quoteStripes, type Stripe } from "../../../../src/core/features/stripes.ts";
import type { Extract } from "../../../../src/core/model/types.ts";
import { fold } from "../../../../src/core/syntax/bullets.ts";
import { runs } from "../../../runs.ts";
import { problemsOf, reviewOf, sourceFile } from "../../reviews.ts";
import { anyMarkdown, anyUnits } from "../../syntax/generate.ts";

const FILE = "sources/lund.md";
const extract = (quote: string, lines: readonly string[], id = "e1"): string =>
  `## Extract ${id}\n\n${quote}\n\n- at: p. 1\n${lines.map((line) => `- ${line}\n`).join("")}`;
const filesOf = (text: string, manifest = "cmoc: 1\n") => ({
  "review.yaml": manifest,
  [FILE]: sourceFile("lund2010", text),
});

/** `C trust JA 0: "words"/"on the next line"`. */
function said(files: ReturnType<typeof filesOf>, stripes: readonly Stripe[]): readonly string[] {
  return stripes.map(({ look, coding, coder, row, parts, is }) => {
    const words = parts.map(({ start, end }) => files[FILE]?.slice(start, end)).join("/");
    return `${look ?? "-"} ${coding?.code ?? "-"} ${coder ?? "-"} ${is === "whole" ? `whole ${row}` : row}: ${words}`;
  });
}

function shown(quote: string, lines: readonly string[], manifest?: string): readonly string[] {
  const files = filesOf(extract(quote, lines), manifest);
  return said(files, quoteStripes(reviewOf(files), FILE));
}

describe("stripes of a source's own file", () => {
  it("stand at the coded words, with role, code and coder", () => {
    assert.deepEqual(
      shown("> They met every week, and trust grew.", [
        'C meeting: "met every week"',
        'M trust: "trust grew" (RM)',
        'code hidden: "every week"',
        'O: "grew"',
        "coder: JA",
      ]),
      ["C meeting JA 0: met every week", "- hidden JA 1: every week", "M trust RM 0: trust grew", "O - JA 1: grew"],
    );
  });

  it("go over lines, markup and blocks of a quote, a part for each line", () => {
    assert.deepEqual(
      shown("> They **met every\n> week**, &amp; _trust_\n>\n> grew.\n\n> So it was.", [
        'C a: "met every week"',
        'M b: "week, & trust grew"',
        'O c: "So it was"',
      ]),
      ["C a - 0: met every/week", "M b - 1: week**, &amp; _trust/grew", "O c - 0: So it was"],
    );
  });

  it("are found with other marks, case and punctuation, first as whole words and as they are", () => {
    assert.deepEqual(
      shown("> Distrust; “Trust” is not the trust they — had.", [
        'C a: "trust"',
        `C b: "'Trust' is NOT"`,
        'C c: "trust, they had"',
        'C d: "distr"',
        'C e: "not there"',
      ]),
      ["C d - 0: Distr", "C b - 0: Trust” is not", "C c - 0: trust they — had", "C a - 1: trust"],
    );
  });

  it("are the whole quote where a coding line has no words", () => {
    assert.deepEqual(shown("> One line,\n> and another.", ["M trust:", 'C: "line"']), [
      "M trust - whole 0: One line,/and another.",
      "C - - 1: line",
    ]);
    assert.deepEqual(shown("", ["paraphrase: They met.", "C meeting:"]), []);
  });

  it("of the whole quote have a row for each role, above which the words in it have theirs", () => {
    const lines = ["M trust:", "C meeting:", "M fairness:", 'O: "line"', "code odd:"];
    assert.deepEqual(shown("> One line,\n> and another.", lines), [
      "M trust - whole 0: One line,/and another.",
      "C meeting - whole 1: One line,/and another.",
      "M fairness - whole 0: One line,/and another.",
      "- odd - whole 2: One line,/and another.",
      "O - - 3: line",
    ]);
  });

  it("give a row of its own to each of those that overlap", () => {
    const rows = shown("> one two three four five", [
      'C a: "one two three"',
      'M b: "two three four"',
      'O c: "three"',
      'C d: "four five"',
    ]);
    assert.deepEqual(
      rows.map((row) => row.slice(0, 9)),
      ["C a - 0: ", "M b - 1: ", "O c - 2: ", "C d - 0: "],
    );
  });

  it("have the looks of the review’s scheme, and follow it", () => {
    const own = "configuration: [{ letter: P, label: Process }, C]\n";
    const files = filesOf(extract("> words here", ['P: "words"', 'O: "here"']), own);
    const review = reviewOf(files);
    assert.deepEqual(
      quoteStripes(review, FILE).map(({ role, look }) => `${role}=${look}`),
      ["P=I", "O=O"],
    );
    review.set({ uri: "review.yaml", version: 1, text: "configuration: CIMO\n" });
    assert.deepEqual(
      quoteStripes(review, FILE).map(({ role, look }) => `${role}=${look}`),
      ["O=O"],
    );
  });

  it("of a window are those that touch it", () => {
    const all = [0, 1, 2, 3].map((n) => extract(`> words ${n} more`, [`C a: "words ${n}"`, 'M b: "more"'], `e${n}`));
    const files = filesOf(all.join("\n"));
    const review = reviewOf(files);
    const whole = quoteStripes(review, FILE);
    assert.equal(whole.length, 8);
    fc.assert(
      fc.property(fc.nat(files[FILE]?.length ?? 0), fc.nat(40), (start, length) => {
        const window = { start, end: start + length };
        const touching = whole.filter((stripe) => stripe.start < window.end && stripe.end > window.start);
        assert.deepEqual(said(files, quoteStripes(review, FILE, window)), said(files, touching));
      }),
      runs(20),
    );
  });

  it("are found wherever the check of coding lines finds the words", () => {
    const sign = fc.constantFrom(
      "a",
      "b",
      "B",
      " ",
      " ",
      "'",
      "“",
      "”",
      ",",
      ".",
      "-",
      "—",
      "…",
      "1",
      "é",
      "ﬁ",
      "*",
      "\n> ",
    );
    const signs = (most: number) => fc.array(sign, { minLength: 1, maxLength: most }).map((list) => list.join(""));
    fc.assert(
      fc.property(signs(30), fc.oneof(signs(6), fc.tuple(fc.nat(20), fc.nat(9))), (quote, some) => {
        const words = (typeof some === "string" ? some : quote.slice(some[0], some[0] + some[1])).replace(
          /[\n>"”“…]/g,
          " ",
        );
        const files = filesOf(extract(`> a ${quote}`, [`C a: "${words}"`]));
        const review = reviewOf(files);
        const entity = review.definitions("x:lund2010#e1")[0]?.entity as Extract | undefined;
        const coded = entity?.codings.flatMap((coding) => coding.words) ?? [];
        if (!entity?.quote || coded.length === 0) return;
        const isMissed = problemsOf(files).some(({ rule }) => rule === "coding/words-not-in-quote");
        const found = quoteStripes(review, FILE).length;
        if (!isMissed && /[\p{L}\p{N}]/u.test(words)) assert.equal(found, 1, JSON.stringify([quote, words]));
      }),
      runs(100),
    );
  });

  it("are looked for in just the words of the quote, in any text", () => {
    fc.assert(
      fc.property(fc.oneof(anyMarkdown, anyUnits), (words) => {
        const quote = words.replace(/^/gm, "> ");
        const files = filesOf(extract(quote, ['C a: "trust"']));
        const review = reviewOf(files);
        for (const { definitions, text } of review.placed(FILE)) {
          const [first] = definitions;
          if (first?.brief.kind !== "extract") continue;
          const { quote: read } = first.entity as Extract;
          const ground = quoteGround(text);
          assert.equal(fold(ground?.text ?? ""), read?.text ?? "");
          for (const part of ground?.all() ?? []) {
            assert.ok(part.start < part.end && part.end <= text.length);
            assert.doesNotMatch(text.slice(part.start, part.end), /[\n\r]/);
          }
        }
      }),
      runs(60),
    );
  });

  it("take time as the quote grows, whatever is coded", () => {
    const taken = (length: number): number => {
      const quote = `> ${"a b ".repeat(length)}`;
      const lines = Array.from({ length: 1000 }, (_, n) => `C c${n}: "a b c${n}"`);
      const review = reviewOf(filesOf(extract(quote, [...lines, 'M end: "b a"'])));
      const begun = performance.now();
      quoteStripes(review, FILE);
      return performance.now() - begun;
    };
    taken(500);
    const few = taken(5000);
    assert.ok(taken(50_000) < 30 * few + 500);
  });
});
