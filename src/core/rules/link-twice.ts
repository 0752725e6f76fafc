import { slotKey } from "../review/links.ts";
import { type Definition, isEvidence, type Review } from "../review.ts";
import type { Report, Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

/** Reported at the record: every place after the first that repeats a link with its slots. */
function twice(at: Definition, review: Review, report: Report): void {
  for (const link of review.evidenceFor(at.name === "" ? at : at.name)) {
    if (link.places.length < 2) continue;
    const seen = new Map<string, number>();
    for (const { ref } of link.places) {
      if (!isEvidence(ref)) continue;
      const key = ref.slots.map(slotKey).sort().join(",");
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    const count = Math.max(...seen.values());
    if (count < 2) continue;
    const related = link.places.map(({ placed, ref }) => ({
      uri: placed.uri,
      span: { start: placed.start + ref.start, end: placed.start + ref.end },
      label: `${ref.id} here`,
    }));
    const data = { extract: `@${link.extract.slice(2)}`, record: at.entity.id, stance: link.stance, count };
    report(at.entity.idSpan, data, { related });
  }
}

export const linkTwice: Rule = {
  id: "link/twice",
  level: "hint",
  why: "The same link written twice has to be kept up twice.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1 (C)\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1 (C)\n"),
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1 (C)\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  message: (data) =>
    `${word(data, "extract")} ${word(data, "stance")} ${word(data, "record")} with the same slots in ${word(data, "count")} places. One is enough.`,
  cmoc: twice,
  theory: twice,
  demiRegularity: twice,
};
