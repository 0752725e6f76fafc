/** Evidence links, wherever they are written, as one link for each extract, record and stance. */

import type { Brief, ExtractBrief } from "../model/brief.ts";
import { keyOfName } from "../model/names.ts";
import type { Evidence, Name } from "../model/types.ts";
import type { RoleMention } from "../syntax/slots.ts";
import type { Stance } from "../vocabulary.ts";
import { eachEvidence } from "./mentions.ts";
import type { NameIndex } from "./names.ts";
import { byReference, Definition, isEvidence, type Reference } from "./placed.ts";

export interface Link {
  /** Extract, record and stance: `x:okafor2014#e4|r:tr3|supports`; of a row without an id extract, place and stance: `x:okafor2014#e4|t.md:3|supports`. */
  readonly key: string;
  /** `x:…` an extract, or `s:…` a whole source. */
  readonly extract: Name;
  /** The citation key of the source. */
  readonly source: string;
  /** Empty of a row without an id. */
  readonly record: Name;
  /** The record, where it is a row without an id. */
  readonly row: Definition | undefined;
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
  readonly row: Definition | undefined;
  readonly stance: Stance;
  readonly places: Reference[];
  slots: readonly RoleMention[] = NO_SLOTS;
  reasons: readonly string[] = NO_REASONS;

  #source: string | undefined;
  private readonly placeOf: PlaceOf;

  constructor(
    extract: Name,
    record: Name,
    row: Definition | undefined,
    stance: Stance,
    place: Reference,
    placeOf: PlaceOf,
  ) {
    this.extract = extract;
    this.record = record;
    this.row = row;
    this.stance = stance;
    this.places = [place];
    this.placeOf = placeOf;
  }

  get key(): string {
    return `${this.extract}|${this.row ? this.placeOf(this.row) : this.record}|${this.stance}`;
  }

  /** The extract, where the link is written at it first and its name is of two parts that cannot be mistaken. */
  private get atExtract(): ExtractBrief | undefined {
    const brief = this.places[0]?.from?.brief;
    return brief?.kind === "extract" && brief.name === this.extract && !brief.id.includes("#") ? brief : undefined;
  }

  get source(): string {
    this.#source ??= this.atExtract?.source ?? keyOfName(this.extract) ?? "";
    return this.#source;
  }
}

/** Where a record stands, for people: `tables/trust.md:12`, the line from 1. */
export type PlaceOf = (at: Definition) => string;

/** Links in the order in which they were first met. */
class Links {
  private readonly found: UnitedLink[] = [];
  private readonly placeOf: PlaceOf;
  /** By what is linked, once there are too many to look through. */
  private byEnds: Map<Name | Brief, Map<string, UnitedLink>> | undefined;

  constructor(placeOf: PlaceOf) {
    this.placeOf = placeOf;
  }

  /** `row` is the record, where it has no name. */
  take(extract: Name, record: Name, row: Definition | undefined, place: Reference, evidence: Evidence): void {
    if (evidence.inReason || !isEvidenceName(extract) || !isRecordName(record)) return;
    if (record === "" && !row) return;
    const own = record === "" ? row : undefined;
    const link = this.find(extract, own?.brief ?? record, evidence.stance);
    if (link) {
      link.places.push(place);
      return;
    }
    const made = new UnitedLink(extract, record, own, evidence.stance, place, this.placeOf);
    this.found.push(made);
    if (this.byEnds) this.enter(made, this.byEnds);
  }

  private find(extract: Name, record: Name | Brief, stance: Stance): UnitedLink | undefined {
    const { found } = this;
    if (found.length > FEW) {
      if (!this.byEnds) {
        this.byEnds = new Map();
        for (const link of found) this.enter(link, this.byEnds);
      }
      return this.byEnds.get(record)?.get(`${extract}|${stance}`);
    }
    for (const link of found) {
      if (link.stance === stance && link.extract === extract && endOf(link) === record) return link;
    }
    return undefined;
  }

  private enter(link: UnitedLink, byEnds: Map<Name | Brief, Map<string, UnitedLink>>): void {
    const end = endOf(link);
    const links = byEnds.get(end) ?? new Map<string, UnitedLink>();
    byEnds.set(end, links.set(`${link.extract}|${link.stance}`, link));
  }

  done(): readonly Link[] {
    for (const link of this.found) {
      if (link.places.length > 1) link.places.sort(byReference);
      unite(link);
    }
    return this.found;
  }
}

/** What a link bears on: a name, or of a row without an id the row itself. */
export function endOf({ record, row }: Link): Name | Brief {
  return row?.brief ?? record;
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

/** Gives a link the slots and reasons of all its places, each once, in the order of the places. */
function unite(link: UnitedLink): void {
  const [only] = link.places;
  if (link.places.length === 1 && only && isEvidence(only.ref)) {
    const { slots, reason } = only.ref;
    link.slots = distinct(slots);
    if (reason !== undefined) link.reasons = [reason];
    return;
  }
  const slots: RoleMention[] = [];
  const reasons = new Set<string>();
  for (const { ref } of link.places) {
    if (!isEvidence(ref)) continue;
    for (const slot of ref.slots) slots.push(slot);
    if (ref.reason !== undefined) reasons.add(ref.reason);
  }
  link.slots = distinct(slots);
  link.reasons = [...reasons];
}

function distinct(slots: readonly RoleMention[]): readonly RoleMention[] {
  if (areOfOtherRoles(slots)) return slots;
  const byKey = new Map<string, RoleMention>();
  for (const slot of slots) {
    const key = slotKey(slot);
    if (!byKey.has(key)) byKey.set(key, slot);
  }
  return [...byKey.values()];
}

/** Whether no two of a few slots have one role, a quick look: such slots are distinct. */
export function areOfOtherRoles(slots: readonly RoleMention[]): boolean {
  if (slots.length > FEW) return false;
  for (let at = 1; at < slots.length; at++) {
    for (let before = 0; before < at; before++) if (slots[before]?.role === slots[at]?.role) return false;
  }
  return true;
}

/** Equal for mentions that name the same slots. */
export function slotKey(slot: RoleMention): string {
  return `${slot.role}${slot.n ?? ""}|${slot.part ?? ""}${slot.position ?? ""}${slot.absent ? "!" : ""}${slot.layer ?? ""}`;
}

/** Evidence on a record: written at it (in every place that defines or restates it), then at extracts. */
export function linksToRecord(
  index: NameIndex,
  name: Name,
  definitions: readonly Definition[],
  placeOf: PlaceOf,
): readonly Link[] {
  const links = new Links(placeOf);
  for (const definition of definitions) {
    const brief: Brief = definition.brief;
    if (brief.kind === "extract") continue;
    for (const ref of brief.links)
      if (isEvidence(ref))
        links.take(ref.name, name, definition, { placed: definition.placed, ref, from: definition }, ref);
  }
  if (name !== "") {
    eachEvidence(index, name, true, (ref, placed, at) => {
      const from = new Definition(placed, at);
      links.take(from.name, name, undefined, { placed, ref, from }, ref);
    });
  }
  return links.done();
}

/** What an extract, or a source as a whole, bears on. */
export function linksFrom(
  index: NameIndex,
  name: Name,
  definitions: readonly Definition[],
  placeOf: PlaceOf,
): readonly Link[] {
  const links = new Links(placeOf);
  for (const definition of definitions) {
    const brief: Brief = definition.brief;
    if (brief.kind !== "extract") continue;
    for (const ref of brief.links)
      if (isEvidence(ref))
        links.take(name, ref.name, undefined, { placed: definition.placed, ref, from: definition }, ref);
  }
  eachEvidence(index, name, false, (ref, placed, at) => {
    const from = new Definition(placed, at);
    links.take(name, from.name, from, { placed, ref, from }, ref);
  });
  return links.done();
}
