/** Lenses, titles and lists in long texts: in time that grows with their length. */
import assert from "node:assert/strict";
import { completion } from "../../src/core/features/completion.ts";
import { hints } from "../../src/core/features/hints.ts";
import { hover } from "../../src/core/features/hover.ts";
import { lenses, lensSaid } from "../../src/core/features/lenses.ts";
import { reviewOf } from "../core/reviews.ts";
import { growth } from "./growth.ts";

const NAMED = "## CMOC TR1: One\n\n- C: x\n";
const head = "| ID | Context | Mechanism | Outcome | Status | Evidence |\n|-|-|-|-|-|-|\n";
const TEXTS: { readonly [what: string]: (count: number) => string } = {
  "mentions in one line": (count) => `See ${"[[TR1]] and [[TR2]], ".repeat(count)}\n`,
  "mentions in a line each": (count) => `## CMOC X1\n\n${"- leads to: TR1\n".repeat(count)}`,
  "rows of one table": (count) =>
    head + Array.from({ length: count }, (_, at) => `| R${at} | a | b | c | x | @k#e1 |\n`).join(""),
  "records of one name": (count) => "## CMOC X1: Ex\n\n- leads to: TR1, X1\n\n".repeat(count),
  theories: (count) => "## Theory P1\n\n- configurations: TR1–TR9\n- supports: @k#e1\n\n".repeat(count),
};

describe("what stands beside a long text", () => {
  for (const [what, text] of Object.entries(TEXTS))
    it(`takes time as its length does: ${what}`, () => {
      const grown = growth(
        (count) => {
          const review = reviewOf({ "t.md": NAMED, "a.md": text(count) });
          return () => {
            const seen = lenses(review, "a.md").slice(0, 50);
            for (const lens of seen) lensSaid(review, lens);
            hints(review, "a.md");
          };
        },
        150,
        8,
        20,
      );
      assert.ok(grown < 20, `${what}: ${grown}`);
    });

  it("is offered and explained at the end of long lines, cells and manifests", () => {
    const long: readonly (readonly [string, string])[] = [
      ["a.md", `${head + "| R1 | a | b | c | x | y |\n".repeat(300)}| R2 | a | b | c | `],
      ["a.md", `${NAMED}- leads to: ${"TR1–".repeat(2_000)}`],
      ["a.md", `${NAMED}- leads to: ${"[".repeat(2_000)}`],
      ["a.md", `${NAMED}- status: ${"x ".repeat(2_000)}`],
      ["review.yaml", `exclude: [${"a/".repeat(2_000)}`],
      ["review.yaml", "{".repeat(2_000)],
      ["review.yaml", `checks:\n${"  a: b\n".repeat(2_000)}  `],
      ["review.yaml", `appraisal:\n  own: [${"a, ".repeat(2_000)}b]`],
      ["review.yaml", " - ".repeat(2_000)],
    ];
    for (const [uri, text] of long) {
      const review = reviewOf({ [uri]: text });
      const start = performance.now();
      completion(review, uri, text.length);
      hover(review, uri, text.length - 1);
      assert.ok(performance.now() - start < 3000, text.slice(0, 40));
    }
  });
});
