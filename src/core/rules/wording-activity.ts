/** Data: `id`, `slot` ("mechanism" or "context"), `text`. English only; made to be silent where a slot says what people think, feel or decide. */
import { t } from "../l10n.ts";
import type { Slot } from "../syntax/slots.ts";
import { calledOf, isClosed } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, quoted, word } from "./words.ts";

/** Somebody does it, or it is done. `trained` and `provided` alone are not enough: trained staff notice more, provided that they have the time. */
const DONE =
  /\b(?:provid(?:es?|ing)|deliver(?:s|ing)?(?! on\b)|implement(?:s|ing)?|set(?:s|ting)? up|introduc(?:es?|ing)|roll(?:s|ing)? out|distribut(?:es?|ing)|(?:is|are|was|were|be|been|being|gets?|got) (?:\w{2,16}ly )?(?:provided|delivered|implemented|trained|set up|introduced|rolled out|distributed))\b/i;
/** The slot begins with it. */
const LEADS =
  /^(?:to |by |through |the |regular |ongoing )?(?:(?:provid(?:e|ing)|provision of|deliver(?:ing|y of)?|implement(?:ing|ation of)?|set(?:ting)? up|introduc(?:e|ing|tion of)|roll(?:ing)?[ -]out(?: of)?|distribut(?:e|ing|ion of)|train(?! of))\b|training(?= (?:of|for|in|all|the|staff|sessions?|programmes?|programs?|courses?|workshops?|events?|days?)\b|$))/i;
const RESPONSE =
  /\b(?:feel|felt|trust|mistrust|distrust|believ|belief|think|thought|know|confiden|motivat|accept|fear|afraid|hope|want|wish|decid|decision|choos|chose|choice|valu|see|saw|recogni|understand|understood|aware|worr|anxi|respect|safe|reassur|comfort|pride|proud|own(?:ership)?\b|commit|engag|empower|encourag|willing|expect|perceiv|percept|sense|satisf|resent|frustrat|anger|angry|shame|asham|guilt|stigma|identi|belong|empath|sympath|loyal|oblig|responsib|reali[sz]|credib|legitim|buy-?in|interest|enthus|curio|relie[fv]|doubt|suspicio|s[ck]eptic|convinc|persua|prefer|enjoy|lik(?:e|ing)\b|dislik|attitude|rely|relian|faith|permission|dread|dignity|judg|consider|appreciat|agree|welcom|hesita|reluctan|resist|cope|coping|capab|competen|abl[ey]\b|abilit|learn|notice|care about|synerg|each other|one another|mutual)/i;
const VERB = /\b(?:is|are|was|were|has|have|had|can|cannot|do|does|did)\b/i;
/** Longer slots are `wording/long`'s. */
const LIMIT = 600;

function isActivity(slot: Slot, next: () => readonly Slot[]): boolean {
  const text = slot.text.slice(0, LIMIT);
  if (slot.role === "C") return LEADS.test(text) && !VERB.test(text) && !RESPONSE.test(text);
  if (slot.role !== "M" || slot.part !== undefined || !(DONE.test(text) || LEADS.test(text))) return false;
  return !RESPONSE.test(text) && !isAnswered(next());
}

/** Whether a reasoning belongs to the mechanism before `next`: it comes before another whole mechanism does. */
function isAnswered(next: readonly Slot[]): boolean {
  for (const slot of next) {
    if (slot.role !== "M") continue;
    return slot.part === "reasoning" || (slot.part === "resource" && isAnswered(next.slice(next.indexOf(slot) + 1)));
  }
  return false;
}

export const wordingActivityPage: RulePage = {
  why: "A mechanism is how people respond to what is offered, not the offering alone.",
  literature: "Dalkin et al. 2015, doi:10.1186/s13012-015-0237-x",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- **M:** provide training to staff\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- **M:** staff feel supported\n" }),
};

export const wordingActivity: Rule = {
  id: "wording/activity",
  level: "hint",
  message: (data) =>
    data.slot === "context"
      ? t(
          "The context of {0} reads as an activity: {1}. Ask in what circumstances it is done.",
          word(data, "id"),
          quoted(word(data, "text")),
        )
      : t(
          "The mechanism of {0} reads as an activity: {1}. Ask what people then think, feel or decide.",
          word(data, "id"),
          quoted(word(data, "text")),
        ),
  own: {
    cmoc(entity, _scheme, report) {
      if (isClosed(entity)) return;
      for (const [index, slot] of entity.slots.entries()) {
        if (slot.absent || !isActivity(slot, () => entity.slots.slice(index + 1, index + 8))) continue;
        report(slot, { id: calledOf(entity), slot: slot.role === "M" ? "mechanism" : "context", text: slot.text });
      }
    },
  },
};
