/** Raised by the reader of bibliographies. Data: `expected` (a code). */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { word } from "./words.ts";

const EXPECTED: { readonly [code: string]: () => string } = {
  value: () => t("a value"),
  name: () => t("a name in quotation marks"),
  colon: () => t("a colon"),
  comma: () => t("a comma"),
  close: () => t("a closing bracket"),
  quote: () => t("a closing quotation mark"),
  end: () => t("the end of the file"),
  "less-depth": () => t("fewer brackets in each other"),
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
    t(
      "This is not JSON: {0} should stand here. Mend it, or export the bibliography again.",
      EXPECTED[word(data, "expected")]?.() ?? t("something else"),
    ),
};
