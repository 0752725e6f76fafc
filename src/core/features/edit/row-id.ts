/** An id for a row of a table that has none. */
import { numbered } from "../../ids.ts";
import { blocksOfPiece } from "../../model/parts/blocks.ts";
import type { Definition, Review } from "../../review.ts";
import { fold } from "../../syntax/bullets.ts";
import { readTable } from "../../syntax/table.ts";
import { applyEdits } from "../../text.ts";
import { cellEdit, isMeant, rowOf } from "./cells.ts";
import { type Outcome, refuse } from "./outcome.ts";
import { inDocument, isRow, openRecord } from "./record.ts";
import { notHeld } from "./refusals.ts";

/** The id that would be given: the next free one of the letters that the other rows of its table have, else of `CMOC`. */
export function idForRow(review: Review, at: Definition): string {
  for (const brief of at.placed.facts.records) {
    const parts = isRow(brief) ? numbered(brief.id) : undefined;
    if (parts && parts.prefix !== "") return review.freeId(parts.prefix);
  }
  return review.freeId("CMOC");
}

/** Writes an id into the row's empty cell in the column of ids; refuses a table that has no such column. */
export function giveRowId(review: Review, at: Definition): Outcome {
  const record = openRecord(review, at);
  if (!record) return notHeld(review, at);
  const found = isRow(at.brief) && at.brief.id === "" ? rowOf(record) : undefined;
  if (!found) return refuse("field", { field: "ID" });
  const id = idForRow(review, at);
  const heads = found.table.rows[0]?.cells ?? [];
  const cells = found.table.rows[found.row]?.cells ?? [];
  for (const column of heads.keys()) {
    const cell = cells[column];
    if (!cell || !/^[\s\-–—]*$/.test(fold(cell.text))) continue;
    const edit = cellEdit(cell, id, record.text);
    const after = blocksOfPiece(applyEdits(record.text, [edit])).find(
      (block) => block.type === "table" && block.start === found.table.start,
    );
    const reading = after?.type === "table" ? readTable(after, record.scheme, false) : undefined;
    const isRead = reading?.rows.some((row) => row.row === found.row && row.id?.text === id) ?? false;
    if (isRead && isMeant(record, found, column, [edit])) return inDocument(record, [edit]);
  }
  return refuse("column", { field: "ID" });
}
