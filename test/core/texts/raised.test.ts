import assert from "node:assert/strict";
import { checkQuote } from "../../../src/core/quotes/check.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";
import type { HeldText } from "../../../src/core/texts/held-text.ts";
import { textOfMarkup } from "../../../src/core/texts/markup-text.ts";
import { textOfPages } from "../../../src/core/texts/pdf-text.ts";
import { isReference } from "../../../src/core/texts/raised.ts";
import { line, pageOf } from "./set.ts";

const answer = (held: HeldText, quote: string): string =>
  checkQuote(quote, new SourceText(held.text, held.pages, held.skipped)).is;

/** A line of a PDF with what is raised in it. */
function pdf(before: string, raised: string, after: string): HeldText {
  const first = line(before, 50, 100);
  const x = first.x + first.width;
  const above = { text: raised, x, y: 96, width: raised.length * 3, height: 6 };
  return textOfPages([pageOf([first, above, line(after, x + above.width + (after.startsWith(" ") ? 5 : 0), 100)])]);
}
const web = (before: string, raised: string, after: string): HeldText =>
  textOfMarkup(`<p>${before}<sup>${raised}</sup>${after}</p>`);

describe("what stands above the line", () => {
  for (const [name, held] of [
    ["a PDF", pdf],
    ["a page", web],
  ] as const)
    it(`is compared where it belongs to the words, and not where it is a reference, in ${name}`, () => {
      const power = held("The risk was 10", "−5", " of all families that they met in the summer.");
      assert.notEqual(answer(power, "The risk was 10 of all families that they met"), "exact");
      const area = held("Each of them had some 10 m", "2", " of land behind the house by the road.");
      assert.notEqual(answer(area, "Each of them had some 10 m of land behind the house"), "exact");
      assert.equal(answer(area, "Each of them had some 10 m² of land behind the house"), "exact");
      const count = held("They met with some 10", "2", " families in the wards of the county.");
      assert.notEqual(answer(count, "They met with some 10 families in the wards"), "exact");
      const reference = held("Partners share what they know", "12,13", " and stay in the wards.");
      assert.equal(answer(reference, "Partners share what they know and stay in the wards."), "exact");
      assert.equal(answer(reference, "share what they know12,13 and stay in the wards."), "exact");
      const century = held("It was made in the 19", "th", " century’s last years by the harbour.");
      assert.equal(answer(century, "made in the 19th century’s last years"), "exact");
      assert.notEqual(answer(century, "made in the 19 century’s last years by"), "exact");
    });

  it("is shown as a power in a PDF, which is no number beside another", () => {
    for (const [before, raised, shown, wrong] of [
      ["They counted some 10", "3", "10³", "103"],
      ["They had a rate of 10", "−3", "10⁻³", "10−3"],
      ["They had a rate of 10", "-12", "10⁻¹²", "10-12"],
      ["They were of n = 25", "1", "n = 25¹", "n = 251"],
      ["They were of n = 25", "1,2", "n = 25¹,²", "n = 251,2"],
      ["It was of 10 cm", "3", "cm³", "cm"],
      ["The model says Y = ax", "2", "ax²", "ax"],
      ["It beat with 10 s", "−1", "10 s⁻¹", "10 s−1"],
    ] as const) {
      const text = pdf(before, raised, " of all the cells and all the wards.");
      const said = (end: string): string =>
        `${before.slice(0, before.lastIndexOf(" "))} ${end.split(" ").at(-1)} of all the cells`;
      assert.equal(answer(text, said(shown)), "exact", shown);
      assert.notEqual(answer(text, said(wrong)), "exact", wrong);
    }
    const counted = pdf("They were of n = 25", "1", " of all the cells and all the wards.");
    assert.equal(answer(counted, "They were of n = 25 of all the cells and all the wards."), "near");
  });

  it("is a reference behind a sign of per cent, and in brackets", () => {
    for (const raised of ["5", "[10]", "(7–9)"])
      for (const before of ["Trust grew by 12%", "Trust grew by then", "They said “trust.”"]) {
        const text = pdf(before, raised, " and all of the wards stayed.");
        assert.equal(answer(text, `${before} and all of the wards stayed.`), "exact", before + raised);
      }
  });

  it("is none where it stands below the line", () => {
    const first = line("All of the CO", 50, 100);
    const x = first.x + first.width;
    const text = textOfPages([
      pageOf([first, { text: "2", x, y: 102, width: 3, height: 6 }, line("that they made was weighed", x + 5, 100)]),
    ]);
    for (const gas of ["CO2", "CO₂"])
      assert.equal(answer(text, `All of the ${gas} that they made was weighed`), "exact", gas);
  });

  it("is compared as one where a PDF paints its signs one by one", () => {
    const x = 50 + 18 * 5;
    const above = (text: string, at: number) => ({ text, x: x + at * 3, y: 96, width: 3, height: 6 });
    const held = (signs: string): HeldText =>
      textOfPages([
        pageOf([
          line("The risk was of 10", 50, 100),
          ...[...signs].map(above),
          line("of all families that they met", x + signs.length * 3 + 3, 100),
        ]),
      ]);
    assert.deepEqual(held("–5").skipped, []);
    const [first, ...others] = held("*,†").skipped;
    assert.ok(first && others.length === 2);
  });

  it("is a word where it is one", () => {
    const not = web("They were", "not", " trusted by those who had come");
    assert.notEqual(answer(not, "They were trusted by those who had come"), "exact");
  });

  it("is told by what stands before it", () => {
    for (const [before, raised] of [
      ["partners know", "12"],
      ["partners know.", "3–5"],
      ["said he,”", "[7]"],
      ["know", "*"],
      ["since 2014", "8"],
      ["0.05", "**"],
      ["the ward", "a"],
      ["the ward", "a,b"],
      ["", "1"],
      ["they trusted us", "2"],
      ["it was so in", "4"],
    ] as const)
      assert.ok(isReference(before, raised), `${before}^${raised}`);
    for (const [before, raised] of [
      ["10", "2"],
      ["10", "−5"],
      ["per s", "-1"],
      ["5 m", "2"],
      ["km", "2"],
      ["12 ft", "3"],
      ["R", "2"],
      ["the χ", "2"],
      ["19", "th"],
      ["x", "n"],
      ["x", "not"],
      ["Trust", "TM"],
      ["2", "n"],
    ] as const)
      assert.ok(!isReference(before, raised), `${before}^${raised}`);
  });
});
