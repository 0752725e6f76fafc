import assert from "node:assert/strict";
import fc from "fast-check";
import { isRefusal } from "../../../src/core/features/edit.ts";
import {
  entriesIn,
  freeName,
  isFoundByKey,
  joinsAs,
  listBibliographies,
  safeName,
  sourceNamed,
  textOfSource,
} from "../../../src/core/features/joining-files.ts";
import { readManifest } from "../../../src/core/syntax/manifest.ts";
import { safePath } from "../../../src/core/syntax/paths.ts";
import { runs } from "../../runs.ts";
import { reviewOf, sourceFile } from "../reviews.ts";
import { anyUnits } from "../syntax/generate.ts";
import { filesAfter, refusal } from "./editing.ts";

function listed(manifest: string, ...paths: readonly string[]): string {
  const review = reviewOf({ "review.yaml": manifest });
  const outcome = listBibliographies(review, paths);
  return isRefusal(outcome) ? outcome.refused : (filesAfter(review, outcome)["review.yaml"] ?? "");
}

describe("a bibliography that joins a review", () => {
  it("is listed in the manifest, in the hand in which that is written", () => {
    assert.equal(listed("cmoc: 1\n", "a.bib"), "cmoc: 1\nbibliography: [a.bib]\n");
    assert.equal(listed("", "a.bib"), "bibliography: [a.bib]\n");
    assert.equal(listed("cmoc: 1", "a.bib", "b.ris"), "cmoc: 1\nbibliography: [a.bib, b.ris]\n");
    assert.equal(listed("bibliography: [x.bib]\ncmoc: 1\n", "a.bib"), "bibliography: [x.bib, a.bib]\ncmoc: 1\n");
    assert.equal(listed("bibliography: []\n", "a.bib"), "bibliography: [a.bib]\n");
    assert.equal(listed("bibliography:\ncmoc: 1\n", "a.bib"), "bibliography: [a.bib]\ncmoc: 1\n");
    assert.equal(listed("bibliography: x.bib # ours\n", "a.bib"), "bibliography: [x.bib, a.bib] # ours\n");
    assert.equal(
      listed("bibliography:\r\n  - x.bib # ours\r\n  # more\r\ncmoc: 1\r\n", "a.bib", "b.bib"),
      "bibliography:\r\n  - x.bib # ours\r\n  - a.bib\r\n  - b.bib\r\n  # more\r\ncmoc: 1\r\n",
    );
    assert.equal(listed("bibliography: [\n  x.bib,\n]\n", "a b,c.bib"), 'bibliography: [\n  x.bib, "a b,c.bib",\n]\n');
    assert.equal(listed("cmoc: 1\n...\n", "a.bib"), "cmoc: 1\nbibliography: [a.bib]\n...\n");
  });

  it("is listed once, and not in what is no list of names", () => {
    assert.equal(listed("bibliography: [x.bib]\n", "x.bib", "a.bib", "a.bib"), "bibliography: [x.bib, a.bib]\n");
    assert.equal(listed("bibliography: [x.bib]\n", "x.bib"), "bibliography: [x.bib]\n");
    assert.equal(listed("bibliography: {a: b}\n", "a.bib"), "form");
    assert.equal(listed("bibliography: |\n  x.bib\n", "a.bib"), "form");
    assert.equal(listed("bibliography: [x.bib\ncmoc: 1\n", "a.bib"), "form");
    assert.equal(listed("cmoc: 1\n", "../a.bib"), "form");
  });

  it("leaves all else that a manifest says, whatever it is", () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (manifest, name) => {
        const before = readManifest(manifest).manifest;
        const after = listed(manifest, `${safeName(name)}.bib`);
        if (["form", "unknown"].includes(after)) return;
        assert.equal(readManifest(after).manifest.title, before.title);
      }),
      runs(100),
    );
  });

  it("says what it brings", () => {
    const review = reviewOf({ "review.yaml": "bibliography: [x.bib]\n", "x.bib": "@book{a,\n title={A}}\n" });
    assert.deepEqual(entriesIn(review, "n.bib", "@book{a,}\n@book{b,}\n@book{c"), { count: 3, problems: 1, known: 1 });
    assert.deepEqual(entriesIn(review, "n.bib", ""), { count: 0, problems: 0, known: 0 });
    assert.equal(entriesIn(review, "n.json", '{"name": "x", "version": 1}').count, 0);
  });
});

describe("a full text that joins a review", () => {
  const FILES = {
    "review.yaml": "bibliography: [x.bib]\n",
    "x.bib": "@book{berg2011,\n title={A}}\n@book{Odd-Key,\n}\n",
    "sources/lund2010.md": sourceFile("lund2010", "## Extract e1\n\n> x\n"),
    "sources/held2012.md": "---\ncitekey: held2012\ntext: texts/held.pdf\n---\n",
  };

  it("is that of the source that it is named after", () => {
    const review = reviewOf(FILES);
    assert.equal(sourceNamed(review, "lund2010.pdf"), "lund2010");
    assert.equal(sourceNamed(review, "Lund2010.PDF"), "lund2010");
    assert.equal(sourceNamed(review, "berg2011 - A long title.pdf"), "berg2011");
    assert.equal(sourceNamed(review, "odd-key.txt"), "Odd-Key");
    assert.equal(sourceNamed(review, "1-s2.0-S01.pdf"), undefined);
  });

  it("is named in the source's file, which is begun where there is none; not where its own name says it", () => {
    const review = reviewOf(FILES);
    const files = (key: string, path: string): string | undefined => {
      const after = filesAfter(review, textOfSource(review, key, path));
      return after[`sources/${key}.md`];
    };
    assert.equal(files("lund2010", "texts/lund2010.pdf"), FILES["sources/lund2010.md"]);
    assert.match(files("lund2010", "texts/a b.pdf") ?? "", /^rigour: high\ntext: texts\/a b\.pdf\n---$/m);
    assert.equal(files("berg2011", "texts/x.pdf"), "---\ncitekey: berg2011\ntext: texts/x.pdf\n---\n");
    assert.equal(files("berg2011", "texts/berg2011.xml"), undefined);
    assert.equal(files("held2012", "texts/held.pdf"), FILES["sources/held2012.md"]);
    assert.equal(refusal(textOfSource(review, "held2012", "texts/other.pdf")), "taken");
    assert.equal(refusal(textOfSource(review, "held2012", "texts/held2012.pdf")), "taken");
    assert.equal(refusal(textOfSource(review, "nobody", "texts/other.pdf")), "unknown");
    assert.ok(!isFoundByKey(review, "lund2010", "texts/sub/lund2010.pdf"));
  });
});

describe("a file's name", () => {
  it("says what the file is to a review", () => {
    assert.equal(joinsAs("My Library.BIB"), "bibliography");
    assert.equal(joinsAs("a.ris"), "bibliography");
    assert.equal(joinsAs("a.JSON"), "bibliography");
    assert.equal(joinsAs("paper.pdf"), "text");
    for (const name of ["folder", ".bib", "a.docx", "bib", ""]) assert.equal(joinsAs(name), undefined, name);
  });

  it("is one that can lie in the review, whatever it was", () => {
    assert.equal(safeName("../../etc/passwd.bib"), "passwd.bib");
    assert.equal(safeName("C:\\Users\\x\\é ü.pdf"), "é ü.pdf");
    assert.equal(safeName("a:b*?\n.pdf"), "a-b-.pdf");
    assert.equal(safeName("...."), "file");
    assert.equal(safeName("~"), "-");
    assert.equal(safeName(`${"x".repeat(400)}.pdf`), `${"x".repeat(120)}.pdf`);
    fc.assert(
      fc.property(anyUnits, (name) => {
        const safe = safeName(name);
        assert.equal(safePath(safe), safe);
        assert.ok(safe !== "" && !safe.includes("/") && !safe.startsWith(".") && safe.length < 140);
      }),
      runs(200),
    );
  });

  it("is counted on where it is taken", () => {
    const taken = new Set(["a.pdf", "a-2.pdf"]);
    assert.equal(
      freeName("a.pdf", (name) => taken.has(name)),
      "a-3.pdf",
    );
    assert.equal(
      freeName("b.pdf", (name) => taken.has(name)),
      "b.pdf",
    );
  });
});
