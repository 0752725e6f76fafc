/** Raised by the reader of bibliographies. Data: `key`. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { word } from "./words.ts";

export const bibSharedKeyPage: RulePage = {
  why: "A key made from author and year, with a letter to tell it from another, may change when the file does.",
  fires: {
    "review.yaml": "bibliography: [r.ris]\n",
    "r.ris": "TY  - JOUR\nAU  - Lund, A.\nPY  - 2010\nER  - \nTY  - JOUR\nAU  - Lund, A.\nPY  - 2010\nER  - \n",
  },
  quiet: { "review.yaml": "bibliography: [r.ris]\n", "r.ris": "TY  - JOUR\nAU  - Lund, A.\nPY  - 2010\nER  - \n" },
};

export const bibSharedKey: Rule = {
  id: "bib/shared-key",
  level: "info",
  message: (data) =>
    t("@{0} was made from author and year, which another entry shares. Give the entry an ID.", word(data, "key")),
};
