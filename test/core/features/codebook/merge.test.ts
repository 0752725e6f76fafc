import assert from "node:assert/strict";
import { mergeCodes } from "../../../../src/core/features/codebook.ts";
import { isRefusal } from "../../../../src/core/features/edit.ts";
import { type Files, reviewOf, sourceFile } from "../../reviews.ts";
import { filesAfter } from "../editing.ts";
import { newsIn } from "../refactor/news.ts";

const codebook =
  "# Codebook\n\n## Code trust: Trust\n\n- role: M\n- definition: partners rely on each other.\n- parent: faith\n\n## Code faith\n\n- parent: belief\n\n## Code reliance\n\n- definition: they expect help\n- retired: 2020\n\n## Code belief\n\n- role: C\n- note: see [[Code reliance]]\n\n## Code narrow\n\n- parent: reliance\n";
const lund = sourceFile(
  "lund2010",
  '## Extract e1\n\n> Here they met and relied on each other.\n\n- at: p. 1\n- M trust: "relied"\n- M reliance: "relied"\n- C reliance: "met"\n- code reliance (RM)\n- coder: JA\n- M reliance: "relied", "each other" (RM)\n- M reliance: "relied" <!-- hm -->\n- parked: later\n\n## Extract e2\n\n> No.\n\n- at: p. 2\n- **M reliance:** "No"\n- parked: later\n',
).replace("code reliance (RM)", "code reliance: (RM)");
const files: Files = {
  "review.yaml": "cmoc: 1\n",
  "codebook.md": codebook,
  "sources/lund.md": lund,
  "theory.md":
    "# Theory PT1: All\n\n- counterexamples: none found\n\nIt is [[Code reliance]], or [Code reliance](codebook.md#code-reliance).\n",
  "log.md": "## Memo 2020-01-01: On codes\n\n- about: Code reliance, Code trust\n",
};

function mergedIn(before: Files, kept = "c:trust", gone = "c:reliance", how = {}): Files {
  const review = reviewOf(before);
  const { outcome } = mergeCodes(review, kept, gone, how);
  const after = filesAfter(review, outcome);
  assert.deepEqual(newsIn(before, after, { [gone.slice(2)]: kept.slice(2) }), []);
  return after;
}

function refusedIn(before: Files, kept: string, gone: string): string {
  const { outcome } = mergeCodes(reviewOf(before), kept, gone);
  assert.ok(isRefusal(outcome), "not refused");
  return `${outcome.refused}: ${String(outcome.data.words ?? outcome.data.id)}`;
}

describe("merging two codes", () => {
  it("is not refused for the hint that a wider code is used by none then", () => {
    const before = {
      "review.yaml": "cmoc: 1\n",
      "codebook.md":
        "## Code trust\n\n- definition: a\n- parent: faith\n\n## Code reliance\n\n- definition: b\n\n## Code faith\n\n- parent: reliance\n- definition: c\n",
      "s.md": sourceFile(
        "lund2010",
        '## Extract e1\n\n> No.\n\n- at: p. 1\n- M trust: "No"\n- M reliance: "No"\n- parked: later\n',
      ),
    };
    const review = reviewOf(before);
    assert.ok(!isRefusal(mergeCodes(review, "c:trust", "c:reliance").outcome));
    const bad = mergeCodes(
      reviewOf({ ...before, "review.yaml": "cmoc: 1\nchecks: { code/unused: error }\n" }),
      "c:trust",
      "c:reliance",
    );
    assert.equal(isRefusal(bad.outcome) && bad.outcome.refused, "problems");
  });

  it("lets all that names the one name the other, and lines that are alike become one", () => {
    const after = mergedIn(files);
    assert.equal(
      after["sources/lund.md"]?.slice(lund.indexOf("## Extract")),
      '## Extract e1\n\n> Here they met and relied on each other.\n\n- at: p. 1\n- M trust: "relied"\n- C trust: "met"\n- code trust: (RM)\n- coder: JA\n- M trust: "relied", "each other" (RM)\n- M trust: "relied" <!-- hm -->\n- parked: later\n\n## Extract e2\n\n> No.\n\n- at: p. 2\n- **M trust:** "No"\n- parked: later\n',
    );
    assert.equal(
      after["codebook.md"],
      "# Codebook\n\n## Code trust: Trust\n\n- role: M\n- definition: partners rely on each other; they expect help\n- parent: faith\n\n## Code faith\n\n- parent: belief\n\n## Code reliance\n\n- definition: they expect help\n- replaced by: trust\n- retired: 2020\n\n## Code belief\n\n- role: C\n- note: see [[Code trust]]\n\n## Code narrow\n\n- parent: trust\n",
    );
    assert.match(
      after["theory.md"] ?? "",
      /\[\[Code trust\]\], or \[Code trust\]\(codebook\.md#code-trust-trust\)\.\n$/,
    );
    assert.equal(after["log.md"], files["log.md"]);
  });

  it("names the code that is kept once where a field named both, and keeps the words beside the other", () => {
    const at = (line: string): string =>
      mergedIn({
        ...files,
        "codebook.md": `${codebook}\n## Code old\n\n- definition: x\n${line}\n`,
      })["codebook.md"]?.split("## Code old\n\n- definition: x\n")[1] ?? "";
    assert.equal(at("- replaced by: reliance, trust"), "- replaced by: trust\n");
    assert.equal(at("- replaced by: trust, reliance, belief"), "- replaced by: trust, belief\n");
    assert.equal(at("- replaced by: reliance, belief"), "- replaced by: trust, belief\n");
    assert.equal(at("- replaced by: reliance"), "- replaced by: trust\n");
    assert.equal(
      at("- replaced by: trust, reliance (of most)"),
      "- replaced by: trust\n- note: replaced by before: (of most)\n",
    );
  });

  it("lets links of coding lines lead to the code that is kept", () => {
    for (const [line, wanted] of [
      ["M [reliance](../codebook.md#code-reliance)", "M [trust](../codebook.md#code-trust-trust)"],
      ["[M reliance](../codebook.md#code-reliance)", "[M trust](../codebook.md#code-trust-trust)"],
      ["**[code reliance](../codebook.md#code-reliance)**", "**[code trust](../codebook.md#code-trust-trust)**"],
    ]) {
      const coded = sourceFile("k", `## Extract e1\n\n> So.\n\n- at: p. 1\n- ${line}: "So"\n- parked: later\n`);
      const after = mergedIn({ ...files, "sources/k.md": coded })["sources/k.md"];
      assert.equal(after, coded.replace(line ?? "", wanted ?? ""));
    }
  });

  it("tells how many lines became one, and writes the reason, who gave it and the definition that is wanted", () => {
    const review = reviewOf(files);
    const memo = { date: "2026-03-02", reason: "They are one.", by: "JA" };
    const { outcome, notes } = mergeCodes(review, "c:trust", "c:reliance", { memo, definition: "Both.\nAll." });
    assert.deepEqual(notes, ["1 use of reliance said what trust says there already, and became one with it."]);
    const after = filesAfter(review, outcome);
    assert.match(after["codebook.md"] ?? "", /- definition: Both\.\n\n {2}All\.\n- parent/);
    assert.equal(
      after["log.md"],
      `${files["log.md"]}\n## Memo 2026-03-02: reliance was merged into trust\n\n- about: Code trust, Code reliance\n- by: JA\n- kind: decision\n\nThey are one.\n`,
    );
    assert.equal([...reviewOf(after).records("memo")][1]?.entity.refs.length, 2);
  });

  it("puts a narrower code that is kept in the place of the wider one", () => {
    const above = mergedIn(files, "c:trust", "c:faith");
    assert.match(
      above["codebook.md"] ?? "",
      /- parent: belief\n\n## Code faith\n\n- parent: belief\n- replaced by: trust/,
    );
    assert.match(
      refusedIn(files, "c:faith", "c:belief"),
      /Without its parent faith would be read as an ordinary heading/,
    );
    const own = { ...files, "codebook.md": codebook.replace("Code faith\n\n", "Code faith\n\n- role: M\n") };
    const top = mergedIn(own, "c:faith", "c:belief");
    assert.match(top["codebook.md"] ?? "", /## Code faith\n\n- role: M\n\n## Code reliance/);
    const deep = mergedIn({ ...files, "sources/lund.md": `${lund}- M faith: "No"\n` }, "c:trust", "c:belief");
    assert.match(deep["codebook.md"] ?? "", /each other\.\n\n## Code faith\n\n- parent: trust\n/);
  });

  it("merges a code that no codebook has, and then nothing names it", () => {
    const own = { ...files, "codebook.md": codebook.replace("## Code reliance", "## Codes"), "log.md": "" };
    const after = mergedIn({ ...own, "log.md": files["log.md"] ?? "" });
    assert.doesNotMatch(Object.values(after).join(""), /reliance/);
    assert.match(refusedIn(own, "c:reliance", "c:trust"), /^told: reliance is not in the codebook\. Add it first/);
  });

  it("refuses what cannot be merged, and says why", () => {
    assert.equal(refusedIn(files, "c:trust", "c:trust"), "told: Choose two codes to merge.");
    assert.equal(refusedIn(files, "c:trust", "c:none"), "unknown: none");
    assert.equal(
      refusedIn(files, "c:reliance", "c:trust"),
      "told: reliance was retired or replaced. Choose one that is still in use.",
    );
    assert.equal(
      refusedIn({ ...files, "more.md": "## Code trust\n\n- role: M\n" }, "c:trust", "c:belief"),
      "ambiguous: trust",
    );
    assert.equal(refusedIn(files, "r:pt1", "c:trust"), "told: Choose a code.");
    // “M resource:” is a role with its qualifier, and no code.
    const resource = { ...files, "codebook.md": `${codebook}\n## Code resource\n\n- role: M\n` };
    assert.equal(refusedIn(resource, "c:resource", "c:trust"), "form: resource");
  });

  it("takes thousands of lines that are alike in one go", () => {
    const lines = (code: string) => `- M ${code}: "relied"\n`.repeat(3000);
    const many = { ...files, "sources/lund.md": `${lund}${lines("reliance")}`.replace("- parked: later\n- M", "- M") };
    const review = reviewOf(many);
    const begun = performance.now();
    const { outcome, notes } = mergeCodes(review, "c:trust", "c:reliance");
    assert.deepEqual(notes, ["3,000 uses of reliance said what trust says there already, and became one with it."]);
    assert.equal([...(filesAfter(review, outcome)["sources/lund.md"]?.matchAll(/M trust/g) ?? [])].length, 5);
    assert.ok(performance.now() - begun < 5000);
  });
});
