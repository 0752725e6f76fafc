import assert from "node:assert/strict";
import { cmoc, count, told } from "./telling.ts";

function activity(...lines: readonly string[]): number {
  return count("wording/activity", { "a.md": cmoc("TR1", ...lines) });
}

describe("wording/activity", () => {
  it("is told of mechanisms that only do something", () => {
    for (const text of [
      "provide training to staff",
      "training for all ward staff",
      "providing leaflets",
      "nurses deliver weekly sessions",
      "staff are trained in the new pathway",
      "a shared record is implemented",
      "setting up a joint board",
      "the programme provides a helpline",
      "implementation of the guideline",
    ])
      assert.equal(activity(`- **M:** ${text}`), 1, text);
  });

  it("is silent where somebody responds, and where the words only look like it", () => {
    for (const text of [
      "synergistic working",
      "collaborative inertia",
      "less conflict",
      "more perceived progress",
      "better initial trust",
      "staff who were trained feel able to speak up",
      "being provided with a choice, people own the plan",
      "trained staff see the early signs",
      "partners count on one another, provided that the terms are kept",
      "they dread being seen helpless again, more than being hurt",
      "partners provide each other with support",
      "partners deliver on what they promised",
      "a train of thought is broken",
      "implementation fatigue",
      "the risk threshold rises",
      "people set themselves goals",
    ])
      assert.equal(activity(`- **M:** ${text}`), 0, text);
  });

  it("is silent where the response stands beside the resource", () => {
    assert.equal(activity("- **M:**", "  - resource: training for staff", "  - reasoning: they feel surer"), 0);
    assert.equal(activity("- **M:** provide training", "  - reasoning: staff feel surer"), 0);
    assert.equal(activity("- **M:** provide training", "  - resource: a manual"), 1);
    assert.equal(activity("- **M1:** provide training", "- **M2:** people gather", "  - reasoning: they trust"), 1);
    assert.equal(
      activity("Where it rains (C), training for staff (Mresource) makes them surer (Mresponse), so they stay (O)."),
      0,
    );
  });

  it("is told of contexts that are activities, and of no others", () => {
    for (const text of ["providing training to ward staff", "implementation of a shared record", "delivering meals"])
      assert.equal(activity(`- **C:** ${text}`), 1, text);
    for (const text of [
      "evaluation carried on throughout",
      "fitting accountability arrangements",
      "training budgets are short",
      "implementation of the policy is mandated",
      "staff deliver care under pressure",
      "people live alone",
    ])
      assert.equal(activity(`- **C:** ${text}`), 0, text);
    assert.equal(activity("- **O:** providing more meals"), 0);
  });
});

describe("wording/plan", () => {
  const plan = (text: string): number => count("wording/plan", { "a.md": cmoc("TR1", `- **O:** ${text}`) });

  it("is told of what is intended", () => {
    for (const text of [
      "to improve patient safety",
      "in order to reduce falls",
      "will be implemented next year",
      "plans to set up a joint board",
      "the programme will reach more people",
      "the aim is better care",
      "a joint board is planned",
      "partners should be trained",
    ])
      assert.equal(plan(text), 1, text);
  });

  it("is silent about what follows", () => {
    for (const text of [
      "more ambitious objectives",
      "higher risk threshold",
      "to a greater extent, partners share what they know",
      "a care plan is agreed",
      "people plan their own care",
      "staff intend to stay longer",
      "people learn whom they should ask",
      "patients will attend more often",
      "people aim higher",
      "outings are given up one at a time",
      "less task achievement",
    ])
      assert.equal(plan(text), 0, text);
    assert.equal(count("wording/plan", { "a.md": cmoc("TR1", "- **C:** to improve safety") }), 0);
  });
});

describe("wording/long", () => {
  it("counts words, not marks", () => {
    const at = (text: string): number => count("wording/long", { "a.md": cmoc("TR1", `- **C:** ${text}`) });
    assert.equal(at("word ".repeat(40)), 0);
    assert.equal(at("word ".repeat(41)), 1);
    assert.equal(at("word — ".repeat(40)), 0);
  });
});

describe("wording/same", () => {
  const at = (...lines: readonly string[]): readonly string[] =>
    told("wording/same", { "a.md": cmoc("TR1", ...lines) });

  it("compares roles without case and punctuation", () => {
    assert.match(at("- **C:** High trust", "- **M:** high trust.")[0] ?? "", /both as context and as mechanism/);
    assert.equal(at("- **M:** high trust", "- **O:** high trust").length, 1);
    assert.equal(at("- **O1:** peace", "- **O2:** peace").length, 0);
    assert.equal(at("- **C:** high trust", "- **M:** trust").length, 0);
    assert.equal(at("- **C:** high trust", "- **M:** High – trust!").length, 1);
    assert.equal(at("- **C:** high trust", "- **M:** hightrust").length, 0);
    assert.equal(at("- **C:** cafés help", "- **M:** cafe\u0301s help").length, 1);
    assert.equal(at("- **C:** cafes help", "- **M:** cafe\u0301s help").length, 0);
  });
});

describe("the wording family", () => {
  it("can be switched off, and spares what was retired", () => {
    const lines = [
      "- **C:** trust",
      "- **M:** trust",
      "- **O:** to improve care",
      `- **M:** provide ${"very ".repeat(45)}`,
    ];
    const all = ["wording/activity", "wording/plan", "wording/long", "wording/same"];
    const at = (manifest: string, ...more: readonly string[]): number =>
      all.reduce(
        (sum, rule) => sum + count(rule, { "review.yaml": manifest, "a.md": cmoc("TR1", ...lines, ...more) }),
        0,
      );
    assert.equal(at("cmoc: 1\n"), 4);
    assert.equal(at("checks: { wording: off }\n"), 0);
    assert.equal(at("checks: { wording/plan: off }\n"), 3);
    assert.equal(at("cmoc: 1\n", "- status: retired"), 0);
  });
});
