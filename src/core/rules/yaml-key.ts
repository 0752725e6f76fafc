import type { Rule } from "./rule.ts";
import { near, word } from "./words.ts";

export const yamlKey: Rule = {
  id: "yaml/key",
  level: "warning",
  why: "A key that the language does not know is read by nobody.",
  fires: { "review.yaml": "titel: One\n" },
  quiet: { "review.yaml": "title: One\n" },
  message: (data) => `“${word(data, "key")}” is no key of review.yaml.${near(data)}`,
};
