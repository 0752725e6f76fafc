import assert from "node:assert/strict";
import type { Held } from "../../src/core/proof/held.ts";
import { checkQuote } from "../../src/core/quotes/check.ts";
import { pagesNamed } from "../../src/core/quotes/locators.ts";
import { SourceText } from "../../src/core/quotes/source-text.ts";
import { printedPages } from "../../src/core/texts/printed-pages.ts";

import { FRESH, judged, SEED } from "../core/quotes/judged.ts";
import { made } from "../core/quotes/made.ts";
import { endless } from "./handmade.ts";
import { article, long, scan, spaced } from "./made.ts";
import { textOfPdf } from "./read.ts";

const read = async (bytes: Uint8Array): Promise<Held | undefined> => textOfPdf(bytes, "texts/a.pdf", "1");

function sourceOf(held: Held | undefined): SourceText {
  if (held?.is !== "text") throw new Error(`It is ${held?.is}.`);
  return new SourceText(held.text.text, printedPages(held.text, {}), held.text.skipped);
}

describe("the text of a PDF of two columns, with hyphens, heads and ligatures", () => {
  const { sentences } = made(20261126, 260);
  let source: SourceText;

  before(async () => {
    source = sourceOf(await read(await article(sentences.join(" ").split(" "), { first: 407 })));
  });

  it("has every sentence where it is printed, over the ends of lines, columns and pages", () => {
    const pages = new Map<string, number>();
    for (const sentence of sentences) {
      const answer = checkQuote(sentence, source);
      assert.equal(answer.is, "exact", sentence);
      if (answer.is !== "exact") continue;
      for (const { label } of source.pagesOf(answer.passage.span))
        pages.set(label ?? "", (pages.get(label ?? "") ?? 0) + 1);
    }
    assert.deepEqual([...pages.keys()].slice(0, 3), ["407", "408", "409"]);
  });

  it("gives each quotation of the set with known answers its answer, of a fresh seed too", async () => {
    for (const seed of [SEED, FRESH]) {
      const { sentences: own } = made(seed);
      const begun: number[] = [];
      const words = own.map((sentence) => sentence.split(" "));
      const set = sourceOf(await read(await article(words.flat(), { first: 407, begun })));
      let at = 0;
      const pages = words.map(({ length }) => {
        const [first, last] = [at, at + length - 1].map((word) =>
          String(406 + begun.filter((each) => each <= word).length),
        );
        at += length;
        return [first ?? "", last ?? ""] as const;
      });
      const { table, wrong, count } = judged({ sentences: own, source: set, pages }, seed);
      assert.ok(count >= 300 && begun.length > 1, `${count} quotations on ${begun.length} pages`);
      console.log(`    seed ${seed}, ${count} quotations of a PDF:\n${table}`);
      assert.deepEqual(wrong.slice(0, 8), []);
    }
  });

  it("tells a wrong page and a wrong word", () => {
    const [sentence = ""] = sentences;
    const pages = pagesNamed("p. 931");
    assert.equal(checkQuote(sentence, source, { pages }).is, "moved");
    assert.equal(checkQuote(sentence.replace(" said ", " never said "), source).is, "near");
    assert.equal(checkQuote("The harbour froze and gulls crossed it without any road.", source).is, "absent");
  });
});

it("a PDF whose letters are set apart has its words", async () => {
  const lines = [0.5, 1, 1.2, 1.5, 2, 3, 4].map(
    (room) => [`The neighbours of street ${room * 10} waited for a reply`, room] as const,
  );
  const { text } = sourceOf(await read(await spaced(lines)));
  assert.deepEqual(
    text.trim().split(/\n+/),
    lines.map(([words]) => words),
  );
});

describe("a PDF that cannot be read", () => {
  it("says that it is encrypted, damaged, empty or a scan, each apart", async () => {
    const { sentences } = made(1, 4);
    const words = sentences.join(" ").split(" ");
    const why = async (bytes: Uint8Array): Promise<string> => {
      const held = await read(bytes);
      return held?.is === "unreadable" ? held.why : String(held?.is);
    };
    assert.match(await why(await article(words, { password: "x" })), /^It is encrypted/);
    assert.match(await why(new TextEncoder().encode("%PDF-1.7\nno more")), /^It is no PDF, or damaged/);
    assert.match(await why(new Uint8Array()), /^It is no PDF, or damaged/);
    assert.equal(await why(await scan(3)), "scan");
    assert.equal(await why(await article(words)), "text");
  });

  it("is given up where a page asks for work without end", async () => {
    const held = await read(endless(40));
    assert.deepEqual(held, {
      is: "unreadable",
      file: "texts/a.pdf",
      why: "One of its pages asks for work without end: print it into a new PDF.",
    });
    assert.equal((await read(endless(8)))?.is, "text");
  });

  it("is given up when it is cancelled, and lets others have their turn after each page", async () => {
    const bytes = await long(40);
    let turns = 0;
    const held = await textOfPdf(
      bytes,
      "a.pdf",
      "1",
      async () => {
        turns++;
      },
      () => turns === 7,
    );
    assert.equal(held, undefined);
    assert.equal(turns, 7);
  });

  it("is read with two thousand pages", async () => {
    const source = sourceOf(await read(await long(2000)));
    assert.equal(source.pages.length, 2000);
    const answer = checkQuote("On page 1873 they met for the 1873th time.", source);
    assert.equal(answer.is, "exact");
  }).timeout(30_000);
});
