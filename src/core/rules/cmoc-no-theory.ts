import { called, isClosed, isPastCandidate } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const cmocNoTheory: Rule = {
  id: "cmoc/no-theory",
  level: "warning",
  why: "Past candidate, a configuration belongs to a theory.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- status: supported\n- **C:** a place\n- **M:** trust\n- **O:** peace\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  quiet: example({
    "a.md":
      "# Theory PT1: All\n\n- configurations: TR1\n\n## CMOC TR1: One\n\n- status: supported\n- **C:** a place\n- **M:** trust\n- **O:** peace\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  message: (data) => `${word(data, "id")} is past candidate and in no theory. Name it under a theory’s configurations.`,
  cmoc(at, review, report) {
    if (isClosed(at.entity) || !isPastCandidate(at.entity) || review.theoriesOf(at.name).length > 0) return;
    report(at.entity.head, { id: called(at, review) });
  },
};
