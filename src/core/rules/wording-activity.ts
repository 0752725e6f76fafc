import { called } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

const ACTIVITY =
  /^(?:to )?(?:provid(?:e|es|ing)|provision of|deliver(?:s|ing|y of)?|train(?:s|ing)?|implement(?:s|ing|ation of)?|set(?:s|ting)? up|introduc(?:e|es|ing)|organis(?:e|es|ing)|organiz(?:e|es|ing)|distribut(?:e|es|ing)|roll(?:s|ing)? out)\b/i;
const RESPONSE =
  /\b(?:feel|felt|trust|believ|think|know|confiden|motivat|accept|fear|hope|want|decid|value|see|recognis|recogniz|understand|worry|worri)/i;

export const wordingActivity: Rule = {
  id: "wording/activity",
  level: "hint",
  why: "A mechanism is people’s response to what is offered, not the offer alone.",
  literature: "Dalkin 2015, doi:10.1186/s13012-015-0237-x",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- **M:** provide training to staff\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- **M:** staff feel supported\n" }),
  message: (data) =>
    `The ${word(data, "slot")} of ${word(data, "id")} reads as an activity (“${word(data, "text")}”). Ask what people then think, feel or decide.`,
  cmoc(at, review, report) {
    const { slots } = at.entity;
    for (const [index, slot] of slots.entries()) {
      if ((slot.role !== "M" && slot.role !== "C") || slot.part === "resource" || !ACTIVITY.test(slot.text)) continue;
      if (RESPONSE.test(slot.text) || (slot.role === "M" && slots[index + 1]?.part === "reasoning")) continue;
      report(slot, {
        id: called(at, review),
        slot: slot.role === "M" ? "mechanism" : "context",
        text: slot.text.split(" ")[0] ?? "",
      });
    }
  },
};
