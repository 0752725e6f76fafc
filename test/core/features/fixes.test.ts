import assert from "node:assert/strict";
import type { Problem } from "../../../src/core/check.ts";
import { type Fix, fixesOf, fixOf, MENDED_RULES, Mending, safeFixes } from "../../../src/core/features/fixes.ts";
import { linkEdits } from "../../../src/core/features/links.ts";
import { exampleProofs } from "../../../src/core/proof/examples.ts";
import type { Review } from "../../../src/core/review.ts";
import { ruleOf } from "../../../src/core/rules/index.ts";
import { EXPLAINED_RULES } from "../../../src/core/rules/pages.ts";
import { applyEdits } from "../../../src/core/text.ts";
import { type Files, reviewOf, sourceFile } from "../reviews.ts";
import { checked, checkedWithTexts } from "../rules/telling.ts";
import { filesOf } from "./editing.ts";

function applied(review: Review, fix: Fix): Files {
  return { ...filesOf(review), [fix.uri]: applyEdits(review.text(fix.uri) ?? "", fix.edits) };
}

const same = (problem: Problem): string => `${problem.rule} ${problem.uri} ${JSON.stringify(problem.data)}`;

function count(problems: readonly Problem[], one: string): number {
  return problems.filter((problem) => same(problem) === one).length;
}

const mending = (review: Review, files: Files): Mending => new Mending(review, exampleProofs(review, files));

/** Every fix of the problems of a rule: each makes its problem go away and brings no error. Gives their number. */
function assertMends(files: Files, rule: string): number {
  const review = reviewOf(files);
  const problems = checkedWithTexts(review, files);
  let fixes = 0;
  for (const problem of problems.filter((each) => each.rule === rule)) {
    for (const fix of fixesOf(problem, review, mending(review, files))) {
      fixes++;
      assert.match(fix.title, /^\p{Lu}[^\n]{3,60}[^.]$/u);
      assert.equal(fix.rule, rule);
      assert.equal(fix.safe, ruleOf(rule)?.fix?.safe, "safe as the rule says");
      const after = checkedWithTexts(reviewOf(applied(review, fix)), files);
      assert.ok(count(after, same(problem)) < count(problems, same(problem)), `${rule}: “${fix.title}” leaves it`);
      const errors = after.filter(({ level }) => level === "error").map(same);
      const before = problems.filter(({ level }) => level === "error").map(same);
      assert.deepEqual(
        errors.filter((each) => !before.includes(each)),
        [],
        `${rule}: “${fix.title}”`,
      );
    }
  }
  return fixes;
}

/** For rules whose own example shows a problem that only a person can mend. */
const MENDABLE: { readonly [rule: string]: Files } = {
  "field/value": { "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- status: suported\n" },
  "ref/in-reason": {
    "a.md":
      "## CMOC TR1\n\n- **C:** a\n- leads to: TR2 — seen often, TR3\n\n## CMOC TR2\n\n- **C:** b\n\n## CMOC TR3\n\n- **C:** c\n",
  },
  "theory/retired-cmoc": {
    "a.md":
      "# Theory PT1\n\n- configurations: TR1\n\n## CMOC TR1\n\n- status: merged\n- merged into: TR2\n- **C:** a\n\n## CMOC TR2\n\n- **C:** b\n",
  },
  "cmoc/no-evidence": {
    "a.md": "# Groups\n\n| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR1 | a | b | c |\n",
  },
  "cmoc/duplicate": {
    "a.md":
      "## CMOC TR1\n\n- **C:** a\n- **M:** b\n- **O:** c\n\n# Overview\n\n| Context | Mechanism | Outcome |\n|---|---|---|\n| a | b | c |\n",
  },
  "extract/no-locator": {
    "lund.md": sourceFile("lund2010", "## Extract e1\n\n> They met.\n\n- parked: x\n").replace(
      "\n---\n\n",
      "\nfirst page: 7\n---\n\n",
    ),
    "texts/lund2010.txt": "They came.\n\fThey met.\n",
  },
  "cmoc/no-theory": {
    "a.md":
      "# Theory PT1\n\n- stage: initial\n\n## CMOC TR1\n\n- status: supported\n- **C:** a\n- **M:** b\n- **O:** c\n",
  },
};

describe("the fixes of the rules", () => {
  for (const rule of EXPLAINED_RULES) {
    it(rule.fix ? `mend ${rule.id}` : `are none of ${rule.id}`, () => {
      assert.equal(MENDED_RULES.includes(rule.id), rule.fix !== undefined, "fixes.ts and the rule's `fix` disagree");
      const own = assertMends(rule.fires, rule.id);
      const other = MENDABLE[rule.id];
      if (other) assert.equal(own, 0, "its own example can be mended");
      if (rule.fix) assert.ok((other ? assertMends(other, rule.id) : own) > 0, "no fix");
      else assert.equal(own, 0);
    });
  }

  it("refuse when the text has moved on", () => {
    for (const rule of EXPLAINED_RULES.filter((each) => each.fix)) {
      const files = MENDABLE[rule.id] ?? rule.fires;
      const review = reviewOf(files);
      const problems = checkedWithTexts(review, files).filter((each) => each.rule === rule.id);
      const emptied = reviewOf(
        Object.fromEntries(Object.keys(files).map((path) => [path, path === "review.yaml" ? "cmoc: 1\n" : ""])),
      );
      const moved = reviewOf(
        Object.fromEntries(
          Object.entries(files).map(([path, text]) => [path, path.endsWith(".md") ? `x\n\ny${text}` : `#\n${text}`]),
        ),
      );
      for (const problem of problems) {
        assert.deepEqual(fixesOf(problem, emptied, mending(emptied, files)), [], rule.id);
        for (const fix of fixesOf(problem, moved, mending(moved, files))) applied(moved, fix);
      }
    }
  });
});

/** The text of the one document after the first (or nth) fix of the first problem of a rule. */
function mended(files: Files, rule: string, nth = 0): string | undefined {
  const review = reviewOf(files);
  const problem = checked(review).find((each) => each.rule === rule);
  assert.ok(problem, `no ${rule}`);
  const fix = fixesOf(problem, review)[nth];
  return fix && applied(review, fix)[fix.uri];
}

const C = "- **C:** x\n";

describe("a fix", () => {
  it("of an unknown reference offers near names, then to write it", () => {
    const files = { "a.md": `## CMOC TR-10\n\n${C}- leads to: CMOC TR10 (C)\n`, "b.md": `## CMOC TR12\n\n${C}` };
    const review = reviewOf(files);
    const problem = checked(review).find(({ rule }) => rule === "ref/unknown");
    assert.ok(problem);
    assert.deepEqual(
      fixesOf(problem, review).map(({ title }) => title),
      ["Use TR-10", "Use TR12", "Write TR10"],
    );
    assert.equal(mended(files, "ref/unknown"), `## CMOC TR-10\n\n${C}- leads to: CMOC TR-10 (C)\n`);
    assert.equal(
      mended(files, "ref/unknown", 2),
      `## CMOC TR-10\n\n${C}- leads to: CMOC TR10 (C)\n\n## CMOC TR10\n\n- **C:**\n- **M:**\n- **O:**\n`,
    );
    assert.equal(
      mended({ "a.md": `## CMOC TR2\n\n${C}- leads to: TR1–TR3\n` }, "ref/unknown"),
      `## CMOC TR2\n\n${C}- leads to: TR2\n`,
    );
    assert.equal(
      mended({ "a.md": `## CMOC TR2\n\n${C}- leads to: TR3–TR2\n` }, "ref/unknown"),
      `## CMOC TR2\n\n${C}- leads to: TR2–TR3\n`,
    );
  });

  it("that names another record takes the link of the reference there", () => {
    const b = "## CMOC TR1: One\n\n- status: merged\n- merged into: X1\n- **C:** a\n";
    const c = "## CMOC X1: Two\n\n- **C:** b\n";
    const theory = (link: string): Files => ({
      "t/a.md": `# Theory PT1\n\n- configurations: ${link}, TR3\n`,
      "b.md": b,
      "c.md": c,
    });
    const named = (link: string, rule: string): string | undefined => mended(theory(link), rule);
    for (const [before, after] of [
      ["[TR1](../b.md#cmoc-tr1-one)", "[X1](../c.md#cmoc-x1-two)"],
      ["[TR1](<../b.md> 'as it was')", "[X1](<../c.md#cmoc-x1-two> 'as it was')"],
      ["[TR1](http://a.b/c.md)", "[X1](http://a.b/c.md)"],
      ["TR1", "X1"],
    ] as const)
      assert.equal(named(before, "theory/retired-cmoc"), theory(after)["t/a.md"], before);
    assert.equal(named("[X-1](b.md), X1", "ref/unknown"), theory("[X1](../c.md#cmoc-x1-two), X1")["t/a.md"]);
    const cited = (link: string): Files => ({
      "s/lund.md": sourceFile("lund2010", "## Extract e1\n\n> x\n\n- at: p. 1\n- parked: x\n"),
      "a.md": `## CMOC TR1\n\n${C}- supports: ${link}\n`,
    });
    for (const id of ["e1", "e7"])
      assert.equal(
        mended(cited(`[@Lund2010#${id}](old.md)`), "source/unknown-key"),
        cited(`[@lund2010#${id}](s/lund.md${id === "e1" ? "#extract-e1" : ""})`)["a.md"],
      );
  });

  it("writes a record of the kind that the reference names", () => {
    const extract = (line: string): string => sourceFile("lund2010", `## Extract e1\n\n> x\n\n- at: p. 1\n- ${line}\n`);
    for (const [line, heading] of [
      ["supports: Theory 6", "# Theory 6\n\n- stage: initial\n"],
      ["supports: [[Programme theory PT6]]", "# Theory PT6\n\n- stage: initial\n"],
      ["supports: Theory6", "# Theory 6\n\n- stage: initial\n"],
      ["supports: Theories 6, TR7", "# Theory 6\n\n- stage: initial\n"],
      ["about: Demi-regularity D9", "## Demi-regularity D9\n"],
      ["supports: CMO 6", "## CMOC 6\n\n- **C:**\n- **M:**\n- **O:**\n"],
      ["supports: TR6", "## CMOC TR6\n\n- **C:**\n- **M:**\n- **O:**\n"],
    ] as const) {
      const files: Files = line.startsWith("about")
        ? { "theory.md": `## Memo one\n\n- ${line}\n` }
        : { "lund.md": extract(line) };
      const after = mended(files, "ref/unknown");
      assert.ok(after?.endsWith(heading), `${line}: ${after}`);
    }
    const theory = { "a.md": `## CMOC TR2\n\n${C}- theory: CMOC 9\n` };
    assert.equal(mended(theory, "ref/unknown"), undefined);
  });

  it("of an unknown key or extract writes it in its source's file", () => {
    const extract = "## Extract e1\n\n> x\n\n- at: p. 1\n- parked: x\n";
    const files = {
      "s/lund.md": sourceFile("lund2010", extract),
      "a.md": `## CMOC TR1\n\n${C}- supports: @Lund2010#e1\n`,
    };
    assert.equal(mended(files, "source/unknown-key"), `## CMOC TR1\n\n${C}- supports: @lund2010#e1\n`);
    assert.equal(mended(files, "source/unknown-key", 1), "---\ncitekey: Lund2010\n---\n\n## Extract e1\n\n- at:\n");
    const other = { ...files, "a.md": `## CMOC TR1\n\n${C}- supports: @lund2010#e21\n` };
    assert.equal(mended(other, "ref/unknown"), `${files["s/lund.md"]}\n## Extract e21\n\n- at:\n`.replace("#e1\n", ""));
  });

  it("of a code adds it to the codebook with its role", () => {
    const files = {
      "lund.md": sourceFile("lund2010", '## Extract e1\n\n> They met.\n\n- C meeting: "met"\n'),
      "book.md": "# Codes\r\n\r\n## Code meal\r\n\r\n* role: M\r\n",
    };
    assert.equal(
      mended(files, "code/unknown"),
      "# Codes\r\n\r\n## Code meal\r\n\r\n* role: M\r\n\r\n## Code meeting\r\n\r\n* role: C\r\n* definition:\r\n",
    );
  });

  it("of a label keeps its case, and gives a role its colon", () => {
    assert.equal(
      mended({ "a.md": `## CMOC TR1\n\n${C}- **Staus:** refined\n` }, "field/unknown"),
      `## CMOC TR1\n\n${C}- **Status:** refined\n`,
    );
    for (const [before, now] of [
      ["C - a place", "C: a place"],
      ["Context → a place", "Context: a place"],
      ["**C** a place", "**C:** a place"],
    ] as const) {
      assert.equal(
        mended({ "a.md": `## CMOC TR1\n\n- ${before}\n- M: x\n` }, "field/unknown"),
        `## CMOC TR1\n\n- ${now}\n- M: x\n`,
      );
    }
  });

  it("of a field that stands twice loses no word", () => {
    const twice = (one: string, two: string): Files => ({ "a.md": `## CMOC TR1\n\n${C}- ${one}\n- ${two}\n` });
    assert.equal(mended(twice("theme: A", "theme: A"), "field/twice"), `## CMOC TR1\n\n${C}- theme: A\n`);
    assert.equal(
      mended(twice("theme: A", "**theme:** B"), "field/twice"),
      `## CMOC TR1\n\n${C}- theme: A\n- note: **theme:** B\n`,
    );
    assert.equal(mended(twice("theory: P1", "theory: P2"), "field/twice"), `## CMOC TR1\n\n${C}- theory: P1, P2\n`);
  });

  it("of an id that two share renumbers the later, whichever is asked", () => {
    const text = `## CMOC TR1\n\n${C}\n## CMOC TR1\n\n${C}\n## CMOC TR4\n\n${C}`;
    assert.equal(
      mended({ "a.md": text }, "id/duplicate"),
      text.replace(/TR1([^T]*)$/s, "TR5$1").replace("x\n\n## CMOC TR1", "x\n\n## CMOC TR5"),
    );
    const extracts = sourceFile("lund2010", "## Extract e1\n\n> a\n\n## Extract e1\n\n> b\n");
    assert.match(mended({ "lund.md": extracts }, "id/duplicate") ?? "", /Extract e1\n\n> a\n\n## Extract e2/);
  });

  it("of a heading whose id cannot be one writes what can, or leaves it out", () => {
    const titles = (heading: string): readonly string[] => {
      const files = { "a.md": `## ${heading}\n\n- **C:** a\n- stage: refined\n` };
      assertMends(files, "id/form");
      const review = reviewOf(files);
      return checked(review)
        .filter(({ rule }) => rule === "id/form")
        .flatMap((problem) => fixesOf(problem, review).map(({ title }) => title));
    };
    assert.deepEqual(titles("CMOC TR1/2: x"), ["Write it as CMOC TR1", "Leave it ordinary text"]);
    assert.deepEqual(titles("Theory PT1,x"), ["Write it as Theory PT1", "Leave it ordinary text"]);
    assert.deepEqual(titles("CMOC TR1–TR4: x"), ["Leave it ordinary text"]);
    for (const no of ["No.", "no", "Nr.", "№", "#"])
      assert.deepEqual(titles(`CMOC ${no} 4: x`), ["Write it as CMOC 4", "Leave it ordinary text"], no);
    assert.deepEqual(titles("CMOC (new) 4"), ["Leave it ordinary text"]);
    assert.deepEqual(titles("CMOC about 4"), ["Leave it ordinary text"]);
  });

  it("of a heading that is nearly a record's writes it as one, or leaves it out", () => {
    assert.equal(mended({ "a.md": `## CMOC TR1 (draft)\n\n${C}` }, "id/form"), `## CMOC TR1: (draft)\n\n${C}`);
    assert.equal(
      mended({ "a.md": `Words.\n\n## CMOC TR1 (draft)\n\n${C}` }, "id/form", 1),
      `Words.\n\n<!-- cmoc: off -->\n## CMOC TR1 (draft)\n\n${C}`,
    );
  });

  it("of a link that stands twice takes the later one out, and none with a reason of its own", () => {
    const lund = sourceFile("lund2010", "## Extract e1\n\n> x\n\n- at: p. 1\n- supports: TR1, TR2\n");
    const files = { "a.md": `## CMOC TR1\n\n${C}- supports: @lund2010#e1\n\n## CMOC TR2\n\n${C}`, "lund.md": lund };
    assert.equal(mended(files, "link/twice"), lund.replace("TR1, ", ""));
    assert.equal(mended({ ...files, "lund.md": lund.replace("TR1, TR2", "TR1 — said") }, "link/twice"), undefined);
  });

  it("of a theory on a merged configuration names its heir once", () => {
    const files = (list: string): Files => ({
      "a.md": `# Theory PT1\n\n- configurations: ${list}\n\n## CMOC TR1\n\n- status: merged\n${C}\n## CMOC TR2\n\n${C}- merges: TR1\n\n## CMOC TR3\n\n${C}`,
    });
    assert.equal(mended(files("TR1, TR3"), "theory/retired-cmoc"), files("TR2, TR3")["a.md"]);
    assert.equal(mended(files("TR1, TR2"), "theory/retired-cmoc"), files("TR2")["a.md"]);
    assert.equal(mended(files("TR1–TR3"), "theory/retired-cmoc"), files("TR2, TR3")["a.md"]);
  });

  it("of a range mends all of it that was merged", () => {
    const files = (list: string): Files => ({
      "a.md": `# Theory PT1\n\n- configurations: ${list}\n\n## CMOC TR1\n\n- status: retired\n${C}\n## CMOC TR2\n\n- status: merged\n- merged into: X1\n${C}\n## CMOC TR3\n\n- status: merged\n- merged into: X1\n${C}\n## CMOC TR4\n\n${C}\n## CMOC X1\n\n${C}`,
    });
    assert.equal(mended(files("TR1–TR4 (M)"), "theory/retired-cmoc"), files("TR1 (M), X1 (M), TR4 (M)")["a.md"]);
    assert.equal(mended(files("TR1–TR1"), "theory/retired-cmoc"), undefined);
  });

  it("of front matter and of the manifest stays in its quotation marks", () => {
    assert.equal(
      mended({ "a.md": '---\ncitekey: a1\nstatus: "includd"\n---\n' }, "field/value"),
      '---\ncitekey: a1\nstatus: "included"\n---\n',
    );
  });

  it("of a key makes no key that stands already", () => {
    const levels = (own: string): Files => ({ "review.yaml": `cmoc: 1\nchecks:\n  ${own}: off\n  wordng: off\n` });
    assert.equal(mended(levels("wording"), "yaml/key"), undefined);
    assert.equal(mended(levels("quote"), "yaml/key"), levels("quote")["review.yaml"]?.replace("wordng", "wording"));
    assert.equal(mended({ "review.yaml": "titel: One\ntitle: Two\n" }, "yaml/key"), undefined);
  });

  it("of a row that restates more than the record says empties none of its cells", () => {
    const files = {
      "a.md": "## CMOC TR1\n\n- C: x\n",
      "b.md": "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR1 | x | m | o |\n",
    };
    assert.equal(mended(files, "cmoc/restated"), `<!-- cmoc: off -->\n${files["b.md"]}`);
  });

  it("of a slot that is missing adds its label, but to a sentence none", () => {
    const text = "## CMOC TR1\n\n- Context: x\n- Outcome: y\n";
    assert.equal(mended({ "a.md": text }, "cmoc/empty-slot"), text.replace("- Outcome", "- Mechanism:\n- Outcome"));
    const sentence = "## CMOC TR1\n\nWhen they meet (C), they trust (M).\n";
    assert.equal(mended({ "a.md": sentence }, "cmoc/empty-slot"), `<!-- cmoc: off -->\n${sentence}`);
    assert.equal(mended({ "a.md": sentence, "b.md": "[[TR1]]\n" }, "cmoc/empty-slot"), undefined);
  });

  it("of a row without an id gives it one of its neighbours' letters", () => {
    const rows = "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR3 | a | b | c |\n|  | d | e | f |\n";
    const files = { "a.md": rows, "b.md": `## CMOC TR7\n\n${C}` };
    const review = reviewOf(files);
    const problem = checked(review).filter(({ rule }) => rule === "cmoc/no-evidence")[1];
    assert.ok(problem);
    const [given, out] = fixesOf(problem, review);
    assert.ok(given && out);
    assert.equal(applied(review, given)["a.md"], rows.replace("|  |", "| TR8 |"));
    assert.equal(applied(review, out)["a.md"], `<!-- cmoc: off -->\n${rows}`);
  });

  it("of a sentence that is swallowed is safe, and done once", () => {
    const files = { "a.md": "## CMOC TR1\n\n- theme: T\nWhen they meet (C), they trust (M).\n" };
    const review = reviewOf(files);
    const problem = checked(review).find(({ rule }) => rule === "cmoc/swallowed");
    assert.ok(problem);
    const fix = fixOf(problem, review);
    assert.ok(fix?.safe);
    assert.equal(fixOf(problem, reviewOf(applied(review, fix))), undefined);
  });
});

describe("safe fixes", () => {
  const many = (lines: number): Review =>
    reviewOf({
      "a.md": `## CMOC TR1\r\n\r\n${C}${Array.from({ length: lines }, () => "- leads to: [TR2](a.md#x)\r\n").join("")}`,
      "b.md": `## CMOC TR2\r\n\r\n${C}`,
    });

  it("are all of a document, in order, and leave it without such a problem", () => {
    const review = many(50);
    const fixes = safeFixes(checked(review), review, []);
    assert.equal(fixes.get("a.md")?.length, 50);
    const after = reviewOf({
      ...filesOf(review),
      "a.md": applyEdits(review.text("a.md") ?? "", fixes.get("a.md") ?? []),
    });
    assert.ok(!checked(after).some(({ rule }) => rule === "link/stale"));
    assert.equal(safeFixes(checked(review), review, ["cmoc/swallowed"]).size, 0);
  });

  it("leave a link of somebody's own, whose text only holds a reference, as it is", () => {
    const own = "# Notes\n\nSee [our log, with [[TR1]] in it](log.md) and [on @lund2010](log.md).\n";
    const review = reviewOf({
      "a.md": `${own}\n## Memo M1\n\n- note: ${own.slice(9)}`,
      "t1.md": `## CMOC TR1\n\n${C}`,
      "lund.md": sourceFile("lund2010", ""),
    });
    assert.deepEqual(
      checked(review).filter(({ rule }) => rule === "link/stale"),
      [],
    );
  });

  it("of a linked range over several files lead to one of them, and then do no more", () => {
    const files = (target: string): Files => ({
      "t1.md": `## CMOC TR1\n\n${C}`,
      "t2.md": `## CMOC TR2\n\n${C}`,
      "t3.md": `## CMOC TR3\n\n${C}`,
      "a.md": `# Theory PT1\n\n- configurations: [TR1–TR3](${target})\n`,
    });
    const once = (target: string): string | undefined => {
      const review = reviewOf(files(target));
      return safeFixes(checked(review), review, [])
        .get("a.md")
        ?.map(({ newText }) => newText)[0];
    };
    assert.equal(once("old.md"), "[TR1–TR3](t1.md#cmoc-tr1)");
    assert.equal(once("t1.md#cmoc-tr1"), undefined);
    assert.equal(once("t2.md#old"), undefined, "a stale fragment is for `links --write`");
    const written = (target: string): readonly (string | undefined)[] =>
      (linkEdits(reviewOf(files(target))).get("a.md") ?? []).map(({ newText }) => newText);
    assert.deepEqual(written("old.md"), ["[TR1–TR3](t1.md#cmoc-tr1)"]);
    assert.deepEqual(written("t2.md#old"), ["[TR1–TR3](t2.md#cmoc-tr2)"]);
    assert.deepEqual(written("t3.md#cmoc-tr3"), []);
  });

  it("look at each problem once, however many there are", () => {
    const review = many(100);
    const problems = checked(review);
    let reads = 0;
    const counting = new Proxy(review, {
      get(target, key) {
        const value = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        return (...given: readonly unknown[]) => {
          reads++;
          return value.apply(target, given);
        };
      },
    });
    assert.equal(safeFixes(problems, counting, ["link/stale"]).get("a.md")?.length, 100);
    assert.ok(reads < 100 * 8, `${reads} questions to the review`);
  });
});
