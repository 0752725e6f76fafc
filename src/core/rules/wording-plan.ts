/** Data: `id`, `text`. English only. */
import { t } from "../l10n.ts";
import { calledOf, isClosed } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, quoted, word } from "./words.ts";

const PATTERNS: readonly RegExp[] = [
  // "to improve care", not "to a greater extent"
  /^(?:in order )?to (?!(?:an?|the|this|that|these|those|date|some|what|no|such|one|each|every|all|any|their|its|his|her|our|your|my|more|less|varying|different)\b)\p{L}/iu,
  /^(?:(?:we|they|staff|partners|(?:the |a |our )?(?:team|programme|program|project|intervention|service|policy|board|partnership|collaboration)) )?(?:plans?|planning|aims?|aiming) (?:to|for|at)\b/iu,
  /^the (?:aim|goal|objective|intention|plan|idea) is\b/iu,
  /\b(?:is|are|was|were|being) (?:to be|planned)\b/iu,
  /\b(?:we|team|programme|program|project|intervention|service|policy|board) (?:will|shall|should|must)\b/iu,
  /(?:^|\s)(?:will|shall|should|must) be (?:implemented|introduced|delivered|provided|developed|established|set up|rolled out|trained|created|launched|organi[sz]ed|evaluated|offered|funded)\b/iu,
];
/** "People learn whom they should ask" is no plan. */
const SUBORDINATE = /\b(?:what|who|whom|whose|how|when|where|which|whether|why|if|that)\b/i;
const LIMIT = 300;

/** Some word of every pattern: most outcomes have none. */
const ANY = /^(?:in order )?to |plan|aim|goal|objective|intention|idea|to be|will|shall|should|must/i;

function isPlan(text: string): boolean {
  if (!ANY.test(text)) return false;
  return PATTERNS.some((pattern, index) => {
    const at = text.search(pattern);
    return at >= 0 && (index < 3 || !SUBORDINATE.test(text.slice(0, at)));
  });
}

export const wordingPlanPage: RulePage = {
  why: "An outcome is what follows, intended or not; what is intended is a plan.",
  literature: "Tierney et al. 2020, doi:10.1186/s12916-020-1510-7",
  fires: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- **O:** will be implemented next year\n" }),
  quiet: example({ "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- **O:** more ambitious objectives\n" }),
};

export const wordingPlan: Rule = {
  id: "wording/plan",
  level: "hint",
  message: (data) =>
    t("The outcome of {0} reads as a plan: {1}. Say what comes of it.", word(data, "id"), quoted(word(data, "text"))),
  own: {
    cmoc(entity, _scheme, report) {
      if (isClosed(entity)) return;
      for (const slot of entity.slots) {
        if (slot.role === "O" && isPlan(slot.text.slice(0, LIMIT)))
          report(slot, { id: calledOf(entity), text: slot.text });
      }
    },
  },
};
