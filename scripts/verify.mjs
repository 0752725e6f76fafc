// @ts-check
/**
 * `npm test`: sets up, then every check of the repository, one after the other. A step that fails does not stop the
 * next ones. What failed is told once more at the end. The last line is `N passed, N failed`: a step without counts of its own counts as one.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { failuresIn, recap } from "./failures.mjs";
import { setUp } from "./setup.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * @typedef {{ readonly passed: number, readonly failed: number }} Counts
 * @typedef {object} Step
 * @property {string} title
 * @property {readonly (readonly string[])[]} commands arguments to Node, run in turn until one fails
 * @property {boolean} [counts] whether its command takes `--counts FILE`
 */

/** Of the properties, so that a commit passes or fails by what it is; `npm run fuzz` takes another one each time. */
const SEED = "20261125";
const BIOME = "node_modules/@biomejs/biome/bin/biome";

/** @type {readonly Step[]} */
export const STEPS = [
  { title: "type check", commands: [["scripts/typecheck.mjs"]] },
  { title: "lint", commands: [[BIOME, "check", "--error-on-warnings", "."], ["scripts/rooms.mjs"]] },
  { title: "build", commands: [["scripts/build.mjs"]] },
  { title: "tests", commands: [["scripts/test.mjs", "--strict", "--runs", "8", "--seed", SEED]], counts: true },
  { title: "smoke of what was built", commands: [["scripts/smoke.mjs"]], counts: true },
  { title: "in VS Code", commands: [["scripts/vscode/test.mjs"]], counts: true },
  { title: "seen in VS Code", commands: [["scripts/vscode/look.mjs"]], counts: true },
  { title: "npm start", commands: [["scripts/start.mjs", "--once"]] },
];

/**
 * What a step adds to the sum. Its own counts if it wrote any, and one failure when it failed without saying where.
 *
 * @param {boolean} succeeded whether its commands exited 0
 * @param {string | undefined} written the text of its counts file
 * @param {boolean} counting whether it was asked for counts
 * @returns {Counts}
 */
export function countsOf(succeeded, written, counting) {
  if (!counting) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const { passed, failed } = JSON.parse(written ?? "");
    if (!Number.isInteger(passed) || !Number.isInteger(failed)) throw new TypeError("not counts");
    return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** @param {readonly Counts[]} counts @returns {string} the last line of a run */
export function summary(counts) {
  const passed = counts.reduce((sum, each) => sum + each.passed, 0);
  const failed = counts.reduce((sum, each) => sum + each.failed, 0);
  return `${passed} passed, ${failed} failed`;
}

/** @param {string | undefined} written the text of a step's counts file */
function failuresOf(written) {
  try {
    return failuresIn(JSON.parse(written ?? ""));
  } catch {
    return [];
  }
}

/** @param {Step} step @param {string} folder for its counts */
function run(step, folder) {
  const file = join(folder, `${step.title}.json`);
  const counting = step.counts === true;
  console.log(`\n== ${step.title}`);
  const succeeded = step.commands.every((args) => {
    const result = spawnSync(process.execPath, [...args, ...(counting ? ["--counts", file] : [])], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
    });
    if (result.error !== undefined) console.error(result.error.message);
    return result.status === 0;
  });
  /** @type {string | undefined} */
  let written;
  try {
    written = readFileSync(file, "utf8");
  } catch {
    written = undefined;
  }
  return { counts: countsOf(succeeded, written, counting), failures: failuresOf(written) };
}

function verify() {
  if (!setUp()) {
    console.log(`\n${summary([{ passed: 0, failed: 1 }])}`);
    return false;
  }
  const folder = mkdtempSync(join(tmpdir(), "cmoc-verify-"));
  const results = STEPS.map((step) => {
    const begun = performance.now();
    const { counts, failures } = run(step, folder);
    return { title: step.title, counts, failures, seconds: (performance.now() - begun) / 1000 };
  });
  rmSync(folder, { recursive: true, force: true });
  const failed = recap(results.flatMap((result) => result.failures));
  console.log(failed === "" ? "" : `\n${failed}\n`);
  for (const { title, counts, seconds } of results) {
    const mark = counts.failed === 0 ? "ok  " : "FAIL";
    console.log(`  ${mark}  ${title}: ${summary([counts])} (${seconds.toFixed(1)} s)`);
  }
  console.log(`\n${summary(results.map((result) => result.counts))}`);
  return results.every((result) => result.counts.failed === 0);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = verify() ? 0 : 1;
}
