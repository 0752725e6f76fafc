import assert from "node:assert/strict";
import { completion } from "../../../../src/core/features/completion.ts";
import { cursorIn } from "../places.ts";
import { labels, offered, taken } from "./offered.ts";

const TR9 = "## CMOC TR9: Nine\n\n- C: x\n- M: y\n- O1: z\n- theme: Trust / Early\n";
const E1 = "---\ncitekey: a1\n---\n\n## Extract e1\n\n> words\n\n";

describe("completion of values", () => {
  it("offers fixed words, and the steps of the review’s own scales", () => {
    assert.deepEqual(labels(`${TR9}- status: ¦`), [
      "candidate",
      "supported",
      "refined",
      "refuted",
      "merged",
      "retired",
    ]);
    assert.equal(taken(`${TR9}- status: can¦didate — why\n`, "refuted"), `${TR9}- status: refuted — why\n`);
    assert.deepEqual(
      labels({ "review.yaml": "appraisal: { confidence: [weak, strong] }\n", "a.md": `${TR9}- confidence: ¦` }),
      ["weak", "strong"],
    );
    assert.deepEqual(labels(`${E1}- voice: ¦`), ["author", "participant", "finding"]);
    assert.deepEqual(labels("## CMOC TR9\n\n- C: x\n  - layer: mi¦").slice(4), ["micro", "meso", "macro"]);
    assert.deepEqual(labels(`${TR9}- status:\n  - ¦`).slice(0, 2), ["candidate", "supported"]);
  });

  it("offers no words where a reason is given", () => {
    assert.deepEqual(labels(`${TR9}- status: candidate — ¦`), []);
    assert.deepEqual(labels(`${TR9}- leads to: TR1 - since ¦`), []);
    assert.deepEqual(labels(`${TR9}- leads to: TR1 — since; ¦`), ["TR1", "TR2"]);
  });

  it("offers records of the kind that the field takes, with their titles, but not the record itself", () => {
    assert.deepEqual(labels(`${TR9}- leads to: ¦`), ["TR1", "TR2"]);
    assert.deepEqual(labels(`${TR9}- leads to: TR1, ¦`), ["TR2"]);
    assert.equal(taken(`${TR9}- leads to: TR1, T¦\n`, "TR2"), `${TR9}- leads to: TR1, TR2\n`);
    const [first] = offered(`${TR9}- theory: ¦`);
    assert.deepEqual(
      { ...first, edit: undefined, sortText: undefined },
      {
        label: "PT1",
        kind: "record",
        detail: "Trust",
        about: { record: "r:pt1" },
        filterText: "PT1 Trust",
        edit: undefined,
        sortText: undefined,
      },
    );
    assert.deepEqual(labels(`${E1}- refutes: ¦`), ["TR1", "TR2", "PT1"]);
    assert.deepEqual(labels(`${E1}- supports:\n  - ¦`), ["TR1", "TR2", "PT1"]);
    assert.deepEqual(labels("## Memo m1\n\n- about: ¦"), ["TR1", "TR2", "PT1", "Code shared-history"]);
    assert.deepEqual(labels("## Code c1\n\n- parent: ¦"), ["shared-history"]);
  });

  it("offers TR2 before TR10", () => {
    const more = "## CMOC TR10\n\n- C: x\n";
    assert.deepEqual(labels({ "b.md": more, "a.md": `${TR9}- leads to: ¦` }), ["TR1", "TR2", "TR10"]);
  });

  it("offers configurations without a title by the words that the tree has for them", () => {
    const head = "| ID | Context | Outcome |\n|-|-|-|\n";
    const long = `${"tenants wait ".repeat(20)}| o |`;
    const rows = `${head}| TR3 | tenants’ *asking* for years | a |\n| TR4: Said so | x | b |\n| TR1 | restated | c |\n| TR5 | ${long}\n\n`;
    const words = (label: string, items: ReturnType<typeof offered>): readonly (string | undefined)[] => {
      const item = items.find((each) => each.label === label);
      return [item?.detail, item?.filterText];
    };
    const items = offered({ "0.md": rows, "b.md": "## CMOC TR6\n\n- C: they meet\n", "a.md": `${TR9}- leads to: ¦` });
    assert.deepEqual(words("TR3", items), ["tenants’ asking for years", "TR3 tenants’ asking for years"]);
    assert.deepEqual(words("TR4", items), ["Said so", "TR4 Said so"]);
    assert.deepEqual(words("TR1", items), ["One", "TR1 One"]);
    assert.deepEqual(words("TR6", items), ["they meet", "TR6 they meet"]);
    assert.match(items.find(({ label }) => label === "TR5")?.detail ?? "", /^(tenants wait ){5}.{80,99}…$/);
  });

  it("reads no record again whose words stand in its heading", () => {
    const headed = Array.from({ length: 20 }, (_, n) => `## CMOC AB${n}: A title\n\n- **C:** it’s *so*\n\n`).join("");
    const { review, uri, offset } = cursorIn({ "a.md": `${headed}## CMOC XY1: Two\n\n- C: x\n- leads to: ¦` });
    for (const { home } of review.placed(uri)) home.recent.of = () => assert.fail("a record was read again");
    assert.equal(completion(review, uri, offset).length, 20);
  });

  it("offers the slots of the configuration in brackets, and under `from`", () => {
    assert.deepEqual(labels(`${TR9}- supports: @okafor2014#e4 (¦`), ["C", "M", "O", "O1"]);
    assert.deepEqual(labels(`${TR9}- supports: @okafor2014#e4 (C, ¦)`), ["C", "M", "O", "O1"]);
    assert.deepEqual(labels(`${E1}- supports: TR2 (¦)`), ["C"]);
    const four = { "b.md": "## CMOC 4\n\n- C: x\n- O2: y\n", "a.md": `${E1}- supports: TR1, 4 (¦` };
    assert.deepEqual(labels(four), ["C", "O", "O2"]);
    assert.deepEqual(labels("## CMOC TR9\n\n- C: x\n- M: y\n  - from: ¦"), ["C", "M"]);
  });

  it("offers codes behind the role of a coding line", () => {
    assert.equal(taken(`${E1}- C ¦`, "shared-history"), `${E1}- C shared-history: `);
    assert.equal(taken(`${E1}- code sh¦: “x”\n`, "shared-history"), `${E1}- code shared-history: “x”\n`);
    assert.deepEqual(labels(`${TR9}- C ¦`).includes("shared-history"), false);
  });

  it("offers themes, people and roles that there are", () => {
    assert.deepEqual(labels({ "b.md": TR9, "a.md": "## CMOC X1\n\n- theme: ¦" }), ["Trust / Early"]);
    assert.deepEqual(labels({ "review.yaml": "coders: { JA: Jo, RM: '' }\n", "a.md": `${E1}- coder: ¦` }), [
      "JA",
      "RM",
    ]);
    assert.deepEqual(labels("## Code c1\n\n- role: ¦"), ["C", "M", "O"]);
  });

  it("offers `none found` beside the evidence for counterexamples", () => {
    assert.ok(labels("## Theory T1\n\n- counterexamples: ¦").includes("none found"));
  });
});
