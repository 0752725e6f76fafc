import assert from "node:assert/strict";
import { Checker } from "../../../src/core/check.ts";
import type { Review } from "../../../src/core/review.ts";
import type { Rule } from "../../../src/core/rules/rule.ts";
import { reviewOf, sourceFile } from "../reviews.ts";

const words = { why: "For the test.", fires: {}, quiet: {}, message: () => "" } as const;

/** A rule that counts how often it looks at a configuration. */
function counting(seen: string[]): Rule {
  return { ...words, id: "test/seen", level: "info", cmoc: ({ entity }) => seen.push(entity.id) };
}

const unlinked: Rule = {
  ...words,
  id: "test/unlinked",
  level: "warning",
  cmoc: ({ entity, name }, review, report) => {
    if (review.evidenceFor(name).length === 0) report(entity.idSpan, { id: entity.id });
  },
};

const empty: Rule = {
  ...words,
  id: "test/empty",
  level: "error",
  source: (source, review, report) => {
    const span = source.frontMatter?.citekey?.span;
    if (span && review.extractsOf(source.key).length === 0) report(span, { key: source.key });
  },
};

const cmoc = (id: string, more = ""): string => `## CMOC ${id}\n\n- **C:** place ${id}\n- **M:** trust\n${more}\n`;
const set = (review: Review, uri: string, text: string) => review.set({ uri, version: 1, text });

describe("the checker", () => {
  it("gives problems by path and place, with spans in the document", () => {
    const review = reviewOf({ "b.md": cmoc("TR3"), "a.md": `Words.\n\n${cmoc("TR1")}${cmoc("TR2")}` });
    const checker = new Checker(review, [unlinked]);
    checker.update();
    const found = checker.problems().map(({ uri, span }) => `${uri} ${review.text(uri)?.slice(span.start, span.end)}`);
    assert.deepEqual(found, ["a.md TR1", "a.md TR2", "b.md TR3"]);
    checker.update(set(review, "a.md", `More words.\n\n${cmoc("TR1")}${cmoc("TR2")}`));
    const moved = checker.problems("a.md").map(({ uri, span }) => review.text(uri)?.slice(span.start, span.end));
    assert.deepEqual(moved, ["TR1", "TR2"]);
  });

  it("looks again at what an edit reaches, and at nothing else", () => {
    const seen: string[] = [];
    const review = reviewOf({
      "a.md": cmoc("TR1", "- leads to: TR2\n") + cmoc("TR2") + cmoc("TR3"),
      "b.md": sourceFile("okafor2014", "## Extract e1\n\n> Words.\n\n- supports: TR3\n"),
      "c.md": cmoc("TR4", "- supports: @okafor2014#e9\n"),
    });
    const checker = new Checker(review, [counting(seen)]);
    const checkedAfter = (change: Parameters<Checker["update"]>[0]): readonly string[] => {
      seen.length = 0;
      checker.update(change);
      return [...seen].sort();
    };
    assert.deepEqual(checkedAfter(undefined), ["TR1", "TR2", "TR3", "TR4"]);
    assert.deepEqual(checkedAfter(set(review, "d.md", "Prose.\n")), []);
    assert.deepEqual(checkedAfter(set(review, "d.md", "Prose on [[TR2]].\n")), ["TR2"]);
    assert.deepEqual(checkedAfter(set(review, "d.md", "Prose.\n")), ["TR2"]);
    const reworded = (more: string): string =>
      sourceFile("okafor2014", `## Extract e1\n\n> More.\n\n- supports: TR3${more}\n`);
    assert.deepEqual(checkedAfter(set(review, "b.md", reworded(""))), []);
    assert.deepEqual(checkedAfter(set(review, "b.md", reworded(" (C)"))), ["TR3"]);
    assert.deepEqual(checkedAfter(set(review, "b.md", reworded(" (C)\n- richness: thin"))), ["TR3"]);
    const excluded = sourceFile("okafor2014", "## Extract e1\n\n> More.\n\n- supports: TR3\n").replace(
      "included",
      "excluded",
    );
    assert.deepEqual(checkedAfter(set(review, "b.md", excluded)), ["TR3", "TR4"]);
  });

  it("does not look at the uses of a code when its definition is reworded", () => {
    const seen: string[] = [];
    const rule: Rule = { ...words, id: "test/uses", level: "info", extract: ({ entity }) => seen.push(entity.id) };
    const code = (definition: string, more = ""): string => `## Code trust\n\n- definition: ${definition}\n${more}`;
    const review = reviewOf({
      "a.md": sourceFile("okafor2014", '## Extract e1\n\n> Words.\n\n- C trust: "Words"\n'),
      "codebook.md": code("one"),
    });
    const checker = new Checker(review, [rule]);
    checker.update();
    seen.length = 0;
    checker.update(set(review, "codebook.md", code("another")));
    assert.deepEqual(seen, []);
    checker.update(set(review, "codebook.md", code("another", "- retired: 2026\n")));
    assert.deepEqual(seen, ["e1"]);
  });

  it("tells of the documents whose problems differ", () => {
    const review = reviewOf({ "a.md": cmoc("TR1"), "b.md": cmoc("TR2") });
    const checker = new Checker(review, [unlinked]);
    checker.update();
    const evidence = (on: string): string =>
      sourceFile("okafor2014", `## Extract e1\n\n> Words.\n\n- supports: ${on}\n`);
    assert.deepEqual([...checker.update(set(review, "c.md", evidence("TR1")))].sort(), ["a.md", "c.md"]);
    assert.deepEqual([...checker.update(set(review, "c.md", evidence("TR1, TR1")))], ["c.md"]);
    assert.deepEqual(
      checker.problems().map(({ uri }) => uri),
      ["b.md"],
    );
  });

  it("checks a source when its first extract comes, and forgets it with its file", () => {
    const review = reviewOf({ "a.md": sourceFile("okafor2014", "") });
    const checker = new Checker(review, [empty]);
    checker.update();
    assert.equal(checker.problems("a.md").length, 1);
    checker.update(set(review, "a.md", sourceFile("okafor2014", "## Extract e1\n\n> Words.\n")));
    assert.equal(checker.problems("a.md").length, 0);
    checker.update(set(review, "a.md", sourceFile("okafor2014", "")));
    checker.update(review.delete("a.md"));
    assert.deepEqual(checker.problems(), []);
  });

  it("finds the place of a source's problem again when a byte order mark comes or goes", () => {
    const review = reviewOf({ "a.md": sourceFile("okafor2014", "") });
    const checker = new Checker(review, [empty]);
    checker.update();
    const place = (text: string): readonly string[] => {
      checker.update(set(review, "a.md", text));
      return checker.problems("a.md").map(({ span }) => text.slice(span.start, span.end));
    };
    assert.deepEqual(place(`\ufeff${sourceFile("okafor2014", "")}`), ["okafor2014"]);
    assert.deepEqual(place(sourceFile("okafor2014", "")), ["okafor2014"]);
  });

  it("checks everything when a change was not told", () => {
    const review = reviewOf({ "a.md": cmoc("TR1") });
    const checker = new Checker(review, [unlinked]);
    checker.update();
    set(review, "b.md", cmoc("TR2"));
    checker.update(set(review, "c.md", "Prose.\n"));
    assert.equal(checker.problems().length, 2);
  });

  it("takes several changes one after another", () => {
    const review = reviewOf({ "a.md": cmoc("TR1") });
    const checker = new Checker(review, [unlinked]);
    checker.update();
    const changes = [set(review, "b.md", cmoc("TR2")), set(review, "b.md", cmoc("TR3")), review.delete("a.md")];
    for (const change of changes) checker.update(change);
    assert.deepEqual(
      checker.problems().map(({ data }) => data.id),
      ["TR3"],
    );
  });

  it("goes by the levels of review.yaml, for a rule or its family", () => {
    const review = reviewOf({ "a.md": cmoc("TR1") });
    const checker = new Checker(review, [unlinked, empty]);
    const level = (checks: string): readonly string[] => {
      checker.update(set(review, "review.yaml", `checks: { ${checks} }\n`));
      return checker.problems("a.md").map((problem) => problem.level);
    };
    assert.deepEqual(level("test/unlinked: hint"), ["hint"]);
    assert.deepEqual(level("test: error"), ["error"]);
    assert.deepEqual(level("test: error, test/unlinked: off"), []);
    assert.deepEqual(level(""), ["warning"]);
  });

  it("does not check a row that only restates a configuration", () => {
    const seen: string[] = [];
    const table =
      "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR1 | a | b | c |\n| TR2 | a | b | d |\n";
    const checker = new Checker(reviewOf({ "a.md": cmoc("TR1"), "b.md": `# Table\n\n${table}` }), [counting(seen)]);
    checker.update();
    assert.deepEqual(seen, ["TR1", "TR2"]);
  });
});
