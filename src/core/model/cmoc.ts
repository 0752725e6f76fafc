/** A configuration: its fields, and its slots in whichever of the three spellings it has. */
import { isId, rangeOf } from "../ids.ts";
import { type Block, type Inline, type List, plainInline, sourceOffset, type Table } from "../syntax/blocks.ts";
import { type Bullet, labelSpan, readBullet, trimmedSpan } from "../syntax/bullets.ts";
import { wholeReference } from "../syntax/references.ts";
import { readRole, readTag } from "../syntax/roles.ts";
import { hasTags, readSentence } from "../syntax/sentence.ts";
import type { RoleMention, Slot, SlotCitation, Spelt } from "../syntax/slots.ts";
import { readTable, type TableRow } from "../syntax/table.ts";
import type { Span } from "../text.ts";
import { FIELDS, fieldOf, type Scheme, STATUSES, schemeOf } from "../vocabulary.ts";
import { type Context, didYouMean, Fields, find, readField } from "./fields.ts";
import { recordName } from "./names.ts";
import { blockRefs, blocksRefs, proseRefs, refersToNothing } from "./prose.ts";
import type { RecordHead } from "./record-head.ts";
import { addCited, Mentions, SlotReader } from "./slots.ts";
import type { Cmoc, Entity, Evidence, Ref, Spelling, Value } from "./types.ts";

/** What a record's reader is given: its heading, its blocks (the heading left out), and the bullets among them. */
export interface RecordText {
  readonly head: RecordHead;
  readonly blocks: readonly Block[];
  readonly bullets: readonly Bullet[];
  /** The piece that the spans of the blocks are relative to. */
  readonly text: string;
  readonly context: Context;
}

/** Reads a configuration, and the rows of a table that are configurations of their own. */
export function readCmoc(record: RecordText): readonly Entity[] {
  const { head, blocks, bullets, context } = record;
  const fields = new Fields();
  const reader = new SlotReader(context);
  for (const bullet of bullets) {
    if (readField(bullet, FIELDS.cmoc, "cmoc", fields, context) || reader.take(bullet)) continue;
    if (!roleMissed(bullet, context)) didYouMean(bullet, "cmoc", roleWords(context.scheme), context);
    blocksRefs(bullet.item.blocks, context.prose, fields.refs);
  }
  const fromFields = reader.finish(fields);
  const rows: Cmoc[] = [];
  let slots: readonly Slot[] = fromFields.slots;
  let spelling: Spelling = slots.length > 0 ? "fields" : "none";
  const prose: Block[] = [];
  for (const block of blocks) if (block.type !== "list" || block.ordered) prose.push(block);
  const spelt = slots.length === 0 ? speltBy(prose, context.scheme) : undefined;
  if (spelt) {
    slots = spelt.spelt.slots;
    spelling = spelt.spelling;
    citedBy(spelt.spelt, spelt.inlineOf, fields.evidence);
  } else if (slots.length === 0) {
    const [table, ...others] = tablesIn(prose, context.scheme, true);
    if (table && table.rows.length === 1) {
      const row = table.rows[0];
      if (row) {
        slots = row.slots;
        spelling = "table";
        rowEvidence(row, table.table, fields.evidence);
        takeRowFields(row, fields);
        for (const { cells } of table.table.rows) cellRefs(cells, row, fields.refs);
        prose.splice(prose.indexOf(table.table), 1);
      }
    } else if (table) {
      for (const each of [table, ...others]) takeTable(each, prose, rows, fields.refs, context);
      find(context, "cmoc/table-rows", head.head, { id: head.id, count: rows.length });
    }
  }
  if (!spelt) swallowed(bullets, spelling === "fields", record.text, context);
  proseOf(prose, spelling, fields.refs, context);
  for (const block of prose) if (block.type === "list") numberedLabels(block, context);
  const cmoc: Cmoc = {
    kind: "cmoc",
    id: head.id,
    name: head.name,
    title: head.title,
    idSpan: head.idSpan,
    head: head.head,
    start: head.start,
    end: head.end,
    row: false,
    spelling,
    slots,
    empty: spelling === "sentence" || spelling === "table" ? NONE_EMPTY : fromFields.empty,
    status: fields.one("status"),
    theme: fields.one("theme"),
    confidence: fields.one("confidence"),
    evidence: fields.evidence,
    notes: fields.notes,
    tags: fields.tags,
    refs: fields.refs,
  };
  return rows.length === 0 ? [cmoc] : [cmoc, ...rows];
}

const NONE_EMPTY: Cmoc["empty"] = [];

/** The sentence that spells the configuration, among the paragraphs that stand directly in it. */
function speltBy(
  blocks: readonly Block[],
  scheme: Scheme,
): { spelt: Spelt; spelling: "sentence"; inlineOf: (citation: SlotCitation) => Inline } | undefined {
  const paragraphs: Inline[] = [];
  for (const block of blocks) if (block.type === "paragraph") paragraphs.push(block.inline);
  const spelt = paragraphs.length === 0 ? undefined : readSentence(paragraphs, scheme);
  if (!spelt) return undefined;
  const inlineOf = ({ span }: SlotCitation): Inline =>
    paragraphs.find((inline) => inline.start <= span.start && span.end <= inline.end) ?? (paragraphs[0] as Inline);
  return { spelt, spelling: "sentence", inlineOf };
}

/** Adds the citations in a sentence as evidence that supports the slot or the whole. */
function citedBy(spelt: Spelt, inlineOf: (citation: SlotCitation) => Inline, into: Evidence[]): void {
  if (spelt.citations.length === 0) return;
  const mentions = new Mentions(spelt.slots);
  for (const cited of spelt.citations) {
    const { citation, slot } = cited;
    addCited(inlineOf(cited), citation, slot === undefined ? NO_MENTIONS : [mentions.of(slot)], into);
  }
}

export interface TableFound {
  readonly table: Table;
  readonly rows: readonly TableRow[];
}

/** The tables of configurations among these blocks. */
export function tablesIn(blocks: readonly Block[], scheme: Scheme, underCmoc: boolean): readonly TableFound[] {
  let found: TableFound[] | undefined;
  for (const block of blocks) {
    if (block.type !== "table") continue;
    const reading = readTable(block, scheme, underCmoc);
    if (!reading || reading.rows.length === 0) continue;
    found ??= [];
    found.push({ table: block, rows: reading.rows });
  }
  return found ?? NO_TABLES;
}

const NO_TABLES: readonly TableFound[] = [];

/** Adds what a row cites: in its slots' cells, and in a column of evidence. */
function rowEvidence(row: TableRow, table: Table, into: Evidence[]): void {
  const cells = table.rows[row.row]?.cells ?? NO_CELLS;
  if (row.citations.length > 0) {
    const mentions = new Mentions(row.slots);
    let at = 0;
    for (const { citation, span, slot } of row.citations) {
      at = cellEndingAfter(cells, at, span.end);
      const cell = cells[at];
      if (cell) addCited(cell, citation, slot === undefined ? NO_MENTIONS : [mentions.of(slot)], into);
    }
  }
  let at = 0;
  for (const { citation, span } of row.supports) {
    at = cellEndingAfter(cells, at, span.end);
    const cell = cells[at];
    if (cell) addCited(cell, citation, NO_MENTIONS, into);
  }
}

/** The index of the first cell from `from` on that ends at or after `end`. Cells ascend. */
function cellEndingAfter(cells: readonly Inline[], from: number, end: number): number {
  let at = from;
  while (at < cells.length && (cells[at]?.end ?? 0) < end) at++;
  return at;
}

const NO_MENTIONS: readonly RoleMention[] = [];

/** Takes a table whose rows are configurations of their own out of the prose, but for the references in its head and between them. */
function takeTable({ table, rows }: TableFound, prose: Block[], records: Cmoc[], into: Ref[], context: Context): void {
  prose.splice(prose.indexOf(table), 1);
  for (const row of rows) records.push(rowRecord(row, table, context));
  otherRefs({ table, rows }, true, into);
}

/** The references in a table's head, and in its rows that are no configurations. */
export function otherRefs({ table, rows }: TableFound, inRecord: boolean, into: Ref[]): void {
  const options = { field: "prose", inRecord };
  let next = 0;
  for (let index = 0; index < table.rows.length; index++) {
    if (rows[next]?.row === index) next++;
    else for (const cell of table.rows[index]?.cells ?? NO_CELLS) proseRefs(cell, options, into);
  }
}

const NO_CELLS: readonly Inline[] = [];
const NO_STARTS: readonly number[] = [];

/** References in the cells of a row; the citations of a cell only where they were not read as evidence. Cells ascend, as they stand. */
function cellRefs(cells: readonly Inline[], row: TableRow, into: Ref[]): void {
  const { citations, supports } = row;
  const starts =
    citations.length + supports.length === 0
      ? NO_STARTS
      : [...citations, ...supports].map(({ span }) => span.start).sort((a, b) => a - b);
  let next = 0;
  for (const cell of cells) {
    while (next < starts.length && (starts[next] as number) < cell.start) next++;
    const withoutCitations = (starts[next] ?? cell.end) < cell.end;
    proseRefs(cell, { field: "prose", inRecord: true, withoutCitations }, into);
  }
}

function takeRowFields(row: TableRow, fields: Fields): void {
  if (row.title) fields.notes.push({ text: row.title.text, start: row.title.span.start, end: row.title.span.end });
  for (const note of row.notes)
    fields.notes.push({ text: `${note.label}: ${note.text}`, start: note.span.start, end: note.span.end });
}

/** A row as a configuration of its own; its id is empty when it has none. */
export function rowRecord(row: TableRow, table: Table, context: Context): Cmoc {
  const written = row.id?.text ?? "";
  const read = written === "" ? undefined : wholeReference(written, "cmoc");
  const id = read?.target.type === "id" ? read.target.id : "";
  const idSpan = row.id?.span ?? { start: row.start, end: row.start };
  if (written !== "" && id === "") {
    const why = rangeOf(written, true) ? "range" : "characters";
    find(context, "id/form", idSpan, { text: written, why });
  } else if (id !== "" && !isId(id)) find(context, "id/form", idSpan, { text: written, why: "characters" });
  const evidence: Evidence[] = [];
  rowEvidence(row, table, evidence);
  const refs: Ref[] = [];
  const { idCell } = row;
  const cells = table.rows[row.row]?.cells ?? NO_CELLS;
  cellRefs(idCell ? cells.filter((cell) => cell.start < idCell.start || cell.end > idCell.end) : cells, row, refs);
  return {
    kind: "cmoc",
    id,
    name: id === "" ? "" : recordName(id),
    title: row.title?.text ?? "",
    idSpan,
    head: { start: row.start, end: row.end },
    start: row.start,
    end: row.end,
    row: true,
    spelling: "table",
    slots: row.slots,
    empty: NONE_EMPTY,
    status: row.status && statusOf(row.status.text, row.status.span, context),
    theme: row.theme && { text: row.theme.text, ...row.theme.span },
    confidence: undefined,
    evidence,
    notes: row.notes.map((note) => ({
      text: `${note.label}: ${note.text}`,
      start: note.span.start,
      end: note.span.end,
    })),
    tags: NO_TAGS,
    refs,
  };
}

const NO_TAGS: readonly string[] = [];

function statusOf(text: string, span: Span, context: Context): Value {
  const known = STATUSES.find((status) => status === text.trim().toLowerCase());
  if (known === undefined) find(context, "field/value", span, { field: "status", value: text, expected: STATUSES });
  return { text: known ?? text.trim(), ...span };
}

/** References in what is not the spelling itself: ordinary paragraphs, quotes, tables. */
function proseOf(blocks: readonly Block[], spelling: Spelling, into: Ref[], context: Context): void {
  for (const block of blocks) {
    if (block.type === "paragraph" && refersToNothing(block.inline)) continue;
    const spelt = spelling === "sentence" && block.type === "paragraph" && hasTags(block.inline, context.scheme) > 0;
    blockRefs(block, spelt ? { ...context.prose, withoutCitations: true } : context.prose, into);
  }
}

/** Reports what would be slots and fields in a numbered list, if it were bullets. */
function numberedLabels(list: List, context: Context): void {
  for (const item of list.items) {
    const bullet = readBullet(item);
    const { label } = bullet;
    if (label === undefined) continue;
    if (fieldOf(FIELDS.cmoc, label) || readRole(label, context.scheme))
      find(context, "field/unknown", labelSpan(bullet), { label, near: [], kind: "cmoc", why: "numbered" });
  }
}

/**
 * Reports the first tagged paragraph that Markdown reads as part of the bullet above it. Where fields spell the configuration, a bullet of
 * prose loses nothing by it.
 */
function swallowed(bullets: readonly Bullet[], inFields: boolean, piece: string, context: Context): boolean {
  for (const bullet of bullets) {
    for (const inline of bullet.paragraphs) {
      if (!inline.text.includes("\n") || (inFields && bullet.label === undefined)) continue;
      if (hasTags(inline, context.scheme) < 2) continue;
      const from = swallowedFrom(bullet, inline, piece, context.scheme);
      if (from < 0) continue;
      find(context, "cmoc/swallowed", trimmedSpan(inline, from, inline.text.length), {});
      return true;
    }
    if (bullet.nested.length > 0 && swallowed(bullet.nested, inFields, piece, context)) return true;
  }
  return false;
}

/**
 * Where the line begins that the bullet swallowed, or -1: the first that is not indented; below prose and slots an indented one is, too.
 * Tags in what is before it are the bullet's own, save in prose.
 */
function swallowedFrom(bullet: Bullet, inline: Inline, piece: string, scheme: Scheme): number {
  const { text } = inline;
  const { label } = bullet;
  let from = text.indexOf("\n") + 1;
  const first = from;
  while (from > 0 && piece.charCodeAt(sourceOffset(inline, from) - 1) !== 10) from = text.indexOf("\n", from) + 1;
  if (label === undefined) return from > 0 ? from : first;
  if (from === 0 && readRole(label, scheme)) from = first;
  return from > 0 && hasTags(plainInline(text.slice(from)), scheme) > 1 ? from : -1;
}

const OTHER_SCHEMES = ["CIMO", "ICAMO", "SCMO"].flatMap((name) => schemeOf(name) ?? []);
const BEFORE_WORDS = /[\s\-–—=→.)]/;

/** Reports a bullet that begins with a role and is no slot, or whose label is a role that this review's configurations do not have. */
function roleMissed(bullet: Bullet, context: Context): boolean {
  const { scheme } = context;
  if (bullet.label !== undefined) {
    const label = bullet.label;
    if (partAlone(label, scheme)) {
      find(context, "field/unknown", labelSpan(bullet), {
        label,
        near: [`mechanism (${label.toLowerCase()})`],
        kind: "cmoc",
      });
      return true;
    }
    const other = OTHER_SCHEMES.some((each) => readRole(label, each) !== undefined);
    if (!other || label.includes(" ")) return false;
    find(context, "field/unknown", labelSpan(bullet), { label, near: [], kind: "cmoc", scheme: scheme.name });
    return true;
  }
  const inline = bullet.paragraphs[0];
  if (!inline) return false;
  const text = inline.text.slice(0, 60);
  for (let at = Math.min(text.length, 40); at > 0; at--) {
    if (at < text.length && !BEFORE_WORDS.test(text.charAt(at))) continue;
    const start = text.slice(0, at).trim();
    const role = readRole(start, scheme);
    if (!role) continue;
    if (/^[AI]$/.test(start) && /^\s\p{Ll}/u.test(text.slice(at))) return false;
    find(context, "field/unknown", trimmedSpan(inline, 0, at), { label: start, near: [`${start}:`], kind: "cmoc" });
    return true;
  }
  return false;
}

/** Whether a label names a mechanism's part alone, as under a mechanism: `Resource`, `reasoning 2`. */
function partAlone(label: string, scheme: Scheme): boolean {
  const roles = label.length > LONGEST_PART ? undefined : readTag(label, scheme);
  return roles?.length === 1 && roles[0]?.part !== undefined && readRole(`mechanism (${label})`, scheme) !== undefined;
}

const LONGEST_PART = 16;

function roleWords(scheme: Scheme): readonly string[] {
  return scheme.slots.flatMap((slot) => [slot.label.toLowerCase(), `${slot.label.toLowerCase()}s`]);
}
