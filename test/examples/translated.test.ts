import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CardOptions, cardOf, cardText } from "../../src/core/features/card.ts";
import { hover } from "../../src/core/features/hover.ts";
import { CodeTree, ConfigurationTree, SourceTree, type Tree, type TreeNode } from "../../src/core/features/tree.ts";
import { inForeign, strangeWords } from "../core/foreign.ts";
import { reviewOf } from "../core/reviews.ts";
import { checked } from "../core/rules/telling.ts";

/** All that rows say. */
function saidBy(tree: Tree): readonly string[] {
  const said: string[] = [];
  const look = (nodes: readonly TreeNode[], depth: number): void => {
    for (const node of nodes) {
      said.push(node.label, node.description, node.accessibility);
      if (depth < 6) look(tree.children(node), depth + 1);
    }
  };
  look(tree.roots(), 0);
  return said;
}

describe("rows, cards and hovers of an example", () => {
  const root = join("examples", "community-falls-prevention");
  const files = Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(?:md|ya?ml|bib)$/.test(path))
      .map((path) => [path, readFileSync(join(root, path), "utf8")]),
  );
  const review = reviewOf({
    ...files,
    "odd.md": "## CMOC ODD1\n\n- C: odd\n- leads to: ODD1, NONE1\n- supports: @none#e1\n",
  });
  const known = { ...files, odd: "odd none" };
  const strange = (all: readonly string[]): readonly string[] =>
    [...new Set(all)].flatMap((said) => strangeWords(said, known).map((word) => `${word}: ${said}`));

  it("are translated but for what the review itself says: rows", () => {
    const said = inForeign(() => {
      const all = checked(review);
      const problems = (uri: string) => all.filter((problem) => problem.uri === uri);
      const groupings = (["theme", "theory", "status", "layer", "source"] as const).map(
        (by) => new ConfigurationTree(review, { by, problems }),
      );
      return [...groupings, new SourceTree(review, { problems }), new CodeTree(review, { problems })].flatMap(saidBy);
    });
    assert.ok(said.length > 500);
    assert.deepEqual(strange(said), []);
  });

  it("are translated but for what the review itself says: cards", () => {
    const said = inForeign(() => {
      const options: CardOptions = { problems: () => checked(review) };
      const records = (["cmoc", "theory", "demi-regularity", "extract", "code", "memo"] as const).flatMap((kind) => [
        ...review.records(kind),
      ]);
      return [...records, ...review.sources()].map((subject) => cardText(cardOf(review, subject, options)));
    });
    assert.deepEqual(strange(said), []);
  });

  it("are translated but for what the review itself says: hovers", () => {
    const said = inForeign(() =>
      Object.keys(files).flatMap((uri) =>
        Array.from({ length: Math.ceil((files[uri]?.length ?? 0) / 5) }, (_, at) => {
          const told = hover(review, uri, at * 5)?.told;
          if (told === undefined) return "";
          return "means" in told ? told.means : "unknown" in told ? told.says : "";
        }),
      ),
    );
    assert.ok(said.some((each) => each !== ""));
    assert.deepEqual(strange(said), []);
  });
});
