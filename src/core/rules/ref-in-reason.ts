/** Data: `id`. */
import { t } from "../l10n.ts";
import { namesAt } from "./ranges.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, word } from "./words.ts";

export const refInReasonPage: RulePage = {
  why: "A reference inside a reason links nothing, which is easily overlooked.",
  fires: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- leads to: TR2 — as TR3 says\n\n## CMOC TR2: Two\n\n- **C:** a time\n\n## CMOC TR3: Three\n\n- **C:** a year\n",
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- leads to: TR2 — seen since 2019; TR3\n\n## CMOC TR2: Two\n\n- **C:** a time\n\n## CMOC TR3: Three\n\n- **C:** a year\n",
  }),
};

export const refInReason: Rule = {
  id: "ref/in-reason",
  level: "warning",
  fix: { title: "Part it from the reason", safe: false },
  message: (data) =>
    t(
      "{0} stands in a reason, where it links nothing. Put it before the dash, or after a semicolon.",
      word(data, "id"),
    ),
  oddReference({ ref }, review, report) {
    if (!ref.inReason) return;
    const cites = ref.name.startsWith("x:") || ref.name.startsWith("s:");
    if (cites || namesAt(ref).some((name) => review.isDefined(name))) report(ref, { id: ref.range ?? ref.id });
  },
};
