/**
 * Groups the sections of a document into pieces: a record with the ordinary headings below it, or ordinary text.
 * A record runs to the next heading of the same or a higher level, or to the next record's heading, and never resumes after it.
 */
import { type HeadingRead, type NearHeading, type RecordHeading, readHeading } from "../syntax/headings.ts";
import { readBlocks } from "../syntax/read-blocks.ts";
import type { Section } from "../syntax/split.ts";
import { isSpace } from "../syntax/words.ts";
import type { Span } from "../text.ts";

export interface OutlinePiece extends Span {
  /** The heading that opens a record, if the piece is one. */
  readonly record: RecordHeading | undefined;
  /** A heading that nearly opens one, or an `Extract` outside a source's file. */
  readonly near: NearHeading | "outside" | undefined;
  readonly depth: number;
  /** Whether the piece's own heading was kept out by `<!-- cmoc: off -->`. */
  readonly off: boolean;
  readonly headingEnd: number;
  /** Its sections, at least one; spans are relative to the document. */
  readonly sections: readonly Section[];
}

const MARKUP = /[*_`[\]<&\\!\r\n]/;

/** A heading's words. */
function plainHeading(raw: string): string {
  if (raw.charCodeAt(0) === HASH && !MARKUP.test(raw)) {
    let from = 0;
    while (raw.charCodeAt(from) === HASH) from++;
    let to = wordsEnd(raw, from, raw.length);
    let closed = to;
    while (closed > from && raw.charCodeAt(closed - 1) === HASH) closed--;
    if (isBlank(raw.charCodeAt(closed - 1))) to = wordsEnd(raw, from, closed);
    while (from < to && isSpace(raw.charCodeAt(from))) from++;
    return raw.slice(from, to);
  }
  const block = readBlocks(raw)[0];
  return block?.type === "heading" ? block.inline.text : "";
}

const HASH = 35;

/** `to` without the white space before it. */
function wordsEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** A space or a tab. */
function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

/**
 * Groups sections. `isSource` says whether extracts live here; `opens` decides, for a heading whose id has no digit, whether a field of its kind
 * stands in the text of its piece.
 */
export function outline(
  text: string,
  sections: readonly Section[],
  isSource: boolean,
  opens: (sections: readonly Section[], record: RecordHeading) => boolean,
): readonly OutlinePiece[] {
  const reads = sections.map((section): HeadingRead => {
    if (section.depth === 0 || section.off) return undefined;
    const first = text.charCodeAt(section.start + section.depth + 1) | 32;
    if (section.headingEnd - section.start > 2_000) return undefined;
    if (
      text.charCodeAt(section.start) === HASH &&
      first >= 97 &&
      first <= 122 &&
      !OPENERS.includes(String.fromCharCode(first))
    )
      return undefined;
    return readHeading(plainHeading(text.slice(section.start, section.headingEnd)));
  });
  const candidate = (index: number): RecordHeading | undefined => {
    const read = reads[index];
    const record = read && "record" in read ? read.record : undefined;
    return record && (record.kind !== "extract" || isSource) ? record : undefined;
  };
  /** The index after the sections that belong to the record opened at `index`. */
  const extent = (index: number): number => {
    const depth = sections[index]?.depth ?? 0;
    let next = index + 1;
    while (next < sections.length && (sections[next]?.depth ?? 0) > depth && !accepted(next)) next++;
    return next;
  };
  const decided = new Map<number, boolean>();
  const accepted = (index: number): boolean => {
    const record = candidate(index);
    if (!record) return false;
    if (!record.needsField) return true;
    const known = decided.get(index);
    if (known !== undefined) return known;
    const result = opens(sections.slice(index, shallowExtent(index)), record);
    decided.set(index, result);
    return result;
  };
  /** As {@link extent}, but any heading that could open a record ends it, so that deciding one never needs another to be decided. */
  const shallowExtent = (index: number): number => {
    const depth = sections[index]?.depth ?? 0;
    let next = index + 1;
    while (next < sections.length && (sections[next]?.depth ?? 0) > depth && !candidate(next)) next++;
    return next;
  };
  const pieces: OutlinePiece[] = [];
  for (let index = 0; index < sections.length; ) {
    const section = sections[index] as Section;
    const record = accepted(index) ? candidate(index) : undefined;
    const next = record ? extent(index) : index + 1;
    pieces.push({
      start: section.start,
      end: sections[next]?.start ?? text.length,
      record,
      near: record ? undefined : nearOf(reads[index], isSource),
      depth: section.depth,
      off: section.off,
      headingEnd: section.headingEnd,
      sections: sections.slice(index, next),
    });
    index = next;
  }
  return pieces;
}

/** First letters, in lower case, of every spelling of every kind. */
const OPENERS = "ctdempis";

function nearOf(read: HeadingRead, isSource: boolean): OutlinePiece["near"] {
  if (!read) return undefined;
  if ("near" in read) return read.near.kind === "extract" && !isSource ? undefined : read.near;
  return read.record.kind === "extract" && !isSource ? "outside" : undefined;
}
