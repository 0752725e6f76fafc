import assert from "node:assert/strict";
import fc from "fast-check";
import { openRecord } from "../../../src/core/features/edit/record.ts";
import { removeItemAt, wordsAt } from "../../../src/core/features/edit/remove-item.ts";
import { addLink, isRefusal, unlink } from "../../../src/core/features/edit.ts";
import { merge, retire, splitOff } from "../../../src/core/features/refactor.ts";
import { runs } from "../../runs.ts";
import { type Files, reviewOf, sourceFile } from "../reviews.ts";
import { filesAfter, record, refusal } from "./editing.ts";

const configurations =
  "## CMOC TR1\n\n- **M:** x\n\n## CMOC TR2\n\n- **M:** y\n\n## CMOC TR3\n\n- **M:** z\n\n## CMOC TR4\n\n- **M:** a\n";

/** The theory's lines after the heading once a configuration is retired. */
function retiredIn(lines: string, id = "TR2"): string {
  const review = reviewOf({ "a.md": configurations, "t.md": `# Theory PT1\n\n${lines}\n` });
  const { outcome } = retire(review, record(review, id), { reason: "no" });
  return (filesAfter(review, outcome)["t.md"] ?? "").replace("# Theory PT1\n\n", "").trimEnd();
}

describe("an item of a list and its own words", () => {
  it("goes with them and leaves its neighbours theirs", () => {
    for (const [list, left, note, id = "TR2"] of [
      ["TR1 (core), TR2 (peripheral)", "TR1 (core)", "TR2 (peripheral)"],
      ["TR2 (peripheral), TR1 (core)", "TR1 (core)", "TR2 (peripheral)"],
      ["TR1 in hospitals, TR2 in schools", "TR1 in hospitals", "TR2 in schools"],
      ["TR1 <!-- first -->, TR2 <!-- second -->", "TR1 <!-- first -->", "TR2 <!-- second -->"],
      ["TR1, TR2 (late phase), TR3 (always)", "TR1, TR2 (late phase)", "TR3 (always)", "TR3"],
      ["TR1, TR2 (late, slow; or not), TR3 (always)", "TR1, TR3 (always)", "TR2 (late, slow; or not)"],
      ["TR1 and <!-- late --> TR2", "TR1", "TR2 <!-- late -->"],
      ["TR1 (a); TR2 (b) — why; TR3 (c)", "TR1 (a) — why; TR3 (c)", "TR2 (b)"],
      ["TR1 (a); TR3 (b) <!-- c --> — why <!-- d -->", "TR1 (a) — why <!-- d -->", "TR3 (b) <!-- c -->", "TR3"],
      ["**TR1 (a)**, **TR2** (b)", "**TR1 (a)**", "TR2 (b)"],
      ["[TR1](a.md#cmoc-tr1) (a), [[TR2|second]] (b)", "[TR1](a.md#cmoc-tr1) (a)", "TR2 second (b)"],
      ["TR1, TR2 (M)", "TR1", "TR2 (M)"],
      ["TR1 (a), TR2", "TR1 (a)", "TR2"],
    ] as const) {
      const after = retiredIn(`- configurations: ${list}`, id);
      const [first = "", second = ""] = after.split("\n- note: ");
      assert.deepEqual(
        [list, first, second.split("; why")[0]],
        [list, `- configurations: ${left}`, `${note} was retired`],
      );
    }
  });

  it("is told of with all that stood in its bullet", () => {
    const nested = "- configurations:\n  - TR1 <!-- a -->\n  - TR2 in schools <!-- b -->";
    assert.equal(
      retiredIn(nested),
      "- configurations:\n  - TR1 <!-- a -->\n- note: TR2 in schools <!-- b --> was retired",
    );
    const alone = "- configurations: <!-- a --> TR2 <!-- b -->\n\n  (of old) <!-- c -->\n- boundary: none";
    assert.equal(
      retiredIn(alone),
      "- boundary: none\n- note: TR2 <!-- a --> <!-- b --> (of old) <!-- c --> was retired",
    );
  });

  it("takes its own words with a link that is taken out", () => {
    const l = (value: string): string =>
      sourceFile("lund2010", `## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: ${value}\n`);
    const unlinked = (value: string): string => {
      const review = reviewOf({ "a.md": configurations, "l.md": l(value) });
      const after = filesAfter(review, unlink(review, "x:lund2010#e1", "r:tr2", "supports"));
      return (after["l.md"] ?? "").split("supports: ")[1]?.trimEnd() ?? "";
    };
    assert.equal(unlinked("TR1 (strongly), TR2 (weakly)"), "TR1 (strongly)");
    assert.equal(
      unlinked("TR1 <!-- a -->, TR2 (M) <!-- b -->, TR3 (M) <!-- c -->"),
      "TR1 <!-- a -->, TR3 (M) <!-- c -->",
    );
    assert.equal(unlinked("TR2 (M) <!-- b -->; TR3 (M) <!-- c --> — why"), "TR3 (M) <!-- c --> — why");
  });

  it("parts citations in brackets and in markup, with no half of either left", () => {
    const l = sourceFile("l", [1, 2, 3, 4].map((n) => `## Extract e${n}\n\n> Here ${n}.\n\n- at: p. 1\n`).join("\n"));
    const without = (list: string, n: number): string => {
      const review = reviewOf({ "a.md": `## CMOC TR1\n\n- **M:** x\n- **C:** x\n- supports: ${list}\n`, "l.md": l });
      const outcome = unlink(review, `x:l#e${n}`, "r:tr1", "supports");
      return refusal(outcome) ?? (filesAfter(review, outcome)["a.md"] ?? "").split("supports: ")[1]?.trim() ?? "";
    };
    for (const [list, ...left] of [
      ["[@l#e1; @l#e2] (M)", "[@l#e2] (M)", "[@l#e1] (M)"],
      [
        "[see @l#e1, p. 4; also @l#e2, p. 5], @l#e3",
        "[also @l#e2, p. 5], @l#e3",
        "[see @l#e1, p. 4], @l#e3",
        "[see @l#e1, p. 4; also @l#e2, p. 5]",
      ],
      [
        "[@l#e1] — r1; [@l#e2] — r2 <!-- c -->; [@l#e3] x",
        "[@l#e2] — r2 <!-- c -->; [@l#e3] x",
        "[@l#e1] — r1; [@l#e3] x",
        "[@l#e1] — r1; [@l#e2] — r2 <!-- c -->",
      ],
      ["@l#e1, p. 4 (C) <!-- k -->, @l#e2, pp. 3, 5 (M)", "@l#e2, pp. 3, 5 (M)", "@l#e1, p. 4 (C) <!-- k -->"],
      ["@l#e1 @l#e2 <!-- c --> @l#e3", "@l#e2 <!-- c --> @l#e3", "@l#e1 @l#e3", "@l#e1 @l#e2 <!-- c -->"],
      ["-@l#e1, -@l#e2 and l#e3", "-@l#e2 and l#e3", "-@l#e1 and l#e3", "-@l#e1, -@l#e2"],
      ["*@l#e1, @l#e2*, **@l#e3** (a)", "*@l#e2*, **@l#e3** (a)", "*@l#e1*, **@l#e3** (a)", "*@l#e1, @l#e2*"],
      ["@l#e1, *@l#e2, @l#e3*", "*@l#e2, @l#e3*", "@l#e1, *@l#e3*", "@l#e1, *@l#e2*"],
      [
        "<b>@l#e1</b>, <b>@l#e2</b> &amp; @l#e3",
        "<b>@l#e2</b> &amp; @l#e3",
        "<b>@l#e1</b> &amp; @l#e3",
        "<b>@l#e1</b>, <b>@l#e2</b>",
      ],
      ["_@l#e1 (a), @l#e2_ (b), @l#e3", "_@l#e2_ (b), @l#e3", "form", "_@l#e1 (a), @l#e2_ (b)"],
    ] as const)
      for (const [index, each] of left.entries()) assert.equal(without(list, index + 1), each, list);
  });

  it("leaves all others byte for byte, whichever is taken out", () => {
    const word = fc.constantFrom(
      "",
      "",
      " (core)",
      " (M)",
      " in schools",
      " <!-- a, b; c -->",
      " (a, b; c)",
      " (M, O) <!-- d -->",
      " _mostly_",
    );
    const sign = fc.constantFrom(", ", "; ", " , ", "، ", ",\n  ");
    const lists = fc.record({
      words: fc.array(fc.tuple(word, word), { minLength: 2, maxLength: 4 }),
      signs: fc.array(sign, { minLength: 3, maxLength: 3 }),
      lead: fc.array(fc.constantFrom("", "", "<!-- e --> "), { minLength: 4, maxLength: 4 }),
      reason: fc.constantFrom("", " — so", " -- so, as TR9 says"),
      spelling: fc.constantFrom(
        (id: string) => id,
        (id: string) => `[[${id}]]`,
        (id: string) => `**${id}**`,
        (id: string) => `[${id}](a.md#x)`,
      ),
    });
    let done = 0;
    fc.assert(
      fc.property(lists, fc.nat(3), ({ words, signs, lead, reason, spelling }, nth) => {
        const items = words.map(
          ([one, other], index) => `${index === 0 ? "" : lead[index]}${spelling(`TR${index + 1}`)}${one}${other}`,
        );
        const gone = nth % items.length;
        // A comment that begins a line is a block of its own.
        if (items.some((each, index) => each.startsWith("<") && signs[index - 1]?.endsWith("\n  "))) return;
        const join = (left: readonly string[], parting: readonly string[]): string =>
          left.map((each, index) => (index === 0 ? "" : parting[index - 1]) + each).join("") + reason;
        const text = (value: string): string => `# Theory PT1\n\n- configurations: ${value}\n- boundary: none\n`;
        const review = reviewOf({ "a.md": configurations, "t.md": text(join(items, signs)) });
        const theory = record(review, "PT1");
        const ref = theory.brief.links.find(({ name, inReason }) => name === `r:tr${gone + 1}` && !inReason);
        const open = openRecord(review, theory);
        if (!ref || !open) return;
        const outcome = removeItemAt(open, ref.start);
        assert.equal(refusal(outcome), undefined);
        const left = items.filter((_, index) => index !== gone);
        const parting = signs.filter((_, index) => index !== Math.max(0, gone - 1));
        assert.equal(filesAfter(review, outcome)["t.md"], text(join(left, parting)));
        const own = items[gone] ?? "";
        const told = wordsAt(open, ref.start);
        for (const each of own.replace(spelling(`TR${gone + 1}`), " ").match(/<!--.*?-->|[^\s]+/g) ?? [])
          assert.ok(told.includes(each), `${each} of ${own} is lost`);
        done++;
      }),
      runs(80),
    );
    assert.ok(done > 30);
  });

  it("goes to a bullet of its own with them, where it is given a reason", () => {
    const l = sourceFile(
      "lund2010",
      "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1 (a), TR2 (M) <!-- b -->, TR3 (c)\n",
    );
    const review = reviewOf({ "a.md": configurations, "l.md": l });
    const after = filesAfter(
      review,
      addLink(review, record(review, "e1"), "r:tr2", { stance: "supports", reason: "why" }),
    );
    assert.match(after["l.md"] ?? "", /- supports: TR1 \(a\), TR3 \(c\)\n- supports: TR2 \(M\) <!-- b --> — why\n$/);
  });
});

describe("words of items in a merge", () => {
  const mergedIn = (more: Files): Files => {
    const files: Files = { "a.md": configurations, ...more };
    const review = reviewOf(files);
    return filesAfter(review, merge(review, record(review, "TR1"), record(review, "TR2")).outcome);
  };

  it("stay at what names the kept one instead, or are told of in a note", () => {
    const theory = (list: string): string =>
      (mergedIn({ "t.md": `# Theory PT1\n\n- configurations: ${list}\n` })["t.md"] ?? "")
        .split("configurations: ")[1]
        ?.trimEnd() ?? "";
    assert.equal(theory("TR1 (core), TR2 (peripheral)"), "TR1 (core)\n- note: TR2 (peripheral) was merged into TR1");
    assert.equal(theory("TR3 (core), TR2 (peripheral)"), "TR3 (core), TR1 (peripheral)");
    assert.equal(theory("TR1, TR2 <!-- late -->, TR3"), "TR1, TR3\n- note: TR2 <!-- late --> was merged into TR1");
    assert.equal(theory("TR1, TR2"), "TR1");
  });

  it("keeps comments at the status, the theory and the evidence", () => {
    const after = mergedIn({
      "a.md":
        "## CMOC TR1\n\n- theory: PT1 <!-- at first -->\n- **M:** x\n- supports: @lund2010#e1 <!-- one -->\n\n" +
        "## CMOC TR2\n\n- status: refined <!-- agreed --> — they said\n- theory: PT2\n- **M:** y\n- supports: @lund2010#e1, p. 4 (M) <!-- kept? -->, @lund2010#e2\n",
      "t.md": "# Theory PT1\n\n- stage: initial\n\n# Theory PT2\n\n- stage: initial\n",
      "l.md": sourceFile(
        "lund2010",
        "## Extract e1\n\n> Here.\n\n- at: p. 1\n\n## Extract e2\n\n> Here.\n\n- at: p. 1\n- supports: TR2 <!-- from e2 -->\n",
      ),
    });
    const text = after["a.md"] ?? "";
    assert.match(text, /- theory: PT1 <!-- at first -->, PT2\n/);
    assert.match(text, /- note: status before: refined — they said <!-- agreed -->\n/);
    assert.match(text, /<!-- one -->/);
    assert.match(text, /## CMOC TR2[\s\S]*- note: @lund2010#e1 supports <!-- kept\? -->\n/);
    assert.match(Object.values(after).join(""), /<!-- from e2 -->/);
  });

  it("names the kept one once where a range in words named both", () => {
    const prose = (words: string): string =>
      (mergedIn({ "t.md": `# Theory PT1\n\n- stage: initial\n\n${words}\n` })["t.md"] ?? "")
        .split("initial\n\n")[1]
        ?.trimEnd() ?? "";
    assert.equal(prose("See [[TR1–TR2]]."), "See [[TR1]].");
    assert.equal(prose("See [[TR1–TR3]]."), "See [[TR1]], [[TR3]].");
    assert.equal(prose("See [[TR2–TR3]]."), "See [[TR1]], [[TR3]].");
  });

  it("tells of what the other one says of itself, and writes it nowhere else", () => {
    const files: Files = {
      "a.md":
        "## CMOC TR1\n\n- **M:** x\n\n## CMOC TR2\n\n- **M:** y\n- leads to: TR2\n- moderates: TR2 (when late), TR1\n",
    };
    const review = reviewOf(files);
    const made = merge(review, record(review, "TR1"), record(review, "TR2"), { anyway: true });
    const [kept = ""] = (filesAfter(review, made.outcome)["a.md"] ?? "").split("## CMOC TR2");
    assert.equal(kept, "## CMOC TR1\n\n- **M:** x\n- merges: TR2\n\n");
    assert.deepEqual(made.notes, [
      "TR2 says “leads to: TR2”, which TR1 cannot say of itself. It stays at TR2.",
      "TR2 says “moderates: TR2”, which TR1 cannot say of itself. It stays at TR2.",
      "TR2 says “moderates: TR1”, which TR1 cannot say of itself. It stays at TR2.",
    ]);
  });

  it("keeps the words at a relation of the kept one to the other in a note", () => {
    const after = mergedIn({
      "a.md":
        "## CMOC TR1\n\n- **M:** x\n- leads to: TR2 (late) — why, TR3\n\n## CMOC TR2\n\n- **M:** y\n\n## CMOC TR3\n\n- **M:** z\n",
    });
    assert.match(after["a.md"] ?? "", /- note: TR1 leads to: TR2 \(late\) — why, TR3\n/);
  });

  it("loses no comment and no word in brackets, of all that stand at what is merged, retired or split", () => {
    let count = 0;
    const own = fc.constantFrom("", " (w@)", " <!-- w@ -->", " (w@a) <!-- w@b -->", " (M) <!-- w@ -->");
    const reason = fc.constantFrom("", " — so", " — so <!-- r@ -->");
    const list = (names: readonly string[]): fc.Arbitrary<string> =>
      fc
        .tuple(
          fc.shuffledSubarray([...names], { minLength: 1 }),
          fc.array(own, { minLength: 4, maxLength: 4 }),
          reason,
          fc.boolean(),
        )
        .map(([ids, words, end, isNested]) =>
          isNested
            ? ids.map((id, at) => `\n  - ${id}${words[at]}`).join("")
            : ` ${ids.map((id, at) => id + words[at]).join(", ")}${end}`,
        );
    const records = ["TR1", "TR2", "TR3", "TR4"];
    const any = fc.record({
      theory: list(records),
      leads: list(["TR2", "TR3"]),
      kept: list(["@lund2010#e1", "@lund2010#e2"]),
      gone: list(["@lund2010#e1", "@lund2010#e2", "@lund2010#e3"]),
      extract: list(records),
      status: fc.constantFrom("candidate", "candidate <!-- s@ -->", "refined <!-- s@ --> — they said"),
    });
    const ways = ["merge", "retire", "split"] as const;
    let done = 0;
    fc.assert(
      fc.property(any, fc.constantFrom(...ways), ({ theory, leads, kept, gone, extract, status }, way) => {
        const numbered = (text: string): string => text.replace(/(?<=[wrs])@/g, () => `${++count}`);
        const files: Files = {
          "a.md": numbered(
            `## CMOC TR1\n\n- **M:** x\n- leads to:${leads}\n- supports:${kept}\n\n## CMOC TR2\n\n- status: ${status}\n- **M:** y\n- **O:** o\n- supports:${gone}\n\n## CMOC TR3\n\n- **M:** z\n\n## CMOC TR4\n\n- **M:** a\n`,
          ),
          "t.md": numbered(`# Theory PT1\n\n- configurations:${theory}\n`),
          "l.md": numbered(
            sourceFile(
              "lund2010",
              `## Extract e1\n\n> A.\n\n- at: p. 1\n- supports:${extract}\n\n## Extract e2\n\n> B.\n\n- at: p. 2\n\n## Extract e3\n\n> C.\n\n- at: p. 2\n`,
            ),
          ),
        };
        const review = reviewOf(files);
        const [one, other] = [record(review, "TR1"), record(review, "TR2")];
        const { outcome } =
          way === "merge"
            ? merge(review, one, other, { anyway: true })
            : way === "retire"
              ? retire(review, other, { reason: "no", anyway: true })
              : splitOff(review, other, { title: "New", taken: [1], shared: [], links: [], keep: true, anyway: true });
        if (isRefusal(outcome)) return;
        done++;
        const after = Object.values(filesAfter(review, outcome)).join("\n");
        for (const word of Object.values(files)
          .join("\n")
          .match(/\b[wrs]\d+[ab]?\b/g) ?? [])
          assert.ok(new RegExp(`\\b${word}\\b`).test(after), `${way} loses ${word}`);
      }),
      runs(25),
    );
    assert.ok(done > 10, `${done} were done`);
  });
});
