import assert from "node:assert/strict";
import { scanBibliography } from "../../../src/core/bibliography/keys.ts";
import { authorYear, decodeEntry, type Reference } from "../../../src/core/exchange/bibliography/decode.ts";

function decodeAll(text: string): readonly Reference[] {
  const bibliography = scanBibliography("references.bib", text);
  return bibliography.entries.map((entry) => decodeEntry(text, bibliography, entry));
}

function decode(text: string): Reference {
  const [reference] = decodeAll(text);
  assert.ok(reference);
  return reference;
}

describe("a BibTeX entry", () => {
  it("as Zotero writes it becomes a reference in Unicode", () => {
    const text = String.raw`@article{okafor2014,
	title = {Working {Together} {\textit{Again}}: na{\"\i}ve \& \textbf{bold} caf{\'e}s --- 50\% ${"``"}trust''},
	volume = {12},
	number = {2},
	url = {https://example.org/a\_b?c=1\&d},
	doi = {10.5555/wta\_2014},
	abstract = {Unread, \foo},
	journal = {J. Invented \& Co},
	author = {Okafor, Ngozi and van der Berg, Jan and {World Health Organization} and King, Jr., Martin and \O{}stby, {\AA}sa},
	month = mar,
	year = {2014},
	pages = {400--415},
}`;
    assert.deepEqual(decode(text), {
      key: "okafor2014",
      type: "article-journal",
      title: "Working Together Again: naïve & bold cafés — 50% “trust”",
      authors: [
        { family: "Okafor", given: "Ngozi" },
        { family: "van der Berg", given: "Jan" },
        { literal: "World Health Organization" },
        { family: "King", given: "Martin", suffix: "Jr." },
        { family: "Østby", given: "Åsa" },
      ],
      year: 2014,
      container: "J. Invented & Co",
      volume: "12",
      issue: "2",
      page: "400-415",
      doi: "10.5555/wta_2014",
      url: "https://example.org/a_b?c=1&d",
    });
  });

  it("is given the abbreviations of its file, joined by #", () => {
    const text = `@string{jis = "Journal of " # inv}
@string{inv = {Invented Studies}}
@string{inv2 = {Invented Studies}}
@string{full = "Journal of " # inv2}
@article{a, journal = full, title = "On " # {trust} # " in " # 2014, year = 2014, month = "1~" # jan}
@article{b, journal = JIS, title = nejm, year = 2015}`;
    const [a, b] = decodeAll(text);
    assert.equal(a?.container, "Journal of Invented Studies");
    assert.equal(a?.title, "On trust in 2014");
    assert.equal(a?.year, 2014);
    assert.equal(b?.container, "Journal of inv");
    assert.equal(b?.title, "nejm");
  });

  it("as BibLaTeX writes it, with crossref, becomes a reference", () => {
    const text = `@inproceedings{lind2012, author = {Björn Lind and others}, title = {Faith}, crossref = {conf2012}, pages = {1-9}}
@proceedings{conf2012, title = {Proceedings of Nothing}, editor = {Moreau, Zoé}, date = {2012-05-01}, publisher = {Invented Press}}
@thesis{tanaka2002, author = {Tanaka, Yuki}, title = {Mergers}, subtitle = {A study}, date = {2002-10}, institution = {Invented University}, type = {phdthesis}}
@misc{loop, crossref = {loop}, title = {Itself}}
@misc{lost, crossref = {constructor}, title = {Nobody}}`;
    const [lind, conf, tanaka, loop, lost] = decodeAll(text);
    assert.equal(lind?.container, "Proceedings of Nothing");
    assert.equal(lind?.year, 2012);
    assert.deepEqual(lind?.authors, [{ family: "Lind", given: "Björn" }]);
    assert.equal(lind?.moreAuthors, true);
    assert.deepEqual(conf?.authors, [{ family: "Moreau", given: "Zoé" }]);
    assert.equal(tanaka?.title, "Mergers: A study");
    assert.equal(tanaka?.type, "thesis");
    assert.equal(tanaka?.publisher, "Invented University");
    assert.equal(loop?.title, "Itself");
    assert.equal(lost?.title, "Nobody");
  });

  it("with TeX that cannot be read loses that field's commands, and nothing else", () => {
    const reference = decode(
      String.raw`@article{a, title = {Costs $ \'etude \begin{x} of \emph{it}}, author = {Zo{\"e} Lind}, journal = {J}, year = {2010a}}`,
    );
    assert.equal(reference.title, "Costs etude x of it");
    assert.deepEqual(reference.authors, [{ family: "Lind", given: "Zoë" }]);
    assert.equal(reference.container, "J");
    assert.equal(reference.year, 2010);
  });

  it("that is unclosed keeps the fields that can be told apart by line", () => {
    const [a] = decodeAll(
      "@article{a,\n author = {Lind, B},\n title = {Open { brace},\n year = {2003},\n journal = {J}\n}\n@misc{b,}",
    );
    assert.equal(a?.year, 2003);
    assert.equal(a?.title, "Open brace");
    assert.equal(a?.container, "J");
  });

  it("never takes a word of the file for a part of JavaScript", () => {
    const text = String.raw`@constructor{__proto__, title = {\constructor{} \toString x}, author = {constructor}, __proto__ = {y}, year = {\valueOf}}`;
    assert.deepEqual(decode(text), {
      key: "__proto__",
      type: "document",
      title: "constructor toString x",
      authors: [{ family: "constructor" }],
    });
  });

  it("reads the spaces, signs and letters that people use", () => {
    const text = String.raw`@misc{a, title = {Vol.\,3 of R{\o}d \aa{} and \L{}\'od\'z \S 4\-5 in \ldots{} \c{C}e\u{g}a, \ss{} \textendash{} \textquotesingle x}}`;
    assert.equal(decode(text).title, "Vol. 3 of Rød å and Łódź §45 in … Çeğa, ß – 'x");
  });

  it("prints an accent over nothing as TeX does", () => {
    const title = (tex: string): string => decode(`@misc{a, title = {${tex}}, year = 2010}`).title;
    const quoted = String.raw`a\^{}b \~{}c \'{}d \"{} \c {}e \t{}f \'{e}g`;
    assert.equal(title(quoted), "a^b ~c ´d ¨ ¸e f ég");
    for (const tex of ["{{}}", "$$", "{$$}", String.raw`\relax{}`, String.raw`{\relax}`, String.raw`\textbf{}`])
      for (const accent of [String.raw`\"`, String.raw`\'`, String.raw`\c`, String.raw`\textcommabelow`])
        assert.doesNotMatch(title(`Caf\\'e ${accent}${tex} b`), /undefined/, accent + tex);
    assert.equal(title(String.raw`The undefined, caf\'e`), "The undefined, café");
    assert.equal(title(String.raw`Caf\'e \"} }`).includes("undefined"), false);
  });

  it("gives no address that is not one of the web", () => {
    assert.equal(decode("@misc{a, url = {javascript:alert(1)}}").url, undefined);
    assert.equal(decode("@misc{a, howpublished = {\\url{https://example.org/}}}").url, "https://example.org/");
  });

  it("decodes alike in any order: no entry leaves anything behind", () => {
    const text = "@string{j = {Journal}}\n@article{a, journal = j, title = {A}}\n@article{b, journal = k, title = {B}}";
    const other = "@article{c, journal = j, title = {C}}";
    assert.equal(decode(text).container, "Journal");
    assert.equal(decode(other).container, "j");
  });
});

describe("author and year", () => {
  const reference = (authors: Reference["authors"], more: Partial<Reference> = {}): Reference => ({
    key: "k",
    type: "book",
    title: "",
    authors,
    year: 2014,
    ...more,
  });
  const okafor = { family: "Okafor", given: "N" };
  const lind = { family: "Lind" };
  const centre = { literal: "Invented Centre" };

  it("name one author, two, or the first of more", () => {
    assert.equal(authorYear(reference([okafor])), "Okafor 2014");
    assert.equal(authorYear(reference([okafor, lind])), "Okafor and Lind 2014");
    assert.equal(authorYear(reference([okafor, lind, centre])), "Okafor et al. 2014");
    assert.equal(authorYear(reference([okafor], { moreAuthors: true })), "Okafor et al. 2014");
    assert.equal(authorYear(reference([centre])), "Invented Centre 2014");
  });

  it("fall back on the title, and on the key", () => {
    const { year, ...undated } = reference([okafor]);
    assert.equal(year, 2014);
    assert.equal(authorYear(undated), "Okafor");
    assert.equal(authorYear(reference([], { title: "On trust" })), "On trust 2014");
    assert.equal(authorYear(reference([], { title: "One two three four five six" })), "One two three four five … 2014");
    assert.equal(authorYear(reference([])), "k 2014");
  });
});
