import assert from "node:assert/strict";
import { labels, offered, taken } from "./offered.ts";

const TR9 = "## CMOC TR9: Nine\n\n- **C:** x\n- status: candidate\n";

describe("completion of headings", () => {
  it("offers the kinds with the next free id", () => {
    assert.equal(taken("## ¦", "CMOC"), "## CMOC TR3: ");
    assert.equal(taken("## the¦\n", "Theory"), "## Theory PT2: \n");
    assert.equal(taken("## ¦", "Code"), "## Code ");
    assert.equal(taken("## ¦", "Memo", { today: "2026-03-02" }), "## Memo 2026-03-02: ");
    assert.equal(taken("## ¦", "Demi-regularity"), "## Demi-regularity D1: ");
    assert.equal(taken("## CMOC 4: Four\n\n- C: x\n\n## ¦", "CMOC"), "## CMOC 4: Four\n\n- C: x\n\n## CMOC 5: ");
  });

  it("offers extracts first in a source’s file, with that source’s numbers", () => {
    const file = "---\ncitekey: a1\n---\n\n## Extract e7\n\n> x\n\n## ¦\n";
    assert.equal(labels(file)[0], "Extract");
    assert.equal(taken(file, "Extract"), file.replace("¦", "Extract e8: "));
  });

  it("offers the next id once the kind stands, and nothing in a title", () => {
    assert.equal(taken("## CMOC ¦\n", "TR3"), "## CMOC TR3: \n");
    assert.equal(taken("## CMOC T¦: A title\n", "TR3"), "## CMOC TR3: A title\n");
    assert.deepEqual(labels("## CMOC TR3: ¦\n"), []);
    assert.deepEqual(labels("text ## ¦\n"), []);
    assert.deepEqual(labels("```\n## ¦\n```\n"), []);
  });
});

describe("completion of labels", () => {
  it("offers what the record does not have yet first, in the order in which it is written", () => {
    const all = labels(`${TR9}- ¦`);
    assert.deepEqual(all.slice(0, 5), ["theme", "M", "O", "confidence", "theory"]);
    assert.deepEqual(all.slice(-2), ["status", "C"]);
  });

  it("writes the label with its colon, slots in the record’s hand", () => {
    assert.equal(taken(`${TR9}- ¦`, "M"), `${TR9}- **M:** `);
    assert.equal(taken("## CMOC TR9\n\n- C: x\n- o¦", "O"), "## CMOC TR9\n\n- C: x\n- O: ");
    assert.equal(taken(`${TR9}- **M¦**`, "M"), `${TR9}- **M:** `);
    assert.equal(taken(`${TR9}- the¦me: Trust\n`, "confidence"), `${TR9}- confidence: Trust\n`);
    assert.equal(taken("## CMOC TR9\r\n\r\n* lea¦\r\n", "leads to"), "## CMOC TR9\r\n\r\n* leads to: \r\n");
  });

  it("offers the slots of the review’s scheme", () => {
    const files = { "review.yaml": "configuration: ICAMO\n", "a.md": "## CMOC TR9\n\n- C: x\n- ¦" };
    assert.deepEqual(labels(files).slice(2, 6), ["I", "A", "M", "O"]);
  });

  it("offers what belongs under a slot", () => {
    assert.deepEqual(labels(`${TR9}- M: x\n  - ¦`).slice(0, 3), ["resource", "reasoning", "supports"]);
    assert.ok(labels("## CMOC TR9\n\n- C: x\n\t- ¦").includes("layer"));
    assert.ok(!labels("## CMOC TR9\n\n- C: x\n  - ¦").includes("resource"));
  });

  it("offers the fields of each kind, and coding lines at an extract", () => {
    assert.deepEqual(labels("## Memo m1\n\n- ¦").slice(0, 3), ["about", "by", "kind"]);
    assert.equal(labels("## Code trust: T\n\n- ¦")[0], "role");
    const extract = "---\ncitekey: a1\n---\n\n## Extract e1\n\n> x\n\n- at: p. 1\n- ¦";
    assert.deepEqual(labels(extract).slice(0, 6), ["paraphrase", "voice", "C", "M", "O", "code"]);
    assert.equal(taken(extract, "C"), extract.replace("¦", "C "));
  });

  it("tells what each means, and whether something can be chosen after it", () => {
    const [theme] = offered(`${TR9}- ¦`);
    assert.deepEqual(theme?.about, { means: "The group it belongs to, as a path." });
    assert.equal(theme?.more, true);
    assert.equal(offered(`${TR9}- ¦`).find(({ label }) => label === "note")?.more, undefined);
  });

  it("offers nothing in prose, outside records, and where a record is switched off", () => {
    for (const text of [
      "# Notes\n\n- ¦",
      "Words ¦",
      `${TR9}- a long bullet of prose that goes ¦`,
      `${TR9}> - ¦`,
      `<!-- cmoc: off -->\n${TR9}- ¦`,
      `${TR9}\n\`\`\`\n- ¦`,
      "## Notes on TR1\n\n- ¦",
    ])
      assert.deepEqual(labels(text), [], text);
  });
});
