/** `cmoc list`: records of one kind as a table, as JSON, as CSV. */
import { JSON_VERSION, type RecordJson } from "../../core/report/json.ts";
import { csv } from "../format/csv.ts";
import { table } from "../format/table.ts";
import { openReview } from "../open.ts";
import { jsonText, type Output, oneLine } from "../output.ts";
import { type ListName, recordsOf } from "../records.ts";
import { isSlots } from "../slots.ts";
import { condition } from "../where.ts";

export interface ListOptions {
  readonly where: readonly string[];
  readonly format: "table" | "json" | "csv";
}

export async function list(
  name: ListName,
  dir: string | undefined,
  options: ListOptions,
  output: Output,
): Promise<void> {
  const { review } = openReview(dir, output);
  const all = await recordsOf(review, name);
  const conditions = options.where.map((written) => condition(written, name, all));
  const records = all.filter((record) => conditions.every((holds) => holds(record)));
  if (options.format === "json") {
    output.write(jsonText({ version: JSON_VERSION, [name]: records }));
    return;
  }
  const columns = options.format === "csv" ? COLUMNS[name] : (SHORT[name] ?? COLUMNS[name]);
  const rows = records.map((record) => columns.map((column) => oneLine(cell(record, column))));
  output.write(options.format === "csv" ? csv([columns, ...rows]) : table(columns, rows, output));
}

const COLUMNS: { readonly [name in ListName]: readonly string[] } = {
  cmocs: ["id", "status", "theme", "title", "slots", "evidence", "file"],
  sources: ["id", "status", "type", "relevance", "richness", "rigour", "author", "year", "title", "file"],
  extracts: ["id", "at", "bearsOn", "quote", "file"],
  codes: ["id", "role", "uses", "title", "file"],
  theories: ["id", "stage", "scope", "title", "configurations", "file"],
  "demi-regularities": ["id", "title", "configurations", "file"],
  memos: ["id", "memoKind", "by", "about", "title", "file"],
};

/** A terminal's line has room for less; `cmoc tree` and `cmoc show` show the rest. */
const SHORT: { readonly [name in ListName]?: readonly string[] } = {
  cmocs: ["id", "status", "theme", "title", "evidence", "file"],
  sources: ["id", "status", "type", "relevance", "richness", "rigour", "year", "title"],
};

function cell(record: RecordJson, column: string): string {
  const value = record[column] ?? (column === "quote" ? record.paraphrase : undefined);
  if (value === undefined || value === null) return "";
  if (column === "slots" && isSlots(value)) return value.map((slot) => `${slot.role}: ${slot.text}`).join(" | ");
  if (Array.isArray(value))
    return value.every((one) => typeof one === "string") && column !== "evidence"
      ? value.join(", ")
      : String(value.length);
  return String(value);
}
