import assert from "node:assert/strict";
import fc from "fast-check";
import { bibliographyFormat, scanBibliography } from "../../../src/core/bibliography/keys.ts";
import { decodeEntry } from "../../../src/core/exchange/bibliography/decode.ts";
import { PIECES } from "../../hostile/pieces.ts";
import { runs } from "../../runs.ts";

const URIS = ["r.bib", "r.json", "r.ris", "r.txt"];

describe("hostile bibliographies", () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const fragment = fc.oneof(
    fc.constantFrom(
      ...PIECES,
      "@article{key, title = {A {B} c},\n year = 2014}\n",
      '{"id":"a","DOI":"10.1234/x"},',
      "ER  - \n",
    ),
    fc.string({ maxLength: 6 }),
    fc.array(unit, { maxLength: 4 }).map((units) => units.join("")),
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
      runs(30),
    );
  });

  it("in BibTeX: never say what JavaScript calls nothing", () => {
    const piece = fc.constantFrom(
      ...["\\'", '\\"', "\\c", "\\^", "\\textcommabelow", "\\relax", "\\textbf", "\\emph", "\\alpha", "\\\\", "\\{"],
      ...["{}", "{", "}", "$", "_", "^", " ", "a", "e", "~", "and", ",", "-", "=", "#"],
    );
    const value = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(value, value, (title, author) => {
        const text = `@article{a, title = {${title}}, author = {${author}}, journal = {${title}}, year = 2010}`;
        const bibliography = scanBibliography("r.bib", text);
        for (const entry of bibliography.entries)
          assert.doesNotMatch(JSON.stringify(decodeEntry(text, bibliography, entry)), /undefined/);
      }),
      runs(30),
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
      runs(20),
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
      runs(20),
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
