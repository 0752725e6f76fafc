import assert from "node:assert/strict";
import fc from "fast-check";
import { type Appraised, setAppraisal } from "../../../src/core/features/edit.ts";
import { runs } from "../../runs.ts";
import { problemsOf, reviewOf } from "../reviews.ts";
import { filesAfter, refusal } from "./editing.ts";

const file = (more: string): string => `---\ncitekey: a1\n${more}---\n\nWords.\n`;
const BIBLIOGRAPHY = { "review.yaml": "cmoc: 1\nbibliography: [r.bib]\n", "r.bib": "@book{zoe1999,\n title={Z}\n}\n" };

function written(more: string, coder: string | undefined, all: readonly Appraised[]): string {
  const review = reviewOf({ "a.md": file(more) });
  const made = filesAfter(review, setAppraisal(review, "a1", coder, all))["a.md"] ?? "";
  assert.ok(made.startsWith("---\ncitekey: a1\n") && made.endsWith("---\n\nWords.\n"));
  return made.slice(file("").indexOf("---\n\n"), made.indexOf("---\n\nWords."));
}

const HIGH: Appraised = { scale: "relevance", step: "high", reason: "two  mechanisms:\n told" };
const LOW: Appraised = { scale: "rigour", step: "low" };
const NONE: Appraised = { scale: "rigour", step: undefined };

describe("appraising a source", () => {
  it("writes the consensus into the keys of the scales, with reasons", () => {
    assert.equal(
      written("status: included\n", undefined, [LOW, HIGH]),
      'status: included\nrelevance: "high — two mechanisms: told"\nrigour: low\n',
    );
    assert.equal(written("rigor: high\nown: x\n", undefined, [LOW]), "rigor: low\nown: x\n");
    assert.equal(written("rigour: high\nown: x\n", undefined, [NONE]), "own: x\n");
  });

  it("writes scales of any name, in a file that is there and in one that is begun", () => {
    const names = fc.oneof(
      fc.constantFrom(
        "conceptual richness",
        "Profundidad teórica",
        "贡献",
        "R&R",
        "a/b",
        "thick (ness)",
        "1",
        "depth: of",
        "no",
      ),
      fc.constantFrom(
        "- x",
        "#x",
        "? x",
        "'x'",
        '"',
        "{a}",
        "a #b",
        "*",
        "&a",
        "!t",
        "%",
        "@x",
        "`x`",
        "<<",
        "2026-01-01",
        "null",
      ),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
    );
    fc.assert(
      fc.property(names, fc.constantFrom(undefined, "JA"), (name, coder) => {
        const manifest = `${BIBLIOGRAPHY["review.yaml"]}appraisal:\n  ${JSON.stringify(name)}: [low, high]\n`;
        const review = reviewOf({ ...BIBLIOGRAPHY, "review.yaml": manifest, "a.md": file("own: x\n") });
        const [scale] = Object.keys(review.manifest.appraisal);
        if (scale === undefined || /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u.test(scale)) return;
        for (const key of ["a1", "zoe1999"]) {
          const made = reviewOf(
            filesAfter(review, setAppraisal(review, key, coder, [{ scale, step: "high", reason: "so" }])),
          );
          const read = made.source(key)?.frontMatter;
          const value: string | undefined =
            coder === undefined ? read?.fields.get(scale)?.value : read?.appraisals[0]?.values[0]?.value;
          assert.equal(value, "high — so", scale);
          const again = filesAfter(made, setAppraisal(made, key, coder, [{ scale, step: undefined }]));
          if (key === "a1") assert.equal(again["a.md"]?.replace("appraisals:\n", ""), file("own: x\n"));
        }
      }),
      runs(60),
    );
  });

  it("takes no scale for what front matter says otherwise", () => {
    for (const name of ["status", "text", "citekey", "appraisals", "title"]) {
      const files = { "review.yaml": `appraisal: { ${name}: [low, high], own: [low, high] }\n`, "a.md": file("") };
      assert.deepEqual(Object.keys(reviewOf(files).manifest.appraisal), ["own"]);
      assert.deepEqual(
        problemsOf(files).flatMap(({ rule, data }) => (rule === "yaml/value" ? [data.value] : [])),
        [name],
      );
      for (const coder of [undefined, "JA"])
        assert.equal(refusal(setAppraisal(reviewOf(files), "a1", coder, [{ scale: name, step: "high" }])), "field");
    }
  });

  it("writes a coder's line, and leaves those of others", () => {
    const others = "appraisals: # each\n  JA: { relevance: high, rigour: low } # so\n";
    assert.equal(written("", "JA", [LOW]), "appraisals:\n  JA: { rigour: low }\n");
    assert.equal(written("appraisals:\nown: x\n", "JA", [LOW]), "appraisals:\n  JA: { rigour: low }\nown: x\n");
    assert.equal(
      written(`${others}own: x\n`, "R M", [LOW, HIGH]),
      `${others}  R M: { rigour: low, relevance: "high — two mechanisms: told" }\nown: x\n`,
    );
    assert.equal(
      written(others, "JA", [
        { scale: "rigour", step: "high" },
        { scale: "richness", step: "rich" },
      ]),
      "appraisals: # each\n  JA: { relevance: high, rigour: high, richness: rich } # so\n",
    );
    assert.equal(written(others, "JA", [NONE]), "appraisals: # each\n  JA: { relevance: high } # so\n");
    assert.equal(written(`${others}  RM: { rigour: low }\n`, "RM", [NONE]), others);
    const lines = "appraisals:\n    JA:\n        relevance: high # 1\n        rigour: low\nown: x\n";
    assert.equal(
      written(lines, "JA", [
        { scale: "rigour", step: "high" },
        { scale: "richness", step: "rich" },
      ]),
      "appraisals:\n    JA:\n        relevance: high # 1\n        rigour: high\n        richness: rich\nown: x\n",
    );
    assert.equal(written(lines, "JA", [NONE]), "appraisals:\n    JA:\n        relevance: high # 1\nown: x\n");
    assert.equal(written(lines, "RM", [LOW]), lines.replace("own", "    RM: { rigour: low }\nown"));
    assert.equal(
      written("appraisals: { JA: { rigour: low } }\n", "JA", [{ scale: "rigour", step: "high" }]),
      "appraisals: { JA: { rigour: high } }\n",
    );
  });

  it("begins the file of a source that only a bibliography has", () => {
    const review = reviewOf(BIBLIOGRAPHY);
    assert.equal(
      filesAfter(review, setAppraisal(review, "zoe1999", undefined, [LOW]))["sources/zoe1999.md"],
      "---\ncitekey: zoe1999\nrigour: low\n---\n",
    );
    assert.equal(
      filesAfter(review, setAppraisal(review, "zoe1999", "JA", [LOW]))["sources/zoe1999.md"],
      "---\ncitekey: zoe1999\nappraisals:\n  JA: { rigour: low }\n---\n",
    );
    assert.deepEqual(filesAfter(review, setAppraisal(review, "zoe1999", "JA", [NONE])), BIBLIOGRAPHY);
    assert.equal(refusal(setAppraisal(review, "nobody", "JA", [LOW])), "unknown");
  });

  it("says what it means and leaves all else, or refuses", () => {
    const step = fc.constantFrom("low", "high", "very low", "1", "yes", "a: b", "{x}", "low, high", "“so”", "#1");
    const scale = fc.constantFrom("relevance", "richness", "rigour", "use of theory");
    const before = fc.constantFrom(
      "",
      "appraisals:\n",
      "appraisals: {}\n",
      "appraisals:\n  JA: { relevance: high, rigour: low }\n  RM: { rigour: high }\n",
      "appraisals:\n  RM:\n    rigour: high\n",
      "appraisals:\n  JA:\n    rigour: 'high'\n    relevance: low\n  RM: {}\n",
      "appraisals: { JA: { rigour: low }, RM: { relevance: low } }\n",
      "appraisals:\n  JA: { rigour: low,\n    relevance: high }\n",
      'appraisals:\n  "J A": { rigour: low }\n',
      "appraisals: [x]\n",
    );
    const value = fc.record({
      scale,
      step: fc.option(step, { nil: undefined }),
      reason: fc.option(fc.string(), { nil: undefined }),
    });
    const values = fc.uniqueArray(value, { minLength: 1, maxLength: 4, selector: (one) => one.scale });
    fc.assert(
      fc.property(
        before,
        fc.constantFrom("JA", "RM", "J A", "Ö: é"),
        values,
        fc.constantFrom("", "own: x\n"),
        (front, coder, all, after) => {
          const text = file(front + after);
          const review = reviewOf({ "a.md": text });
          const outcome = setAppraisal(review, "a1", coder, all);
          if ("refused" in outcome) return;
          const made = filesAfter(review, outcome)["a.md"] ?? "";
          const source = reviewOf({ "a.md": made }).source("a1");
          const own = source?.frontMatter?.appraisals.find((one) => one.coder === coder)?.values ?? [];
          for (const each of all) {
            const said = own.find((one) => one.scale === each.scale)?.value;
            if (each.step === undefined) assert.equal(said, undefined);
            else assert.ok(said?.startsWith(each.step), `${said}`);
          }
          assert.equal(source?.frontMatter?.fields.get("own")?.value, after === "" ? undefined : "x");
          const broken = (one: string): number =>
            problemsOf({ "a.md": one }).filter(({ rule }) => rule === "yaml/syntax").length;
          assert.equal(broken(made), broken(text));
        },
      ),
      runs(200),
    );
  });
});
