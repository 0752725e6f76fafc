import type { Rule } from "./rule.ts";
import { example, near, word } from "./words.ts";

export const fieldUnknown: Rule = {
  id: "field/unknown",
  level: "warning",
  why: "A label that is nearly one of the language’s is read as prose, and what it says is lost.",
  fix: { title: "Use the near label", safe: false },
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- staus: candidate\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- status: candidate\n- afterthought: none\n" }),
  message: (data) => {
    if (data.scheme !== undefined)
      return `“${word(data, "label")}” is no slot of this review’s configurations (${word(data, "scheme")}). Change the label, or “configuration” in review.yaml.`;
    return `“${word(data, "label")}” is not a label of the language, so it is read as prose.${near(data)}`;
  },
  reference({ ref }, review, report) {
    if (ref.field === "coding-prose" && review.isDefined(ref.name))
      report(ref, { label: ref.id, near: [`${ref.id}: "words of the quote"`] });
  },
};
