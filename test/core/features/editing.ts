/** Applying what an edit gives, for tests. */
import assert from "node:assert/strict";
import { isRefusal, type Outcome } from "../../../src/core/features/edit.ts";
import type { Definition, Review } from "../../../src/core/review.ts";
import { applyEdits } from "../../../src/core/text.ts";
import { reviewOf } from "../reviews.ts";

/** Every text of a review by its path. */
export function filesOf(review: Review): { readonly [path: string]: string } {
  return Object.fromEntries(review.uris().map((uri) => [uri, review.text(uri) ?? ""]));
}

/** The review after the edits; a refusal fails. */
export function edited(review: Review, outcome: Outcome): Review {
  if (isRefusal(outcome)) assert.fail(`refused: ${outcome.refused} ${JSON.stringify(outcome.data)}`);
  return reviewOf(filesAfter(review, outcome));
}

export function filesAfter(review: Review, outcome: Outcome): { readonly [path: string]: string } {
  if (isRefusal(outcome)) assert.fail(`refused: ${outcome.refused} ${JSON.stringify(outcome.data)}`);
  const files: { [path: string]: string } = { ...filesOf(review) };
  for (const [uri, edits] of outcome.edits) {
    assertApart(edits, files[uri] ?? "");
    files[uri] = applyEdits(files[uri] ?? "", edits);
  }
  return files;
}

/** Edits are in order, do not overlap, and each changes something at its first and at its last character. */
function assertApart(
  edits: readonly { readonly span: { start: number; end: number }; readonly newText: string }[],
  text: string,
): void {
  let at = 0;
  for (const { span, newText } of edits) {
    assert.ok(span.start >= at && span.end >= span.start && span.end <= text.length, "in order and apart");
    assert.notEqual(text.slice(span.start, span.end), newText, "changes something");
    at = span.end;
  }
}

export function refusal(outcome: Outcome): string | undefined {
  return isRefusal(outcome) ? outcome.refused : undefined;
}

/** The record with that id, or the first of its kind. */
export function record(review: Review, id?: string): Definition {
  for (const kind of ["cmoc", "theory", "demi-regularity", "extract", "code", "memo"] as const) {
    for (const definition of review.records(kind))
      if (id === undefined || definition.entity.id === id) return definition;
  }
  assert.fail(`no record ${id ?? ""}`);
}

/** The first record of a document. */
export function recordIn(review: Review, uri: string): Definition {
  for (const { definitions } of review.placed(uri)) for (const definition of definitions) return definition;
  assert.fail(`no record in ${uri}`);
}
