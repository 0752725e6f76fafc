/** Raised by the reader of review.yaml. Data: `version`, `newest`. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { word } from "./words.ts";

export const manifestVersionPage: RulePage = {
  why: "A review in a newer version of the language would be half understood.",
  fires: { "review.yaml": "cmoc: 99\n" },
  quiet: { "review.yaml": "cmoc: 1\n" },
};

export const manifestVersion: Rule = {
  id: "manifest/version",
  level: "error",
  message: (data) =>
    t(
      "This review is written in version {0} of the language, and this CMOC reads up to {1}. Install a newer CMOC.",
      word(data, "version"),
      word(data, "newest"),
    ),
};
