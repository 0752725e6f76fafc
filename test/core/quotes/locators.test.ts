import assert from "node:assert/strict";
import fc from "fast-check";
import { isAmong, pagesNamed, withPages } from "../../../src/core/quotes/locators.ts";
import { pageNumber, roman, romanOf } from "../../../src/core/quotes/page-numbers.ts";
import { spent } from "../../hostile/growth.ts";
import { runs } from "../../runs.ts";

const CORRECTED: readonly (readonly [string, string, string, string | undefined])[] = [
  ["p. 407", "408", "408", "p. 408"],
  ["p. 407, table 2", "408", "409", "pp. 408–409, table 2"],
  ["pp. 407–9", "411", "411", "p. 411"],
  ["pp. 407-409", "411", "412", "pp. 411-412"],
  ["Discussion, p.12", "13", "13", "Discussion, p.13"],
  ["407", "408", "408", "408"],
  ["page 12", "13", "13", "page 13"],
  ["P. S12", "S13", "S14", "Pp. S13–S14"],
  ["Discussion, para 2", "3", "3", undefined],
  ["page 12", "13", "14", "pages 13–14"],
  ["pág. 12", "13", "14", "págs. 13–14"],
  ["PP. 12–13", "14", "14", "P. 14"],
  ["pages 412 to 413", "415", "416", "pages 415 to 416"],
  ["pp. 412--413", "415", "416", "pp. 415--416"],
  ["p413", "415", "416", "pp415–416"],
  ["p. 412f", "415", "415", "p. 415"],
  ["pp. 412 ff., table 2", "415", "416", "pp. 415–416, table 2"],
  ["p. 413a", "415", "415", "p. 415"],
  ["p. 412–p. 413", "415", "416", "pp. 415–416"],
  ["p. A-1", "A-3", "A-4", "pp. A-3–A-4"],
  // Of a list all pages become others.
  ["pp. 412, 413", "415", "415", "p. 415"],
  ["pp. 412,413, table 2", "415", "415", "p. 415, table 2"],
  ["pp. 412 and 413", "415", "416", "pp. 415–416"],
  ["p. 412 & 413", "415", "415", "p. 415"],
  ["p. 412; p. 415", "420", "420", "p. 420"],
  ["Seite 12", "13", "14", "Seiten 13–14"],
  ["Seiten 12–13", "14", "14", "Seite 14"],
  ["S. 12", "13", "14", "S. 13–14"],
  ["第407页，表2", "408", "408", "第408页，表2"],
  ["第407–409页", "411", "412", "第411–412页"],
  // What may be no page stays.
  ["PDF p. 2", "13", "13", undefined],
  ["p. 412 (PDF p. 2)", "415", "415", undefined],
  ["第407页、第410页", "411", "411", undefined],
  ["p. 412, 3", "415", "415", undefined],
  ["pp. 2, 3 lines down", "415", "415", undefined],
  ["p. 412/413", "415", "415", undefined],
  ["p. 1,234", "1240", "1240", undefined],
  ["p. 412, 2014", "415", "415", undefined],
  ["p. 412 (see p. 415)", "420", "420", undefined],
  ["T2", "412", "413", undefined],
  ["P2", "412", "412", undefined],
  ["S12", "S12", "S13", "S12–S13"],
  ["p. 12", "Cover", "Cover", undefined],
  ["p. 12", "412 and more", "412 and more", undefined],
];

/** Locators, pages that they name, and pages that they do not; of all others nothing is said. */
const COMPARED: readonly (readonly [locator: string, on: string, off: string, unknown?: string])[] = [
  ["p413", "413", "412 414"],
  ["pp412–3", "412 413", "411 414"],
  ["p 413", "413", "412"],
  ["p.413", "413", "412"],
  ["pp. 412, 413", "412 413", "411 414"],
  ["pp. 412,413", "412 413", "411 414"],
  ["pp. 412 and 413", "412 413", "411 414"],
  ["pp. 412 y 413", "412 413", "411 414"],
  ["p. 412 & 413", "412 413", "411"],
  ["p. 412/413", "412 413", "411"],
  ["p. 412; p. 415", "412 415", "413"],
  ["p. 412 (table 2, p. 415)", "412 415", "413"],
  ["pp. 412, 415–7, and 420", "412 415 417 420", "413 419"],
  ["pp. 412, 15", "412 415", "413"],
  ["pages 412 to 413", "412 413", "411"],
  ["pages 412 through 414", "413", "411"],
  ["págs. 412 a 414", "413", "411"],
  ["p. 412–p. 414", "413", "411"],
  ["pp. 412--4", "413", "411"],
  ["p. 413f", "413 414", "412 415"],
  ["p. 412 f.", "412 413", "411 414"],
  ["p. 412ff", "412 413", "411", "414 420"],
  ["p. 412 ff.", "412 413", "411", "420"],
  ["p. 412 et seq.", "412 413", "411", "420"],
  ["pág. 412 y ss.", "412 413", "411", "420"],
  ["p. 413a", "413 413a", "412 414 413b"],
  ["p. 413", "413a 413b", "412a"],
  ["pp. 1,234–1,235", "1234 1235", "1233"],
  ["p. 1,234", "1234", "1235"],
  ["p. 1.234", "1234", "", "1 1235"],
  ["pp. xii–3", "xii xiii 1 3 xii-3", "", "xi 4"],
  ["pp. xii-3", "xii xiii 1 3", "", "xi 4"],
  ["p. 13", "13 S13", "S14 12 14"],
  ["p. S13", "S13 s13 13", "S14 A13", "14"],
  ["pp. S9–10", "S9 S10", "S8 S11"],
  ["p. A-1", "A-1 A1", "A-2 B-1", "52"],
  ["pp. A-1–A-3", "A-2", "A-4 B-2"],
  ["p. 413, T2", "413", "412"],
  ["p. 413 table 2", "413", "412 2"],
  ["p. 413, 2nd paragraph", "413", "412 2"],
  ["Seite 407", "407", "408"],
  ["Seiten 407 bis 409", "407 408", "410"],
  ["S. 407", "407", "408"],
  ["S. 407 f.", "407 408", "409"],
  ["Diskussion, S. 407", "407", "", "408"],
  ["第407页", "407", "408"],
  ["407页", "407", "408"],
  ["第407至409頁", "407 408", "410"],
  ["第３章，第４０７页", "407", "408 3"],
  ["407、410ページ", "407 410", "408"],
  ["407쪽", "407", "408"],
  ["p. ４０７", "407", "408"],
  ["p. 407 (PDF p. 2)", "407", "2 408"],
  ["p. 407, PDF page 2", "407", "2 408"],
  // They may be no pages.
  ["T2", "T2", "", "412 T3"],
  ["ch3", "", "", "4 412"],
  ["s3", "S3", "", "412 S4"],
  ["fn4", "", "", "412"],
  ["P2", "2", "", "412"],
  ["412, 413", "412 413", "", "411"],
  ["413", "413", "412"],
  ["412–5", "414", "416"],
];

describe("a locator", () => {
  for (const [written, from, to, wanted] of CORRECTED)
    it(`is given other pages, and keeps what else it says: ${written}`, () => {
      const made = withPages(written, from, to);
      assert.equal(made, wanted);
      if (made !== undefined && /^p|,/i.test(made)) assert.deepEqual(pagesNamed(made), { from, to });
    });

  for (const [locator, on, off, unknown = ""] of COMPARED)
    it(`names pages, and not others: ${locator}`, () => {
      const answers = (labels: string): readonly string[] =>
        labels
          .split(" ")
          .filter((label) => label !== "")
          .map((label) => `${label}: ${isAmong(label, pagesNamed(locator) ?? assert.fail())}`);
      const wanted = (labels: string, is: boolean | undefined): readonly string[] =>
        answers(labels).map((each) => each.replace(/: .*/, `: ${is}`));
      assert.deepEqual(answers(on), wanted(on, true));
      assert.deepEqual(answers(off), wanted(off, false));
      assert.deepEqual(answers(unknown), wanted(unknown, undefined));
    });

  it("names none where its numbers are others", () => {
    for (const none of [
      "p. 12.3",
      "p. 12:3",
      "p < 0.05",
      "p 0.05",
      "p. 5 %",
      "para 2",
      "table 2 and 3",
      "p",
      "pp.",
      "PDF page 2",
      "PDF p. 2",
      "page 2 of the PDF",
      "p. 2 (PDF)",
      "Seite 2 der PDF",
      "s. 12",
      "共8页",
      "line 407",
    ])
      assert.equal(pagesNamed(none), undefined, none);
  });

  it("is compared and corrected without harm, whatever it is", () => {
    const word = fc.constantFrom(
      ...["p.", "pp.", "p", "page", "412", "413", "5", "S12", "xii", "A-1", "413a", "f", "ff.", ",", ";", "–", "-"],
      ...["and", "to", "&", "/", " ", " ", "table", "T2", "1,234", ".", "(", ")", "%", "\u0000", "págs."],
    );
    const label = fc.constantFrom("412", "415", "S13", "xiv", "A-2", "Cover", "", "1234", "413b");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), label, label, (words, from, to) => {
        const locator = words.join("");
        const named = pagesNamed(locator);
        if (named) isAmong(from, named);
        const made = withPages(locator, from, to);
        if (made === undefined) return;
        const read = pagesNamed(made);
        assert.deepEqual([read?.from, read?.to], [from, to], `${locator}: ${made}`);
        assert.equal(read && isAmong(from, read), true, `${locator}: ${made}`);
      }),
      runs(300),
    );
  });

  it("takes no time, however long it is", () => {
    const enough = 1000;
    const time = spent(() => {
      for (const odd of ["1, ", "p. 1 ", "p. 1; ", " ", "xii–", "p. ", "i", "1,234", "1 y ", "pp. 1–"]) {
        const named = pagesNamed(`p. 1 ${odd.repeat(100_000)}`);
        const short = pagesNamed(`p. 1, ${odd.repeat(300)}`);
        for (let page = 0; page < 1000; page++)
          for (const each of [named, short]) if (each) isAmong(String(page), each);
        withPages(`p. 1 ${odd.repeat(100_000)}`, "2", "3");
      }
    }, enough);
    assert.ok(time < enough, `${time} ms`);
  });
});

describe("the number of a page", () => {
  it("is read from Roman letters and written in them", () => {
    for (let number = 1; number < 4000; number++) assert.equal(romanOf(roman(number) ?? ""), number);
    for (const none of ["", "iix", "vv", "mild", "xiix"]) assert.equal(romanOf(none), undefined, none);
    for (const none of [0, -1, 4000, 1.5]) assert.equal(roman(none), undefined);
  });

  it("is none of a word", () => {
    for (const none of ["Cover", "", "-1", "12-13", "Table 2"]) assert.equal(pageNumber(none), undefined, none);
  });
});
