import { called } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, plural, word } from "./words.ts";

export const wordingLong: Rule = {
  id: "wording/long",
  level: "hint",
  why: "A slot of over 40 words usually holds more than one.",
  fires: example({ "a.md": `## CMOC TR1: One\n\n- **C:** ${"very ".repeat(40)}far\n` }),
  quiet: example({ "a.md": `## CMOC TR1: One\n\n- **C:** ${"very ".repeat(39)}far\n` }),
  message: (data) =>
    `This ${word(data, "slot")} of ${word(data, "id")} has ${plural(Number(data.count), "word")}. Split it, or shorten it.`,
  cmoc(at, review, report) {
    for (const slot of at.entity.slots) {
      if (slot.text.length < 80) continue;
      const count = slot.text.split(/\s+/).length;
      if (count <= 40) continue;
      const label = review.manifest.scheme.slots.find((each) => each.letter === slot.role)?.label ?? slot.role;
      report(slot, { id: called(at, review), slot: label.toLowerCase(), count });
    }
  },
};
