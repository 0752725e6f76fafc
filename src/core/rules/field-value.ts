import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

function onScale(value: string, scale: readonly string[]): boolean {
  const plain = value.trim().toLowerCase();
  return plain === "" || scale.some((step) => step.toLowerCase() === plain);
}

export const fieldValue: Rule = {
  id: "field/value",
  level: "warning",
  why: "A value that is not on its list cannot be counted or compared.",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- status: finished\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- status: Candidate\n" }),
  message: (data) =>
    `“${word(data, "value")}” is no value of ${word(data, "field")}. It takes ${word(data, "expected")}.`,
  source(source, review, report) {
    const { frontMatter } = source;
    if (!frontMatter) return;
    for (const [field, expected] of Object.entries(review.manifest.appraisal)) {
      const value = frontMatter.fields.get(field);
      if (value && !onScale(value.value, expected)) report(value.span, { field, value: value.value, expected });
      for (const coder of frontMatter.appraisals) {
        for (const own of coder.values) {
          if (own.scale === field && !onScale(own.value, expected))
            report(own.span, { field, value: own.value, expected });
        }
      }
    }
  },
  extract(at, review, report) {
    for (const field of ["relevance", "richness", "rigour"] as const) {
      const value = at.entity[field];
      const expected = review.manifest.appraisal[field];
      if (value && expected && !onScale(value.text, expected)) report(value, { field, value: value.text, expected });
    }
  },
};
