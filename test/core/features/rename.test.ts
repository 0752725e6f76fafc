import assert from "node:assert/strict";
import fc from "fast-check";
import { rename, renumber } from "../../../src/core/features/edit.ts";
import { eachRef } from "../../../src/core/review/placed.ts";
import { runs } from "../../runs.ts";
import { type Files, problemsOf, reviewOf, sourceFile } from "../reviews.ts";
import { edited, filesAfter, refusal } from "./editing.ts";

/** The one text after a name was given another id. */
function renamed(text: string, name: string, id: string): string {
  const review = reviewOf({ "a.md": text });
  return filesAfter(review, rename(review, name, id))["a.md"] ?? "";
}

const refused = (files: Files, name: string, id: string): string | undefined =>
  refusal(rename(reviewOf(files), name, id));

const four = ["TR1", "TR2", "TR3", "TR4"].map((id) => `## CMOC ${id}\n\n- C: in ${id}\n\n`).join("");

describe("renaming a record", () => {
  it("renames a code in every spelling of a coding line, links with where they lead", () => {
    const book = "## Code trust: T\n\n- definition: so\n";
    for (const label of [
      "M trust",
      "M [trust](book.md#code-trust-t)",
      "[M trust](book.md#code-trust-t)",
      "**M [trust](book.md#code-trust-t)**",
      "[code trust](book.md#code-trust-t)",
      "M [`trust`](book.md#code-trust-t)",
      "M **trust**",
      "M [[Code trust|trust]]",
    ]) {
      const line = `- ${label}: "it"\n`;
      const review = reviewOf({
        "book.md": book,
        "a.md": sourceFile("k", `## Extract e1\n\n> So it is.\n\n- M trust: "So"\n${line}`),
      });
      const after = filesAfter(review, rename(review, "c:trust", "reliance"))["a.md"] ?? "";
      const wanted = line.replace(/(?<=\[\[Code )trust|(?<!\|)trust(?!-)|(?<=code-)trust/g, "reliance");
      assert.ok(after.endsWith(`- M reliance: "So"\n${wanted}`), after);
    }
  });

  it("writes the new id in its heading and in every reference", () => {
    const text =
      "## CMOC TR1: TR1\n\n- C: x\n- leads to: TR1, CMOC TR1 (C); [[TR1]]\n- note: see [[TR1|this]], TR1 — [TR1](a.md)\n\n[[CMOC TR1]] and `[[TR1]]`\n";
    assert.equal(
      renamed(text, "r:tr1", "X-9"),
      "## CMOC X-9: TR1\n\n- C: x\n- leads to: X-9, CMOC X-9 (C); [[X-9]]\n- note: see [[X-9|this]], TR1 — [X-9](a.md)\n\n[[CMOC X-9]] and `[[TR1]]`\n",
    );
  });

  it("keeps the form of numbers where the new id has it, and gives a kind its space where it has not", () => {
    const text = "## CMO-4\n\n- C: x\n- leads to: 4, CMOC 4, CMOC4, CMO-4\n\n## Theory 4\n\n- configurations: 4\n";
    assert.equal(
      renamed(text, "r:cmoc4", "CMOC9"),
      "## CMO-9\n\n- C: x\n- leads to: 9, CMOC 9, CMOC9, CMO-9\n\n## Theory 4\n\n- configurations: 9\n",
    );
    assert.equal(renamed(text, "r:cmoc4", "9"), renamed(text, "r:cmoc4", "CMOC9"));
    assert.equal(
      renamed(text, "r:cmoc4", "TR1"),
      "## CMO TR1\n\n- C: x\n- leads to: TR1, CMOC TR1, TR1, TR1\n\n## Theory 4\n\n- configurations: TR1\n",
    );
    assert.equal(renamed("## CMOC4: a\n\n- C: x\n", "r:cmoc4", "TR1"), "## CMOC TR1: a\n\n- C: x\n");
  });

  it("there and back gives a heading and its references their number after the kind again", () => {
    for (const [kind, number, id] of [
      ["CMOC", "4", "CMOC4"],
      ["CMO", "4", "CMOC4"],
      ["Theory", "2", "Theory2"],
      ["Programme theory", "2", "Theory2"],
    ] as const) {
      const text = (of: string): string =>
        `## ${kind} ${of}\n\n- note: n\n\n## Memo m1\n\n- about: ${kind} ${of}\n\n[[${kind} ${of}]], [${kind} ${of}](a.md)\n`;
      assert.equal(renamed(text(number), `r:${id.toLowerCase()}`, "X7"), text("X7"));
      assert.equal(renamed(text("X7"), "r:x7", id), text(number));
    }
    const row = "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| CMOC 4 | a | b | c |\n";
    assert.equal(renamed(renamed(row, "r:cmoc4", "X7"), "r:x7", "4"), row);
  });

  it("writes out a range that it breaks", () => {
    const write = (list: string): string => `${four}# Theory PT1\n\n- configurations: ${list}\n`;
    const x9 = (list: string): string | undefined =>
      renamed(write(list), "r:tr3", "X9").split("configurations: ")[1]?.trimEnd();
    assert.equal(x9("TR1–TR4"), "TR1, TR2, X9, TR4");
    assert.equal(x9("TR1 - 4, PT1"), "TR1, TR2, X9, TR4, PT1");
    assert.equal(x9("TR2–TR3 (C), TR1"), "TR2 (C), X9 (C), TR1");
    assert.equal(x9("TR3–TR4 (as a whole)"), "X9, TR4 (as a whole)");
    assert.equal(x9("[TR2–TR4](a.md)"), "[TR2](a.md), [X9](a.md), [TR4](a.md)");
    assert.equal(x9("TR1; TR2–TR3 — as said"), "TR1; TR2, X9 — as said");
    assert.equal(renamed(write("TR0–TR4"), "r:tr4", "X9").split("configurations: ")[1], "TR0–TR3, X9\n");
    assert.equal(renamed(write("TR1–TR4"), "r:tr3", "tr3").split("configurations: ")[1], "TR1–TR4\n");
    assert.equal(renamed(`${four}[[TR2–TR4]].\n`, "r:tr3", "X9").split("in TR4\n\n")[1], "[[TR2]], [[X9]], [[TR4]].\n");
    assert.equal(refused({ "a.md": `${four}[[TR2–TR4|all]].\n` }, "r:tr3", "X9"), "aliased");
    const numbers = "## CMOC 1\n\n- C: x\n\n## CMOC 2\n\n- C: y\n- leads to: 1–2\n";
    assert.equal(renamed(numbers, "r:cmoc2", "7"), numbers.replace("CMOC 2", "CMOC 7").replace("1–2", "1, 7"));
  });

  it("refuses an id that would be read as something else where it is mentioned", () => {
    const coded = `${sourceFile("l1", '## Extract e1\n\n> Met.\n\n- C meal: "Met"\n')}`;
    const codes = { "book.md": "## Code meal\n\n- role: C\n", "l.md": coded };
    assert.equal(refused(codes, "c:meal", "77"), "told", "`C 77` is a slot");
    assert.equal(refused(codes, "c:meal", "m77"), undefined);
    const listed = { "a.md": `${four}# Theory PT1\n\n- configurations: TR1 — as said; TR2\n` };
    assert.equal(refused(listed, "r:tr2", "New-Id"), "form", "after a reason an item begins with a number in it");
    assert.equal(refused(listed, "r:tr1", "X9"), undefined);
  });

  it("refreshes the fragment of a link, and leaves one that was somebody's own", () => {
    const review = reviewOf({
      "a/b.md": "## CMOC TR1: One & all\n\n- C: x\n",
      "c.md": "## Memo m1\n\n- about: [TR1](a/b.md#cmoc-tr1-one--all), [TR1](a/b.md#top), [TR1](a/b.md)\n",
    });
    const files = filesAfter(review, rename(review, "r:tr1", "X9"));
    assert.equal(
      files["c.md"],
      "## Memo m1\n\n- about: [X9](a/b.md#cmoc-x9-one--all), [X9](a/b.md#top), [X9](a/b.md)\n",
    );
  });

  it("refreshes the fragment of a link with a title or in angle brackets, and keeps them", () => {
    const about = (id: string, slug: string): string =>
      [`a.md#${slug} "of cmoc-tr1"`, `<a.md#${slug}>`, `a.md#${slug} (cmoc-tr1)`, ` a.md#${slug} `]
        .map((target) => `[${id}](${target})`)
        .join(", ");
    const text = (id: string, slug: string): string =>
      `## CMOC ${id}\n\n- C: x\n\n## Memo m1\n\n- about: ${about(id, slug)}\n`;
    assert.equal(renamed(text("TR1", "cmoc-tr1"), "r:tr1", "X9"), text("X9", "cmoc-x9"));
  });

  it("writes rows too, those that restate it among them", () => {
    const table = "| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR1 | a | b | c |\n| 5 | a | b | d |\n";
    const review = reviewOf({ "a.md": table, "b.md": "## CMOC TR1\n\n- C: a\n- leads to: CMOC5\n" });
    const files = filesAfter(review, rename(review, "r:tr1", "X9"));
    assert.equal(files["a.md"], table.replace("TR1", "X9"));
    assert.match(files["b.md"] ?? "", /^## CMOC X9\n/);
    const five = filesAfter(review, rename(review, "r:cmoc5", "CMOC6"));
    assert.equal(five["a.md"], table.replace("| 5", "| 6"));
    assert.match(five["b.md"] ?? "", /leads to: CMOC6\n/);
  });

  it("refuses, with the reason", () => {
    const files = { "a.md": four };
    assert.equal(refused(files, "r:tr9", "X9"), "unknown");
    assert.equal(refused(files, "r:tr1", "tr2"), "taken");
    assert.equal(refused(files, "r:tr1", "X9 and"), "signs");
    assert.equal(refused(files, "r:tr1", "TR7–TR9"), "range");
    for (const nothing of ["", "  "]) assert.equal(refused(files, "r:tr1", nothing), "empty");
    assert.equal(refused(files, "r:tr1", "X1-X9"), "range");
    assert.equal(refused({ "a.md": four + four }, "r:tr1", "X9"), "ambiguous");
    // Without a digit, and without a field of its kind, the heading would be an ordinary one.
    assert.equal(refused({ "a.md": "## CMOC TR1\n\nWords.\n" }, "r:tr1", "trust"), "form");
    assert.equal(renamed("## CMOC TR1\n\n- C: x\n", "r:tr1", "trust"), "## CMOC trust\n\n- C: x\n");
  });

  it("gives one of two that share an id another, alone", () => {
    const text = `${four}## CMOC TR1\n\n- C: again\n- leads to: TR1\n`;
    const review = reviewOf({ "a.md": text });
    const [, second] = review.definitions("r:tr1");
    assert.ok(second);
    assert.equal(
      filesAfter(review, renumber(review, second, "TR5"))["a.md"],
      text.replace("TR1\n\n- C: again", "TR5\n\n- C: again"),
    );
  });
});

describe("renaming a source, an extract, a code, a memo", () => {
  const files: Files = {
    "lund.md": sourceFile(
      "lund2010",
      '## Extract e1\n\n> They met.\n\n- at: p. 1\n- C meeting: "met"\n- supports: TR1\n',
    ),
    "codebook.md": "## Code meeting\n\n- role: C\n\n## Code other\n\n- parent: meeting\n",
    "a.md":
      "## CMOC TR1\n\n- C: x [@lund2010#e1, p. 3]\n- supports: [@lund2010#e1](lund.md#extract-e1), @{lund2010}#E1; @lund2010\n\n[[Code meeting]] [[Memo 2026-03-02]]\n\n## Memo 2026-03-02\n\nThanks to @lund2010.\n",
  };

  it("an extract", () => {
    const review = reviewOf(files);
    const after = filesAfter(review, rename(review, "x:lund2010#e1", "e7"));
    assert.match(after["lund.md"] ?? "", /## Extract e7\n/);
    assert.match(
      after["a.md"] ?? "",
      /\[@lund2010#e7, p\. 3\]\n- supports: \[@lund2010#e7\]\(lund\.md#extract-e7\), @\{lund2010\}#e7; @lund2010\n/,
    );
  });

  it("a citation key", () => {
    const review = reviewOf(files);
    const after = filesAfter(review, rename(review, "s:lund2010", "lund-2010"));
    assert.match(after["lund.md"] ?? "", /^---\nciteke\w: lund-2010\n/);
    assert.match(
      after["a.md"] ?? "",
      /\[@lund-2010#e1, p\. 3\]\n- supports: \[@lund-2010#e1\]\(lund\.md#extract-e1\), @\{lund-2010\}#E1; @lund-2010\n/,
    );
    assert.match(after["a.md"] ?? "", /Thanks to @lund-2010\./);
    const odd = filesAfter(review, rename(review, "s:lund2010", "lund..x"));
    assert.match(
      odd["a.md"] ?? "",
      /\[@\{lund\.\.x\}#e1, p\. 3\]\n- supports: \[@\{lund\.\.x\}#e1\]\(lund\.md#extract-e1\), @\{lund\.\.x\}#E1; @\{lund\.\.x\}\n/,
    );
    assert.deepEqual(
      problemsOf(odd).filter(({ level }) => level === "error"),
      [],
    );
    assert.match(filesAfter(review, rename(review, "s:lund2010", "2010"))["lund.md"] ?? "", /citekey: "2010"\n/);
  });

  it("not a key that a bibliography has", () => {
    const listed = { ...files, "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{lund2010, title={A}}\n" };
    assert.equal(refused(listed, "s:lund2010", "lund"), "bibliography");
    assert.equal(refused(files, "s:nobody", "lund"), "unknown");
    assert.equal(refused(files, "s:lund2010", "a b"), "key");
    assert.equal(refused(files, "s:lund2010", ""), "empty");
    for (const key of ["-k", "a|b", "~", "..", ".a", "/a", "a<b>", "a*b*", "a\u0007"])
      assert.equal(refused(files, "s:lund2010", key), "key", key);
    for (const key of ["_k", "a~b", "a.", "a&b", "a-b", "a--b", "DOI:10.1/x", "été", "null"])
      assert.equal(refused(files, "s:lund2010", key), undefined, key);
    assert.equal(refused({ ...files, "b.md": sourceFile("b1", "") }, "s:lund2010", "b1"), "taken");
  });

  it("a code", () => {
    const review = reviewOf(files);
    const after = filesAfter(review, rename(review, "c:meeting", "weekly-meeting"));
    assert.equal(after["codebook.md"], (files["codebook.md"] ?? "").replaceAll("meeting", "weekly-meeting"));
    assert.match(after["lund.md"] ?? "", /- C weekly-meeting: "met"/);
    assert.match(after["a.md"] ?? "", /\[\[Code weekly-meeting\]\]/);
  });

  it("a memo", () => {
    const review = reviewOf(files);
    const after = filesAfter(review, rename(review, "m:2026-03-02", "2026-03-03"));
    assert.match(after["a.md"] ?? "", /\[\[Memo 2026-03-03\]\]\n\n## Memo 2026-03-03\n/);
  });
});

const IDS = ["TR1", "TR2", "SY-1", "CMOC4", "PT1"] as const;
const anyReview = fc
  .array(
    fc.tuple(
      fc.constantFrom(...IDS),
      fc.constantFrom(": A title", "", " – TR1 again"),
      fc.array(
        fc.constantFrom(
          "- leads to: TR1, SY-1 (C)",
          "- supports: @lund2010#e1",
          "- note: [[TR2]], [SY-1](b.md) [@lund2010, p. 3]",
          "- theory: PT1",
          "- leads to: [TR2](a.md#cmoc-tr2) — as said; CMOC4",
          "- refutes: @lund2010; [@lund2010#e1] (C)",
          "- theme: TR1",
          "- leads to: TR1–TR3 (C), SY-1",
          "- moderates: TR0-TR2 — as said",
          "- note: see [[TR1–TR4]] and [it](b.md#cmoc-tr1-a-title)",
        ),
        { maxLength: 4 },
      ),
      fc.constantFrom("a.md", "b.md"),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((records): Files => {
    const files: { [path: string]: string } = {
      "lund.md": sourceFile(
        "lund2010",
        '## Extract e1\r\n\r\n> They met.\r\n\r\n- C meeting: "met"\r\n- supports: TR1, SY-1\r\n',
      ),
      "codebook.md": "## Code meeting\n\n- role: C\n",
    };
    const seen = new Set<string>();
    for (const [id, title, bullets, uri] of records) {
      if (seen.has(id)) continue;
      seen.add(id);
      const kind = id.startsWith("PT") ? "Theory" : "CMOC";
      const fields = kind === "Theory" ? ["- stage: initial", "- configurations: TR1–TR4"] : ["- **C:** x", ...bullets];
      files[uri] = `${files[uri] ?? ""}## ${kind} ${id}${title}\n\n${fields.join("\n")}\n\n`;
    }
    return files;
  });

const hasRange = (text = ""): boolean => /TR\d[–-]TR/.test(text);

/** All that a review defines and mentions, with its fields, slots and reasons: what ranges and lists of the same ids have in common. */
function meaning(files: Files): readonly string[] {
  const review = reviewOf(files);
  return review.uris().flatMap((uri) =>
    review.placed(uri).flatMap(({ facts }) => {
      const said: string[] = facts.records.map(({ kind, name }) => `${uri} ${kind} ${name}`);
      eachRef(facts, (ref) => {
        const evidence = "stance" in ref ? [ref.stance, ref.slots, ref.locator] : [];
        said.push(`${uri} ${JSON.stringify([ref.field, ref.name, ref.reason, ref.target, ref.inReason, ...evidence])}`);
      });
      return said.sort();
    }),
  );
}

describe("a rename", () => {
  it("and its way back give the bytes back, of what was a range the meaning, and bring no problem", () => {
    const names = ["r:tr1", "r:tr2", "r:sy-1", "r:pt1", "x:lund2010#e1", "s:lund2010", "c:meeting"] as const;
    const told = (files: Files): string[] =>
      problemsOf(files)
        .map(({ rule, uri }) => `${rule} ${uri}`)
        .sort();
    fc.assert(
      fc.property(anyReview, fc.constantFrom(...names), fc.constantFrom("XX9", "new.id7", "é-3"), (files, name, id) => {
        const review = reviewOf(files);
        const there = rename(review, name, id);
        if (refusal(there)) {
          assert.ok(!review.isDefined(name));
          return;
        }
        const between = edited(review, there);
        const key = name.startsWith("s:") ? id : id.toLowerCase();
        const newName = name.startsWith("x:") ? `x:lund2010#${key}` : name.slice(0, 2) + key;
        assert.ok(between.isDefined(newName) && !between.isDefined(name));
        assert.equal(between.references(newName).length, review.references(name).length);
        const before = told(files);
        // A `[[TR9]]` of somebody's own is told of only while the review has a TR; of a range with several unknown ids one is told.
        for (const each of told(filesAfter(review, there))) {
          if (each.startsWith("ref/unknown") && hasRange(files[each.slice("ref/unknown ".length)])) continue;
          assert.ok(before.splice(before.indexOf(each), 1)[0] === each, each);
        }
        const old = name.startsWith("x:") ? "e1" : name.startsWith("r:") ? name.slice(2).toUpperCase() : name.slice(2);
        const back = filesAfter(between, rename(between, newName, old));
        for (const [uri, text] of Object.entries(files)) if (!hasRange(text)) assert.equal(back[uri], text);
        assert.deepEqual(meaning(back), meaning(files));
      }),
      runs(2),
    );
  });
});
