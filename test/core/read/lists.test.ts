/** Statements whose commas and semicolons are no table's, labels in items, and patterns printed before a statement. */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { read } from "./reading.ts";

describe("statements with signs that part values", () => {
  it("are read, however they are opened", () => {
    const plain = ["1", "2"].map((n) => `CMOC${n}. Context: high load; Mechanism: nurses hurry; Outcome: falls ${n}.`);
    const wanted = ["1", "2"].map((n) => `CMOC${n} | C: high load | M: nurses hurry | O: falls ${n}.`);
    assert.deepEqual(read(plain.join("\n")), wanted);
    const bold = plain.map((line) => line.replace(/^(CMOC.)\./, "**$1.**").replace(/(\w+:)/g, "*$1*"));
    assert.deepEqual(read(bold.join("\n\n")), wanted);
    const dashes = ["A", "B"].map(
      (n) => `Configuration ${n}. Context – Islands ${n}; Mechanism – gossip, fear; Outcome – no.`,
    );
    assert.deepEqual(
      read(dashes.join("\n")),
      ["A", "B"].map((n) => `${n} | C: Islands ${n} | M: gossip, fear | O: no.`),
    );
  });

  it("are still a table where they are values", () => {
    assert.deepEqual(read("CMOC;Context;Mechanism;Outcome\n1;a: b;c: d;e\n"), ["CMOC1 | C: a: b | M: c: d | O: e"]);
  });
});

describe("labels in the items of a cell", () => {
  for (const labels of [
    ["C:", "M:", "O:"],
    ["<b>Context:</b>", "<b>Mechanism:</b>", "<b>Outcome:</b>"],
  ]) {
    it(`take no bullet for words: ${labels[0]}`, () => {
      const items = labels.map((label, at) => `<li>${label} ${["urban", "fear", "refusal"][at]}</li>`).join("");
      const table = `<table><tr><th>CMOC</th><th>Statement</th></tr><tr><td>2</td><td><ul>${items}</ul></td></tr></table>`;
      assert.deepEqual(read(table), ["CMOC2 | C: urban | M: fear | O: refusal"]);
    });
  }
});

describe("what stands before a statement", () => {
  it("is no word of a slot: a pattern, the number of a box", () => {
    const pattern = readPublished("C+M=O: Busy clinics (context) + hurry (mechanism) = missed care (outcome)");
    assert.deepEqual(
      pattern.records[0]?.slots.map(({ role }) => role),
      ["C", "M", "O"],
    );
    assert.match(JSON.stringify(pattern.records[0]?.notes), /C\+M=O/);
    assert.deepEqual(read("Box 2: CMOC 1: When pay is low (C), staff feel used (M) and leave (O)."), [
      "CMOC1 | C: pay is low | M: staff feel used | O: leave",
    ]);
  });
});

describe("roles one below the other", () => {
  it("are one configuration without empty lines between them", () => {
    const lines = "Context\nstaff are few\nMechanism\nnurses prioritise\nOutcome\ncare is missed\n";
    assert.deepEqual(read(lines), ["- | C: staff are few | M: nurses prioritise | O: care is missed"]);
  });

  it("are one configuration in a table of one column", () => {
    const rows = ["CMOC 5: Trust", "C: few staff", "M: they trust", "O: they stay"];
    const html = `<p>x</p><table>${rows.map((row) => `<tr><td>${row}</td></tr>`).join("")}</table>`;
    assert.deepEqual(read(html), ["CMOC5 “Trust” | C: few staff | M: they trust | O: they stay"]);
  });
});

describe("what a reader is unsure of", () => {
  it("is a tag that names no role, and a row of one cell that spans nothing", () => {
    const tagged = readPublished("When pay is low (C), staff feel used (MR) and leave (M) so that beds close (O).");
    assert.match(JSON.stringify(tagged.unsure), /\(MR\)/);
    const row = readPublished(
      "<table><tr><th>Context<th>Mechanism<th>Outcome<tr><td>a<td>b<td>c<tr><td>new staff<tr><td>d<td>e<td>f</table>",
    );
    assert.match(JSON.stringify(row.unsure), /new staff/);
  });
});

describe("what is no statement", () => {
  it("is left aside: tags behind words after a label, words that explain the roles", () => {
    const mixed =
      "Context: nurses work alone at night. They feel trusted (M: reasoning) and therefore stay in post (O: retention).";
    assert.deepEqual(read(mixed), []);
    assert.match(JSON.stringify(readPublished(mixed).aside), /feel trusted/);
    const glossary =
      "Context (C): the setting in which a programme works. Mechanism (M): what it is about a programme that makes it work. Outcome (O): what comes of it.";
    assert.deepEqual(read(glossary), []);
    assert.match(JSON.stringify(readPublished(glossary).aside), /comes of it/);
  });
});
