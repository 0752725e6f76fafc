// @ts-check
/**
 * Runs the suites of `test/vscode` in a real VS Code, in its Node extension host and again in its web extension host, and those of `test/vscode/virtual`
 * with a workspace that lies on no disk:
 *
 *   node scripts/vscode/test.mjs [--host node|web|virtual] [--grep TEXT] [--counts FILE]
 *
 * The hosts run one after another: at once they are in each other's way, and what waits for files to be told of is late then. The VS Code is the one that CMOC_VSCODE names, else the served one of `launcher.mjs`.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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
/** An extension that does what others do, when a suite asks it to. */
const COMPANION = join(root, "test", "vscode", "companion");
const HOSTS = ["node", "web", "virtual"];
/** Whose file system the suites themselves bring. */
const VIRTUAL = "cmocmem:/workspace";

/** The suites, each a CommonJS file that runs in all hosts. @param {string} outdir @param {string} grep what titles hold */
function bundleSuites(outdir, grep) {
  return build({
    absWorkingDir: root,
    entryPoints: {
      node: "test/vscode/main.ts",
      web: "test/vscode/web.ts",
      virtual: "test/vscode/virtual/main.ts",
    },
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

/**
 * A folder with the extension as the host is to see it, and another beside it in the same window. VS Code takes a program for Node where there is one, so that in its
 * web host the manifests name none, as for those who open vscode.dev; all else is the same. The suites run in the host of the extension in whose folder they lie.
 *
 * @param {string} host @param {string} home @param {string} suites the folder of their bundles
 * @returns {{ extensions: string, tests: string }}
 */
function extensionsFor(host, home, suites) {
  const extensions = join(home, "extensions");
  const own = join(extensions, "cmoc");
  for (const name of ["dist", "syntaxes", "snippets", "media", "schemas"])
    cpSync(join(root, name), join(own, name), { recursive: true });
  cpSync(COMPANION, join(extensions, "companion"), { recursive: true });
  for (const [from, to] of /** @type {const} */ ([
    [root, own],
    [COMPANION, join(extensions, "companion")],
  ])) {
    const { main, ...manifest } = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
    const changed = host === "web" ? { ...manifest, extensionKind: ["web"] } : { ...manifest, main };
    writeFileSync(join(to, "package.json"), JSON.stringify(changed));
  }
  const tests = join(own, `${host}.cjs`);
  cpSync(join(suites, `${host}.cjs`), tests);
  return { extensions, tests };
}

/** Links between folders, which no API of VS Code makes; they lead nowhere until a suite makes what they lead to. @param {string} folder */
function linkFolders(folder) {
  mkdirSync(join(folder, "leading"));
  symlinkSync("leading", join(folder, "twin"));
  symlinkSync("../elsewhere", join(folder, "leading", "sources"));
  mkdirSync(join(folder, "begun"));
  symlinkSync("../elsewhere", join(folder, "begun", "theory"));
  mkdirSync(join(folder, "unreadable"));
  symlinkSync("../beyond", join(folder, "unreadable", "led"));
}

/** What VS Code opens: a copy of the example, or a workspace on no disk. @param {string} host @param {string} home */
function workspaceOf(host, home) {
  const path = join(home, host === "virtual" ? "virtual.code-workspace" : "review");
  if (host === "virtual") writeFileSync(path, JSON.stringify({ folders: [{ uri: VIRTUAL }] }));
  else {
    cpSync(FIXTURE, path, { recursive: true });
    linkFolders(path);
  }
  return path;
}

/** @param {string} host @param {string} suites the folder of the bundles @returns {Promise<Counts>} */
async function runIn(host, suites) {
  const home = mkdtempSync(join(tmpdir(), "cmoc-test-"));
  const output = join(home, "counts.json");
  const folder = workspaceOf(host, home);
  console.log(`\n${host} host`);
  try {
    const { extensions, tests } = extensionsFor(host, home, suites);
    await runTests({
      vscodeExecutablePath: process.env.CMOC_VSCODE ?? LAUNCHER,
      // Of a folder without a manifest, VS Code takes all extensions that it holds.
      extensionDevelopmentPath: extensions,
      extensionTestsPath: tests,
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

/** @param {readonly string[]} hosts @param {string} grep @returns {Promise<readonly Counts[]>} */
async function runInTurn(hosts, grep) {
  const out = join(root, "out", "vscode-test", String(process.pid));
  mkdirSync(out, { recursive: true });
  try {
    await bundleSuites(out, grep);
    /** @type {Counts[]} */
    const results = [];
    for (const host of hosts) {
      const { failures, ...counts } = await runIn(host, out);
      const named = failures.map(({ title, message }) => ({ title: `${title} (${host} host)`, message }));
      results.push({ ...counts, failures: named });
    }
    return results;
  } finally {
    rmSync(out, { recursive: true, force: true });
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
  const results = await runInTurn(values.host, values.grep);
  const passed = results.reduce((sum, each) => sum + each.passed, 0);
  const failed = results.reduce((sum, each) => sum + each.failed, 0);
  const failures = results.flatMap((each) => each.failures);
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
