import assert from "node:assert/strict";
import { Checker } from "../../../src/core/check.ts";
import { ALL_RULES } from "../../../src/core/rules/index.ts";
import { problemsOf, reviewOf } from "../reviews.ts";

const utf16 = (text: string): string => `\uFFFD\uFFFD${[...text].map((each) => `${each}\0`).join("")}`;
const latin1 = (text: string): string => Buffer.from(text, "latin1").toString("utf8");
const found = (files: { readonly [path: string]: string }): readonly string[] =>
  problemsOf(files)
    .filter(({ rule }) => !/^(?:cmoc|source)\//.test(rule))
    .map(({ rule, uri, span, data }) => `${uri}:${span.start} ${rule} ${data.encoding ?? ""}`);

describe("a file that is not UTF-8", () => {
  it("is told of and read no further when it is UTF-16 or binary", () => {
    const record = "## CMOC TR1: One\n\n- **C:** a\n";
    assert.deepEqual(found({ "a.md": utf16(record) }), ["a.md:0 file/encoding UTF-16"]);
    assert.deepEqual(found({ "review.yaml": utf16("title: One\n") }), ["review.yaml:0 file/encoding UTF-16"]);
    for (const [name, text] of [
      ["r.bib", "@misc{a1, title={A}}\n"],
      ["r.json", '[{"id": "a1"}]'],
      ["r.ris", "TY  - JOUR\nER  - \n"],
    ] as const)
      assert.deepEqual(found({ "review.yaml": `bibliography: [${name}]\n`, [name]: utf16(text) }), [
        `${name}:0 file/encoding UTF-16`,
      ]);
  });

  it("is told of at the first letter that was lost, and read", () => {
    const text = latin1("## CMOC TR3: café\n\n- **C:** thé\n");
    assert.deepEqual(found({ "a.md": text }), ["a.md:16 file/encoding replacement"]);
    assert.equal([...reviewOf({ "a.md": text }).records("cmoc")].length, 1);
    assert.deepEqual(found({ "review.yaml": latin1("title: café\n") }), ["review.yaml:10 file/encoding replacement"]);
    const bib = latin1("@misc{a1, title={Café}}\n");
    const files = { "review.yaml": "bibliography: [r.bib]\n", "r.bib": bib };
    assert.deepEqual(found(files), ["r.bib:20 file/encoding replacement"]);
    assert.equal(reviewOf(files).isDefined("s:a1"), true);
  });

  it("is told of where a NUL stands, however far down", () => {
    const text = `${"words ".repeat(400)}\n\n- **C:** a\0b\n`;
    assert.deepEqual(found({ "a.md": text }), [`a.md:${text.indexOf("\0")} file/encoding NUL`]);
  });

  it("is told of as it is typed, and no longer when it is mended", () => {
    const review = reviewOf({ "a.md": "## CMOC TR1: One\n\n- **C:** a\n" });
    const checker = new Checker(review, ALL_RULES);
    checker.update();
    const told = (text: string): boolean => {
      checker.update(review.set({ uri: "a.md", version: 1, text }));
      return checker.problems("a.md").some(({ rule }) => rule === "file/encoding");
    };
    assert.equal(told("## CMOC TR1: One\n\n- **C:** a\0\n"), true);
    assert.equal(told("## CMOC TR1: One\n\n- **C:** ab\n"), false);
    assert.equal(told("## CMOC TR1: One\n\n- **C:** ab\uFFFD\n"), true);
    assert.equal(told("## CMOC TR1: One\n\n- **C:** abc\n"), false);
  });
});
