/** Small pieces that the rules' messages and examples share. */
import type { FindingData } from "../syntax/finding.ts";
import type { ExampleFiles } from "./rule.ts";

/** A datum as text; a list's items parted by commas. */
export function word(data: FindingData, key: string): string {
  const value = data[key];
  if (value === undefined) return "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Whether two words differ in nothing but case. */
export function sameWord(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}

/** A datum as a list; a single text is a list of one. */
export function list(data: FindingData, key: string): readonly string[] {
  const value = data[key];
  if (typeof value === "string" && value !== "") return [value];
  return Array.isArray(value) ? value : [];
}

/** The datum that names the thing, fit to begin a sentence: ids keep their case, words begin with a capital. */
export function subject(data: FindingData, key = "id"): string {
  const text = word(data, key);
  return text.startsWith("the row ") ? `T${text.slice(1)}` : text;
}

/** "1 extract", "2 extracts". */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function joined(items: readonly string[], joint: "and" | "or"): string {
  const last = items[items.length - 1] ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${joint} ${last}`;
}

/** " Did you mean TR3 or TR4?", or nothing. */
export function near(data: FindingData): string {
  const names = list(data, "near");
  return names.length === 0 ? "" : ` Did you mean ${joined(names, "or")}?`;
}

const SHOWN = 60;

/** Words in quotation marks, on one line, cut where they are long. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= SHOWN) return `“${line}”`;
  const cut = line.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, "");
  const space = cut.lastIndexOf(" ");
  return `“${space > SHOWN / 2 ? cut.slice(0, space) : cut}…”`;
}

/** A review of these files. */
// @__NO_SIDE_EFFECTS__
export function example(files: ExampleFiles): ExampleFiles {
  return { "review.yaml": "cmoc: 1\n", ...files };
}

/** An included, appraised source with these extracts, invented. */
// @__NO_SIDE_EFFECTS__
export function source(key: string, body: string, more = ""): string {
  return `---\ncitekey: ${key}\nstatus: included\nrelevance: high\nrichness: rich\nrigour: high\n${more}---\n\n${body}`;
}
