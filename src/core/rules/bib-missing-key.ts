/** Raised by the reader of bibliographies. Data: none. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";

export const bibMissingKeyPage: RulePage = {
  why: "An entry without a key cannot be cited.",
  fires: { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{, title={A}}\n@misc{a1, title={B}}\n" },
  quiet: { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{a1, title={A}}\n" },
};

export const bibMissingKey: Rule = {
  id: "bib/missing-key",
  level: "warning",
  message: () => t("This entry has no citation key, so nothing can cite it. Add one."),
};
