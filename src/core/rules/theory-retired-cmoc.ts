/** Data: `theory`, `id`, `status`. */
import { isClosed, statusOf } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

export const theoryRetiredCmoc: Rule = {
  id: "theory/retired-cmoc",
  level: "warning",
  why: "A theory should not stand on a configuration that was merged or retired.",
  fix: { title: "Name what took it in", safe: false },
  fires: example({
    "a.md": "# Theory PT1: All\n\n- configurations: TR1\n\n## CMOC TR1: One\n\n- status: retired\n- **C:** a place\n",
  }),
  quiet: example({ "a.md": "# Theory PT1: All\n\n- configurations: TR1\n\n## CMOC TR1: One\n\n- **C:** a place\n" }),
  message: (data) =>
    `${word(data, "theory")} names ${word(data, "id")}, which is ${word(data, "status")}. Name what took its place, or take it out.`,
  reference({ ref, from }, review, report) {
    const kind = from?.brief.kind;
    if (from === undefined || (kind !== "theory" && kind !== "demi-regularity") || ref.inReason) return;
    if (ref.field !== "configurations" && ref.field !== "prose") return;
    const brief = review.brief(ref.name);
    if (brief?.kind !== "cmoc" || !isClosed(brief)) return;
    report(ref, { theory: from.brief.id, id: brief.id, status: statusOf(brief) });
  },
};
