/** Data: `id`, `slot`, `count`. */
import { calledOf, isClosed, roleWord } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, plural, word } from "./words.ts";

const MOST = 40;

// @__NO_SIDE_EFFECTS__
const contextOf = (words: number): string => `## CMOC TR1: One\n\n- **C:** ${"very ".repeat(words - 1)}far\n`;

export const wordingLongPage: RulePage = {
  why: "A slot of over 40 words usually holds more than one thought.",
  fires: example({ "a.md": contextOf(41) }),
  quiet: example({ "a.md": contextOf(40) }),
};

export const wordingLong: Rule = {
  id: "wording/long",
  level: "hint",
  message: (data) =>
    `This ${word(data, "slot")} of ${word(data, "id")} has ${plural(Number(data.count), "word")}. Part it into slots of their own, or shorten it.`,
  own: {
    cmoc(entity, scheme, report) {
      if (isClosed(entity)) return;
      for (const slot of entity.slots) {
        if (slot.text.length <= 2 * MOST) continue;
        const count = slot.text.split(" ").filter((each) => /[\p{L}\p{N}]/u.test(each)).length;
        if (count <= MOST) continue;
        report(slot, { id: calledOf(entity), slot: slot.part ?? roleWord(slot.role, scheme), count });
      }
    },
  },
};
