import assert from "node:assert/strict";
import fc from "fast-check";
import { isRefusal, type Renamed, renameable, renameHere, renameWithFiles } from "../../../src/core/features/edit.ts";
import { applyEdits } from "../../../src/core/text.ts";
import { runs } from "../../runs.ts";
import { type Files, problemsOf, reviewOf, sourceFile } from "../reviews.ts";
import { filesAfter } from "./editing.ts";
import { cursorIn } from "./places.ts";

/** What would be renamed at the cursor, as `id in words`; or why not. */
function offered(files: Files | string): string | undefined {
  const { review, uri, offset, text } = cursorIn(files);
  const found = renameable(review, uri, offset);
  if (!found) return undefined;
  return "refused" in found ? found.refused : `${found.id} in ${text.slice(found.span.start, found.span.end)}`;
}

/** Every file after what stands at the cursor was renamed, under its new name; or why not. */
function renamedHere(files: Files, id: string, texts: readonly string[] = []): Files | string {
  const { review, uri, offset } = cursorIn(files);
  const here = renameable(review, uri, offset);
  assert.ok(here && !("refused" in here), "something can be renamed");
  const outcome = renameHere(review, here, id, texts);
  return "refused" in outcome ? outcome.refused : moved(filesAfter(review, outcome), outcome);
}

function moved(files: Files, { moves }: Renamed): Files {
  const names = new Map(moves.map(({ from, to }) => [from, to]));
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [names.get(path) ?? path, text]));
}

describe("what can be renamed at a place", () => {
  it("is the id without its kind, one end of a range, the key or the id of an extract in a citation", () => {
    const own = { "l.md": sourceFile("lund2010", "## Extract e1\n\n> Met.\n") };
    const text = (theory: string): Files => ({
      ...own,
      "a.md": `## CMOC TR1\n\n- C: x\n\n## CMOC TR2\n\n- C: y\n\n## CMOC 4\n\n- C: z\n\n# Theory PT1\n\n${theory}\n`,
    });
    for (const [theory, found] of [
      ["- configurations: CMOC TR¦1", "TR1 in TR1"],
      ["- configurations: TR1–T¦R2", "TR2 in TR2"],
      ["- configurations: ¦4", "CMOC4 in 4"],
      ["- supports: @lund¦2010#e1", "lund2010 in lund2010"],
      ["- supports: @{lund2010}#e¦1", "e1 in e1"],
      ["See [[TR1¦|this]].", "TR1 in TR1"],
      ["- stage: ini¦tial", undefined],
      ["Wo¦rds.", undefined],
      ["- configurations: TR¦9", "nowhere"],
      ["- supports: @nob¦ody", "nowhere"],
    ] as const)
      assert.equal(offered(text(theory)), found, theory);
    assert.equal(offered("## CM¦OC TR1: One\n\n- C: x\n"), undefined, "headings are Markdown's own");
    assert.equal(offered("## CMOC TR1: On¦e\n\n- C: x\n"), undefined);
    assert.equal(offered("## CMOC ¦TR1: One\n\n- C: x\n"), "TR1 in TR1");
    assert.equal(offered('---\ncitekey: "lu¦nd"\n---\n'), "lund in lund");
    assert.equal(offered("| ID | C | M | O |\n|---|---|---|---|\n| TR¦7 | a | b | c |\n"), "TR7 in TR7");
  });

  it("is no key of a bibliography, and no mention of an id that two records have", () => {
    const listed = {
      "review.yaml": "bibliography: [r.bib]\n",
      "r.bib": "@misc{lund2010, title={A}}\n",
      "l.md": "---\ncitekey: lund¦2010\n---\n",
    };
    assert.equal(offered(listed), "bibliography");
    const twice = "## CMOC TR1\n\n- C: x\n\n## CMOC TR1\n\n- C: y\n- leads to: TR1\n";
    assert.equal(offered(twice.replace(/TR1\n$/, "T¦R1\n")), "ambiguous");
    const second = twice.replace("## CMOC TR1\n\n- C: y", "## CMOC TR¦1\n\n- C: y");
    assert.equal(offered(second), "TR1 in TR1");
    assert.deepEqual(renamedHere({ "a.md": second }, "TR2"), {
      "a.md": twice.replace("TR1\n\n- C: y", "TR2\n\n- C: y"),
    });
  });
});

const LUND = sourceFile("lund2010", "## Extract e1\n\n> Met.\n\n[itself](lund2010.md#extract-e1)\n").replace(
  "lund2010\n",
  "lund¦2010\n",
);
const LINKED =
  '## CMOC TR1\n\n- C: x [@lund2010#e1](sources/lund2010.md#extract-e1)\n\nSee [it](sources/lund2010.md "lund2010.md"), <sources/lund2010.md>, ![](./sources/lund2010.md), [a]( <sources/lund2010.md> ), `[c](sources/lund2010.md)`, [other](lund2010.md), [web](https://x.org/sources/lund2010.md), [[lund2010]], [[lund2010#Extract e1|it]], `[[lund2010]]`, [[lund2010b]].\n\n    [i](sources/lund2010.md)\n\n[d]: sources/lund2010.md#top\n';

describe("renaming a code of which no codebook tells", () => {
  it("renames its mentions, and never makes it another that is in use", () => {
    const text = sourceFile("l1", '## Extract e1\n\n> Met.\n\n- C me¦al: "Met"\n- code food: "Met"\n- M meal: "Met"\n');
    assert.equal(offered({ "l.md": text }), "meal in meal");
    const plain = text.replace("¦", "");
    assert.deepEqual(renamedHere({ "l.md": text }, "shared-meal"), { "l.md": plain.replaceAll("meal", "shared-meal") });
    assert.equal(renamedHere({ "l.md": text }, "food"), "taken");
    assert.equal(renamedHere({ "l.md": text }, "Food"), "taken");
    assert.equal(renamedHere({ "l.md": text }, "77"), "told");
  });
});

describe("renaming a key", () => {
  const files: Files = { "sources/lund2010.md": LUND, "a.md": LINKED, "x/b.md": "[up](../sources/lund2010.md)\n" };

  it("renames the file that bears it, and every link to that follows", () => {
    const after = renamedHere(files, "Lund-2011");
    assert.ok(typeof after !== "string");
    assert.deepEqual(Object.keys(after).sort(), ["a.md", "sources/Lund-2011.md", "x/b.md"]);
    assert.equal(after["sources/Lund-2011.md"], LUND.replace("¦", "").replaceAll("lund2010", "Lund-2011"));
    assert.equal(after["x/b.md"], "[up](../sources/Lund-2011.md)\n");
    assert.equal(
      after["a.md"],
      LINKED.replace("[@lund2010#e1](sources/lund2010.md", "[@Lund-2011#e1](sources/Lund-2011.md")
        .replace("[it](sources/lund2010.md", "[it](sources/Lund-2011.md")
        .replace("](./sources/lund2010.md", "](./sources/Lund-2011.md")
        .replace("( <sources/lund2010.md", "( <sources/Lund-2011.md")
        .replace(" [[lund2010]]", " [[Lund-2011]]")
        .replace("[[lund2010#", "[[Lund-2011#")
        .replace("[d]: sources/lund2010.md", "[d]: sources/Lund-2011.md"),
    );
  });

  it("lets links of HTML, wikilinks with a path and escaped names follow it, in all folders, and back", () => {
    const links = (key: string, up = ""): string =>
      `# X\n\n<a href="${up}s/${key}.md#about-${key}">z</a> <A HREF = '${up}s/${key}.md'>y</a> <img src='${up}s/${key}.md?raw=1'> [[s/${key}]] [[./${up}s/${key}#a|it]] ![[${key}.md]] [x](${up}s/${key}.md#about-%6b1) <!-- [[${key}]] -->\n\n<div>\n<a href="./${up}s/${key}.md">b</a>\n</div>\n\n| A |\n|---|\n| [[${key}\\|t]] |\n\n[pdf](${up}texts/${key}.pdf) [[texts/${key}.pdf]]\n\n[d]: <${up}s/${key}.md>\n`.replace(
        /<!-- .* -->/,
        "<!-- [[k_1]] -->",
      );
    const all = (key: string): Files => ({
      [`s/${key}.md`]: `---\ncitekey: ${key}\n---\n\n# About @${key}\n\n[me](${key}.md#about-${key}) [[${key}]] <A HREF = ${key}.md>y</a>\n`,
      "t.md": links(key),
      "u/v.md": links(key, "../"),
    });
    const texts = (key: string): readonly string[] => [`${key}.pdf`];
    const review = reviewOf(all("k_1"));
    const there = renameWithFiles(review, "s:k_1", "m_2", texts("k_1"));
    assert.ok(!isRefusal(there));
    const between = moved(filesAfter(review, there), there);
    assert.deepEqual(between, all("m_2"));
    const back = renameWithFiles(reviewOf(between), "s:m_2", "k_1", texts("m_2"));
    assert.ok(!isRefusal(back));
    assert.deepEqual(moved(filesAfter(reviewOf(between), back), back), all("k_1"));
    const odd = {
      ...all("k_1"),
      "t.md":
        '[a](s/k\\_1.md) [b](s/%6B_1.md#x) <a href="s/&#107;_1.md">c</a> <a href="s/k_1&#46;md#about-k_1">d</a>\n',
    };
    const plain = renameWithFiles(reviewOf(odd), "s:k_1", "m_2");
    assert.ok(!isRefusal(plain));
    assert.equal(
      filesAfter(reviewOf(odd), plain)["t.md"],
      '[a](s/m_2.md) [b](s/m_2.md#x) <a href="s/m_2.md">c</a> <a href="s/m_2.md#about-m_2">d</a>\n',
    );
  });

  it("leaves wikilinks that are those of a record or of another file, and refuses where one could be either", () => {
    const key = (folder: string): Files => ({ [`${folder}k1.md`]: "---\ncitekey: k1\n---\n\nWords.\n" });
    const renamedTo = (newKey: string, all: Files): Files | string => {
      const made = renameWithFiles(reviewOf(all), "s:k1", newKey);
      return isRefusal(made) ? String(made.data.words) : filesAfter(reviewOf(all), made);
    };
    const renamedIn = (newKey: string, text: string, more: Files = {}, at = "t.md"): string => {
      const made = renamedTo(newKey, { ...key("s/"), ...more, [at]: text });
      return typeof made === "string" ? made : (made[at] ?? "");
    };
    const cmoc = (id: string): string => `## CMOC ${id}\n\n- C: c\n- M: m\n- O: o\n\n# X\n\n`;
    const record = `${cmoc("K1")}See [[k1]] and [[k1|that one]], [[K1]].\n`;
    assert.equal(renamedIn("z2", record), record);
    assert.equal(renamedIn("z2", `${record}[[s/k1]] [[k1.md]]\n`), `${record}[[s/z2]] [[z2.md]]\n`);
    // What would name a record with the new name is written with the folder.
    assert.equal(renamedIn("z2", `${cmoc("Z2")}[[k1]] [[k1#a|b]]\n`), `${cmoc("Z2")}[[s/z2]] [[s/z2#a|b]]\n`);
    assert.match(
      String(renamedTo("z2", { ...key(""), "t.md": `${cmoc("Z2")}[[k1]]\n` })),
      /^“\[\[k1\]\]” \(t\.md, line 9\) leads to a file that would be called z2\.md/,
    );
    const other = { "notes/k1.md": "# Notes\n" };
    assert.equal(
      renamedIn("z2", "[[k1]] [[notes/k1]] [[s/k1]]\n", other, "notes/t.md"),
      "[[k1]] [[notes/k1]] [[s/z2]]\n",
    );
    assert.equal(renamedIn("z2", "[[k1]] [[../notes/k1]]\n", other, "s/t.md"), "[[z2]] [[../notes/k1]]\n");
    assert.match(
      renamedIn("z2", "# X\n\n[[k1]]\n", other),
      /^“\[\[k1\]\]” \(t\.md, line 3\) may lead to s\/k1\.md or to notes\/k1\.md\. Write the folder into it first: “\[\[s\/k1\]\]”/,
    );
    assert.equal(renamedIn("z2", "`[[k1]]` <!-- [[k1]] -->\n", other), "`[[k1]]` <!-- [[k1]] -->\n");
    assert.equal(renamedIn("z2", "[[k1]]\n", { "notes/z2.md": "# Notes\n" }), "[[s/z2]]\n");
    const begun = performance.now();
    assert.equal(renamedIn("z2", "[[k1]] ".repeat(4000)), "[[z2]] ".repeat(4000));
    renamedIn("z2", "[[k1|".repeat(8000));
    renamedIn("z2", `${"[[k1]]\n\n# X\n\n".repeat(2000)}`);
    assert.ok(performance.now() - begun < 3000);
  });

  it("takes the key with its sign, too", () => {
    assert.deepEqual(renamedHere(files, " @x1 "), renamedHere(files, "x1"));
  });

  it("leaves a file that is called otherwise", () => {
    const other = { "sources/l.md": LUND, "a.md": "[l](sources/l.md) @lund2010\n" };
    assert.deepEqual(Object.keys(renamedHere(other, "x1")), ["a.md", "sources/l.md"]);
  });

  it("refuses where another file has the name, also where case alone is another", () => {
    assert.equal(renamedHere({ ...files, "sources/x1.md": "Words.\n" }, "x1"), "exists");
    assert.equal(renamedHere({ ...files, "sources/X1.md": "Words.\n" }, "x1"), "exists");
    assert.notEqual(renamedHere(files, "LUND2010"), "exists", "its own name in other letters");
  });

  it("renames a full text that is found by the key alone", () => {
    const { review, uri, offset } = cursorIn(files);
    const moves = (texts: readonly string[], front = ""): unknown => {
      review.set({ uri, version: 1, text: LUND.replace("¦", "").replace("---\n\n", `${front}---\n\n`) });
      const here = renameable(review, uri, offset);
      assert.ok(here && !("refused" in here));
      const outcome = renameHere(review, here, "x1", texts);
      return isRefusal(outcome) ? outcome.refused : outcome.moves.slice(1).map(({ from, to }) => `${from} ${to}`);
    };
    assert.deepEqual(moves(["lund2010.pdf", "lund2010b.pdf", "lund2010.txt", "lund2010.zip"]), [
      "texts/lund2010.pdf texts/x1.pdf",
      "texts/lund2010.txt texts/x1.txt",
    ]);
    assert.deepEqual(moves(["lund2010.pdf"], "text: texts/lund2010.pdf\n"), []);
    assert.equal(moves(["lund2010.pdf", "x1.pdf"]), "exists");
  });

  it("renames the study of other reports where the key alone names it", () => {
    const report = "---\ncitekey: b1\nstudy: lund2010\n---\n";
    const after = renamedHere({ ...files, "b.md": report }, "x1");
    assert.equal((after as Files)["b.md"], report.replace("lund2010", "x1"));
    const named = { "sources/lund2010.md": LUND.replace("status:", "study: leeds\nstatus:"), "b.md": report };
    assert.equal((renamedHere(named, "x1") as Files)["b.md"], report);
  });

  it("quotes a key for YAML in the study of other reports too, and keeps the marks that are there", () => {
    for (const [written, key, becomes] of [
      ["lund2010", "null", '"null"'],
      ["lund2010", "2010", '"2010"'],
      ["lund2010 # same", "yes", '"yes" # same'],
      ["'lund2010'", "null", "'null'"],
      ['"lund2010"', "x1", '"x1"'],
    ] as const) {
      const report = `---\ncitekey: b1\nstudy: ${written}\n---\n`;
      const after = renamedHere({ ...files, "b.md": report }, key) as Files;
      assert.equal(after["b.md"], report.replace(written, becomes));
      assert.equal(reviewOf(after).source("b1")?.study, key);
    }
  });

  it("takes a key that is then read wherever it is written, and goes back from there, or refuses it", () => {
    const row =
      "| ID | Context | Mechanism | Outcome | Evidence |\n|---|---|---|---|---|\n| TR8 | a [@{l1}#e1] | b | c | @{l1} |\n";
    const all: Files = {
      "sources/l1.md": '---\ncitekey: "l1"\nstatus: included\n---\n\n## Extract e1\n\n> They met.\n',
      "b.md": '---\ncitekey: b1\nstudy: "l1"\n---\n',
      "a.md": `${row}\n## CMOC TR1\n\n- **C:** x [see @{l1}, p. 3]\n- supports: @{l1}#e1; @{l1}\n\n[[@{l1}]]\n`,
    };
    const unit = fc.constantFrom(..."a1é-_.:/+~&$%?=!^|<>*\\\u0000#");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit, minLength: 1, maxLength: 5 }),
          fc.constantFrom("null", "~", "..", "1e3", "-k", "a|b"),
        ),
        (key) => {
          const there = renameWithFiles(reviewOf(all), "s:l1", key);
          if (isRefusal(there)) return;
          const between = moved(filesAfter(reviewOf(all), there), there);
          assert.equal(reviewOf(between).source("b1")?.study, key);
          const back = renameWithFiles(reviewOf(between), `s:${key}`, "l1");
          assert.ok(!isRefusal(back));
          assert.deepEqual(moved(filesAfter(reviewOf(between), back), back), all);
        },
      ),
      runs(3),
    );
  });

  it("and back gives the bytes and the names of files back, and brings no problem", () => {
    const told = (all: Files): readonly string[] =>
      problemsOf(all)
        .map(({ rule }) => rule)
        .sort();
    const link = fc.constantFrom(
      "[l](sources/lund2010.md)",
      "[[lund2010]]",
      "@lund2010#e1",
      "[@lund2010](sources/lund2010.md#x)",
      "`lund2010.md`",
      "<sources/lund2010.md>",
      "\n\n",
      "\n- supports: @lund2010\n",
      "lund2010.md",
    );
    fc.assert(
      fc.property(
        fc.array(link, { maxLength: 8 }),
        fc.constantFrom("x1", "é-3", "A.b_c"),
        fc.constantFrom(" ", ", ", "\n"),
        (links, key, joint) => {
          const text = `## CMOC TR1\n\n- C: x\n\n${links.join(joint)}\n`;
          const all: Files = { "sources/lund2010.md": LUND.replace("¦", ""), "a.md": text };
          const there = renameWithFiles(reviewOf(all), "s:lund2010", key);
          if (isRefusal(there)) return;
          const between = moved(filesAfter(reviewOf(all), there), there);
          assert.deepEqual(told(between), told(all));
          const back = renameWithFiles(reviewOf(between), `s:${key}`, "lund2010");
          assert.ok(!isRefusal(back));
          assert.deepEqual(moved(filesAfter(reviewOf(between), back), back), all);
        },
      ),
      runs(2),
    );
  });
});

describe("renaming by the pieces that are edited", () => {
  it("sees what would be read otherwise, as by the whole document", () => {
    const codes = "## Code meal\n\n- role: C\n";
    const lund = sourceFile("l1", '## Extract e1\n\n> Met.\n\n- C meal: "Met"\n');
    const review = reviewOf({ "book.md": codes, "l.md": lund });
    assert.ok(isRefusal(renameWithFiles(review, "c:meal", "77")), "`C 77` is a slot");
    const fine = renameWithFiles(review, "c:meal", "m77");
    assert.ok(!isRefusal(fine));
    assert.equal(applyEdits(lund, fine.edits.get("l.md") ?? []), lund.replace("C meal", "C m77"));
  });
});
