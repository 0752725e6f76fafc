/** Setting one slot of a cell that may hold several: its words alone, or the slot with what parts it from its neighbours. */

import { markedSpan } from "../../model/parts/blocks.ts";
import { readAgain } from "../../model/read-piece.ts";
import type { Cmoc } from "../../model/types.ts";
import { slotKey } from "../../review/links.ts";
import { type Inline, sourceOffset, sourceSpan } from "../../syntax/blocks.ts";
import { fold } from "../../syntax/bullets.ts";
import { cutsOf, type Segment } from "../../syntax/cell-cuts.ts";
import { citationsOf } from "../../syntax/citations.ts";
import { slotsNamed } from "../../syntax/counting.ts";
import { readBlocks } from "../../syntax/read-blocks.ts";
import type { RoleMention, Slot } from "../../syntax/slots.ts";
import type { Stretch } from "../../syntax/words.ts";
import { applyEdits, type Span, type TextEdit } from "../../text.ts";
import { cellText, isMeant, type OpenRow, roleOf } from "./cells.ts";
import { isRefusal, type Outcome, refuse, UNCHANGED } from "./outcome.ts";
import { inDocument, type OpenRecord } from "./record.ts";
import { alike, evidence } from "./united.ts";

/** A slot of a row, its place among the row's slots, and the cell that holds it. */
interface Standing {
  readonly slot: Slot;
  readonly index: number;
  readonly column: number;
  readonly cell: Inline;
}

/** The slots of a row that a role names, as links name them, in the order of the row. */
export function slotsOf(
  { entity }: OpenRecord,
  { table, row }: OpenRow,
  roles: readonly RoleMention[],
): readonly Standing[] {
  const [role] = roles;
  if (entity.kind !== "cmoc" || role === undefined) return [];
  const cells = table.rows[row]?.cells ?? [];
  return slotsNamed(role, entity.slots).flatMap((index) => {
    const slot = entity.slots[index];
    const column = slot ? cells.findIndex((cell) => cell.start <= slot.start && slot.end <= cell.end) : -1;
    const cell = cells[column];
    return slot && cell ? [{ slot, index, column, cell }] : [];
  });
}

interface Wanted {
  readonly label: string;
  readonly paragraphs: readonly string[];
  readonly nth: number | undefined;
}

/** Sets the slot that `nth` means, the only one without it; their number adds one after the last, no paragraphs take it out. */
export function setSlotInCell(
  record: OpenRecord,
  row: OpenRow,
  standing: readonly Standing[],
  { label, paragraphs, nth }: Wanted,
): Outcome {
  const several = refuse("several", { field: label, count: standing.length });
  if ((standing.length > 1 && nth === undefined) || (nth ?? 0) > standing.length) return several;
  const found = standing[nth ?? 0];
  const last = standing[standing.length - 1];
  const at = found ?? last;
  if (!at) return several;
  const column = row.columns[at.column];
  if (column?.is !== "role" || roleOf(column) === undefined) return refuse("column", { field: label });
  const segments = cutsOf(at.cell, column.roles.arrows);
  const own = segments.findIndex((each) => holds(at, each));
  const segment = segments[own];
  if (!segment) return refuse("form", { field: label });
  const change = { record, row, column: at.column, index: at.index, said: undefined };
  const checked = (edit: TextEdit, how: Partial<Change> & Pick<Change, "removed" | "least">): Outcome =>
    isKept({ ...change, ...how }, edit) ? inDocument(record, [edit]) : refuse("form", { field: label });
  if (paragraphs.length === 0) {
    if (!found) return UNCHANGED;
    return checked({ span: withCut(segments, own, at.cell), newText: "" }, { removed: 1, least: 0 });
  }
  const newText = cellText(paragraphs);
  const { from, to } = trimmed(at.cell.text, segment);
  const whole = markedSpan(at.cell, from, to);
  if (!found) {
    const edit = { span: { start: whole.end, end: whole.end }, newText: `; ${newText}` };
    return checked(edit, { index: at.index + 1, removed: 0, least: 1 });
  }
  if (at.slot.text === fold(paragraphs.join(" ")) || record.text.slice(whole.start, whole.end) === newText)
    return UNCHANGED;
  const words = alone(newText);
  if (!words) return refuse("form", { field: label });
  // A value that cites says what its slot cites; another leaves that as it is.
  const cites = citationsOf(words).length > 0;
  const how = { removed: 1, least: 1, said: cites ? undefined : fold(words.text) } as const;
  const { start, end } = at.slot;
  let outcome: Outcome = refuse("form", { field: label });
  // Markup that only begins or ends in the words goes with them.
  for (const span of [{ start, end }, withMarkup(at, segment)]) {
    outcome = checked({ span: cites ? { start: span.start, end: whole.end } : span, newText }, how);
    if (!isRefusal(outcome)) break;
  }
  return outcome;
}

function holds({ slot, cell }: Standing, { from, to }: Segment): boolean {
  const span = sourceSpan(cell, from, to);
  return span.start <= slot.start && slot.end <= span.end;
}

/** The words of a slot with the markup that begins or ends at them. */
function withMarkup({ slot, cell }: Standing, { from, to }: Segment): Span {
  let begin = from;
  while (begin < to && sourceOffset(cell, begin) < slot.start) begin++;
  let end = to;
  while (end > begin && sourceOffset(cell, end - 1) >= slot.end) end--;
  return markedSpan(cell, begin, end);
}

function trimmed(text: string, { from, to }: Segment): Stretch {
  const words = text.slice(from, to);
  const begin = from + words.length - words.trimStart().length;
  return { from: begin, to: Math.max(begin, from + words.trimEnd().length) };
}

/** A segment with what parts it from the one before it, or of the first, from the one after it. */
function withCut(segments: readonly Segment[], own: number, cell: Inline): Span {
  const [before, segment, next] = [segments[own - 1], segments[own], segments[own + 1]].map((each) => {
    if (!each) return undefined;
    const { from, to } = trimmed(cell.text, each);
    return markedSpan(cell, from, to);
  });
  if (!segment) return { start: cell.start, end: cell.start };
  if (before) return { start: before.end, end: segment.end };
  return { start: segment.start, end: next ? next.start : segment.end };
}

/** What the words would be as a cell of their own. */
function alone(newText: string): Inline | undefined {
  const [table] = readBlocks(`| x |\n|---|\n| ${newText} |\n`);
  return table?.type === "table" ? table.rows[1]?.cells[0] : undefined;
}

interface Change {
  readonly record: OpenRecord;
  readonly row: OpenRow;
  readonly column: number;
  /** The first slot that changes, by its place among the row's. */
  readonly index: number;
  /** How many slots are replaced, and by how many at least; none by none only. */
  readonly removed: 0 | 1;
  readonly least: 0 | 1;
  /** What the one slot that takes the place of one is to say; undefined when its links may change too. */
  readonly said: string | undefined;
}

/** Whether the row has its other cells and its other slots after the edit, in their order, and where words alone are replaced every link. */
function isKept({ record, row, column, index, removed, least, said }: Change, edit: TextEdit): boolean {
  const { entity, text, key, reading } = record;
  if (entity.kind !== "cmoc" || !isMeant(record, row, column, [edit])) return false;
  const again = readAgain(applyEdits(text, [edit]), key, reading).find(
    (each): each is Cmoc =>
      each.kind === "cmoc" && each.name === entity.name && each.row === entity.row && each.start === entity.start,
  );
  if (!again) return false;
  const more = again.slots.length - entity.slots.length + removed;
  if (least === 0 ? more !== 0 : more < least) return false;
  const before = entity.slots.filter((_, at) => at < index || at >= index + removed);
  const after = again.slots.filter((_, at) => at < index || at >= index + more);
  if (!before.every((slot, at) => isSameSlot(slot, after[at]))) return false;
  const [old, made] = [entity.slots[index], again.slots[index]];
  if (removed === 1 && more === 1 && (!old || !made || slotKey(old) !== slotKey(made))) return false;
  if (said === undefined) return true;
  return (more > 1 || made?.text === said) && alike(evidence(entity), evidence(again));
}

/** Whether a slot has the role and the words of another. */
export function isSameSlot(one: Slot, other: Slot | undefined): boolean {
  return other !== undefined && one.text === other.text && slotKey(one) === slotKey(other);
}
