import { keyOfName } from "../model/names.ts";
import { isEvidence } from "../review.ts";
import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const evidenceExcluded: Rule = {
  id: "evidence/excluded",
  level: "error",
  why: "What was screened out cannot be evidence.",
  literature: "Pawson 2006",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1\n",
    "lund.md":
      "---\ncitekey: lund2010\nstatus: excluded\nreason: off topic\n---\n\n## Extract e1\n\n> Here.\n\n- at: p. 1\n",
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
  message: (data) =>
    `@${word(data, "key")} is ${word(data, "status")}, so it cannot be evidence. Include it, or take the link out.`,
  reference({ ref, from }, review, report) {
    if (!isEvidence(ref) || !from) return;
    const key = from.entity.kind === "extract" ? from.entity.source : keyOfName(ref.name);
    const status = key === undefined ? undefined : review.source(key)?.status;
    if (key !== undefined && (status === "excluded" || status === "awaiting")) {
      report(ref, { key, status: status === "awaiting" ? "awaiting screening" : status });
    }
  },
};
