import assert from "node:assert/strict";
import { pagesNamed, withPages } from "../../../src/core/quotes/locators.ts";

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
];

describe("a locator", () => {
  for (const [written, from, to, wanted] of CORRECTED)
    it(`is given other pages, and keeps what else it says: ${written}`, () => {
      const made = withPages(written, from, to);
      assert.equal(made, wanted);
      if (made !== undefined) assert.deepEqual(pagesNamed(made), { from, to });
    });
});
