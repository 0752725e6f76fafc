/** Data: `id`. */
import { t } from "../l10n.ts";
import type { Name, Ref } from "../model/types.ts";
import type { Review } from "../review.ts";
import { called, isClosed, isPastCandidate, spanOf } from "./about.ts";
import { once } from "./once.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, subject } from "./words.ts";

function isOwn(ref: Ref): boolean {
  return ref.field === "theory" && !ref.inReason;
}

/** A name that nothing bears may be a theory’s. */
function mayBeTheory(name: Name, review: Review): boolean {
  const kind = review.brief(name)?.kind;
  return kind === undefined || kind === "theory";
}

const holdTheory = once<Name, boolean>((names, review) => names.some((name) => mayBeTheory(name, review)));

export const cmocNoTheoryPage: RulePage = {
  why: "Configurations are there to refine a theory; past candidate, each belongs to one.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- status: supported\n- **C:** a place\n- **M:** trust\n- **O:** peace\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  quiet: example({
    "a.md":
      "# Theory PT1: All\n\n- configurations: TR1\n\n## CMOC TR1: One\n\n- status: supported\n- **C:** a place\n- **M:** trust\n- **O:** peace\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
};

export const cmocNoTheory: Rule = {
  id: "cmoc/no-theory",
  level: "warning",
  fix: { title: "Put it under the only theory", safe: false },
  message: (data) =>
    t(
      "{0} is past candidate and in no theory. Name it under a theory’s “configurations”, or name the theory here.",
      subject(data),
    ),
  cmoc(at, review, report) {
    if (isClosed(at.brief) || !isPastCandidate(at.brief)) return;
    // What it says itself answers for most.
    if (at.brief.links.some((ref) => isOwn(ref) && mayBeTheory(ref.name, review))) return;
    if (!holdTheory(review.theoriesOf(at.name), review)) report(spanOf(at.brief), { id: called(at) });
  },
};
