/** The lenses over extracts, theories, demi-regularities, codes and the files of sources. */
import { t } from "../../l10n.ts";
import type { Name } from "../../model/types.ts";
import type { Definition, Link, Review } from "../../review.ts";
import { configurationCount, extractCount, useCount } from "../card/counts.ts";
import { idOf, type Place, placeOf, placeOfLink, placeOfName, shownId } from "../card/naming.ts";
import { usesOf } from "../tree/codebook.ts";
import { isUnlinked } from "../tree/unlinked.ts";
import { joined, NO_PLACES, type Said, sourcesSaid } from "./said.ts";

/** So many records are named. */
const NAMED = 4;

/** `bears on TR3, TR4`, `parked`, `bears on nothing`. */
export function bearingSaid(at: Definition, review: Review): Said {
  const links = review.bearsOn(at.name);
  if (links.length === 0) {
    const parked = at.brief.kind === "extract" && at.brief.parked;
    return { words: parked ? t("parked") : t("bears on nothing"), places: NO_PLACES };
  }
  const ids = [...new Set(links.map(({ row, record }) => (row ? shownId(row, review) : idOf(record, review))))];
  const named = ids.slice(0, NAMED).join(", ");
  const others = ids.length - NAMED;
  return {
    words: others > 0 ? t("bears on {0} and {1} more", named, others) : t("bears on {0}", named),
    tooltip: t("Show what it bears on"),
    places: () => links.flatMap((link) => endOf(link, review)),
  };
}

function endOf(link: Link, review: Review): readonly Place[] {
  const place = (link.row ? placeOf(link.row) : placeOfName(link.record, review)) ?? placeOfLink(link);
  return place ? [place] : [];
}

/** `6 configurations`: those that a theory or a demi-regularity names, and those that name the theory. */
export function holdingSaid(at: Definition, review: Review): Said {
  const names = heldBy(at, review);
  if (names.length === 0) return { words: t("holds no configuration"), places: NO_PLACES };
  return {
    words: configurationCount(names.length),
    tooltip: t("Show its configurations"),
    places: () => names.flatMap((name) => placeOfName(name, review) ?? []),
  };
}

/** Names that something bears. */
function heldBy({ brief, name }: Definition, review: Review): readonly Name[] {
  const found = new Set<Name>();
  for (const { field, name: held, inReason } of brief.links)
    if (field === "configurations" && !inReason && review.isDefined(held)) found.add(held);
  if (brief.kind === "theory")
    for (const { ref, from } of review.references(name))
      if (ref.field === "theory" && !ref.inReason && from?.brief.kind === "cmoc" && from.name !== "")
        found.add(from.name);
  return [...found];
}

/** `5 uses · 3 sources`. */
export function usesSaid(at: Definition, review: Review): Said {
  const uses = usesOf(at.name, review);
  if (uses.length === 0) return { words: t("not used yet"), places: NO_PLACES };
  const sources = new Set(uses.map(({ from }) => (from.brief.kind === "extract" ? from.brief.source : "")));
  return {
    words: joined(useCount(uses.length), sourcesSaid(sources.size)),
    tooltip: t("Show where it is used"),
    places: () =>
      uses.map(({ ref, from }) => {
        const { start } = from.placed;
        return { uri: from.placed.uri, span: { start: start + ref.start, end: start + ref.end } };
      }),
  };
}

/** `4 extracts, 1 unlinked`; nothing over an excluded source without extracts, of which none are asked. */
export function sourceSaid(key: string, review: Review): Said | undefined {
  const extracts = review.extractsOf(key);
  const status = review.source(key)?.status;
  if (extracts.length === 0)
    return status === "excluded" || status === "awaiting"
      ? undefined
      : { words: t("no extracts yet"), places: NO_PLACES };
  const loose = extracts.filter(({ brief }) => brief.kind === "extract" && isUnlinked(brief, review));
  const n = extracts.length;
  const shown = loose.length > 0 ? loose : extracts;
  const counts = extractCount(n);
  return {
    words: loose.length === 0 ? counts : t("{0}, {1} unlinked", counts, loose.length),
    tooltip: loose.length === 0 ? t("Show its extracts") : t("Show the extracts that bear on nothing"),
    places: () => shown.map(placeOf),
  };
}
