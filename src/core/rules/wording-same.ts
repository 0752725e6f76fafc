/** Data: `id`, `first` and `second` (the words for the two roles), `text`. Reported at the later slot. */
import { t } from "../l10n.ts";
import { normalWords, wordsDigest } from "../model/digest.ts";
import type { Slot } from "../syntax/slots.ts";
import { calledOf, isClosed, roleWord } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, quoted, slotSaid, subject, word } from "./words.ts";

/** Up to this many slots, a glance at their lengths saves most of them from being normalised. */
const FEW = 12;
/** How many marks of punctuation the same words may differ by. */
const MARKS = 12;

function anyMayBeSame(slots: readonly Slot[]): boolean {
  for (let at = 0; at < slots.length; at++) {
    for (let next = at + 1; next < slots.length; next++) {
      const one = slots[at] as Slot;
      const other = slots[next] as Slot;
      if (mayBeSame(one, other) && wordsDigest(one.text) === wordsDigest(other.text)) return true;
    }
  }
  return false;
}

function mayBeSame(one: Slot, other: Slot): boolean {
  return (
    one.role !== other.role && Math.abs(one.text.length - other.text.length) <= MARKS && sameStart(one.text, other.text)
  );
}

/** Words that are the same begin with the same letters; from what is no plain letter on they may be anything. */
function sameStart(one: string, other: string): boolean {
  for (let at = 0; ; at++) {
    const a = one.charCodeAt(at) | 32;
    const b = other.charCodeAt(at) | 32;
    if (!isLetter(a) || !isLetter(b)) return true;
    if (a !== b) return false;
  }
}

function isLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

export const wordingSamePage: RulePage = {
  why: "The same words in two slots, as context and as mechanism, explain nothing.",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** high trust\n- **M:** High trust\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** high trust\n- **M:** people speak freely\n" }),
};

export const wordingSame: Rule = {
  id: "wording/same",
  level: "hint",
  message: (data) =>
    t(
      "{0} has {1} both as {2} and as {3}. Ask what in the one brings about what in the other.",
      subject(data),
      quoted(word(data, "text")),
      slotSaid(data, "first"),
      slotSaid(data, "second"),
    ),
  own: {
    cmoc(entity, scheme, report) {
      if (isClosed(entity)) return;
      const { slots } = entity;
      if (slots.length <= FEW && !anyMayBeSame(slots)) return;
      const roles = new Map<string, string>();
      for (const slot of slots) {
        const words = normalWords(slot.text);
        const role = roles.get(words);
        if (words === "") continue;
        if (role === undefined) roles.set(words, slot.role);
        else if (role !== slot.role) {
          const [first, second] = [roleWord(role, scheme), roleWord(slot.role, scheme)];
          report(slot, { id: calledOf(entity), first, second, text: slot.text });
        }
      }
    },
  },
};
