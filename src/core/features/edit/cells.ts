/** Setting what a table says of a configuration: a cell of its row. */

import { blocksOfPiece } from "../../model/parts/blocks.ts";
import type { BulletRead } from "../../model/parts/bullets.ts";
import { slotKey } from "../../review/links.ts";
import type { Inline, Table } from "../../syntax/blocks.ts";
import { fold } from "../../syntax/bullets.ts";
import type { RoleMention } from "../../syntax/slots.ts";
import { type Column, readTable } from "../../syntax/table.ts";
import { applyEdits, type TextEdit } from "../../text.ts";
import { setSlotInCell, slotsOf } from "./cell-slots.ts";
import { type Outcome, refuse, UNCHANGED } from "./outcome.ts";
import { inDocument, isRow, type OpenRecord } from "./record.ts";

export interface OpenRow {
  readonly table: Table;
  readonly columns: readonly Column[];
  /** Its index in the table's rows. */
  readonly row: number;
}

/** The row that is the record, or the one row that spells it. */
export function rowOf({ entity, blocks, scheme }: OpenRecord): OpenRow | undefined {
  const row = isRow(entity);
  for (const block of blocks) {
    if (block.type !== "table") continue;
    const reading = readTable(block, scheme, !row);
    const found = row
      ? block.rows.findIndex((row) => row.start === entity.head.start && row.end === entity.head.end)
      : reading?.rows.length === 1
        ? (reading.rows[0]?.row ?? -1)
        : -1;
    if (reading && found > 0) return { table: block, columns: reading.columns, row: found };
  }
  return undefined;
}

/** Fields that have a column of their own; any other is in the column that bears its label. */
const FIELD_COLUMNS: { readonly [label: string]: Column["is"] } = {
  supports: "evidence",
  theme: "theme",
  status: "status",
};

/** The column of a field or of a slot, by the table's head; -1 when there is none. */
export function columnOf({ table, columns }: OpenRow, read: BulletRead): number {
  const heads = table.rows[0]?.cells ?? [];
  return columns.findIndex((column, at) => {
    if (read.is === "field") {
      const { label } = read.field;
      const own = FIELD_COLUMNS[label];
      if (own !== undefined) return column.is === own;
      return (
        column.is === "note" &&
        fold(heads[at]?.text ?? "")
          .replace(/[.:]$/, "")
          .toLowerCase() === label
      );
    }
    const role = roleOf(column);
    const [wanted] = read.is === "slot" ? read.roles : [];
    return role !== undefined && wanted !== undefined && slotKey(role) === slotKey(wanted);
  });
}

/** The one role of a column. */
export function roleOf(column: Column | undefined): RoleMention | undefined {
  return column?.is === "role" && column.roles.roles.length === 1 ? column.roles.roles[0] : undefined;
}

/** Paragraphs as a cell's text. */
export function cellText(paragraphs: readonly string[]): string {
  return paragraphs.join("<br>").replace(/(^|[^\\])\|/g, "$1\\|");
}

/** Sets a field of a row, which stands once, or one of its slots; see `setField`. */
export function setCell(
  record: OpenRecord,
  read: BulletRead,
  label: string,
  paragraphs: readonly string[],
  nth: number | undefined,
): Outcome {
  const found = rowOf(record);
  if (read.is === "slot") {
    const standing = found ? slotsOf(record, found, read.roles) : [];
    if (found && standing.length > 0) return setSlotInCell(record, found, standing, { label, paragraphs, nth });
  }
  if ((nth ?? 0) > 0) return refuse("several", { field: label, count: read.is === "slot" ? 0 : 1 });
  const column = found ? columnOf(found, read) : -1;
  const cell = found?.table.rows[found.row]?.cells[column];
  if (!found || !cell) return refuse("column", { field: label });
  const newText = cellText(paragraphs);
  if (fold(cell.text) === fold(newText)) return UNCHANGED;
  const edit = cellEdit(cell, newText, record.text);
  return isMeant(record, found, column, [edit]) ? inDocument(record, [edit]) : refuse("form", { field: label });
}

/** The edit that puts words into a cell; into an empty one, with a space on each side where its signs stand apart. */
export function cellEdit(cell: Inline, newText: string, text: string): TextEdit {
  const { start } = cell;
  if (cell.end > start || text.charAt(start) !== " ")
    return { span: { start, end: Math.max(start, cell.end) }, newText };
  if (text.charAt(start + 1) === " ") return { span: { start: start + 1, end: start + 1 }, newText };
  return { span: { start, end: start }, newText: ` ${newText}` };
}

/** The table as it is read after the edits. */
export function tableAfter(
  { text }: OpenRecord,
  { table }: Pick<OpenRow, "table">,
  edits: readonly TextEdit[],
): Table | undefined {
  return blocksOfPiece(applyEdits(text, edits)).find(
    (block): block is Table => block.type === "table" && block.start === table.start,
  );
}

/** Whether the table has its rows and cells after the edits, and every cell but the one its words. */
export function isMeant(
  record: OpenRecord,
  { table, row }: OpenRow,
  column: number,
  edits: readonly TextEdit[],
): boolean {
  const again = tableAfter(record, { table }, edits);
  return (
    again?.rows.length === table.rows.length &&
    table.rows.every((each, at) => {
      const cells = again.rows[at]?.cells ?? [];
      return (
        cells.length === each.cells.length &&
        each.cells.every((cell, index) => (at === row && index === column) || cells[index]?.text === cell.text)
      );
    })
  );
}
