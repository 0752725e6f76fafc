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

export async function run(stage: Stage, grep: string): Promise<Counts> {
  setStage(stage);
  const mocha = new Mocha({
    ui: "bdd",
    reporter: "spec",
    timeout: LIMIT_MS,
    forbidPending: true,
    ...(grep === "" ? {} : { fgrep: grep }),
  });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, "", mocha);
  await import("./looks.ts");
  const failures: Failure[] = [];
  const stats = await new Promise<Mocha.Stats>((done) => {
    const runner = mocha.run(() => done(runner.stats as Mocha.Stats));
    runner.on("fail", (test, error) => failures.push(said(test.fullTitle(), error)));
  });
  const failed = stats.passes === 0 ? Math.max(1, stats.failures) : stats.failures;
  return { passed: stats.passes, failed, failures };
}
