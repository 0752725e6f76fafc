/** A highlight as Obsidian's Annotator keeps it: as JSON in a fence, with the name of its block behind it. */
import type { Annotation } from "./types.ts";

/** So long is no highlight. */
const LONGEST = 500_000;

type Said = Pick<Annotation, "quote" | "comment" | "tags" | "file">;

/** What the JSON says; undefined where it is none, or tells of no words. */
export function annotatorSays(json: string): Said | undefined {
  const read = json.length > LONGEST ? undefined : parsed(json);
  if (!isMap(read)) return undefined;
  const targets = Array.isArray(read.target) ? read.target : [];
  const selectors = targets.flatMap((each: unknown) =>
    isMap(each) && Array.isArray(each.selector) ? (each.selector as unknown[]) : [],
  );
  const quotes = selectors.flatMap((each) => (isMap(each) && typeof each.exact === "string" ? [each.exact] : []));
  const quote = quotes.join("\n").trim();
  if (quote === "") return undefined;
  const comment = typeof read.text === "string" ? read.text.trim() : "";
  const tags = Array.isArray(read.tags) ? read.tags.filter((each) => typeof each === "string") : [];
  const file = typeof read.uri === "string" ? /([^/\\]{1,200}\.(?:pdf|epub))$/i.exec(read.uri)?.[1] : undefined;
  return { quote, ...(comment !== "" && { comment }), tags, ...(file !== undefined && { file }) };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
