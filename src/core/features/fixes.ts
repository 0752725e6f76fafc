/** Fixes: what mends a problem, as edits. Each is computed from the problem and the texts as they are now, and is none when they have moved on. */
import type { Problem } from "../check.ts";
import type { Review } from "../review.ts";
import { lineEnding, type TextEdit } from "../text.ts";
import { Fragments, refreshed } from "./links.ts";

export interface Fix {
  readonly rule: string;
  /** What it does, for a person. */
  readonly title: string;
  /** Whether it may be applied without asking: it changes no word that anybody wrote, and doing it twice does no more. */
  readonly safe: boolean;
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/** The fix of a problem, if it has one. */
export function fixOf(problem: Problem, review: Review): Fix | undefined {
  if (problem.rule === "link/stale") return refreshLink(problem, review);
  return problem.rule === "cmoc/swallowed" ? partParagraph(problem, review) : undefined;
}

function refreshLink(problem: Problem, review: Review): Fix | undefined {
  const { uri, span } = problem;
  const fragments = new Fragments(review);
  for (const placed of review.placed(uri)) {
    const refs = [
      ...placed.facts.refs,
      ...placed.definitions.flatMap(({ entity }) => [...entity.refs, ...("evidence" in entity ? entity.evidence : [])]),
    ];
    for (const ref of refs) {
      if (!ref.link || placed.start + ref.link.start !== span.start) continue;
      const target = fragments.targetOf(uri, ref.name);
      const edit = target === undefined ? undefined : refreshed(review.text(uri) ?? "", ref, placed.start, target);
      if (edit) return { rule: problem.rule, title: "Refresh the link", safe: true, uri, edits: [edit] };
    }
  }
  return undefined;
}

function partParagraph(problem: Problem, review: Review): Fix | undefined {
  const text = review.text(problem.uri) ?? "";
  const index = review.lines(problem.uri);
  const start = index.offset({ line: index.line(problem.span.start), character: 0 });
  if (start === 0 || text.slice(start, problem.span.start).trim() !== "") return undefined;
  const edit = { span: { start, end: problem.span.start }, newText: lineEnding(text) };
  return { rule: problem.rule, title: "Put an empty line before it", safe: true, uri: problem.uri, edits: [edit] };
}

/** All safe fixes of the problems, by document; of fixes that touch each other only the first. */
export function safeFixes(
  problems: readonly Problem[],
  review: Review,
  rules: readonly string[],
): ReadonlyMap<string, readonly TextEdit[]> {
  const all = new Map<string, TextEdit[]>();
  for (const problem of problems) {
    if (rules.length > 0 && !rules.includes(problem.rule)) continue;
    const fix = fixOf(problem, review);
    if (!fix?.safe) continue;
    const edits = all.get(fix.uri) ?? [];
    const free = fix.edits.every(
      (edit) => !edits.some((other) => edit.span.start <= other.span.end && other.span.start <= edit.span.end),
    );
    if (!free) continue;
    edits.push(...fix.edits);
    all.set(fix.uri, edits);
  }
  return all;
}
