/** Data: `theory`, `id`, `status`; of a range with several such ids also `range` and `others`. */
import { t } from "../l10n.ts";
import type { CmocBrief } from "../model/brief.ts";
import type { Claim } from "../model/types.ts";
import type { Definition, Review } from "../review.ts";
import { isClosed, statusOf } from "./about.ts";
import { isSameRange, others, othersOf } from "./ranges.ts";
import type { Report, Rule, RulePage } from "./rule.ts";
import { example, word } from "./words.ts";

function look({ brief: { id: theory, links } }: Definition<Claim>, review: Review, report: Report): void {
  let closed: CmocBrief[] = [];
  for (const [at, ref] of links.entries()) {
    if (ref.inReason || (ref.field !== "configurations" && ref.field !== "prose")) continue;
    const brief = review.brief(ref.name);
    if (brief?.kind === "cmoc" && isClosed(brief)) closed.push(brief);
    if (isSameRange(ref, links[at + 1])) continue;
    const [first] = closed;
    if (!first) continue;
    report(ref, { theory, id: first.id, status: statusOf(first), ...othersOf(ref, closed) });
    closed = [];
  }
}

export const theoryRetiredCmocPage: RulePage = {
  why: "A theory should not stand on a configuration that was merged or retired.",
  fires: example({
    "a.md": "# Theory PT1: All\n\n- configurations: TR1\n\n## CMOC TR1: One\n\n- status: retired\n- **C:** a place\n",
  }),
  quiet: example({ "a.md": "# Theory PT1: All\n\n- configurations: TR1\n\n## CMOC TR1: One\n\n- **C:** a place\n" }),
};

export const theoryRetiredCmoc: Rule = {
  id: "theory/retired-cmoc",
  level: "warning",
  fix: { title: "Name what took it in", safe: false },
  message: (data) => {
    const [theory, id, status] = [word(data, "theory"), word(data, "id"), word(data, "status")];
    return data.others === undefined
      ? t("{0} names {1}, which is {2}. Name what took its place, or take it out.", theory, id, status)
      : t(
          "{0} names {1}, which is {2}, and {3} that were merged or retired. Name what took its place, or take it out.",
          theory,
          id,
          status,
          others(data),
        );
  },
  theory: look,
  demiRegularity: look,
};
