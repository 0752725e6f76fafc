/** Data: `id`. */
import { t } from "../l10n.ts";
import type { Evidence, Ref } from "../model/types.ts";
import { isEvidence } from "../review.ts";
import { called, spanOf } from "./about.ts";
import type { Rule, RulePage } from "./rule.ts";
import { example, source, word } from "./words.ts";

function bears(ref: Ref | Evidence): boolean {
  return isEvidence(ref) && !ref.inReason && ref.name.startsWith("r:");
}

export const extractUnlinkedPage: RulePage = {
  why: "An extract that bears on nothing is data that never became theory.",
  literature: "Dalkin et al. 2021, doi:10.1080/13645579.2020.1803528",
  fires: example({ "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n") }),
  quiet: example({
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- parked: kept for the discussion\n"),
  }),
};

export const extractUnlinked: Rule = {
  id: "extract/unlinked",
  level: "warning",
  fix: { title: "Park it with a reason", safe: false },
  message: (data) => t("{0} bears on no configuration. Link it, or park it with a reason.", word(data, "id")),
  extract(at, review, report) {
    // What it says itself answers for most.
    if (at.brief.parked || at.brief.links.some(bears) || review.bearsOn(at.name).length > 0) return;
    const status = review.source(at.brief.source)?.status;
    // To link what is not included would be another mistake.
    if (status !== "excluded" && status !== "awaiting") report(spanOf(at.brief), { id: called(at) });
  },
};
