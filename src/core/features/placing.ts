/** Where records that come from elsewhere go in a document: on lines of their own, on the level of their neighbours, and so that nothing that stands there becomes theirs. */
import { readDocument } from "../model/read-document.ts";
import type { Placed, Review } from "../review.ts";
import { type Section, sectionsOf, split } from "../syntax/split.ts";
import { applyEdits, lineEnding, type Span, type TextEdit } from "../text.ts";
import { pieceAt } from "./at/piece.ts";
import { editsOf, type Outcome, refuse } from "./edit/outcome.ts";
import { isRow } from "./edit/record.ts";
import { withFreeIds } from "./placing/ids.ts";

export interface Placing {
  readonly outcome: Outcome;
  /** How many records were placed. */
  readonly count: number;
  /** Printed ids that the review had already, and what they became. */
  readonly renumbered: readonly (readonly [printed: string, id: string])[];
}

/**
 * Puts records in Markdown in the place of a selection. Where words of the record or the section at the place follow, they would become those of the last record: then the records go behind
 * them, and the selection is only taken out. `printed` are the ids that were printed. Refuses (`form`) where they would not be read as the records that they are.
 */
export function placeRecords(
  review: Review,
  uri: string,
  selection: Span,
  markdown: string,
  printed?: readonly string[],
): Placing {
  const { markdown: numbered, count, renumbered } = withFreeIds(review, markdown, printed);
  const text = review.text(uri);
  if (text === undefined) return { outcome: refuse("unknown", { file: uri }), count, renumbered };
  const start = Math.min(selection.start, text.length);
  const own = { start, end: Math.max(start, Math.min(selection.end, text.length)) };
  const { scheme } = review.manifest;
  const before = namesIn(text, review);
  for (const at of placesFor(review, uri, text, own)) {
    const edits = editsAt(review, uri, text, at, own, numbered);
    const after = readDocument(applyEdits(text, edits), scheme).pieces.flatMap(({ records }) => records);
    const names = new Set(after.map(({ name }) => name));
    if (after.length === before.length + count && before.every((name) => names.has(name)))
      return { outcome: editsOf(uri, text, edits), count, renumbered };
  }
  return { outcome: refuse("form", { file: uri }), count, renumbered };
}

function namesIn(text: string, review: Review): readonly string[] {
  return readDocument(text, review.manifest.scheme).pieces.flatMap(({ records }) => records.map(({ name }) => name));
}

/** Places to try: the selection, the end of what it stands in, the end of the document. */
function placesFor(review: Review, uri: string, text: string, own: Span): readonly Span[] {
  const placed = pieceAt(review, uri, own.start);
  const record = placed && isHeaded(placed);
  const section = split(text).sections.findLast(({ start }) => start <= own.start);
  const end = record && placed ? placed.start + placed.facts.length : (section?.end ?? text.length);
  const isLast = own.end <= end && text.slice(own.end, end).trim() === "";
  const behind = [Math.max(end, own.end), text.length].map((at) => endOfWords(text, at, own.end));
  return [...(isLast && placed ? [own] : []), ...behind.map((at) => ({ start: at, end: at }))];
}

function endOfWords(text: string, end: number, least: number): number {
  return Math.max(least, text.slice(0, end).trimEnd().length);
}

/** Whether a piece is that of a record with a heading. */
function isHeaded({ facts }: Placed): boolean {
  const [brief] = facts.records;
  return brief !== undefined && brief.start === 0 && !isRow(brief);
}

function editsAt(
  review: Review,
  uri: string,
  text: string,
  at: Span,
  own: Span,
  markdown: string,
): readonly TextEdit[] {
  const eol = lineEnding(text);
  const block = atLevel(review, uri, text, at.start, markdown)
    .trim()
    .replace(/\r\n|\r|\n/g, eol);
  const edit = {
    span: at,
    newText: `${gapBefore(text.slice(0, at.start), eol)}${block}${gapAfter(text.slice(at.end), eol)}`,
  };
  return at === own || own.start === own.end ? [edit] : [{ span: own, newText: "" }, edit];
}

function gapBefore(before: string, eol: string): string {
  if (before.trim() === "") return "";
  const line = /(?:\r\n|\r|\n)[ \t]*$/;
  const last = line.exec(before);
  if (!last) return eol + eol;
  return line.test(before.slice(0, last.index)) ? "" : eol;
}

function gapAfter(after: string, eol: string): string {
  if (after.trim() === "") return /^[ \t]*[\r\n]/.test(after) ? "" : eol;
  const [line = ""] = /^[ \t]*(?:\r\n|\r|\n)/.exec(after) ?? [];
  if (line === "") return eol + eol;
  return /^[ \t]*[\r\n]/.test(after.slice(line.length)) ? "" : eol;
}

/** The records with headings of the level of their neighbours; a table that would stand in a record below a heading that ends it. */
function atLevel(review: Review, uri: string, text: string, at: number, markdown: string): string {
  const level = levelAt(review, uri, text, at);
  const headed = sectionsOf(markdown).filter(({ depth }) => depth > 0);
  if (headed.length === 0) {
    const placed = at > 0 ? pieceAt(review, uri, at - 1) : undefined;
    return placed && isHeaded(placed) ? `${"#".repeat(level)} Configurations\n\n${markdown}` : markdown;
  }
  const highest = Math.min(...headed.map(({ depth }) => depth));
  const edits = headed.flatMap(({ start, depth }): TextEdit[] => {
    const signs = /^#{1,6}(?=[ \t])/.exec(markdown.slice(start, start + 8))?.[0];
    const wanted = Math.min(6, depth - highest + level);
    return signs ? [{ span: { start, end: start + signs.length }, newText: "#".repeat(wanted) }] : [];
  });
  return applyEdits(markdown, edits);
}

/** The level of the nearest configuration before a place, else after it; else of the record before it, one deeper below a theory or an ordinary heading; else the second. */
function levelAt(review: Review, uri: string, text: string, at: number): number {
  const { sections } = split(text);
  const depths = new Map(sections.map((section) => [section.start, section.depth]));
  let near: number | undefined;
  let before: Placed | undefined;
  for (const placed of review.placed(uri)) {
    if (!isHeaded(placed)) continue;
    if (placed.start < at) before = placed;
    if (placed.facts.records[0]?.kind === "cmoc" && (placed.start < at || near === undefined))
      near = depths.get(placed.start) ?? near;
  }
  if (near !== undefined && near > 0) return near;
  const section = sections.findLast(({ start }) => start < at);
  const own = before && depths.get(before.start);
  if (before && own !== undefined && own > 0)
    return before.facts.records[0]?.kind === "theory" ? Math.min(6, own + 1) : own;
  return below(section);
}

function below(section: Section | undefined): number {
  return section === undefined || section.depth === 0 ? 2 : Math.min(6, section.depth + 1);
}
