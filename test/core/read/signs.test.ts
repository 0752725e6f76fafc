/** Signs and words that lead to a slot, signs that belong to one, and ids that look like years. */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { linesOf, read } from "./reading.ts";

describe("what leads to the words of a tag", () => {
  for (const lead of ["therefore", "hence", "thereby", "consequently,", ">>", ">"])
    it(`is none of them: ${lead}`, () => {
      const page = readPublished(`If clinics open late (C) then workers feel seen (M) ${lead} attendance rises (O)`);
      assert.deepEqual(linesOf(page), ["- | C: clinics open late | M: workers feel seen | O: attendance rises"]);
      assert.ok(page.records[0]?.statement.includes(lead));
    });

  it("is left where it is among them", () => {
    assert.deepEqual(read("When fees rise (C), clients feel cheated (M) and go elsewhere therefore (O)."), [
      "- | C: fees rise | M: clients feel cheated | O: go elsewhere therefore",
    ]);
  });
});

describe("signs before the words of an outcome", () => {
  const table = (outcome: string): string =>
    `<table><tr><th>Context</th><th>Mechanism</th><th>Outcome (+/-)</th></tr><tr><td>+ Paid leave</td><td>Permission</td><td>${outcome}</td></tr></table>`;

  it("are kept where they say what goes up and down, and are items where each line has a plus", () => {
    assert.deepEqual(read(table("+ More training")), ["- | C: Paid leave | M: Permission | O: + More training"]);
    assert.deepEqual(read(table("+ More training<br>- Less absence")), [
      "- | C: Paid leave | M: Permission | O: + More training | O: - Less absence",
    ]);
    assert.deepEqual(read(table("+ More training<br>+ More rest")), [
      "- | C: Paid leave | M: Permission | O: More training | O: More rest",
    ]);
    assert.deepEqual(read(table("- More training<br>- More rest")), [
      "- | C: Paid leave | M: Permission | O: More training | O: More rest",
    ]);
  });
});

describe("ids of a thousand and more", () => {
  it("are ids in their column, and years in others", () => {
    const page = readPublished(
      "Year,ID,Context,Mechanism,Outcome\n2015,1001,Low pay,Anger,Exit\n2016,2015,Pay,Ease,Stay\n",
    );
    assert.deepEqual(linesOf(page), [
      "CMOC1001 | C: Low pay | M: Anger | O: Exit",
      "CMOC2015 | C: Pay | M: Ease | O: Stay",
    ]);
    assert.deepEqual(page.records[0]?.notes, [{ label: "Year", text: "2015" }]);
  });
});

describe("chains behind an id that no key explains", () => {
  it("are kept as words without slots, and are said to be unsure", () => {
    const page = readPublished("CMOC 1: Low pay → anger → exit\nCMOC 2: Pay → ease → they stay");
    assert.deepEqual(linesOf(page), ["CMOC1", "CMOC2"]);
    assert.deepEqual(
      page.records.map(({ statement }) => statement),
      ["Low pay → anger → exit", "Pay → ease → they stay"],
    );
    assert.equal(page.unsure.length, 2);
    assert.deepEqual(page.aside, []);
  });

  it("are titles where a table stands below them", () => {
    const text = "CMOC 1: Low pay → anger → exit\n\nContext\tMechanism\tOutcome\nLow pay\tAnger\tExit\n";
    assert.deepEqual(read(text), ["CMOC1 “Low pay → anger → exit” | C: Low pay | M: Anger | O: Exit"]);
  });
});
