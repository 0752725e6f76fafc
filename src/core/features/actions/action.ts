/** What can be done at a place: a title for people, and the edits that do it. */
import type { Problem } from "../../check.ts";
import type { Definition } from "../../review.ts";
import type { EditsByUri, Outcome } from "../edit/outcome.ts";
import type { Fix } from "../fixes.ts";

/** What is asked before an action can be done. */
export interface Asked {
  /** Why something is so, what a slot says, or the id of the record that is meant. */
  readonly for: "reason" | "slot" | "record";
  /** A question, in sentence case. */
  readonly prompt: string;
  /** The extract that is linked to the record that is meant. */
  readonly extract?: Definition;
}

export interface Action {
  readonly title: string;
  /** It mends a problem, all problems of one rule, or writes a record otherwise. */
  readonly kind: "mend" | "mend all" | "rewrite";
  /** The problem that it mends; of all problems of a rule the first. */
  readonly problem?: Problem;
  /** The likeliest one of those that mend a problem. */
  readonly preferred: boolean;
  /** Where it is there, its answer goes into {@link make}. */
  readonly asks?: Asked;
  /** The edits, of one document or several; a refusal where the texts have moved on, or the answer cannot be written there. */
  readonly make: (answer?: string) => Outcome;
}

/** The edits of a fix by their document. */
export function editsOfFix({ uri, edits }: Fix): EditsByUri {
  return new Map([[uri, edits]]);
}

export function mending(problem: Problem, title: string, make: Action["make"], asks?: Asked): Action {
  return { title, kind: "mend", problem, preferred: false, make, ...(asks && { asks }) };
}
