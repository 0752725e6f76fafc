/** Small reviews in memory, for tests. */
import { Checker, type Problem } from "../../src/core/check.ts";
import { recordJson } from "../../src/core/report/json.ts";
import { Review } from "../../src/core/review.ts";
import { ALL_RULES } from "../../src/core/rules/index.ts";
import type { Kind } from "../../src/core/vocabulary.ts";

export type Files = { readonly [path: string]: string };

/** A review of these files. Without a `review.yaml` its manifest is the default, as with an empty one. */
export function reviewOf(files: Files): Review {
  const review = new Review(ALL_RULES.map((rule) => rule.id));
  for (const [uri, text] of Object.entries(files)) review.set({ uri, version: 0, text });
  return review;
}

export function problemsOf(files: Files): readonly Problem[] {
  const checker = new Checker(reviewOf(files), ALL_RULES);
  checker.update();
  return checker.problems();
}

export function rulesIn(files: Files): readonly string[] {
  return problemsOf(files).map((problem) => problem.rule);
}

// biome-ignore lint/suspicious/noExplicitAny: records are plain data of many shapes, which a test looks into
export function recordsIn(files: Files, kind: Kind): readonly any[] {
  const review = reviewOf(files);
  return [...review.records(kind)].map((definition) => JSON.parse(JSON.stringify(recordJson(definition, review))));
}

/** The configurations of one Markdown text. */
// biome-ignore lint/suspicious/noExplicitAny: as above
export function cmocsIn(text: string, manifest?: string): readonly any[] {
  return recordsIn({ ...(manifest !== undefined && { "review.yaml": manifest }), "a.md": text }, "cmoc");
}

/** Slots as short strings: `C: a place`, `M resource: a process`. */
export function slotsIn(text: string, manifest?: string): readonly string[] {
  return (cmocsIn(text, manifest)[0]?.slots ?? []).map(short);
}

interface Shown {
  readonly role: string;
  readonly part?: string;
  readonly position?: string;
  readonly absent?: boolean;
  readonly n?: number | string;
  readonly text: string;
}

export function short(slot: Shown): string {
  const words = [`${slot.role}${slot.n ?? ""}`, slot.part, slot.position, slot.absent ? "absent" : undefined];
  return `${words.filter((word) => word !== undefined).join(" ")}: ${slot.text}`;
}

/** A source's file with these extracts. */
export function sourceFile(key: string, body: string): string {
  return `---\ncitekey: ${key}\nstatus: included\nrelevance: high\nrichness: rich\nrigour: high\n---\n\n${body}`;
}
