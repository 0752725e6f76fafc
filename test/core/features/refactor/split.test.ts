import assert from "node:assert/strict";
import { isRefusal } from "../../../../src/core/features/edit.ts";
import { type HowToSplit, partsToSplit, retire, splitOff } from "../../../../src/core/features/refactor.ts";
import { type Files, reviewOf, sourceFile } from "../../reviews.ts";
import { filesAfter, record } from "../editing.ts";
import { newsIn } from "./news.ts";

const old =
  "## CMOC TR1: One\n\n- status: supported\n- theme: A / B\n- theory: PT1\n- **C:** a place\n- **M:** trust\n- **M:** habit [@lund2010#e3]\n  - supports: @moreau2005#e1\n- **O:** peace\n- supports: @lund2010#e1 (M2), @moreau2005#e2\n- refutes: @lund2010#e2 (O) — once\n";
const lund = sourceFile(
  "lund2010",
  "## Extract e1\n\n> Here they met.\n\n- at: p. 1\n- supports: TR1 (M1)\n\n## Extract e2\n\n> There they met.\n\n- at: p. 2\n- supports: TR1 (C, M2) — as they say\n\n## Extract e3\n\n> They all met.\n\n- at: p. 3\n- supports: TR1\n",
);
const moreau = sourceFile(
  "moreau2005",
  "## Extract e1\n\n> No.\n\n- at: p. 1\n\n## Extract e2\n\n> Yes.\n\n- at: p. 1\n- refines: TR1 (C)\n",
);
const against = { extract: "x:lund2010#e2", stance: "refutes" } as const;
const rest = [against, { extract: "x:moreau2005#e2", stance: "refines" }] as const;
const files: Files = {
  "a.md": `${old}\n## CMOC TR2\n\n- **C:** x\n- supports: @lund2010#e1\n`,
  "lund.md": lund,
  "moreau.md": moreau,
  "t.md": "# Theory PT1\n\n- configurations: TR1–TR2\n\n## Demi-regularity D1\n\n- configurations: TR1 — often\n",
};

function split(how: Partial<HowToSplit>, of: Files = files): Files {
  const review = reviewOf(of);
  const all = { title: "Habit", taken: [2], shared: [0, 3], links: [], keep: false, ...how };
  const { outcome, notes } = splitOff(review, record(review, "TR1"), all);
  assert.deepEqual(notes, []);
  const after = filesAfter(review, outcome);
  if (!how.anyway) assert.deepEqual(newsIn(of, after, { TR3: "TR1" }), []);
  return after;
}

describe("splitting a configuration", () => {
  it("lists what can be taken: bullets, with what stands under them", () => {
    const review = reviewOf(files);
    const parts = partsToSplit(review, record(review, "TR1"));
    assert.deepEqual(
      parts.map(({ label, words, slots }) => `${label} ${words} ${slots.join()}`),
      ["C a place 0", "M trust 1", "M habit [@lund2010#e3] · @moreau2005#e1 2", "O peace 3"],
    );
  });

  it("gives slots and evidence to a new one, and says on both where it came from", () => {
    const links = [{ extract: "x:moreau2005#e2", stance: "refines" }, against] as const;
    const after = split({ links, memo: { date: "2026-01-02", reason: "Two things." } });
    assert.equal(
      after["a.md"],
      "## CMOC TR1: One\n\n- status: supported\n- theme: A / B\n- theory: PT1\n- **C:** a place\n- **M:** trust\n- **O:** peace\n- supports: @moreau2005#e2\n- refutes: @lund2010#e2 (O) — once\n- note: [[TR3]] was split off\n\n" +
        "## CMOC TR3: Habit\n\n- status: candidate\n- theme: A / B\n- **C:** a place\n- **M:** habit [@lund2010#e3]\n  - supports: @moreau2005#e1\n- **O:** peace\n- theory: PT1\n- supports: @lund2010#e1 (M)\n- refutes: @lund2010#e2 (O) — once\n- specialises: TR1\n\n" +
        "## CMOC TR2\n\n- **C:** x\n- supports: @lund2010#e1\n",
    );
    assert.match(
      after["lund.md"] ?? "",
      /p\. 1\n- supports: TR1 \(M\)\n/,
      "the only mechanism that is left has no number",
    );
    assert.match(after["lund.md"] ?? "", /p\. 2\n- supports: TR1 \(C\) — as they say\n/);
    assert.match(after["moreau.md"] ?? "", /- refines: TR1 \(C\), TR3 \(C\)\n$/, "a slot of both");
    assert.match(
      after["t.md"] ?? "",
      /- configurations: TR1–TR2, TR3\n[\s\S]*- configurations: TR1 — often\n- configurations: TR3\n/,
    );
    assert.equal(
      after["memos.md"],
      "## Memo 2026-01-02: TR3 was split off TR1\n\n- about: TR1, TR3\n- kind: decision\n\nTwo things.\n",
    );
  });

  it("leaves links that fit as they are, and ranges beside them", () => {
    const three =
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n- **M:**\n  - resource: a desk\n  - reasoning: they sit\n- **O:** peace\n- **O:** calm\n";
    const links = "- supports: TR1–TR2 (M)\n- refutes: TR1 (C, O2) — once\n- refines: TR1 (M, O) — as they say, TR2\n";
    const of: Files = {
      "a.md": `${three}\n## CMOC TR2\n\n- **C:** x\n- **M:** y\n`,
      "l.md": sourceFile("lund2010", `## Extract e1\n\n> Here.\n\n- at: p. 1\n${links}`),
    };
    const review = reviewOf(of);
    const labels = partsToSplit(review, record(review, "TR1")).map(({ label, words }) => `${label} ${words}`);
    assert.equal(labels[4], "O calm");
    const how = { title: "New", taken: [4], shared: [0, 1, 2], links: [], keep: false, anyway: true };
    const after = filesAfter(review, splitOff(review, record(review, "TR1"), how).outcome)["l.md"] ?? "";
    const same = links.replace(" (C, O2)", " (C)");
    assert.equal(after.split("p. 1\n")[1], same);
    const chosen = { ...how, links: [{ extract: "x:lund2010#e1", stance: "refines" } as const] };
    const copied = filesAfter(review, splitOff(review, record(review, "TR1"), chosen).outcome)["l.md"] ?? "";
    assert.equal(copied.split("p. 1\n")[1], `${same}- refines: TR3 (M, O) — as they say, TR2\n`);
  });

  it("copies evidence where the old one is to keep it", () => {
    const links = [
      { extract: "x:lund2010#e3", stance: "supports" },
      { extract: "x:lund2010#e2", stance: "supports" },
      against,
    ] as const;
    const kept = split({ links, keep: true, shared: [0, 3] });
    assert.match(kept["lund.md"] ?? "", /p\. 3\n- supports: TR1, TR3\n/);
    assert.match(
      kept["lund.md"] ?? "",
      /- supports: TR3 \(C, M\) — as they say\n- supports: TR1 \(C\) — as they say\n/,
    );
    assert.match(split({ links: [...links.slice(0, 1), ...rest] })["lund.md"] ?? "", /p\. 3\n- supports: TR3\n/);
  });

  it("lets what names slots below others, and beside the id in other records, name them as they are counted then", () => {
    const of: Files = {
      "k.md": sourceFile("k1", "## Extract e1\n\n> W.\n"),
      "a.md":
        "## CMOC TR1\n\n- C: c1\n- C: c2\n- C: c3\n- M: m1\n- M: m2\n  - from: C2\n  - supports: @k1#e1 (C2, M) — so\n- O: o\n  - from: M1, M2\n- leads to: TR1 (C3) — again\n\n",
      "b.md":
        "## CMOC TR2\n\n- C: c\n- leads to: TR1 (C2), TR1 (C), TR1\n- rival of: [TR1](a.md#cmoc-tr1) [C1, C2], TR2\n- moderates: [TR1](a.md#cmoc-tr1) (C1) — yes\n- specialises: TR1–TR2 (C2)\n\n# Theory PT1\n\n- configurations: TR1 (C3) — mostly\n\n## Memo m1\n\n- about: TR1 (C2)\n\nOn TR1 (C2).\n",
    };
    const how = { taken: [0, 3], shared: [5], anyway: true };
    const after = split(how, of);
    assert.equal(
      after["a.md"],
      "## CMOC TR1\n\n- C: c2\n- C: c3\n- M: m2\n  - from: C1\n  - supports: @k1#e1 (C1, M) — so\n- O: o\n  - from: M\n- leads to: TR1 (C2) — again\n- note: [[TR3]] was split off\n\n" +
        "## CMOC TR3: Habit\n\n- status: candidate\n- C: c1\n- M: m1\n- O: o\n  - from: M\n- specialises: TR1\n\n",
    );
    assert.equal(
      after["b.md"],
      "## CMOC TR2\n\n- C: c\n- leads to: TR1 (C1), TR1 (C), TR1\n- rival of: [TR1](a.md#cmoc-tr1) [C1], TR3 (C), TR2\n- moderates: [TR3](a.md#cmoc-tr3-habit) (C) — yes\n- specialises: TR1 (C1), TR2 (C2)\n\n# Theory PT1\n\n- configurations: TR1 (C2) — mostly\n- configurations: TR3\n\n## Memo m1\n\n- about: TR1 (C1)\n\nOn TR1 (C2).\n",
    );
    const two = "## CMOC TR1\n\n- C: c1\n- C: c2\n- M: m1\n  - from: C1\n- M: m2\n  - from: C2\n- O: o\n";
    const apart = split({ taken: [1, 3], shared: [4], anyway: true }, { "a.md": two })["a.md"] ?? "";
    assert.match(
      apart,
      /TR1\n\n- C: c1\n- M: m1\n {2}- from: C\n- O: o\n[\s\S]*- C: c2\n- M: m2\n {2}- from: C\n- O: o\n/,
    );
    // What neither of the two would say any more is no split's to leave out.
    const refused = (taken: readonly number[], text: string, other = ""): string => {
      const review = reviewOf({ "a.md": text, "b.md": other });
      const all = { title: "", taken, shared: [4], links: [], keep: false, anyway: true };
      const { outcome } = splitOff(review, record(review, "TR1"), all);
      return isRefusal(outcome) ? String(outcome.data.words) : "done";
    };
    assert.match(refused([1, 2], two), /^“from: C[12]” under M of TR1 names a slot that only the other/);
    assert.match(refused([0, 2], two.replace("from: C2", "from: C<!-- say -->2")), /^“from: C2” under M of TR1/);
    assert.equal(refused([0, 2], two.replace("from: C2", "from: C")), "done");
    const cell = "# Theory PT1\n\n- configurations: TR1 (C<!-- x -->2)\n";
    assert.match(refused([0, 2], two, cell), /^PT1 names slots of a configuration in “TR1 \(C/);
  });

  it("refuses what would leave a problem or nothing, with the reason", () => {
    const refused = (how: Partial<HowToSplit>, of: Files = files): string => {
      const review = reviewOf(of);
      const all = { title: "", taken: [2], shared: [0, 3], links: [], keep: false, ...how };
      const { outcome } = splitOff(review, record(review, "TR1"), all);
      return isRefusal(outcome) ? `${outcome.refused}: ${String(outcome.data.words)}` : "done";
    };
    assert.match(refused({ shared: [0] }), /^problems: TR3 has no outcome/);
    assert.match(refused({ taken: [] }), /^told: Choose what/);
    assert.match(refused({ taken: [0, 1, 2, 3], shared: [] }), /^told: TR1 would have nothing left/);
    assert.match(refused({ taken: [9] }), /^told: Choose/);
    assert.match(
      refused({}, { "a.md": "## CMOC TR1\n\nWhen a (C), b (M), c (O).\n" }),
      /^told: TR1 is not written in fields/,
    );
    assert.equal(refused({ shared: [0], anyway: true }), "done");
  });

  it("does not answer for evidence against the old one with its note", () => {
    const bare = { ...files, "a.md": (files["a.md"] ?? "").replace(" — once", "") };
    assert.doesNotMatch(split({ links: rest }, bare)["a.md"] ?? "", /split off/);
  });
});

describe("retiring a configuration", () => {
  const retired = (of: Files, how = {}): Files => {
    const review = reviewOf(of);
    const { outcome } = retire(review, record(review, "TR1"), { reason: "nobody  says so", ...how });
    const after = filesAfter(review, outcome);
    assert.deepEqual(newsIn(of, after), []);
    return after;
  };

  it("keeps it and its evidence, and lets theories note it instead of holding it", () => {
    const after = retired(files, { memo: { date: "2026-01-02", reason: "Nothing bears it." } });
    assert.match(
      after["a.md"] ?? "",
      /^## CMOC TR1: One\n\n- status: retired — nobody says so\n[\s\S]*- note: status before: supported\n/,
    );
    assert.equal(after["lund.md"], lund);
    assert.equal(
      after["t.md"],
      "# Theory PT1\n\n- configurations: TR2\n- note: TR1 was retired\n\n## Demi-regularity D1\n\n- note: TR1 was retired; often\n",
    );
    assert.match(after["memos.md"] ?? "", /^## Memo 2026-01-02: TR1 was retired\n\n- about: TR1\n/);
    const review = reviewOf(files);
    assert.deepEqual(retire(review, record(review, "TR1"), { reason: "x" }).notes, [
      "4 extracts bear on nothing else now.",
    ]);
  });

  it("tells how many extracts bear on nothing else in use: no theory, row or configuration that still stands", () => {
    const told = (other: string, links = "TR1, TR2"): readonly string[] => {
      const review = reviewOf({
        "a.md": `## CMOC TR1\n\n- **C:** x\n\n${other}`,
        "l.md": sourceFile("lund2010", `## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: ${links}\n`),
      });
      return retire(review, record(review, "TR1"), { reason: "x" }).notes;
    };
    const one = ["1 extract bears on nothing else now."];
    const other = "## CMOC TR2\n\n- status: candidate\n- **C:** y\n";
    assert.deepEqual(told(other), []);
    assert.deepEqual(told(other.replace("candidate", "retired")), one);
    assert.deepEqual(told(other.replace("candidate", "merged")), one);
    assert.deepEqual(told("## Demi-regularity D1\n\n- kind: pattern\n", "TR1, D1"), []);
    assert.deepEqual(told("", "TR1"), one);
    const row =
      "# Rows\n\n| Context | Mechanism | Outcome | Evidence | Status |\n|---|---|---|---|---|\n| a | b | c | @lund2010#e1 | candidate |\n";
    assert.deepEqual(told(row, "TR1"), []);
    assert.deepEqual(told(row.replace("candidate", "retired"), "TR1"), one);
  });

  it("asks before it leaves a theory that speaks of it, and refuses without a reason", () => {
    const spoken = { ...files, "t.md": "# Theory PT1\n\nSee [[TR1]].\n" };
    const review = reviewOf(spoken);
    const { outcome } = retire(review, record(review, "TR1"), { reason: "x" });
    assert.ok(isRefusal(outcome) && outcome.refused === "problems" && /PT1 names TR1/.test(String(outcome.data.words)));
    assert.ok(!isRefusal(retire(review, record(review, "TR1"), { reason: "x", anyway: true }).outcome));
    const empty = retire(review, record(review, "TR1"), { reason: " " }).outcome;
    assert.ok(isRefusal(empty) && empty.refused === "told");
  });
});
