/** The problems of one record, out of those of its document. */

import type { Problem } from "../../check.ts";
import { isRow } from "../../model/brief.ts";
import type { Definition } from "../../review.ts";

/** The problems of a document as the checker gives them: by place. A door that keeps them gives the list that it has. */
export type ProblemsOf = (uri: string) => readonly Problem[];

const NONE: readonly Problem[] = [];

/** Those that stand within a record, a row's within the row; in the order of the text. Does not look at the others. */
export function problemsAt({ placed, brief }: Definition, problemsOf: ProblemsOf | undefined): readonly Problem[] {
  if (!problemsOf) return NONE;
  const all = problemsOf(placed.uri);
  if (all.length === 0) return NONE;
  const own = brief.kind === "cmoc" && isRow(brief);
  const start = placed.start + (own ? brief.start : 0);
  const end = own ? placed.start + brief.end : placed.start + placed.facts.length;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.span.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Problem[] = [];
  for (let at = low; at < all.length; at++) {
    const problem = all[at] as Problem;
    if (problem.span.start >= end) break;
    found.push(problem);
  }
  return found;
}

/** Whether some of them are more than hints. */
export function isFlagged(problems: readonly Problem[]): boolean {
  return problems.some(({ level }) => level === "warning" || level === "error");
}
