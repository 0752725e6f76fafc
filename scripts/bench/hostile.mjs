// @ts-check
/**
 * Texts that nobody writes and somebody may send, and files that share names: each is read and checked as a review at one size and at four times that
 * size, in this process.
 * What takes time in proportion to the text grows by four; `node hostile.mjs BUNDLE` prints the figures as JSON.
 */
import { pathToFileURL } from "node:url";
import { SHARED_NAMES } from "./shared-names.mjs";

const MANY = 4;
const ROUNDS = 3;
const TABLE = "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n";

/** @type {Readonly<Record<string, (count: number) => string>>} about 25 to 60 KB for a count of 2,000 */
const SHAPES = {
  "slots that cite": (n) => `## CMOC TR1\n\n${"- C: a [@a#e1]\n".repeat(n)}`,
  "evidence under each slot": (n) => `## CMOC TR1\n\n${"- C: a\n  - supports: @a#e1\n".repeat(n)}`,
  "links to numbered slots": (n) =>
    `## CMOC TR1\n\n${Array.from({ length: n }, (_, at) => `- C${at + 1}: a ${at}\n- supports: @a#e${at} (C${at + 1})\n`).join("")}`,
  "a sentence of tags": (n) => `## CMOC TR1\n\n${"a (C) [@a#e1] b (M). ".repeat(n)}\n`,
  "a cell of slots": (n) =>
    `## CMOC TR1\n\n| Context | Mechanism | Outcome |\n|---|---|---|\n| ${"a [@a#e1]; ".repeat(n)} | b | c |\n`,
  "rows of one id": (n) => TABLE + "| T1 | a | b | c |\n".repeat(n),
  "rows without an id": (n) => TABLE + Array.from({ length: n }, (_, at) => `| | a ${at} | b | c |\n`).join(""),
  "rows with ids": (n) => TABLE + Array.from({ length: n }, (_, at) => `| T${at} | a ${at} | b | c |\n`).join(""),
  "records of one id": (n) => "## CMOC T1\n\n- C: a\n- leads to: T1\n- supports: @a#e1\n\n".repeat(n),
  "mentions of an ambiguous id": (n) =>
    `${"## CMOC T1\n\n- C: a\n\n".repeat(2)}# Notes\n\n${"see [[T1]]\n\n".repeat(n)}`,
  "ranges of a thousand": (n) => `## CMOC T1\n\n- C: a\n- leads to: ${"TR1–TR1000, ".repeat(n)}T1\n`,
  "words coded in one quote": (n) =>
    `---\ncitekey: a\n---\n\n## Extract e1\n\n> ${"word ".repeat(n)}\n\n${Array.from({ length: n }, (_, at) => `- C: "word ${at} of"\n`).join("")}`,
  "marks of notes after tags": (n) => `## CMOC T1\n\n${"a (C)[1],[2] (Lund et al., 2014). b (M)^1^. ".repeat(n)}\n`,
  "numbered marks in a cell": (n) =>
    `## CMOC T1\n\n| Context | Mechanism | Outcome |\n|---|---|---|\n| ${Array.from({ length: n }, (_, at) => `and staff (C${at + 1})`).join(" ")} | b | c |\n`,
  "apostrophes at words": (n) => `## CMOC T1\n\n${"’and ’a 'tis ".repeat(n)}a (C) ${"’a ".repeat(n)}b (M)\n`,
  "quotation marks": (n) => `## CMOC T1\n\n${"“a (C) ".repeat(n)}leads to b (O)\n`,
  "links in one value": (n) => `## CMOC T1\n\n- C: a\n- supports: ${"@a#e1 (C) — yes; ".repeat(n)}@a#e2\n`,
  "brackets that do not close": (n) => `${"[a](b ".repeat(n)}\n`,
  "emphasis that does not close": (n) => `${"*a _b ".repeat(n)}\n`,
  "link definitions": (n) => Array.from({ length: n }, (_, at) => `[a${at}]: b\n`).join(""),
  "nested quotes": (n) => `${">".repeat(n)} a\n`,
  "nested lists": (n) =>
    Array.from({ length: Math.ceil(Math.sqrt(n) * 4) }, (_, at) => `${"  ".repeat(at)}- a\n`).join(""),
  "lazy lines": (n) => "- a\nlazy\n".repeat(n),
  "one long line": (n) => `## CMOC T1\n\n- C: ${"word ".repeat(n * 5)}\n`,
  "front matter keys": (n) => `---\n${Array.from({ length: n }, (_, at) => `key${at}: value\n`).join("")}---\n`,
  "wikilinks that do not close": (n) => `${"[[TR1 ".repeat(n)}\n`,
  "origins that no slot has": (n) =>
    `## CMOC TR1\n\n${Array.from({ length: n }, (_, at) => `- M${at}: a${at}\n  - from: C1\n`).join("")}`,
  "citations in brackets": (n) => `${"[@a, p. 3; @b#e1] ".repeat(n)}\n`,
};

const [, , bundle = ""] = process.argv;
const { ALL_RULES, Checker, reviewToCheck } = await import(pathToFileURL(bundle).href);

/** @typedef {import("./shared-names.mjs").Files} Files */

/** @param {Files} files @returns {number} milliseconds */
function once(files) {
  const begun = performance.now();
  const review = reviewToCheck(ALL_RULES);
  review.set({ uri: "review.yaml", version: 0, text: "cmoc: 1\n" });
  for (const [uri, text] of files) review.set({ uri, version: 0, text });
  const checker = new Checker(review, ALL_RULES);
  checker.update();
  checker.problems();
  return performance.now() - begun;
}

/** @param {Files} files */
function best(files) {
  return Math.min(...Array.from({ length: ROUNDS }, () => once(files)));
}

/** @param {Files} files */
function lengthOf(files) {
  return files.reduce((sum, [, text]) => sum + text.length, 0);
}

const COUNT = 2000;
/** @type {readonly (readonly [string, number, (count: number) => Files])[]} */
const ALL = [
  ...Object.entries(SHAPES).map(
    ([name, make]) => /** @type {const} */ ([name, COUNT, (/** @type {number} */ n) => [["a.md", make(n)]]]),
  ),
  ...SHARED_NAMES.map(({ name, count, of }) => /** @type {const} */ ([name, count, of])),
];
console.log(
  JSON.stringify(
    ALL.map(([name, count, make]) => {
      const small = make(count);
      const large = make(count * MANY);
      best(small);
      const [at, atMany] = [best(small), best(large)];
      return {
        name,
        length: lengthOf(large),
        small: at,
        large: atMany,
        growth: atMany / Math.max(at, 0.5),
        size: lengthOf(large) / lengthOf(small),
      };
    }),
  ),
);
