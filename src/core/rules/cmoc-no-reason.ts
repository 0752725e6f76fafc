/** Data: `id`, `value`. */
import { t } from "../l10n.ts";
import { calledOf } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, subject, word } from "./words.ts";

export const cmocNoReasonPage: RulePage = {
  why: "A degree of confidence without a reason cannot be examined.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- confidence: low\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- confidence: low — one study\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
};

export const cmocNoReason: Rule = {
  id: "cmoc/no-reason",
  level: "info",
  message: (data) =>
    t("{0} gives a confidence and no reason. Add it after a dash: “{1} — …”.", subject(data), word(data, "value")),
  own: {
    cmoc(entity, _scheme, report) {
      const { confidence } = entity;
      if (confidence && confidence.reason === undefined)
        report(confidence, { id: calledOf(entity), value: confidence.text });
    },
  },
};
