/** Problems as the JSON contract has them: see docs/json.md. */
import type { Problem } from "../../core/check.ts";
import { JSON_VERSION } from "../../core/report/json.ts";
import type { Review } from "../../core/review.ts";
import { messageOf } from "../../core/rules/index.ts";
import { jsonText } from "../output.ts";
import { countsOf } from "./text.ts";

export function jsonReport(review: Review, problems: readonly Problem[], shown: readonly Problem[]): string {
  const found = shown.map((problem) => ({
    rule: problem.rule,
    level: problem.level,
    message: messageOf(problem, review),
    ...(Array.isArray(problem.data.words) && { words: problem.data.words.map(comparedWords) }),
    file: problem.uri,
    range: review.lines(problem.uri).range(problem.span),
    related: problem.related.map((related) => ({
      file: related.uri,
      range: review.lines(related.uri).range(related.span),
      message: related.label,
    })),
  }));
  return jsonText({ version: JSON_VERSION, problems: found, counts: countsOf(review, problems) });
}

const COMPARED: Readonly<Record<string, string>> = { "=": "same", "+": "source", "-": "quote", "~": "between" };

/** Words of a quotation that is like a passage, and of the passage. */
function comparedWords(words: string): { readonly is: string; readonly text: string } {
  return { is: COMPARED[words.charAt(0)] ?? "same", text: words.slice(1) };
}
