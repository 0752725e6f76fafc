/** Problems for people: by file, one line a problem, the source line and a caret below those that need a look, counts at the end. */
import type { Problem } from "../../core/check.ts";
import type { Review } from "../../core/review.ts";
import { messageOf } from "../../core/rules/index.ts";
import { placeOf } from "../open.ts";
import { count, type Output, oneLine, printable } from "../output.ts";
import { widthOf } from "./table.ts";

export interface Counts {
  readonly configurations: number;
  /** Those with a file. */
  readonly sources: number;
  /** Sources that only the bibliography knows. */
  readonly bibliographyOnly: number;
  readonly extracts: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

export function countsOf(review: Review, problems: readonly Problem[]): Counts {
  const of = (level: Problem["level"]): number => problems.filter((problem) => problem.level === level).length;
  const configurations = [...review.records("cmoc")].length;
  const extracts = [...review.records("extract")].length;
  const sources = review.sources();
  const files = sources.filter((source) => source.uri !== undefined).length;
  return {
    configurations,
    sources: files,
    bibliographyOnly: sources.length - files,
    extracts,
    errors: of("error"),
    warnings: of("warning"),
    infos: of("info"),
    hints: of("hint"),
  };
}

const EXCERPT = 110;

export function textReport(
  review: Review,
  problems: readonly Problem[],
  shown: readonly Problem[],
  output: Output,
): string {
  const { colors } = output;
  const lines: string[] = [];
  let file: string | undefined;
  for (const problem of shown) {
    if (problem.uri !== file) {
      if (file !== undefined) lines.push("");
      file = problem.uri;
      lines.push(colors.underline(oneLine(file)));
    }
    const { line, character } = review.lines(problem.uri).position(problem.span.start);
    const place = `${line + 1}:${character + 1}`.padEnd(7);
    const level = colored(problem.level, output)(problem.level.padEnd(7));
    lines.push(`  ${colors.dim(place)} ${level}  ${oneLine(messageOf(problem, review))}  ${colors.dim(problem.rule)}`);
    if (problem.level === "error") lines.push(...excerpt(review, problem, output));
    lines.push(...related(review, problem, output));
  }
  if (shown.length > 0) lines.push("");
  lines.push(summary(countsOf(review, problems), output));
  return lines.join("\n");
}

function colored(level: Problem["level"], { colors }: Output): (text: string) => string {
  if (level === "error") return colors.red;
  if (level === "warning") return colors.yellow;
  return level === "info" ? colors.blue : colors.dim;
}

/** Of a longer line no excerpt is shown. */
const LONGEST_LINE = 2000;

/** The source line and a caret below the place; columns are those of a terminal, where some characters take two. */
function excerpt(review: Review, problem: Problem, { colors }: Output): readonly string[] {
  const text = review.text(problem.uri) ?? "";
  const index = review.lines(problem.uri);
  const start = index.position(problem.span.start);
  const from = index.offset({ line: start.line, character: 0 });
  const to = index.offset({ line: start.line + 1, character: 0 });
  if (to - from > LONGEST_LINE) return [];
  const line = text.slice(from, to).replace(/[\r\n]+$/, "");
  if (line.trim() === "") return [];
  const cut = Math.max(0, start.character - EXCERPT + 20);
  const shown = printable(line.slice(cut, cut + EXCERPT).replace(/\t/g, " "));
  const at = start.character - cut;
  const length = Math.min(problem.span.end - problem.span.start, shown.length - at);
  const caret = "^".repeat(Math.max(1, widthOf(shown.slice(at, at + length))));
  return [
    `          ${colors.dim("│")} ${shown}`,
    `          ${colors.dim("│")} ${" ".repeat(widthOf(shown.slice(0, at)))}${colors.red(caret)}`,
  ];
}

/** Other places that belong to the problem, such as the other record of a duplicate id. */
function related(review: Review, problem: Problem, { colors }: Output): readonly string[] {
  return problem.related.map(
    ({ uri, span, label }) => `          ${colors.dim(oneLine(`→ ${placeOf(review, uri, span.start)}  ${label}`))}`,
  );
}

export function summary(counts: Counts, { colors }: Output): string {
  const what = [
    count(counts.configurations, "configuration"),
    count(counts.sources, "source") +
      (counts.bibliographyOnly > 0 ? ` (${counts.bibliographyOnly} more in the bibliography)` : ""),
    count(counts.extracts, "extract"),
  ].join(", ");
  const found = [
    counts.errors > 0 ? colors.red(count(counts.errors, "error")) : "",
    counts.warnings > 0 ? colors.yellow(count(counts.warnings, "warning")) : "",
    counts.infos > 0 ? `${counts.infos} info` : "",
    counts.hints > 0 ? count(counts.hints, "hint") : "",
  ].filter((part) => part !== "");
  return `${what}: ${found.length === 0 ? colors.green("no problems") : found.join(", ")}`;
}
