/** Words that say what contexts, mechanisms and outcomes are become no configurations, however they say it (all content invented). */
import assert from "node:assert/strict";
import { readPublished } from "../../../src/core/read/published.ts";
import { read } from "./reading.ts";

const NONE: readonly (readonly [string, string])[] = [
  [
    "sentences",
    "Context refers to what surrounds a scheme. A mechanism is understood as what people make of it. Outcomes – the intended or unintended consequences.",
  ],
  [
    "labels before whole sentences",
    "Context: For the purposes of this review, context means what surrounds a scheme.\n\nMechanism: In our study we took mechanisms to be changes in reasoning.\n\nOutcome: Outcomes are here taken to be whatever follows.",
  ],
  [
    "dashes",
    "Context – anything outside the scheme that alters its working\nMechanism – hidden processes that generate effects\nOutcomes – the intended or unintended consequences",
  ],
  [
    "tags",
    "For the purposes of this review, context means the setting of a scheme (C), mechanism means the reasoning of people (M), and outcome means the change that comes of it (O).",
  ],
  [
    "labels in bold",
    "<p><b>Context.</b> The term covers parts of the surroundings.</p><p><b>Mechanism.</b> We use this word for the interplay of resources and reasoning.</p><p><b>Outcome.</b> By this we mean the effects.</p>",
  ],
  [
    "a list of terms",
    "<dl><dt>Context</dt><dd>Conditions that modify the behaviour of a mechanism</dd><dt>Mechanism</dt><dd>A causal force that works within a context</dd><dt>Outcome</dt><dd>A result of the interaction of a mechanism and a context</dd></dl>",
  ],
  [
    "a table with a column for each",
    "<table><tr><th>Context<th>Mechanism<th>Outcome<tr><td>Conditions in which programmes are introduced<td>What it is about programmes that brings change<td>Intended and unintended results of programmes</table>",
  ],
  [
    "a table with a row for each",
    "<table><tr><td>Context<td>The wider setting into which a programme comes<tr><td>Mechanism<td>An account of how people take up what it offers<tr><td>Outcome<td>Changes, wanted or not, that follow from the mechanism in a context</table>",
  ],
];

describe("words that explain the roles", () => {
  for (const [name, text] of NONE)
    it(`are left aside: ${name}`, () => {
      const { records, aside } = readPublished(text);
      assert.deepEqual(records, []);
      const left = aside.map((each) => each.text).join(" ");
      for (const word of text.replace(/<[^>]*>/g, " ").match(/\p{L}{3,}/gu) ?? [])
        assert.ok(left.includes(word), `${word} is lost`);
    });

  it("are told from slots that speak of outcomes, of mechanisms to do something, or of a context of something", () => {
    assert.deepEqual(
      read(
        "Context: In the context of few boats\n\nMechanism: A mechanism for raising concerns is trusted\n\nOutcome: Better outcomes for islanders",
      ),
      [
        "- | C: In the context of few boats | M: A mechanism for raising concerns is trusted | O: Better outcomes for islanders",
      ],
    );
  });
});
