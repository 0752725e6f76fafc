import assert from "node:assert/strict";
import fc from "fast-check";
import { readAnnotations } from "../../../src/core/exchange/annotations/read.ts";

const pdf = (id: string): string => `(zotero://open-pdf/library/items/E?page=2&annotation=${id})`;
const link = (page: number, id: string): string =>
  `([Okafor, 2014, p. ${page}](zotero://select/library/items/A)) ([pdf]${pdf(id)})`;

/** Quote, comment and name of each. */
const said = (text: string): readonly string[] =>
  readAnnotations(text).all.map(({ quote, comment, id }) =>
    [quote, comment ?? "", id ?? ""].join(" | ").replaceAll("\n", "⏎"),
  );
const left = (text: string): readonly number[] => readAnnotations(text).aside.map(({ line }) => line);

describe("what a person wrote at a highlight", () => {
  const other = `“Slow to believe” ${link(9, "ZZZZ1111")}`;

  it("stays one comment where it cites and quotes another paper", () => {
    const comment = "cf. “fast trust” (Meyerson, 1996, p. 170) which says so";
    assert.deepEqual(said(`“Quick” ${link(4, "AAAA1111")} ${comment}\n`), [`Quick | ${comment} | zotero AAAA1111`]);
    assert.deepEqual(said(`“Quick” (Okafor, 2014, p. 4) ${comment}\n`), [`Quick | ${comment} | `]);
    assert.deepEqual(said(`- “Quick” ${link(4, "AAAA1111")}\n    - ${comment}\n`), [
      `Quick | ${comment} | zotero AAAA1111`,
    ]);
    // Of one source, or joined by a word alone, they are two highlights.
    assert.deepEqual(said("“One” (A, 2000, p. 1) but “two” (A, 2000, p. 2), and “three” (B, 2001, p. 3)\n"), [
      "One | but | ",
      "two |  | ",
      "three |  | ",
    ]);
  });

  it("stays one comment where it links to another highlight, which keeps its words and its own comment", () => {
    const own = `“Quick” ${link(4, "AAAA1111")}`;
    for (const comment of [
      `contrasts with [p. 9]${pdf("ZZZZ1111")} above`,
      `see [[lund2010.pdf#page=3|p. 9]] too`,
      `so says [p. 9]${pdf("ZZZZ1111")}`,
      `as “slow” [p. 9]${pdf("ZZZZ1111")} says`,
    ])
      for (const text of [
        `${own} ${comment}\n\n${other} mine\n`,
        `${other} mine\n\n${own} ${comment}\n`,
        `- ${own}\n    - ${comment}\n- ${other} mine\n`,
        `${own}\n\nComment: ${comment}\n\n${other} mine\n`,
        `> [!quote] Highlight (${`[p. 4]${pdf("AAAA1111")}`})\n> Quick\n>\n> ${comment}\n\n${other} mine\n`,
      ]) {
        const words = comment.replace(/\[p\. 9\]\([^)]*\)|\[\[.*?\]\]/, "p. 9");
        assert.deepEqual(
          [...said(text)].sort(),
          [`Quick | ${words} | zotero AAAA1111`, "Slow to believe | mine | zotero ZZZZ1111"],
          text,
        );
      }
  });

  it("in a paragraph of its own, with a link to a highlight further down, is a comment to that", () => {
    assert.deepEqual(said(`so [p. 9]${pdf("ZZZZ1111")} is other\n\n${other}\n`), [
      "Slow to believe | so p. 9 is other | zotero ZZZZ1111",
    ]);
    assert.deepEqual(said(`so [p. 9]${pdf("ZZZZ1111")} is other\n\n- Slow [p. 9]${pdf("ZZZZ1111")}\n`), [
      "Slow | so p. 9 is other | zotero ZZZZ1111",
    ]);
  });

  it("is not taken for a highlight in lines that follow one without marks", () => {
    assert.deepEqual(said(`Quick [p. 3]${pdf("AAAA1111")}\nSlow [p. 4]${pdf("AAAA1112")}\n`), [
      "Quick |  | zotero AAAA1111",
      "Slow |  | zotero AAAA1112",
    ]);
    assert.deepEqual(said(`Quick [p. 3]${pdf("AAAA1111")} cf. [p. 4]${pdf("AAAA1112")} again\n`), [
      "Quick | cf. p. 4 again | zotero AAAA1111",
    ]);
  });

  it("stands below the words in a callout, set deeper or not; where the words are set deeper, behind them", () => {
    const head = `> [!quote|#ffd400]+ Highlight ([p. 3]${pdf("AAAA1111")})\n`;
    const meant = "Words of it | My note | zotero AAAA1111";
    assert.deepEqual(said(`${head}> Words of it\n>> My note\n`), [meant]);
    assert.deepEqual(said(`${head}> Words of it\n>\n> > [!note]\n> > My note\n`), [meant]);
    assert.deepEqual(said(`> [!quote] Highlight\n> Words of it [p. 3]${pdf("AAAA1111")}\n> > My note\n`), [meant]);
    assert.deepEqual(said(`${head}> > Words of it\n>\n> My note\n`), [meant]);
    assert.deepEqual(said("> [!PDF] [[a.pdf#page=3&selection=1,2,3,4|p. 3]]\n> > Words\n> > of it\n>\n> My note\n"), [
      "Words of it | My note | ",
    ]);
    assert.deepEqual(said(`${head}> Words of it\n>> so [p. 9]${pdf("ZZZZ1111")}\n\n${other}\n`), [
      "Words of it | so p. 9 | zotero AAAA1111",
      "Slow to believe |  | zotero ZZZZ1111",
    ]);
  });

  it("is told of where it is the title of a callout", () => {
    const lines = (title: string): readonly number[] =>
      (readAnnotations(`> [!quote] ${title} [p. 4]${pdf("AAAA1111")}\n> Quick\n`).passed ?? []).map(({ line }) => line);
    assert.deepEqual(lines("this one matters"), [1]);
    for (const title of ["Highlight", "", "Page", "Okafor: “Together” (2014),"])
      assert.deepEqual(lines(title), [], title);
    assert.deepEqual(
      readAnnotations("> [!todo] ask Ana\n> about “this” (Okafor, 2014, p. 4)\n").passed?.map(({ line }) => line),
      [1, 2],
    );
  });

  it("is no quotation where the link says that it is a note", () => {
    const text = `*my note ([note on p.12](zotero://open-pdf/library/items/E?page=2))*\n\n*my note* ([note on p.12](zotero://open-pdf/library/items/E?page=2))\n\n"Quick" ([Okafor 2014:12](zotero://open-pdf/library/items/E?page=2))\n`;
    assert.deepEqual(said(text), ["Quick |  | "]);
    assert.deepEqual(left(text), [1, 3]);
  });

  it("is whole, however long it is and wherever it stands", () => {
    const long = "word ".repeat(10_000).trim();
    assert.equal(
      readAnnotations(`- “Quick” ${link(4, "AAAA1111")} ${long}\n    - ${long} too\n`).all[0]?.comment,
      `${long}\n${long} too`,
    );
    const tags = Array.from({ length: 80 }, (_, index) => `#tag${index}`);
    assert.equal(
      readAnnotations(`“Quick” ${link(4, "AAAA1111")}\n\nTags: ${tags.join(" ")}\n`).all[0]?.tags.length,
      80,
    );
    // Told of twice, with another comment.
    assert.deepEqual(said(`${other} one\n\n${other} two\n\n${other} two\n`), [
      "Slow to believe | one⏎two | zotero ZZZZ1111",
    ]);
  });

  it("is in a comment, in a tag or among what was left, whatever stands around it", () => {
    const mine = fc.constantFrom("mineA", "mineB", "mineC");
    const around = mine.chain((word) =>
      fc.constantFrom(
        `${word} [p. 9]${pdf("ZZZZ1111")} too`,
        `see [p. 9]${pdf("ZZZZ1111")} ${word}`,
        `“fast” (Meyerson, 1996, p. 170) ${word}`,
        `#${word}`,
        `[[${word}]]`,
        `${word} ([note on p. 3](zotero://open-pdf/library/items/E?page=2))`,
        word,
      ),
    );
    const shape = fc.constantFrom<(words: string) => string>(
      (words) => `“Quick” ${link(4, "AAAA1111")} ${words}\n`,
      (words) => `“Quick” ${link(4, "AAAA1112")}\n\n${words}\n`,
      (words) => `- Quick [p. 4]${pdf("AAAA1113")}\n    - ${words}\n`,
      (words) => `> [!quote] H ([p. 4]${pdf("AAAA1114")})\n> Quick\n>> ${words}\n`,
      (words) => `| Highlight | Page | Comment |\n|--|--|--|\n| Quick | [4]${pdf("AAAA1115")} | ${words} |\n`,
      (words) => `${words}\n`,
      (words) => `Note: ${words}\n`,
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(shape, around), { minLength: 1, maxLength: 5 }), fc.boolean(), (parts, isThere) => {
        const text = [...parts.map(([make, words]) => make(words)), ...(isThere ? [`${other}\n`] : [])].join("\n");
        const { all, aside, passed = [], unplaced = [] } = readAnnotations(text);
        const kept = JSON.stringify([all.map(({ quote: _, ...rest }) => rest), aside, passed, unplaced]);
        for (const word of ["mineA", "mineB", "mineC"])
          if (text.includes(word))
            assert.ok(kept.includes(word) || all.some(({ quote }) => quote.includes(word)), text);
        for (const { quote, id } of all)
          if (id === "zotero ZZZZ1111" && isThere) assert.equal(quote, "Slow to believe", text);
      }),
      { numRuns: 300 },
    );
  });
});

describe("highlights in a table", () => {
  it("are the words of a cell, with what the other cells say", () => {
    assert.deepEqual(
      said(`| Highlight | Page |\n|---|---|\n| Quick | [3]${pdf("AAAA1111")} |\n| Slow | [4]${pdf("AAAA1112")} |\n`),
      ["Quick |  | zotero AAAA1111", "Slow |  | zotero AAAA1112"],
    );
    const text = `Words before.\n| Page | Words | My thoughts | Tags | Kind |\n|:-|-:|---|---|---|\n| [3]${pdf("AAAA1111")} | Quick \\| slow | so [p. 9]${pdf("ZZZZ1111")} | #a #b | core |\nWords behind.\n`;
    const { all, passed } = readAnnotations(text);
    assert.deepEqual(
      all.map(({ quote, at, comment, tags }) => [quote, at, comment, tags]),
      [["Quick | slow", "p. 3", "so p. 9\nKind: core", ["a", "b"]]],
    );
    assert.deepEqual(
      passed?.map(({ line }) => line),
      [1, 5],
    );
  });

  it("are left where it cannot be said which cell holds them, and you are told", () => {
    const text = `| A | B | C |\n|---|---|---|\n| mine | theirs | [4]${pdf("AAAA1111")} |\n| mine | theirs | none |\n`;
    const { all, aside, passed } = readAnnotations(text);
    assert.deepEqual([all.length, aside.map(({ line }) => line), passed?.map(({ line }) => line)], [0, [3], [4]]);
  });
});
