/** Reviews of many files that share their names: the cost of a check, and of an edit, is judged by how it grows. */
import assert from "node:assert/strict";
import { SHARED_NAMES } from "../../scripts/bench/shared-names.mjs";
import { Checker, reviewToCheck } from "../../src/core/check.ts";
import { readDocument } from "../../src/core/model/read-document.ts";
import type { Review } from "../../src/core/review.ts";
import { ALL_RULES } from "../../src/core/rules/index.ts";
import { DEFAULT_MANIFEST } from "../../src/core/syntax/manifest.ts";
import { growth } from "./growth.ts";

type Files = readonly (readonly [path: string, text: string])[];

const MANY = 4;
/** Twice what is linear. */
const MOST = 2 * MANY;

function reviewOf(files: Files): Review {
  const review = reviewToCheck(ALL_RULES);
  for (const [uri, text] of files) review.set({ uri, version: 0, text });
  return review;
}

/** The work of some edits in a file in the middle: a record's words, then its links. */
function editing(files: Files): () => void {
  const review = reviewOf(files);
  const checker = new Checker(review, ALL_RULES);
  checker.update();
  const [uri, text] = files[Math.floor(files.length / 2)] ?? ["", ""];
  const edits = [
    ["place", "town"],
    ["Here", "There"],
    ["supports: ", "supports: @other#e9, "],
    ["leads to: ", "leads to: TR9, "],
    ["TR1", "TR77"],
  ] as const;
  return () => {
    for (const [from, to] of edits) {
      checker.update(review.set({ uri, version: 1, text: text.replace(from, to) }));
      checker.update(review.set({ uri, version: 1, text }));
    }
  };
}

function assertGrows(workOf: (count: number) => () => void, count: number): void {
  const grown = growth(workOf, count, MANY, MOST);
  assert.ok(grown <= MOST, `${grown.toFixed(1)} times as long for ${MANY} times as much`);
}

describe("a review whose files share their names", function () {
  this.timeout(60_000);
  for (const { name, count, of } of SHARED_NAMES) {
    it(`is checked in time that grows with it: ${name}`, () => {
      const checking = (files: number) => {
        const checker = new Checker(reviewOf(of(files)), ALL_RULES);
        return () => void checker.update();
      };
      assertGrows(checking, count);
    });

    it(`takes an edit in time that grows with it: ${name}`, () => {
      const known = new Map<number, () => void>();
      const ready = (files: number) => {
        const work = known.get(files) ?? editing(of(files));
        known.set(files, work);
        return work;
      };
      assertGrows(ready, count);
    });
  }
});

describe("a configuration", () => {
  it("whose slots come from one that is not there is read in time that grows with it", () => {
    const reading = (bullets: number) => {
      const text = `## CMOC TR1\n\n${Array.from({ length: bullets }, (_, at) => `- M${at}: a${at}\n  - from: C1\n`).join("")}`;
      return () => void readDocument(text, DEFAULT_MANIFEST.scheme);
    };
    assertGrows(reading, 5_000);
  });
});
