import assert from "node:assert/strict";
import fc from "fast-check";
import { bibliographyFormat, scanBibliography } from "../../../src/core/bibliography/keys.ts";
import { decodeEntry } from "../../../src/core/exchange/bibliography/decode.ts";

const URIS = ["r.bib", "r.json", "r.ris", "r.txt"];

function readAll(uri: string, text: string, most = 20): number {
  const bibliography = scanBibliography(uri, text);
  for (const entry of bibliography.entries.slice(0, most)) decodeEntry(text, bibliography, entry);
  return bibliography.entries.length;
}

/** Pieces on which a reader that looks ahead or back from each of them would take quadratic time. */
const PIECES = [
  "@",
  "@a",
  "@a ",
  "@a(",
  "@a(x ",
  "@a{",
  "@a{\n",
  "\n@a{k",
  "\n@a{k,",
  "@a{k,",
  "@comment{",
  "@comment(",
  "\n@string{",
  "@string{a=a#a}",
  "@a{k,crossref={k}}",
  "{",
  "}",
  '"',
  '"{',
  "\\",
  "=",
  "doi=",
  "doi={",
  "=\n",
  "#",
  ",",
  " ",
  "\n",
  "\r",
  "\0",
  "[",
  "{}",
  '{"id":',
  '[{"id":"a",',
  '{"id":"a"}',
  "\\u0041",
  "TY  - ",
  "TY  - JOUR\n",
  "TY - JOUR\nER -\n",
  "TY  - JOUR\nAU  - ",
  "AU  - x\n",
  "10.1",
  "10.1234.",
  "<span ",
];

describe("hostile bibliographies", () => {
  it("made of any piece again and again are read to their end", () => {
    const heads: readonly (readonly [string, readonly string[]])[] = [
      ["r.bib", ["", "@a{k,title={", "@a{k,\nx={\ny="]],
      ["r.json", ["", '[{"id":"a","title":"']],
      ["r.ris", ["", "TY  - JOUR\nTI  - "]],
    ];
    for (const piece of PIECES) {
      const body = piece.repeat(Math.ceil(20_000 / piece.length));
      for (const [uri, starts] of heads) for (const start of starts) readAll(uri, start + body, 2);
    }
  });

  it("of 20 MB of one sign are read to their end", () => {
    for (const sign of ["@", "{", '"']) assert.equal(readAll("r.bib", sign.repeat(20_000_000)), 0);
    assert.equal(readAll("r.json", "[".repeat(20_000_000)), 0);
    assert.equal(readAll("r.ris", "TY".repeat(2_000_000)), 0);
  });

  it("with an entry of very many fields, authors or braces decode", () => {
    const many = (piece: string): string => piece.repeat(30_000);
    for (const text of [
      `@a{k, ${many("a = {b},\n")} title={x}}`,
      `@a{k, author={${many("A and ")}B}}`,
      `@a{k, title={${many("{")}${many("}")}}}`,
      `@a{k, title={${many("$")}}}`,
      `@a{k, ${many('x = "{\n')} title={x}}`,
    ]) {
      assert.equal(readAll("r.bib", text), 1);
    }
  });

  const fragment = fc.oneof(
    fc.constantFrom(
      ...PIECES,
      "@article{key, title = {A {B} c},\n year = 2014}\n",
      '{"id":"a","DOI":"10.1234/x"},',
      "ER  - \n",
    ),
    fc.string({ maxLength: 6 }),
    fc.string({ unit: "binary", maxLength: 4 }),
  );
  const texts = fc.array(fragment, { maxLength: 14 }).map((parts) => parts.join(""));

  it("never throw, and every span lies in its entry and points at its key", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...URIS), (text, uri) => {
        const bibliography = scanBibliography(uri, text);
        let last = 0;
        for (const entry of bibliography.entries) {
          const { span, entry: whole, key, generated } = entry;
          assert.ok(
            whole.start >= last && whole.start <= span.start && span.start <= span.end && span.end <= whole.end,
          );
          assert.ok(whole.end <= text.length);
          last = whole.end;
          const written = text.slice(span.start, span.end);
          if (!generated && !(bibliography.format === "csl-json" && written.includes("\\"))) {
            assert.equal(
              bibliography.format === "ris" ? written.replace(/\s+/g, " ") : written,
              key.replace(/\s+/g, bibliography.format === "ris" ? " " : "$&"),
            );
          }
          assert.equal(decodeEntry(text, bibliography, entry).key, key);
        }
        for (const { span } of bibliography.problems) assert.ok(span.start <= span.end && span.end <= text.length);
      }),
      { numRuns: 300 },
    );
  });

  const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9:_-]{0,8}$/);
  const words = fc.stringMatching(/^[a-z @,=#"]{0,20}$/);

  it("in BibTeX: keys are those written, whatever stands in balanced values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ key, words }), { maxLength: 6 }),
        fc.constantFrom("\n", "\r\n", " "),
        (list, end) => {
          const text = list.map((one) => `@misc{${one.key},${end}  note = {${one.words} {x}},${end}}${end}`).join(end);
          assert.deepEqual(
            scanBibliography("r.bib", text).entries.map((entry) => entry.key),
            list.map((one) => one.key),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it("in JSON: keys are those that JSON.parse sees", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.string({ minLength: 1 }), note: fc.jsonValue() })), (list) => {
        const text = JSON.stringify(list, undefined, 1);
        const { entries, problems } = scanBibliography("r.json", text);
        assert.deepEqual(
          entries.map((entry) => entry.key),
          list.map((one) => one.id),
        );
        assert.ok(problems.every((problem) => problem.code !== "json"));
      }),
      { numRuns: 100 },
    );
  });
});

describe("the format of a bibliography", () => {
  it("is its extension's, in any case", () => {
    assert.equal(bibliographyFormat("a/b.BIB"), "bibtex");
    assert.equal(bibliographyFormat("refs.json"), "csl-json");
    assert.equal(bibliographyFormat("refs.ris"), "ris");
    assert.equal(bibliographyFormat("refs.txt"), undefined);
  });

  it("is guessed from the text where the extension says nothing", () => {
    assert.equal(scanBibliography("x.txt", ' [{"id":"a"}]').format, "csl-json");
    assert.equal(scanBibliography("x.txt", "\ufeffTY  - JOUR\n").format, "ris");
    assert.equal(scanBibliography("x", "@misc{a,}").format, "bibtex");
  });
});
