import assert from "node:assert/strict";
import fc from "fast-check";
import { type CodePart, mergeCodes, type Rest, splitCode, usesOfCode } from "../../../../src/core/features/codebook.ts";
import { isRefusal } from "../../../../src/core/features/edit.ts";
import type { Review } from "../../../../src/core/review.ts";
import { runs } from "../../../runs.ts";
import { type Files, reviewOf, sourceFile } from "../../reviews.ts";
import { filesAfter } from "../editing.ts";
import { newsIn } from "../refactor/news.ts";

const codebook =
  "## Code trust: Trust\n\n- role: M\n- definition: they rely\n- origin: inductive\n- parent: faith\n\n## Code faith\n\n- role: M\n";
const lund = sourceFile(
  "lund2010",
  '## Extract e1\n\n> They met and relied.\n\n- at: p. 1\n- M trust: "met"\n- M trust: "relied"\n- coder: JA\n- parked: later\n\n## Extract e2\n\n> They trusted.\n\n- at: p. 2\n- C trust: (RM)\n- parked: later\n',
);
const files: Files = { "codebook.md": codebook, "lund.md": lund };

function parts(review: Review, given: readonly (readonly number[])[]): readonly CodePart[] {
  const uses = usesOfCode(review, "c:trust");
  return given.map((own, at) => ({
    id: `part-${at + 1}`,
    title: `Part ${at + 1}`,
    definition: `the ${at + 1}th`,
    uses: own.flatMap((index) => uses[index] ?? []),
  }));
}

function splitIn(given: readonly (readonly number[])[], rest: Rest, how = {}): Files {
  const review = reviewOf(files);
  const { outcome } = splitCode(review, "c:trust", { into: parts(review, given), rest, ...how });
  const after = filesAfter(review, outcome);
  assert.deepEqual(newsIn(files, after, { "part-1": "trust", "part-2": "trust" }), []);
  return after;
}

function refusedIn(into: readonly CodePart[], rest: Rest = "wider", name = "c:trust"): string {
  const { outcome } = splitCode(reviewOf(files), name, { into, rest });
  assert.ok(isRefusal(outcome), "not refused");
  return `${outcome.refused}: ${String(outcome.data.words ?? outcome.data.id)}`;
}

/** What extracts say of codes, however the codes are called. */
function said(review: Review, names: readonly string[]): readonly string[] {
  return names
    .flatMap((name) => usesOfCode(review, name))
    .map(({ key: _, ...use }) => JSON.stringify(use))
    .sort();
}

describe("splitting a code", () => {
  it("lets links of coding lines lead to the new code", () => {
    const linked = lund.replace('M trust: "met"', 'M [trust](codebook.md#code-trust-trust): "met"');
    const review = reviewOf({ ...files, "lund.md": linked });
    const { outcome } = splitCode(review, "c:trust", { into: parts(review, [[0]]), rest: "beside" });
    const after = filesAfter(review, outcome)["lund.md"];
    assert.equal(
      after,
      linked.replace("[trust](codebook.md#code-trust-trust)", "[part-1](codebook.md#code-part-1-part-1)"),
    );
  });

  it("offers its uses with all that tells what they are", () => {
    const [first, , third] = usesOfCode(reviewOf(files), "c:trust");
    assert.deepEqual(
      { ...first, key: "" },
      {
        key: "",
        extract: "@lund2010#e1",
        at: "p. 1",
        role: "M",
        words: ["met"],
        coder: "JA",
        passage: "They met and relied.",
      },
    );
    assert.deepEqual([third?.role, third?.words, third?.coder], ["C", [], "RM"]);
  });

  it("gives its uses to new codes under it, beside it, or in its place", () => {
    const wider = splitIn([[0], [2]], "wider", { memo: { date: "2026-03-02", reason: "Two things." } });
    assert.equal(
      wider["codebook.md"],
      codebook.replace(
        "\n## Code faith",
        "\n## Code part-1: Part 1\n\n- role: M\n- definition: the 1th\n- origin: inductive\n- parent: trust\n\n## Code part-2: Part 2\n\n- role: M\n- definition: the 2th\n- origin: inductive\n- parent: trust\n\n## Code faith",
      ),
    );
    assert.equal(wider["lund.md"], lund.replace('M trust: "met"', 'M part-1: "met"').replace("C trust", "C part-2"));
    assert.equal(
      wider["memos.md"],
      "## Memo 2026-03-02: trust was split into part-1, part-2\n\n- about: Code trust, Code part-1, Code part-2\n- kind: decision\n\nTwo things.\n",
    );
    assert.match(splitIn([[0]], "beside")["codebook.md"] ?? "", /the 1th\n- origin: inductive\n- parent: faith\n/);
    const gone = splitIn([[0, 1], [2]], "replaced");
    assert.match(gone["codebook.md"] ?? "", /- parent: faith\n- replaced by: part-1, part-2\n\n## Code part-1/);
    const [, second] = usesOfCode(reviewOf(files), "c:trust");
    const into = {
      ...files,
      ...filesAfter(
        reviewOf(files),
        splitCode(reviewOf(files), "c:trust", { into: [{ id: "Faith", uses: second ? [second] : [] }], rest: "beside" })
          .outcome,
      ),
    };
    assert.equal(into["codebook.md"], codebook);
    assert.match(into["lund.md"] ?? "", /- M faith: "relied"/);
  });

  it("refuses what cannot be split, and says why", () => {
    const review = reviewOf(files);
    const [first, second] = usesOfCode(review, "c:trust");
    assert.ok(first && second);
    assert.equal(refusedIn([]), "told: Say into which codes it is split.");
    assert.equal(refusedIn([{ id: "a b", uses: [] }]), "signs: a b");
    assert.equal(refusedIn([{ id: "trust", uses: [] }]), "taken: trust");
    assert.equal(
      refusedIn([
        { id: "xs", uses: [first] },
        { id: "ys", uses: [first] },
      ]),
      "told: A use can be given to one code only.",
    );
    assert.equal(refusedIn([{ id: "xs", uses: [{ ...first, key: "1 lund.md" }] }]), "moved: trust");
    assert.equal(
      refusedIn([{ id: "xs", uses: [first, second] }], "replaced"),
      "told: 1 use of trust would be left. Give each to one of the new codes, or keep trust.",
    );
    assert.match(refusedIn([{ id: "xs", uses: [] }]), /^problems: The code xs is used by no extract/);
    assert.equal(refusedIn([{ id: "xs", uses: [] }], "wider", "c:none"), "unknown: none");
  });

  it("loses no use, takes nothing else away, and merging what was split gives the same uses", () => {
    const uses = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        uses,
        fc.constantFrom<Rest>("wider", "beside"),
        fc.constantFrom("\n", "\r\n"),
        (owners, rest, eol) => {
          const before = { "codebook.md": codebook.replaceAll("\n", eol), "lund.md": lund.replaceAll("\n", eol) };
          const review = reviewOf(before);
          const all = usesOfCode(review, "c:trust");
          const ids = [...new Set(owners.filter((owner) => owner >= 0))];
          const into = ids.map((id) => ({ id: `part-${id}`, uses: all.filter((_, at) => owners[at] === id) }));
          const { outcome } = splitCode(review, "c:trust", { into, rest, anyway: true });
          if (into.length === 0) return assert.ok(isRefusal(outcome));
          let now = reviewOf(filesAfter(review, outcome));
          const names = ["c:trust", ...into.map(({ id }) => `c:${id}`)];
          assert.deepEqual(said(now, names), said(review, ["c:trust"]));
          for (const { id, uses: own } of into) assert.equal(usesOfCode(now, `c:${id}`).length, own.length);
          for (const { id } of into) {
            const back = mergeCodes(now, "c:trust", `c:${id}`, { anyway: true });
            now = reviewOf(filesAfter(now, back.outcome));
          }
          assert.deepEqual(said(now, ["c:trust"]), said(review, ["c:trust"]));
          assert.equal(now.text("lund.md"), before["lund.md"]);
        },
      ),
      runs(30),
    );
  });
});
