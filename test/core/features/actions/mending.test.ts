import assert from "node:assert/strict";
import { Checker, type Problem } from "../../../../src/core/check.ts";
import { type Action, mendAll, problemActions } from "../../../../src/core/features/actions.ts";
import { MENDED_RULES } from "../../../../src/core/features/fixes.ts";
import type { Review } from "../../../../src/core/review.ts";
import { ALL_RULES, ruleOf } from "../../../../src/core/rules/index.ts";
import { explainedRule } from "../../../../src/core/rules/pages.ts";
import { type Files, reviewOf, sourceFile } from "../../reviews.ts";
import { filesAfter, refusal } from "../editing.ts";

interface Checked {
  readonly review: Review;
  readonly problems: readonly Problem[];
}

function checked(files: Files): Checked {
  const review = reviewOf(files);
  const checker = new Checker(review, ALL_RULES);
  checker.update();
  return { review, problems: checker.problems() };
}

function actionsFor(files: Files, rule: string): { readonly review: Review; readonly actions: readonly Action[] } {
  const { review, problems } = checked(files);
  const problem = problems.find((each) => each.rule === rule);
  assert.ok(problem, `no ${rule} among ${problems.map((each) => each.rule).join(", ")}`);
  return { review, actions: problemActions(problem, review) };
}

/** The files after the action with that title. */
function done(files: Files, rule: string, title: string, answer?: string): Files {
  const { review, actions } = actionsFor(files, rule);
  const action = actions.find((each) => each.title === title);
  assert.ok(action, `not offered: ${title}, but ${actions.map((each) => each.title).join(", ")}`);
  return filesAfter(review, action.make(answer));
}

const titles = (files: Files, rule: string): readonly string[] =>
  actionsFor(files, rule).actions.map(({ title }) => title);

describe("quick fixes", () => {
  const theory = "# Theory\n\n## CMOC TRU1\n\n- C: x\n\n## CMOC TRU2\n\n- C: y\n\n## CMOC TRU5\n\n- C: z\n";

  it("pick the near names, and write the missing record after its siblings", () => {
    const files = { "theory.md": theory, "x.md": "## CMOC XY1\n\n- C: x\n- leads to: TRU3\n" };
    assert.deepEqual(titles(files, "ref/unknown"), [
      "Use TRU1",
      "Use TRU2",
      "Use TRU5",
      "Write TRU3 after TRU2 in theory.md",
    ]);
    const after = done(files, "ref/unknown", "Write TRU3 after TRU2 in theory.md");
    assert.equal(after["theory.md"], theory.replace("- C: y\n", "- C: y\n\n## CMOC TRU3\n\n- C:\n- M:\n- O:\n"));
    assert.equal(after["x.md"], files["x.md"]);
    assert.deepEqual(
      checked(after).problems.filter(({ rule }) => rule === "ref/unknown"),
      [],
    );
  });

  it("write it after the highest of its letters where no lower number is near, and where it is referred to when it has no sibling", () => {
    const far = { "theory.md": theory, "x.md": "## CMOC XY1\n\n- C: x\n- leads to: TRU99\n" };
    assert.ok(titles(far, "ref/unknown").includes("Write TRU99 after TRU5 in theory.md"));
    const alone = { "x.md": "## CMOC XY1\n\n- C: x\n- leads to: QQ7\n" };
    assert.deepEqual(titles(alone, "ref/unknown"), ["Write QQ7"]);
    const here = { "theory.md": `${theory}- leads to: TRU6\n` };
    assert.ok(titles(here, "ref/unknown").includes("Write TRU6 after TRU5"));
  });

  it("write the one record that a range misses", () => {
    const files = { "theory.md": theory, "x.md": "## CMOC XY1\n\n- C: x\n- leads to: TRU1–TRU3\n" };
    assert.deepEqual(titles(files, "ref/unknown"), [
      "Leave out what is not there",
      "Write TRU3 after TRU2 in theory.md",
    ]);
  });

  it("do not write a configuration where a theory is meant", () => {
    const files = { "theory.md": theory, "x.md": "## CMOC XY1\n\n- C: x\n- theory: TRU7\n" };
    assert.deepEqual(
      titles(files, "ref/unknown").filter((title) => title.startsWith("Write")),
      ["Write TRU7"],
    );
    const named = { "theory.md": `${theory}- rival of: Theory TRU7\n` };
    assert.deepEqual(
      titles(named, "ref/unknown").filter((title) => title.startsWith("Write")),
      ["Write TRU7"],
    );
    assert.match(done(named, "ref/unknown", "Write TRU7")["theory.md"] ?? "", /## Theory TRU7\n/);
  });

  it("park an extract with the reason that was asked for, or link it", () => {
    const files = { "theory.md": theory, "s.md": sourceFile("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n") };
    const { actions, review } = actionsFor(files, "extract/unlinked");
    assert.deepEqual(
      actions.map(({ title, asks }) => [title, asks?.for, asks?.prompt]),
      [
        ["Link it to a configuration that it supports", "record", "Which configuration does @lund2010#e1 support?"],
        ["Park it with a reason", "reason", "Why is @lund2010#e1 kept with no configuration?"],
      ],
    );
    assert.match(
      done(files, "extract/unlinked", "Park it with a reason", "for\nthe discussion")["s.md"] ?? "",
      /- parked: for the discussion\n/,
    );
    assert.match(
      done(files, "extract/unlinked", "Link it to a configuration that it supports", " TRU2 ")["s.md"] ?? "",
      /- supports: TRU2\n/,
    );
    for (const { make } of actions)
      for (const answer of [undefined, "", "  "]) assert.notEqual(refusal(make(answer)), undefined);
    assert.equal(refusal(actions[0]?.make("TR77") ?? { edits: new Map() }), "unknown");
    review.delete("s.md");
    assert.equal(refusal(actions[1]?.make("why") ?? { edits: new Map() }), "unknown");
  });

  it("fill a slot that is missing or empty with the words that were asked for", () => {
    const supported = "## CMOC TR1: One\n\n- status: supported\n- **C:** a place\n- **M:** trust\n";
    assert.deepEqual(titles({ "a.md": supported }, "cmoc/empty-slot"), ["Fill in the outcome", "Add “Outcome”"]);
    assert.equal(
      done({ "a.md": supported }, "cmoc/empty-slot", "Fill in the outcome", "peace\nand calm")["a.md"],
      `${supported}- **O:** peace and calm\n`,
    );
    const empty = "## CMOC TR1: One\n\n- status: supported\n- **C:** a place\n- **M:**\n- **O:** peace\n";
    assert.equal(
      done({ "a.md": empty }, "cmoc/empty-slot", "Fill in the mechanism", "trust")["a.md"],
      empty.replace("**M:**", "**M:** trust"),
    );
    const table = "| ID | Context | Mechanism | Outcome |\n|-|-|-|-|\n| T1 | a |  | c |\n";
    assert.equal(
      done({ "a.md": table }, "cmoc/empty-slot", "Fill in the mechanism", "trust")["a.md"],
      table.replace("|  | c", "| trust | c"),
    );
    assert.ok(
      !titles({ "a.md": "## CMOC T1\n\nWhen a b (C), c d (M).\n" }, "cmoc/empty-slot").some((title) =>
        title.startsWith("Fill"),
      ),
    );
  });

  it("renumber a duplicate id, add a code to the codebook", () => {
    const twice = { "a.md": "## CMOC TR1: One\n\n- C: x\n\n## CMOC TR1: Two\n\n- C: y\n" };
    assert.match(done(twice, "id/duplicate", "Give the later one the id TR2")["a.md"] ?? "", /CMOC TR2: Two/);
    const coded = {
      "s.md": sourceFile("lund2010", "## Extract e1\n\n> Here.\n\n- C place: “Here”\n- supports: TR1\n"),
    };
    assert.match(
      done(coded, "code/unknown", "Add place to the codebook")["codebook.md"] ?? "",
      /## Code place\n\n- role: C/,
    );
  });

  it("are offered for every rule that says it has a fix, in sentence case, one of them preferred at most", () => {
    for (const rule of MENDED_RULES) {
      const { review, problems } = checked(explainedRule(rule)?.fires ?? {});
      for (const problem of problems.filter((each) => each.rule === rule)) {
        const actions = problemActions(problem, review);
        assert.ok(actions.filter(({ preferred }) => preferred).length <= 1);
        for (const action of actions) {
          assert.match(action.title, /^\p{Lu}[^\n]*[^.]$/u);
          assert.equal(action.problem, problem);
          if (!action.asks) assert.equal(refusal(action.make()), undefined, `${rule}: ${action.title}`);
        }
      }
    }
  });
});

describe("mending all problems of a rule", () => {
  const all = (files: Files, rule: string): Files | undefined => {
    const { review, problems } = checked(files);
    const action = mendAll(rule, problems, review);
    return action && filesAfter(review, action.make());
  };

  it("mends near labels and values in every file", () => {
    const files = {
      "a.md": "## CMOC TR1\n\n- C: x\n- statsu: candidate\n\n## CMOC TR2\n\n- C: x\n- Statsu: refined\n",
      "b.md": "## CMOC TR3\n\n- C: x\n- statsu: refined\n",
    };
    const { review, problems } = checked(files);
    const action = mendAll("field/unknown", problems, review);
    assert.equal(action?.title, `${ruleOf("field/unknown")?.fix?.title} everywhere`);
    assert.equal(action?.kind, "mend all");
    const after = all(files, "field/unknown");
    assert.equal(after?.["a.md"], files["a.md"].replace("statsu", "status").replace("Statsu", "Status"));
    assert.equal(after?.["b.md"], files["b.md"].replace("statsu", "status"));
    assert.deepEqual(
      checked(after ?? {}).problems.filter(({ rule }) => rule === "field/unknown"),
      [],
    );
  });

  it("adds every unknown code once, to a codebook that is there or to one to be made", () => {
    const coded = sourceFile(
      "lund2010",
      "## Extract e1\n\n> Here.\n\n- C place: “Here”\n- code time:\n- code place:\n- parked: x\n",
    );
    const fresh = all({ "s.md": coded }, "code/unknown") ?? {};
    assert.equal(fresh["codebook.md"], "## Code place\n\n- role: C\n- definition:\n\n## Code time\n\n- definition:\n");
    const there =
      all({ "s.md": coded, "codes.md": "# Codes\n\n## Code other: O\n\n- role: C\n" }, "code/unknown") ?? {};
    assert.match(there["codes.md"] ?? "", /## Code place\n[^#]*\n\n## Code time\n/);
    for (const after of [fresh, there])
      assert.deepEqual(
        checked(after).problems.filter(({ rule }) => rule === "code/unknown"),
        [],
      );
  });

  it("mends what is safe, and leaves alone what a person has to look at", () => {
    const swallowed =
      "## CMOC TR1\n\n- note: x\nWhen a b (C), c d (M).\n\n## CMOC TR2\n\n- note: x\nWhen a b (C), c d (M).\n";
    assert.deepEqual(
      checked(all({ "a.md": swallowed }, "cmoc/swallowed") ?? {}).problems.filter(
        ({ rule }) => rule === "cmoc/swallowed",
      ),
      [],
    );
    const twice = { "a.md": "## CMOC TR1\n\n- C: x\n\n## CMOC TR1\n\n- C: y\n" };
    assert.equal(all(twice, "id/duplicate"), undefined);
    assert.equal(all({ "a.md": "## CMOC TR1\n\n- C: x\n- statsu: refined\n" }, "field/unknown"), undefined);
    assert.equal(all({}, "field/unknown"), undefined);
  });

  it("is offered where it mends two problems at least", () => {
    const bullets = (...lines: readonly string[]): Files => ({
      "a.md": lines.map((line, at) => `## CMOC TR${at + 1}\n\n- C: x\n- ${line}\n`).join("\n"),
    });
    const offered = (rule: string, ...lines: readonly string[]): boolean => {
      const { review, problems } = checked(bullets(...lines));
      assert.equal(problems.filter((each) => each.rule === rule).length, lines.length, lines.join());
      return mendAll(rule, problems, review) !== undefined;
    };
    assert.equal(offered("field/value", "confidence: perhaps", "confidence: rather so"), false);
    assert.equal(offered("field/value", "confidence: perhaps", "status: suported"), false);
    assert.equal(offered("field/value", "confidence: perhaps", "status: suported", "status: suported"), true);
    const many = Array.from({ length: 300 }, () => "confidence: perhaps");
    assert.equal(offered("field/value", ...many), false);
    assert.equal(offered("field/value", "status: suported", "status: suported", ...many), true);
  });
});
