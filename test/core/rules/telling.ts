/** What rules say of small reviews, for their tests. */

import { Checker, type Problem } from "../../../src/core/check.ts";
import { quotationProblems } from "../../../src/core/proof/examples.ts";
import type { Review } from "../../../src/core/review.ts";
import { ALL_RULES, messageOf } from "../../../src/core/rules/index.ts";
import { type Files, reviewOf } from "../reviews.ts";

export const RULE_IDS: readonly string[] = ALL_RULES.map((rule) => rule.id);

export function checked(review: Review): readonly Problem[] {
  const checker = new Checker(review, ALL_RULES);
  checker.update();
  return checker.problems();
}

/** As {@link checked}, with what is said of quotations; texts of sources are the files `texts/KEY.txt`. */
export function checkedWithTexts(review: Review, files: Files): readonly Problem[] {
  return [...checked(review), ...quotationProblems(review, files)];
}

/** The problems of one rule, each as `path:text that is marked: message`, or with `level` before it. */
export function told(rule: string, files: Files, withLevel = false): readonly string[] {
  const review = reviewOf(files);
  return checked(review)
    .filter((problem) => problem.rule === rule)
    .map((problem) => {
      const marked = (review.text(problem.uri) ?? "").slice(problem.span.start, problem.span.end).split("\n")[0] ?? "";
      return `${withLevel ? `${problem.level} ` : ""}${problem.uri}:${marked}: ${messageOf(problem, review)}`;
    });
}

/** How often a rule fires. */
export function count(rule: string, files: Files): number {
  return told(rule, files).length;
}

/** A configuration with these lines. */
export function cmoc(id: string, ...lines: readonly string[]): string {
  return `## CMOC ${id}: A title\n\n${lines.map((line) => `${line}\n`).join("")}\n`;
}

export const SLOTS: readonly string[] = ["- **C:** a place", "- **M:** trust", "- **O:** peace"];

/** An included, appraised source with these extracts. */
export function source(key: string, ...extracts: readonly string[]): string {
  return sourceWith(key, "status: included\nrelevance: high\nrichness: rich\nrigour: high\n", ...extracts);
}

export function sourceWith(key: string, matter: string, ...extracts: readonly string[]): string {
  return `---\ncitekey: ${key}\n${matter}---\n\n${extracts.join("\n")}`;
}

/** An extract with a quote and a page, and these lines. */
export function extract(id: string, ...lines: readonly string[]): string {
  return `## Extract ${id}\n\n> Words of ${id} here.\n\n- at: p. 1\n${lines.map((line) => `${line}\n`).join("")}`;
}
