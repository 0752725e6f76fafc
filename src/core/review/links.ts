/** Evidence links, wherever they are written, as one link for each extract, record and stance. */

import { keyOfName } from "../model/names.ts";
import type { Evidence, Name } from "../model/types.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Stance } from "../vocabulary.ts";
import { type Definition, isEvidence, type NameIndex, type Reference } from "./names.ts";

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

interface Building {
  readonly extract: Name;
  readonly record: Name;
  readonly stance: Stance;
  readonly slots: Map<string, RoleMention>;
  readonly reasons: Set<string>;
  readonly places: Reference[];
}

class Links {
  private readonly found = new Map<string, Building>();

  take(extract: Name, record: Name, place: Reference, evidence: Evidence): void {
    const key = `${extract}|${record}|${evidence.stance}`;
    let link = this.found.get(key);
    if (!link) {
      link = { extract, record, stance: evidence.stance, slots: new Map(), reasons: new Set(), places: [] };
      this.found.set(key, link);
    }
    for (const slot of evidence.slots) link.slots.set(slotKey(slot), slot);
    if (evidence.reason !== undefined) link.reasons.add(evidence.reason);
    link.places.push(place);
  }

  done(): readonly Link[] {
    return [...this.found].map(([key, link]) => ({
      key,
      extract: link.extract,
      source: keyOfName(link.extract) ?? "",
      record: link.record,
      stance: link.stance,
      slots: [...link.slots.values()],
      reasons: [...link.reasons],
      places: link.places,
    }));
  }
}

export function slotKey(slot: RoleMention): string {
  return `${slot.role}${slot.n ?? ""}${slot.part ?? ""}${slot.position ?? ""}${slot.absent ? "!" : ""}${slot.layer ?? ""}`;
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
