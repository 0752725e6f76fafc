/** Questions that several rules ask of a configuration and its evidence. */
import { t } from "../l10n.ts";
import { type CmocBrief, type ExtractBrief, idSpanOf } from "../model/brief.ts";
import type { Claim, Cmoc, Entity } from "../model/types.ts";
import { areOfOtherRoles } from "../review/links.ts";
import type { Definition, Link, Reference, Review } from "../review.ts";
import { countSlots } from "../syntax/counting.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Span } from "../text.ts";
import { type Scheme, STATUSES } from "../vocabulary.ts";
import { namesAt } from "./ranges.ts";
import type { RelatedPlace } from "./rule.ts";
import { quoted } from "./words.ts";

/** The status as the language reads it: candidate where none stands. */
export function statusOf({ status }: Cmoc | CmocBrief): string {
  return (typeof status === "object" ? status.text : status) ?? "candidate";
}

/** Merged and retired records are exempt from checks of slots and evidence. */
export function isClosed(cmoc: Cmoc | CmocBrief): boolean {
  const status = statusOf(cmoc);
  return status === "merged" || status === "retired";
}

/** A status that is none of the list is told of, and moves nothing. */
export function isPastCandidate(cmoc: Cmoc | CmocBrief): boolean {
  const status = statusOf(cmoc);
  return status !== "candidate" && (STATUSES as readonly string[]).includes(status);
}

export function evidenceOf(at: Definition<Claim>, review: Review): readonly Link[] {
  return review.evidenceFor(at);
}

/** The extract that a link comes from; undefined for a whole source, or one that nothing defines. */
export function extractOf(link: Link, review: Review): ExtractBrief | undefined {
  const written = link.places[0]?.from?.brief;
  if (written?.kind === "extract" && review.isSound(link.extract)) return written;
  const brief = review.brief(link.extract);
  return brief?.kind === "extract" ? brief : undefined;
}

/** The configurations at the other end of evidence that is written at an extract (of a range all, at its first), or the one that it is written at. */
export function cmocsAt({ ref, from }: Reference, review: Review): readonly CmocBrief[] {
  const briefs = from?.brief.kind === "extract" ? namesAt(ref).map((name) => review.brief(name)) : [from?.brief];
  return briefs.filter((brief) => brief?.kind === "cmoc");
}

/** As {@link cmocsAt}, of evidence that names no range. */
export function cmocAt({ ref, from }: Reference, review: Review): CmocBrief | undefined {
  const brief = from?.brief.kind === "extract" ? review.brief(ref.name) : from?.brief;
  return brief?.kind === "cmoc" ? brief : undefined;
}

/** How a record is called in a message: by its id, or, a row of a table that has none, by its first words. */
export function called(at: Definition): string {
  const { brief } = at;
  if (brief.kind === "extract") return `@${brief.source}#${brief.id}`;
  return brief.id === "" ? calledByWords(at.entity) : brief.id;
}

/** As {@link called}, of a record that is at hand. */
export function calledOf(entity: Entity): string {
  if (entity.kind === "extract") return `@${entity.source}#${entity.id}`;
  return entity.id === "" ? calledByWords(entity) : entity.id;
}

function calledByWords(entity: Entity): string {
  const words = entity.kind === "cmoc" ? entity.slots[0]?.text : undefined;
  return words === undefined ? t("the row without an id") : t("the row {0}", quoted(words));
}

/** Whether two definitions are of one record. */
export function isSame(one: Definition, other: Definition): boolean {
  return one.brief === other.brief;
}

/** Where a record stands, as a related place. */
export function placeOf(definition: Definition, label: string): RelatedPlace {
  const { placed, brief } = definition;
  return { at: placed, span: brief.id === "" ? spanOf(brief) : idSpanOf(brief), label };
}

/** Whether a file or a bibliography has the citation key. */
export function isKnown(key: string, review: Review): boolean {
  return review.hasSource(key);
}

/** The citation keys of the sources behind links, each once. */
export function keysOf(links: readonly Link[]): readonly string[] {
  const [only] = links;
  if (links.length === 1 && only) return [only.source];
  return [...new Set(links.map((link) => link.source))];
}

/** The word for each slot: `mechanism`; a part has its own, and a role with several numbers is numbered as links name it: `outcome 2`. */
export function slotWords(slots: readonly RoleMention[], scheme: Scheme): readonly string[] {
  if (areOfOtherRoles(slots)) return slots.map((slot) => slotWord(slot, scheme));
  const counted = countSlots(slots);
  const numbers = new Map<string, Set<number | string>>();
  for (const [index, slot] of slots.entries()) {
    const known = numbers.get(slot.role) ?? new Set();
    numbers.set(slot.role, known.add(counted[index] ?? 0));
  }
  return slots.map((slot, index) => {
    const name = slotWord(slot, scheme);
    return (numbers.get(slot.role)?.size ?? 0) > 1 ? `${name} ${counted[index] ?? ""}` : name;
  });
}

function slotWord({ role, part, absent }: RoleMention, scheme: Scheme): string {
  if (part !== undefined) return part;
  return absent ? `${roleWord(role, scheme)} (absent)` : roleWord(role, scheme);
}

/** `mechanism` for `M`; the letter itself outside the scheme. */
export function roleWord(role: string, scheme: Scheme): string {
  return scheme.slots.find((slot) => slot.letter === role)?.label.toLowerCase() ?? role;
}

/** The head of a record, as a span without the rest of its brief. */
export function spanOf({ start, end }: Span): Span {
  return { start, end };
}
