/** Data: `id`, `stage`. */
import { t } from "../l10n.ts";
import type { Link } from "../review.ts";
import { spanOf } from "./about.ts";
import { once } from "./once.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, word } from "./words.ts";

const isRefuted = once<Link, boolean>((links) => links.some(({ stance }) => stance === "refutes"));

export const theoryNoCounterexamplePage: RulePage = {
  why: "A refined theory has been held against what does not fit it.",
  fires: example({
    "a.md": "# Theory PT1: All\n\n- stage: refined\n- configurations: TR1\n\n## CMOC TR1: One\n\n- **C:** a place\n",
  }),
  quiet: example({
    "a.md":
      "# Theory PT1: All\n\n- stage: refined\n- configurations: TR1\n- counterexamples: none found\n\n## CMOC TR1: One\n\n- **C:** a place\n",
  }),
};

export const theoryNoCounterexample: Rule = {
  id: "theory/no-counterexample",
  level: "info",
  message: (data) =>
    t(
      "{0} is {1}, and nothing is said of counterexamples. Name them, or write “counterexamples: none found”.",
      word(data, "id"),
      word(data, "stage"),
    ),
  theory(at, review, report) {
    const stage = at.brief.stage;
    if (stage !== "refined" && stage !== "final") return;
    if (at.brief.considered) return;
    if (isRefuted(review.evidenceFor(at.name), review)) return;
    report(spanOf(at.brief), { id: at.brief.id, stage });
  },
};
