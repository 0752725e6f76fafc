/** `cmoc list` and `cmoc show`: records as a table, as JSON, as CSV; one record as a card. */

import { idKey } from "../../core/ids.ts";
import { codeName, extractName, memoName, recordName } from "../../core/model/names.ts";
import { nearest } from "../../core/near.ts";
import { displayId, JSON_VERSION, type RecordJson, recordJson, sourceJson } from "../../core/report/json.ts";
import type { Review } from "../../core/review.ts";
import { wholeReference } from "../../core/syntax/references.ts";
import type { Kind } from "../../core/vocabulary.ts";
import { UsageError } from "../files.ts";
import { csv } from "../format/csv.ts";
import { table } from "../format/table.ts";
import { openReview } from "../open.ts";
import { type Output, printable } from "../output.ts";

export const LISTS = ["cmocs", "sources", "extracts", "codes", "theories", "demi-regularities", "memos"] as const;
export type ListName = (typeof LISTS)[number];

const KIND_OF: { readonly [name in Exclude<ListName, "sources">]: Kind } = {
  cmocs: "cmoc",
  extracts: "extract",
  codes: "code",
  theories: "theory",
  "demi-regularities": "demi-regularity",
  memos: "memo",
};

/** All records of a list, as the contract has them. */
export function recordsOf(review: Review, name: ListName): readonly RecordJson[] {
  if (name === "sources") return review.sources().map((source) => sourceJson(source, review));
  return [...review.records(KIND_OF[name])].map((definition) => recordJson(definition, review));
}

export interface ListOptions {
  readonly where: readonly string[];
  readonly format: "table" | "json" | "csv";
}

export function list(name: ListName, dir: string | undefined, options: ListOptions, output: Output): void {
  const { review } = openReview(dir, output);
  const conditions = options.where.map(condition);
  const records = recordsOf(review, name).filter((record) => conditions.every((holds) => holds(record)));
  if (options.format === "json") {
    output.write(`${JSON.stringify({ version: JSON_VERSION, [name]: records }, null, 2)}\n`);
    return;
  }
  const columns = COLUMNS[name];
  const rows = records.map((record) => columns.map((column) => printable(cell(record, column))));
  output.write(options.format === "csv" ? csv([columns, ...rows]) : table(columns, rows, output));
}

const COLUMNS: { readonly [name in ListName]: readonly string[] } = {
  cmocs: ["id", "status", "theme", "title", "slots", "evidence", "file"],
  sources: ["id", "status", "type", "relevance", "richness", "rigour", "title", "file"],
  extracts: ["id", "at", "bearsOn", "quote", "file"],
  codes: ["id", "role", "uses", "title", "file"],
  theories: ["id", "stage", "scope", "title", "configurations", "file"],
  "demi-regularities": ["id", "title", "configurations", "file"],
  memos: ["id", "memoKind", "by", "about", "title", "file"],
};

interface SlotLike {
  readonly role: string;
  readonly text: string;
}

function isSlots(value: unknown): value is readonly SlotLike[] {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === "object" && one !== null && "role" in one && "text" in one)
  );
}

function cell(record: RecordJson, column: string): string {
  const value = record[column] ?? (column === "quote" ? record.paraphrase : undefined);
  if (value === undefined || value === null) return "";
  if (column === "slots" && isSlots(value)) return value.map((slot) => `${slot.role}: ${slot.text}`).join(" | ");
  if (Array.isArray(value))
    return value.every((one) => typeof one === "string") ? value.join(", ") : String(value.length);
  return String(value);
}

/** `key=value`: the value in any case; for a list, one of its items; `theme=A` also its parts. */
function condition(written: string): (record: RecordJson) => boolean {
  const cut = written.indexOf("=");
  if (cut < 1) throw new UsageError(`--where wants key=value, such as status=supported; it was given “${written}”.`);
  const key = written.slice(0, cut).trim();
  const wanted = idKey(written.slice(cut + 1).trim());
  return (record) => {
    const value = record[key];
    const found = Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
    return found.some(
      (one) =>
        idKey(one) === wanted || (key === "theme" && one.split("/").some((part) => idKey(part.trim()) === wanted)),
    );
  };
}

/** Finds a record by what a person types: `TR3`, `4`, `@okafor2014#e4`, `okafor2014`, `Code trust`. */
export function findRecord(review: Review, written: string): RecordJson | undefined {
  const bare = written.replace(/^@/, "");
  const hash = bare.indexOf("#");
  if (hash > 0) {
    const definition = review.definitions(extractName(bare.slice(0, hash), bare.slice(hash + 1)))[0];
    return definition && recordJson(definition, review);
  }
  const read = wholeReference(written, "cmoc");
  const names =
    read?.target.type === "id"
      ? read.target.kind === "code"
        ? [codeName(read.target.id)]
        : read.target.kind === "memo"
          ? [memoName(read.target.id)]
          : [recordName(read.target.id), recordName(written), codeName(written), memoName(written)]
      : [memoName(written)];
  for (const name of names) {
    const definition = review.definitions(name)[0];
    if (definition) return recordJson(definition, review);
  }
  const source = review.source(bare);
  if (source) return sourceJson(source, review);
  for (const kind of ["cmoc"] as const) {
    for (const definition of review.records(kind))
      if (displayId(definition, review) === written) return recordJson(definition, review);
  }
  return undefined;
}

export function show(id: string, dir: string | undefined, format: "text" | "json", output: Output): void {
  const { review } = openReview(dir, output);
  const record = findRecord(review, id);
  if (!record) throw new UsageError(`Nothing in this review is called ${id}.${suggestion(review, id)}`);
  if (format === "json") output.write(`${JSON.stringify({ version: JSON_VERSION, records: [record] }, null, 2)}\n`);
  else output.write(card(record, output));
}

function suggestion(review: Review, id: string): string {
  const ids = [...LISTS].flatMap((name) => recordsOf(review, name).map((record) => record.id));
  const near = nearest(
    id.toLowerCase(),
    ids.map((each) => each.toLowerCase()),
  );
  const written = near === undefined ? undefined : ids.find((each) => each.toLowerCase() === near);
  return written === undefined ? "" : ` Did you mean ${written}?`;
}

const HEAD = new Set(["kind", "id", "title", "file", "range", "slots", "evidence"]);
const MARKS: { readonly [stance: string]: string } = { supports: "✓", refutes: "✗", refines: "↻" };

interface EvidenceLike {
  readonly source: string;
  readonly extract?: string;
  readonly stance: string;
  readonly slots: readonly string[];
  readonly note?: string;
}

/** A record as a card: its head, a line a slot, its evidence, its other fields. */
function card(record: RecordJson, { colors }: Output): string {
  const range = record.range;
  const lines = [
    `${colors.bold(printable(record.id))}${record.title === "" ? "" : `  ${printable(record.title)}`}`,
    colors.dim(`${record.kind} · ${record.file}:${range.start.line + 1}`),
  ];
  if (isSlots(record.slots)) {
    for (const slot of record.slots as readonly (SlotLike & {
      readonly part?: string;
      readonly n?: unknown;
      readonly absent?: boolean;
    })[]) {
      const name = `${slot.role}${slot.n === undefined ? "" : String(slot.n)}${slot.part ? ` ${slot.part}` : ""}${slot.absent ? " absent" : ""}`;
      lines.push(`  ${colors.cyan(name.padEnd(12))} ${printable(slot.text)}`);
    }
  }
  for (const [key, value] of Object.entries(record)) {
    if (HEAD.has(key) || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    lines.push(`  ${colors.dim(key.padEnd(12))} ${printable(plain(value))}`);
  }
  const evidence = (record.evidence ?? []) as readonly EvidenceLike[];
  if (evidence.length > 0) lines.push(`  ${colors.dim("evidence")}`);
  for (const link of evidence) {
    const slots = link.slots.length === 0 ? "" : ` (${link.slots.join(", ")})`;
    const note = link.note === undefined ? "" : ` — ${link.note}`;
    lines.push(
      `    ${MARKS[link.stance] ?? ""} ${link.stance} ${printable(`${link.extract ?? `@${link.source}`}${slots}${note}`)}`,
    );
  }
  return lines.join("\n");
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join("; ");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${plain(inner)}`)
      .join(", ");
  }
  return String(value);
}
