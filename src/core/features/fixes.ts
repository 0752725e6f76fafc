/** Fixes: what mends a problem, as edits. Each is computed from the problem and the texts as they are now, and is none when they have moved on. */
import type { Problem } from "../check.ts";
import type { Review } from "../review.ts";
import { ruleOf } from "../rules/index.ts";
import type { TextEdit } from "../text.ts";
import { linkedTwice, restated, retired, unlocated } from "./fixes/evidence.ts";
import { unknownKeyOfYaml, unknownLabel, writtenTwice, wrongValue } from "./fixes/fields.ts";
import { type Fix, type Mender, Mending } from "./fixes/mending.ts";
import { movedQuote, nearQuote, noLocator } from "./fixes/quotes.ts";
import {
  duplicate,
  emptySlot,
  noEvidence,
  noExtract,
  noTheory,
  rival,
  sharedId,
  tableRows,
  unlinked,
  wrongForm,
} from "./fixes/records.ts";
import { inReason, staleLink, unknownCode, unknownKey, unknownReference } from "./fixes/references.ts";
import { swallowed } from "./fixes/sentences.ts";

export type { Fix } from "./fixes/mending.ts";
export { Mending, type Quotations } from "./fixes/mending.ts";

/** By rule: those whose `fix` says that there is one, and no others. */
const MENDERS: ReadonlyMap<string, Mender> = new Map([
  ["id/duplicate", sharedId],
  ["id/form", wrongForm],
  ["ref/unknown", unknownReference],
  ["ref/in-reason", inReason],
  ["link/stale", staleLink],
  ["link/twice", linkedTwice],
  ["evidence/unlocated", unlocated],
  ["source/unknown-key", unknownKey],
  ["extract/unlinked", unlinked],
  ["extract/outside", noExtract],
  ["cmoc/no-evidence", noEvidence],
  ["cmoc/empty-slot", emptySlot],
  ["cmoc/no-theory", noTheory],
  ["cmoc/duplicate", duplicate],
  ["cmoc/rival", rival],
  ["cmoc/restated", restated],
  ["cmoc/swallowed", swallowed],
  ["cmoc/table-rows", tableRows],
  ["quote/moved", movedQuote],
  ["quote/near", nearQuote],
  ["extract/no-locator", noLocator],
  ["theory/retired-cmoc", retired],
  ["code/unknown", unknownCode],
  ["field/unknown", unknownLabel],
  ["field/value", wrongValue],
  ["field/twice", writtenTwice],
  ["yaml/key", unknownKeyOfYaml],
]);

/** Rules that have a fix for some of their problems. */
export const MENDED_RULES: readonly string[] = [...MENDERS.keys()];

/** Every way to mend a problem, the likeliest first; `mending` is of the review as it is, and shared by who asks for many. */
export function fixesOf(problem: Problem, review: Review, mending: Mending = new Mending(review)): readonly Fix[] {
  return MENDERS.get(problem.rule)?.(problem, mending) ?? [];
}

/** The likeliest fix of a problem, if it has one. */
export function fixOf(problem: Problem, review: Review): Fix | undefined {
  return fixesOf(problem, review)[0];
}

/**
 * All safe fixes of the problems, by document; of fixes that touch each other only the first. Near linear in the problems and in the pieces that
 * they stand in, when they come in the order of the text.
 */
export function safeFixes(
  problems: readonly Problem[],
  review: Review,
  rules: readonly string[],
): ReadonlyMap<string, readonly TextEdit[]> {
  const all = new Map<string, TextEdit[]>();
  const mending = new Mending(review);
  for (const problem of problems) {
    if (!ruleOf(problem.rule)?.fix?.safe || (rules.length > 0 && !rules.includes(problem.rule))) continue;
    const fix = MENDERS.get(problem.rule)?.(problem, mending).find(({ safe }) => safe);
    if (!fix) continue;
    const edits = all.get(fix.uri) ?? [];
    const places = fix.edits.map((edit) => placeIn(edits, edit));
    if (places.includes(undefined)) continue;
    for (const edit of fix.edits) edits.splice(placeIn(edits, edit) ?? edits.length, 0, edit);
    all.set(fix.uri, edits);
  }
  return all;
}

/** Where an edit goes among others, ascending; undefined when it touches one of them. */
function placeIn(edits: readonly TextEdit[], { span }: TextEdit): number | undefined {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const before = edits[low - 1];
  const next = edits[low];
  const isFree = (!before || before.span.end < span.start) && (!next || span.end < next.span.start);
  return isFree ? low : undefined;
}
