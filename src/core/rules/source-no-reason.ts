/** Data: `key`. */
import { t } from "../l10n.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, word } from "./words.ts";

export const sourceNoReasonPage: RulePage = {
  why: "Readers ask why a source was left out, so the reason is kept with it.",
  literature: "Cochrane Handbook 5.1, 7.2.6",
  fires: example({ "lund.md": "---\ncitekey: lund2010\nstatus: excluded\n---\n" }),
  quiet: example({ "lund.md": "---\ncitekey: lund2010\nstatus: excluded\nreason: no mechanism\n---\n" }),
};

export const sourceNoReason: Rule = {
  id: "source/no-reason",
  level: "warning",
  message: (data) => t("@{0} is excluded with no reason. Add “reason:”.", word(data, "key")),
  source(source, _review, report) {
    if (source.status !== "excluded") return;
    const { frontMatter } = source;
    if (frontMatter && (frontMatter.reason?.value ?? "") === "")
      report(frontMatter.status?.span ?? frontMatter.span, { key: source.key });
  },
};
