/** Labels at the end of a line, or of a paragraph, as the text of a PDF breaks them. */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { linesOf, read } from "./reading.ts";

const WANTED = ["CMOC2 | C: Long waits. | M: Patients doubt. | O: They go."];

describe("labels at the end of a line", () => {
  for (const text of [
    "CMOC 2. Context: Long waits. Mechanism:\nPatients doubt. Outcome: They go.",
    "CMOC 2. Context:\nLong waits. Mechanism: Patients doubt. Outcome:\nThey go.",
    "CMOC 2: Context:\nLong waits. Mechanism:\nPatients doubt. Outcome:\nThey go.",
    "CMOC 2. C: Long waits. M:\nPatients doubt. O: They go.",
    "**CMOC 2.** **Context:** Long waits. **Mechanism:**\nPatients doubt. **Outcome:** They go.",
    "CMOC 2. Context: Long waits. Mechanism:\n\nPatients doubt. Outcome: They go.",
    "CMOC 2. Context: Long waits. Mechanism:\n\nPatients doubt. Outcome:\n\nThey go.",
    "<p>CMOC 2. Context:</p><p>Long waits. Mechanism: Patients doubt. Outcome:</p><p>They go.</p>",
  ])
    it(`belong to the words below them: ${JSON.stringify(text)}`, () => assert.deepEqual(read(text), WANTED));

  it("go on in the next line where a sentence does", () => {
    assert.deepEqual(read("CMOC 2. Context: Long waits in\nScotland. Mechanism: Patients doubt. Outcome: They go."), [
      "CMOC2 | C: Long waits in Scotland. | M: Patients doubt. | O: They go.",
    ]);
  });

  it("leave titles what they are", () => {
    assert.deepEqual(
      read("CMOC 2: Waits and doubt\nContext: Long waits.\nMechanism: Patients doubt.\nOutcome: They go."),
      ["CMOC2 “Waits and doubt” | C: Long waits. | M: Patients doubt. | O: They go."],
    );
    assert.deepEqual(read("CMOC 2: Waits and doubt\nWhen waits are long (C), patients doubt (M) and go (O)."), [
      "CMOC2 “Waits and doubt” | C: waits are long | M: patients doubt | O: go",
    ]);
  });

  it("name nothing in words that have labels of their own", () => {
    const text = "CMOC 2\n\nContext:\n\nLong waits. Mechanism: Patients doubt.\n\nOutcome: They go.";
    assert.deepEqual(read(text), WANTED);
    const page = readPublished("Mechanism:\n\nOther words. They end here.\n\nMore words.");
    assert.deepEqual(linesOf(page), []);
    assert.equal(
      page.aside
        .map((each) => each.text)
        .join(" ")
        .includes("Other words."),
      true,
    );
  });
});
