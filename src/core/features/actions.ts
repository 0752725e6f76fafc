/**
 * Quick fixes and rewritings as data: what mends a problem, what can be done with the record at a place. Nothing is offered that would be refused as
 * the texts are now, save where a person's answer or a whole document has to be read first.
 */
import type { Problem } from "../check.ts";
import type { Review } from "../review.ts";
import { type Action, editsOfFix, mending } from "./actions/action.ts";
import { filling, parking } from "./actions/asking.ts";
import { amongSiblings } from "./actions/create.ts";
import { rewritings } from "./actions/rewritings.ts";
import { type Fix, fixesOf, Mending, type Quotations } from "./fixes.ts";

export type { Action, Asked } from "./actions/action.ts";
export { mendAll } from "./actions/all.ts";

/** Every way to mend a problem, the likeliest first; with `quotations` also those that the text of a source tells. */
export function problemActions(problem: Problem, review: Review, quotations?: Quotations): readonly Action[] {
  const actions = [...special(problem, review, quotations)].map((action, index) => ({
    ...action,
    preferred: index === 0 && action.asks === undefined,
  }));
  return actions;
}

function special(problem: Problem, review: Review, quotations: Quotations | undefined): readonly Action[] {
  const fixes = fixesOf(problem, review, new Mending(review, quotations));
  const plain = (those: readonly Fix[]): readonly Action[] =>
    those.map((fix) => mending(problem, fix.title, () => ({ edits: editsOfFix(fix) })));
  switch (problem.rule) {
    case "extract/unlinked": {
      // The person's own reason stands in the place of the sign that asks for one.
      const asking = parking(problem, review);
      return asking.length > 0 ? asking : plain(fixes);
    }
    case "cmoc/empty-slot":
      return [...filling(problem, review), ...plain(fixes)];
    case "ref/unknown": {
      const sibling = amongSiblings(problem, review);
      if (!sibling) return plain(fixes);
      const near = fixes.filter(({ edits }) => edits.some(({ span }) => span.end > span.start));
      return [...plain(near), sibling];
    }
    default:
      return plain(fixes);
  }
}

/** What can be done with the record at an offset of a document, whether or not something is wrong with it. */
export function placeActions(review: Review, uri: string, offset: number): readonly Action[] {
  return rewritings(review, uri, offset);
}
