/** Raised by the reader of bibliographies. Data: none. */
import type { Rule } from "./rule.ts";

export const bibNoEntries: Rule = {
  id: "bib/no-entries",
  level: "warning",
  why: "A bibliography without entries is probably another file.",
  fires: { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "hello\n" },
  quiet: { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{a1, title={A}}\n" },
  message: () => "Nothing in this file is an entry of a bibliography. Export it again.",
};
