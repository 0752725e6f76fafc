/** Data: `id`, `status`, `count`. */
import { t } from "../l10n.ts";
import { hasNotes } from "../model/brief.ts";
import type { Link } from "../review.ts";
import { called, evidenceOf, spanOf, statusOf } from "./about.ts";
import { once } from "./once.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, subject, word } from "./words.ts";

/** How many links refute without a reason. */
const unansweredOf = once<Link, number>(
  (links) => links.filter(({ stance, reasons }) => stance === "refutes" && reasons.length === 0).length,
);

export const cmocRefutedPage: RulePage = {
  why: "Evidence against a configuration that is called supported has to be answered.",
  literature: "Aunger et al. 2021, doi:10.1186/s12913-021-06630-x",
  fires: example({
    "a.md":
      "## CMOC TR1: One\n\n- status: supported\n- **C:** a place\n- **M:** trust\n- **O:** peace\n- refutes: @lund2010#e1\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- status: supported\n- **C:** a place\n- **M:** trust\n- **O:** peace\n- refutes: @lund2010#e1 — the merger was imposed\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
};

export const cmocRefuted: Rule = {
  id: "cmoc/refuted",
  level: "warning",
  message: (data) => {
    const [id, status, count] = [subject(data), word(data, "status"), Number(data.count)];
    return count === 1
      ? t(
          "{0} is {1}, yet an extract refutes it, and nothing is said of that. Give a reason at the link, or a note.",
          id,
          status,
        )
      : t(
          "{0} is {1}, yet {2} extracts refute it, and nothing is said of that. Give a reason at the link, or a note.",
          id,
          status,
          count,
        );
  },
  cmoc(at, review, report) {
    const { brief } = at;
    const status = statusOf(brief);
    if ((status !== "supported" && status !== "refined") || hasNotes(brief)) return;
    const unanswered = unansweredOf(evidenceOf(at, review), review);
    if (unanswered > 0) report(spanOf(brief), { id: called(at), status, count: unanswered });
  },
};
