/** Raised by the readers of records. Data: `field`. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, word } from "./words.ts";

export const fieldTwicePage: RulePage = {
  why: "Of a field that is written twice, only the first is read.",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- theme: Trust\n- theme: Conflict\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- theme: Trust / Conflict\n" }),
};

export const fieldTwice: Rule = {
  id: "field/twice",
  level: "warning",
  fix: { title: "Unite the two, or keep one as a note", safe: false },
  message: (data) =>
    t("“{0}” stands twice, and only the first that says something is read. Keep one.", word(data, "field")),
};
