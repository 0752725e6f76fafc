/** Mending all problems of a rule at once, where each has one way to be mended. */

import type { Problem } from "../../check.ts";
import { t } from "../../l10n.ts";
import type { Review } from "../../review.ts";
import { ruleOf } from "../../rules/index.ts";
import type { TextEdit } from "../../text.ts";
import type { EditsByUri, Outcome } from "../edit/outcome.ts";
import { UNCHANGED } from "../edit/outcome.ts";
import { Mending } from "../fixes/mending.ts";
import { type Fix, fixesOf, safeFixes } from "../fixes.ts";
import type { Action } from "./action.ts";

/** Rules of which one mended problem changes no other, and whose fix is what most would choose. */
const PLAIN: readonly string[] = ["field/unknown", "field/value", "yaml/key", "ref/in-reason", "evidence/unlocated"];
/** The rule whose problems are mended by writing what is missing. */
const ADDING = "code/unknown";

/**
 * Mends all problems of the rule in the review: those that have several ways to be mended are left for a person. Undefined where fewer than two would be
 * mended, or where a person has to look at each. `problems` are the review’s, in its order.
 */
export function mendAll(rule: string, problems: readonly Problem[], review: Review): Action | undefined {
  const fix = ruleOf(rule)?.fix;
  const own = problems.filter((problem) => problem.rule === rule);
  const [first] = own;
  if (!fix || !first || own.length < 2 || !(fix.safe || PLAIN.includes(rule) || rule === ADDING)) return undefined;
  if (!mendsSeveral(own, review)) return undefined;
  const title = rule === ADDING ? t("Add all unknown codes to the codebook") : t("{0} everywhere", t(fix.title));
  const make = (): Outcome => {
    const edits = fix.safe ? safeFixes(own, review, [rule]) : united(own, review);
    return edits.size === 0 ? UNCHANGED : { edits };
  };
  return { title, kind: "mend all", problem: first, preferred: false, make };
}

/** How many problems are looked at for the two: what is offered is asked for at every move of the cursor. */
const MOST_LOOKED_AT = 200;

/** Whether two of the problems would be mended; looks no further than the second. */
function mendsSeveral(problems: readonly Problem[], review: Review): boolean {
  const uniting = new Uniting(review);
  let mended = 0;
  for (const problem of problems.slice(0, MOST_LOOKED_AT)) {
    if (uniting.take(problem)) mended++;
    if (mended > 1) return true;
  }
  return false;
}

/** The fixes of the problems, by document: of those that touch each other the first; what is written at one place is written there in turn. */
function united(problems: readonly Problem[], review: Review): EditsByUri {
  const uniting = new Uniting(review);
  for (const problem of problems) uniting.take(problem);
  return uniting.done();
}

class Uniting {
  private readonly review: Review;
  private readonly mending: Mending;
  private readonly all = new Map<string, TextEdit[]>();
  private readonly written = new Set<string>();

  constructor(review: Review) {
    this.review = review;
    this.mending = new Mending(review);
  }

  /** Takes in the fix of a problem; false where it has none that most would choose, or one that touches another's. */
  take(problem: Problem): boolean {
    const fix = chosen(problem, this.review, this.mending);
    if (!fix) return false;
    const key = ({ span, newText }: TextEdit): string => `${fix.uri}\n${span.start} ${span.end} ${newText}`;
    const fresh = fix.edits.filter((edit) => !this.written.has(key(edit)));
    for (const edit of fresh) this.written.add(key(edit));
    const edits = this.all.get(fix.uri) ?? [];
    if (!fresh.every((edit) => isApart(edit, edits, problem.rule))) return false;
    edits.push(...fresh);
    this.all.set(fix.uri, edits);
    return true;
  }

  done(): EditsByUri {
    const { review, all } = this;
    return new Map([...all].map(([uri, edits]) => [uri, joined(edits, (review.text(uri) ?? "").trim() === "")]));
  }
}

function chosen(problem: Problem, review: Review, mending: Mending): Fix | undefined {
  const fixes = fixesOf(problem, review, mending);
  if (ruleOf(problem.rule)?.fix?.safe) return fixes.find(({ safe }) => safe);
  if (problem.rule !== ADDING) return fixes.length === 1 ? fixes[0] : undefined;
  return fixes.find(({ edits }) => edits.every(({ span }) => span.start === span.end));
}

function isApart({ span }: TextEdit, others: readonly TextEdit[], rule: string): boolean {
  return others.every(({ span: other }) => {
    const isOnePlace = other.start === other.end && span.start === span.end && other.start === span.start;
    return isOnePlace ? rule === ADDING : other.end < span.start || span.end < other.start;
  });
}

/** In order; insertions at one place as one, in a file to be made with an empty line between them. */
function joined(edits: readonly TextEdit[], isNew: boolean): readonly TextEdit[] {
  const found: TextEdit[] = [];
  const sorted = edits.map((edit, order) => ({ edit, order }));
  sorted.sort((a, b) => a.edit.span.start - b.edit.span.start || a.order - b.order);
  for (const { edit } of sorted) {
    const last = found[found.length - 1];
    if (last && last.span.start === edit.span.start && last.span.end === edit.span.end)
      found[found.length - 1] = { span: last.span, newText: `${last.newText}${isNew ? "\n" : ""}${edit.newText}` };
    else found.push(edit);
  }
  return found;
}
