// @ts-check
/**
 * Runs the suites of `test/vscode` in a real VS Code, in its Node extension host and again in its web extension host, and those of `test/vscode/virtual`
 * with a workspace that lies on no disk:
 *
 *   node scripts/vscode/test.mjs [--host node|web|virtual] [--grep TEXT] [--counts FILE]
 *
 * The VS Code is the one that CMOC_VSCODE names, else the served one of `launcher.mjs`.
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
const HOSTS = ["node", "web", "virtual"];
/** Whose file system the suites themselves bring. */
const VIRTUAL = "cmocmem:/workspace";

/** The suites, each a CommonJS file that runs in all hosts. @param {string} outdir @param {string} grep */
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
 * The extension as the host is to see it. VS Code takes a program for Node where there is one, so that in its web host the manifest names none, as for those
 * who open vscode.dev; all else is the same.
 *
 * @param {string} host @param {string} home
 */
function extensionFor(host, home) {
  if (host !== "web") return root;
  const folder = join(home, "extension");
  mkdirSync(folder);
  for (const name of ["dist", "syntaxes", "snippets", "media", "schemas"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const { main: _, ...manifest } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, extensionKind: ["web"] }));
  return folder;
}

/** The suites run in the host of the extension in whose folder they lie. @param {string} host @param {string} suites @param {string} extension */
function suitesFor(host, suites, extension) {
  const file = join(suites, `${host}.cjs`);
  if (extension === root) return file;
  const beside = join(extension, `${host}.cjs`);
  cpSync(file, beside);
  return beside;
}

/** Links between folders, which no API of VS Code makes; they lead nowhere until a suite makes what they lead to. @param {string} folder */
function linkFolders(folder) {
  mkdirSync(join(folder, "leading"));
  symlinkSync("leading", join(folder, "twin"));
  symlinkSync("../elsewhere", join(folder, "leading", "sources"));
  mkdirSync(join(folder, "begun"));
  symlinkSync("../elsewhere", join(folder, "begun", "theory"));
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
    const extension = extensionFor(host, home);
    await runTests({
      vscodeExecutablePath: process.env.CMOC_VSCODE ?? LAUNCHER,
      extensionDevelopmentPath: extension,
      extensionTestsPath: suitesFor(host, suites, extension),
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
