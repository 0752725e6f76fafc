/** Annotations of other programs become extracts of their sources: only those that are new, at the end of the source's file, and nothing that stands there is changed. */

import type { Annotation, Annotations, Aside } from "../exchange/annotations/types.ts";
import { nextExtractNumber } from "../features/edit/next-id.ts";
import {
  appendRecords,
  type EditsByUri,
  isRefusal,
  type NewRecord,
  type Outcome,
  type Refusal,
} from "../features/edit.ts";
import { fileForSource } from "../features/source-file.ts";
import type { Review } from "../review.ts";
import type { TextEdit } from "../text.ts";
import { extractOf } from "./extract-of.ts";
import { namesOfAnnotations, newAnnotations, unlike } from "./known.ts";
import { type ReferenceOf, SourcesMeant } from "./source-meant.ts";

/** A file of annotations, read. */
export interface AnnotationsFile extends Annotations {
  readonly name: string;
}

export interface ImportHow {
  /** The source of all of them; else it is found by what each says. */
  readonly key?: string | undefined;
  readonly referenceOf: ReferenceOf;
  /** Where words stand of which no page is told, as far as the text of the source is held; `page` is the page of its file. */
  readonly placeOf?: ((key: string, quote: string, page: number | undefined) => string | undefined) | undefined;
}

export interface ImportedExtract {
  readonly id: string;
  readonly annotation: Annotation;
  /** What it cites, where that is another source than this one. */
  readonly cites?: string | undefined;
}

/** What becomes of the annotations of one source. */
export interface ImportedSource {
  readonly key: string;
  /** The file to which they are written. */
  readonly uri: string;
  readonly added: readonly ImportedExtract[];
  /** How many the review had. */
  readonly known: number;
  readonly refusal?: Refusal;
}

export interface Imported {
  readonly edits: EditsByUri;
  readonly sources: readonly ImportedSource[];
  /** Annotations whose source is not known, by the names of the files. */
  readonly homeless: readonly { readonly name: string; readonly annotations: readonly Annotation[] }[];
  readonly aside: readonly (Aside & { readonly name: string })[];
  /** Quotations of which the files tell no place. */
  readonly unplaced: readonly (Aside & { readonly name: string })[];
  /** What could in no way be written so that it is read as it is: words of highlights, or what somebody wrote at them. */
  readonly unwritten: readonly Unwritten[];
  /** Words of the files that tell of no highlight. */
  readonly passed: readonly (Aside & { readonly name: string })[];
}

export interface Unwritten extends Aside {
  readonly name: string;
  /** The extract that is without what was written at it; none where there is none for its words. */
  readonly id?: string | undefined;
}

interface FromFile extends Annotation {
  /** The name of its file. */
  readonly from: string;
}

/** Pure. In time of the files, of the extracts of the review, and of the documents that are written. */
export function importAnnotations(review: Review, files: readonly AnnotationsFile[], how: ImportHow): Imported {
  const meant = new SourcesMeant(review, how.referenceOf);
  const bySource = new Map<string, FromFile[]>();
  const homeless: { name: string; annotations: Annotation[] }[] = [];
  const unwritten: Unwritten[] = [];
  const passed = files.flatMap(({ name, passed }) => (passed ?? []).map((each) => ({ ...each, name })));
  const aside = files.flatMap(({ name, aside }) => aside.map((each) => ({ ...each, name })));
  const unplaced = files.flatMap(({ name, unplaced }) => (unplaced ?? []).map((each) => ({ ...each, name })));
  for (const { name, about, all } of files) {
    const whole = how.key ?? meant.ofFile(about, name);
    const lost: Annotation[] = [];
    for (const each of all) {
      const key = how.key ?? meant.ofAnnotation(each) ?? whole;
      const list = key === undefined ? undefined : bySource.get(key);
      if (key === undefined) lost.push(each);
      else if (list) list.push({ ...each, from: name });
      else bySource.set(key, [{ ...each, from: name }]);
    }
    if (lost.length > 0) homeless.push({ name, annotations: lost });
  }
  const names = namesOfAnnotations(review);
  const edits = new Map<string, readonly TextEdit[]>();
  const sources: ImportedSource[] = [];
  for (const [key, annotations] of bySource) {
    const fresh = newAnnotations(review, key, annotations, names);
    const { outcome, uri, added, lost } = written(review, key, fresh, how);
    const known = unlike(annotations).length - fresh.length;
    if (isRefusal(outcome)) {
      sources.push({ key, uri, added: [], known, refusal: outcome });
      continue;
    }
    for (const [path, own] of outcome.edits) edits.set(path, own);
    const cites = (each: ImportedExtract): ImportedExtract =>
      meant.citesOther(key, each.annotation.cited) ? { ...each, cites: citedWords(each.annotation) } : each;
    sources.push({ key, uri, added: added.map(cites), known });
    for (const { annotation, text, id } of lost)
      unwritten.push({ name: annotation.from, line: annotation.line, text, ...(id !== undefined && { id }) });
  }
  return { edits, sources, homeless, aside, unplaced, unwritten, passed };
}

/** As people are told what it cites. */
export function citedWords({ cited }: Annotation): string {
  return [cited?.author ?? cited?.key, cited?.year].filter(Boolean).join(" ");
}

function written(
  review: Review,
  key: string,
  annotations: readonly FromFile[],
  { placeOf }: ImportHow,
): {
  readonly outcome: Outcome;
  readonly uri: string;
  readonly added: readonly ImportedExtract[];
  readonly lost: readonly { readonly annotation: FromFile; readonly text: string; readonly id?: string }[];
} {
  const own = review.source(key)?.uri;
  const uri = own ?? fileForSource(review, key);
  const reading = { scheme: review.manifest.scheme, source: key };
  let number = nextExtractNumber(review.extractsOf(key).map(({ brief }) => brief.id));
  const added: ImportedExtract[] = [];
  const records: NewRecord[] = [];
  const lost: { annotation: FromFile; text: string; id?: string }[] = [];
  for (const annotation of annotations) {
    const place = annotation.at === undefined ? placeOf?.(key, annotation.quote, annotation.page) : undefined;
    const made = extractOf(annotation, number, place, reading);
    if (!made) {
      lost.push({ annotation, text: [annotation.quote, annotation.comment ?? ""].join("\n").trim() });
      continue;
    }
    const { record, unwritten } = made;
    number++;
    for (const text of unwritten) lost.push({ annotation, text, id: record.id });
    records.push(record);
    added.push({ id: record.id, annotation });
  }
  const place = own === undefined ? { uri, citekey: key } : { uri };
  return { outcome: appendRecords(review, place, records), uri, added, lost };
}
