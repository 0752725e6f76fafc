import type { Rule } from "./rule.ts";
import { word } from "./words.ts";

export const manifestTwice: Rule = {
  id: "manifest/twice",
  level: "error",
  why: "Of two manifests only one can hold.",
  fires: { "review.yaml": "cmoc: 1\n", "review.yml": "cmoc: 1\n" },
  quiet: { "review.yml": "cmoc: 1\n" },
  message: (data) => `${word(data, "file")} stands beside review.yaml and is not read. Keep one of them.`,
};
