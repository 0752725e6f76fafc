/** Data: `id`. Reported at the record that a heading defines; the row is the related place. */
import { t } from "../l10n.ts";
import { idSpanOf } from "../model/brief.ts";
import { isClosed, spanOf } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, word } from "./words.ts";

const HEADING = "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n";
// @__NO_SIDE_EFFECTS__
const table = (outcome: string): string =>
  `# Overview\n\n| ID | Context | Mechanism | Outcome |\n|---|---|---|---|\n| TR1 | a place | trust | ${outcome} |\n`;

export const cmocRestatedPage: RulePage = {
  why: "A row that restates a configuration in other words leaves readers with two.",
  fires: example({ "a.md": HEADING, "b.md": table("calm") }),
  quiet: example({ "a.md": HEADING, "b.md": table("peace") }),
};

export const cmocRestated: Rule = {
  id: "cmoc/restated",
  level: "hint",
  fix: { title: "Give the row the record’s words", safe: false },
  message: (data) =>
    t("A row of a table restates {0} with other slots than it has here. Make the two agree.", word(data, "id")),
  cmoc({ brief, name }, review, report) {
    if (name === "" || !review.mayBeShared(name) || brief.roles.length === 0 || isClosed(brief)) return;
    for (const { brief: row, placed } of review.restatements(name)) {
      if (row.kind !== "cmoc" || row.roles.length === 0 || row.slotsDigest === brief.slotsDigest) continue;
      const related = [{ at: placed, span: spanOf(row), label: t("the row of {0}", brief.id) }];
      report(idSpanOf(brief), { id: brief.id }, { related });
    }
  },
};
