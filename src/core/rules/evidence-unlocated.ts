import { isEvidence } from "../review.ts";
import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const evidenceUnlocated: Rule = {
  id: "evidence/unlocated",
  level: "warning",
  why: "A whole source as evidence does not show which passage the inference rests on.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
  message: (data) =>
    `${word(data, "record")} cites @${word(data, "key")} as a whole. Name the extract: @${word(data, "key")}#e1.`,
  reference({ ref, from }, _review, report) {
    if (isEvidence(ref) && from?.entity.kind === "cmoc" && ref.name.startsWith("s:")) {
      report(ref, { record: from.entity.id, key: ref.name.slice(2) });
    }
  },
};
