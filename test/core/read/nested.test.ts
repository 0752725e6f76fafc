/** Lists within the items of labels, and the parts of a mechanism that stand below one another. */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { ReadText } from "../../../src/core/read/report.ts";
import { linesOf, read } from "./reading.ts";

const CASES: readonly (readonly [name: string, text: string, wanted: readonly string[]])[] = [
  [
    "an item within the item of a mechanism",
    "<ul><li>Context: Night buses</li><li>Mechanism: Relief<ul><li>a lit stop</li></ul></li><li>Outcome: More trips</li></ul>",
    ["- | C: Night buses | M: Relief | M: a lit stop | O: More trips"],
  ],
  [
    "items within the item of a context, of letters, counted",
    "<ol><li>C: Night work<ol><li>few buses</li><li>no lift home</li></ol></li><li>M: Dread</li><li>O: Sick leave</li></ol>",
    ["- | C: Night work | C: few buses | C: no lift home | M: Dread | O: Sick leave"],
  ],
  [
    "the same in Markdown",
    "* Context: Night work\n    * few buses\n    * no lift home\n* Mechanism: Dread\n* Outcome: Sick leave\n    * resignations",
    ["- | C: Night work | C: few buses | C: no lift home | M: Dread | O: Sick leave | O: resignations"],
  ],
  [
    "the parts of a mechanism below it",
    "- Context: Night work\n- Mechanism: Relief\n  - Resource: a lit stop\n  - Reasoning: feeling seen\n- Outcome: More trips",
    ["- | C: Night work | M: Relief | M resource: a lit stop | M reasoning: feeling seen | O: More trips"],
  ],
  [
    "the parts of a mechanism whose label stands alone",
    "<p>CMOC 7</p><ul><li>Context: Night work</li><li>Mechanism:<ul><li>Resource: a lit stop</li><li>Response: feeling seen</li></ul></li><li>Outcome: More trips</li></ul>",
    ["CMOC7 | C: Night work | M resource: a lit stop | M reasoning: feeling seen | O: More trips"],
  ],
  [
    "parts as lines of their own",
    "CMOC 4\nContext: Night work\nResource: a lit stop\nReasoning: feeling seen\nOutcome: More trips\n\nCMOC 5\nContext: Day work\nMechanism:\nResource: a timetable\nReaction: calm\nOutcome: No change",
    [
      "CMOC4 | C: Night work | M resource: a lit stop | M reasoning: feeling seen | O: More trips",
      "CMOC5 | C: Day work | M resource: a timetable | M reasoning: calm | O: No change",
    ],
  ],
  [
    "parts after the outcome, where no mechanism stands before it",
    "CMOC 4\nContext: Night work\nOutcome: More trips\nResource: a lit stop\nResponse: feeling seen",
    ["CMOC4 | C: Night work | O: More trips | M resource: a lit stop | M reasoning: feeling seen"],
  ],
  [
    "two lists of labels after one another",
    "- Context: Night work\n  - few buses\n- Mechanism: Dread\n- Outcome: Sick leave\n- Context: Day work\n- Mechanism: Ease\n  - known faces\n- Outcome: They stay",
    [
      "- | C: Night work | C: few buses | M: Dread | O: Sick leave",
      "- | C: Day work | M: Ease | M: known faces | O: They stay",
    ],
  ],
];

describe("lists within the items of labels", () => {
  for (const [name, text, wanted] of CASES) it(`are read: ${name}`, () => assert.deepEqual(read(text), wanted));

  it("are notes and references where they cite, quote or tell of something else", () => {
    const list = (inner: string): string =>
      `<ul><li>C: Night work</li><li>M: Dread<ul>${inner}</ul></li><li>O: Sick leave</li></ul>`;
    const page = readPublished(
      list("<li>Okafor 2011</li><li>“I could not face it”</li><li>Evidence strength: moderate</li>"),
    );
    assert.deepEqual(linesOf(page), ["- | C: Night work | M: Dread | O: Sick leave"]);
    const [record] = page.records;
    assert.deepEqual(record?.cited, ["Okafor 2011"]);
    assert.deepEqual(
      record?.notes.map(({ label, text }) => `${label}: ${text}`),
      ["M:: “I could not face it”", "Evidence strength: moderate"].map((line) => line.replace("M::", "M:")),
    );
    assert.deepEqual([page.aside, page.unsure], [[], []]);
  });

  it("say so where they are read as more of a label that has words", () => {
    const { unsure } = readPublished("- C: Night work\n  - few buses\n  - no lift\n- M: Dread\n- O: Sick leave");
    assert.deepEqual(
      unsure.map(({ text }) => text),
      ["The items below “C” are read as more of it."],
    );
  });

  it("are none where they stand no further in, or after the end of the labels", () => {
    const text = "- C: Night work\n- M: Dread\n- O: Sick leave\n- a later thought\n\nOther words.\n\n    - deep words";
    const page = new ReadText(text, "page.md", {}).json();
    assert.deepEqual(
      page.cmocs.map(({ slots }) => (slots as unknown[]).length),
      [3],
    );
    assert.deepEqual(
      page.aside.map((each) => each.text),
      ["a later thought", "Other words.", "deep words"],
    );
  });
});

describe("labels of a mechanism's parts", () => {
  for (const text of [
    "Response: We thank the reviewer for these words.\n\nReaction: none.\n\nResource: www.example.org",
    "Resources: two vans and a driver\nResponses: 42 of 90 people",
  ])
    it(`make no configuration alone: ${text.slice(0, 12)}`, () => {
      const page = readPublished(text);
      assert.deepEqual(page.records, []);
      const left = page.aside.map((each) => each.text).join(" ");
      for (const word of text.split(/\s+/)) assert.ok(left.includes(word), word);
    });

  it("are none of one that has its mechanism and its outcome", () => {
    const page = readPublished(
      "CMOC 2\nContext: Night work\nMechanism: Dread\nOutcome: Sick leave\n\nResponse: We agree.",
    );
    assert.deepEqual(linesOf(page), ["CMOC2 | C: Night work | M: Dread | O: Sick leave"]);
    assert.deepEqual(
      page.aside.map((each) => each.text),
      ["Response: We agree."],
    );
  });
});
