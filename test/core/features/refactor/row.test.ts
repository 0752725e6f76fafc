import assert from "node:assert/strict";
import { placeActions } from "../../../../src/core/features/actions.ts";
import { isRefusal } from "../../../../src/core/features/edit.ts";
import { type Files, reviewOf } from "../../reviews.ts";
import { filesAfter } from "../editing.ts";

const TABLE =
  "# Rows\r\n\r\n| ID | Context | Mechanism | Outcome | Status | Evidence |\r\n|---|---|---|---|---|---|\r\n| X1 | a | b | c | | |\r\n\r\nWords.\r\n";
const RECORD =
  "## CMOC X2\r\n\r\n- status: supported\r\n- **C:** a | place\r\n- **M (resource):** a desk\r\n- **M (reasoning):** trust\r\n- **O:** peace\r\n- supports: @lund2010#e1\r\n";

function asRow(text: string): Files | string {
  const review = reviewOf({ "a.md": text });
  const way = placeActions(review, "a.md", text.indexOf("CMOC X2")).find(
    ({ title }) => title === "Write it as a row of the table",
  );
  if (!way) return "not offered";
  const outcome = way.make();
  return isRefusal(outcome) ? String(outcome.data.words ?? outcome.refused) : filesAfter(review, outcome);
}

describe("writing a record as a row of a table that is there", () => {
  it("keeps what it says, and is undone by writing the row as a record", () => {
    const text = `${TABLE}\r\n${RECORD}`;
    const after = asRow(text);
    assert.ok(typeof after === "object");
    const row = "| X2 | a \\| place | a desk → trust | peace | supported | @lund2010#e1 |\r\n";
    assert.equal(after["a.md"], `${TABLE.replace("\r\n\r\nWords", `\r\n${row}\r\nWords`)}\r\n`);
    const review = reviewOf(after);
    const [back] = placeActions(review, "a.md", (after["a.md"] ?? "").indexOf("X2"));
    assert.ok(back);
    assert.equal(filesAfter(review, back.make())["a.md"]?.trimEnd(), text.trimEnd());
  });

  it("is not offered without a table or with a title, and refuses what a row has no place for", () => {
    assert.equal(asRow(RECORD), "not offered");
    assert.equal(asRow(`${TABLE}\r\n${RECORD.replace("X2", "X2: Two")}`), "not offered");
    assert.match(
      String(asRow(`${TABLE}\r\n${RECORD}- leads to: X1\r\n`)),
      /no place for what X2 says below its slots: leads to\./,
    );
    assert.match(String(asRow(`${TABLE}\r\n${RECORD}\r\nProse.\r\n`)), /other words/);
    assert.match(String(asRow(`${TABLE.replace("| Status ", "| Note ")}\r\n${RECORD}`)), /status/);
    assert.equal(asRow(`${TABLE}\r\n${RECORD.replace("#e1", "#e1 (C)")}`), "form");
  });
});
