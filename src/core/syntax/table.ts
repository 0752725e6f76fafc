/**
 * Configurations spelt as a table: the head names roles, a row is a configuration. A cell may hold several slots, parted by `;` or a line break,
 * in a mechanism's column `resource → response`; the column's role wins over a mark in the cell.
 */
import type { Span } from "../text.ts";
import type { Scheme } from "../vocabulary.ts";
import { type Inline, type Row, sourceSpan, type Table } from "./blocks.ts";
import { citedIn, splitCell } from "./cells.ts";
import { citationsOf } from "./citations.ts";
import { readHead } from "./roles.ts";
import type { Citation, RoleMention, Slot, SlotCitation, Spelt } from "./slots.ts";

export interface Located {
  readonly text: string;
  readonly span: Span;
}

export interface TableRow extends Spelt, Span {
  readonly id?: Located;
  readonly idCell?: Span;
  readonly theme?: Located;
  readonly status?: Located;
  /** Keys in a column of evidence. */
  readonly supports: readonly { readonly citation: Citation; readonly span: Span }[];
  readonly notes: readonly (Located & { readonly label: string })[];
  /** Its index in `table.rows`. */
  readonly row: number;
}

export interface TableReading {
  readonly rows: readonly TableRow[];
}

type Column =
  | { readonly is: "role"; readonly roles: readonly RoleMention[]; readonly head: Inline }
  | { readonly is: "id" | "theme" | "status" | "evidence" }
  | { readonly is: "note"; readonly label: string };

const ID =
  /^(?:id|ids|no\.?|nr\.?|#|number|cmocs?(?: (?:id|no\.?|number))?|cmos?|configurations?(?: (?:id|no\.?|number))?)$/i;
/** A column that says outright that its rows are configurations. */
const NAMED = /^(?:ids?|c?moc|cmocs?|cmos?|configurations?)(?![\p{L}])/iu;
const THEME = /^themes?$/i;
const STATUS = /^status$/i;
const EVIDENCE =
  /^(?:evidence|supports?|sources?|supporting (?:evidence|sources|extracts)|extracts?|citations?|references?)$/i;

/** Reads a table; undefined when its head names no configuration. */
export function readTable(table: Table, scheme: Scheme, underCmoc: boolean): TableReading | undefined {
  const head = table.rows[0];
  if (!head || table.rows.length < 2) return undefined;
  const columns = head.cells.map((cell) => columnOf(cell, scheme));
  if (!isConfigurations(columns, head, scheme, underCmoc)) return undefined;
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
    const read = readRow(row, index, columns, theme);
    if (read) rows.push(read);
  }
  return { rows };
}

function columnOf(cell: Inline, scheme: Scheme): Column {
  const words = cell.text.replace(/\s+/g, " ").trim();
  const roles = readHead(words, scheme);
  const named = words.replace(/[.:]$/, "");
  const isRow = ID.test(named) && !(roles && /^[\p{Lu}]$/u.test(named));
  if (isRow) return { is: "id" };
  if (roles && roles.length > 0) return { is: "role", roles, head: cell };
  if (THEME.test(named)) return { is: "theme" };
  if (STATUS.test(named)) return { is: "status" };
  if (EVIDENCE.test(named)) return { is: "evidence" };
  return { is: "note", label: words };
}

/** Three roles of the scheme, or two beside a column of ids or under a configuration; bare letters only where all the scheme's stand. */
function isConfigurations(columns: readonly Column[], head: Row, scheme: Scheme, underCmoc: boolean): boolean {
  const roles = columns.flatMap((column) => (column.is === "role" ? column.roles.map((role) => role.role) : []));
  const different = new Set(roles);
  const bare = columns.some(
    (column, index) => column.is === "role" && /^\p{Lu}[ -]?\p{Nd}{0,3}$/u.test(head.cells[index]?.text.trim() ?? ""),
  );
  if (bare && !scheme.required.every((letter) => different.has(letter))) return false;
  const named = columns.some((column, index) => column.is === "id" && NAMED.test(head.cells[index]?.text.trim() ?? ""));
  const wanted = underCmoc || named ? 2 : 3;
  return different.size >= Math.min(wanted, scheme.required.length);
}

const EMPTY = /^[\s\-–—―−]*$/;

function isEmpty(cell: Inline | undefined): boolean {
  return cell === undefined || EMPTY.test(cell.text.trim());
}

/** A row with words in its first cell only is the theme of the rows below. */
function groupName(row: Row, columns: readonly Column[]): Located | undefined {
  const first = row.cells[0];
  if (!first || isEmpty(first) || columns.length < 2) return undefined;
  for (let index = 1; index < Math.max(columns.length, row.cells.length); index++) {
    const cell = row.cells[index];
    if (cell && cell.text.trim() !== "") return undefined;
  }
  if (columns[0]?.is === "id" && /^\S*\p{Nd}\S*$/u.test(first.text.trim())) return undefined;
  return located(first);
}

function located(cell: Inline): Located {
  const { text } = cell;
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  return { text: text.slice(from, to).replace(/\s+/g, " "), span: sourceSpan(cell, from, Math.max(from, to)) };
}

function readRow(
  row: Row,
  index: number,
  columns: readonly Column[],
  group: Located | undefined,
): TableRow | undefined {
  const slots: Slot[] = [];
  const citations: SlotCitation[] = [];
  const supports: { citation: Citation; span: Span }[] = [];
  const notes: (Located & { label: string })[] = [];
  let id: Located | undefined;
  let idCell: Span | undefined;
  let theme = group;
  let status: Located | undefined;
  for (const [at, column] of columns.entries()) {
    const cell = row.cells[at];
    if (column.is === "id" && cell && idCell === undefined) idCell = { start: cell.start, end: cell.end };
    if (!cell || isEmpty(cell)) continue;
    if (column.is === "role") readSlots(cell, column.roles, column.head, slots, citations);
    else if (column.is === "id") id ??= located(cell);
    else if (column.is === "theme") theme = located(cell);
    else if (column.is === "status") status = located(cell);
    else if (column.is === "evidence") readEvidence(cell, supports, notes);
    else if (column.is === "note") notes.push({ ...located(cell), label: column.label });
  }
  if (slots.length === 0 && id === undefined) return undefined;
  return {
    start: row.start,
    end: row.end,
    row: index,
    slots,
    citations,
    supports,
    notes,
    ...(id && { id }),
    ...(idCell && { idCell }),
    ...(theme && { theme }),
    ...(status && { status }),
  };
}

function readSlots(
  cell: Inline,
  roles: readonly RoleMention[],
  head: Inline,
  slots: Slot[],
  cited: SlotCitation[],
): void {
  const parts = splitCell(
    cell,
    roles.some((role) => role.role === "M"),
  );
  const mark = { start: head.start, end: head.end };
  for (const part of parts) {
    const own: number[] = [];
    for (const role of roles) {
      if (part.text === "") continue;
      own.push(slots.length);
      slots.push({
        ...role,
        ...(part.part && role.role === "M" && { part: part.part }),
        text: part.text,
        ...sourceSpan(cell, part.from, part.to),
        mark,
      });
    }
    for (const { citation, span } of citedIn(cell, part)) {
      if (own.length === 0) cited.push({ citation, span, slot: slots.length > 0 ? slots.length - 1 : undefined });
      for (const slot of own) cited.push({ citation, span, slot });
    }
  }
}

/** Keys support; other words are a note. */
function readEvidence(
  cell: Inline,
  supports: { citation: Citation; span: Span }[],
  notes: (Located & { label: string })[],
): void {
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
  const words = rest.replace(/\s+/g, " ").replace(/^[\s,;.]+|[\s,;]+$/g, "");
  if (/[\p{L}\p{N}]/u.test(words)) notes.push({ text: words, span: located(cell).span, label: "Evidence" });
}
