// @ts-check
/**
 * Runs the suites of `test/vscode` in a real VS Code, in its Node extension host and again in its web extension host:
 *
 *   node scripts/vscode/test.mjs [--host node|web] [--grep TEXT] [--counts FILE]
 *
 * The VS Code is the one that CMOC_VSCODE names, else the served one of `launcher.mjs`.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { buildAll, isBuilt } from "../build.mjs";
import { failuresIn, said } from "../failures.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");
const LAUNCHER = join(root, "scripts", "vscode", "launcher.mjs");
const FIXTURE = join(root, "examples", "community-falls-prevention");
const HOSTS = ["node", "web"];

/** The suites as one CommonJS file, the same for both hosts. @param {string} outfile @param {string} grep */
function bundleSuites(outfile, grep) {
  return build({
    absWorkingDir: root,
    entryPoints: ["test/vscode/run.ts"],
    outfile,
    bundle: true,
    format: "cjs",
    platform: "browser",
    target: "es2022",
    conditions: ["worker"],
    external: ["vscode"],
    sourcemap: "inline",
    define: { GREP: JSON.stringify(grep), global: "globalThis" },
    logLevel: "warning",
  });
}

/** @typedef {{ readonly passed: number, readonly failed: number, readonly failures: readonly import("../failures.mjs").Failure[] }} Counts */

/** @param {string} host @param {string} suites @returns {Promise<Counts>} */
async function runIn(host, suites) {
  const home = mkdtempSync(join(tmpdir(), "cmoc-test-"));
  const folder = join(home, "review");
  const output = join(home, "counts.json");
  cpSync(FIXTURE, folder, { recursive: true });
  console.log(`\n${host} host`);
  try {
    await runTests({
      vscodeExecutablePath: process.env.CMOC_VSCODE ?? LAUNCHER,
      extensionDevelopmentPath: root,
      extensionTestsPath: suites,
      launchArgs: [folder, ...(host === "web" ? ["--extensionDevelopmentKind=web"] : [])],
      extensionTestsEnv: { ...process.env, CMOC_TEST_COUNTS: output },
      reuseMachineInstall: true,
    });
    return countsIn(output);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    const { passed, failed, failures } = countsIn(output);
    const why = failures.length > 0 ? failures : [said(`the ${host} host`, error)];
    return { passed, failed: Math.max(1, failed), failures: why };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** What the launcher wrote; a run that says nothing failed. @param {string} file @returns {Counts} */
function countsIn(file) {
  try {
    const written = JSON.parse(readFileSync(file, "utf8"));
    const { passed, failed } = written;
    return { passed, failed: passed + failed === 0 ? 1 : failed, failures: failuresIn(written) };
  } catch {
    return { passed: 0, failed: 1, failures: [] };
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      host: { type: "string", multiple: true, default: HOSTS },
      grep: { type: "string", default: "" },
      counts: { type: "string" },
    },
  });
  if (!isBuilt()) await buildAll();
  const out = join(root, "out", "vscode-test");
  mkdirSync(out, { recursive: true });
  const suites = join(out, "suites.cjs");
  await bundleSuites(suites, values.grep);
  /** @type {Counts[]} */
  const results = [];
  for (const host of values.host) results.push(await runIn(host, suites));
  const passed = results.reduce((sum, each) => sum + each.passed, 0);
  const failed = results.reduce((sum, each) => sum + each.failed, 0);
  const failures = results.flatMap((each, index) =>
    each.failures.map(({ title, message }) => ({ title: `${title} (${values.host[index]} host)`, message })),
  );
  if (values.counts !== undefined) writeFileSync(values.counts, JSON.stringify({ passed, failed, failures }));
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
