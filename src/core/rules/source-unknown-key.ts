/** Data: `key`, `name`. */
import { t } from "../l10n.ts";
import { keyOfName } from "../model/names.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, near, source, word } from "./words.ts";

export const sourceUnknownKeyPage: RulePage = {
  why: "A key that neither a source file nor the bibliography knows leads nowhere.",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- note: as [@nobody1999] says\n" }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- note: as [@lund2010] says\n",
    "lund.md": source("lund2010", ""),
  }),
};

export const sourceUnknownKey: Rule = {
  id: "source/unknown-key",
  level: "error",
  fix: { title: "Use the near key", safe: false },
  message: (data) =>
    t(
      "No source has the citation key {0}.{1} Mend the key, or add the source to the bibliography.",
      word(data, "key"),
      near(data),
    ),
  oddReference({ ref }, review, report) {
    const key = keyOfName(ref.name);
    if (key === undefined || ref.weak || review.isDefined(`s:${key}`) || review.isDefined(ref.name)) return;
    report(ref, { key, name: `s:${key}` });
  },
};
