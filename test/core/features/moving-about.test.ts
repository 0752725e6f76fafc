import assert from "node:assert/strict";
import fc from "fast-check";
import { documentLinks } from "../../../src/core/features/document-links.ts";
import { isRefusal, rename, renameable, renameWithFiles } from "../../../src/core/features/edit.ts";
import { foldings } from "../../../src/core/features/folding.ts";
import { highlights, references } from "../../../src/core/features/references.ts";
import { selections } from "../../../src/core/features/selection.ts";
import { workspaceSymbols } from "../../../src/core/features/symbols/workspace.ts";
import { documentSymbols } from "../../../src/core/features/symbols.ts";
import type { Name } from "../../../src/core/model/types.ts";
import { eachRef } from "../../../src/core/review/placed.ts";
import type { Review } from "../../../src/core/review.ts";
import { runs } from "../../runs.ts";
import { type Files, reviewOf, sourceFile } from "../reviews.ts";
import { anyMarkdown, anyUnits } from "../syntax/generate.ts";
import { filesAfter } from "./editing.ts";
import { cursorIn } from "./places.ts";

const RECORD =
  "# Trust\n\n## CMOC TR1: One\n\n- **C:** a place\n  - supports: @l#e1\n  - refutes: @l#e2\n- **M:** trust\n- supports: @l#e1\n  — as they said\n- supports: @l#e2\n- refutes: @l#e3\n- note: x\n- supports: @l#e4\n\nWords.\n\n## CMOC TR2\n\n- C: see [[TR1|it]]\n- leads to: [TR1](a.md#x), TR1–TR2\n\n# Other\n";
const SOURCE =
  '---\ncitekey: l\ntitle: T\ntext: texts/l.pdf\ndoi: "10.1000/xyz(1)"\n---\n\n## Extract e1\n\n> Met.\n\n- at: p. 1\n- C a: "Met"\n- M b: "Met"\n- supports: TR1\n- refutes: TR2\n\nSee [[TR1]], [[TR9]], [[TR1–TR2]], [[[TR1]]](a.md), [[somebody]].\n';
const FILES: Files = {
  "review.yaml": 'cmoc: 1\nbibliography: [refs/r.bib, "other.bib"]\ntexts: full\ndecisions:\n  - d.csv\n',
  "a.md": RECORD,
  "l.md": SOURCE,
};

describe("what folds beyond Markdown's own", () => {
  const folded = (uri: string, text: string): readonly string[] =>
    foldings(reviewOf({ ...FILES, [uri]: text }), uri).map(({ start, end, is }) => {
      const lines = text.split(/\r\n|\n/);
      return `${is}: ${lines[start]} … ${lines[end]}`;
    });

  it("is the evidence of a record and of a slot, with the lines that belong to it", () => {
    assert.deepEqual(folded("a.md", RECORD), [
      "evidence:   - supports: @l#e1 …   - refutes: @l#e2",
      "evidence: - supports: @l#e1 … - refutes: @l#e3",
    ]);
  });

  it("is front matter, coding lines, evidence at an extract", () => {
    const found = [
      "front matter: --- … ---",
      'coding: - C a: "Met" … - M b: "Met"',
      "evidence: - supports: TR1 … - refutes: TR2",
    ];
    assert.deepEqual(folded("l.md", SOURCE), found);
    assert.deepEqual(folded("l.md", SOURCE.replaceAll("\n", "\r\n")), found);
  });

  it("is at one depth: what stands deeper or less deep begins anew", () => {
    const nested = "## CMOC TR1\n\n- C: a place\n  - supports: @l#e1\n- supports: @l#e2\n- supports: @l#e3\n";
    assert.deepEqual(folded("a.md", nested), ["evidence: - supports: @l#e2 … - supports: @l#e3"]);
  });

  it("is two bullets of evidence where there are no more", () => {
    const two = "## CMOC TR1\n\n- C: a place\n- supports: @l#e1\n- refutes: @l#e2\n";
    assert.deepEqual(folded("a.md", two), ["evidence: - supports: @l#e1 … - refutes: @l#e2"]);
  });

  it("is nothing where there is none", () => {
    assert.deepEqual(folded("b.md", "# Words\n\n- a\n- b\n"), []);
    assert.deepEqual(foldings(reviewOf({}), "b.md"), []);
  });
});

describe("what is selected around a place", () => {
  const around = (text: string): readonly string[] => {
    const { review, uri, offset, text: all } = cursorIn({ ...FILES, "a.md": text });
    return selections(review, uri, offset).map(({ start, end }) => all.slice(start, end));
  };

  it("grows from a reference to its item, its line, its record, its section", () => {
    const found = around(RECORD.replace("[TR1](a.md", "[T¦R1](a.md"));
    assert.deepEqual(found.slice(0, 5), [
      "TR1",
      "[TR1](a.md#x)",
      "[TR1](a.md#x), TR1–TR2",
      "- leads to: [TR1](a.md#x), TR1–TR2",
      "## CMOC TR2\n\n- C: see [[TR1|it]]\n- leads to: [TR1](a.md#x), TR1–TR2",
    ]);
    assert.equal(found.at(-2), RECORD.slice(0, RECORD.indexOf("\n\n# Other")));
    assert.equal(found.at(-1), RECORD);
  });

  it("grows from the reference of a link to the slots on which it bears", () => {
    const found = around(RECORD.replace("- refutes: @l#e3\n", "- refutes: @l#¦e3 (C, M) — as said; @l#e4\n"));
    assert.deepEqual(found.slice(0, 4), ["e3", "@l#e3", "@l#e3 (C, M)", "@l#e3 (C, M) — as said; @l#e4"]);
  });

  it("grows from a reference to the Markdown link that it is, also in a piece too long for its parts to be read", () => {
    const long = RECORD.replace("[TR1](a.md", "[T¦R1](a.md").replace("# Other", `${"Words. ".repeat(4000)}\n\n# Other`);
    assert.deepEqual(around(long).slice(0, 3), ["TR1", "[TR1](a.md#x)", "- leads to: [TR1](a.md#x), TR1–TR2"]);
  });

  it("grows from the words of a slot to all that is nested below it", () => {
    assert.deepEqual(around(RECORD.replace("a place", "a pl¦ace")).slice(0, 3), [
      "a place",
      "- **C:** a place",
      "- **C:** a place\n  - supports: @l#e1\n  - refutes: @l#e2",
    ]);
  });

  it("grows in front matter, and is nothing in a document that is none of the review's", () => {
    const { review } = cursorIn({ ...FILES, "b.md": "¦" });
    const found = selections(review, "l.md", SOURCE.indexOf("citekey: l") + 9);
    assert.deepEqual(
      found.slice(0, 2).map(({ start, end }) => SOURCE.slice(start, end)),
      ["l", "citekey: l"],
    );
    assert.deepEqual(selections(review, "none.md", 0), []);
  });

  it("grows step by step around any place of any text", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...RECORD.split(/(?<=\n)/), ...SOURCE.split(/(?<=\n)/), "|", "\r\n", "  "), {
          maxLength: 12,
        }),
        fc.nat(300),
        (lines, offset) => {
          const text = lines.join("");
          const review = reviewOf({ "a.md": text });
          const found = selections(review, "a.md", Math.min(offset, text.length));
          for (const [index, { start, end }] of found.entries()) {
            assert.ok(start <= offset && Math.min(offset, text.length) <= end && end <= text.length);
            const inner = found[index - 1];
            if (inner) assert.ok(start <= inner.start && inner.end <= end && end - start > inner.end - inner.start);
          }
          for (const { start, end } of foldings(review, "a.md")) assert.ok(start < end);
        },
      ),
      runs(1),
    );
  });
});

describe("links of a document", () => {
  const linked = (uri: string, files: Files = FILES): readonly string[] => {
    const review = reviewOf(files);
    const text = review.text(uri) ?? "";
    return documentLinks(review, uri).map(
      ({ span, to }) => `${text.slice(span.start, span.end)} → ${JSON.stringify(to)}`,
    );
  };

  it("leave out a DOI with half a sign in it, and keep the others", () => {
    const text = '---\ncitekey: l1\ntext: texts/l.pdf\ndoi: "10.1234/\\uD800"\n---\n';
    assert.deepEqual(linked("l.md", { "l.md": text }), ['texts/l.pdf → {"file":"texts/l.pdf"}']);
  });

  it("are the full text and the DOI of a source, and wikilinks that name one record", () => {
    assert.deepEqual(linked("l.md"), [
      'texts/l.pdf → {"file":"texts/l.pdf"}',
      '10.1000/xyz(1) → {"web":"https://doi.org/10.1000/xyz(1)"}',
      `[[TR1]] → {"file":"a.md","start":${RECORD.indexOf("TR1: One")}}`,
    ]);
    assert.deepEqual(linked("a.md"), [`[[TR1|it]] → {"file":"a.md","start":${RECORD.indexOf("TR1: One")}}`]);
  });

  it("are no addresses, which editors find, and nothing outside the review", () => {
    const with_ = (line: string): Files => ({ "l.md": `---\ncitekey: l\n${line}\n---\n` });
    assert.deepEqual(linked("l.md", with_("doi: https://doi.org/10.1000/x")), []);
    assert.deepEqual(linked("l.md", with_("doi: nonsense")), []);
    assert.deepEqual(linked("l.md", with_("text: ../../etc/passwd")), []);
    assert.deepEqual(linked("l.md", with_("doi: doi:10.1000/a?b#c")), [
      'doi:10.1000/a?b#c → {"web":"https://doi.org/10.1000/a%3Fb%23c"}',
    ]);
    assert.deepEqual(linked("l.md", { "l.md": "---\ntext: x.pdf\n---\n" }), []);
  });

  it("are the files and the folder that the manifest names", () => {
    assert.deepEqual(linked("review.yaml"), [
      'refs/r.bib → {"file":"refs/r.bib"}',
      'other.bib → {"file":"other.bib"}',
      'd.csv → {"file":"d.csv"}',
      'full → {"folder":"full"}',
    ]);
    assert.deepEqual(linked("review.yaml", { "review.yaml": "bibliography: [../x.bib]\ntexts: ../y\n" }), []);
    assert.deepEqual(linked("review.yaml", { "review.yaml": "bibliography: [\n" }), []);
  });
});

describe("in any text", () => {
  const anyFiles = fc
    .tuple(
      fc.oneof(anyMarkdown, anyUnits),
      fc.constantFrom("TR1", "@lund2010#e1", "lund2010.md", "[l](lund2010.md)", "[[TR1]]"),
      fc.nat(3),
    )
    .map(([words, put, where]): Files => {
      const at = Math.floor((words.length * where) / 3);
      const text = `## CMOC TR1\n\n- **C:** x\n${words.slice(0, at)}${put}${words.slice(at)}\n\n## CMOC TR2\n\n- C: y\n- leads to: TR1\n`;
      return { "a.md": text, "lund2010.md": `${sourceFile("lund2010", "## Extract e1\n\n> x\n\n")}${words}` };
    });
  /** Everything that is defined and mentioned, in the order of letters. */
  const said = (review: Review, as: (name: Name) => Name = (name) => name): readonly string[] => {
    const found: string[] = [];
    for (const uri of review.uris()) {
      for (const { facts } of review.placed(uri)) {
        for (const { kind, name } of facts.records) found.push(`${kind} ${as(name)}`);
        eachRef(facts, ({ field, name }) => found.push(`in ${field} ${as(name)}`));
      }
    }
    return found.sort();
  };

  it("places, outlines and links are within it, and nothing throws", () => {
    fc.assert(
      fc.property(anyFiles, fc.nat(400), (files, offset) => {
        const review = reviewOf(files);
        for (const uri of review.uris()) {
          const length = (review.text(uri) ?? "").length;
          const inside = ({ start, end }: { start: number; end: number }): void =>
            assert.ok(start >= 0 && start <= end && end <= length, `${start} ${end} of ${length}`);
          const at = Math.min(offset, length);
          for (const { span } of highlights(review, uri, at) ?? []) inside(span);
          for (const { uri: file, span } of references(review, uri, at)?.mentions ?? []) if (file === uri) inside(span);
          for (const span of selections(review, uri, at)) inside(span);
          for (const { span } of documentLinks(review, uri)) inside(span);
          for (const { span, selection } of documentSymbols(review, uri)) {
            inside(span);
            assert.ok(span.start <= selection.start && selection.end <= span.end);
          }
          const found = renameable(review, uri, at);
          if (found && !("refused" in found)) inside(found.span);
        }
        assert.ok(workspaceSymbols(review, "e1").length > 0 || !review.isDefined("x:lund2010#e1"));
      }),
      runs(1),
    );
  });

  it("a rename leaves all that is said as it was but for the name, whether pieces are read or the whole", () => {
    fc.assert(
      fc.property(anyFiles, fc.constantFrom("XX2", "77", "é.9"), (files, id) => {
        const review = reviewOf(files);
        const outcome = rename(review, "r:tr1", id);
        if (!isRefusal(outcome)) {
          const made = id === "77" ? "r:cmoc77" : `r:${id.toLowerCase()}`;
          const renamed = said(review, (name) => (name === "r:tr1" ? made : name));
          assert.deepEqual(said(reviewOf(filesAfter(review, outcome))), [...renamed].sort());
        }
        const key = renameWithFiles(review, "s:lund2010", "x1");
        if (isRefusal(key)) return;
        const now = said(reviewOf(filesAfter(review, key)), (name) => name);
        const before = said(review, (name) => name.replace(/^([sx]:)lund2010(?=$|#)/, "$1x1"));
        assert.deepEqual(now, [...before].sort());
      }),
      runs(1),
    );
  });
});
