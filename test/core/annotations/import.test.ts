import assert from "node:assert/strict";
import fc from "fast-check";
import { type Imported, type ImportHow, importAnnotations } from "../../../src/core/annotations/import.ts";
import { importedWords } from "../../../src/core/annotations/words.ts";
import { readAnnotations } from "../../../src/core/exchange/annotations/read.ts";
import type { Extract } from "../../../src/core/model/types.ts";
import type { Definition, Review } from "../../../src/core/review.ts";
import { applyEdits } from "../../../src/core/text.ts";
import { type Files, reviewOf } from "../reviews.ts";

const FILES: Files = {
  "review.yaml": "cmoc: 1\nbibliography: [own.bib]\n",
  "own.bib": "@book{okafor2014,\n title = {Working together again}\n}\n@book{lund2010,\n title = {Trust}\n}\n",
  "sources/okafor.md":
    "---\ncitekey: okafor2014\ntitle: Working together again\nauthor: Okafor, N.\nyear: 2014\n---\n\n## Extract e4\n\n> Old words.\n\n- at: p. 1\n- supports: TR1\n",
};
const HOW: ImportHow = { referenceOf: () => undefined };

const link = (page: number | string, id: string): string =>
  `([Okafor et al., 2014, p. ${page}](zotero://select/library/items/A)) ([pdf](zotero://open-pdf/library/items/B?page=1&annotation=${id}))`;
const EXPORT = `“Quick to trust.” ${link(412, "AAAAAAA1")} Why @them? [[TR1]]\n\n“Slow *to* # trust” ${link(413, "AAAAAAA2")}\n`;

function taken(
  files: Files,
  markdown: string,
  how: Partial<ImportHow> = {},
): { files: Files; imported: Imported; review: Review } {
  const review = reviewOf(files);
  const imported = importAnnotations(review, [{ name: "notes.md", ...readAnnotations(markdown) }], { ...HOW, ...how });
  const after = { ...files };
  for (const [uri, edits] of imported.edits) after[uri] = applyEdits(files[uri] ?? "", edits);
  return { files: after, imported, review };
}

const extracts = (files: Files, key: string): readonly Extract[] =>
  reviewOf(files)
    .extractsOf(key)
    .map((each) => (each as Definition<Extract>).entity);

describe("importing annotations", () => {
  it("adds extracts behind those that are there, in their hand, with page, name, comment and tags", () => {
    const { files, imported } = taken(FILES, EXPORT);
    assert.equal(
      files["sources/okafor.md"],
      `${FILES["sources/okafor.md"]?.trimEnd()}\n\n## Extract e5\n\n> Quick to trust.\n\n- at: p. 412\n- annotation: zotero AAAAAAA1\n- note: Why \\@them? \`[[TR1]]\`\n\n## Extract e6\n\n> Slow to # trust\n\n- at: p. 413\n- annotation: zotero AAAAAAA2\n`,
    );
    assert.deepEqual(
      imported.sources.map(({ key, uri, added, known }) => [key, uri, added.map(({ id }) => id), known]),
      [["okafor2014", "sources/okafor.md", ["e5", "e6"], 0]],
    );
    assert.deepEqual(
      extracts(files, "okafor2014").map(({ notes }) => notes[0]?.text),
      [undefined, "Why @them? [[TR1]]", undefined],
    );
  });

  it("takes nothing twice, whatever a person made of it, and brings back what was deleted", () => {
    const first = taken(FILES, EXPORT).files;
    assert.equal(taken(first, EXPORT).imported.edits.size, 0);
    assert.equal(taken(first, EXPORT).imported.sources[0]?.known, 2);
    const text = first["sources/okafor.md"] ?? "";
    const edited = {
      ...first,
      "sources/okafor.md": text.replace("> Quick to trust.", "> Quick to …").replace("p. 413", "p. 500"),
    };
    const again = taken(edited, `${EXPORT}\n“Third” ${link(9, "AAAAAAA3")}\n`);
    assert.equal(
      again.files["sources/okafor.md"],
      `${edited["sources/okafor.md"]?.trimEnd()}\n\n## Extract e7\n\n> Third\n\n- at: p. 9\n- annotation: zotero AAAAAAA3\n`,
    );
    // Without their names they are known by their words, each extract for one annotation.
    const nameless = { ...first, "sources/okafor.md": text.replace(/- annotation: .*\n/g, "") };
    assert.equal(taken(nameless, EXPORT).imported.edits.size, 0);
    const cut = { ...first, "sources/okafor.md": text.slice(0, text.indexOf("## Extract e6")) };
    assert.deepEqual(
      taken(cut, EXPORT).imported.sources[0]?.added.map(({ id }) => id),
      ["e6"],
    );
    const parked = { ...first, "sources/okafor.md": text.replace("- at: p. 413", "- parked: not of use") };
    assert.equal(taken(parked, EXPORT).imported.edits.size, 0);
  });

  it("tells highlights of the same words apart by page and by name", () => {
    const twice = `“Trust” ${link(1, "AAAAAAA1")}\n\n“Trust” ${link(2, "AAAAAAA2")}\n\n“Trust” ${link(2, "AAAAAAA2")}\n`;
    const { files, imported } = taken(FILES, twice);
    assert.equal(imported.sources[0]?.added.length, 2);
    assert.equal(taken(files, twice).imported.edits.size, 0);
    const plain = "“Trust” (Okafor, 2014, p. 1)\n\n“Trust” (Okafor, 2014, p. 2)\n";
    const made = taken(FILES, plain).files;
    assert.equal(extracts(made, "okafor2014").length, 3);
    const corrected = {
      ...made,
      "sources/okafor.md": (made["sources/okafor.md"] ?? "").replace("> Trust\n\n- at: p. 1", "> Trust\n\n- at: p. 11"),
    };
    assert.equal(taken(corrected, plain).imported.edits.size, 0);
  });

  it("finds the source by key, title, file, author and year, or is told it; begins its file; leaves what has none", () => {
    const of = (
      head: string,
      body = "“A word” (Nobody, 1900, p. 1)\n",
      how: Partial<ImportHow> = {},
    ): readonly string[] => {
      const { imported } = taken(FILES, `${head}\n\n${body}`, how);
      return [
        ...imported.sources.map(({ key }) => key),
        ...imported.homeless.map(({ annotations }) => `lost ${annotations.length}`),
      ];
    };
    assert.deepEqual(of("---\ncitekey: Lund2010\n---"), ["lund2010"]);
    assert.deepEqual(of("# Working Together, Again"), ["okafor2014"]);
    assert.deepEqual(of("- **Citekey**:: @lund2010"), ["lund2010"]);
    assert.deepEqual(
      of("", "> [!PDF|red] [[texts/lund2010.pdf#page=3&selection=1,2,3,4|lund2010, p.3]]\n> > words\n"),
      ["lund2010"],
    );
    assert.deepEqual(of("", "“A word” (Okafor, 2014, p. 1)\n\n“B” (X, 1901, p. 1)\n"), ["okafor2014", "lost 1"]);
    assert.deepEqual(of("", undefined, { key: "lund2010" }), ["lund2010"]);
    assert.deepEqual(of(""), ["lost 1"]);
    const { files } = taken(FILES, "“A word” (X, 1900, p. 1)\n", { key: "lund2010" });
    assert.equal(
      files["sources/lund2010.md"],
      "---\ncitekey: lund2010\n---\n\n## Extract e1\n\n> A word\n\n- at: p. 1\n",
    );
  });

  it("takes highlights that cite another source of the review there, and tells of those that cite any other", () => {
    const files: Files = {
      ...FILES,
      "own.bib": "",
      "sources/lund.md": "---\ncitekey: lund2010\ntitle: Trust\nauthor: Lund, A.\nyear: 2010\n---\n",
    };
    const text =
      "---\ncitekey: okafor2014\n---\n\n“One” (Okafor et al., 2014, p. 1)\n\n“Two” (Lund, 2010, p. 2)\n\n“Three” (Okafor, 2015, p. 3)\n\n“Four” (Smith, 2014, p. 4)\n";
    const { imported } = taken(files, text);
    assert.deepEqual(
      imported.sources.map(({ key, added }) => [key, added.map(({ annotation, cites }) => [annotation.quote, cites])]),
      [
        [
          "okafor2014",
          [
            ["One", undefined],
            ["Three", "Okafor 2015"],
            ["Four", "Smith 2014"],
          ],
        ],
        ["lund2010", [["Two", undefined]]],
      ],
    );
    assert.deepEqual(importedWords(imported), [
      "@okafor2014: 3 extracts added (e5–e7).",
      "@okafor2014: 2 of them cite other sources (e6: Okafor 2015). See whether they belong here.",
      "@lund2010: 1 extract added (e1).",
    ]);
    // Whoever names the source is told only.
    const named = taken(files, text, { key: "okafor2014" }).imported;
    assert.deepEqual(
      named.sources.map(({ key, added }) => [key, added.map(({ cites }) => cites)]),
      [["okafor2014", [undefined, "Lund 2010", "Okafor 2015", "Smith 2014"]]],
    );
  });

  it("writes what a person typed at a highlight as a note and as tags that say the same and link to nothing", () => {
    for (const typed of [
      "bears on [[TR1]]: trust came first",
      "see \\[\\[TR1\\]\\] and p < .05",
      "[[Code trust]], `[[TR1–TR4]]` and ``[[TR2]]",
      "[TR1](theory.md) or [@lund2010, p. 1], @okafor2014#e4",
      '- M trust: "quick"',
      "`",
    ]) {
      const all = [{ quote: "A word", comment: typed, tags: [typed], line: 3, id: "zotero A" }];
      const given = [{ name: "x.md", all, aside: [], about: {} }];
      const imported = importAnnotations(reviewOf(FILES), given, { ...HOW, key: "okafor2014" });
      assert.deepEqual(imported.unwritten, []);
      const before = FILES["sources/okafor.md"] ?? "";
      const after = applyEdits(before, imported.edits.get("sources/okafor.md") ?? []);
      const own = extracts({ ...FILES, "sources/okafor.md": after }, "okafor2014")[1];
      assert.deepEqual([own?.notes.map(({ text }) => text), own?.refs], [[typed], []], after);
      assert.equal(own?.tags.join(", "), typed.replaceAll(",", "").replace(/\s+/g, " "), after);
    }
    const zotero = `“Quick” ${link(4, "AAAAAAA1")} bears on \\[\\[TR1]]: trust came first\n`;
    assert.equal(
      extracts(taken(FILES, zotero).files, "okafor2014")[1]?.notes[0]?.text,
      "bears on [[TR1]]: trust came first",
    );
  });

  it("keeps what was written at each of several highlights that are one", () => {
    const text =
      "“Trust” (Okafor, 2014, p. 1) one #a\n\n“Trust” (Okafor, 2014, p. 1) two #b\n\n“Trust” (Okafor, 2014, p. 1) two\n";
    const { files, imported } = taken(FILES, text);
    const own = extracts(files, "okafor2014").slice(1);
    assert.deepEqual(
      own.map(({ notes, tags }) => [notes[0]?.text, tags]),
      [["one\ntwo", ["a", "b"]]],
    );
    assert.equal(imported.sources[0]?.known, 0);
  });

  it("tells what it left, with the file and the line", () => {
    const text = `Mine first.\n\nMy thought: “Quick” ${link(4, "AAAAAAA1")}\n\n> No place.\n\nA note ${link(5, "AAAAAAA2")}\n\nMine last.\n`;
    assert.deepEqual(importedWords(taken(FILES, text).imported), [
      "@okafor2014: 1 extract added (e5).",
      "One note without highlighted words was left (notes.md, line 7).",
      "One quotation without a place was left (notes.md, line 5).",
      "3 passages that are no highlights were left (notes.md, lines 1, 3, 9).",
    ]);
    const unwritten = [
      { name: "notes.md", line: 3, text: "x", id: "e5" },
      { name: "notes.md", line: 4, text: "y" },
    ];
    assert.deepEqual(importedWords({ ...taken(FILES, EXPORT).imported, sources: [], unwritten }), [
      "notes.md, line 3: what you wrote there cannot be written as a note of e5. Copy it by hand.",
      "notes.md, line 4: this highlight cannot be written so that it is read as it is. Copy it by hand.",
    ]);
  });

  it("says that some were there only of those that were", () => {
    const { imported } = taken(FILES, `“Trust” ${link(1, "AAAAAAA1")}\n\n“Trust” ${link(1, "AAAAAAA1")}\n`);
    assert.deepEqual(importedWords(imported), ["@okafor2014: 1 extract added (e5)."]);
    const twins = taken(FILES, "“Trust” (Okafor, 2014, p. 1)\n\n“Trust” (Okafor, 2014, p. 1)\n").imported;
    assert.deepEqual(importedWords(twins), ["@okafor2014: 1 extract added (e5)."]);
  });

  it("says what is in the way where the file of the source ends in code or in a comment", () => {
    for (const end of ["```\nopen", "<!-- open"]) {
      const files = { ...FILES, "sources/okafor.md": `${FILES["sources/okafor.md"]}\n${end}\n` };
      const { imported } = taken(files, EXPORT);
      assert.equal(imported.edits.size, 0);
      assert.deepEqual(importedWords(imported), [
        "@okafor2014: nothing can be added to sources/okafor.md. See whether a code fence or a comment in it is not closed.",
      ]);
    }
  });

  it("writes names of annotations so that they are read as they are", () => {
    const of = (target: string): string =>
      `> [!PDF|yellow] [p. 4](papers/${target}.pdf#page=3&annotation=12R)\n> > words of ${target.length}\n\n`;
    const names = ["@okafor2014", "we%20*b*%20%60x", "Lund%20%5B%5BTR1%5D%5D%20%3Cb%3E", "a%0A%0Ab", "a%3Ab"];
    const text = names.map(of).join("");
    const { files } = taken(FILES, text, { key: "okafor2014" });
    assert.deepEqual(
      extracts(files, "okafor2014")
        .slice(1)
        .map(({ annotation }) => annotation?.text),
      ["@okafor2014", "we *b* `x", "Lund [[TR1]] <b>", "a b", "a:b"].map((name) => `${name}.pdf 12R`),
    );
    assert.equal(taken(files, text, { key: "okafor2014" }).imported.edits.size, 0);
  });

  it("asks where words stand of which no page is told", () => {
    const asked: unknown[] = [];
    const placeOf = (...words: unknown[]): string => {
      asked.push(words);
      return "p. 7";
    };
    const { files } = taken(
      FILES,
      "- Words ([View Highlight](https://read.readwise.io/read/01gmpg))\n- Other (p. 3)\n",
      { key: "okafor2014", placeOf },
    );
    assert.deepEqual(asked, [["okafor2014", "Words", undefined]]);
    assert.match(files["sources/okafor.md"] ?? "", /> Words\n\n- at: p\. 7\n- annotation: readwise 01gmpg\n/);
  });

  it("takes any words as they are, and none of them twice", () => {
    const words = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            "# x",
            "- a",
            "> b",
            "```",
            "<!-- c",
            "1. d",
            "[[TR1]]",
            "@lund2010",
            "(C)",
            "| a |",
            "***",
            "\\",
            "&amp;",
            "  ",
            "\t",
            "Ω",
            "שלום",
            "信頼",
            "$a$",
            "~~~",
            "---",
            "note: x",
            "- at: p. 1",
            "[a]: b",
          ),
          fc.string({ maxLength: 8, unit: "binary" }),
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((parts) => parts.join(" "));
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 4 }), (all) => {
        const review = reviewOf(FILES);
        const annotations = all.map(([quote, comment], line) => ({
          quote: `${quote} a`,
          comment,
          tags: [],
          line,
          id: `zotero ${line}`,
        }));
        const given = [{ name: "x", all: annotations, aside: [], about: {} }];
        const how = { ...HOW, key: "okafor2014" };
        const one = importAnnotations(review, given, how);
        const [source] = one.sources;
        assert.equal(source?.refusal, undefined);
        const before = FILES["sources/okafor.md"] ?? "";
        const after = applyEdits(before, one.edits.get("sources/okafor.md") ?? []);
        assert.ok(after.startsWith(before.trimEnd()));
        const files = { ...FILES, "sources/okafor.md": after };
        const own = extracts(files, "okafor2014").slice(1);
        assert.equal(own.length, source?.added.length ?? 0);
        assert.deepEqual(one.unwritten, []);
        for (const [index, { notes, refs }] of own.entries()) {
          const typed = source?.added[index]?.annotation.comment ?? "";
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
          const bare = typed.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]/g, "");
          assert.equal((notes[0]?.text ?? "").replace(/\s+/g, " "), bare.replace(/\s+/g, " ").trim(), after);
          assert.deepEqual(refs, []);
        }
        assert.equal(importAnnotations(reviewOf(files), given, how).edits.size, 0, after);
      }),
      { numRuns: 150 },
    );
  });

  it("of any text that looks like an export takes what it can, and nothing of it twice", () => {
    const id = fc.constantFrom("AAAAAAA1", "AAAAAAA2", "AAAAAAA3");
    const piece = fc.oneof(
      fc.constantFrom(
        "“",
        "”",
        '"',
        "> ",
        "> > ",
        "- ",
        "    - ",
        "\n",
        "\n\n",
        "# ",
        "==",
        "<mark>",
        "</mark>",
        "[",
        "](",
        ")",
        "[[",
        "]]",
        "Tags: #a, #b",
        "Note: x",
        "> [!PDF|red] ",
        "```annotation-json\n",
        "```",
        "^abc",
        "---\n",
        "citekey: lund2010\n",
        "@okafor2014",
        "words of it",
        "(Okafor, 2014, p. 3)",
        "信頼",
        "שלום",
        "%%",
        "\\",
        "\r\n",
      ),
      id.map((name) => link(4, name)),
      id.map((name) => `“${name} words” ${link(4, name)}`),
      id.map((name) => `[p. 5](zotero://open-pdf/library/items/B?page=6&annotation=${name})`),
      fc.constant("[[okafor2014.pdf#page=3&selection=1,2,3,4|a, p.3]]"),
      fc.constant('{"text":"c","target":[{"selector":[{"exact":"exact words"}]}]}'),
      fc.string({ maxLength: 6, unit: "binary" }),
    );
    let count = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), (pieces) => {
        const markdown = pieces.join(" ").replaceAll(" \n ", "\n");
        const first = taken(FILES, markdown, { key: "okafor2014" });
        assert.equal(
          first.imported.sources.find(({ refusal }) => refusal),
          undefined,
        );
        const added = first.imported.sources.reduce((sum, { added }) => sum + added.length, 0);
        count += added;
        assert.equal(extracts(first.files, "okafor2014").length, 1 + added);
        assert.equal(taken(first.files, markdown, { key: "okafor2014" }).imported.edits.size, 0, markdown);
      }),
      { numRuns: 300 },
    );
    assert.ok(count > 100, String(count));
  });
});
