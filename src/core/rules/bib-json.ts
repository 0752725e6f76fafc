import type { Rule } from "./rule.ts";
import { word } from "./words.ts";

export const bibJson: Rule = {
  id: "bib/json",
  level: "error",
  why: "A bibliography that is not JSON is read only up to the mistake.",
  fires: { "review.yaml": "bibliography: [r.json]\n", "r.json": '[{"id": "a1" "type": "book"}]' },
  quiet: { "review.yaml": "bibliography: [r.json]\n", "r.json": '[{"id": "a1", "type": "book"}]' },
  message: (data) => `This is not JSON: ${word(data, "expected")} expected. Export the bibliography again.`,
};
