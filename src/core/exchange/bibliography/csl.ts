/** Turns one CSL item, from a file or from the decoding library, into a reference. Nothing in the item is trusted to have its proper type. */
import type { JsonValue } from "../../bibliography/json.ts";
import type { Reference, ReferenceAuthor } from "../../bibliography/reference.ts";
import { bareDoi } from "../../bibliography/strings.ts";

/** One CSL item by its variable names. */
export type CslItem = ReadonlyMap<string, JsonValue>;

const MARKUP = /<\/?(?:i|b|em|strong|sub|sup|sc|span(?: [^<>]{0,200})?)>/gi;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff\s]+/g;
const DOTLESS = /[\u0131\u0237](?=[\u0300-\u036f])/g;

/** One line of plain text: without CSL's markup, in NFC, white space and control characters folded into single spaces. */
export function plainText(value: string): string {
  const words = value.replace(MARKUP, "").replace(UNSEEN, " ").trim();
  return words.replace(DOTLESS, (letter) => (letter === "\u0131" ? "i" : "j")).normalize("NFC");
}

function text(value: JsonValue | undefined): string {
  if (typeof value === "string") return plainText(value);
  if (typeof value === "number") return String(value);
  if (Array.isArray(value))
    return value
      .map(text)
      .filter((part) => part !== "")
      .join(" and ");
  return "";
}

function isItem(value: JsonValue | undefined): value is CslItem {
  return value instanceof Map;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

function author(value: JsonValue): ReferenceAuthor | undefined {
  if (typeof value === "string") {
    const name = plainText(value);
    return name === "" ? undefined : { literal: name };
  }
  if (!isItem(value)) return undefined;
  const family = joined(text(value.get("non-dropping-particle")), text(value.get("family")));
  const given = joined(text(value.get("given")), text(value.get("dropping-particle")));
  const literal = text(value.get("literal"));
  if (family === "") {
    const name = literal || given;
    return name === "" ? undefined : { literal: name };
  }
  if (given === "" && family.includes(" ") && !value.has("non-dropping-particle")) return { literal: family };
  const suffix = text(value.get("suffix"));
  return { family, ...(given === "" ? {} : { given }), ...(suffix === "" ? {} : { suffix }) };
}

/** BibTeX's "and others", which the decoder takes for a person. */
function isOthers(name: ReferenceAuthor): boolean {
  return "literal" in name ? name.literal === "others" : name.family === "others" && name.given === undefined;
}

const YEAR = /(?:^|[^\d])(\d{4})(?!\d)/;

function year(date: JsonValue | undefined): number | undefined {
  if (isItem(date)) {
    const parts = date.get("date-parts");
    const first = isList(parts) ? parts[0] : undefined;
    const value = isList(first) ? first[0] : undefined;
    const found = typeof value === "string" && value !== "" ? Number(value) : value;
    if (typeof found === "number" && Number.isInteger(found) && found !== 0) return found;
    return year(date.get("literal") ?? date.get("raw") ?? date.get("year"));
  }
  const found = YEAR.exec(text(date).slice(0, 100))?.[1];
  return found === undefined ? undefined : Number(found);
}

function webAddress(value: string): string | undefined {
  return /^(?:https?|ftp):\/\/\S{1,4000}$/i.test(value) ? value : undefined;
}

function names(value: JsonValue | undefined): readonly ReferenceAuthor[] {
  return isList(value) ? value.map(author).filter((name) => name !== undefined) : [];
}

export function referenceOfCsl(key: string, item: CslItem): Reference {
  const authors = names(item.get("author"));
  const people = authors.length > 0 ? authors : names(item.get("editor"));
  const last = people.at(-1);
  const hasMore = people.length > 1 && last !== undefined && isOthers(last);
  const optional = {
    year: year(item.get("issued")),
    container: text(item.get("container-title")) || undefined,
    volume: text(item.get("volume")) || undefined,
    issue: text(item.get("issue")) || text(item.get("number")) || undefined,
    page: text(item.get("page")) || text(item.get("page-first")) || undefined,
    doi: bareDoi(text(item.get("DOI"))),
    url: webAddress(text(item.get("URL"))),
    publisher: text(item.get("publisher")) || undefined,
  };
  return {
    key,
    type: text(item.get("type")) || "document",
    title: text(item.get("title")),
    authors: hasMore ? people.slice(0, -1) : people,
    ...(hasMore ? { moreAuthors: true } : {}),
    ...defined(optional),
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}

/** The same values as maps, as far as a CSL item goes; what is neither data nor shallow is left out. */
export function toJsonValue(value: unknown, depth = 0): JsonValue {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null || depth > 6) return null;
  if (Array.isArray(value)) return value.map((element) => toJsonValue(element, depth + 1));
  return new Map(Object.entries(value).map(([name, member]) => [name, toJsonValue(member, depth + 1)]));
}
