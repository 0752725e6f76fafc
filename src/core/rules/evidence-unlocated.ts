/** Data: `record`, `key`. */
import { t } from "../l10n.ts";
import { isEvidence } from "../review.ts";
import { called, isClosed } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, subject, word } from "./words.ts";

export const evidenceUnlocatedPage: RulePage = {
  why: "A whole source as evidence does not show which passage the inference rests on.",
  literature: "Gilmore et al. 2019, doi:10.1177/1609406919859754",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
};

export const evidenceUnlocated: Rule = {
  id: "evidence/unlocated",
  level: "warning",
  fix: { title: "Name the only extract of the source", safe: false },
  message: (data) =>
    t(
      "{0} cites @{1} as a whole. Name the extract that it rests on, as in @{1}#e1.",
      subject(data, "record"),
      word(data, "key"),
    ),
  oddReference({ ref, from }, review, report) {
    if (!isEvidence(ref) || from?.brief.kind !== "cmoc" || !ref.name.startsWith("s:")) return;
    if (!isClosed(from.brief) && review.isDefined(ref.name))
      report(ref, { record: called(from), key: ref.name.slice(2) });
  },
};
