/** What stands in a table of configurations that is no role and no reference: the heads of its other columns, and a status. */
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import type { Placed } from "../../review.ts";
import type { Inline } from "../../syntax/blocks.ts";
import { type Column, readTable } from "../../syntax/table.ts";
import { FIELDS, fieldOf, type Scheme } from "../../vocabulary.ts";
import type { Standing } from "./standing.ts";

const HEADS: { readonly [is in Column["is"]]?: string } = { theme: "theme", status: "status", evidence: "supports" };

/** `offset` is the piece's; spans are the document's. Reads the tables of the piece. */
export function cellHere(placed: Placed, offset: number, scheme: Scheme): Standing | undefined {
  const { text, facts } = placed;
  if (!text.includes("|")) return undefined;
  const isHeaded = facts.records.some((brief) => brief.kind === "cmoc" && brief.start === 0);
  for (const block of blocksOfPiece(text)) {
    if (block.type !== "table" || offset < block.start || block.end < offset) continue;
    const reading = readTable(block, scheme, isHeaded);
    const row = block.rows.findIndex(({ cells }) => cells.some((cell) => holds(cell, offset)));
    const at = block.rows[row]?.cells.findIndex((cell) => holds(cell, offset)) ?? -1;
    const cell = block.rows[row]?.cells[at];
    const column = reading?.columns[at];
    if (!reading || !cell || !column) return undefined;
    const span = { start: placed.start + cell.start, end: placed.start + cell.end };
    if (row > 0) return column.is === "status" ? valueIn(cell, span) : undefined;
    const field = fieldOf(FIELDS.cmoc, HEADS[column.is] ?? "");
    return field && { is: "label", span, field, within: "cmoc" };
  }
  return undefined;
}

function valueIn({ text }: Inline, span: { readonly start: number; readonly end: number }): Standing | undefined {
  const field = fieldOf(FIELDS.cmoc, "status");
  const value = text.trim().toLowerCase();
  return field?.values?.includes(value) ? { is: "value", span, field, value } : undefined;
}

function holds({ start, end }: Inline, offset: number): boolean {
  return start <= offset && offset <= end && start < end;
}
