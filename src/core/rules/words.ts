/** Small pieces that the rules' messages and examples share. */
import type { FindingData } from "../syntax/finding.ts";
import type { ExampleFiles } from "./rule.ts";

/** A datum as text; a list's items parted by commas. */
export function word(data: FindingData, key: string): string {
  const value = data[key];
  if (value === undefined) return "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

export function list(data: FindingData, key: string): readonly string[] {
  const value = data[key];
  return Array.isArray(value) ? value : [];
}

/** "1 extract", "2 extracts". */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** " Did you mean TR3 or TR4?", or nothing. */
export function near(data: FindingData): string {
  const names = list(data, "near");
  if (names.length === 0) return "";
  const last = names[names.length - 1] ?? "";
  return names.length === 1 ? ` Did you mean ${last}?` : ` Did you mean ${names.slice(0, -1).join(", ")} or ${last}?`;
}

/** A review of these files. */
export function example(files: ExampleFiles): ExampleFiles {
  return { "review.yaml": "cmoc: 1\n", ...files };
}

/** An included, appraised source with these extracts, invented. */
export function source(key: string, body: string, more = ""): string {
  return `---\ncitekey: ${key}\nstatus: included\nrelevance: high\nrichness: rich\nrigour: high\n${more}---\n\n${body}`;
}
