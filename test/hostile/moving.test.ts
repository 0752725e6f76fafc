/** Long documents that name one thing again and again, or nest: places, outlines, links and renaming grow with their length. */
import assert from "node:assert/strict";
import { documentLinks } from "../../src/core/features/document-links.ts";
import { isRefusal, rename, renameWithFiles } from "../../src/core/features/edit.ts";
import { foldings } from "../../src/core/features/folding.ts";
import { highlights, references } from "../../src/core/features/references.ts";
import { selections } from "../../src/core/features/selection.ts";
import { workspaceSymbols } from "../../src/core/features/symbols/workspace.ts";
import { documentSymbols } from "../../src/core/features/symbols.ts";
import type { Review } from "../../src/core/review.ts";
import { reviewOf, sourceFile } from "../core/reviews.ts";
import { growth } from "./growth.ts";

const SMALL = 400;
const TIMES = 8;
/** A linear cost grows eight times, a quadratic one sixty-four times. */
const MOST = 26;

const HEAD = "## CMOC TR1\n\n- C: x\n";
const SHAPES: { readonly [what: string]: (count: number) => string } = {
  "mentions in a line": (count) => `${HEAD}- leads to: ${"TR1, ".repeat(count)}TR1\n`,
  "lines of evidence": (count) => `${HEAD}${"- supports: @lund2010#e1\n".repeat(count)}`,
  wikilinks: (count) => `${HEAD}\n${"[[TR1]] [[lund2010]] [l](lund2010.md) ".repeat(count)}\n`,
  headings: (count) => `${HEAD}\n${"# A\n\n## B\n\n".repeat(count)}`,
  "records of one id": (count) => `## CMOC TR1\n\n- C: x\n- leads to: [[TR1]]\n\n`.repeat(count),
  "file names": (count) =>
    `${HEAD}\n${"lund2010.md (lund2010.md ".repeat(count)}\n\n${"[a]: lund2010.md\n".repeat(count)}`,
};

const ASKED: { readonly [what: string]: (review: Review, middle: number) => unknown } = {
  references: (review, middle) => references(review, "a.md", middle),
  highlights: (review) => highlights(review, "a.md", 8),
  selections: (review, middle) => selections(review, "a.md", middle),
  foldings: (review) => foldings(review, "a.md"),
  links: (review) => documentLinks(review, "a.md"),
  outline: (review) => documentSymbols(review, "a.md"),
  symbols: (review) => workspaceSymbols(review, "tr1x"),
  "rename of an id": (review) => isRefusal(rename(review, "r:tr1", "XX2")),
  "rename of a key": (review) => isRefusal(renameWithFiles(review, "s:lund2010", "x1")),
};

describe("moving about in a long document", function () {
  this.timeout(60_000);
  for (const [shape, textOf] of Object.entries(SHAPES)) {
    it(`grows with its length: ${shape}`, () => {
      const workOf = (ask: (review: Review, middle: number) => unknown) => (count: number) => {
        const text = textOf(count);
        const lund = sourceFile("lund2010", "## Extract e1\n\n> x\n");
        const review = reviewOf({ "a.md": text, "lund2010.md": lund });
        return () => void ask(review, text.length >> 1);
      };
      for (const [what, ask] of Object.entries(ASKED)) {
        const grown = growth(workOf(ask), SMALL, TIMES, MOST);
        assert.ok(grown <= MOST, `${what} grows ${grown.toFixed(0)} times where the text grows ${TIMES} times`);
      }
    });
  }
});
