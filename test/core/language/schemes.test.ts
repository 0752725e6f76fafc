/** Every scheme by its name, and one's own: which letters and words are slots, and which of them a complete configuration fills. */
import assert from "node:assert/strict";
import { cmocsIn, rulesIn, short, slotsIn } from "../reviews.ts";
import { told } from "../rules/telling.ts";

const WORDS: { readonly [letter: string]: string } = {
  C: "Context",
  M: "Mechanism",
  O: "Outcome",
  I: "Intervention",
  A: "Actor",
  S: "Strategy",
};

/** The words of the slots that a configuration without any is told it misses. */
function missing(manifest: string): readonly string[] {
  const said = told("cmoc/empty-slot", { "review.yaml": manifest, "a.md": "## CMOC TR1\n\nWords.\n" });
  return said.map((text) => /has no ([^.]*)\./.exec(text)?.[1] ?? text);
}

for (const name of ["CMO", "CIMO", "ICAMO", "SCMO", "ICMO"]) {
  describe(`the scheme ${name}`, () => {
    const letters = [...name];
    for (const manifest of [`configuration: ${name}\n`, `configuration: ${name.toLowerCase()}\n`])
      it(`wants its letters: ${manifest.trim()}`, () => {
        assert.deepEqual(
          missing(manifest),
          letters.map((letter) => WORDS[letter]?.toLowerCase()),
        );
        assert.deepEqual(rulesIn({ "review.yaml": manifest }), []);
      });

    it("has them, their words and plurals for labels, and no others", () => {
      const labels = Object.entries(WORDS).flatMap(([letter, word]) =>
        [letter, word, `${word}s`, `${word}(s)`, word.toUpperCase(), `${letter}1`].map(
          (label) => [letter, label] as const,
        ),
      );
      const bullets = labels.map(([, label]) => `- ${label}: words of ${label}\n`).join("");
      assert.deepEqual(
        slotsIn(`## CMOC TR1\n\n${bullets}`, `configuration: ${name}\n`),
        labels
          .filter(([letter]) => letters.includes(letter))
          .map(([letter, label]) => `${letter}${label.endsWith("1") ? 1 : ""}: words of ${label}`),
      );
    });

    it("has them in a sentence and in a table", () => {
      const manifest = `configuration: ${name}\n`;
      const wanted = letters.map((letter) => `${letter}: words of ${letter}`);
      const sentence = letters.map((letter) => `words of ${letter} (${letter})`).join(", ");
      assert.deepEqual(slotsIn(`## CMOC TR1\n\n${sentence}.\n`, manifest), wanted);
      const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
      const cells = letters.map((letter) => `words of ${letter}`);
      for (const head of [letters, letters.map((letter) => WORDS[letter] ?? "")]) {
        const table = row(head) + row(letters.map(() => "---")) + row(cells);
        assert.deepEqual(cmocsIn(table, manifest)[0]?.slots.map(short), wanted);
      }
    });
  });
}

describe("a scheme of another name", () => {
  it("is told of, and is CMO", () => {
    assert.deepEqual(missing("configuration: CMIO\n"), ["context", "mechanism", "outcome"]);
    assert.deepEqual(rulesIn({ "review.yaml": "configuration: CMIO\n" }), ["yaml/value"]);
  });
});

describe("a scheme of one's own", () => {
  const own = (...slots: readonly string[]): string =>
    `configuration: [${slots.map((slot) => `{ letter: ${slot.charAt(0)}, label: ${slot} }`).join(", ")}]\n`;

  it("that names none of C, M and O adds to them", () => {
    assert.deepEqual(missing(own("Process", "Quality")), ["context", "mechanism", "outcome", "process", "quality"]);
  });

  it("that names one of them is the whole, and the others stay labels", () => {
    for (const [letter, word] of [
      ["C", "context"],
      ["M", "mechanism"],
      ["O", "outcome"],
    ] as const) {
      const manifest = own("Process", WORDS[letter] ?? "");
      assert.deepEqual(missing(manifest), ["process", word]);
      assert.deepEqual(slotsIn("## CMOC TR1\n\n- C: a\n- M: b\n- O: c\n- P: d\n- I: e\n", manifest), [
        "C: a",
        "M: b",
        "O: c",
        "P: d",
      ]);
    }
  });

  it("has its letters and words in all three spellings, and its own word for a usual letter", () => {
    const manifest = own("Circumstance", "Process", "Outcome");
    assert.deepEqual(slotsIn("## CMOC TR1\n\n- Circumstance: a\n- Processes: b\n- P2: c\n", manifest), [
      "C: a",
      "P: b",
      "P2: c",
    ]);
    assert.deepEqual(slotsIn("## CMOC TR1\n\na place (C), meetings (Process), peace (O).\n", manifest), [
      "C: a place",
      "P: meetings",
      "O: peace",
    ]);
    const table = "| C | P | O |\n|---|---|---|\n| a place | meetings | peace |\n";
    assert.deepEqual(cmocsIn(table, manifest)[0]?.slots.map(short), ["C: a place", "P: meetings", "O: peace"]);
  });
});
