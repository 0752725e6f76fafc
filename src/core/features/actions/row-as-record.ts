/** Writing a row of a table as a record of its own, with a heading and fields, below the text that holds the table. */

import { numbered } from "../../ids.ts";
import { MANIFEST_NAME } from "../../membership.ts";
import type { Brief } from "../../model/brief.ts";
import { recordName } from "../../model/names.ts";
import { readDocument } from "../../model/read-document.ts";
import type { Cmoc } from "../../model/types.ts";
import { type Definition, Review } from "../../review.ts";
import type { Table } from "../../syntax/blocks.ts";
import { fold } from "../../syntax/bullets.ts";
import { sectionsOf } from "../../syntax/split.ts";
import { applyEdits, shiftEdits, type TextEdit } from "../../text.ts";
import type { Scheme } from "../../vocabulary.ts";
import { writtenBullet } from "../edit/bullets.ts";
import { type OpenRow, rowOf } from "../edit/cells.ts";
import { type Edited, editsOf, inOrder, type Outcome, type Refusal, refuse } from "../edit/outcome.ts";
import { type OpenRecord, openRecord } from "../edit/record.ts";
import { numberForm } from "../edit/reference-text.ts";
import { notHeld } from "../edit/refusals.ts";
import { idForRow } from "../edit/row-id.ts";
import { lineEnd, lineStart, nextLine, type Style, spelt, styleOf } from "../edit/style.ts";
import { citedForWhole, clausesOf, type Hand, labelOf } from "./clauses.ts";
import { differenceOf } from "./difference.ts";
import { inSomeHand } from "./hands.ts";
import { lossOf } from "./meaning.ts";

/** The edits; a refusal where the record would not say what the row says. Reads the document again. */
export function rowAsRecord(review: Review, at: Definition): Outcome {
  const record = openRecord(review, at);
  if (!record) return notHeld(review, at);
  const found = rowOf(record);
  const { entity } = record;
  if (!found || entity.kind !== "cmoc" || !entity.row) return refuse("spelling");
  const id = entity.id === "" ? idForRow(review, at) : entity.id;
  if (review.definitions(entity.name).length > 1 || review.isRestatement(at.brief)) return refuse("ambiguous", { id });
  return inSomeHand(id, (hand) => {
    const words = written(record, entity, id, hand, mannerIn(record, review));
    const place = lineEnd(record.text, record.text.trimEnd().length);
    const edits = shiftEdits(editsFor(record, removal(record, found), place, words), record.start);
    return otherwise(review, record, { ...entity, id }, edits, words) ?? editsOf(record.uri, record.document, edits);
  });
}

/** A row that is to be a record: with an id of its own where it has none. */
interface Meant {
  readonly entity: Cmoc;
  readonly table: Table;
  readonly row: number;
  readonly words: string;
}

/**
 * Several rows of one stretch of text as records, as {@link rowAsRecord} writes them one by one, but read again only once: for tables of hundreds of rows. Refuses
 * where one of them could not be written so.
 */
export function rowsAsRecords(review: Review, rows: readonly Definition[]): Edited | Refusal {
  const [first] = rows;
  const record = first && openRecord(review, first);
  if (!first || !record) return refuse("moved");
  const manner = mannerIn(record, review);
  const places = new Map<number, { readonly table: Table; readonly row: number }>();
  for (const table of record.blocks)
    if (table.type === "table") for (const [row, { start }] of table.rows.entries()) places.set(start, { table, row });
  const given = new Set<string>();
  const meant: Meant[] = [];
  for (const at of rows) {
    const { entity } = at;
    const place = places.get(entity.head.start);
    if (at.placed !== first.placed || entity.kind !== "cmoc" || !entity.row || !place) return refuse("spelling");
    const id = entity.id === "" ? freeFor(review, at, given) : entity.id;
    given.add(id.toLowerCase());
    const named = { ...entity, id };
    meant.push({ entity: named, ...place, words: written({ ...record, entity }, entity, id, "source", manner) });
  }
  const { text, eol, start } = record;
  const end = lineEnd(text, text.trimEnd().length);
  const gone = removals(text, meant);
  const last = gone[gone.length - 1];
  const isAtEnd = last !== undefined && last.span.end >= end;
  const lead = isAtEnd ? leadAt(record, last.span.start) : eol + eol;
  const records = lead + meant.map(({ words }) => words).join(eol + eol);
  const edits = isAtEnd
    ? [...gone.slice(0, -1), { span: last.span, newText: records + text.slice(end, last.span.end) }]
    : [...gone, { span: { start: end, end }, newText: records }];
  const moved = shiftEdits(edits, start);
  return areMeant(review, record, meant, moved) ? editsOf(record.uri, record.document, moved) : refuse("form");
}

function freeFor(review: Review, at: Definition, given: ReadonlySet<string>): string {
  const id = idForRow(review, at);
  const { prefix = "CMOC", number = 1 } = numbered(id) ?? {};
  for (let n = Number(number); ; n++)
    if (!given.has(`${prefix}${n}`.toLowerCase()) && !review.isDefined(recordName(`${prefix}${n}`)))
      return `${prefix}${n}`;
}

/** Takes rows out, ascending; of a table of which nothing else would stay, all. */
function removals(text: string, meant: readonly Meant[]): readonly TextEdit[] {
  const byTable = new Map<Table, Meant[]>();
  for (const each of meant) {
    const own = byTable.get(each.table);
    if (own) own.push(each);
    else byTable.set(each.table, [each]);
  }
  const edits: TextEdit[] = [];
  for (const [table, all] of byTable) {
    const own = new Set(all.map(({ row }) => row));
    const themes = new Set(all.map(({ entity }) => entity.theme?.text));
    const stays = table.rows.some(({ cells }, at) => {
      const words = fold(cells.map((cell) => cell.text).join(" "));
      return at > 0 && !own.has(at) && words !== "" && !themes.has(words);
    });
    if (!stays) edits.push(wholeTable(text, table));
    else
      for (const row of own) {
        const start = table.rows[row]?.start ?? table.start;
        edits.push({ span: { start: lineStart(text, start), end: nextLine(text, start) }, newText: "" });
      }
  }
  return inOrder(edits);
}

function wholeTable(text: string, table: Table): TextEdit {
  let start = lineStart(text, table.start);
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
  const end = lineEnd(text, table.end);
  if (start > 0) return { span: { start: lineEnd(text, start), end }, newText: "" };
  // Nothing stands before it: what comes after it comes first then.
  const words = end + text.slice(end).search(/\S|$/);
  const top = text.startsWith("\ufeff") ? 1 : 0;
  return { span: { start: top, end: words === text.length ? end : lineStart(text, words) }, newText: "" };
}

/** What parts a record that is written at an offset of a text from what stands before it. */
function leadAt({ text, document, start, eol }: OpenRecord, at: number): string {
  if (text.slice(0, at).trim() === "" && document.slice(0, start).trim() === "") return "";
  return at === 0 || /[\r\n]/.test(text.charAt(at - 1)) ? eol : eol + eol;
}

/** As {@link otherwise}, of all at once. */
function areMeant(review: Review, record: OpenRecord, meant: readonly Meant[], edits: readonly TextEdit[]): boolean {
  const { document, scheme } = record;
  const whole = applyEdits(document, edits);
  const after = readAfter(review, record, whole);
  if (!after) return false;
  const made = new Set(meant.map(({ entity }) => recordName(entity.id)));
  if (namesIn(document, scheme, made) !== namesIn(whole, scheme, made)) return false;
  return meant.every(({ entity: before, words }) => {
    const [only, ...twins] = after.definitions(recordName(before.id));
    const entity = only?.entity;
    if (twins.length > 0 || entity?.kind !== "cmoc" || entity.row || entity.title !== before.title) return false;
    const row = record.text.slice(before.head.start, before.head.end);
    return (
      lossOf(`${row} ${before.theme?.text ?? ""}`, words, scheme) === undefined &&
      differenceOf(before, entity, scheme) === undefined
    );
  });
}

/** A review of the document as it would be; undefined where that is read by another scheme. */
export function readAfter(review: Review, { uri, reading }: OpenRecord, text: string): Review | undefined {
  const after = new Review();
  const manifest = review.document(MANIFEST_NAME);
  if (manifest) after.set(manifest);
  after.set({ uri, version: 0, text });
  return after.placed(uri)[0]?.home.reading?.scheme.name === reading.scheme.name ? after : undefined;
}

/** The records of a text, but for rows without ids and those that are made. */
export function namesIn(text: string, scheme: Scheme, made: ReadonlySet<string>): string {
  return readDocument(text, scheme)
    .pieces.flatMap(({ records }) => records.map(({ kind, name }) => `${kind} ${name}`))
    .filter((each) => each !== "cmoc " && !(each.startsWith("cmoc ") && made.has(each.slice(5))))
    .sort()
    .join("\n");
}

/** The removal, and the record after an empty line at the end of the text; both in one where the row is its last line. */
function editsFor(record: OpenRecord, removed: TextEdit, place: number, words: string): readonly TextEdit[] {
  const { text, eol } = record;
  const { span } = removed;
  if (place <= span.start || place > span.end)
    return inOrder([removed, { span: { start: place, end: place }, newText: eol + eol + words }]);
  return [{ span, newText: leadAt(record, span.start) + words + text.slice(place, span.end) }];
}

/** How the records of a document are written. */
interface Manner {
  readonly style: Style;
  readonly level: number;
}

function mannerIn(record: OpenRecord, review: Review): Manner {
  return { style: styleOf(record, review), level: levelIn(record, review) };
}

/** The record as Markdown. */
function written(record: OpenRecord, entity: Cmoc, id: string, hand: Hand, { style, level }: Manner): string {
  const { text, eol, scheme } = record;
  const bullets: string[] = [];
  const add = (label: string, words: string): void => {
    bullets.push(writtenBullet(`${label} ${words}`, style.bullet, eol));
  };
  const cells = [entity.head];
  if (entity.status) add(spelt("status", style.label), entity.status.text);
  if (entity.theme) add(spelt("theme", style.label), entity.theme.text);
  for (const { roles, words } of clausesOf(record, entity, cells, hand))
    add(spelt(labelOf(roles, scheme), style.role), words.replace(/\\\|/g, "|"));
  const cited = citedForWhole(entity, text, cells);
  if (cited !== "") add(spelt("supports", style.label), cited);
  for (const note of entity.notes) add(spelt("note", style.label), note.text);
  const title = entity.title === "" ? "" : `: ${entity.title}`;
  const heading = `${"#".repeat(level)} CMOC ${numberForm(id, "cmoc") ?? id}${title}`;
  return heading + eol + eol + bullets.join(eol);
}

/** The level of the configurations with a heading in the document; else one below the heading that the table stands under. */
function levelIn({ document, uri, text, start }: OpenRecord, review: Review): number {
  const other = review
    .placed(uri)
    .find((placed) => placed.start !== start && placed.facts.count > 0 && isHeaded(placed.facts.record(0)));
  const depth = (at: number): number => /^#{1,6}/.exec(document.slice(at, at + 6))?.[0].length ?? 0;
  if (other && depth(other.start) > 0) return depth(other.start);
  return Math.min(6, Math.max(2, (sectionsOf(text)[0]?.depth ?? 0) + 1));
}

function isHeaded(brief: Brief): boolean {
  return brief.kind === "cmoc" && brief.start === 0 && brief.idStart > 0;
}

/** Takes the row out; the whole table where nothing else stands in it than the row's own theme. */
function removal({ text, entity }: OpenRecord, { table, row }: OpenRow): TextEdit {
  const theme = entity.kind === "cmoc" ? entity.theme?.text : undefined;
  const hasOthers = table.rows.some(({ cells }, at) => {
    const words = fold(cells.map((cell) => cell.text).join(" "));
    return at > 0 && at !== row && words !== "" && words !== theme;
  });
  if (hasOthers) {
    const start = table.rows[row]?.start ?? table.start;
    return { span: { start: lineStart(text, start), end: nextLine(text, start) }, newText: "" };
  }
  return wholeTable(text, table);
}

/** What would be otherwise; undefined where the document then has the record, saying what the row said, every other record that it had, and every word. */
function otherwise(
  review: Review,
  record: OpenRecord,
  before: Cmoc,
  edits: readonly TextEdit[],
  words: string,
): string | undefined {
  const { document, scheme } = record;
  const whole = applyEdits(document, edits);
  const after = readAfter(review, record, whole);
  if (!after) return "";
  const [made, ...twins] = after.definitions(recordName(before.id));
  const entity = made?.entity;
  if (!made || twins.length > 0 || entity?.kind !== "cmoc" || entity.row || entity.title !== before.title) return "";
  const row = record.text.slice(before.head.start, before.head.end);
  const theme = before.theme?.text ?? "";
  const own = new Set([recordName(before.id)]);
  const sameOthers = namesIn(document, scheme, own) === namesIn(whole, scheme, own);
  if (!sameOthers) return "";
  return differenceOf(before, entity, scheme) ?? lossOf(`${row} ${theme}`, words, scheme);
}
