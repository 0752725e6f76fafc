/** Quotations that somebody pastes into the file of a source become extracts behind the record in which the cursor stands. */
import type { Annotation } from "../exchange/annotations/types.ts";
import { appendRecords, type NewRecord } from "../features/edit/append.ts";
import { isRefusal, type Outcome } from "../features/edit/outcome.ts";
import type { Review } from "../review.ts";
import { extractOf, nextNumber } from "./extract-of.ts";

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
  const number = nextNumber(review.extractsOf(key).map(({ brief }) => brief.id));
  const records: NewRecord[] = [];
  for (const [index, annotation] of annotations.entries()) {
    const record = extractOf(annotation, number + index, undefined, reading);
    if (!record) return { outcome: NOT_WRITTEN, ids: [] };
    records.push(record);
  }
  const after = review.placed(path).findLast(({ start, definitions }) => start <= offset && definitions.length > 0)
    ?.definitions[0];
  const ids = records.map(({ id }) => id);
  const outcome = appendRecords(review, { uri: path, ...(after && { after }) }, records);
  // What cannot stand behind that record may stand at the end.
  return { outcome: after && isRefusal(outcome) ? appendRecords(review, { uri: path }, records) : outcome, ids };
}
