/** One configuration as fields, as a sentence and as a row of a table reads as the same slots. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { readRole, roleWord } from "../../../src/core/syntax/roles.ts";
import type { RoleMention } from "../../../src/core/syntax/slots.ts";
import { CMO } from "../../../src/core/vocabulary.ts";
import { runs } from "../../runs.ts";
import { cmocsIn, slotsIn } from "../reviews.ts";

interface Written {
  readonly mention: RoleMention;
  readonly text: string;
}

const word = (mention: RoleMention): string => roleWord(mention, CMO);

const asFields = (slots: readonly Written[]): string =>
  `## CMOC T1\n\n${slots.map(({ mention, text }) => `- ${word(mention)}: ${text}`).join("\n")}\n`;

/** Tags after their words; `mark` gives a role its brackets. */
const asSentence = (slots: readonly Written[], mark: (words: string) => string): string =>
  `## CMOC T1\n\nWhen ${slots.map(({ mention, text }) => `${text} ${mark(word(mention))}`).join(", and ")}.\n`;

/** Each role's slots in its column; a mark at the start, in brackets or with a colon, says what the head does not. */
function asTable(slots: readonly Written[], colon: boolean): string {
  const cell = (role: string): string =>
    slots
      .filter(({ mention }) => mention.role === role)
      .map(({ mention, text }) => (colon ? `${word(mention)}: ${text}` : `${text} (${word(mention)})`))
      .join(colon ? "<br>" : "; ");
  return `## CMOC T1\n\n| Contexts | Mechanism | = Outcome |\n| --- | --- | --- |\n| ${cell("C")} | ${cell("M")} | ${cell("O")} |\n`;
}

describe("the three spellings of a configuration", () => {
  const fields =
    "## CMOC CF4\n\n- **C:** partners share a vision\n- **M:** they quarrel less\n- **O1:** come to trust each other\n";

  it("read as the same slots", () => {
    const wanted = ["C: partners share a vision", "M: they quarrel less", "O1: come to trust each other"];
    assert.deepEqual(slotsIn(fields), wanted);
    for (const end of [".", ", [@okafor2014#e1].", " [@okafor2014]."])
      assert.deepEqual(
        slotsIn(
          `## CMOC CF4\n\nWhen partners share a vision (C), they quarrel less (M) and come to trust each other (O1)${end}\n`,
        ),
        wanted,
      );
    for (const head of [
      "| Context | Mechanism | Outcome 1 |",
      "| C | M | O1 |",
      "| **Contexts** | + Mechanism | → Outcome (1) |",
    ])
      assert.deepEqual(
        slotsIn(
          `## CMOC CF4\n\n${head}\n| --- | --- | --- |\n| partners share a vision | they quarrel less | come to trust each other |\n`,
        ),
        wanted,
      );
    const row =
      "| ID | Context | Mechanism | Outcome |\n| --- | --- | --- | --- |\n| CF4 | partners share a vision | they quarrel less | O1: come to trust each other |\n";
    assert.deepEqual(slotsIn(row), wanted);
    assert.equal(cmocsIn(row)[0].id, cmocsIn(fields)[0].id);
  });

  it("read the parts of a mechanism alike", () => {
    const wanted = ["C: a new team", "M resource: a coach", "M reasoning: a sense of safety", "O final: fewer falls"];
    assert.deepEqual(
      slotsIn(
        "## CMOC 1\n\n- Context: a new team\n- Mechanism:\n  - resource: a coach\n  - response: a sense of safety\n- Outcome (final): fewer falls\n",
      ),
      wanted,
    );
    assert.deepEqual(
      slotsIn(
        "## CMOC 1\n\nWhere a new team (C) has no rival, a coach (Mresource) and a sense of safety (Mresponse), so that fewer falls (O, final).\n",
      ),
      ["C: a new team", "M resource: has no rival, a coach", "M reasoning: a sense of safety", "O final: fewer falls"],
    );
    for (const mechanism of [
      "a coach → a sense of safety",
      "(resource) a coach; (response) a sense of safety",
      "Resource: a coach<br>Reaction: a sense of safety",
    ])
      assert.deepEqual(
        slotsIn(
          `## CMOC 1\n\n| Context | Mechanism | Final outcome |\n| - | - | - |\n| a new team | ${mechanism} | fewer falls |\n`,
        ),
        wanted,
      );
  });

  const number = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constantFrom("1a", "2b"));
  const qualities = {
    C: fc.record({ n: number, layer: fc.constantFrom("micro", "macro", "individual") }, { requiredKeys: [] }),
    M: fc.record({ n: number, part: fc.constantFrom("resource", "reasoning") }, { requiredKeys: [] }),
    O: fc.record(
      { n: number, position: fc.constantFrom("immediate", "final"), absent: fc.constant(true) },
      { requiredKeys: [] },
    ),
  };
  const text = fc
    .array(
      fc.constantFrom(
        "partners",
        "share",
        "trust",
        "hepatitis C",
        "a vision",
        "they",
        "quarrel",
        "less",
        "(some)",
        "or",
        "20 %",
        "co-led",
        "naïve",
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((words) => `teams ${words.join(" ")} there`);
  const written = (role: "C" | "M" | "O") =>
    fc
      .tuple(qualities[role], text)
      .map(([more, words]): Written => ({ mention: { role, ...more } as RoleMention, text: words }));
  const configuration = fc
    .tuple(...(["C", "M", "O"] as const).map((role) => fc.array(written(role), { minLength: 1, maxLength: 3 })))
    .map((all) => all.flat());

  it("read alike whatever the slots", () => {
    fc.assert(
      fc.property(configuration, fc.constantFrom("()", "[]", "**"), fc.boolean(), (slots, sign, colon) => {
        for (const { mention } of slots) assert.deepEqual(readRole(word(mention), CMO), { ...mention });
        const wanted = cmocsIn(asFields(slots))[0].slots;
        assert.deepEqual(
          wanted.map((slot: { text: string }) => slot.text),
          slots.map((slot) => slot.text),
        );
        const mark = (words: string): string =>
          sign === "[]" ? `[${words}]` : sign === "**" ? `**(${words})**` : `(${words})`;
        assert.deepEqual(cmocsIn(asSentence(slots, mark))[0].slots, wanted);
        assert.deepEqual(cmocsIn(asTable(slots, colon))[0].slots, wanted);
      }),
      runs(3),
    );
  });
});
