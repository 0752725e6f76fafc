/** Data: `id`, `first` and `second` (the words for the two roles), `text`. Reported at the later slot. */
import { normalWords } from "../review/digest.ts";
import { called, isClosed, roleWord } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, quoted, subject, word } from "./words.ts";

export const wordingSame: Rule = {
  id: "wording/same",
  level: "hint",
  why: "The same words in two slots, as context and as mechanism, explain nothing.",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** high trust\n- **M:** High trust\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** high trust\n- **M:** people speak freely\n" }),
  message: (data) =>
    `${subject(data)} has ${quoted(word(data, "text"))} both as ${word(data, "first")} and as ${word(data, "second")}. Ask what in the one brings about what in the other.`,
  cmoc(at, review, report) {
    const { entity } = at;
    if (isClosed(entity)) return;
    const { scheme } = review.manifest;
    const roles = new Map<string, string>();
    for (const slot of entity.slots) {
      const words = normalWords(slot.text);
      const role = roles.get(words);
      if (words === "") continue;
      if (role === undefined) roles.set(words, slot.role);
      else if (role !== slot.role) {
        const [first, second] = [roleWord(role, scheme), roleWord(slot.role, scheme)];
        report(slot, { id: called(at), first, second, text: slot.text });
      }
    }
  },
};
