/** Data: `extract`, `record`, `stance`. Reported at every place after the first; a record's own places come before those at extracts. */
import { t } from "../l10n.ts";
import type { Brief } from "../model/brief.ts";
import type { Claim, Extract } from "../model/types.ts";
import { slotKey } from "../review/links.ts";
import { type Definition, isEvidence, type Link, type Reference, type Review } from "../review.ts";
import { slotsNamed } from "../syntax/counting.ts";
import type { RoleMention } from "../syntax/slots.ts";
import { evidenceOf, isClosed } from "./about.ts";
import { once } from "./once.ts";
import type { Report, Rule, RulePage } from "./rule.ts";
import { example, joined, source, word } from "./words.ts";

/** So few links are looked through. */
const FEW = 16;
const NO_LINKS: readonly Link[] = [];

interface Repeat {
  readonly place: Reference;
  /** The place that it repeats. */
  readonly first: Reference;
}

const NO_ROLES: readonly RoleMention[] = [];
const NO_REPEATS: ReadonlyMap<Brief, readonly Repeat[]> = new Map();
/** Records of one id have the same links, and ask for them in turn: what is found of a link is the same for all of them. */
const known = new WeakMap<Link, ReadonlyMap<Brief, readonly Repeat[]>>();

/** The places that repeat another with the same slots, by the record that each stands in. Of several records of one id the first says what its slots are. */
function repeats(link: Link, review: Review): ReadonlyMap<Brief, readonly Repeat[]> {
  if (link.places.length < 2) return NO_REPEATS;
  const found = known.get(link) ?? repeatsOf(link, slotsOf(link.row?.brief ?? review.brief(link.record)));
  known.set(link, found);
  return found;
}

function slotsOf(record: Brief | undefined): readonly RoleMention[] {
  return record?.kind === "cmoc" ? record.roles : NO_ROLES;
}

/** Equal for mentions that mean the same of these slots: `O`, and `O1, O2` where there are two. */
function meaning(mentions: readonly RoleMention[], slots: readonly RoleMention[]): string {
  const named = new Set<number | string>();
  for (const mention of mentions) {
    const places = slotsNamed(mention, slots);
    if (places.length === 0) named.add(slotKey(mention));
    for (const place of places) named.add(place);
  }
  return [...named].map(String).sort().join(",");
}

function repeatsOf(link: Link, slots: readonly RoleMention[]): ReadonlyMap<Brief, readonly Repeat[]> {
  const atExtract = (place: Reference): boolean => place.from?.brief.kind === "extract";
  const order = [...link.places.filter((place) => !atExtract(place)), ...link.places.filter(atExtract)];
  const seen = new Map<string, Reference>();
  const found = new Map<Brief, Repeat[]>();
  for (const place of order) {
    if (!isEvidence(place.ref) || !place.from) continue;
    const key = meaning(place.ref.slots, slots);
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

/** The links of many with several places, by the records that these stand in. */
const severalByRecord = once<Link, ReadonlyMap<Brief, readonly Link[]>>((links) => {
  const found = new Map<Brief, Link[]>();
  for (const link of links) {
    if (link.places.length < 2) continue;
    for (const brief of new Set(link.places.map(({ from }) => from?.brief))) {
      const own = brief && found.get(brief);
      if (own) own.push(link);
      else if (brief) found.set(brief, [link]);
    }
  }
  return found;
});

/** The links that a record may hold twice. */
function severalAt(links: readonly Link[], brief: Brief, review: Review): readonly Link[] {
  return links.length <= FEW ? links : (severalByRecord(links, review).get(brief) ?? NO_LINKS);
}

function tell(at: Definition, links: readonly Link[], review: Review, report: Report): void {
  let ranges: Map<string, RangeTwice> | undefined;
  const isAtExtract = at.brief.kind === "extract";
  for (const link of severalAt(links, at.brief, review)) {
    if (link.places.length < 2) continue;
    const claim = isAtExtract ? review.brief(link.record) : at.brief;
    if (claim?.kind === "cmoc" && isClosed(claim)) continue;
    for (const { place, first } of repeats(link, review).get(at.brief) ?? []) {
      const { ref } = place;
      const range = isAtExtract && ref.range !== undefined ? `${ref.start} ${link.stance}` : undefined;
      const known = range === undefined ? undefined : ranges?.get(range);
      if (known) known.records.push(ref.id);
      else if (range !== undefined) {
        ranges ??= new Map();
        ranges.set(range, { link, place, first, records: [ref.id] });
      } else tellOf(link, place, first, isAtExtract ? ref.id : at.brief.id, report);
    }
  }
  for (const { link, place, first, records } of ranges?.values() ?? [])
    tellOf(link, place, first, inShort(records), report);
}

interface RangeTwice extends Repeat {
  readonly link: Link;
  readonly records: string[];
}

/** Ids of one range. */
function inShort(ids: readonly string[]): string {
  const [first = ""] = ids;
  return ids.length < 4 ? joined(ids, "and") : t("{0} and {1} more", first, ids.length - 1);
}

function tellOf({ extract, stance }: Link, place: Reference, first: Reference, record: string, report: Report): void {
  const related = [{ at: first.placed, span: first.ref, label: t("written here first") }];
  report(place.ref, { extract: `@${extract.slice(2)}`, record, stance }, { related });
}

function atRecord(at: Definition<Claim>, review: Review, report: Report): void {
  tell(at, evidenceOf(at, review), review, report);
}

export const linkTwicePage: RulePage = {
  why: "The same link written twice has to be kept up twice.",
  fires: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1 (C)\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1 (C)\n"),
  }),
  quiet: example({
    "a.md": "## CMOC TR1: One\n\n- **C:** a place\n- supports: @lund2010#e1 (C)\n",
    "lund.md": source("lund2010", "## Extract e1\n\n> Here.\n\n- at: p. 1\n- supports: TR1\n"),
  }),
};

export const linkTwice: Rule = {
  id: "link/twice",
  level: "hint",
  fix: { title: "Take the later one out", safe: false },
  message: (data) =>
    t(
      "That {0} {1} {2} is written twice, with the same slots. Once is enough.",
      word(data, "extract"),
      word(data, "stance"),
      word(data, "record") || t("this row"),
    ),
  cmoc: atRecord,
  theory: atRecord,
  demiRegularity: atRecord,
  extract: (at: Definition<Extract>, review, report) => tell(at, review.repeatedly(at.name), review, report),
};
