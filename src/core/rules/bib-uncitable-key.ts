/** Raised by the reader of bibliographies. Data: `key`. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { word } from "./words.ts";

export const bibUncitableKeyPage: RulePage = {
  why: "A key with a space or a closing brace in it cannot be written in a citation.",
  fires: { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{a b, title={A}}\n@misc{a1, title={B}}\n" },
  quiet: { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{a1, title={A}}\n" },
};

export const bibUncitableKey: Rule = {
  id: "bib/uncitable-key",
  level: "warning",
  message: (data) =>
    t("“{0}” cannot be written as a citation. Use a key of letters, digits and hyphens.", word(data, "key")),
};
