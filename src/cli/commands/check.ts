/** `cmoc check`: every problem of a review, and an exit code for scripts. */
import { watch } from "chokidar";
import type { Checker, Problem } from "../../core/check.ts";
import { LEVELS, type Level } from "../../core/syntax/manifest.ts";
import { findRoot, UsageError } from "../files.ts";
import { githubReport } from "../format/github.ts";
import { jsonReport } from "../format/json.ts";
import { sarifReport } from "../format/sarif.ts";
import { textReport } from "../format/text.ts";
import { checkerOf, type OpenReview, openReview } from "../open.ts";
import type { Output } from "../output.ts";
import { repositoryPrefix } from "../repository.ts";

export const FORMATS = ["text", "json", "sarif", "github"] as const;

export interface CheckOptions {
  readonly format: (typeof FORMATS)[number];
  readonly level?: Exclude<Level, "off">;
  readonly maxWarnings?: number;
  readonly watch?: boolean;
  readonly version: string;
}

/** Checks once, and again at each change with `watch`; gives the exit code: 0 clean, 1 problems at or above the level. */
export async function check(dir: string | undefined, options: CheckOptions, output: Output): Promise<number> {
  const code = checkOnce(dir, options, output);
  if (!options.watch) return code;
  const root = findRoot(dir ?? ".");
  const watcher = watch(root, { ignoreInitial: true, ignored: /(?:^|[\\/])(?:\.git|node_modules)(?:[\\/]|$)/ });
  let timer: NodeJS.Timeout | undefined;
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      output.write(`\n${new Date().toLocaleTimeString()}`);
      try {
        checkOnce(dir, options, output);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        output.warn(error.message);
      }
    }, 100);
  });
  output.warn("Watching for changes. Press Ctrl+C to stop.");
  await new Promise<void>((resolve) => process.once("SIGINT", resolve));
  await watcher.close();
  return 0;
}

function checkOnce(dir: string | undefined, options: CheckOptions, output: Output): number {
  const opened = openReview(dir, output);
  const checker: Checker = checkerOf(opened.review);
  const problems = checker.problems();
  const shown = problems.filter((problem) => reaches(problem, options.level));
  output.write(report(opened, problems, shown, options, output));
  const failing = problems.filter((problem) => reaches(problem, options.level ?? "warning"));
  const warnings = failing.filter((problem) => problem.level === "warning").length;
  if (options.maxWarnings === undefined) return failing.length > 0 ? 1 : 0;
  const others = failing.some((problem) => problem.level !== "warning");
  return others || warnings > options.maxWarnings ? 1 : 0;
}

function reaches(problem: Problem, level: Level | undefined): boolean {
  return level === undefined || LEVELS.indexOf(problem.level) >= LEVELS.indexOf(level);
}

function report(
  { root, review }: OpenReview,
  problems: readonly Problem[],
  shown: readonly Problem[],
  options: CheckOptions,
  output: Output,
): string {
  switch (options.format) {
    case "json":
      return jsonReport(review, problems, shown);
    case "sarif":
      return sarifReport(review, shown, options.version);
    case "github":
      return githubReport(review, shown, repositoryPrefix(root));
    default:
      return textReport(review, problems, shown, output);
  }
}
