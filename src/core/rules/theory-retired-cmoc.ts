/** Data: `theory`, `id`, `status`; of a range with several such ids also `range` and `others`. */
import { isClosed, statusOf } from "./about.ts";
import { namesAt, others, othersOf } from "./ranges.ts";
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
  message: (data) => {
    const more = data.others === undefined ? "" : `, and ${others(data)} that were merged or retired`;
    return `${word(data, "theory")} names ${word(data, "id")}, which is ${word(data, "status")}${more}. Name what took its place, or take it out.`;
  },
  reference({ ref, from }, review, report) {
    const kind = from?.brief.kind;
    if (from === undefined || (kind !== "theory" && kind !== "demi-regularity") || ref.inReason) return;
    if (ref.field !== "configurations" && ref.field !== "prose") return;
    const closed = namesAt(ref).flatMap((name) => {
      const brief = review.brief(name);
      return brief?.kind === "cmoc" && isClosed(brief) ? [brief] : [];
    });
    const [first] = closed;
    if (!first) return;
    report(ref, { theory: from.brief.id, id: first.id, status: statusOf(first), ...othersOf(ref, closed) });
  },
};
