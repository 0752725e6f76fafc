import assert from "node:assert/strict";
import fc from "fast-check";
import type { Reference } from "../../../../src/core/bibliography/reference.ts";
import { completion } from "../../../../src/core/features/completion.ts";
import { applyEdits } from "../../../../src/core/text.ts";
import { runs } from "../../../runs.ts";
import { reviewOf } from "../../reviews.ts";
import { anyMarkdown } from "../../syntax/generate.ts";
import { anyRecord } from "../generate-records.ts";
import { SMALL } from "../places.ts";
import { labels, offered, taken } from "./offered.ts";

describe("completion of citations", () => {
  it("offers keys after `@`, those of included sources first", () => {
    assert.deepEqual(labels("As @¦ says.\n"), ["@okafor2014", "@moreau2005"]);
    assert.equal(taken("As [@mor¦; @x].\n", "@moreau2005"), "As [@moreau2005; @x].\n");
    assert.equal(taken("As @oka¦for99 says.\n", "@okafor2014"), "As @okafor2014 says.\n");
    assert.deepEqual(labels("## CMOC X1\n\n- C: x\n- supports: ¦"), ["@okafor2014", "@moreau2005"]);
    assert.deepEqual(labels("| ID | Context | Mechanism | Evidence |\n|-|-|-|-|\n| a1 | b | c | @¦ |\n").length, 2);
  });

  it("finds them by author, year and title, as far as the door knows them", () => {
    const reference = (key: string): Reference | undefined =>
      key === "moreau2005"
        ? {
            key,
            type: "book",
            title: "Quiet work",
            authors: [{ family: "Moreau" }, { literal: "A Trust" }],
            year: 2005,
          }
        : undefined;
    const [first, second] = offered("As @¦", { reference });
    assert.equal(first?.filterText, "@okafor2014 Working together again");
    assert.equal(second?.detail, "Moreau and A Trust 2005 · Quiet work");
    assert.equal(second?.filterText, "@moreau2005 Moreau A Trust 2005 Quiet work");
    assert.deepEqual(second?.about, { source: "moreau2005" });
  });

  it("writes an odd key in braces", () => {
    const text = "As @{od¦}.\n";
    const files = { "b.md": "---\ncitekey: a1.\n---\n", "a.md": text };
    const item = offered(files).find(({ label }) => label.includes("a1"));
    assert.equal(item && applyEdits(text.replace("¦", ""), [item.edit]), "As @{a1.}.\n");
  });

  it("offers a source’s extracts after `#`, with their first words", () => {
    const [first, ...others] = offered("As @okafor2014#¦ says.\n");
    assert.deepEqual([first?.label, first?.detail, others.length], ["e4", "They met.", 0]);
    assert.equal(taken("As @okafor2014#e¦ says.\n", "e4"), "As @okafor2014#e4 says.\n");
    assert.deepEqual(labels("As @nobody#¦"), []);
  });

  it("offers nothing in an address or in code", () => {
    const none = ["mail me@¦", "`@¦`", "```\n@¦\n```\n", "~~~ md\n@¦", "[x](@¦)", "[x](<@¦", "<!-- as @¦ -->"];
    for (const text of none) assert.deepEqual(labels(text), [], text);
    assert.equal(labels("As [x](y.md) and (@¦").length, 2);
    assert.equal(labels("As <!-- so --> as @¦").length, 2);
    assert.equal(labels("```\n@x\n```\n\nAs @¦").length, 2);
  });
});

describe("completion in the reason of a link", () => {
  const line = (words: string): readonly string[] => labels(`## CMOC TR7\n\n- C: x\n- supports: ${words}\n`);

  it("offers no source, which would stand in the midst of words", () => {
    for (const words of ["@okafor2014#e4 — as @¦", "@okafor2014#e4 (C) - so @¦", "@moreau2005 -- see [[¦"])
      assert.deepEqual(line(words), [], words);
  });

  it("offers them again behind its end", () => {
    assert.equal(line("@okafor2014#e4 — as it is; @¦").length, 2);
    assert.equal(line("@okafor2014#e4, @¦").length, 2);
  });
});

describe("completion of wiki links", () => {
  it("offers every record, and closes the brackets where they are open", () => {
    assert.deepEqual(labels("See [[¦"), ["TR1", "TR2", "PT1", "Code shared-history"]);
    assert.equal(taken("See [[¦ and\n", "TR1"), "See [[TR1]] and\n");
    assert.equal(taken("See [[T¦]]\n", "TR2"), "See [[TR2]]\n");
    assert.equal(taken("See [[¦|that one]]\n", "TR2"), "See [[TR2|that one]]\n");
  });
});

describe("completion of front matter", () => {
  const front = (words: string): string => `---\n${words}\n---\n\n## Extract e1\n`;

  it("offers keys that are not there yet, and their values", () => {
    assert.equal(labels(front("citekey: a1\n¦"))[0], "title");
    assert.equal(taken(front("citekey: a1\nri¦"), "rigour"), front("citekey: a1\nrigour: "));
    assert.deepEqual(labels(front("citekey: a1\nstatus: ¦")), ["included", "excluded", "awaiting"]);
    assert.deepEqual(labels(front("citekey: a1\nread: ¦"), { today: "2026-03-02" }), ["2026-03-02"]);
    assert.deepEqual(labels(front("citekey: a1\nread: ¦")), []);
    assert.deepEqual(labels(front("citekey: a1\nrichness: th¦")), ["thin", "thick", "rich"]);
    assert.deepEqual(labels(front("citekey: ¦")), ["moreau2005"]);
    assert.deepEqual(labels(front("citekey: a1\ntitle: ¦")), []);
  });

  it("offers coders and scales under `appraisals`", () => {
    const manifest = { "review.yaml": "coders: { JA: Jo }\n" };
    assert.deepEqual(labels({ ...manifest, "a.md": front("citekey: a1\nappraisals:\n  ¦") }), ["JA"]);
    assert.deepEqual(labels(front("citekey: a1\nappraisals:\n  JA: { ¦ }")), ["relevance", "richness", "rigour"]);
    assert.deepEqual(labels(front("citekey: a1\nappraisals:\n  JA: { rigour: ¦ }")), ["low", "moderate", "high"]);
  });
});

describe("completion of review.yaml", () => {
  const at = (text: string): readonly string[] => labels({ "review.yaml": text });

  it("offers keys, schemes, checks and levels", () => {
    assert.equal(at("cmoc: 1\n¦\n")[0], "title");
    assert.deepEqual(at("cmoc: 1\nconfiguration: ¦\n"), ["CMO", "CIMO", "ICAMO", "SCMO", "ICMO"]);
    assert.ok(at("checks:\n  ¦\n").includes("cmoc/single-source"));
    assert.deepEqual(at("checks:\n  wording: ¦\n"), ["off", "hint", "info", "warning", "error"]);
    assert.deepEqual(at("checks: { cmoc/no-theory: h¦ }\n"), ["off", "hint", "info", "warning", "error"]);
    assert.deepEqual(at("bibliography: [¦]\n"), ["refs.bib"]);
    assert.deepEqual(at("title: ¦\n"), []);
    assert.deepEqual(at("cmoc: 1 # ¦\n"), []);
  });
});

describe("completion anywhere", () => {
  it("never throws, and replaces what stands at the cursor, in any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyRecord.map(({ text }) => text),
          anyMarkdown,
        ),
        fc.nat(),
        (text, far) => {
          const review = reviewOf({ ...SMALL, "a.md": text });
          const offset = far % (text.length + 1);
          for (const { edit, sortText } of completion(review, "a.md", offset)) {
            assert.ok(edit.span.start <= offset && offset <= edit.span.end && edit.span.end <= text.length);
            assert.doesNotMatch(text.slice(edit.span.start, edit.span.end), /[\r\n]/);
            assert.notEqual(sortText, "");
          }
        },
      ),
      runs(10),
    );
  });

  it("has nothing to offer outside the text, in empty files and in other files", () => {
    const review = reviewOf({ ...SMALL, "empty.md": "" });
    for (const uri of ["empty.md", "none.md", "refs.bib", "theory.md"])
      for (const offset of [-1, 1e9]) assert.deepEqual(completion(review, uri, offset), []);
    assert.deepEqual(completion(reviewOf({}), "a.md", 0), []);
  });
});
