/** What a bibliography file gives a review: findings, and which sources an edit of it touches. */
import type { Bibliography } from "../bibliography/types.ts";
import type { Finding } from "../syntax/finding.ts";

const NO_FINDINGS: readonly Finding[] = [];

/** Its problems as findings of the family `bib`. */
export function bibliographyFindings({ problems }: Bibliography): readonly Finding[] {
  if (problems.length === 0) return NO_FINDINGS;
  return problems.map(({ code, span, ...data }) => {
    const plain: { [name: string]: string } = {};
    for (const [key, value] of Object.entries(data)) if (typeof value === "string") plain[key] = value;
    return { rule: `bib/${code}`, start: span.start, end: span.end, data: plain };
  });
}

/** Keys whose entries are not what they were, wherever in the file they stand. */
export function bibliographyChanges(
  before: string,
  old: Bibliography,
  after: string,
  fresh: Bibliography,
): ReadonlySet<string> {
  const was = entryTexts(before, old);
  const is = entryTexts(after, fresh);
  const changed = new Set<string>();
  for (const [key, text] of was) if (is.get(key) !== text) changed.add(key);
  for (const key of is.keys()) if (!was.has(key)) changed.add(key);
  return changed;
}

function entryTexts(text: string, { entries }: Bibliography): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { key, entry } of entries) {
    const own = text.slice(entry.start, entry.end);
    const known = texts.get(key);
    texts.set(key, known === undefined ? own : `${known}\n${own}`);
  }
  return texts;
}
