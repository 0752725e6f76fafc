/** Raised by the reader of bibliographies. Data: `key`. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { word } from "./words.ts";

export const bibDuplicateKeyPage: RulePage = {
  why: "Of two entries with one key only the first is cited.",
  fires: { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{a1, title={A}}\n@misc{a1, title={B}}\n" },
  quiet: { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{a1, title={A}}\n" },
};

export const bibDuplicateKey: Rule = {
  id: "bib/duplicate-key",
  level: "error",
  message: (data) => t("@{0} is the key of another entry too. Give one of them another key.", word(data, "key")),
};
