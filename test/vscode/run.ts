/**
 * Runs tests in VS Code's extension host: mocha's browser build, since the same file runs in the Node host and in the web host. Says
 * on the console, after a mark that the launcher looks for, what passed and what failed.
 */
import "mocha/mocha.js";
import { type Failure, said } from "../../scripts/failures.mjs";

const MARK = "@cmoc ";
const LIMIT_MS = 60_000;

/** What the run is narrowed to; set as the suites are bundled. */
declare const GREP: string;

/** Defines the suites that every host runs; figures are measured when they are asked for by that word, as the benchmark does. */
export const loadSuites = (): Promise<unknown> =>
  GREP.startsWith("figures") ? import("./suites/figures.ts") : import("./suites.ts");

/** Says nothing: what there is to say is said below. */
class Quiet {}

function say(line: string): void {
  console.log(`${MARK}${line}`);
}

/** Runs what `load` defines; rejects when something fails. */
export async function runSuites(load: () => Promise<unknown>): Promise<void> {
  // Not the page's own `mocha`, which reads the address of a page.
  const runs = new Mocha({
    ui: "bdd",
    reporter: Quiet as unknown as Mocha.ReporterConstructor,
    timeout: LIMIT_MS,
    forbidPending: true,
    ...(GREP === "" ? {} : { fgrep: GREP }),
  });
  runs.suite.emit("pre-require", globalThis, "", runs);
  await load();
  const failures = await new Promise<number>((done) => {
    let passed = 0;
    const failures: Failure[] = [];
    const runner = runs.run((failed) => {
      say(`counts ${JSON.stringify({ passed, failed, failures })}`);
      done(failed);
    });
    runner.on("pass", (test) => {
      passed++;
      say(`  ok   ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on("fail", (test, error: Error) => {
      failures.push(said(test.fullTitle(), error));
      say(`  FAIL ${test.fullTitle()}`);
      for (const line of (error.stack ?? String(error)).split("\n").slice(0, 12)) say(`         ${line}`);
    });
  });
  if (failures > 0) throw new Error(`${failures} failed.`);
}
