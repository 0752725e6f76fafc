/** The lens over a configuration, and over what else has evidence: how many links speak for it, against it, and from how many sources. */
import { t } from "../../l10n.ts";
import type { Definition, Link, Review } from "../../review.ts";
import type { Stance } from "../../vocabulary.ts";
import { idOf, type Place, placeOfLink, placeOfName } from "../card/naming.ts";
import { tallyOf } from "../card/stances.ts";
import { joined, NO_PLACES, type Said, sourcesSaid } from "./said.ts";

/** `3 support · 1 refutes · 2 sources`. A theory without evidence of its own says nothing. */
export function evidenceSaid(at: Definition, review: Review): Said | undefined {
  const links = review.evidenceFor(at.name === "" ? at : at.name);
  if (links.length === 0) return at.brief.kind === "cmoc" ? withoutEvidence(at, review) : undefined;
  const tally = tallyOf(links);
  const words = joined(
    ...(["supports", "refutes", "refines"] as const).map((stance) => stanceSaid(stance, tally[stance])),
    sourcesSaid(tally.sources),
  );
  return { words, tooltip: t("Show the evidence"), places: () => links.flatMap((link) => placesOf(link, review)) };
}

function stanceSaid(stance: Stance, n: number): string {
  if (n === 0) return "";
  switch (stance) {
    case "supports":
      return n === 1 ? t("{0} supports", 1) : t("{0} support", n);
    case "refutes":
      return n === 1 ? t("{0} refutes", 1) : t("{0} refute", n);
    case "refines":
      return n === 1 ? t("{0} refines", 1) : t("{0} refine", n);
  }
}

/** Of what was merged or retired no evidence is asked. */
function withoutEvidence({ brief }: Definition, review: Review): Said {
  const status = brief.kind === "cmoc" ? brief.status?.trim().toLowerCase() : undefined;
  if (status === "merged") {
    const into = brief.links.find(({ field, inReason }) => field === "merged into" && !inReason);
    const place = into && placeOfName(into.name, review);
    if (into && place)
      return {
        words: t("merged into {0}", idOf(into.name, review)),
        tooltip: t("Go to {0}", idOf(into.name, review)),
        places: () => [place],
      };
    return { words: t("merged"), places: NO_PLACES };
  }
  return { words: status === "retired" ? t("retired") : t("no evidence yet"), places: NO_PLACES };
}

/** The passage itself; of one that nothing defines, where the link is written. */
function placesOf(link: Link, review: Review): readonly Place[] {
  const place = placeOfName(link.extract, review) ?? placeOfLink(link);
  return place ? [place] : [];
}
