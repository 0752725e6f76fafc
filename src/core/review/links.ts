/** Evidence links, wherever they are written, as one link for each extract, record and stance. */

import type { Brief } from "../model/brief.ts";
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

const NO_SLOTS: readonly RoleMention[] = [];
const NO_REASONS: readonly string[] = [];

class UnitedLink implements Link {
  readonly extract: Name;
  readonly record: Name;
  readonly stance: Stance;
  readonly places: Reference[];
  slots: readonly RoleMention[] = NO_SLOTS;
  reasons: readonly string[] = NO_REASONS;

  constructor(extract: Name, record: Name, stance: Stance, place: Reference) {
    this.extract = extract;
    this.record = record;
    this.stance = stance;
    this.places = [place];
  }

  get key(): string {
    return `${this.extract}|${this.record}|${this.stance}`;
  }

  get source(): string {
    return keyOfName(this.extract) ?? "";
  }
}

/** Links in the order in which they were first met. */
class Links {
  private readonly found: UnitedLink[] = [];
  /** By key, once there are too many to look through. */
  private byKey: Map<string, UnitedLink> | undefined;

  take(extract: Name, record: Name, place: Reference, evidence: Evidence): void {
    if (evidence.inReason || !isEvidenceName(extract) || !isRecordName(record)) return;
    const link = this.find(extract, record, evidence.stance);
    if (link) {
      link.places.push(place);
      return;
    }
    const made = new UnitedLink(extract, record, evidence.stance, place);
    this.found.push(made);
    this.byKey?.set(made.key, made);
  }

  private find(extract: Name, record: Name, stance: Stance): UnitedLink | undefined {
    const { found } = this;
    if (found.length > FEW) {
      this.byKey ??= new Map(found.map((link) => [link.key, link]));
      return this.byKey.get(`${extract}|${record}|${stance}`);
    }
    for (const link of found) {
      if (link.stance === stance && link.extract === extract && link.record === record) return link;
    }
    return undefined;
  }

  done(): readonly Link[] {
    for (const link of this.found) {
      if (link.places.length > 1) link.places.sort(byReference);
      const { slots, reasons } = unite(link.places);
      link.slots = slots;
      link.reasons = reasons;
    }
    return this.found;
  }
}

/** More links than this are found by a map. */
const FEW = 12;

function isEvidenceName(name: Name): boolean {
  return name.charCodeAt(1) === 58 && (name.charCodeAt(0) === 120 || name.charCodeAt(0) === 115);
}

/** A row of a table without an id has no name. */
function isRecordName(name: Name): boolean {
  return name === "" || name.startsWith("r:");
}

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
    for (const slot of ref.slots) slots.push(slot);
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
    const brief: Brief = definition.brief;
    if (brief.kind === "extract") continue;
    for (const ref of brief.links)
      if (isEvidence(ref)) links.take(ref.name, name, { placed: definition.placed, ref, from: definition }, ref);
  }
  if (name !== "") {
    for (const reference of index.references(name)) {
      const { ref, from } = reference;
      if (isEvidence(ref) && from?.brief.kind === "extract") links.take(from.name, name, reference, ref);
    }
  }
  return links.done();
}

/** What an extract, or a source as a whole, bears on. */
export function linksFrom(index: NameIndex, name: Name): readonly Link[] {
  const links = new Links();
  for (const definition of index.definitions(name)) {
    const brief: Brief = definition.brief;
    if (brief.kind !== "extract") continue;
    for (const ref of brief.links)
      if (isEvidence(ref)) links.take(name, ref.name, { placed: definition.placed, ref, from: definition }, ref);
  }
  for (const reference of index.references(name)) {
    const { ref, from } = reference;
    if (isEvidence(ref) && from && from.brief.kind !== "extract") links.take(name, from.name, reference, ref);
  }
  return links.done();
}
