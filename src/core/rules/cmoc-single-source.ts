/** Data: `id`, `what` ("source" or "study"), `name`. */
import { called, evidenceOf, isClosed, isKnown, keysOf, spanOf } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const cmocSingleSource: Rule = {
  id: "cmoc/single-source",
  level: "info",
  why: "A pattern that one study alone shows has not been seen to recur.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
    "moe.md": source("moe2011", "## Extract e1\n\n> There.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  message: (data) =>
    `All evidence for ${word(data, "id")} comes from one ${word(data, "what")}, ${word(data, "name")}. Look for another.`,
  cmoc(at, review, report) {
    if (isClosed(at.brief)) return;
    const keys = keysOf(evidenceOf(at, review)).filter((key) => isKnown(key, review));
    const [first, ...others] = keys;
    if (first === undefined) return;
    const studyOf = (key: string): string => review.source(key)?.study ?? key;
    const same = studyOf(first).toLowerCase();
    if (others.some((key) => studyOf(key).toLowerCase() !== same)) return;
    const [what, name] = others.length === 0 ? ["source", `@${first}`] : ["study", studyOf(first)];
    report(spanOf(at.brief), { id: called(at), what, name });
  },
};
