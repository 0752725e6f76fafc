import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { blocksOf, EXAMPLE_PDFS, linesOf, typeset } from "../../scripts/make-example-pdfs.mjs";

const REVIEW = "examples/community-falls-prevention";

/** The extracts of a source file: id, page, and the quoted words parted where something is left out. */
function extractsOf(key: string): { id: string; page: number; passages: string[] }[] {
  const sections = readFileSync(`${REVIEW}/sources/${key}.md`, "utf8").split("\n## Extract ").slice(1);
  return sections.map((section) => {
    const lines = section.split("\n");
    const quote = lines.filter((line) => line.startsWith("> ")).map((line) => line.slice(2));
    return {
      id: lines[0] ?? "",
      page: Number(/^- at: p\. (\d+)$/m.exec(section)?.[1]),
      passages: quote.flatMap((line) => line.split(/\[…\]|…/)).map((passage) => passage.trim()),
    };
  });
}

describe("the example's PDFs", () => {
  for (const { key, manuscript, pdf } of EXAMPLE_PDFS) {
    it(`${key} is what its manuscript gives, byte for byte, twice`, async () => {
      const text = readFileSync(manuscript, "utf8");
      const held = readFileSync(pdf);
      assert.ok(held.equals((await typeset(text)).bytes), `${pdf}: run node scripts/make-example-pdfs.mjs`);
      assert.ok(held.equals((await typeset(text)).bytes));
    });

    it(`${key} says on its first page that it is invented`, async () => {
      const { pages } = await typeset(readFileSync(manuscript, "utf8"));
      assert.ok(pages[0]?.some((block) => block.shape === "byline" && block.text.startsWith("Invented ")));
    });

    it(`${key} is quoted word for word, from the page that each extract names`, async () => {
      const { pages } = await typeset(readFileSync(manuscript, "utf8"));
      const extracts = extractsOf(key);
      assert.ok(extracts.length >= 5);
      for (const { id, page, passages } of extracts) {
        const words = (pages[page - 1] ?? []).map((block) => block.text).join("\n");
        assert.ok(passages.length > 0, `${key}#${id} quotes nothing`);
        for (const passage of passages) assert.ok(words.includes(passage), `${key}#${id}, p. ${page}: ${passage}`);
      }
    });
  }
});

describe("a manuscript", () => {
  it("is read as title, byline, sections and paragraphs, whatever its line endings", () => {
    const expected = [
      { shape: "title", text: "A title" },
      { shape: "byline", text: "A name" },
      { shape: "section", text: "One" },
      { shape: "paragraph", text: "first line second line" },
      { shape: "paragraph", text: "next" },
    ];
    const text = "# A title\n= A name\n\n## One\nfirst line\nsecond line\n\nnext\n";
    assert.deepEqual(blocksOf(text), expected);
    assert.deepEqual(blocksOf(text.replaceAll("\n", "\r\n")), expected);
  });

  it("is broken at spaces, and a word wider than the page has its own line", () => {
    const measure = (line: string) => line.length;
    assert.deepEqual(linesOf("aa bb cc", measure, 5), ["aa bb", "cc"]);
    assert.deepEqual(linesOf("a enormous b", measure, 4), ["a", "enormous", "b"]);
    assert.deepEqual(linesOf("", measure, 4), []);
  });
});
