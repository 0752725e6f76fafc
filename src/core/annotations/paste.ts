/** Quotations that somebody pastes into the file of a source become extracts behind the record in which the cursor stands. */
import type { Annotation } from "../exchange/annotations/types.ts";
import { appendRecords, type NewRecord } from "../features/edit/append.ts";
import { nextExtractNumber } from "../features/edit/next-id.ts";
import { type Edited, editsOf, isRefusal, type Outcome, together, UNCHANGED } from "../features/edit/outcome.ts";
import { setField } from "../features/edit/set-field.ts";
import type { Extract } from "../model/types.ts";
import type { Definition, Review } from "../review.ts";
import { lineEnding, type Span } from "../text.ts";
import { asName, asQuote, extractOf } from "./extract-of.ts";
import { citedWords } from "./import.ts";
import { type ReferenceOf, SourcesMeant } from "./source-meant.ts";

export interface PastedExtracts {
  readonly outcome: Outcome;
  readonly ids: readonly string[];
}

const NOT_WRITTEN: Outcome = { refused: "form", data: {} };

/** Refused (`form`) where the words cannot be written so that they are read as they are, or the document is no source's. */
export function pasteExtracts(
  review: Review,
  path: string,
  offset: number,
  annotations: readonly Annotation[],
): PastedExtracts {
  const key = review.facts(path)?.frontMatter?.citekey;
  if (key === undefined) return { outcome: NOT_WRITTEN, ids: [] };
  const reading = { scheme: review.manifest.scheme, source: key };
  const number = nextExtractNumber(review.extractsOf(key).map(({ brief }) => brief.id));
  const records: NewRecord[] = [];
  for (const [index, annotation] of annotations.entries()) {
    const made = extractOf(annotation, number + index, undefined, reading);
    if (!made || made.unwritten.length > 0) return { outcome: NOT_WRITTEN, ids: [] };
    records.push(made.record);
  }
  const after = review.placed(path).findLast(({ start, definitions }) => start <= offset && definitions.length > 0)
    ?.definitions[0];
  const ids = records.map(({ id }) => id);
  const outcome = appendRecords(review, { uri: path, ...(after && { after }) }, records);
  // What cannot stand behind that record may stand at the end.
  return { outcome: after && isRefusal(outcome) ? appendRecords(review, { uri: path }, records) : outcome, ids };
}

/** What one of them cites, the first, where that is another source than that of the file. */
export function citedElsewhere(
  review: Review,
  path: string,
  annotations: readonly Annotation[],
  referenceOf: ReferenceOf,
): string | undefined {
  const key = review.facts(path)?.frontMatter?.citekey;
  const cited = annotations.filter((each) => each.cited !== undefined);
  if (key === undefined || cited.length === 0) return undefined;
  const meant = new SourcesMeant(review, referenceOf);
  const other = cited.find((each) => meant.citesOther(key, each.cited));
  return other && citedWords(other);
}

/** How a place is written that is still to be filled in. */
const OPEN_PLACE = /^(?:pp?\.?|…)?$/i;

/**
 * A quotation that is pasted into the block quote of an extract: its words there, without its marks, and its place into `at` where that says nothing yet. `mark` is
 * what begins the lines of the quote.
 */
export function pasteQuotation(
  review: Review,
  path: string,
  span: Span,
  { quote, at, id }: Annotation,
  mark: string,
): Outcome {
  const source = review.facts(path)?.frontMatter?.citekey;
  const placed = review.placed(path).findLast(({ start }) => start <= span.start);
  const extract = placed?.definitions[0] as Definition<Extract> | undefined;
  const reading = { scheme: review.manifest.scheme, source: source ?? "" };
  const words = source === undefined ? undefined : asQuote(quote, reading);
  if (words === undefined || extract?.brief.kind !== "extract") return NOT_WRITTEN;
  const { at: place, annotation } = extract.entity;
  const eol = lineEnding(review.text(path) ?? "");
  const pasted = { span, newText: words.split("\n").join(`${eol}${mark.trimEnd()}${eol}${mark}`) };
  const edits: Edited[] = [editsOf(path, review.text(path) ?? "", [pasted])];
  const isOpen = OPEN_PLACE.test(place?.text.trim() ?? "");
  const fields = [
    ["at", isOpen ? at : undefined],
    // Both new, they would be two lists.
    ["annotation", isOpen && place && !annotation && id !== undefined ? asName(id, reading) : undefined],
  ] as const;
  for (const [label, value] of fields) {
    const outcome = value === undefined ? UNCHANGED : setField(review, extract, label, value);
    if (isRefusal(outcome)) return outcome;
    edits.push(outcome);
  }
  return together(edits);
}
