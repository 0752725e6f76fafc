/** Raised by the reader of configurations. Data: none. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example } from "./words.ts";

export const cmocSwallowedPage: RulePage = {
  why: "Markdown reads a paragraph right below a bullet as part of it, so its tags are not seen.",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- theme: Trust\nWhen partners meet (C), they trust (M).\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- theme: Trust\n\nWhen partners meet (C), they trust (M).\n" }),
};

export const cmocSwallowed: Rule = {
  id: "cmoc/swallowed",
  level: "warning",
  fix: { title: "Put an empty line before it", safe: true },
  message: () => t("This sentence with role tags belongs to the bullet above it. Put an empty line before it."),
};
