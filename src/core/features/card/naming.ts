/** How records are called where people see them, and where they stand. */
import { keyOfName } from "../../model/names.ts";
import type { Name } from "../../model/types.ts";
import type { Definition, Link, Review } from "../../review.ts";
import { roleWord } from "../../syntax/roles.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import type { Span } from "../../text.ts";
import { plain } from "./words.ts";

/** A place in a document; offsets in it. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
}

/** The id by which people name a record: an extract's with its source, a row's without an id by its place. */
export function shownId(at: Definition, review: Review): string {
  const { brief } = at;
  if (brief.kind === "extract") return `@${brief.source}#${brief.id}`;
  return brief.id === "" ? review.placeOf(at) : brief.id;
}

/** The id of a name; of one that nothing defines, as it was first written. */
export function idOf(name: Name, review: Review): string {
  if (name.startsWith("s:")) return `@${name.slice(2)}`;
  const [definition] = review.definitions(name);
  if (definition) return shownId(definition, review);
  return plain(review.firstReference(name)?.ref.id ?? keyOfName(name) ?? name.slice(2));
}

/** Where the head of a record stands now: its heading, or its row. */
export function placeOf({ placed, brief }: Definition): Place {
  return { uri: placed.uri, span: { start: placed.start + brief.start, end: placed.start + brief.end } };
}

/** Where a name leads: to the head of its record, or to the file or the entry of a source; undefined when nothing defines it. */
export function placeOfName(name: Name, review: Review): Place | undefined {
  if (name.startsWith("s:")) return placeOfSource(name.slice(2), review);
  const [definition] = review.definitions(name);
  return definition && placeOf(definition);
}

export function placeOfSource(key: string, review: Review): Place | undefined {
  const source = review.source(key);
  if (source?.uri !== undefined) return { uri: source.uri, span: { start: 0, end: 0 } };
  return source?.bibliography && { uri: source.bibliography.uri, span: source.bibliography.span };
}

/** Where a link is written first. */
export function placeOfLink({ places }: Link): Place | undefined {
  const [first] = places;
  if (!first) return undefined;
  const { placed, ref } = first;
  return { uri: placed.uri, span: { start: placed.start + ref.start, end: placed.start + ref.end } };
}

/** ` (C, M resource)`: the slots that a link speaks to; nothing for the whole. */
export function slotsNote(slots: readonly RoleMention[], review: Review): string {
  if (slots.length === 0) return "";
  const { scheme } = review.manifest;
  // Brackets in brackets are hard to read.
  const words = slots.map((slot) => roleWord(slot, scheme).replace(/\(([^()]*)\)/, "$1"));
  return ` (${plain(words.join(", "))})`;
}
