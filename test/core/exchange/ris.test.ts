import assert from "node:assert/strict";
import { scanBibliography } from "../../../src/core/bibliography/keys.ts";
import { decodeEntry } from "../../../src/core/exchange/bibliography/decode.ts";

const scan = (text: string) => scanBibliography("references.ris", text);
const keys = (text: string): readonly string[] => scan(text).entries.map((entry) => entry.key);
const codes = (text: string): readonly string[] => scan(text).problems.map((problem) => problem.code);

const ENDNOTE = [
  "TY  - JOUR",
  "AU  - Okafor, Ngozi",
  "AU  - Lind, B.",
  "AB  - Partners who had succeeded together",
  "UK - based and TY - like lines of an abstract go on with it",
  "DA  - 2014/03/01",
  "PY  - 2014",
  "DO  - 10.5555/wta.2014",
  "ID  - okafor2014",
  "IS  - 2",
  "SP  - 400",
  "EP  - 415",
  "T2  - Journal of Invented Studies",
  "TI  - Working together again",
  "UR  - https://example.org/a",
  "VL  - 12",
  "ER  - ",
  "",
  "TY  - BOOK",
  "A1  - Centre for Invented Studies",
  "T1  - Synergy",
  "Y1  - 2001///",
  "PB  - Invented Press",
  "LB  - lasker2001",
  "ER  -",
].join("\r\n");

describe("keys of a RIS file", () => {
  it("come from ID, else from LB, with their exact places", () => {
    const { entries, problems } = scan(ENDNOTE);
    assert.deepEqual(
      entries.map(({ key, span, doi }) => [key, ENDNOTE.slice(span.start, span.end), doi]),
      [
        ["okafor2014", "okafor2014", "10.5555/wta.2014"],
        ["lasker2001", "lasker2001", undefined],
      ],
    );
    for (const { entry } of entries) assert.match(ENDNOTE.slice(entry.start, entry.end), /^TY[\s\S]*ER {2}-/);
    assert.deepEqual(problems, []);
  });

  it("are made from author and year where a record has none", () => {
    const record = (author: string, year: string): string => `TY  - JOUR\nAU  - ${author}\nPY  - ${year}\nER  - \n`;
    const text =
      record("Müller-Lüdenscheidt, J", "2014/03//") + record("O'Brien, X", "2010") + record("山田, 太郎", "1999");
    assert.deepEqual(keys(text), ["mullerludenscheidt2014", "obrien2010", "山田1999"]);
    assert.ok(
      scan(text).entries.every((entry) => entry.generated && text.slice(entry.span.start).startsWith("TY  - JOUR")),
    );
    assert.deepEqual(keys("TY  - GEN\nTI  - The synergy of it\nER  -\nTY  - GEN\nER  -\n"), ["synergy", "record2"]);
    assert.deepEqual(codes(text), []);
  });

  it("that are made and would be the same get a letter, and that is told", () => {
    const record = "TY  - JOUR\nAU  - Okafor, N\nPY  - 2014\nER  - \n";
    assert.deepEqual(keys(record + record), ["okafor2014a", "okafor2014b"]);
    assert.deepEqual(codes(record + record), ["shared-key", "shared-key"]);
    const own = "TY  - JOUR\nID  - okafor2014\nER  - \n";
    assert.deepEqual(keys(record + own), ["okafor2014a", "okafor2014"]);
    assert.equal(new Set(keys(record.repeat(800))).size, 800);
  });

  it("survive missing ends, other spacing, a byte order mark and lone CR", () => {
    assert.deepEqual(keys("\ufeffTY  - JOUR\nID  - a\n\nTY  - JOUR\nID  - b\n"), ["a", "b"]);
    assert.deepEqual(codes("TY  - JOUR\nID  - a\n\nTY  - JOUR\nID  - b\nER  - "), ["unclosed-entry"]);
    assert.deepEqual(keys("TY - JOUR\nID - a\nER -\nTY - JOUR\nID - b\nER -"), ["a", "b"]);
    assert.deepEqual(keys("TY   -  JOUR\rID  -  a\rER  -\rTY  -JOUR\r"), ["a"]);
    assert.deepEqual(keys(" TY  - JOUR\n ID  - a b \n ER  - "), ["a b"]);
  });

  it("repeated are told, and so is a file without a record", () => {
    assert.deepEqual(codes("TY  - JOUR\nID  - a\nER  - \nTY  - JOUR\nID  - a\nER  - "), ["duplicate-key"]);
    assert.deepEqual(codes("PMID- 123\nOWN - NLM"), ["no-entries"]);
    assert.deepEqual(codes(""), []);
  });
});

describe("a RIS record", () => {
  const decode = (text: string, index = 0) => {
    const bibliography = scan(text);
    const entry = bibliography.entries[index];
    assert.ok(entry);
    return decodeEntry(text, bibliography, entry);
  };

  it("becomes a reference", () => {
    assert.deepEqual(decode(ENDNOTE), {
      key: "okafor2014",
      type: "article-journal",
      title: "Working together again",
      authors: [
        { family: "Okafor", given: "Ngozi" },
        { family: "Lind", given: "B." },
      ],
      year: 2014,
      container: "Journal of Invented Studies",
      volume: "12",
      issue: "2",
      page: "400-415",
      doi: "10.5555/wta.2014",
      url: "https://example.org/a",
    });
    assert.deepEqual(decode(ENDNOTE, 1), {
      key: "lasker2001",
      type: "book",
      title: "Synergy",
      authors: [{ literal: "Centre for Invented Studies" }],
      year: 2001,
      publisher: "Invented Press",
    });
  });

  it("of an unknown type or with odd tags is read as far as it goes", () => {
    const text =
      "TY  - ZZZZ\nID  - a\nTI  - T\nTI  - again\nT2  - C\nAU  - Lind B\nPY  - in 2003, spring\nDO  - none\nZZ  - 1\nER  - ";
    assert.deepEqual(decode(text), {
      key: "a",
      type: "document",
      title: "T",
      authors: [{ literal: "Lind B" }],
      year: 2003,
      container: "C",
    });
  });
});
