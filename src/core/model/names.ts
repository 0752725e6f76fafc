/** How a reference that was read becomes names (see `Name` in types.ts) and {@link Ref}s. */
import { idKey, idsOfRange } from "../ids.ts";
import type { Inline } from "../syntax/blocks.ts";
import { sourceSpan } from "../syntax/blocks.ts";
import type { Target } from "../syntax/references.ts";
import type { Citation } from "../syntax/slots.ts";
import type { Kind } from "../vocabulary.ts";
import type { Name, Ref } from "./types.ts";

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

/** The citation key that a name of a source or an extract bears. */
export function keyOfName(name: Name): string | undefined {
  if (name.startsWith("s:")) return name.slice(2);
  if (!name.startsWith("x:")) return undefined;
  const hash = name.lastIndexOf("#");
  return name.slice(2, hash < 0 ? undefined : hash);
}

/** Where a reference stands and what it is read as, when nothing else says so. */
export interface RefPlace {
  readonly field: string;
  /** The kind of an id without a kind of its own: codes in `parent`. */
  readonly kind?: Kind;
  readonly source?: string;
  readonly weak?: true;
  readonly inReason?: true;
  readonly reason?: string;
}

/** The references that a target at `[from, to)` of an inline stands for: one, or one for each id of a range. */
export function refsOf(inline: Inline, target: Target, from: number, to: number, place: RefPlace): readonly Ref[] {
  const span = sourceSpan(inline, from, to);
  const link =
    inline.marks.length === 0
      ? undefined
      : inline.marks.find((mark) => mark.kind === "link" && mark.from <= from && to <= mark.to);
  const make = (name: Name, id: string, range?: string): Ref => {
    const ref: Writable = { start: span.start, end: span.end, name, id, field: place.field };
    if (place.reason !== undefined) ref.reason = place.reason;
    if (range !== undefined) ref.range = range;
    if (place.weak) ref.weak = true;
    if (place.inReason) ref.inReason = true;
    if (link?.target !== undefined) {
      ref.target = link.target;
      ref.link = link.span;
    }
    return ref;
  };
  if (target.type === "citation") return [make(citationName(target.citation), citationId(target.citation))];
  if (target.type === "range") {
    const ids = idsOfRange(target.range);
    if (ids.length === 0) return [make(recordName(target.written), target.written, target.written)];
    return ids.map((id) => make(recordName(id), id, target.written));
  }
  return [make(nameOf(target.kind ?? place.kind ?? "cmoc", target.id, place.source), target.id)];
}

type Writable = { -readonly [key in keyof Ref]: Ref[key] };
