/**
 * Finds the items of a CSL-JSON file: an array of them, `{ "items": […] }` or `{ "references": […] }`, or one item alone.
 * The key is `citation-key` where an item has one (Zotero and Better CSL JSON write it), else `id`, which may be a number.
 */
import { JsonReader } from "./json.ts";
import { bareDoi, ownCopy } from "./strings.ts";
import type { BibliographyEntry, BibliographyProblem, ScannedEntries } from "./types.ts";

interface Scalar {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function scanCslJson(text: string): ScannedEntries {
  const entries: BibliographyEntry[] = [];
  const problems: BibliographyProblem[] = [];
  const reader = new JsonReader(text);
  let isList = false;

  const scalar = (): Scalar | undefined => {
    reader.peek();
    const start = reader.at;
    const value = reader.value();
    if (typeof value === "number") return { text: text.slice(start, reader.at), start, end: reader.at };
    if (typeof value !== "string") return undefined;
    const closed = text[reader.at - 1] === '"' && reader.at > start + 1;
    return { text: value, start: start + 1, end: closed ? reader.at - 1 : reader.at };
  };

  const add = (start: number, end: number, key: Scalar | undefined, doi: Scalar | undefined): void => {
    if (key === undefined || key.text === "") {
      problems.push({ code: "missing-key", span: { start, end: Math.min(start + 1, end) } });
      return;
    }
    const bare = doi === undefined ? undefined : bareDoi(doi.text);
    const found = { key: ownCopy(key.text), span: { start: key.start, end: key.end }, entry: { start, end } };
    entries.push(bare === undefined ? found : { ...found, doi: bare });
  };

  /** Reads an object that is an item; at the root it may hold the items instead. */
  const item = (isRoot: boolean): void => {
    let holds = false;
    let id: Scalar | undefined;
    let citationKey: Scalar | undefined;
    let doi: Scalar | undefined;
    reader.peek();
    const start = reader.at;
    reader.object((name) => {
      if (isRoot && (name === "items" || name === "references") && reader.isArray) {
        holds = true;
        isList = true;
        items();
      } else if (name === "id") id = scalar();
      else if (name === "citation-key") citationKey = scalar();
      else if (name === "DOI") doi = scalar();
    });
    const key = citationKey === undefined || citationKey.text === "" ? id : citationKey;
    if (!holds && !(isRoot && key === undefined)) add(start, reader.at, key, doi);
  };

  const items = (): void => {
    reader.array(() => {
      if (reader.isObject) item(false);
    });
  };

  if (reader.isArray) {
    isList = true;
    items();
  } else if (reader.isObject) item(true);
  else if (!reader.isEnd) reader.expect("value");
  if (!reader.isEnd) reader.expect("end");
  if (reader.fault !== undefined) problems.push({ code: "json", ...reader.fault });
  return { entries, problems, isRecognised: isList };
}
