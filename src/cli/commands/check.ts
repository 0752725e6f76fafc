/** `cmoc check`: every problem of a review, and an exit code for scripts. */
import { watch } from "chokidar";
import type { Problem } from "../../core/check.ts";
import { LEVELS, type Level } from "../../core/syntax/manifest.ts";
import { findRoot, reasonOf, UsageError } from "../files.ts";
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

/**
 * Checks once, and again at each change with `watch`; gives the exit code: 0 clean, 1 problems at or above the level, 2 when the disk kept
 * part of the review back, so that nobody takes what was found for all that there is.
 */
export async function check(dir: string | undefined, options: CheckOptions, output: Output): Promise<number> {
  if (!options.watch) return checkOnce(dir, options, output);
  const root = findRoot(dir ?? ".");
  const again = async (): Promise<void> => {
    try {
      await checkOnce(root, options, output);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      output.warn(error.message);
    }
  };
  await again();
  await watching(root, again, options, output);
  return 0;
}

/** Milliseconds of quiet after a change, so that a save in several steps is checked once. */
const QUIET = 100;

/** Calls `again` after each change below `root`, until the process is asked to end. */
async function watching(
  root: string,
  again: () => Promise<void>,
  options: CheckOptions,
  output: Output,
): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => /(?:^|[\\/])(?:\.git|node_modules|\.cmoc)(?:[\\/]|$)/.test(path.slice(root.length)),
  });
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const time = `\n${new Date().toLocaleTimeString()}`;
      if (options.format === "text") output.write(time);
      else output.warn(time);
      running = running.then(again);
    }, QUIET);
  });
  watcher.on("error", (error) => output.warn(`Not all changes can be seen: ${reasonOf(error)}.`));
  watcher.on("ready", () => output.warn("Watching for changes. Press Ctrl+C to stop."));
  await asked;
  clearTimeout(timer);
  await running;
  await watcher.close();
}

async function checkOnce(dir: string | undefined, options: CheckOptions, output: Output): Promise<number> {
  const opened = openReview(dir, output);
  const checking = output.progress("Checking", opened.begun);
  checking.step(0);
  const found = checkerOf(opened.review).problems();
  checking.done();
  // What compares quotations is large, and a review without texts has no need of it.
  const { withQuotes } = await import("../quotes.ts");
  const problems = await withQuotes(opened, found, output);
  const shown = problems.filter((problem) => reaches(problem, options.level));
  output.write(report(opened, problems, shown, options, output));
  if (opened.unread.some((one) => one.failed)) return 2;
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
  opened: OpenReview,
  problems: readonly Problem[],
  shown: readonly Problem[],
  options: CheckOptions,
  output: Output,
): string {
  const { root, review } = opened;
  switch (options.format) {
    case "json":
      return jsonReport(review, problems, shown);
    case "sarif":
      return sarifReport(review, shown, opened, options.version);
    case "github":
      return githubReport(review, shown, repositoryPrefix(root));
    default:
      return textReport(review, problems, shown, output);
  }
}
