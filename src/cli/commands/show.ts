/** `cmoc show`: what bears an id, as a card or as JSON. */
import { JSON_VERSION, type RecordJson } from "../../core/report/json.ts";
import { UsageError } from "../files.ts";
import { findAll, near } from "../find.ts";
import { openReview } from "../open.ts";
import { count, jsonText, type Output, oneLine } from "../output.ts";
import { recordOf } from "../records.ts";
import { isSlots, slotName } from "../slots.ts";

export async function show(
  id: string,
  dir: string | undefined,
  format: "text" | "json",
  output: Output,
): Promise<void> {
  const { review } = openReview(dir, output);
  const found = findAll(review, id);
  if (found.length === 0) {
    const names = near(review, id);
    const meant = names.length === 0 ? "" : ` Did you mean ${names.join(" or ")}?`;
    throw new UsageError(`Nothing in this review is called ${id}.${meant}`);
  }
  const records: RecordJson[] = [];
  for (const one of found) records.push(await recordOf(one, review));
  if (records.length > 1) output.warn(`${count(records.length, "record")} are called ${id}.`);
  if (format === "json") output.write(jsonText({ version: JSON_VERSION, records }));
  else output.write(records.map((record) => card(record, output)).join("\n\n"));
}

const HEAD = new Set([
  "kind",
  "id",
  "title",
  "file",
  "range",
  "citekey",
  "slots",
  "evidence",
  "links",
  "bearsOn",
  "codings",
  "restated",
]);
const MARKS: { readonly [stance: string]: string } = { supports: "✓", refutes: "✗", refines: "↻" };
const WIDTH = 15;

interface LinkLike {
  readonly source?: string;
  readonly extract?: string;
  readonly stance?: string;
  readonly type?: string;
  readonly target?: string;
  readonly slots?: readonly string[];
  readonly note?: string;
}

function isLinks(value: unknown): value is readonly LinkLike[] {
  return Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null);
}

interface CodingLike {
  readonly role?: string;
  readonly part?: string;
  readonly code?: string;
  readonly words?: string;
  readonly coder?: string;
}

function isCodings(value: unknown): value is readonly CodingLike[] {
  return Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null);
}

/** `C shared-history: “succeeded together before” (RM)`, as it is written in the extract. */
function codingLine({ role, part, code, words, coder }: CodingLike): string {
  const head = [role === undefined ? "code" : role + (part === undefined ? "" : ` (${part})`), code].filter(Boolean);
  return `${head.join(" ")}:${words === undefined ? "" : ` “${words}”`}${coder === undefined ? "" : ` (${coder})`}`;
}

/** A record as a card: its head, a line a slot, its other fields, its links and its evidence. */
function card(record: RecordJson, { colors }: Output): string {
  const { range } = record;
  const lines = [
    `${colors.bold(oneLine(record.id))}${record.title === "" ? "" : `  ${oneLine(record.title)}`}`,
    colors.dim(oneLine(`${record.kind} · ${record.file}:${range.start.line + 1}`)),
  ];
  if (isSlots(record.slots)) {
    for (const slot of record.slots) {
      const from = slot.from === undefined ? "" : ` from ${slot.from.join(", ")}`;
      const inferred = slot.inferred === undefined ? "" : ` inferred: ${slot.inferred}`;
      const more = colors.dim(oneLine(from + inferred));
      lines.push(`  ${colors.cyan(slotName(slot).padEnd(WIDTH))} ${oneLine(slot.text)}${more}`);
    }
  }
  for (const [key, value] of Object.entries(record)) {
    if (HEAD.has(key) || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    lines.push(`  ${colors.dim(worded(key).padEnd(WIDTH))} ${oneLine(plain(value))}`);
  }
  if (isCodings(record.codings)) for (const coding of record.codings) lines.push(`  ${oneLine(codingLine(coding))}`);
  if (isSlots(record.restated))
    for (const slot of record.restated)
      lines.push(`  ${colors.dim("restated".padEnd(WIDTH))} ${oneLine(`${slotName(slot)}: ${slot.text}`)}`);
  for (const key of ["links", "evidence"]) {
    const links = record[key];
    if (!isLinks(links)) continue;
    for (const link of links) lines.push(`  ${oneLine(linkLine(link))}`);
  }
  return lines.join("\n");
}

function linkLine({ source, extract, stance, type, target, slots, note }: LinkLike): string {
  const verb = stance ?? type ?? "";
  const slotted = slots === undefined || slots.length === 0 ? "" : ` (${slots.join(", ")})`;
  const reason = note === undefined ? "" : ` — ${note}`;
  return `${MARKS[verb] ?? "→"} ${verb} ${target ?? extract ?? `@${source}`}${slotted}${reason}`;
}

/** A field's name in words: `drawsOn` is `draws on`. */
function worded(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
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
