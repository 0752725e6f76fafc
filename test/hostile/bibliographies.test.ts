import assert from "node:assert/strict";
import { scanBibliography } from "../../src/core/bibliography/keys.ts";
import { decodeEntry } from "../../src/core/exchange/bibliography/decode.ts";
import { PIECES } from "./pieces.ts";

function readAll(uri: string, text: string, most = 20): number {
  const bibliography = scanBibliography(uri, text);
  for (const entry of bibliography.entries.slice(0, most)) decodeEntry(text, bibliography, entry);
  return bibliography.entries.length;
}

describe("large bibliographies", () => {
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
});
