/** Raised by the reader of configurations. Data: `id`, `count`. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, word } from "./words.ts";

export const cmocTableRowsPage: RulePage = {
  why: "A table of several rows inside a configuration makes configurations of its own.",
  fires: example({
    "a.md":
      "## CMOC TR1: One\n\n| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR2 | a place | trust | peace |\n| TR3 | a time | fear | war |\n",
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n| Context | Mechanism | Outcome |\n|---|---|---|\n| a place | trust | peace |\n",
  }),
};

export const cmocTableRows: Rule = {
  id: "cmoc/table-rows",
  level: "warning",
  fix: { title: "Leave the table out", safe: false },
  message: (data) =>
    t(
      "{0} has no slots, and the table in it has {1} rows, each read as a configuration. Move the table out, or keep one row.",
      word(data, "id"),
      word(data, "count"),
    ),
};
