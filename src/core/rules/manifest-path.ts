import type { Rule } from "./rule.ts";
import { word } from "./words.ts";

export const manifestPath: Rule = {
  id: "manifest/path",
  level: "error",
  why: "Nothing outside the review is read or written.",
  fires: { "review.yaml": "texts: ../../elsewhere\n" },
  quiet: { "review.yaml": "texts: fulltexts\n" },
  message: (data) => `“${word(data, "path")}” leaves the review. Name a path below the folder of review.yaml.`,
};
