/** Small pieces that the rules' messages and examples share. */
import { t } from "../l10n.ts";
import type { FindingData } from "../syntax/finding.ts";
import type { Kind } from "../vocabulary.ts";
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
  const isRow = text === t("the row without an id") || text.startsWith(t("the row {0}", "“"));
  return isRow ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}

/** "a", "a and b", "a, b and c". */
export function joined(items: readonly string[], joint: "and" | "or"): string {
  const last = items[items.length - 1] ?? "";
  if (items.length < 2) return last;
  const first = items.slice(0, -1).join(", ");
  return joint === "and" ? t("{0} and {1}", first, last) : t("{0} or {1}", first, last);
}

/** " Did you mean TR3 or TR4?", or nothing. */
export function near(data: FindingData): string {
  const names = list(data, "near");
  return names.length === 0 ? "" : ` ${t("Did you mean {0}?", joined(names, "or"))}`;
}

/** "a configuration". */
export function aKind(kind: Kind): string {
  switch (kind) {
    case "cmoc":
      return t("a configuration");
    case "theory":
      return t("a theory");
    case "demi-regularity":
      return t("a demi-regularity");
    case "extract":
      return t("an extract");
    case "code":
      return t("a code");
    case "memo":
      return t("a memo");
  }
}

/** The language's own words for slots and their parts. */
const SLOTS: ReadonlyMap<string, () => string> = new Map([
  ["context", () => t("context")],
  ["mechanism", () => t("mechanism")],
  ["outcome", () => t("outcome")],
  ["intervention", () => t("intervention")],
  ["actor", () => t("actor")],
  ["strategy", () => t("strategy")],
  ["resource", () => t("resource")],
  ["reasoning", () => t("reasoning")],
]);

export function slotSaid(data: FindingData, key = "slot"): string {
  return slotInWords(word(data, key));
}

/** A slot's word as people read it, its number with it: `outcome 2`; a slot of a review's own keeps its word. */
export function slotInWords(written: string): string {
  const [, role = "", absent, number = ""] = /^(\w+)( \(absent\))?( \d{1,9})?$/.exec(written) ?? [];
  const said = SLOTS.get(role)?.();
  if (said === undefined) return written;
  return (absent === undefined ? said : t("{0} (absent)", said)) + number;
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
