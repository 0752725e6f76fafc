import assert from "node:assert/strict";
import fc from "fast-check";
import { isRefusal } from "../../../../src/core/features/edit.ts";
import { merge } from "../../../../src/core/features/refactor.ts";
import { runs } from "../../../runs.ts";
import { type Files, reviewOf, sourceFile } from "../../reviews.ts";
import { filesAfter, record } from "../editing.ts";
import { anyRecord } from "../generate-records.ts";
import { newsIn, wordsOf } from "./news.ts";

function mergedIn(files: Files, kept = "TR1", gone = "TR2", how = {}): Files {
  const review = reviewOf(files);
  const { outcome } = merge(review, record(review, kept), record(review, gone), how);
  const after = filesAfter(review, outcome);
  assert.deepEqual(newsIn(files, after, { [gone]: kept }), []);
  return after;
}

function refusedIn(files: Files, kept = "TR1", gone = "TR2"): string {
  const review = reviewOf(files);
  const { outcome } = merge(review, record(review, kept), record(review, gone));
  assert.ok(isRefusal(outcome), "not refused");
  return `${outcome.refused}: ${String(outcome.data.words ?? outcome.data.id)}`;
}

const one =
  "## CMOC TR1: One\n\n- status: candidate\n- **C:** a place\n- **M:** trust\n- **O:** peace\n- supports: @lund2010#e1\n";
const two =
  "## CMOC TR2: Two\n\n- status: supported — two studies\n- theory: PT2\n- **C:** a town\n- **M:** faith [@lund2010#e3]\n- **O:** calm\n- supports: @lund2010#e2 (M)\n- refutes: @moreau2005#e1 — it was imposed\n- leads to: TR3\n";
const three =
  "## CMOC TR3: Three\n\n- **C:** x\n- **M:** y\n- **O:** z\n- supports: @lund2010#e1\n- leads to: TR2\n- rival of: TR2, TR1\n";
const lund = sourceFile(
  "lund2010",
  "## Extract e1\n\n> Here they met.\n\n- at: p. 1\n- supports: TR1, TR3\n\n## Extract e2\n\n> There they met.\n\n- at: p. 2\n- supports: TR2 (M, O2) — as they say\n\n## Extract e3\n\n> They all met.\n\n- at: p. 3\n- supports: TR1–TR3\n- refines: [TR2](../a.md#cmoc-tr2-two) — hm\n",
);
const moreau = sourceFile("moreau2005", "## Extract e1\n\n> No.\n\n- at: p. 1\n");
const theory =
  "# Theory PT1: All\n\n- configurations: TR1–TR3\n- boundary: none\n\nSee [[TR2]] and [[TR1]].\n\n## Demi-regularity D1\n\n- configurations: [TR2](a.md#cmoc-tr2-two) — often, TR3\n\n# Theory PT2\n\n- stage: initial\n";
const files: Files = {
  "review.yaml": "cmoc: 1\n",
  "a.md": `${one}\n${two}\n${three}`,
  "sources/lund.md": lund,
  "sources/moreau.md": moreau,
  "theory.md": theory,
};

describe("merging two configurations", () => {
  it("writes a memo's reason as words, whatever it would begin in Markdown", () => {
    for (const [reason, written] of [
      ["```", "\\```"],
      ["~~~ tea", "\\~~~ tea"],
      ["## A new head\nmore", "\\## A new head\nmore"],
      ["<!-- never closed", "\\<!-- never closed"],
      ["why\n===", "why\n\\==="],
      ["see *this* and `that`", "see *this* and `that`"],
    ] as const) {
      const memo = { date: "2026-03-02", reason };
      const after = mergedIn({ "a.md": one, "b.md": one.replace("TR1", "TR2") }, "TR1", "TR2", { memo });
      assert.ok(after["memos.md"]?.endsWith(`\n\n${written}\n`), after["memos.md"]);
    }
  });

  it("leaves nothing of a table whose rows became records, with which a file began", () => {
    const table = "| Context | Mechanism | Outcome |\n|---|---|---|\n| a | b | c |\n| d | e | f |\n";
    for (const [before, after] of [
      ["", ""],
      ["\ufeff", "\n"],
      ["", "\nWords.\n"],
    ] as const) {
      const review = reviewOf({ "a.md": before + table + after });
      const [kept, gone] = [...review.records("cmoc")];
      assert.ok(kept && gone);
      const text = filesAfter(review, merge(review, kept, gone).outcome)["a.md"] ?? "";
      const head = after.trim() === "" ? before : `${before}Words.\n\n`;
      assert.equal(
        text.trimEnd(),
        `${head}## CMOC 2\n\n- **C:** a\n- **M:** b\n- **O:** c\n- merges: CMOC1\n\n## CMOC 1\n\n- status: merged\n- **C:** d\n- **M:** e\n- **O:** f\n- merged into: CMOC2`,
      );
    }
  });

  it("moves the evidence wherever it is written, and lets others hold what was kept", () => {
    const after = mergedIn(files);
    assert.equal(
      after["a.md"],
      "## CMOC TR1: One\n\n- status: candidate\n- **C:** a place\n- **M:** trust\n- **O:** peace\n- theory: PT2\n- supports: @lund2010#e1\n- supports: @lund2010#e2 (M) — as they say; spoke to O2\n- refutes: @moreau2005#e1 — it was imposed\n- leads to: TR3\n- merges: TR2\n\n" +
        "## CMOC TR2: Two\n\n- status: merged\n- theory: PT2\n- **C:** a town\n- **M:** faith [@lund2010#e3]\n- **O:** calm\n- leads to: TR3\n- merged into: TR1\n- note: status before: supported — two studies\n\n" +
        "## CMOC TR3: Three\n\n- **C:** x\n- **M:** y\n- **O:** z\n- supports: @lund2010#e1\n- leads to: TR1\n- rival of: TR1\n",
    );
    assert.match(after["sources/lund.md"] ?? "", /## Extract e2\n\n> There they met.\n\n- at: p. 2\n\n## Extract e3\n/);
    assert.match(
      after["sources/lund.md"] ?? "",
      /- supports: TR1 \(M\), TR3\n- refines: \[TR1\]\(\.\.\/a\.md#cmoc-tr1-one\) — hm\n$/,
    );
    assert.match(after["theory.md"] ?? "", /- configurations: TR1, TR3\n[\s\S]*See \[\[TR1\]\] and \[\[TR1\]\]/);
    assert.match(after["theory.md"] ?? "", /- configurations: \[TR1\]\(a\.md#cmoc-tr1-one\) — often, TR3\n/);
    assert.equal(after["sources/moreau.md"], moreau);
    assert.equal(after["memos.md"], undefined);
  });

  it("writes a memo about both where the memos stand, if a reason is given", () => {
    const memo = { date: "2026-03-02", reason: "They say the same." };
    const words =
      "## Memo 2026-03-02: TR2 was merged into TR1\n\n- about: TR1, TR2\n- kind: decision\n\nThey say the same.\n";
    assert.equal(mergedIn(files, "TR1", "TR2", { memo })["memos.md"], words);
    const held = { ...files, "log/m.md": "# Log\n\n## Memo 2026-03-02\n\nSee [[Memo 2026-03-02]].\n" };
    const after = mergedIn(held, "TR1", "TR2", { memo });
    assert.equal(after["log/m.md"], `${held["log/m.md"]}\n${words.replace("2026-03-02", "2026-03-02-2")}`);
  });

  it("names slots in the reason where naming them would leave others bare", () => {
    const plain = {
      "a.md": `${one}\n## CMOC TR2\n\n- **M:** habit\n`,
      "l.md": sourceFile("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR2 (M)\n"),
    };
    assert.match(mergedIn(plain)["a.md"] ?? "", /- supports: @lund2010#e1 — spoke to M\n/);
    const alone = { ...plain, "a.md": (plain["a.md"] ?? "").replace("lund2010#e1", "lund2010") };
    assert.match(mergedIn(alone)["l.md"] ?? "", /- supports: TR1 — spoke to M\n/);
  });

  it("makes records of rows, those without ids too, since a row has no place for what is written", () => {
    const rows = {
      "t.md":
        "| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n| X1 | a | b → c | d | @lund2010#e1 |\n| X2 | a | b | e | @lund2010#e2 |\n| X3 | f | g | h | @lund2010#e2 |\n",
      "l.md": lund.replaceAll("TR1, TR3", "X2").replaceAll("TR1–TR3", "X1–X3").replace(/TR2/g, "X2"),
    };
    const after = mergedIn(rows, "X1", "X2");
    assert.match(
      after["t.md"] ?? "",
      /^\| ID [\s\S]*\n\| X3 \| f [\s\S]*## CMOC X1\n[\s\S]*- merges: X2\n[\s\S]*## CMOC X2\n[\s\S]*- merged into: X1\n$/,
    );
    assert.match(after["l.md"] ?? "", /- supports: X1, X3\n/);
    const nameless = { "t.md": (rows["t.md"] ?? "").replace("X1", "").replace("X2", "") };
    const review = reviewOf(nameless);
    const [first, second] = [...review.records("cmoc")];
    assert.ok(first && second);
    const made = filesAfter(review, merge(review, first, second).outcome)["t.md"] ?? "";
    assert.match(made, /## CMOC X5\n[\s\S]*merges: X4[\s\S]*## CMOC X4\n[\s\S]*merged into: X5\n/);
  });

  it("takes bullets that stand beside each other out together", () => {
    const twice = (ids: string): Files => ({
      "a.md": one + two,
      "l.md": sourceFile("lund2010", `## Extract e1\n\n> Here.\n\n${ids}- at: p. 1\n`),
    });
    const at = (ids: string): string => (mergedIn(twice(ids))["l.md"] ?? "").split("> Here.\n\n")[1] ?? "";
    const both = "- refutes: TR1 (M, C)\n- at: p. 1\n";
    assert.equal(at("- refutes: TR2 (M)\n- refutes: TR2 (C), TR1 (M)\n"), both);
    assert.equal(at("- refutes: TR2 (M)\n- refutes: TR2 (C)\n- refutes: TR1 (M)\n"), both);
  });

  it("lets the kept one lead where the other did, with the reasons, and neither to itself", () => {
    const theirs =
      "- leads to: TR3 — as shown\n- moderates: TR3, D1\n- rival of: TR3 — they differ\n- rival of: TR1 — once\n- specialises: TR3\n- specialises: TR9\n";
    const own = "- leads to: TR2 — first\n- rival of: TR3\n- moderates: TR2\n- specialises: TR3\n";
    const all: Files = {
      "a.md": `${one}${own}\n## CMOC TR2\n\n- **C:** a town\n${theirs}\n${three.replace("- leads to: TR2\n- rival of: TR2, TR1\n", "")}`,
      "t.md": "## Demi-regularity D1\n\n- configurations: TR3\n",
    };
    const review = reviewOf(all);
    const made = merge(review, record(review, "TR1"), record(review, "TR2"));
    const [kept = "", gone = ""] = (filesAfter(review, made.outcome)["a.md"] ?? "").split("\n## CMOC TR");
    assert.equal(
      kept.split("- supports: @lund2010#e1\n")[1],
      "- leads to: TR3 — as shown\n- moderates: TR3, D1\n- rival of: TR3\n- specialises: TR3, TR9\n- merges: TR2\n",
    );
    assert.ok(gone.includes(theirs), gone);
    assert.match(gone, /- note: TR1 leads to: TR2 — first\n/);
    assert.deepEqual(made.notes, [
      "TR1 says “leads to: TR2” no more, since it would be said of itself.",
      "TR1 says “moderates: TR2” no more, since it would be said of itself.",
      "TR1 says “rival of: TR3” too; the reason that TR2 gave stays at TR2.",
      "TR2 says “rival of: TR1”, which TR1 cannot say of itself. It stays at TR2.",
    ]);
  });

  it("narrows no evidence unsaid: what either has as a whole stays so, or is told", () => {
    const l = (links: string): Files[string] =>
      sourceFile("lund2010", `## Extract e1\n\n> Here.\n\n- at: p. 1\n${links}`);
    const merging = (kept: string, gone: string, links = ""): readonly [string, string, readonly string[]] => {
      const texts: Files = {
        "a.md": `## CMOC TR1\n\n- **M:** x\n${kept}\n## CMOC TR2\n\n- **M:** y\n${gone}`,
        "l.md": l(links),
      };
      const review = reviewOf(texts);
      const { outcome, notes } = merge(review, record(review, "TR1"), record(review, "TR2"));
      const after = filesAfter(review, outcome);
      assert.deepEqual(newsIn(texts, after, { TR2: "TR1" }), []);
      const [, a = ""] = (after["a.md"] ?? "").split("- **M:** x\n");
      return [a.split("- merges")[0] ?? "", (after["l.md"] ?? "").split("p. 1\n")[1] ?? "", notes];
    };
    const [whole, m] = ["- supports: @lund2010#e1\n", "- supports: @lund2010#e1 (M)\n"];
    assert.deepEqual(merging(m, whole), [m, "", ["@lund2010#e1 spoke to TR2 as a whole, and to slots of TR1 now."]]);
    assert.deepEqual(merging(whole, m), ["- supports: @lund2010#e1 — spoke to M\n", "", []]);
    assert.deepEqual(merging(m, m), [m, "", []]);
    // As a whole it would be for and against the same: then it is narrowed, and that is told.
    const review = reviewOf(files);
    assert.deepEqual(merge(review, record(review, "TR1"), record(review, "TR2")).notes, [
      "@lund2010#e3 spoke to TR1 as a whole, and speaks to slots of it now.",
    ]);
    // A link that the kept one has by a range is written once, there.
    assert.deepEqual(merging("", m, "- supports: TR1–TR3 (M)\n"), ["", "- supports: TR1 (M), TR3 (M)\n", []]);
    assert.deepEqual(merging("", m.replace("\n", " — why\n"), "- supports: TR1–TR3 (M)\n"), [
      "",
      "- supports: TR3 (M)\n- supports: TR1 (M) — why\n",
      [],
    ]);
  });

  it("tells which evidence could not be written otherwise, and leaves it", () => {
    const link = "- supports: TR1\n- supports: TR2 of old times\n";
    const of: Files = {
      "a.md": "## CMOC TR1\n\n- **M:** x\n\n## CMOC TR2\n\n- **M:** y\n",
      "l.md": sourceFile("lund2010", `## Extract e1\n\n> Here.\n\n- at: p. 1\n${link}`),
    };
    const review = reviewOf(of);
    const { outcome, notes } = merge(review, record(review, "TR1"), record(review, "TR2"));
    assert.deepEqual(notes, ["@lund2010#e1 could not be written at TR1 and stays at TR2."]);
    assert.equal(filesAfter(review, outcome)["l.md"], of["l.md"]);
  });

  it("names no slot that the kept one does not have, in links of others and in its own", () => {
    const cmoc = (id: string, more: string, slots = "- C: c\n"): string =>
      `## CMOC ${id}\n\n${slots}- M: m\n- O: o\n${more}\n`;
    const of: Files = {
      "a.md": [
        cmoc("TR1", "- moderates: TR4\n"),
        cmoc("TR2", "- leads to: TR3 (M), TR4 (C) — so\n- rival of: TR3\n- moderates: TR4 (C)\n", "- C: c1\n- C: c2\n"),
        cmoc("TR3", "- leads to: [TR2](a.md#cmoc-tr2) (C2) — yes\n- rival of: TR2 (M)\n"),
        cmoc("TR4", "- rival of: TR2–TR3 (C2, M)\n"),
      ].join("\n"),
    };
    const review = reviewOf(of);
    const { outcome, notes } = merge(review, record(review, "TR1"), record(review, "TR2"));
    const after = (filesAfter(review, outcome)["a.md"] ?? "").split(/## CMOC TR\d\n\n/);
    assert.match(
      after[1] ?? "",
      /- leads to: TR3 \(M\) — so\n- leads to: TR4 \(C\) — so\n- moderates: TR4\n- rival of: TR3\n/,
    );
    assert.match(
      after[3] ?? "",
      /- leads to: \[TR1\]\(a\.md#cmoc-tr1\) — yes\n- rival of: TR1 \(M\)\n- note: TR2 \(C2\) was merged into TR1\n/,
    );
    assert.match(after[4] ?? "", /- rival of: TR1 \(M\), TR3 \(C2, M\)\n- note: TR2 \(C2\) was merged into TR1\n/);
    assert.deepEqual(notes, ["TR1 says “moderates: TR4” too, with other slots; those that TR2 named stay at TR2."]);
  });

  it("refuses, with the reason, and changes nothing", () => {
    assert.match(refusedIn({ "a.md": one + two + two }), /^ambiguous: TR2/);
    assert.match(
      refusedIn({ "a.md": one.replace("candidate", "retired") + two }),
      /^told: TR1 was merged or retired already/,
    );
    assert.match(refusedIn(files, "TR1", "TR1"), /^told: Choose two/);
    const against = {
      ...files,
      "a.md": `${one.replace("candidate", "supported")}\n${two.replace(" — it was imposed", "").replace("supported — two studies", "candidate")}`,
    };
    assert.match(refusedIn(against), /^problems: TR1 is supported, yet an extract refutes it/);
    const review = reviewOf(against);
    const anyway = merge(review, record(review, "TR1"), record(review, "TR2"), { anyway: true });
    assert.ok(!isRefusal(anyway.outcome));
    assert.match(filesAfter(review, anyway.outcome)["a.md"] ?? "", /- refutes: @moreau2005#e1\n/);
    const both = {
      "a.md": `${one}\n## CMOC TR2\n\n- **C:** q\n`,
      "l.md": sourceFile("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- refutes: TR2\n"),
    };
    assert.match(refusedIn(both), /^problems: .*both refutes and supports/);
  });

  it("leaves a read-only bibliography, broken neighbours and other bytes alone", () => {
    const odd = {
      ...files,
      "review.yaml": "bibliography: [r.bib]\n",
      "r.bib": "@misc{moreau2005, title={A}}\n@misc{",
      "b.md": "---\nciteky: [\n---\n\n## CMOC TR2–\n\n- C:: \r\n\n```\n[[TR2]]\n",
    };
    const after = mergedIn(odd);
    for (const uri of ["r.bib", "b.md", "review.yaml"] as const) assert.equal(after[uri], odd[uri]);
    const crlf = Object.fromEntries(Object.entries(files).map(([uri, text]) => [uri, text.replace(/\n/g, "\r\n")]));
    const expected = mergedIn(files);
    assert.deepEqual(
      Object.fromEntries(Object.entries(mergedIn(crlf)).map(([uri, text]) => [uri, text.replace(/\r\n/g, "\n")])),
      expected,
    );
  });

  it("brings no problem and loses no word of what was merged in, whatever stands there", () => {
    const cmoc = anyRecord.filter(({ text }) => text.startsWith("## CMOC TR1"));
    const extract = anyRecord.filter(({ source }) => source);
    const theories = anyRecord.filter(({ text }) => /^## (?:Theory|Demi|Memo)/.test(text));
    let done = 0;
    fc.assert(
      fc.property(cmoc, cmoc, extract, theories, (kept, gone, source, other) => {
        const all: Files = {
          "a.md": kept.text,
          "b.md": gone.text.replace("TR1", "TR2"),
          "l.md": source.text,
          "o.md": other.text,
        };
        const review = reviewOf(all);
        const [a, b] = [review.definitions("r:tr1")[0], review.definitions("r:tr2")[0]];
        if (!a || !b) return;
        const { outcome } = merge(review, a, b, { memo: { date: "2026-01-02", reason: "Why." } });
        if (isRefusal(outcome)) return;
        done++;
        const after = filesAfter(review, outcome);
        assert.deepEqual(newsIn(all, after, { TR2: "TR1" }), []);
        const [before, now] = [wordsOf({ b: all["b.md"] ?? "" }), wordsOf(after)];
        for (const [word, count] of before) {
          // The references to extracts are united, and the status is another.
          if (
            /^(?:supports|refutes|refines|candidate|TR\d|lund2010|moreau2005|e\d|odd|key|status|\d|CMOC|sources|lund|md|b|cmoc|tr1|extract|C|M|O1|resource)$/i.test(
              word,
            )
          )
            continue;
          assert.ok((now.get(word) ?? 0) >= count, `${word} is lost`);
        }
      }),
      runs(12),
    );
    assert.ok(done > 0, `${done} were merged`);
  });
});
