/** Data: `id`, `slot`, `count`. */
import { t } from "../l10n.ts";
import { calledOf, isClosed, roleWord } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, slotSaid, word } from "./words.ts";

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
    t(
      "This {0} of {1} has {2} words. Part it into slots of their own, or shorten it.",
      slotSaid(data),
      word(data, "id"),
      word(data, "count"),
    ),
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
