import { called, evidenceOf, statusOf } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, plural, source, word } from "./words.ts";

export const cmocRefuted: Rule = {
  id: "cmoc/refuted",
  level: "warning",
  why: "Evidence against a configuration that is called supported has to be answered.",
  literature: "Aunger 2021, doi:10.1186/s12913-021-06630-x",
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
  message: (data) =>
    `${word(data, "id")} is ${word(data, "status")}, yet ${plural(Number(data.count), "extract")} refute it with no reason given. Give a reason at the link, or a note.`,
  cmoc(at, review, report) {
    const { entity } = at;
    const status = statusOf(entity);
    if ((status !== "supported" && status !== "refined") || entity.notes.length > 0) return;
    const against = evidenceOf(at, review).filter((link) => link.stance === "refutes" && link.reasons.length === 0);
    if (against.length > 0) report(entity.head, { id: called(at, review), status, count: against.length });
  },
};
