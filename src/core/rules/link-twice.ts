/** Data: `extract`, `record`, `stance`. Reported at every place after the first; a record's own places come before those at extracts. */
import type { Brief } from "../model/brief.ts";
import type { Claim, Extract } from "../model/types.ts";
import { slotKey } from "../review/links.ts";
import { type Definition, isEvidence, type Link, type Reference, type Review } from "../review.ts";
import { evidenceOf } from "./about.ts";
import type { Report, Rule } from "./rule.ts";
import { example, source, word } from "./words.ts";

interface Repeat {
  readonly place: Reference;
  /** The place that it repeats. */
  readonly first: Reference;
}

const NO_REPEATS: ReadonlyMap<Brief, readonly Repeat[]> = new Map();
/** Records of one id have the same links, and ask for them in turn. */
const known = new WeakMap<Link, ReadonlyMap<Brief, readonly Repeat[]>>();

/** The places that repeat another with the same slots, by the record that each stands in. */
function repeats(link: Link): ReadonlyMap<Brief, readonly Repeat[]> {
  if (link.places.length < 2) return NO_REPEATS;
  const found = known.get(link) ?? repeatsOf(link);
  known.set(link, found);
  return found;
}

function repeatsOf(link: Link): ReadonlyMap<Brief, readonly Repeat[]> {
  const atExtract = (place: Reference): boolean => place.from?.brief.kind === "extract";
  const order = [...link.places.filter((place) => !atExtract(place)), ...link.places.filter(atExtract)];
  const seen = new Map<string, Reference>();
  const found = new Map<Brief, Repeat[]>();
  for (const place of order) {
    if (!isEvidence(place.ref) || !place.from) continue;
    const key = [...new Set(place.ref.slots.map(slotKey))].sort().join(",");
    const first = seen.get(key);
    if (!first) seen.set(key, place);
    else {
      const own = found.get(place.from.brief);
      if (own) own.push({ place, first });
      else found.set(place.from.brief, [{ place, first }]);
    }
  }
  return found;
}

function tell(at: Definition, links: readonly Link[], report: Report): void {
  for (const link of links) {
    for (const { place, first } of repeats(link).get(at.brief) ?? []) {
      const record = at.brief.kind === "extract" ? place.ref.id : at.brief.id;
      const data = { extract: `@${link.extract.slice(2)}`, record, stance: link.stance };
      report(place.ref, data, { related: [{ at: first.placed, span: first.ref, label: "written here first" }] });
    }
  }
}

function atRecord(at: Definition<Claim>, review: Review, report: Report): void {
  tell(at, evidenceOf(at, review), report);
}

export const linkTwice: Rule = {
  id: "link/twice",
  level: "hint",
  why: "The same link written twice has to be kept up twice.",
  fix: { title: "Take the later one out", safe: false },
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1 (C)\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1 (C)\n"),
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1 (C)\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
  message: (data) =>
    `That ${word(data, "extract")} ${word(data, "stance")} ${word(data, "record") || "this row"} is written twice, with the same slots. Once is enough.`,
  cmoc: atRecord,
  theory: atRecord,
  demiRegularity: atRecord,
  extract: (at: Definition<Extract>, review, report) => tell(at, review.bearsOn(at.name), report),
};
