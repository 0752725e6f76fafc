/**
 * Decodes one entry of a bibliography into a reference: TeX to Unicode, names to their parts, the fields of BibTeX, BibLaTeX
 * and RIS to one set. This module holds the decoding library and its tables (200 KB), so it is loaded by a dynamic import at
 * the door, when the first entry is asked for; after that `decodeEntry` is synchronous.
 *
 * Fields are read by our own readers and handed over as an object of a stated type, never as text: the library is not asked
 * to guess what it is given, so nothing is ever taken for an address and fetched.
 */
import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { readFields } from "../../bibliography/bibtex-fields.ts";
import { JsonReader, type JsonValue } from "../../bibliography/json.ts";
import type { Reference } from "../../bibliography/reference.ts";
import { eachField } from "../../bibliography/ris.ts";
import { bareDoi } from "../../bibliography/strings.ts";
import type { Bibliography, BibliographyEntry } from "../../bibliography/types.ts";
import { type CslItem, referenceOfCsl, toJsonValue } from "./csl.ts";
import { plainTex, safeTex } from "./tex.ts";

export { authorYear, type Reference, type ReferenceAuthor } from "../../bibliography/reference.ts";

/** The fields that a reference is made of; the rest (abstracts, keywords, file lists) is never decoded. */
const WANTED: ReadonlySet<string> = new Set(
  (
    "author editor title subtitle titleaddon maintitle mainsubtitle booktitle booksubtitle journal journaltitle " +
    "journalsubtitle issuetitle eventtitle date year month volume number issue pages eid publisher institution school " +
    "organization howpublished type doi url crossref"
  ).split(" "),
);
/** Addresses and identifiers, in which TeX is at most an escape. */
const VERBATIM: ReadonlySet<string> = new Set(["doi", "url", "crossref"]);

type Properties = Readonly<Record<string, string>>;

interface LibraryEntry {
  readonly type: string;
  readonly label: string;
  readonly properties: Properties;
}

interface RawEntry {
  readonly type: string;
  readonly fields: ReadonlyMap<string, string>;
}

const TYPE = /^@\s{0,100}([A-Za-z]{1,40})/;

function readRaw(text: string, bibliography: Bibliography, { entry, span }: BibliographyEntry): RawEntry {
  const type = TYPE.exec(text.slice(entry.start, entry.start + 150))?.[1]?.toLowerCase() ?? "misc";
  const fields = readFields(text, span.end, entry.end, bibliography.macros, WANTED);
  return { type: type in Object.prototype ? "misc" : type, fields };
}

function properties(fields: ReadonlyMap<string, string>, spell: (value: string) => string): Properties {
  const decoded = [...fields].filter(([name]) => !VERBATIM.has(name)).map(([name, value]) => [name, spell(value)]);
  return Object.fromEntries(decoded.filter(([, value]) => value !== ""));
}

/** What the library gives for the letter of an accent that stands over nothing. */
const NOTHING = "undefined";

function nothingsIn(value: JsonValue): number {
  if (typeof value === "string") return value.split(NOTHING).length - 1;
  const parts = value instanceof Map ? [...value.values()] : Array.isArray(value) ? value : [];
  return parts.reduce((sum: number, part: JsonValue) => sum + nothingsIn(part), 0);
}

/** Whether an item says the word oftener than any one may that is made of the entries. */
function saysNothing(item: CslItem, entries: readonly LibraryEntry[]): boolean {
  const said = nothingsIn(item);
  if (said === 0) return false;
  return said > entries.reduce((sum, each) => sum + nothingsIn(Object.values(each.properties)), 0);
}

/** Runs the library on BibLaTeX entries of which the first is wanted; undefined when it cannot read them. */
function convert(entries: readonly LibraryEntry[]): CslItem | undefined {
  try {
    const items = toJsonValue(plugins.input.data(entries, "@biblatex/entries+list"));
    const first = Array.isArray(items) ? items[0] : undefined;
    return first instanceof Map && !saysNothing(first, entries) ? first : undefined;
  } catch {
    return undefined;
  }
}

/** As `convert`; when TeX in some field cannot be read, that field alone is read without its commands. */
function convertTolerantly(raw: RawEntry, parent: RawEntry | undefined): CslItem {
  const entry = (fields: Properties): readonly LibraryEntry[] =>
    parent === undefined
      ? [{ type: raw.type, label: "entry", properties: fields }]
      : [
          { type: raw.type, label: "entry", properties: { ...fields, crossref: "parent" } },
          { type: parent.type, label: "parent", properties: properties(parent.fields, plainTex) },
        ];
  const whole = properties(raw.fields, safeTex);
  const read = convert(entry(whole));
  if (read !== undefined) return read;
  const plain = properties(raw.fields, plainTex);
  const mended: Record<string, string> = {};
  for (const [name, value] of Object.entries(whole)) {
    const isReadable = convert([{ type: "misc", label: "entry", properties: { [name]: value } }]) !== undefined;
    const spelt = isReadable ? value : plain[name];
    if (spelt !== undefined) mended[name] = spelt;
  }
  return convert(entry(mended)) ?? convert(entry(plain)) ?? new Map([["title", plain.title ?? ""]]);
}

const parents = new WeakMap<Bibliography, ReadonlyMap<string, BibliographyEntry>>();

/** The entry that a `crossref` names. Keys are found through an index that is made once for a bibliography. */
function parentOf(bibliography: Bibliography, key: string | undefined): BibliographyEntry | undefined {
  if (key === undefined) return undefined;
  let index = parents.get(bibliography);
  if (index === undefined) {
    index = new Map([...bibliography.entries].reverse().map((entry) => [entry.key, entry]));
    parents.set(bibliography, index);
  }
  return index.get(key.trim());
}

function decodeBibtex(text: string, bibliography: Bibliography, entry: BibliographyEntry): CslItem {
  const raw = readRaw(text, bibliography, entry);
  const parent = parentOf(bibliography, raw.fields.get("crossref"));
  const item = new Map(
    convertTolerantly(raw, parent === entry || parent === undefined ? undefined : readRaw(text, bibliography, parent)),
  );
  const doi = bareDoi(raw.fields.get("doi") ?? "");
  const url = raw.fields.get("url") ?? raw.fields.get("howpublished")?.replace(/^\\url/, "");
  if (doi !== undefined) item.set("DOI", doi);
  if (url !== undefined) item.set("URL", url.replace(/[\\{}]/g, "").trim());
  const eid = raw.fields.get("eid");
  if (eid !== undefined && !item.has("page")) item.set("page", plainTex(eid));
  return item;
}

const RIS_NAMES: ReadonlySet<string> = new Set(["AU", "A1", "A2", "A3", "ED"]);
const RIS_WANTED: ReadonlySet<string> = new Set(
  "TY TI T1 CT BT T2 JO JF JA J1 J2 PY Y1 DA VL IS CP SP EP SN DO M3 UR PB".split(" "),
);

/** What a record says where the library's table for its type leaves it out, as exports of many hands do. */
const RIS_FALLBACK: readonly (readonly [string, readonly string[]])[] = [
  ["title", ["TI", "T1", "CT", "BT"]],
  ["container-title", ["T2", "JF", "JO", "JA", "J1", "J2"]],
  ["issued", ["PY", "Y1", "DA"]],
  ["volume", ["VL"]],
  ["issue", ["IS", "CP"]],
  ["page", ["SP"]],
  ["publisher", ["PB"]],
  ["URL", ["UR"]],
];

function decodeRis(text: string, entry: BibliographyEntry): CslItem {
  const record: Record<string, string | string[]> = {};
  const people = new Map<string, string[]>();
  eachField(text, entry.entry, (tag, value) => {
    if (value === "") return;
    if (RIS_NAMES.has(tag)) {
      const list = people.get(tag);
      if (list === undefined) people.set(tag, [value.slice(0, 500)]);
      else list.push(value.slice(0, 500));
    } else if (RIS_WANTED.has(tag) && record[tag] === undefined)
      record[tag] = tag === "TY" ? value.toUpperCase() : value;
  });
  for (const [tag, list] of people) record[tag] = list;
  const item = new Map(convertRis(record));
  for (const [name, tags] of RIS_FALLBACK) {
    if (item.has(name)) continue;
    const tag = tags.find((one) => record[one] !== undefined);
    const value = tag === undefined ? undefined : record[tag];
    if (typeof value === "string") item.set(name, value);
  }
  const authors = people.get("AU") ?? people.get("A1");
  if (!item.has("author") && authors !== undefined) item.set("author", authors);
  if (entry.doi !== undefined) item.set("DOI", entry.doi);
  return item;
}

function convertRis(record: Readonly<Record<string, string | readonly string[]>>): CslItem {
  try {
    const item = toJsonValue(plugins.input.data(record, "@ris/record"));
    return item instanceof Map ? item : new Map();
  } catch {
    return new Map();
  }
}

function decodeJson(text: string, entry: BibliographyEntry): CslItem {
  const item = new JsonReader(text, entry.entry.start, entry.entry.end).value();
  return item instanceof Map ? item : new Map();
}

/**
 * Decodes one entry of a bibliography that `scanBibliography` read from this very text. Never throws: what cannot be decoded
 * is told as plainly as it can be, or left out.
 */
export function decodeEntry(text: string, bibliography: Bibliography, entry: BibliographyEntry): Reference {
  if (bibliography.format === "bibtex") return referenceOfCsl(entry.key, decodeBibtex(text, bibliography, entry));
  if (bibliography.format === "ris") return referenceOfCsl(entry.key, decodeRis(text, entry));
  return referenceOfCsl(entry.key, decodeJson(text, entry));
}
