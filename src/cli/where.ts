/** `--where key=value`: which records a list shows. */
import { idKey } from "../core/ids.ts";
import type { RecordJson } from "../core/report/json.ts";
import { UsageError } from "./files.ts";

export type Condition = (record: RecordJson) => boolean;

type Values = (record: RecordJson) => readonly string[];

/** The keys of every list; the words are what a field of the record holds: a text, a number, a list of texts. */
const COMMON = ["id", "title", "file", "kind", "tags", "notes"];

const own = (key: string): Values => {
  return (record) => {
    const value = record[key];
    if (Array.isArray(value)) return value.filter((one) => typeof one === "string");
    return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
  };
};

/** A field of the objects in a list: the stances in `evidence`. */
const inner = (key: string, field: string): Values => {
  return (record) => {
    const value = record[key];
    if (!Array.isArray(value)) return [];
    return value.flatMap((one: unknown) => {
      const found =
        typeof one === "object" && one !== null ? (one as { readonly [field: string]: unknown })[field] : "";
      return typeof found === "string" || typeof found === "number" ? [String(found)] : [];
    });
  };
};

const both = (...all: readonly Values[]): Values => {
  return (record) => all.flatMap((values) => values(record));
};

const all = (keys: readonly string[]): { readonly [key: string]: Values } =>
  Object.fromEntries([...keys, ...COMMON].map((key) => [key, own(key)]));

/** Evidence that bears on the record. */
const EVIDENCE: { readonly [key: string]: Values } = {
  stance: inner("evidence", "stance"),
  source: inner("evidence", "source"),
  extract: inner("evidence", "extract"),
};

const KEYS: { readonly [list: string]: { readonly [key: string]: Values } } = {
  cmocs: {
    ...all(["status", "theme", "confidence", "spelling"]),
    theory: own("theories"),
    ...EVIDENCE,
    role: inner("slots", "role"),
    link: inner("links", "target"),
  },
  extracts: {
    ...all(["source", "at", "voice", "origin", "annotation", "parked", "relevance", "richness", "rigour", "bearsOn"]),
    stance: inner("links", "type"),
    coder: both(own("coder"), inner("codings", "coder")),
    code: inner("codings", "code"),
    role: inner("codings", "role"),
  },
  theories: {
    ...all(["stage", "scope", "configurations", "drawsOn", "replaces"]),
    ...EVIDENCE,
  },
  "demi-regularities": { ...all(["configurations", "moderators"]), ...EVIDENCE },
  codes: all(["role", "origin", "parent", "replacedBy", "retired", "uses"]),
  memos: { ...all(["by", "memoKind", "about"]), kind: both(own("kind"), own("memoKind")) },
  sources: {
    ...all([
      "citekey",
      "status",
      "author",
      "year",
      "type",
      "study",
      "reason",
      "read",
      "relevance",
      "richness",
      "rigour",
    ]),
    bibliography: own("bibliography"),
    coder: (record) => Object.keys(typeof record.appraisals === "object" ? (record.appraisals ?? {}) : {}),
  },
};

/** The keys that a list may be asked by; a source's file may have more of its own. */
export function keysOf(list: string, records: readonly RecordJson[]): readonly string[] {
  const known = Object.keys(KEYS[list] ?? {});
  if (list !== "sources") return known;
  const others = new Set(records.flatMap((record) => Object.keys(record)));
  return [...new Set([...known, ...[...others].filter((key) => !STRUCTURE.has(key))])];
}

const STRUCTURE: ReadonlySet<string> = new Set(["range", "appraisals", "reasons", "coderReasons"]);

/**
 * Reads `key=value`. A value is compared without case; one of a list is enough; a theme is also found by one of its parts, a confidence
 * without its reason; nothing after `=` finds the records that do not say. Throws a {@link UsageError} for an unknown key.
 */
export function condition(written: string, list: string, records: readonly RecordJson[]): Condition {
  const cut = written.indexOf("=");
  if (cut < 1) throw new UsageError(`--where wants key=value, such as status=supported; it was given “${written}”.`);
  const key = written.slice(0, cut).trim();
  const keys = keysOf(list, records);
  const known = keys.find((each) => idKey(each) === idKey(key));
  if (known === undefined)
    throw new UsageError(`${list} have no “${key}” to ask by. They have ${[...keys].sort().join(", ")}.`);
  const values = KEYS[list]?.[known] ?? own(known);
  const wanted = plain(written.slice(cut + 1), known);
  return (record) => {
    const found = values(record).filter((value) => value !== "");
    if (wanted === "") return found.length === 0;
    return found.some((value) => forms(value, known).some((form) => plain(form, known) === wanted));
  };
}

function plain(text: string, key: string): string {
  const word = idKey(text.trim());
  if (key === "theme") return partsOf(word).join("/");
  return key === "source" || key === "citekey" ? word.replace(/^@/, "") : word;
}

function partsOf(theme: string): readonly string[] {
  return theme.split("/").map((part) => part.trim());
}

function forms(value: string, key: string): readonly string[] {
  if (key === "theme") return [value, ...partsOf(value)];
  return key === "confidence" ? [value, value.split(" — ")[0] ?? value] : [value];
}
