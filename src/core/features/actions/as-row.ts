/** Writing a record that says no more than a row can as the last row of a table in its document. */
import { t } from "../../l10n.ts";
import { recordName } from "../../model/names.ts";
import type { Cmoc } from "../../model/types.ts";
import type { Definition, Review } from "../../review.ts";
import type { Table } from "../../syntax/blocks.ts";
import { type Column, readTable } from "../../syntax/table.ts";
import { applyEdits, type TextEdit } from "../../text.ts";
import { cellText, roleOf } from "../edit/cells.ts";
import { editsOf, inOrder, type Outcome, type Refusal, refuse } from "../edit/outcome.ts";
import { isRow, type OpenRecord, openRecord } from "../edit/record.ts";
import { notHeld } from "../edit/refusals.ts";
import { lineEnd } from "../edit/style.ts";
import { roleCells } from "./as-sentence.ts";
import { citedForWhole, clausesOf } from "./clauses.ts";
import { differenceOf } from "./difference.ts";
import { inSomeHand } from "./hands.ts";
import { lossOf } from "./meaning.ts";
import { namesIn, readAfter } from "./row-as-record.ts";

interface Place {
  /** Where the new row begins in the document. */
  readonly end: number;
  readonly table: Table;
  readonly columns: readonly Column[];
}

/** A table of rows with ids, outside the record, in its document. */
function tableIn(review: Review, record: OpenRecord): Place | undefined {
  for (const placed of review.placed(record.uri)) {
    const [at] = placed.definitions.filter(({ brief }) => isRow(brief) && brief.id !== "");
    const open = at && placed.start !== record.start ? openRecord(review, at) : undefined;
    for (const table of open?.blocks ?? []) {
      const reading = table.type === "table" ? readTable(table, record.scheme, false) : undefined;
      if (table.type !== "table" || !reading?.columns.some(({ is }) => is === "id")) continue;
      const last = table.rows[table.rows.length - 1];
      return {
        end: lineEnd(record.document, placed.start + (last?.end ?? table.end)),
        table,
        columns: reading.columns,
      };
    }
  }
  return undefined;
}

/** Whether there is a table to which rows could go: a quick answer. */
export function hasTable(review: Review, uri: string): boolean {
  return review.placed(uri).some(({ facts }) => facts.records.some((brief) => isRow(brief) && brief.id !== ""));
}

const told = (words: string): Refusal => refuse("told", { words });

/** The edits; a refusal where the record says what a row has no place for, or would be read otherwise. Reads the document again. */
export function asRow(review: Review, at: Definition): Outcome {
  const record = openRecord(review, at);
  if (!record) return notHeld(review, at);
  const { entity, document, start, text, eol } = record;
  const { id } = entity;
  if (entity.kind !== "cmoc" || entity.row || entity.spelling !== "fields") return refuse("spelling");
  const count = review.bearers(entity.name).length;
  if (count > 1) return refuse("ambiguous", { id, count });
  const place = tableIn(review, record);
  if (!place) return told(t("There is no table with a column for ids in {0}. Make one first.", record.uri));
  const wrong = whyNoRow(record, entity, place);
  if (wrong !== undefined) return told(wrong);
  const slots = record.bullets.filter(({ read }) => read.is === "slot").map(({ bullet }) => bullet);
  return inSomeHand(id, (hand) => {
    const cells = roleCells(clausesOf(record, entity, slots, hand), record.scheme);
    const words = cells && rowText(record, entity, place, cells);
    if (words === undefined) return "";
    const end = start + text.length;
    const removed = { span: { start, end }, newText: "" };
    const edits: readonly TextEdit[] = inOrder([
      { span: { start: place.end, end: place.end }, newText: eol + words },
      removed,
    ]);
    return otherwise(review, record, entity, edits) ?? editsOf(record.uri, document, edits);
  });
}

const IN_A_ROW: { readonly [label: string]: Column["is"] } = { status: "status", theme: "theme", supports: "evidence" };

/** What the record says that the table has no place for. */
function whyNoRow(record: OpenRecord, entity: Cmoc, { columns }: Place): string | undefined {
  const { id, title } = entity;
  if (title !== "") return t("A row has no place for the title of {0}.", id);
  for (const { read } of record.bullets) {
    if (read.is === "slot") continue;
    const label = read.is === "field" ? read.field.label : undefined;
    const column = label === undefined ? undefined : IN_A_ROW[label];
    if (column === undefined || !columns.some(({ is }) => is === column))
      return t("The table has no place for what {0} says below its slots: {1}.", id, label ?? t("other words"));
  }
  const isPlain = record.blocks.slice(1).every(({ type }) => type === "list");
  if (!isPlain) return t("The table has no place for what {0} says below its slots: {1}.", id, t("other words"));
  const missing = entity.slots.find(({ role }) => !columns.some((column) => roleOf(column)?.role === role));
  return missing && t("The table has no column for {0}.", missing.role);
}

function rowText(record: OpenRecord, entity: Cmoc, { columns }: Place, cells: ReadonlyMap<string, string>): string {
  const evidence = citedForWhole(
    entity,
    record.text,
    record.bullets.filter(({ read }) => read.is === "field").map(({ bullet }) => bullet),
  );
  const used = new Set<string>();
  const words = columns.map((column): string => {
    const role = roleOf(column)?.role ?? "";
    const key = column.is === "role" ? `role ${role}` : column.is;
    if (used.has(key)) return "";
    used.add(key);
    if (column.is === "role") return cells.get(role) ?? "";
    if (column.is === "id") return entity.id;
    if (column.is === "status") return entity.status?.text ?? "";
    if (column.is === "theme") return cellText([entity.theme?.text ?? ""]);
    return column.is === "evidence" ? cellText([evidence]) : "";
  });
  return `| ${words.join(" | ")} |`;
}

/** What would be otherwise; undefined where the document then has the row, saying what the record said, every other record, and every word. */
function otherwise(review: Review, record: OpenRecord, before: Cmoc, edits: readonly TextEdit[]): string | undefined {
  const whole = applyEdits(record.document, edits);
  const after = readAfter(review, record, whole);
  const [only, ...twins] = after?.definitions(recordName(before.id)) ?? [];
  const entity = only?.entity;
  if (!after || twins.length > 0 || entity?.kind !== "cmoc" || !entity.row) return "";
  const own = new Set([before.name]);
  const sameOthers = namesIn(record.document, record.scheme, own) === namesIn(whole, record.scheme, own);
  if (!sameOthers) return "";
  return differenceOf(before, entity, record.scheme) ?? lossOf(record.document, whole, record.scheme);
}
