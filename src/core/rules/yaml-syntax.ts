import type { Rule } from "./rule.ts";
import { word } from "./words.ts";

export const yamlSyntax: Rule = {
  id: "yaml/syntax",
  level: "error",
  why: "YAML that does not parse says nothing of what it was meant to say.",
  fires: { "review.yaml": "title: [never closed\n" },
  quiet: { "review.yaml": "title: Closed\n" },
  message: (data) =>
    `This YAML cannot be read (${word(data, "reason")}). Mend it here; a value with a colon wants quotation marks.`,
};
