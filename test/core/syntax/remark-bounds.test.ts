import assert from "node:assert/strict";
import { remarkCost, suitsRemark } from "../../../src/core/syntax/remark-bounds.ts";

const COSTLY = ["*", "[", "`\n", "a\n", "a\n=\n", "- *\n", "\n", "a*_\n", "![a](b\n", "-\n"];

describe("what is given to remark", () => {
  it("is any text of a thousand characters, as a count of what it holds would say too", () => {
    for (const unit of COSTLY) {
      const text = unit.repeat(1000).slice(0, 1000);
      assert.ok(suitsRemark(text));
      assert.ok(suitsRemark(`${text}${" ".repeat(100)}`), `${unit} costs ${remarkCost(text)}`);
    }
    for (const unit of COSTLY.slice(0, 5)) assert.ok(!suitsRemark(unit.repeat(20_000)), unit);
  });
});
