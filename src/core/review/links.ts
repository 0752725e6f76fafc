/** Evidence links, wherever they are written, as one link for each extract, record and stance. */

import { keyOfName } from "../model/names.ts";
import type { Evidence, Name } from "../model/types.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Stance } from "../vocabulary.ts";
import type { NameIndex } from "./names.ts";
import { byReference, type Definition, isEvidence, type Reference } from "./placed.ts";

export interface Link {
  /** Stable: `x:okafor2014#e4|r:tr3|supports`. */
  readonly key: string;
  /** `x:…` an extract, or `s:…` a whole source. */
  readonly extract: Name;
  /** The citation key of the source. */
  readonly source: string;
  readonly record: Name;
  readonly stance: Stance;
  /** United over all places; none means the whole record. */
  readonly slots: readonly RoleMention[];
  readonly reasons: readonly string[];
  readonly places: readonly Reference[];
}

/** Links by key, in the order in which they were first met. */
class Links {
  private readonly found = new Map<string, { extract: Name; record: Name; stance: Stance; places: Reference[] }>();

  take(extract: Name, record: Name, place: Reference, evidence: Evidence): void {
    if (evidence.inReason || !/^[xs]:/.test(extract) || /^[xscm]:/.test(record)) return;
    const key = `${extract}|${record}|${evidence.stance}`;
    const link = this.found.get(key);
    if (link) link.places.push(place);
    else this.found.set(key, { extract, record, stance: evidence.stance, places: [place] });
  }

  done(): readonly Link[] {
    const links: Link[] = [];
    for (const [key, { extract, record, stance, places }] of this.found) {
      if (places.length > 1) places.sort(byReference);
      const united = unite(places);
      links.push({ key, extract, source: keyOfName(extract) ?? "", record, stance, ...united, places });
    }
    return links;
  }
}

const NO_SLOTS: readonly RoleMention[] = [];
const NO_REASONS: readonly string[] = [];

/** Slots and reasons of all places, each once, in the order of the places. */
function unite(places: readonly Reference[]): {
  readonly slots: readonly RoleMention[];
  readonly reasons: readonly string[];
} {
  const [only] = places;
  if (places.length === 1 && only && isEvidence(only.ref)) {
    const { slots, reason } = only.ref;
    return {
      slots: slots.length > 1 ? distinct(slots) : slots,
      reasons: reason === undefined ? NO_REASONS : [reason],
    };
  }
  const slots: RoleMention[] = [];
  const reasons = new Set<string>();
  for (const { ref } of places) {
    if (!isEvidence(ref)) continue;
    slots.push(...ref.slots);
    if (ref.reason !== undefined) reasons.add(ref.reason);
  }
  return { slots: slots.length === 0 ? NO_SLOTS : distinct(slots), reasons: [...reasons] };
}

function distinct(slots: readonly RoleMention[]): readonly RoleMention[] {
  const byKey = new Map<string, RoleMention>();
  for (const slot of slots) {
    const key = slotKey(slot);
    if (!byKey.has(key)) byKey.set(key, slot);
  }
  return [...byKey.values()];
}

/** Equal for mentions that name the same slots. */
export function slotKey(slot: RoleMention): string {
  return `${slot.role}${slot.n ?? ""}|${slot.part ?? ""}${slot.position ?? ""}${slot.absent ? "!" : ""}${slot.layer ?? ""}`;
}

/** Evidence on a record: written at it (in every place that defines or restates it), then at extracts. */
export function linksToRecord(index: NameIndex, name: Name, definitions: readonly Definition[]): readonly Link[] {
  const links = new Links();
  for (const definition of definitions) {
    const { entity, placed } = definition;
    if (!("evidence" in entity) || entity.kind === "extract") continue;
    for (const ref of entity.evidence) links.take(ref.name, name, { placed, ref, from: definition }, ref);
  }
  if (name !== "") {
    for (const reference of index.references(name)) {
      const { ref, from } = reference;
      if (isEvidence(ref) && from?.entity.kind === "extract") links.take(from.name, name, reference, ref);
    }
  }
  return links.done();
}

/** What an extract, or a source as a whole, bears on. */
export function linksFrom(index: NameIndex, name: Name): readonly Link[] {
  const links = new Links();
  for (const definition of index.definitions(name)) {
    const { entity, placed } = definition;
    if (entity.kind !== "extract") continue;
    for (const ref of entity.evidence) links.take(name, ref.name, { placed, ref, from: definition }, ref);
  }
  for (const reference of index.references(name)) {
    const { ref, from } = reference;
    if (isEvidence(ref) && from && from.entity.kind !== "extract") links.take(name, from.name, reference, ref);
  }
  return links.done();
}
