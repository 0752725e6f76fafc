/** Runs the tests of the workbench in mocha; what they are given comes from `scripts/vscode/look.mjs`. */
import Mocha from "mocha";
import { type Failure, said } from "../../../scripts/failures.mjs";
import { type Stage, setStage } from "./stage.ts";

const LIMIT_MS = 180_000;

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
}

/**
 * Runs them. A window of VS Code is a world of timers: what fails there is looked at once more, the whole suite in a new window, and what was seen only then
 * is told by name.
 */
export async function run(stage: Stage, grep: string): Promise<Counts> {
  setStage(stage);
  const mocha = new Mocha({
    ui: "bdd",
    reporter: "spec",
    timeout: LIMIT_MS,
    forbidPending: true,
    ...(grep === "" ? {} : { grep: new RegExp(grep) }),
  });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, "", mocha);
  await import("./looks.ts");
  mocha.cleanReferencesAfterRun(false);
  const first = await once(mocha);
  if (first.failures.length === 0) return first;
  const suites = first.failing.filter((suite) => suite !== "");
  mocha.grep(
    new RegExp(`^(?:${suites.map((suite) => suite.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})(?: |$)`),
  );
  const again = await once(mocha);
  const still = new Set(again.failures.map(({ title }) => title));
  for (const { title, message } of first.failures)
    if (!still.has(title)) console.log(`Seen only the second time: ${title}\n${message}`);
  const passed = first.passed + first.failed - again.failed;
  return { passed, failed: again.failed, failures: again.failures };
}

interface Once extends Counts {
  /** Suites in which something failed. */
  readonly failing: readonly string[];
}

async function once(mocha: Mocha): Promise<Once> {
  const failures: Failure[] = [];
  const failing = new Set<string>();
  const stats = await new Promise<Mocha.Stats>((done) => {
    const runner = mocha.run(() => done(runner.stats as Mocha.Stats));
    runner.on("fail", (test, error) => {
      failures.push(said(test.fullTitle(), error));
      failing.add(test.parent?.fullTitle() ?? "");
    });
  });
  const failed = stats.passes === 0 ? Math.max(1, stats.failures) : stats.failures;
  return { passed: stats.passes, failed, failures, failing: [...failing] };
}
