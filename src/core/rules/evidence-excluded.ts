/** Data: `key`, `status` ("excluded" or "awaiting"). */
import { t } from "../l10n.ts";
import { keyOfName } from "../model/names.ts";
import type { Name } from "../model/types.ts";
import { isEvidence } from "../review.ts";
import { isClosed } from "./about.ts";
import { namesAt } from "./ranges.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const evidenceExcludedPage: RulePage = {
  why: "What was screened out, or not screened yet, cannot be evidence.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1\n",
    "lund.md":
      "---\ncitekey: lund2010\nstatus: excluded\nreason: off topic\n---\n\n## Extract e1\n\n> Here.\n\n- at: p. 1\n",
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
};

export const evidenceExcluded: Rule = {
  id: "evidence/excluded",
  level: "error",
  message: (data) =>
    data.status === "awaiting"
      ? t(
          "@{0} awaits screening, so it cannot be evidence yet. Decide on the source, or take the link out.",
          word(data, "key"),
        )
      : t("@{0} is excluded, so it cannot be evidence. Include the source, or take the link out.", word(data, "key")),
  reference(at, review, report) {
    const { ref, from } = at;
    if (!review.hasBarredSources || !isEvidence(ref) || !from) return;
    const key = from.brief.kind === "extract" ? from.brief.source : keyOfName(ref.name);
    const status = key === undefined ? undefined : review.source(key)?.status;
    if (key === undefined || (status !== "excluded" && status !== "awaiting")) return;
    const isOpen = (name: Name): boolean => {
      const brief = from.brief.kind === "extract" ? review.brief(name) : from.brief;
      return brief?.kind !== "cmoc" || !isClosed(brief);
    };
    if (namesAt(ref).some(isOpen)) report(ref, { key, status });
  },
};
