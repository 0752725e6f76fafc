import assert from "node:assert/strict";
import { isAmong, pagesNamed } from "../../../src/core/quotes/locators.ts";
import { partsOfQuote } from "../../../src/core/quotes/parts.ts";

const partsIn = (quote: string): readonly string[] =>
  partsOfQuote(quote).map(
    ({ span, after, cutBefore, cutAfter }) =>
      `${after}${cutBefore ? "<" : ""}:${quote.slice(span.start, span.end).trim()}${cutAfter ? ">" : ""}`,
  );

describe("the parts of a quotation", () => {
  it("are parted where words were left out or put in", () => {
    assert.deepEqual(partsIn("They met and stayed."), ["none:They met and stayed."]);
    for (const mark of ["…", "...", ". . .", "[…]", "[...]", "(…)", "[ . . . ]"])
      assert.deepEqual(partsIn(`They met ${mark} and stayed`), ["none:They met", "omission:and stayed"], mark);
    assert.deepEqual(partsIn("They [the nurses] stayed"), ["none:They", "insertion:stayed"]);
    assert.deepEqual(partsIn("[T]hey stay[ed] on"), ["none<:hey stay>", "insertion:on"]);
    assert.deepEqual(partsIn("They … [who met] stayed"), ["none:They", "omission:stayed"]);
    assert.deepEqual(partsIn("… they stayed …"), ["none:they stayed"]);
    assert.deepEqual(partsIn("[…]"), []);
    assert.deepEqual(partsIn("teh[sic] nurses [emphasis added] stayed"), ["none:teh", "note:nurses", "note:stayed"]);
    for (const none of ["[ ]", "[]", "[?]", "[!]", "[-]"])
      assert.deepEqual(partsIn(`They were ${none} trusted`), [`none:They were ${none} trusted`]);
  });
});

describe("the pages that a locator names", () => {
  const named = (locator: string): string | undefined => {
    const found = pagesNamed(locator);
    return found && `${found.from}-${found.to}`;
  };

  it("are read as people write them", () => {
    assert.equal(named("p. 412"), "412-412");
    assert.equal(named("pp. 412–5, table 2"), "412-415");
    assert.equal(named("table 2, page 9"), "9-9");
    assert.equal(named("pp. xiv-xvi"), "xiv-xvi");
    assert.equal(named("p. S12"), "S12-S12");
    assert.equal(named("412"), "412-412");
    assert.equal(named("pág. 7"), "7-7");
    for (const none of ["Discussion, para 2", "section 4", "table 2", "", "mid", "p."])
      assert.equal(named(none), undefined, none);
  });

  it("hold a page, or do not, or cannot be compared with it", () => {
    const holds = (label: string, locator: string): boolean | undefined => {
      const pages = pagesNamed(locator) ?? assert.fail(locator);
      return isAmong(label, pages);
    };
    assert.equal(holds("413", "pp. 412–5"), true);
    assert.equal(holds("416", "pp. 412–5"), false);
    assert.equal(holds("xv", "pp. xiv–xvi"), true);
    assert.equal(holds("14", "p. xiv"), false);
    assert.equal(holds("S12", "p. s12"), true);
    assert.equal(holds("Methods", "p. 4"), undefined);
  });
});
