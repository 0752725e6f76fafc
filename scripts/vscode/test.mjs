// @ts-check
/**
 * Runs the suites of `test/vscode` in a real VS Code, in its Node extension host and again in its web extension host, and those of `test/vscode/virtual`
 * with a workspace that lies on no disk:
 *
 *   node scripts/vscode/test.mjs [--host node|web|virtual] [--grep TEXT] [--counts FILE]
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
const HOSTS = ["node", "web", "virtual"];
/** Whose file system the suites themselves bring. */
const VIRTUAL = "cmocmem:/workspace";

/** The suites, each a CommonJS file that runs in all hosts. @param {string} outdir @param {string} grep */
function bundleSuites(outdir, grep) {
  return build({
    absWorkingDir: root,
    entryPoints: { main: "test/vscode/main.ts", virtual: "test/vscode/virtual/main.ts" },
    outdir,
    outExtension: { ".js": ".cjs" },
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

/** What VS Code opens: a copy of the example, or a workspace on no disk. @param {string} host @param {string} home */
function workspaceOf(host, home) {
  const path = join(home, host === "virtual" ? "virtual.code-workspace" : "review");
  if (host === "virtual") writeFileSync(path, JSON.stringify({ folders: [{ uri: VIRTUAL }] }));
  else cpSync(FIXTURE, path, { recursive: true });
  return path;
}

/** @param {string} host @param {string} suites the folder of the bundles @returns {Promise<Counts>} */
async function runIn(host, suites) {
  const home = mkdtempSync(join(tmpdir(), "cmoc-test-"));
  const output = join(home, "counts.json");
  const folder = workspaceOf(host, home);
  console.log(`\n${host} host`);
  try {
    await runTests({
      vscodeExecutablePath: process.env.CMOC_VSCODE ?? LAUNCHER,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(suites, host === "virtual" ? "virtual.cjs" : "main.cjs"),
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
  await bundleSuites(out, values.grep);
  /** @type {Counts[]} */
  const results = [];
  for (const host of values.host) results.push(await runIn(host, out));
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
