import assert from "node:assert/strict";
import { highlights, references } from "../../../src/core/features/references.ts";
import { type Files, sourceFile } from "../reviews.ts";
import { cursorIn } from "./places.ts";

/** What is mentioned from the cursor: each place as `file: line`, its words between marks; declarations first, after `=`. */
function placesFrom(files: Files): readonly string[] {
  const { review, uri, offset } = cursorIn(files);
  const found = references(review, uri, offset);
  if (!found) return [];
  const shown = (file: string, { start, end }: { start: number; end: number }): string => {
    const text = review.text(file) ?? "";
    const from = text.lastIndexOf("\n", start - 1) + 1;
    const to = text.indexOf("\n", end);
    return `${file}: ${text.slice(from, start)}«${text.slice(start, end)}»${text.slice(end, to < 0 ? undefined : to)}`;
  };
  return [
    ...found.declarations.map(({ uri: file, selection }) => `= ${shown(file, selection)}`),
    ...found.mentions.map(({ uri: file, span }) => shown(file, span)),
  ];
}

const THEORY =
  "## CMOC TR1: One\n\n- C: x\n- leads to: CMOC TR2, TR1 – TR3\n\n## CMOC TR2: Two\n\n- C: y [@lund2010#e1, p. 3]\n\nSee [[TR2|this]] and `[[TR2]]`.\n\n## CMOC TR3\n\n- C: z\n";
const FILES: Files = {
  "a.md": THEORY,
  "b.md": "# Theory PT1\n\n- configurations: TR1–TR3, [TR2](a.md#cmoc-tr2)\n\nThanks to @lund2010, @nobody.\n",
  "lund.md": sourceFile("lund2010", '## Extract e1\n\n> Met.\n\n- C trust: "Met"\n- supports: TR2 (C), TR9\n'),
  "book.md": "## Code trust\n\n- role: C\n\n## Memo m1\n\n- about: [[Code trust]]\n",
  "table.md": "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR2 | y | b | c |\n| 4 | a | b | c |\n",
};

/** The files with a cursor in these words of one of them. */
function within(uri: string, words: string, units: number): Files {
  const text = FILES[uri] ?? "";
  const at = text.indexOf(words) + units;
  assert.ok(text.includes(words), words);
  return { ...FILES, [uri]: `${text.slice(0, at)}¦${text.slice(at)}` };
}

const OF_TR2 = [
  "= a.md: ## CMOC «TR2»: Two",
  "a.md: - leads to: CMOC «TR2», TR1 – TR3",
  "a.md: - leads to: CMOC TR2, «TR1 – TR3»",
  "a.md: See [[«TR2»|this]] and `[[TR2]]`.",
  "b.md: - configurations: «TR1–TR3», [TR2](a.md#cmoc-tr2)",
  "b.md: - configurations: TR1–TR3, [«TR2»](a.md#cmoc-tr2)",
  "lund.md: - supports: «TR2» (C), TR9",
  "table.md: | «TR2» | y | b | c |",
];

describe("references", () => {
  it("are the same from a heading, a mention in another file, a wikilink, a link and a row", () => {
    for (const [uri, words, units] of [
      ["a.md", "## CMOC TR2", 9],
      ["a.md", "## CMOC TR2", 4],
      ["a.md", ": Two", 4],
      ["a.md", "[[TR2|this]]", 3],
      ["b.md", "[TR2](", 2],
      ["lund.md", "TR2 (C)", 0],
      ["table.md", "TR2", 3],
    ] as const)
      assert.deepEqual(placesFrom(within(uri, words, units)), OF_TR2, `${words} ${units}`);
  });

  it("are of the end of a range that the cursor is at, whose words alone they are", () => {
    assert.deepEqual(placesFrom(within("b.md", "TR1–TR3", 6)), [
      "= a.md: ## CMOC «TR3»",
      "a.md: - leads to: CMOC TR2, TR1 – «TR3»",
      "b.md: - configurations: TR1–«TR3», [TR2](a.md#cmoc-tr2)",
    ]);
    assert.deepEqual(placesFrom(within("b.md", "TR1–TR3", 0)).slice(1), [
      "a.md: - leads to: CMOC TR2, «TR1» – TR3",
      "b.md: - configurations: «TR1»–TR3, [TR2](a.md#cmoc-tr2)",
    ]);
  });

  it("are of a source from its key, of an extract from its id", () => {
    const ofSource = [
      "= lund.md: citekey: «lund2010»",
      "a.md: - C: y [@«lund2010»#e1, p. 3]",
      "b.md: Thanks to @«lund2010», @nobody.",
    ];
    assert.deepEqual(placesFrom(within("a.md", "@lund2010#e1", 4)), ofSource);
    assert.deepEqual(placesFrom(within("lund.md", "citekey: lund", 13)), ofSource);
    const ofExtract = ["= lund.md: ## Extract «e1»", "a.md: - C: y [«@lund2010#e1», p. 3]"];
    assert.deepEqual(placesFrom(within("a.md", "@lund2010#e1", 11)), ofExtract);
    assert.deepEqual(placesFrom(within("lund.md", "Extract e1", 3)), ofExtract);
  });

  it("are of codes and memos, and of what nothing defines", () => {
    const ofCode = ["= book.md: ## Code «trust»", "book.md: - about: [[Code «trust»]]", 'lund.md: - C «trust»: "Met"'];
    assert.deepEqual(placesFrom(within("lund.md", "C trust", 4)), ofCode);
    assert.deepEqual(placesFrom(within("book.md", "[[Code trust", 11)), ofCode);
    assert.deepEqual(placesFrom(within("book.md", "Memo m1", 6)), ["= book.md: ## Memo «m1»"]);
    assert.deepEqual(placesFrom(within("lund.md", "TR9", 1)), ["lund.md: - supports: TR2 (C), «TR9»"]);
  });

  it("are of nothing in prose, in code, in other headings", () => {
    for (const [uri, words, units] of [
      ["a.md", "See", 1],
      ["a.md", "`[[TR2]]`", 4],
      ["lund.md", "status", 2],
    ] as const)
      assert.deepEqual(placesFrom(within(uri, words, units)), [], words);
    assert.deepEqual(placesFrom({ "a.md": "# Not¦es\n\nWords.\n" }), []);
  });
});

describe("highlights", () => {
  it("are the places of a name in its document: definitions are written, mentions read", () => {
    const shown = (files: Files): readonly string[] => {
      const { review, uri, offset, text } = cursorIn(files);
      return (highlights(review, uri, offset) ?? []).map(
        ({ span, is }) => `${is} ${span.start} ${text.slice(span.start, span.end)}`,
      );
    };
    const at = (words: string, units = 0): number => THEORY.indexOf(words) + units;
    assert.deepEqual(shown(within("a.md", "## CMOC TR2", 9)), [
      `read ${at("CMOC TR2, ", 5)} TR2`,
      `read ${at("TR1 – TR3")} TR1 – TR3`,
      `write ${at("TR2: Two")} TR2`,
      `read ${at("TR2|this")} TR2`,
    ]);
    assert.deepEqual(shown(within("lund.md", "citekey: lund", 12)), ["write 13 lund2010"]);
    assert.deepEqual(shown(within("a.md", "@lund2010", 3)), [`read ${at("lund2010#e1")} lund2010`]);
    assert.deepEqual(shown(within("a.md", "See", 1)), []);
    assert.deepEqual(shown(within("a.md", ": Two", 3)), []);
  });
});
