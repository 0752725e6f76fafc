import assert from "node:assert/strict";
import { fixOf } from "../../../src/core/features/fixes.ts";
import { fieldValue } from "../../../src/core/rules/field-value.ts";
import { applyEdits } from "../../../src/core/text.ts";
import { type Files, problemsOf, reviewOf } from "../reviews.ts";

const SOURCE =
  '---\ncitekey: k\nread: 2026-01-01 (JA), 2026-01-02 (ZZ)\nappraisals:\n  JA: { relevance: high }\n  jA: { relevance: low }\n---\n\n## Extract e1\n\n> So (QQ) it was.\n\n- M trust: "So"\n- M trust: "it (RN)" (RN)\n- M trust: "was" ( RM )\n- coder: QQ\n\n## Extract e2\n\n> So.\n\n- coder: JA\n\n## Extract e3\n\n> So.\n\n- M trust: "So" (QQ)\n- coder:\n';

const told = (manifest: string, text = SOURCE): readonly string[] =>
  problemsOf({ "review.yaml": manifest, "k.md": text })
    .filter(({ rule, data }) => rule === "field/value" && data.field === "coder")
    .map(({ level, data, span }) => `${level} ${data.value} ${text.slice(span.start, span.end)}`);

describe("a coder whom review.yaml does not list", () => {
  it("is told of where it lists some: in extracts, coding lines, readings and appraisals", () => {
    const all = ["ZZ ZZ", "jA jA", "RN RN", "QQ QQ", "QQ QQ"].map((words) => `warning ${words}`);
    assert.deepEqual(told("coders: { JA: one, RM: two }\n").toSorted(), all.toSorted());
    assert.deepEqual(told("coders: [JA, RM, QQ, ZZ, jA, RN]\n"), []);
    for (const none of ["cmoc: 1\n", "coders: {}\n", "coders:\n"]) assert.deepEqual(told(none), [], none);
  });

  it("is told of in words, with the near one to use", () => {
    const text = SOURCE.replaceAll("(RN)", "(Sandr)");
    const files: Files = { "review.yaml": "coders: { JA: one, RM: two, Sandra: three }\n", "k.md": text };
    const mended = (value: string): string => {
      const problem = problemsOf(files).find(({ data }) => data.value === value) ?? assert.fail(`${value} is not told`);
      assert.match(fieldValue.message(problem.data), /is no coder of this review\. Use JA, RM or Sandra, or list it/);
      return applyEdits(text, fixOf(problem, reviewOf(files))?.edits ?? []);
    };
    assert.equal(mended("Sandr"), text.replace(/\(Sandr\)$/m, "(Sandra)"));
    assert.equal(mended("jA"), text.replace("jA:", "JA:"));
    assert.equal(mended("QQ"), text);
  });
});
