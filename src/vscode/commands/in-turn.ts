/** Several changes as one: those that touch each other are made one after the other, as if each were written before the next is thought of. */
import { isRefusal, type Outcome } from "../../core/features/edit.ts";
import { MANIFEST_NAME } from "../../core/membership.ts";
import { type Definition, Review } from "../../core/review.ts";
import { applyEdits, type TextEdit } from "../../core/text.ts";
import { together } from "../edits.ts";

/** A change of a review; `own` gives a record as it is there. */
export type Step = (review: Review, own: (record: Definition) => Definition) => Outcome;

/** All the steps, or the first refusal. `records` are those that the steps are about. */
export function inTurn(review: Review, steps: readonly Step[], records: readonly Definition[]): Outcome {
  const outcomes = steps.map((step) => step(review, (record) => record));
  const refusal = outcomes.find(isRefusal);
  if (refusal) return refusal;
  const made = outcomes.flatMap((outcome) => (isRefusal(outcome) ? [] : [outcome]));
  if (!made.some(({ edits }, at) => made.slice(0, at).some((other) => doTouch(edits, other.edits))))
    return together(outcomes);
  const changed = made.flatMap(({ edits }) => [...edits.keys()]);
  const copy = copyOf(review, new Set([MANIFEST_NAME, ...changed, ...records.map(({ placed }) => placed.uri)]));
  for (const step of steps) {
    const outcome = step(copy, (record) => inCopy(record, copy));
    if (isRefusal(outcome)) return outcome;
    for (const [uri, edits] of outcome.edits)
      copy.set({ uri, version: 0, text: applyEdits(copy.text(uri) ?? "", edits) });
  }
  const all = [...new Set(changed)].map(
    (uri) => [uri, difference(review.text(uri) ?? "", copy.text(uri) ?? "")] as const,
  );
  return { edits: new Map(all) };
}

type Edits = ReadonlyMap<string, readonly TextEdit[]>;

function doTouch(one: Edits, other: Edits): boolean {
  return [...one].some(([uri, edits]) =>
    edits.some(({ span }) =>
      (other.get(uri) ?? []).some(({ span: { start, end } }) => span.start <= end && start <= span.end),
    ),
  );
}

/** A review of some of the documents. */
function copyOf(review: Review, paths: ReadonlySet<string>): Review {
  const copy = new Review();
  for (const uri of paths) {
    const text = review.text(uri);
    if (text !== undefined) copy.set({ uri, version: 0, text });
  }
  return copy;
}

function inCopy(record: Definition, copy: Review): Definition {
  const all = copy.definitions(record.name);
  return all.find(({ placed }) => placed.uri === record.placed.uri) ?? all[0] ?? record;
}

/** The one edit that makes a text another: what they begin and end with alike is left. */
function difference(before: string, after: string): readonly TextEdit[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let left = 0;
  while (
    left < most - start &&
    before.charCodeAt(before.length - 1 - left) === after.charCodeAt(after.length - 1 - left)
  )
    left++;
  // Half a character is nowhere.
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  if (left > 0 && isHigh(before.charCodeAt(before.length - left - 1))) left--;
  if (start + left === before.length && before.length === after.length) return [];
  return [{ span: { start, end: before.length - left }, newText: after.slice(start, after.length - left) }];
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}
