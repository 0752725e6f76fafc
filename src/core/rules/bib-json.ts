/** Raised by the reader of bibliographies. Data: `expected` (a code). */
import type { Rule, RulePage } from "./rule.ts";
import { word } from "./words.ts";

const EXPECTED: { readonly [code: string]: string } = {
  value: "a value",
  name: "a name in quotation marks",
  colon: "a colon",
  comma: "a comma",
  close: "a closing bracket",
  quote: "a closing quotation mark",
  end: "the end of the file",
  "less-depth": "fewer brackets in each other",
};

export const bibJsonPage: RulePage = {
  why: "Where a bibliography is not JSON, the items around that place may be lost.",
  fires: { "review.yaml": "bibliography: [r.json]\n", "r.json": '[{"id": "a1" "type": "book"}]' },
  quiet: { "review.yaml": "bibliography: [r.json]\n", "r.json": '[{"id": "a1", "type": "book"}]' },
};

export const bibJson: Rule = {
  id: "bib/json",
  level: "error",
  message: (data) =>
    `This is not JSON: ${EXPECTED[word(data, "expected")] ?? "something else"} should stand here. Mend it, or export the bibliography again.`,
};
