/** Coding lines in every form, and quotes. */
import assert from "node:assert/strict";
import { recordsIn } from "../reviews.ts";
import { readRecord } from "./records.ts";

const codings = (...lines: readonly string[]): unknown => readRecord("extract", ...lines).json.codings;

describe("a coding line", () => {
  it("quotes words in any marks", () => {
    const pairs = ['""', "“”", "„“", "„”", "«»", "»«", "‹›", "‘’", "''", "「」", "『』", "””"];
    for (const pair of pairs)
      assert.deepEqual(
        codings(`- C trust: ${pair.charAt(0)}quick to trust${pair.charAt(1)}`),
        [{ role: "C", code: "trust", words: "quick to trust" }],
        pair,
      );
  });

  it("keeps an apostrophe inside single marks", () => {
    assert.deepEqual(codings("- C: 'they don't know', ‘nor doesn’t she’"), [
      { role: "C", words: "they don't know" },
      { role: "C", words: "nor doesn’t she" },
    ]);
  });

  it("has a role and a code, one of them, and words or none", () => {
    assert.deepEqual(codings("- C trust:"), [{ role: "C", code: "trust" }]);
    assert.deepEqual(codings("- M:"), [{ role: "M" }]);
    for (const word of ["code", "Code", "CODE"])
      assert.deepEqual(codings(`- ${word} trust: "a"`), [{ code: "trust", words: "a" }], word);
    assert.deepEqual(codings('- Context trust: "a"'), [{ role: "C", code: "trust", words: "a" }]);
    assert.deepEqual(codings('- M resource trust: "a"'), [{ role: "M", part: "resource", code: "trust", words: "a" }]);
    assert.deepEqual(codings('- Mresponse trust: "a"'), [{ role: "M", part: "reasoning", code: "trust", words: "a" }]);
    assert.deepEqual(codings('- **O** faith-2: "a"'), [{ role: "O", code: "faith-2", words: "a" }]);
  });

  it("parts words at commas and semicolons, and may end with a coder and a stop", () => {
    const words = (line: string): unknown => (codings(line) as readonly { words: string }[]).map((each) => each.words);
    assert.deepEqual(words('- C: "a", "b"; “c” "d"'), ["a", "b", "c", "d"]);
    assert.deepEqual(codings('- C: "a" (RM)'), [{ role: "C", words: "a", coder: "RM" }]);
    assert.deepEqual(codings('- C: "a" (RM).'), [{ role: "C", words: "a", coder: "RM" }]);
    assert.deepEqual(codings('- C: "a", "b" (RM)'), [
      { role: "C", words: "a", coder: "RM" },
      { role: "C", words: "b", coder: "RM" },
    ]);
    assert.deepEqual(codings('- C: "a" ( RM )'), [{ role: "C", words: "a", coder: "RM" }]);
    assert.deepEqual(codings('- C: "a" ()'), [{ role: "C", words: "a" }]);
    assert.deepEqual(codings("- C: (RM)"), [{ role: "C", coder: "RM" }]);
    assert.deepEqual(codings('- C: "a".'), [{ role: "C", words: "a" }]);
    assert.deepEqual(codings('- C: "a\n  b"'), [{ role: "C", words: "a b" }]);
  });

  it("is prose when anything else stands there", () => {
    for (const line of [
      "- C trust: quick to trust",
      '- C trust: so "quick"',
      '- C trust: "quick" indeed',
      '- C trust: "quick',
      '- C trust: "quick" (RM',
      '- C trust: "quick" (RM) too',
      '- trust: "quick"',
      '- X trust: "quick"',
      '- C "quick"',
      '- codex: "quick"',
      '- Codes: "quick"',
      '- C tr/ust: "quick"',
      '- C trust: "a"\n\n  "b"',
    ])
      assert.deepEqual(codings(line), [], line);
  });
});

describe("an extract whose id has no digit", () => {
  it("is one where a field of its own or a coding line stands under it", () => {
    const read = (line: string): number =>
      recordsIn({ "l.md": `---\ncitekey: l1\n---\n\n## Extract trust\n\n${line}\n` }, "extract").length;
    for (const line of ["- at: p. 1", "- voice: author", "- parked: so", '- C: "a"', "- M faith:", '- code faith: "a"'])
      assert.equal(read(line), 1, line);
    for (const line of ["Words.", "> Words.", "- note: so", "- tags: a", "- supports: TR1", "- hope: so", "- C faith"])
      assert.equal(read(line), 0, line);
  });
});

describe("a quote", () => {
  const quote = (...lines: readonly string[]): unknown => readRecord("extract", ...lines).json.quote;

  it("is every block quote in the extract, joined by an ellipsis", () => {
    assert.equal(quote("> One."), "One.");
    assert.equal(quote("> One.", "", "Between.", "", "> Two."), "One. … Two.");
    assert.equal(quote("> One.", "", "- at: p. 1", "", "> Two.", "", "> Three."), "One. … Two. … Three.");
    assert.equal(quote("> One.", ">", "> Two."), "One. Two.");
    assert.equal(quote("> One", "> and   two."), "One and two.");
    assert.equal(quote("> One", "and two."), "One and two.");
    assert.equal(quote("> ## One", ">", "> - two", ">   - three", ">", "> > four"), "One two three four");
    assert.equal(quote("> One.", "", ">", "", "> Two."), "One. … Two.");
    assert.equal(quote("> | a | b |", "> |---|---|", "> | c | d |"), "a b c d");
    assert.equal(quote("Words."), undefined);
    assert.equal(quote("- at: p. 1", "  > One."), undefined, "one in a bullet");
  });

  it("restates nothing by itself; a tagged sentence beside it does", () => {
    const restated = (...lines: readonly string[]): unknown => readRecord("extract", ...lines).json.restated;
    assert.deepEqual(restated("> One.", "", "Where they met (C), they trusted (M)."), [
      { role: "C", text: "they met" },
      { role: "M", text: "they trusted" },
    ]);
    assert.equal(restated("> Where they met (C), they trusted (M)."), undefined);
  });
});

describe("an extract's links", () => {
  it("may name a configuration, a theory or a demi-regularity, with slots and reasons", () => {
    const files = {
      "a.md": "## CMOC TR1\n\n- C: a\n\n# Theory PT1\n\n- stage: final\n\n# Demi-regularity D1\n\n- boundary: b\n",
      "l.md": "---\ncitekey: l1\n---\n\n## Extract e1\n\n- supports: TR1 (C), PT1, D1 — so; tr1 — and so\n",
    };
    assert.deepEqual(recordsIn(files, "extract")[0].links, [
      { type: "supports", target: "TR1", slots: ["C"], note: "so; and so" },
      { type: "supports", target: "PT1", slots: [], note: "so" },
      { type: "supports", target: "D1", slots: [], note: "so" },
    ]);
    assert.deepEqual(recordsIn(files, "extract")[0].bearsOn, ["TR1", "PT1", "D1"]);
  });
});
