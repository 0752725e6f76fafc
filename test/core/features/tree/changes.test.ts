import assert from "node:assert/strict";
import fc from "fast-check";
import {
  CodeTree,
  ConfigurationTree,
  SourceTree,
  type Tree,
  type TreeNode,
  UnlinkedExtracts,
} from "../../../../src/core/features/tree.ts";
import type { Change, Review } from "../../../../src/core/review.ts";
import { runs } from "../../../runs.ts";
import { type Files, reviewOf } from "../../reviews.ts";
import { anyRecord } from "../generate-records.ts";
import { Door } from "./drawing.ts";

const id = fc.constantFrom("TR1", "TR2", "TR3", "CMOC 4", "信任1");
const pick = (...words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
const field = (label: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.option(value, { nil: undefined }).map((words) => (words === undefined ? "" : `- ${label}: ${words}\n`));
const lines = (...all: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...all).map((each) => each.join(""));

const cmoc = fc
  .tuple(
    id,
    pick("", ": One", ": Two *it*"),
    lines(
      field("status", pick("supported", "refuted", "odd", "retired")),
      field("theme", pick("A", "A / B", "A/B/C", "No theme", "/")),
      field("**C:** x\n  - layer", pick("individual", "macro")),
      field("M", pick("trust", "fear")),
      field("supports", pick("@k1#e1", "@k1#e2 (C, M)", "@k2#e1; @k9#e9", "@k2")),
      field("refutes", pick("@k1#e1")),
      field("leads to", pick("TR1", "TR2, TR3", "TR1–TR3", "TR9 — so", "CMOC4")),
      field("theory", pick("PT1", "PT9")),
    ),
  )
  .map(([written, title, body]) => `## CMOC ${written}${title}\n\n${body}\n`);
const table = fc
  .tuple(id, pick("", "TR2: Titled"), pick("", "@k1#e1", "@k2"))
  .map(
    ([one, other, cited]) =>
      `# Table\n\n| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n| ${one} | a | b | c | ${cited} |\n| ${other} | d | e | f | |\n\n`,
  );
const theory = fc
  .tuple(
    pick("PT1", "PT2"),
    pick("", ": Why"),
    lines(field("configurations", pick("TR1", "TR1–TR3", "TR2, CMOC4")), field("supports", pick("@k1#e1", "@k1#e2"))),
  )
  .map(([written, title, body]) => `## Theory ${written}${title}\n\n${body}\n`);
const code = fc
  .tuple(
    pick("trust", "fear", "hope"),
    pick("", ": Title"),
    lines(
      field("role", pick("C", "M", "x")),
      field("parent", pick("fear", "trust", "gone")),
      field("retired", pick("old")),
    ),
  )
  .map(([written, title, body]) => `## Code ${written}${title}\n\n${body}\n`);
const extract = fc
  .tuple(
    pick("e1", "e2", "e3"),
    pick("> They met.\n", "> They *left*.\n", ""),
    lines(
      field("at", pick("p. 1")),
      field("supports", pick("TR1", "TR2 (C)", "TR1–TR3", "PT1", "TR9")),
      field("parked", pick("later")),
      field("C trust", pick('"met"', '"left", "They"')),
      field("code gone", pick('"met"')),
    ),
  )
  .map(([written, quote, body]) => `## Extract ${written}\n\n${quote}\n${body}\n`);
const records = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(one, { maxLength: 4 }).map((all) => all.join(""));
const source = fc
  .tuple(
    pick("k1", "k2", "k3"),
    pick("", "status: excluded\n", "status: included\n", "read: 2026-03-02\n"),
    pick("", "title: T\nrelevance: high\n"),
    records(extract),
  )
  .map(([key, status, title, body]) => `---\ncitekey: ${key}\n${status}${title}---\n\n${body}`);
const MANIFESTS = [
  "cmoc: 1\n",
  "cmoc: 1\nexclude: [b.md]\n",
  "cmoc: 1\nconfiguration: CIMO\n",
  "cmoc: 1\nbibliography: [refs.bib]\n",
  ": broken [",
];
const text: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.tuple(pick("a.md", "b.md", "c.md"), records(fc.oneof(cmoc, cmoc, theory, code, table, extract))),
  fc.tuple(pick("k1.md", "k2.md"), source),
  fc.tuple(
    pick("a.md", "k1.md"),
    anyRecord.map((record) => record.text),
  ),
  fc.tuple(pick("review.yaml"), pick(...MANIFESTS)),
  fc.tuple(pick("refs.bib"), pick("@book{k1,\n}\n@book{k7,\n}\n", "")),
);

/** A new text of a file, that it is gone, or a change of its words: what is put before a word, as somebody types. */
type Step =
  | { readonly kind: "set"; readonly uri: string; readonly text: string }
  | { readonly kind: "delete"; readonly uri: string }
  | { readonly kind: "type"; readonly nth: number; readonly at: number; readonly words: string };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: text.map(([uri, words]): Step => ({ kind: "set", uri, text: words })) },
  { weight: 1, arbitrary: pick("a.md", "k1.md", "refs.bib").map((uri): Step => ({ kind: "delete", uri })) },
  {
    weight: 6,
    arbitrary: fc
      .record({ nth: fc.nat(9), at: fc.nat(500), words: pick("x", " ", "\n", "- supports: TR2\n", "@k1#e1", "1", "/") })
      .map((typed): Step => ({ kind: "type", ...typed })),
  },
);

function take(review: Review, step: Step): Change {
  if (step.kind === "delete") return review.delete(step.uri);
  if (step.kind === "set") return review.set({ uri: step.uri, version: 1, text: step.text });
  const uris = review.uris();
  const uri = uris[step.nth % Math.max(1, uris.length)] ?? "a.md";
  const before = review.text(uri) ?? "";
  const at = step.at % (before.length + 1);
  return review.set({ uri, version: 1, text: before.slice(0, at) + step.words + before.slice(at) });
}

const KINDS: readonly (readonly [string, (review: Review) => Tree])[] = [
  ...(["theme", "theory", "status", "layer", "source"] as const).map(
    (by) => [`configurations by ${by}`, (review: Review): Tree => new ConfigurationTree(review, { by })] as const,
  ),
  ["configurations by evidence", (review) => new ConfigurationTree(review, { sort: "evidence" })],
  ["configurations by id", (review) => new ConfigurationTree(review, { sort: "id", by: "status" })],
  ["configurations with a word", (review) => new ConfigurationTree(review, { filter: "trust" })],
  ["sources", (review) => new SourceTree(review)],
  ["sources by amount", (review) => new SourceTree(review, { sort: "evidence" })],
  ["sources by reading", (review) => new SourceTree(review, { by: "reading" })],
  ["sources in the order of reading", (review) => new SourceTree(review, { sort: "reading" })],
  ["sources with a word", (review) => new SourceTree(review, { filter: "met" })],
  ["codes", (review) => new CodeTree(review)],
  ["codes by amount", (review) => new CodeTree(review, { sort: "evidence" })],
  ["codes with a word", (review) => new CodeTree(review, { filter: "title" })],
];

describe("a tree that is told of changes", () => {
  for (const [name, make] of KINDS) {
    it(`shows what one made anew would: ${name}`, () => {
      fc.assert(
        fc.property(fc.array(text, { maxLength: 5 }), fc.array(step, { maxLength: 6 }), (files, steps) => {
          const review = reviewOf(Object.fromEntries(files) as Files);
          const tree = make(review);
          const door = new Door(tree);
          for (const each of steps) {
            door.changed(tree.update(take(review, each)));
            assert.deepEqual(door.seen(), new Door(make(review)).seen());
          }
        }),
        runs(4),
      );
    });
  }

  it("finds every record that it shows, where it shows it", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (files) => {
        const review = reviewOf(Object.fromEntries(files) as Files);
        for (const [, make] of KINDS) {
          const tree = make(review);
          const look = (nodes: readonly TreeNode[]): void => {
            for (const node of nodes) {
              assert.deepEqual(tree.node(node.id), node);
              if ((node.kind === "cmoc" || node.kind === "source") && typeof node.record === "string") {
                const found = tree.find(node.record);
                assert.equal(found?.label, node.label);
                assert.equal(found?.kind, node.kind);
              }
              if (node.kind === "cmoc" && node.place) {
                const spot = { uri: node.place.uri, offset: node.place.span.start };
                assert.deepEqual(tree.find(spot)?.place, node.place);
              }
              look(tree.children(node));
            }
          };
          look(tree.roots());
        }
      }),
      runs(4),
    );
  });

  it("knows the unlinked extracts that one made anew would", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.array(step, { maxLength: 8 }), (files, steps) => {
        const review = reviewOf(Object.fromEntries(files) as Files);
        const unlinked = new UnlinkedExtracts(review);
        unlinked.count;
        for (const each of steps) {
          const change = take(review, each);
          assert.deepEqual(unlinked.update(change), unlinked.update(change));
          const anew = new UnlinkedExtracts(review);
          assert.equal(unlinked.count, anew.count);
          assert.deepEqual(
            unlinked.all().map(({ name, placed }) => [name, placed.uri, placed.start]),
            anew.all().map(({ name, placed }) => [name, placed.uri, placed.start]),
          );
          assert.equal(unlinked.all().length, unlinked.count);
        }
      }),
      runs(8),
    );
  });

  it("is all new after a change that it was not told of", () => {
    const review = reviewOf({ "a.md": "## CMOC TR1\n\n- C: x\n", "k.md": "---\ncitekey: k\n---\n\n## Extract e1\n" });
    for (const [, make] of KINDS) {
      const tree = make(review);
      tree.roots();
      review.set({ uri: "b.md", version: 1, text: `## CMOC TR2: ${review.revision}\n\n- C: trust\n` });
      const change = review.set({ uri: "a.md", version: 1, text: `## CMOC TR1: ${review.revision}\n` });
      assert.equal(tree.update(change), "all");
      assert.deepEqual(new Door(tree).seen(), new Door(make(review)).seen());
    }
  });
});
