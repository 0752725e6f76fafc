import type { Link, Review } from "../review.ts";
import { slotsNamed } from "../syntax/counting.ts";
import { called } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

/** Whether two links of different stance share a slot, or neither names one. */
function meet(first: Link, second: Link, review: Review): boolean {
  if (first.slots.length === 0 || second.slots.length === 0) return first.slots.length === second.slots.length;
  const record = review.definitions(first.record)[0]?.entity;
  const slots = record?.kind === "cmoc" ? record.slots : [];
  const of = (link: Link): ReadonlySet<number> => new Set(link.slots.flatMap((slot) => slotsNamed(slot, slots)));
  const others = of(second);
  return [...of(first)].some((slot) => others.has(slot));
}

export const extractStanceConflict: Rule = {
  id: "extract/stance-conflict",
  level: "warning",
  why: "One passage cannot both affirm and deny the same thing without a word on it.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1\n- refutes: @lund2010#e1\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **O:** trust\n- supports: @lund2010#e1 (C)\n- refutes: @lund2010#e1 (O)\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
  message: (data) =>
    `${word(data, "extract")} both ${word(data, "first")} and ${word(data, "second")} ${word(data, "record")}. Name the slots each speaks to, or keep one.`,
  extract(at, review, report) {
    const links = review.bearsOn(at.name);
    for (const [index, first] of links.entries()) {
      for (const second of links.slice(index + 1)) {
        if (first.record !== second.record || first.stance === second.stance || !meet(first, second, review)) continue;
        const record =
          second.places[0]?.from?.name === at.name
            ? (second.places[0]?.ref.id ?? "")
            : (second.places[0]?.from?.entity.id ?? "");
        report(at.entity.head, { extract: called(at, review), record, first: first.stance, second: second.stance });
      }
    }
  },
};
