import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const sourceNoAppraisal: Rule = {
  id: "source/no-appraisal",
  level: "info",
  why: "Relevance, richness and rigour tell what a source can carry.",
  literature: "Dada 2023, doi:10.1002/jrsm.1630",
  fires: example({
    "lund.md":
      "---\ncitekey: lund2010\nstatus: included\nrelevance: high\n---\n\n## Extract e1\n\n> Here.\n\n- at: p. 1\n- parked: later\n",
  }),
  quiet: example({ "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- parked: later\n") }),
  message: (data) => `@${word(data, "key")} has no ${word(data, "scales")}. Add what is missing.`,
  source(source, review, report) {
    const { frontMatter } = source;
    if (source.status !== "included" || !frontMatter) return;
    const missing = Object.keys(review.manifest.appraisal).filter(
      (scale) => (frontMatter.fields.get(scale)?.value ?? "") === "",
    );
    if (missing.length > 0) report(frontMatter.citekey?.span ?? frontMatter.span, { key: source.key, scales: missing });
  },
};
