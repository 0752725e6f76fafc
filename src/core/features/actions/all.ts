/** Mending all problems of a rule at once, where each has one way to be mended. */
import type { Problem } from "../../check.ts";
import type { Review } from "../../review.ts";
import { ruleOf } from "../../rules/index.ts";
import type { TextEdit } from "../../text.ts";
import type { EditsByUri, Outcome } from "../edit/outcome.ts";
import { UNCHANGED } from "../edit/outcome.ts";
import { type Fix, fixesOf, safeFixes } from "../fixes.ts";
import type { Action } from "./action.ts";

/** Rules of which one mended problem changes no other, and whose fix is what most would choose. */
const PLAIN: readonly string[] = ["field/unknown", "field/value", "yaml/key", "ref/in-reason", "evidence/unlocated"];
/** The rule whose problems are mended by writing what is missing. */
const ADDING = "code/unknown";

/**
 * Mends all problems of the rule in the review: those that have several ways to be mended are left for a person. Undefined where the rule has fewer
 * than two problems, or is one that a person has to look at each time. `problems` are the review’s, in its order.
 */
export function mendAll(rule: string, problems: readonly Problem[], review: Review): Action | undefined {
  const fix = ruleOf(rule)?.fix;
  const own = problems.filter((problem) => problem.rule === rule);
  const [first] = own;
  if (!fix || !first || own.length < 2 || !(fix.safe || PLAIN.includes(rule) || rule === ADDING)) return undefined;
  const title = rule === ADDING ? "Add all unknown codes to the codebook" : `${fix.title} everywhere`;
  const make = (): Outcome => {
    const edits = fix.safe ? safeFixes(own, review, [rule]) : united(own, review);
    return edits.size === 0 ? UNCHANGED : { edits };
  };
  return { title, kind: "mend all", problem: first, preferred: false, make };
}

/** The fixes of the problems, by document: of those that touch each other the first; what is written at one place is written there in turn. */
function united(problems: readonly Problem[], review: Review): EditsByUri {
  const all = new Map<string, TextEdit[]>();
  const written = new Set<string>();
  for (const problem of problems) {
    const fix = chosen(problem, review);
    if (!fix) continue;
    const edits = all.get(fix.uri) ?? [];
    const fresh = fix.edits.filter(
      ({ span, newText }) => !written.has(`${fix.uri}\n${span.start} ${span.end} ${newText}`),
    );
    for (const { span, newText } of fresh) written.add(`${fix.uri}\n${span.start} ${span.end} ${newText}`);
    if (fresh.length === 0 || !fresh.every((edit) => isApart(edit, edits, problem.rule))) continue;
    edits.push(...fresh);
    all.set(fix.uri, edits);
  }
  const merged = [...all].map(([uri, edits]) => [uri, joined(edits, (review.text(uri) ?? "").trim() === "")] as const);
  return new Map(merged);
}

function chosen(problem: Problem, review: Review): Fix | undefined {
  const fixes = fixesOf(problem, review);
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
