import { called, evidenceOf, isClosed } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const cmocNoEvidence: Rule = {
  id: "cmoc/no-evidence",
  level: "warning",
  why: "A configuration that no extract bears on is a guess.",
  literature: "RAMESES 2013, doi:10.1186/1741-7015-11-21",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n" }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  message: (data) => `No extract bears on ${word(data, "id")}. Link one, or say in a note why it stands.`,
  cmoc(at, review, report) {
    if (!isClosed(at.entity) && evidenceOf(at, review).length === 0) report(at.entity.head, { id: called(at, review) });
  },
};
