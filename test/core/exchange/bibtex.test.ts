import assert from "node:assert/strict";
import { type BibliographyProblem, scanBibliography } from "../../../src/core/bibliography/keys.ts";

const scan = (text: string) => scanBibliography("references.bib", text);
const keys = (text: string): readonly string[] => scan(text).entries.map((entry) => entry.key);
const codes = (text: string): readonly string[] => scan(text).problems.map((problem) => problem.code);
const at = (text: string, problem: BibliographyProblem | undefined): string =>
  problem === undefined ? "" : text.slice(problem.span.start, problem.span.end);

const ZOTERO = String.raw`
@article{okafor2014,
	title = {Working {Together} Again: \textit{Trust} in {NHS} Mergers},
	volume = {12},
	issn = {1234-5678},
	url = {https://example.org/a\_b},
	doi = {10.5555/wta.2014.07},
	abstract = {Partners said: "we {had} done it before".},
	journal = {Journal of Invented Studies},
	author = {Okafor, Ngozi and Lind, Bj{\"o}rn},
	month = mar,
	year = {2014},
	pages = {400--415},
	file = {Full Text:C\:\\Users\\x\\okafor.pdf:application/pdf},
}

@book{lasker2001,
	address = {London},
	title = {Synergy},
	author = {{Centre for Invented Studies}},
	year = {2001},
}
`;

const JABREF = String.raw`% Encoding: UTF-8

@String{jis = "Journal of " # inv # " Studies"}
@String(inv = "Invented")
@PREAMBLE{ "\newcommand{\noop}[1]{}" }

@Article{Moreau2005,
  author    = {Moreau, Zo{\'e}},
  title     = {Mandated partners},
  journal   = jis,
  year      = 2005,
  doi       = {https://doi.org/10.5555/mp\_05},
}

@Comment{jabref-meta: databaseType:bibtex;}
@Comment{
@article{dropped, title = {Kept out by hand}}
}
@Article (tanaka2002, author = "Tanaka, Y. (ed)", title = "An imposed merger :)", year = 2002)
`;

describe("keys of a .bib file", () => {
  it("are found with their exact places in an export of Zotero", () => {
    const { entries, problems } = scan(ZOTERO);
    assert.deepEqual(
      entries.map((entry) => entry.key),
      ["okafor2014", "lasker2001"],
    );
    for (const { key, span, entry } of entries) {
      assert.equal(ZOTERO.slice(span.start, span.end), key);
      assert.equal(ZOTERO[entry.start], "@");
      assert.equal(ZOTERO.slice(entry.end - 3, entry.end), ",\n}");
    }
    assert.equal(entries[0]?.doi, "10.5555/wta.2014.07");
    assert.equal(entries[1]?.doi, undefined);
    assert.deepEqual(problems, []);
  });

  it("are found in a JabRef file with abbreviations, comments and round brackets", () => {
    const { entries, problems, macros } = scan(JABREF);
    assert.deepEqual(
      entries.map((entry) => entry.key),
      ["Moreau2005", "tanaka2002"],
    );
    assert.equal(entries[0]?.doi, "10.5555/mp_05");
    assert.ok(JABREF.slice(entries[1]?.entry.start, entries[1]?.entry.end).endsWith("year = 2002)"));
    assert.deepEqual(problems, []);
    assert.equal(macros.get("inv"), "Invented");
  });

  it("stand on one line, after spaces, after CRLF and after a byte order mark", () => {
    assert.deepEqual(keys("@misc{a, title={x}} @misc{b,title={y}}@misc{c}"), ["a", "b", "c"]);
    assert.deepEqual(keys("@article{key ,\n title={x}}"), ["key"]);
    assert.deepEqual(keys("@ article { key\n, title={x}}"), ["key"]);
    assert.deepEqual(keys("\ufeff@misc{a,\r\n title={x}\r\n}\r\n@misc{b,\r\n}"), ["a", "b"]);
    assert.deepEqual(keys("@misc{a,\r title={x}\r}\r@misc{b,\r}"), ["a", "b"]);
    assert.deepEqual(keys("@ARTICLE{DBLP:conf/x-y+z, }"), ["DBLP:conf/x-y+z"]);
  });

  it("are not seen in the text between entries", () => {
    assert.deepEqual(keys("me@example.org and @home (see below, please) and @x = {y}\n@misc{a,}"), ["a"]);
    assert.deepEqual(keys("@misc{a, note={write to me@example.org, or see @book{b, c}}}\n@misc{d,}"), ["a", "d"]);
  });

  it("survive an entry that is not closed, which is told", () => {
    const text = "@misc{a, title = {x},\n note = {one { too many},\n}\n\n@misc{b, title={y}}\n@misc{c,";
    assert.deepEqual(keys(text), ["a", "b", "c"]);
    const { problems, entries } = scan(text);
    assert.deepEqual(
      problems.map((problem) => [problem.code, at(text, problem)]),
      [
        ["unclosed-entry", "a"],
        ["unclosed-entry", "c"],
      ],
    );
    assert.ok((entries[0]?.entry.end ?? 0) <= text.indexOf("@misc{b"));
  });

  it("survive a brace too many and a comment that is not closed", () => {
    assert.deepEqual(keys("@misc{a, title = {x}}, year = 2001}\n@misc{b,}"), ["a", "b"]);
    assert.deepEqual(keys("@comment{ never closed\n@misc{a, title={x}}\n@comment{ { }\n@misc{b,}"), ["a", "b"]);
    assert.deepEqual(keys("@string{x = {never closed\n@misc{a,}"), ["a"]);
  });

  it("that are missing, repeated or cannot be cited are told", () => {
    assert.deepEqual(codes("@misc{, title={x}}"), ["missing-key"]);
    assert.deepEqual(codes("@misc{title={x}}"), ["missing-key"]);
    assert.deepEqual(codes("@misc{\n@misc{a,}"), ["missing-key"]);
    const text = "@misc{a,}\n@misc{b,}\n@misc{a,}\n@misc{A,}";
    const { problems, entries } = scan(text);
    assert.equal(entries.length, 4);
    assert.deepEqual(problems, [
      { code: "duplicate-key", key: "a", span: { start: 26, end: 27 }, first: { start: 6, end: 7 } },
    ]);
    const spaced = "@misc{my key, title={x}}";
    assert.deepEqual(keys(spaced), ["my key"]);
    assert.deepEqual(codes(spaced), ["uncitable-key"]);
    assert.deepEqual(codes("@misc{O'Brien2010, title={x}}"), []);
    assert.deepEqual(codes(`@misc{${"k".repeat(200)},}`), ["uncitable-key"]);
    assert.deepEqual(codes("@misc{أحمد2010,}\n@misc{山田:2010a,}\n@misc{a_b.c-d/e,}"), []);
  });

  it("of an empty file are none, and of a file that is no .bib file none with a word", () => {
    assert.deepEqual(codes(""), []);
    assert.deepEqual(codes(" \n"), []);
    assert.deepEqual(codes("% Encoding: UTF-8\n"), []);
    assert.deepEqual(codes("@string{a = {b}}"), []);
    assert.deepEqual(codes("<!doctype html>\n<p>Not found</p>"), ["no-entries"]);
  });

  it("take macros of macros without growing beyond bounds", () => {
    let text = "@string{a0 = {0123456789}}\n";
    for (let n = 1; n < 60; n++) text += `@string{a${n} = a${n - 1} # a${n - 1}}\n`;
    const size = [...scan(text).macros.values()].reduce((sum, value) => sum + value.length, 0);
    assert.ok(size <= 2 * text.length, String(size));
  });
});
