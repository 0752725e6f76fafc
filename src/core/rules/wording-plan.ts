import { called } from "./about.ts";
import type { Rule } from "./rule.ts";
import { example, word } from "./words.ts";

const PLAN =
  /^(?:(?:we|they|staff|the team) )?(?:will (?:be )?|plans? to |aims? to |intends? to |is to be |are to be |should )\S{1,40}/i;

export const wordingPlan: Rule = {
  id: "wording/plan",
  level: "hint",
  why: "An outcome is what happened, not what is intended.",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- **O:** will be implemented next year\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- **O:** more ambitious objectives\n" }),
  message: (data) => `The outcome of ${word(data, "id")} reads as a plan (“${word(data, "text")}”). Say what follows.`,
  cmoc(at, review, report) {
    for (const slot of at.entity.slots) {
      const plan = slot.role === "O" ? PLAN.exec(slot.text)?.[0] : undefined;
      if (plan !== undefined) report(slot, { id: called(at, review), text: plan });
    }
  },
};
