import { called, isClosed, isPastCandidate } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const cmocEmptySlot: Rule = {
  id: "cmoc/empty-slot",
  level: "warning",
  why: "A configuration past candidate says what works for whom, how, and to what end.",
  literature: "Pawson and Tilley 1997",
  fix: { title: "Add the slot", safe: false },
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- status: supported\n- **C:** a place\n- **M:** trust\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- status: supported\n- **C:** a place\n- **M:** trust\n- **O:** peace\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  message: (data) => `${word(data, "id")} has no ${word(data, "slot")}. Add it, or keep the configuration a candidate.`,
  cmoc(at, review, report) {
    const { entity } = at;
    if (isClosed(entity)) return;
    const { scheme } = review.manifest;
    for (const letter of scheme.required) {
      if (entity.slots.some((slot) => slot.role === letter)) continue;
      const label = scheme.slots.find((slot) => slot.letter === letter)?.label ?? letter;
      const place = entity.empty.find((empty) => empty.role === letter) ?? entity.head;
      report(
        place,
        { id: called(at, review), slot: label.toLowerCase(), role: letter },
        { level: isPastCandidate(entity) ? "warning" : "info" },
      );
    }
  },
};
