/** Problems as workflow commands, which GitHub shows beside the lines of a pull request. */
import type { Problem } from "../../core/check.ts";
import type { Review } from "../../core/review.ts";
import { messageOf } from "../../core/rules/index.ts";
import { printable } from "../output.ts";

const COMMANDS = { error: "error", warning: "warning", info: "notice", hint: "notice" } as const;

function data(text: string): string {
  return printable(text).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}

function property(text: string): string {
  return data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
}

export function githubReport(review: Review, shown: readonly Problem[], prefix: string): string {
  return shown
    .map((problem) => {
      const { start, end } = review.lines(problem.uri).range(problem.span);
      const one =
        start.line === end.line
          ? `,col=${start.character + 1},endColumn=${Math.max(end.character, start.character) + 1}`
          : "";
      const place = `file=${property(prefix + problem.uri)},line=${start.line + 1},endLine=${end.line + 1}${one}`;
      return `::${COMMANDS[problem.level]} ${place},title=${property(problem.rule)}::${data(messageOf(problem, review))}\n`;
    })
    .join("");
}
