import assert from "node:assert/strict";
import fc from "fast-check";
import { plainInline } from "../../../src/core/syntax/blocks.ts";
import { hasTags, readSentence } from "../../../src/core/syntax/sentence.ts";
import { CMO } from "../../../src/core/vocabulary.ts";
import { runs } from "../../runs.ts";
import { short } from "../reviews.ts";

const read = (...paragraphs: readonly string[]): readonly string[] | undefined =>
  readSentence(
    paragraphs.map((text) => plainInline(text)),
    CMO,
  )?.slots.map(short);

describe("a configuration spelt as a sentence", () => {
  const cases: readonly [string, readonly string[]][] = [
    [
      "When partners share a vision (C), they quarrel less (M) and come to trust each other (O1).",
      ["C: partners share a vision", "M: they quarrel less", "O1: come to trust each other"],
    ],
    [
      "In contexts where staff are tired [Context], the tool feels a burden [Mechanism], resulting in low uptake [Outcome].",
      ["C: staff are tired", "M: the tool feels a burden", "O: low uptake"],
    ],
    [
      "If audit is offered (M-resource), nurses reflect (M-response), so that care changes (O). Some of it lasted.",
      ["M resource: audit is offered", "M reasoning: nurses reflect", "O: care changes"],
    ],
    [
      "(C) Funding is short (M) managers feel pressed (O) and cut services.",
      ["C: Funding is short", "M: managers feel pressed", "O: cut services"],
    ],
    [
      "Patients with hepatitis C (HCV) who trust (C), feel safe (M).",
      ["C: Patients with hepatitis C (HCV) who trust", "M: feel safe"],
    ],
    [
      "A team that is new (C1, C2) is anxious (M).",
      ["C1: A team that is new", "C2: A team that is new", "M: is anxious"],
    ],
    [
      "Trust or faith grows © where people meet, e.g. Smith et al. did (M).",
      ["C: Trust or faith grows", "M: people meet, e.g. Smith et al. did"],
    ],
  ];
  for (const [text, wanted] of cases) it(`reads ${text.slice(0, 50)}`, () => assert.deepEqual(read(text), wanted));

  const prose = [
    "We sought contexts (C), mechanisms (M) and outcomes (O).",
    "It speaks to the slots (C, M).",
    "© 2014 The authors. Trust (M) grew.",
    "Partners met (see above) and left (some of them).",
    "Vitamin (C) helped.",
  ];
  for (const text of prose) it(`leaves ${text.slice(0, 40)} as prose`, () => assert.equal(read(text), undefined));

  it("goes on through the tagged paragraphs that follow", () => {
    assert.deepEqual(read("Words.", "Where it rains (C), people stay in (M).", "They read (O).", "Words."), [
      "C: it rains",
      "M: people stay in",
      "O: They read",
    ]);
  });

  it("gives a citation to the slot whose tag it follows, and one after the last stop to the whole", () => {
    const spelt = readSentence([plainInline("Where it rains (C) [@a#e1], people stay in (M). [@b#e2]")], CMO);
    assert.deepEqual(
      spelt?.citations.map(({ citation, slot }) => [citation.key, slot]),
      [
        ["a", 0],
        ["b", undefined],
      ],
    );
  });

  it("never throws, and keeps its spans inside the text", () => {
    const words = fc.constantFrom(
      "(C)",
      "(M1)",
      "[O]",
      "©",
      "they trust",
      "and",
      ". ",
      ", ",
      "[@a#e1]",
      "(",
      "]",
      "\n",
      "(C, M)",
      "e.g. ",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (parts) => {
        const text = parts.join(" ");
        const inline = plainInline(text);
        assert.ok(hasTags(inline, CMO) >= 0);
        for (const slot of readSentence([inline], CMO)?.slots ?? []) {
          assert.ok(slot.start >= 0 && slot.start <= slot.end && slot.end <= text.length);
          assert.match(slot.text, /[\p{L}\p{N}]/u);
        }
      }),
      runs(20),
    );
  });
});
