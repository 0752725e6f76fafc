/** Questions that several rules ask of a configuration and its evidence. */
import type { Claim, Cmoc, Extract } from "../model/types.ts";
import type { Definition, Link, Reference, Review } from "../review.ts";
import { countSlots, slotsNamed } from "../syntax/counting.ts";
import type { RoleMention, Slot } from "../syntax/slots.ts";
import type { Scheme } from "../vocabulary.ts";
import type { RelatedPlace } from "./rule.ts";
import { quoted } from "./words.ts";

/** The status as the language reads it: candidate where none stands. */
export function statusOf(cmoc: Cmoc): string {
  return cmoc.status?.text ?? "candidate";
}

/** Merged and retired records are exempt from checks of slots and evidence. */
export function isClosed(cmoc: Cmoc): boolean {
  const status = statusOf(cmoc);
  return status === "merged" || status === "retired";
}

export function isPastCandidate(cmoc: Cmoc): boolean {
  return statusOf(cmoc) !== "candidate";
}

export function evidenceOf(at: Definition<Claim>, review: Review): readonly Link[] {
  return review.evidenceFor(at.name === "" ? at : at.name);
}

/** The extract that a link comes from; undefined for a whole source, or one that nothing defines. */
export function extractOf(link: Link, review: Review): Extract | undefined {
  const entity = review.definitions(link.extract)[0]?.entity;
  return entity?.kind === "extract" ? entity : undefined;
}

/** The configuration at the other end of evidence that is written at an extract, or the one that it is written at. */
export function cmocOf({ ref, from }: Reference, review: Review): Cmoc | undefined {
  const entity = from?.entity.kind === "extract" ? review.definitions(ref.name)[0]?.entity : from?.entity;
  return entity?.kind === "cmoc" ? entity : undefined;
}

/** How a record is called in a message: by its id, or, a row of a table that has none, by its first words. */
export function called({ entity }: Definition): string {
  if (entity.kind === "extract") return `@${entity.source}#${entity.id}`;
  if (entity.id !== "") return entity.id;
  const words = entity.kind === "cmoc" ? entity.slots[0]?.text : undefined;
  return words === undefined ? "the row without an id" : `the row ${quoted(words)}`;
}

/** Where a record stands, as a related place. */
export function placeOf(definition: Definition, label: string): RelatedPlace {
  const { placed, entity } = definition;
  return { at: placed, span: entity.id === "" ? entity.head : entity.idSpan, label };
}

/** The citation keys of the sources behind links, each once. */
export function keysOf(links: readonly Link[]): readonly string[] {
  const [only] = links;
  if (links.length === 1 && only) return [only.source];
  return [...new Set(links.map((link) => link.source))];
}

/** Marks in `named` the slots that a mention means; whether there is one. A role alone means all that bear it. */
export function markNamed(mention: RoleMention, slots: readonly Slot[], named: boolean[]): boolean {
  let any = false;
  if (isRoleAlone(mention)) {
    for (let at = 0; at < slots.length; at++) {
      if (slots[at]?.role !== mention.role) continue;
      named[at] = true;
      any = true;
    }
    return any;
  }
  for (const at of slotsNamed(mention, slots)) {
    named[at] = true;
    any = true;
  }
  return any;
}

function isRoleAlone({ n, part, position, absent, layer }: RoleMention): boolean {
  return n === undefined && part === undefined && position === undefined && absent === undefined && layer === undefined;
}

/** The word for each slot: `mechanism`; a part has its own, and a role with several numbers is numbered as links name it: `outcome 2`. */
export function slotWords(slots: readonly Slot[], scheme: Scheme): readonly string[] {
  const counted = countSlots(slots);
  const numbers = new Map<string, Set<number | string>>();
  for (const [index, slot] of slots.entries()) {
    const known = numbers.get(slot.role) ?? new Set();
    numbers.set(slot.role, known.add(counted[index] ?? 0));
  }
  return slots.map((slot, index) => {
    const label = roleWord(slot.role, scheme);
    const name = slot.part ?? (slot.absent ? `${label} (absent)` : label);
    return (numbers.get(slot.role)?.size ?? 0) > 1 ? `${name} ${counted[index] ?? ""}` : name;
  });
}

/** `mechanism` for `M`; the letter itself outside the scheme. */
export function roleWord(role: string, scheme: Scheme): string {
  return scheme.slots.find((slot) => slot.letter === role)?.label.toLowerCase() ?? role;
}
