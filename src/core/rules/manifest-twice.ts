/** Raised by the review. Data: `file`. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { word } from "./words.ts";

export const manifestTwicePage: RulePage = {
  why: "Of two manifests only one is read.",
  fires: { "review.yaml": "cmoc: 1\n", "review.yml": "cmoc: 1\n" },
  quiet: { "review.yaml": "cmoc: 1\n" },
};

export const manifestTwice: Rule = {
  id: "manifest/twice",
  level: "error",
  message: (data) =>
    t("Beside review.yaml, {0} is not read. Move what it says into review.yaml, and delete it.", word(data, "file")),
};
