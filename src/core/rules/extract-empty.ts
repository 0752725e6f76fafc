/** Data: `id`. */
import { t } from "../l10n.ts";
import { calledOf } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const extractEmptyPage: RulePage = {
  why: "An extract with neither quote nor paraphrase holds no data.",
  fires: example({ "lund.md": source("lund2010", "## Extract e1\n\n- at: p. 1\n- parked: later\n") }),
  quiet: example({
    "lund.md": source("lund2010", "## Extract e1\n\n- paraphrase: they met\n- at: p. 1\n- parked: later\n"),
  }),
};

export const extractEmpty: Rule = {
  id: "extract/empty",
  level: "warning",
  message: (data) =>
    t(
      "{0} has neither a quote nor a paraphrase. Quote the passage after “>”, or restate it under “paraphrase:”.",
      word(data, "id"),
    ),
  own: {
    extract(entity, _scheme, report) {
      if (!entity.quote && !entity.paraphrase) report(entity.head, { id: calledOf(entity) });
    },
  },
};
