import { slotsNamed } from "../syntax/counting.ts";
import { called, evidenceOf, isClosed } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

export const slotNoEvidence: Rule = {
  id: "slot/no-evidence",
  level: "info",
  why: "When links say which slots they speak to, a slot that none names stands on nothing.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n- supports: @lund2010#e1 (C)\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
  quiet: example({
    "a.md":
      "## CMOC TR1: One\n\n- **C:** a place\n- **M:** trust\n  - inferred: nobody names it\n- supports: @lund2010#e1 (C)\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n"),
  }),
  message: (data) =>
    `No extract speaks to the ${word(data, "slot")} of ${word(data, "id")}. Link one to it, or say “inferred:” and why.`,
  cmoc(at, review, report) {
    const { entity } = at;
    if (isClosed(entity)) return;
    const links = evidenceOf(at, review);
    if (!links.some((link) => link.slots.length > 0)) return;
    const named = new Set(links.flatMap((link) => link.slots.flatMap((slot) => slotsNamed(slot, entity.slots))));
    const { scheme } = review.manifest;
    for (const [index, slot] of entity.slots.entries()) {
      if (named.has(index) || slot.inferred !== undefined) continue;
      const label = scheme.slots.find((each) => each.letter === slot.role)?.label ?? slot.role;
      report(slot, { id: called(at, review), slot: slot.part ?? label.toLowerCase() });
    }
  },
};
