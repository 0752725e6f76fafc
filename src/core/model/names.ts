/** How a reference that was read becomes names (see `Name` in types.ts) and {@link Ref}s. */
import { idKey, idsOfRange } from "../ids.ts";
import type { Inline, Mark } from "../syntax/blocks.ts";
import { sourceSpan } from "../syntax/blocks.ts";
import type { Target } from "../syntax/references.ts";
import type { Citation, RoleMention } from "../syntax/slots.ts";
import { ownCopy, type Span } from "../text.ts";
import type { Kind, Stance } from "../vocabulary.ts";
import type { Evidence, Name, Ref } from "./types.ts";

export const recordName = (id: string): Name => `r:${idKey(id)}`;
export const codeName = (slug: string): Name => `c:${idKey(slug)}`;
export const memoName = (id: string): Name => `m:${idKey(id)}`;
export const sourceName = (key: string): Name => `s:${key}`;
export const extractName = (key: string, id: string): Name => `x:${key}#${idKey(id)}`;

/** The name of a record of a kind; an extract's needs its source. */
export function nameOf(kind: Kind, id: string, source: string | undefined): Name {
  if (kind === "code") return codeName(id);
  if (kind === "memo") return memoName(id);
  if (kind === "extract") return extractName(source ?? "", id);
  return recordName(id);
}

export function citationName(citation: Citation): Name {
  return citation.extract === undefined ? sourceName(citation.key) : extractName(citation.key, citation.extract);
}

export function citationId(citation: Citation): string {
  return citation.extract === undefined ? `@${citation.key}` : `@${citation.key}#${citation.extract}`;
}

const HASH = 35;

/** The citation key that a name of a source or an extract bears. */
export function keyOfName(name: Name): string | undefined {
  if (name.startsWith("s:")) return name.slice(2);
  if (!name.startsWith("x:")) return undefined;
  let hash = name.length - 1;
  while (hash > 1 && name.charCodeAt(hash) !== HASH) hash--;
  return name.slice(2, hash > 1 ? hash : undefined);
}

/** Where a reference stands and what it is read as, when nothing else says so. */
export interface RefPlace {
  readonly field: string;
  /** The kind of an id without a kind of its own: codes in `parent`. */
  readonly kind?: Kind;
  readonly source?: string | undefined;
  readonly weak?: true;
  readonly inReason?: true;
  /** It stands among words, as in a reason: a link that it is not the whole text of is somebody's own. */
  readonly inWords?: true;
  readonly reason?: string | undefined;
}

/** How many references the ranges of one piece may stand for in all: a thousand bytes could else stand for a hundred thousand. */
export const RANGED_IN_PIECE = 20_000;
let ranged = 0;

/** Forgets what ranges stand for, and what references were given, in the piece before; called where the reading of a piece begins. */
export function beginRanges(): void {
  ranged = 0;
  if (copies.size > 0) copies.clear();
}

/** The words that references of one piece were given: many share a long reason, or the target of a link. */
const copies = new Map<string, string>();

/** Words as a string of their own, so that no text is kept for their sake once it was edited. */
export function ownWords(words: string): string {
  const known = copies.get(words);
  if (known !== undefined) return known;
  const copy = ownCopy(words);
  copies.set(words, copy);
  return copy;
}

/** The ids of a range; its own words for one that stands for nothing, and past what the ranges of a piece may stand for. */
function idsIn({ range, written }: Range): readonly string[] {
  const ids = idsOfRange(range);
  ranged += ids.length;
  return ids.length === 0 || ranged > RANGED_IN_PIECE ? [written] : ids;
}

/** Where evidence stands, and what it says. */
export interface EvidencePlace extends RefPlace {
  readonly stance: Stance;
  readonly slots: readonly RoleMention[];
  readonly locator?: string | undefined;
}

/** Adds the references that a target at `[from, to)` of an inline stands for: one, or one for each id of a range. */
export function addRefs(inline: Inline, target: Target, from: number, to: number, place: RefPlace, into: Ref[]): void {
  const { start, end } = sourceSpan(inline, from, to);
  const { field } = place;
  if (target.type === "range") {
    const range = ownCopy(target.written);
    for (const id of idsIn(target)) {
      const ref: Writable<Ref> = { start, end, name: recordName(id), id, field };
      decorate(ref, inline, from, to, place);
      ref.range = range;
      into.push(ref);
    }
    return;
  }
  const ref: Writable<Ref> = { start, end, name: nameIn(target, place), id: idIn(target), field };
  decorate(ref, inline, from, to, place);
  into.push(ref);
}

/** As {@link addRefs}, as evidence of a stance that speaks to these slots. */
export function addEvidence(
  inline: Inline,
  target: Target,
  from: number,
  to: number,
  place: EvidencePlace,
  into: Evidence[],
): void {
  const span = sourceSpan(inline, from, to);
  if (target.type === "range") {
    const range = ownCopy(target.written);
    for (const id of idsIn(target)) {
      const evidence = evidenceAt(span, recordName(id), id, place);
      decorate(evidence, inline, from, to, place);
      evidence.range = range;
      into.push(evidence);
    }
    return;
  }
  const evidence = evidenceAt(span, nameIn(target, place), idIn(target), place);
  decorate(evidence, inline, from, to, place);
  into.push(evidence);
}

function evidenceAt({ start, end }: Span, name: Name, id: string, place: EvidencePlace): Writable<Evidence> {
  const { field, stance, slots, locator } = place;
  const evidence: Writable<Evidence> = { start, end, name, id, field, stance, slots };
  if (locator !== undefined) evidence.locator = ownWords(locator);
  return evidence;
}

type Writable<R extends Ref> = { -readonly [key in keyof R]: R[key] };
type Range = Extract<Target, { readonly type: "range" }>;
type Single = Exclude<Target, Range>;

function nameIn(target: Single, place: RefPlace): Name {
  if (target.type === "citation") return citationName(target.citation);
  return nameOf(target.kind ?? place.kind ?? "cmoc", target.id, place.source);
}

function idIn(target: Single): string {
  return target.type === "citation" ? citationId(target.citation) : target.id;
}

/** Gives a reference what few have: a reason, a link, a doubt. */
function decorate(ref: Writable<Ref>, inline: Inline, from: number, to: number, place: RefPlace): void {
  if (place.reason !== undefined) ref.reason = ownWords(place.reason);
  if (place.weak) ref.weak = true;
  if (place.inReason) ref.inReason = true;
  if (inline.marks.length > 0) {
    const link = inline.marks.find((mark) => mark.kind === "link" && mark.from <= from && to <= mark.to);
    if (link?.target !== undefined) {
      const isOwn = (place.inWords || place.inReason) && !isWholeOf(link, inline.text, from, to);
      if (!isOwn) ref.target = ownWords(link.target);
      ref.link = link.span;
    }
  }
}

/** The longest brackets before a reference that is the whole text of a link, and the longest words after it (`|as it is shown]]`). */
const MOST_BEFORE = 16;
const MOST_AFTER = 280;

/** Whether a reference at `[from, to)` is the whole text of a link, brackets and white space aside. */
function isWholeOf(mark: Mark, text: string, from: number, to: number): boolean {
  if (from - mark.from > MOST_BEFORE || mark.to - to > MOST_AFTER) return false;
  const isOpening = /^\s*\[{0,2}\s*$/.test(text.slice(mark.from, from));
  return isOpening && /^\s*(?:\|[^\]]*)?\]{0,2}\s*$/.test(text.slice(to, mark.to));
}
