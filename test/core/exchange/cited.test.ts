import assert from "node:assert/strict";
import { citedPlace } from "../../../src/core/exchange/annotations/cited.ts";

describe("places that citations name", () => {
  it("are a page or pages in one form", () => {
    for (const [words, at] of [
      ["Okafor et al., 2014, p. xii", "p. xii"],
      ["Page 412", "p. 412"],
      ["(pp. 3-4)", "pp. 3–4"],
      ["okafor2014, p.412", "p. 412"],
      ["Okafor, 2014, p12", "p. 12"],
      ["Okafor 2014:12", "p. 12"],
      ["Lund, o. J., S. 5", "p. 5"],
      ["@okafor2014, p. 412", "p. 412"],
      ["Okafor, 2014, p. 12; Lund, 2010, p. 3", "p. 12"],
      ["Location 96", "location 96"],
    ] as const)
      assert.equal(citedPlace(words).at, at, words);
  });

  it("are as they are written where they are more than that", () => {
    for (const at of [
      "p. 1,012",
      "p. 1.012",
      "pp. 3–5, 7",
      "S. 12f.",
      "pp. 12ff.",
      "vol. 2, p. 12",
      "para. 3",
      "§ 3",
      "§§ 3.1–3.2",
      "¶ 4",
      "Table 2",
      "fig. 3",
      "p. 12, Table IV",
      "p. 12/3",
      "p. A-12",
    ])
      for (const words of [`Okafor, 2014, ${at}`, `@okafor2014, ${at}`, `Okafor (2014), ${at}`])
        assert.equal(citedPlace(words, true).at, at, words);
    // Of the label of a link too, where nothing says where the place begins.
    for (const at of ["p. 1,012", "pp. 3–5, 7", "§ 3", "Table 2", "p. A-12"]) assert.equal(citedPlace(at).at, at);
    assert.equal(citedPlace("Okafor, 2014: 1,012", true).at, "p. 1,012");
    assert.equal(citedPlace("Okafor, 2014: 3–5, 7", true).at, "pp. 3–5, 7");
    assert.equal(citedPlace("Okafor, 2014, Methods, p. 12", true).at, "Methods, p. 12");
    assert.equal(citedPlace("Okafor, 2014, p. 12, emphasis added", true).at, "p. 12, emphasis added");
  });

  it("are none where only a source is named", () => {
    for (const words of ["Okafor, 2014", "2014", "Okafor and Page, 2014", "n = 12", "S. Okafor, 2014", "@okafor2014"])
      assert.equal(citedPlace(words, true).at, undefined, words);
  });
});
