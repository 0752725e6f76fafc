/** Data: `key`, `scales`. */
import { t } from "../l10n.ts";
import { scaleField } from "../syntax/front-matter.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, joined, list, source, word } from "./words.ts";

export const sourceNoAppraisalPage: RulePage = {
  why: "Relevance, richness and rigour tell what a source can carry.",
  literature: "Dada et al. 2023, doi:10.1002/jrsm.1630",
  fires: example({
    "lund.md":
      "---\ncitekey: lund2010\nstatus: included\nrelevance: high\n---\n\n## Extract e1\n\n> Here.\n\n- at: p. 1\n- parked: later\n",
  }),
  quiet: example({ "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- parked: later\n") }),
};

export const sourceNoAppraisal: Rule = {
  id: "source/no-appraisal",
  level: "info",
  message: (data) =>
    t("@{0} is not appraised for {1}. Add what is missing.", word(data, "key"), joined(list(data, "scales"), "and")),
  source(source, review, report) {
    if (source.status === "excluded" || source.status === "awaiting") return;
    const { frontMatter } = source;
    if (!frontMatter) return;
    // Without a status, a source is looked at once something is taken from it.
    if (source.status === undefined && !review.hasExtract(source.key)) return;
    const missing = Object.keys(review.manifest.appraisal).filter(
      (scale) => scale !== "confidence" && scaleField(frontMatter, scale) === undefined,
    );
    if (missing.length > 0) report(frontMatter.citekey?.span ?? frontMatter.span, { key: source.key, scales: missing });
  },
};
