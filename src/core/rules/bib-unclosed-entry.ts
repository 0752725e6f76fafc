/** Raised by the reader of bibliographies. Data: `key`. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { word } from "./words.ts";

export const bibUnclosedEntryPage: RulePage = {
  why: "An entry that is not closed may swallow the next.",
  fires: { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{a1, title={A},\n@misc{a2, title={B}}\n" },
  quiet: { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{a1, title={A}}\n" },
};

export const bibUnclosedEntry: Rule = {
  id: "bib/unclosed-entry",
  level: "warning",
  message: (data) =>
    t("The entry {0} has no end. Add its closing mark: a brace, or in a .ris file an ER line.", word(data, "key")),
};
