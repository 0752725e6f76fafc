/** How a reference that was read becomes names (see `Name` in types.ts) and {@link Ref}s. */
import { idKey, idsOfRange } from "../ids.ts";
import type { Inline } from "../syntax/blocks.ts";
import { sourceSpan } from "../syntax/blocks.ts";
import type { Target } from "../syntax/references.ts";
import type { Citation, RoleMention } from "../syntax/slots.ts";
import type { Span } from "../text.ts";
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
  readonly source?: string | undefined;
  readonly weak?: true;
  readonly inReason?: true;
  readonly reason?: string;
}

/** The references that a target at `[from, to)` of an inline stands for: one, or one for each id of a range. */
export function refsOf(inline: Inline, target: Target, from: number, to: number, place: RefPlace): readonly Ref[] {
  return made(inline, target, from, to, place, (span, name, id) => ({
    start: span.start,
    end: span.end,
    name,
    id,
    field: place.field,
  }));
}

/** As {@link refsOf}, as evidence of a stance that speaks to these slots. */
export function evidenceOf(
  inline: Inline,
  target: Target,
  from: number,
  to: number,
  place: RefPlace & {
    readonly stance: Stance;
    readonly slots: readonly RoleMention[];
    readonly locator?: string | undefined;
  },
): readonly Evidence[] {
  const { field, stance, slots, locator } = place;
  const found = made(
    inline,
    target,
    from,
    to,
    place,
    (span, name, id): Writable<Evidence> => ({
      start: span.start,
      end: span.end,
      name,
      id,
      field,
      stance,
      slots,
    }),
  );
  if (locator !== undefined) for (const evidence of found) evidence.locator = locator;
  return found;
}

type Writable<R extends Ref> = { -readonly [key in keyof R]: R[key] };

function made<R extends Ref>(
  inline: Inline,
  target: Target,
  from: number,
  to: number,
  place: RefPlace,
  make: (span: Span, name: Name, id: string) => Writable<R>,
): Writable<R>[] {
  const span = sourceSpan(inline, from, to);
  let found: Writable<R>[];
  if (target.type === "citation") found = [make(span, citationName(target.citation), citationId(target.citation))];
  else if (target.type === "id") {
    const { kind = place.kind ?? "cmoc", id } = target;
    found = [make(span, nameOf(kind, id, place.source), id)];
  } else {
    const ids = idsOfRange(target.range);
    found = (ids.length === 0 ? [target.written] : ids).map((id) => make(span, recordName(id), id));
    for (const ref of found) ref.range = target.written;
  }
  const link =
    inline.marks.length === 0
      ? undefined
      : inline.marks.find((mark) => mark.kind === "link" && mark.from <= from && to <= mark.to);
  for (const ref of found) {
    if (place.reason !== undefined) ref.reason = place.reason;
    if (place.weak) ref.weak = true;
    if (place.inReason) ref.inReason = true;
    if (link?.target !== undefined) {
      ref.target = link.target;
      ref.link = link.span;
    }
  }
  return found;
}
