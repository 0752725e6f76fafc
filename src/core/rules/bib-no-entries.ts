/** Raised by the reader of bibliographies. Data: none. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";

export const bibNoEntriesPage: RulePage = {
  why: "A bibliography without entries is probably another file.",
  fires: { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "hello\n" },
  quiet: { "review.yaml": "bibliography: [r.bib]\n", "r.bib": "@misc{a1, title={A}}\n" },
};

export const bibNoEntries: Rule = {
  id: "bib/no-entries",
  level: "warning",
  message: () => t("Nothing in this file is an entry of a bibliography. Export it again."),
};
