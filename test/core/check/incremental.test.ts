import assert from "node:assert/strict";
import fc from "fast-check";
import { Checker } from "../../../src/core/check.ts";
import { type Change, Review } from "../../../src/core/review.ts";
import { ALL_RULES } from "../../../src/core/rules/index.ts";
import { runs } from "../../runs.ts";

const RULE_IDS = ALL_RULES.map((rule) => rule.id);

/** Small texts that name, restate, link and contradict one another. */
const SNIPPETS: readonly string[] = [
  "## CMOC TR1: Trust\n\n- status: supported\n- **C:** a shared past\n- **M:** trust grows\n- **O:** faith\n- supports: @okafor2014#e1 (C, M)\n- leads to: TR2\n\n",
  "## CMOC TR2: Faith\n\n- **C:** a shared past\n- **M:** trust grows\n- **O:** quarrels\n- refutes: @lund2010#e1 — another setting\n- theory: PT1\n\n",
  "## CMOC TR1: Again\n\n- status: retired\n- **C:** a shared past\n- **M:** trust grows\n- **O:** faith\n- rival of: TR2\n\n",
  "## CMOC SY1: Synergy\n\n- status: refined\n- **C:** faith [@okafor2014#e2]\n- **M:** synergy\n  - resource: time\n  - supports: @lund2010#e1\n- moderates: TR1\n- supports: @okafor2014, @moreau2005#e1\n\n",
  "# Theory PT1: Trust\n\n- stage: final\n- configurations: TR1–TR3, SY1\n\nSee [[TR2]], [[TR9]] and [[ZZ4]].\n\n",
  "## Demi-regularity D1: History\n\n- configurations: TR1, TR2\n- moderators: time\n- counterexamples: @okafor2014#e1\n\n",
  '## Extract e1\n\n> They trusted one another early on.\n\n- at: p. 4\n- C history: "trusted one another"\n- supports: TR1 (C, M)\n- coder: JA\n\n',
  '## Extract e1\n\n> They trusted one another early on.\n\n- at: p. 4\n- C history: "never said"\n- refutes: TR1–TR2\n- coder: RM\n\n',
  '## Extract e2\n\n> They quarrelled.\n\n- O: "quarrelled"\n- richness: thin\n\n',
  "## Code history: A shared past\n\n- role: C\n- definition: worked together before\n- parent: past\n\n",
  "## Code past: The past\n\n- definition: what was\n\n",
  "## Memo 2026-03-02: Why TR2 was split\n\n- about: TR2, history\n\n",
  "| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n| TR1 | a shared past | trust grows | faith | @okafor2014#e1 |\n| | a shared past | trust grows | hope | @lund2010 |\n| TR3 | a town | pride | work | |\n\n",
  "Prose with @okafor2014#e1, @jdoe, [@lund2010, p. 3] and [TR1](b.md#trust).\n\n",
  "# Notes\n\n",
  "```\n## CMOC TR4: Not one\n",
  "- configurations: TR2\n",
  "\n",
];

const HEADS: readonly string[] = [
  "",
  "",
  "---\ncitekey: okafor2014\nstatus: included\nrelevance: high\nrichness: rich\nrigour: high\n---\n\n",
  "---\ncitekey: okafor2014\nstatus: excluded\nreason: off topic\n---\n\n",
  "---\ncitekey: lund2010\nstudy: leeds\nrichness: thin\n---\n\n",
  "---\ncitekey: moreau2005\nstudy: leeds\nstatus: awaiting\n---\n\n",
  "---\ncmoc: off\n---\n\n",
];

const MANIFESTS: readonly string[] = [
  "title: One\n",
  "title: Two\n",
  "configuration: CIMO\n",
  "exclude: [c.md]\n",
  "bibliography: [references.bib]\n",
  "bibliography: [references.bib]\nchecks: { cmoc: off, ref/unknown: hint }\n",
];

const BIBLIOGRAPHIES: readonly string[] = [
  "@article{okafor2014,\n title = {A}\n}\n",
  "@article{lund2010,\n title = {B}\n}\n@article{jdoe,\n title = {C}\n}\n",
  "@article{lund2010,\n title = {D}\n}\n@article{lund2010,\n title = {D}\n}\n",
];

const FILES = ["a.md", "b.md", "c.md", "sources/d.md"];

type Step =
  | { readonly do: "set"; readonly uri: string; readonly text: string }
  | { readonly do: "delete"; readonly uri: string }
  | {
      readonly do: "splice";
      readonly uri: string;
      readonly at: number;
      readonly length: number;
      readonly text: string;
    };

const snippet = fc.constantFrom(...SNIPPETS);
const text = fc
  .tuple(fc.constantFrom(...HEADS), fc.array(snippet, { maxLength: 6 }))
  .map(([head, parts]) => head + parts.join(""));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("set" as const), uri: fc.constantFrom(...FILES), text }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("splice" as const),
      uri: fc.constantFrom(...FILES),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.constantFrom(0, 0, 1, 7, 60),
      text: fc.oneof(fc.constant(""), snippet, fc.constantFrom("x", "\n", "\n\n", "TR2", "- ", "#")),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("delete" as const), uri: fc.constantFrom(...FILES, "review.yaml") }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("set" as const),
      uri: fc.constant("review.yaml"),
      text: fc.constantFrom(...MANIFESTS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("set" as const),
      uri: fc.constant("references.bib"),
      text: fc.constantFrom(...BIBLIOGRAPHIES),
    }),
  },
);

function take(review: Review, step: Step): Change {
  if (step.do === "delete") return review.delete(step.uri);
  if (step.do === "set") return review.set({ uri: step.uri, version: 0, text: step.text });
  const before = review.text(step.uri) ?? "";
  const at = Math.floor(step.at * before.length);
  return review.set({
    uri: step.uri,
    version: 0,
    text: before.slice(0, at) + step.text + before.slice(at + step.length),
  });
}

function rebuilt(review: Review): Review {
  const fresh = new Review(RULE_IDS);
  for (const uri of [...review.uris()].reverse()) {
    const document = review.document(uri);
    if (document) fresh.set(document);
  }
  return fresh;
}

/** Everything that a door may ask, as plain data. */
function shown(review: Review): unknown {
  const names = [...review.names()].sort();
  return {
    uris: review.uris(),
    names,
    prefixes: ["tr", "sy", "zz", "pt"].map((prefix) => review.hasPrefix(prefix)),
    unresolved: [...review.unresolved()].sort(),
    sources: review.sources(),
    definitions: names.map((name) =>
      review.definitions(name).map(({ placed, entity }) => [placed.uri, placed.start + entity.start, entity]),
    ),
    restatements: names.map((name) => review.restatements(name).map(({ placed }) => placed.uri)),
    references: names.map((name) =>
      review.references(name).map(({ placed, ref, from }) => [placed.uri, placed.start + ref.start, ref, from?.name]),
    ),
    evidence: names.map((name) => [...review.evidenceFor(name), ...review.bearsOn(name)].map(plainLink(review))),
    theories: names.map((name) => review.theoriesOf(name)),
    findings: review.uris().map((uri) => review.documentFindings(uri)),
  };
}

function plainLink(review: Review) {
  return (link: ReturnType<Review["bearsOn"]>[number]): unknown => [
    link.key,
    link.slots,
    link.reasons,
    link.places.map(({ placed, ref }) => [placed.uri, placed.start + ref.start]),
    review.digest(link),
  ];
}

function problemsFromNothing(review: Review): unknown {
  const checker = new Checker(review, ALL_RULES);
  checker.update();
  return checker.problems();
}

describe("a review that changes", () => {
  it("is what it would be if it were read from nothing, whatever the edits", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const review = new Review(RULE_IDS);
        for (const each of steps) take(review, each);
        assert.deepEqual(shown(review), shown(rebuilt(review)));
      }),
      runs(4),
    );
  });

  it("has the problems that it would have if it were checked from nothing, and tells where they changed", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 10 }), (steps) => {
        const review = new Review(RULE_IDS);
        const checker = new Checker(review, ALL_RULES);
        checker.update();
        const published = new Map<string, unknown>();
        for (const each of steps) {
          for (const uri of checker.update(take(review, each)))
            published.set(uri, JSON.stringify(checker.problems(uri)));
          for (const uri of review.uris()) {
            assert.equal(published.get(uri) ?? "[]", JSON.stringify(checker.problems(uri)), `untold: ${uri}`);
          }
        }
        assert.deepEqual(checker.problems(), problemsFromNothing(rebuilt(review)));
      }),
      runs(4),
    );
  });

  it("is as before once what was deleted is set again", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), fc.constantFrom(...FILES), (steps, uri) => {
        const review = new Review(RULE_IDS);
        for (const each of steps) take(review, each);
        const document = review.document(uri);
        fc.pre(document !== undefined);
        const before = shown(review);
        if (!document) return;
        assert.equal(review.set(document).uris.size, 0);
        review.delete(uri);
        review.set(document);
        assert.deepEqual(shown(review), before);
      }),
      runs(4),
    );
  });
});
