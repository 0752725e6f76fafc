/**
 * Configurations spelt as a table: the head names roles, a row is a configuration. A cell may hold several slots, parted by `;` or a line break,
 * in a mechanism's column `resource → response`; the column's role wins over a mark in the cell.
 */
import type { Span } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";
import { type Inline, type Row, sourceSpan, type Table } from "./blocks.ts";
import { type ColumnRoles, columnRoles, isBlank, readCell } from "./cells.ts";
import { citationsOf } from "./citations.ts";
import { headText, withoutNotes, withoutSigns } from "./head-words.ts";
import { remembering } from "./remembered.ts";
import { readHead, readTag } from "./roles.ts";
import type { Citation, Slot, SlotCitation, Spelt } from "./slots.ts";
import { fold } from "./words.ts";

export interface Located {
  readonly text: string;
  readonly span: Span;
}

export interface TableRow extends Spelt, Span {
  readonly id?: Located;
  readonly idCell?: Span;
  /** What stands after the id in its cell. */
  readonly title?: Located;
  readonly theme?: Located;
  readonly status?: Located;
  /** Keys in a column of evidence. */
  readonly supports: readonly { readonly citation: Citation; readonly span: Span }[];
  readonly notes: readonly Note[];
  /** Its index in `table.rows`. */
  readonly row: number;
}

interface Note extends Located {
  readonly label: string;
}

export interface TableReading {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/** What a column holds, by its head. */
export type Column =
  | { readonly is: "role"; readonly named: readonly string[]; readonly bare: boolean; readonly roles: ColumnRoles }
  | {
      readonly is: "part" /** A mechanism's part that does not say so: `Resource`. */;
      readonly roles: ColumnRoles;
      readonly response: boolean;
    }
  | { readonly is: "id" /** Whether it says that its rows are configurations. */; readonly named: boolean }
  | { readonly is: "theme" | "status" | "evidence" }
  | { readonly is: "note" /** Whether it tells of studies. */; readonly study: boolean };

const ID =
  /^(?:(ids?|cmocs?|cmos?|cimos?|icmos?|icamos?|scmos?|(?:c[im]mo |cmoc |cmo |cimo |icamo |scmo )?configurations?)(?: ?\(?(?:id|ids|no|nos|nr|number|code|ref|#)\)?)?|nos?|nr|number|#)\.?$/i;
const THEME = /^themes?$/i;
const STATUS = /^status$/i;
const EVIDENCE =
  /^(?:(?:key |supporting )?(?:evidence|sources?|extracts?|citations?|references?|refs)(?: ?\(s\))?|source\(s\)|supports?|supported by|evidence base)$/i;
const STUDY =
  /^(?:(?:first )?authors?|stud(?:y|ies)|papers?|articles?|years?|countr(?:y|ies)|design|methods?|sample|setting)(?![\p{L}])/iu;

/** Reads a table; undefined when its head names no configuration. */
export function readTable(table: Table, scheme: Scheme, underCmoc: boolean): TableReading | undefined {
  const head = table.rows[0];
  if (!head || table.rows.length < 2) return undefined;
  const columns = head.cells.map((cell) => columnOf(headText(cell), scheme));
  if (head.cells[0]?.text.trim() === "" && holdsIds(table)) columns[0] = { is: "id", named: false };
  if (columns.some(isPart)) takeParts(columns, underCmoc);
  if (!isConfigurations(columns, scheme, underCmoc)) return undefined;
  const layout = { columns, head, scheme, id: idColumn(columns) };
  const rows: TableRow[] = [];
  let theme: Located | undefined;
  for (let index = 1; index < table.rows.length; index++) {
    const row = table.rows[index];
    if (!row) continue;
    const group = groupName(row, columns);
    if (group) {
      theme = group;
      continue;
    }
    const read = readRow(row, index, layout, theme);
    if (read) rows.push(read);
  }
  return { columns, rows };
}

const columnOf = remembering((text: string, scheme: Scheme): Column => {
  const words = fold(text);
  const roles = readHead(words, scheme);
  if (roles && roles.length > 0) {
    const named = roles.map((role) => role.role);
    return { is: "role", named, bare: !/\p{L}{2}/u.test(words), roles: columnRoles(roles) };
  }
  const plain = withoutNotes(words);
  const parts = readTag(withoutSigns(plain), scheme);
  if (parts?.every(({ role, part }) => role === "M" && part !== undefined))
    return { is: "part", roles: columnRoles(parts), response: RESPONSE.test(plain) };
  const label = plain.normalize("NFKC").replace(/[.:*†‡]$/, "");
  const id = ID.exec(label);
  if (id) return { is: "id", named: id[1] !== undefined };
  if (THEME.test(label)) return { is: "theme" };
  if (STATUS.test(label)) return { is: "status" };
  if (EVIDENCE.test(label)) return { is: "evidence" };
  return { is: "note", study: STUDY.test(label) };
});

function isPart(column: Column): boolean {
  return column.is === "part";
}

/**
 * Makes `Resource` and `Reasoning` or `Response` columns of mechanisms beside two other roles, where no column holds whole mechanisms or tells of
 * studies: both of them, or one beside ids, a column of the other part, or under a configuration. `Response`, which is a rate in other tables, makes
 * none by itself, nor beside resources where nothing says that rows are configurations.
 */
function takeParts(columns: Column[], underCmoc: boolean): void {
  const others = new Set<string>();
  const parts = new Set<string | undefined>();
  let sure = underCmoc;
  let whole = false;
  let response = false;
  let study = false;
  for (const column of columns) {
    if (column.is === "id") sure ||= column.named;
    else if (column.is === "note") study ||= column.study;
    else if (column.is === "role" || column.is === "part") {
      response ||= column.is === "part" && column.response;
      for (const { role, part } of column.roles.roles) {
        if (role !== "M") others.add(role);
        else if (column.is === "role" && part === undefined) whole = true;
        else parts.add(part);
      }
    }
  }
  const both = parts.size > 1 || parts.has(undefined);
  if (whole || others.size < 2 || (study && !sure) || !(sure || both) || (response && !(sure && both))) return;
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at];
    if (column?.is === "part") columns[at] = { is: "role", named: MECHANISM, bare: false, roles: column.roles };
  }
}

/** What a survey's table counts, too. */
const RESPONSE = /respon/i;

const MECHANISM: readonly string[] = ["M"];

const LIKE_ID = /^(?:\p{L}{1,20}\.?\s?){0,2}\S{0,12}\p{Nd}\S{0,12}$/u;

/** Whether a first column without a head holds ids: short words with a digit, in every row that has words in other cells. */
function holdsIds(table: Table): boolean {
  let found = false;
  for (let index = 1; index < table.rows.length; index++) {
    const cells = table.rows[index]?.cells ?? [];
    const first = cells[0];
    if (first === undefined || isEmpty(first) || cells.every((cell, at) => at === 0 || cell.text.trim() === ""))
      continue;
    const text = first.text.trim();
    if (text.length > 30 || !LIKE_ID.test(text)) return false;
    found = true;
  }
  return found;
}

/** The column of ids: one that says that its rows are configurations, else the first. */
function idColumn(columns: readonly Column[]): number {
  const named = columns.findIndex((column) => column.is === "id" && column.named);
  return named >= 0 ? named : columns.findIndex((column) => column.is === "id");
}

/**
 * Three roles of the scheme, or two beside a column of ids or under a configuration; bare letters only where all the scheme's stand. Contexts,
 * interventions and outcomes beside a column of studies are the characteristics of studies.
 */
function isConfigurations(columns: readonly Column[], scheme: Scheme, underCmoc: boolean): boolean {
  const named = new Set<string>();
  let bare = false;
  let ids = false;
  let study = false;
  for (const column of columns) {
    if (column.is === "role") {
      bare ||= column.bare;
      for (const role of column.named) named.add(role);
    } else if (column.is === "id") ids ||= column.named;
    else if (column.is === "note") study ||= column.study;
  }
  const { required } = scheme;
  if (bare && !required.every((letter) => named.has(letter))) return false;
  if (study && !ids && !underCmoc && required.includes("M") && !named.has("M")) return false;
  return named.size >= Math.min(underCmoc || ids ? 2 : 3, required.length);
}

/** A row with words in its first cell only is the theme of the rows below. */
function groupName(row: Row, columns: readonly Column[]): Located | undefined {
  const first = row.cells[0];
  if (!first || isEmpty(first) || columns.length < 2) return undefined;
  for (let index = 1; index < row.cells.length; index++) {
    const text = row.cells[index]?.text ?? "";
    if (text !== "" && text.trim() !== "") return undefined;
  }
  if (columns[0]?.is === "id" && /^\S*\p{Nd}\S*$/u.test(first.text.trim())) return undefined;
  return located(first);
}

function isEmpty(cell: Inline): boolean {
  return isBlank(cell.text, 0, cell.text.length);
}

function located(cell: Inline): Located {
  return part(cell, 0, cell.text.length);
}

/** A stretch of a cell without the white space at its ends. */
function part(cell: Inline, begin: number, end: number): Located {
  const words = cell.text.slice(begin, end);
  const from = begin + words.length - words.trimStart().length;
  const to = Math.max(from, begin + words.trimEnd().length);
  return { text: fold(cell.text.slice(from, to)), span: sourceSpan(cell, from, to) };
}

interface Layout {
  readonly columns: readonly Column[];
  readonly head: Row;
  readonly scheme: Scheme;
  /** The index of the column of ids, or -1. */
  readonly id: number;
}

function readRow(row: Row, index: number, layout: Layout, group: Located | undefined): TableRow | undefined {
  const { columns, head, scheme } = layout;
  const slots: Slot[] = [];
  const citations: SlotCitation[] = [];
  const supports: { citation: Citation; span: Span }[] = [];
  const notes: Note[] = [];
  let id: Located | undefined;
  let idCell: Span | undefined;
  let title: Located | undefined;
  let theme = group;
  let status: Located | undefined;
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] as Column;
    const cell = row.cells[at];
    if (cell === undefined) continue;
    if (at === layout.id) idCell = { start: cell.start, end: cell.end };
    if (isEmpty(cell)) continue;
    const top = head.cells[at] as Inline;
    if (column.is === "role") {
      readCell(cell, column.roles, { start: top.start, end: top.end }, scheme, slots, citations);
    } else if (at === layout.id) {
      title = titleIn(cell);
      id = title === undefined ? readId(cell) : bareId(cell, 0, idEnd(cell));
    } else if (column.is === "theme") theme = located(cell);
    else if (column.is === "status" && status === undefined) status = located(cell);
    else if (column.is === "evidence") readEvidence(cell, supports, notes);
    else notes.push({ ...located(cell), label: fold(top.text) });
  }
  if (slots.length === 0 && id === undefined) return undefined;
  const read: Mutable<TableRow> = { start: row.start, end: row.end, row: index, slots, citations, supports, notes };
  if (id) read.id = id;
  if (idCell) read.idCell = idCell;
  if (title) read.title = title;
  if (theme) read.theme = theme;
  if (status) read.status = status;
  return read;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

const ID_SIGNS = /^(?:[([{]|#(?=\s?\p{Nd})|n(?:o\.?|r\.?|\u00ba|\u00b0)\s?(?=\p{Nd}))/iu;

/** An id without brackets, `No.`, and closing punctuation. */
function readId(cell: Inline): Located {
  const whole = located(cell);
  if (/^[\p{L}\p{N}]+$/u.test(whole.text) || cell.text.includes("[[")) return whole;
  return bareId(cell, 0, cell.text.length);
}

const TITLE = /\s?[:：]\s|\s[-–—‒―−]\s(?!\s*\S*\p{Nd}\S*\s*$)/u;

/** Words after an id, a colon or a spaced dash between them: the title of the row's record. */
function titleIn(cell: Inline): Located | undefined {
  const { text } = cell;
  if (text.includes("[[")) return undefined;
  const cut = TITLE.exec(text);
  if (!cut || !/\p{Nd}/u.test(text.slice(0, cut.index))) return undefined;
  const title = part(cell, cut.index + cut[0].length, text.length);
  return title.text === "" ? undefined : title;
}

function idEnd({ text }: Inline): number {
  return TITLE.exec(text)?.index ?? text.length;
}

function bareId(cell: Inline, begin: number, end: number): Located {
  let from = begin + cell.text.slice(begin, end).search(/\S|$/);
  from += ID_SIGNS.exec(cell.text.slice(from, end))?.[0].length ?? 0;
  let to = end;
  while (to > from && /[\s.:)\]}]/.test(cell.text.charAt(to - 1))) to--;
  return to > from ? part(cell, from, to) : part(cell, begin, end);
}

/** Keys support; other words are a note. */
function readEvidence(cell: Inline, supports: { citation: Citation; span: Span }[], notes: Note[]): void {
  const citations = citationsOf(cell);
  let rest = "";
  let at = 0;
  for (const citation of citations) {
    supports.push({ citation, span: sourceSpan(cell, citation.from, citation.to) });
    const from = citation.bracket?.from ?? citation.from;
    if (from > at) rest += cell.text.slice(at, from);
    at = Math.max(at, citation.bracket?.to ?? citation.to);
  }
  rest += cell.text.slice(at);
  if (rest === "") return;
  const words = fold(rest).replace(/^[\s,;.]+|[\s,;]+$/g, "");
  if (/[\p{L}\p{N}]/u.test(words)) notes.push({ text: words, span: located(cell).span, label: "Evidence" });
}
