import assert from "node:assert/strict";
import fc from "fast-check";
import { lenses, lensPlaces, lensSaid } from "../../../src/core/features/lenses.ts";
import { runs } from "../../runs.ts";
import { type Files, reviewOf, sourceFile } from "../reviews.ts";
import { anyMarkdown } from "../syntax/generate.ts";

const FILES: Files = {
  "theory.md": `# Theory PT1: Trust

- configurations: TR1–TR3
- refutes: @okafor2014#e4

## CMOC TR1: One

- **C:** a place
- **M:** trust
- **O:** peace
- theory: PT1
- refutes: @moreau2005#e1 — in mergers

## CMOC TR2: Two

- status: merged
- merged into: TR1

## CMOC TR3: Three

- status: retired

## CMOC TR4: Four

- **C:** nobody knows it

| ID | Context | Mechanism | Outcome |
|-|-|-|-|
| TR9 | a | b | c |

## Demi-regularity D1: It recurs

- configurations: TR1

## Memo 2026-01-01: Why

- about: TR1
`,
  "okafor.md": sourceFile(
    "okafor2014",
    `## Extract e4

> They met.

- C shared-history: "They"
- code shared-history: "met"
- supports: TR1, TR9, PT1

## Extract e5

> They parted.

- parked: no theory speaks of it

## Extract e6

> They slept.
`,
  ),
  "moreau.md": sourceFile(
    "moreau2005",
    "## Extract e1\n\n> x\n\n## Extract e2\n\n> y\n\n- supports: TR1, TR2, TR4, D1, TR77\n",
  ),
  "left.md": "---\ncitekey: left2001\nstatus: excluded\n---\n",
  "new.md": "---\ncitekey: new2020\n---\n",
  "codes.md": "## Code shared-history: Before\n\n- role: C\n\n## Code spare: None\n\n- role: M\n",
};

/** Each lens of a file: its head, what it says, and how many places it leads to. */
function said(uri: string, files: Files = FILES): readonly string[] {
  const review = reviewOf(files);
  return lenses(review, uri).flatMap((lens) => {
    const head = /^\S* ?\S* ?\S*/.exec((review.text(uri) ?? "").slice(lens.start, lens.end))?.[0].trim();
    const of = lensSaid(review, lens);
    const places = lensPlaces(review, lens);
    assert.equal(of?.tooltip !== undefined, places.length > 0);
    return of ? [`${head} | ${of.words} | ${places.length}`] : [];
  });
}

describe("lenses", () => {
  it("say how much evidence a configuration has, and what a theory holds", () => {
    assert.deepEqual(said("theory.md"), [
      "# Theory PT1: | 3 configurations | 3",
      "# Theory PT1: | 1 supports · 1 refutes · 1 source | 1",
      "## CMOC TR1: | 2 support · 1 refutes · 2 sources | 3",
      "## CMOC TR2: | 1 supports · 1 source | 1",
      "## CMOC TR3: | retired | 0",
      "## CMOC TR4: | 1 supports · 1 source | 1",
      "## Demi-regularity D1: | 1 configuration | 1",
      "## Demi-regularity D1: | 1 supports · 1 source | 1",
    ]);
    const alone = said("theory.md", { "theory.md": FILES["theory.md"] ?? "" });
    assert.ok(alone.includes("## CMOC TR2: | merged into TR1 | 1"), alone.join("\n"));
    assert.ok(alone.includes("## CMOC TR4: | no evidence yet | 0"));
    const reason = "## CMOC A1\n\n- status: merged\n- merged into: @lund2010 — as TR2 was\n\n## CMOC TR2\n\n- C: x\n";
    assert.equal(said("a.md", { "a.md": reason })[0], "## CMOC A1 | merged | 0", "a reason names nothing");
    assert.deepEqual(said("a.md", { "a.md": "# Theory X1: None\n\n- stage: initial\n" }), [
      "# Theory X1: | holds no configuration | 0",
    ]);
  });

  it("say what an extract bears on, and how many extracts of a source bear on nothing", () => {
    assert.deepEqual(said("okafor.md"), [
      " | 3 extracts, 1 unlinked | 1",
      "## Extract e4 | bears on TR1, TR9, PT1 | 3",
      "## Extract e5 | parked | 0",
      "## Extract e6 | bears on nothing | 0",
    ]);
    assert.deepEqual(said("moreau.md"), [
      " | 2 extracts | 2",
      "## Extract e1 | bears on TR1 | 1",
      "## Extract e2 | bears on TR1, TR2, TR4, D1 and 1 more | 5",
    ]);
    assert.deepEqual(said("left.md"), []);
    assert.deepEqual(said("new.md"), [" | no extracts yet | 0"]);
  });

  it("say how often a code is used", () => {
    assert.deepEqual(said("codes.md"), [
      "## Code shared-history: | 2 uses · 1 source | 2",
      "## Code spare: | not used yet | 0",
    ]);
  });

  it("stand over what is seen, and lead to the passages", () => {
    const review = reviewOf(FILES);
    const text = review.text("theory.md") ?? "";
    const at = text.indexOf("## CMOC TR4");
    const [lens, ...others] = lenses(review, "theory.md", { start: at + 3, end: at + 9 });
    assert.deepEqual([lens?.start, others.length], [at, 0]);
    const places = lens ? lensPlaces(review, lens) : [];
    assert.deepEqual(
      places.map(({ uri, span }) => (review.text(uri) ?? "").slice(span.start, span.end)),
      ["## Extract e2"],
    );
    assert.deepEqual(said("refs.bib", { "refs.bib": "@book{a,\n}\n" }), []);
  });

  it("are there for any text, in its order, and say something", () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => {
        const review = reviewOf({ ...FILES, "a.md": text });
        let last = 0;
        for (const lens of lenses(review, "a.md")) {
          assert.ok(lens.start >= last && lens.end <= text.length);
          last = lens.start;
          assert.notEqual(lensSaid(review, lens)?.words, "");
          for (const { uri } of lensPlaces(review, lens)) assert.ok(review.text(uri) !== undefined);
        }
      }),
      runs(30),
    );
  });
});
