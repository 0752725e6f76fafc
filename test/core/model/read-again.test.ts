import assert from "node:assert/strict";
import fc from "fast-check";
import { briefOf } from "../../../src/core/model/brief.ts";
import { readDocument } from "../../../src/core/model/read-document.ts";
import { Review } from "../../../src/core/review.ts";
import { DEFAULT_MANIFEST } from "../../../src/core/syntax/manifest.ts";
import { runs } from "../../runs.ts";

const PARTS: readonly string[] = [
  "## CMOC TR1: Trust\n\n- **C:** a place\n- **M:** trust [@a#e1]\n  - resource: time\n- **O:** peace\n- supports: @a#e2 (C, M) — so it was\n\n",
  "## CMOC TR2\n\nWhen partners met (C), they trusted (M) and agreed (O1) [@a#e1].\n\n",
  "## CMOC TR3\n\n| Context | Mechanism | Outcome |\n|---|---|---|\n| here | trust → hope | peace |\n\n",
  "## CMOC TR4\n\n### Notes &amp; more\n\n- C: there\n\nText.\n\n",
  "# Theory PT1: All\n\n- configurations: TR1–TR4\n- stage: final\n\nSee [[TR2]].\n\n",
  "## Code trust\n\n- role: M\n\n",
  "## Code availability\n\nOn request.\n\n",
  "<!-- cmoc: off -->\n## CMOC TR9: Kept out\n\n- C: nowhere\n\n",
  "## Extract e1\n\n> They met.\n\n- at: p. 1\n- M trust: “met”\n- supports: TR1 (C)\n\n",
  "Memo 7\n------\n\n- about: TR1\n\n",
  "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR7 | a | b | c |\n| | d | e | f |\n\n",
  "1. a list\n2. of two\n\n```\n## CMOC TR8\n```\n\n",
  "```\nopen\n",
  "Words.\n\n",
];
const HEADS: readonly string[] = [
  "",
  "",
  "---\ncitekey: a\nstatus: included\n---\n",
  "---\ntitle: b\n---\n\n",
  "\ufeff",
];
const { scheme } = DEFAULT_MANIFEST;

const text = fc
  .tuple(fc.constantFrom(...HEADS), fc.array(fc.constantFrom(...PARTS), { maxLength: 9 }))
  .map(([head, parts]) => head + parts.join(""));

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.constantFrom(0, 0, 1, 5, 60, 400),
  text: fc.oneof(
    fc.constantFrom("", "x", "\n", "\n\n", "#", "- ", "```\n", "---\n", "<!-- cmoc: off -->\n"),
    fc.constantFrom(...PARTS),
  ),
});

describe("reading again", () => {
  it("gives of each piece alone what its document gave", () => {
    fc.assert(
      fc.property(text, (whole) => {
        const review = new Review();
        review.set({ uri: "a.md", version: 0, text: whole });
        for (const placed of review.placed("a.md")) {
          assert.deepEqual(placed.entities.map(briefOf), placed.facts.records);
          assert.equal(placed.text, whole.slice(placed.start, placed.start + placed.facts.length));
        }
      }),
      runs(8),
    );
  });

  it("gives after an edit what reading from nothing gives, and keeps what did not change", () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 3 }), (before, edits) => {
        let previous = { text: before, facts: readDocument(before, scheme), scheme };
        for (const { at, length, text: inserted } of edits) {
          const start = Math.floor(at * previous.text.length);
          const after = previous.text.slice(0, start) + inserted + previous.text.slice(start + length);
          const facts = readDocument(after, scheme, previous);
          assert.deepEqual(facts, readDocument(after, scheme));
          previous = { text: after, facts, scheme };
        }
      }),
      runs(16),
    );
  });

  for (const [after, what] of [
    ["\ufeff## CMOC TR1: t\n\n- C: a\n- M: b\n", "a record"],
    ["\ufeff---\ncitekey: a\n---\n\n## Extract e1\n\n> q\n", "front matter"],
    ["\ufeff", "nothing"],
  ] as const) {
    it(`sees that a byte order mark has come before ${what}`, () => {
      for (const before of ["", "x\n", after.slice(1)]) {
        const previous = { text: before, facts: readDocument(before, scheme), scheme };
        const fresh = readDocument(after, scheme);
        assert.deepEqual(readDocument(after, scheme, previous), fresh);
        assert.deepEqual(
          readDocument(before, scheme, { text: after, facts: fresh, scheme }),
          readDocument(before, scheme),
        );
      }
    });
  }

  it("reads few pieces of many after an edit", () => {
    const parts = Array.from({ length: 200 }, (_, at) => `## CMOC TR${at}\n\n- C: place ${at}\n\n`);
    const before = parts.join("");
    const facts = readDocument(before, scheme);
    const after = before.replace("place 100", "another place");
    const fresh = readDocument(after, scheme, { text: before, facts, scheme });
    const kept = fresh.pieces.filter((piece) => facts.pieces.includes(piece));
    assert.equal(kept.length, 199);
  });
});
