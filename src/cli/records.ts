/** Records of a review as the JSON contract has them; sources with what their bibliography says. */
import { scanBibliography } from "../core/bibliography/keys.ts";
import type { Reference } from "../core/bibliography/reference.ts";
import type { Bibliography } from "../core/bibliography/types.ts";
import { type RecordJson, recordJson, sourceJson } from "../core/report/json.ts";
import type { Definition, Review, SourceView } from "../core/review.ts";
import type { Kind } from "../core/vocabulary.ts";

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

/** All records of a list. The library that decodes bibliographies is loaded only for sources that one of them knows. */
export async function recordsOf(review: Review, name: ListName): Promise<readonly RecordJson[]> {
  if (name !== "sources") return [...review.records(KIND_OF[name])].map((definition) => recordJson(definition, review));
  const records: RecordJson[] = [];
  for (const source of review.sources()) records.push(await sourceRecord(source, review));
  return records;
}

export async function recordOf(found: Definition | SourceView, review: Review): Promise<RecordJson> {
  return "entity" in found ? recordJson(found, review) : sourceRecord(found, review);
}

const scanned = new WeakMap<Review, Map<string, Bibliography>>();

async function sourceRecord(source: SourceView, review: Review): Promise<RecordJson> {
  return sourceJson(source, review, await referenceOf(source, review));
}

/** What the bibliography says of a source, decoded; undefined where it knows nothing of it. */
export async function referenceOf({ bibliography }: SourceView, review: Review): Promise<Reference | undefined> {
  if (!bibliography) return undefined;
  const { decodeEntry } = await import("../core/exchange/bibliography/decode.ts");
  const text = review.text(bibliography.uri) ?? "";
  return decodeEntry(text, scan(review, bibliography.uri, text), bibliography.entry);
}

function scan(review: Review, uri: string, text: string): Bibliography {
  const known = scanned.get(review) ?? new Map<string, Bibliography>();
  scanned.set(review, known);
  const made = known.get(uri) ?? scanBibliography(uri, text);
  known.set(uri, made);
  return made;
}

/** What bibliographies say of the sources, all of it decoded. */
export async function referencesOf(review: Review): Promise<ReadonlyMap<string, Reference>> {
  const references = new Map<string, Reference>();
  for (const source of review.sources()) {
    const reference = await referenceOf(source, review);
    if (reference) references.set(source.key, reference);
  }
  return references;
}
