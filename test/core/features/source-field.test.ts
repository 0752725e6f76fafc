import assert from "node:assert/strict";
import { setSourceField } from "../../../src/core/features/edit.ts";
import { reviewOf } from "../reviews.ts";
import { filesAfter, refusal } from "./editing.ts";

const FILE =
  '---\r\n# who\r\ncitekey: a1\r\ntitle: "Working: together"   # as printed\r\nstatus: awaiting # so far\r\nrigour:\r\nown: x\r\n---\r\n\r\nWords.\r\n';

function set(field: string, value: string | undefined, text = FILE): string {
  const review = reviewOf({ "a.md": text });
  return filesAfter(review, setSourceField(review, "a1", field, value))["a.md"] ?? "";
}

const refused = (field: string, value: string, text = FILE): string | undefined =>
  refusal(setSourceField(reviewOf({ "a.md": text }), "a1", field, value));

describe("setting a field of a source", () => {
  it("replaces the value alone, in its quotation marks, its comment kept", () => {
    assert.equal(set("status", "included"), FILE.replace("awaiting", "included"));
    assert.equal(set("title", "Apart: again"), FILE.replace("Working: together", "Apart: again"));
    assert.equal(set("title", 'The "end"'), FILE.replace('"Working: together"', 'The "end"'));
    assert.equal(set("status", "awaiting"), FILE);
    assert.equal(set("own", "a: b"), FILE.replace("own: x", 'own: "a: b"'));
    assert.equal(set("own", "- 1"), FILE.replace("own: x", 'own: "- 1"'));
  });

  it("fills an empty one, adds one where it belongs, and takes its line out", () => {
    assert.equal(set("rigour", "high"), FILE.replace("rigour:", "rigour: high"));
    assert.equal(set("reason", "no mechanism"), FILE.replace("rigour:", "reason: no mechanism\r\nrigour:"));
    assert.equal(set("year", "2014"), FILE.replace("status:", "year: 2014\r\nstatus:"));
    assert.equal(set("other", "true"), FILE.replace("own: x\r\n", 'own: x\r\nother: "true"\r\n'));
    assert.equal(set("status", undefined), FILE.replace("status: awaiting # so far\r\n", ""));
    assert.equal(set("reason", undefined), FILE);
    assert.equal(set("status", "included", "---\ncitekey: a1\n---\n"), "---\ncitekey: a1\nstatus: included\n---\n");
  });

  it("refuses what is no line of its own, a list, and the key itself", () => {
    assert.equal(refused("status", "included", "---\n{ citekey: a1, status: awaiting }\n---\n"), "form");
    assert.equal(refused("citekey", "b1"), "field");
    for (const field of ["appraisals", "", " a", "a\nb", "x".repeat(101)])
      assert.equal(refused(field, "x"), "field", field);
    assert.equal(refusal(setSourceField(reviewOf({ "a.md": FILE }), "b1", "status", "included")), "unknown");
    assert.equal(refused("title", "x", "---\ncitekey: a1\ntitle: >\n  long\n  words\n---\n"), "form");
  });
});
