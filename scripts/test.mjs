/**
 * Bundles the test files and runs them in mocha.
 *
 *   node scripts/test.mjs [--only SUBSTRING]... [--grep TEXT] [--runs N] [--seed N] [--slowest N] [--strict] [--counts FILE] [--out DIR]
 *
 * --only    run the test files whose path holds the substring; nothing else is bundled
 * --grep    run the tests whose full title holds the text
 * --runs    try each property N times as often as in the unit suite
 * --seed    what properties are made from, so that the same commit gives the same answer; another one at each run without it
 * --slowest list the N tests that took longest
 * --strict  fail on `it.only` and on skipped tests, as `npm test` does
 * --counts  write `{ passed, failed, failures }` to this file: how many, and the titles and messages of those that failed
 * --out     bundle into this folder and keep it (for coverage)
 *
 * Tests run with the repository as working directory: read fixtures relative to that.
 * A file that cannot be bundled or loaded is a failing test, never a missing one.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build, formatMessages } from "esbuild";
import fc from "fast-check";
import Mocha from "mocha";
import { said } from "./failures.mjs";
import { boundedPdf } from "./pdfjs.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const LINGER_MS = 10_000;
/** Against what hangs, on machines that are several times slower than one's own. */
const LIMIT_MS = 30_000;

/** Every `*.test.ts` below `test`, relative to the repository with forward slashes, in stable order. */
export function testFiles(folder = join(root, "test")) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => relative(root, join(folder, name)).split(sep).join("/"))
    .sort();
}

/** The files that one of the substrings names; all of them when there is none. */
export function matching(files, only) {
  return only.length === 0 ? files : files.filter((file) => only.some((part) => file.includes(part)));
}

function options(entryPoints, outdir) {
  return {
    absWorkingDir: root,
    entryPoints,
    outdir,
    outbase: "test",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    plugins: [boundedPdf],
    sourcemap: true,
    outExtension: { ".js": ".mjs" },
    logLevel: "silent",
  };
}

/**
 * Bundles the files together. When that fails, each is tried alone, so that one broken file costs only itself.
 * Resolves to the files that bundled and, for each other file, esbuild's message.
 */
async function bundle(files, outdir) {
  try {
    await build(options(files, outdir));
    return { good: files, broken: [] };
  } catch {
    const broken = [];
    const good = [];
    for (const file of files) {
      try {
        await build({ ...options([file], outdir), write: false });
        good.push(file);
      } catch (error) {
        const lines = await formatMessages(error.errors ?? [{ text: String(error) }], { kind: "error" });
        broken.push({ file, message: lines.join("\n").trim() });
      }
    }
    if (good.length > 0) await build(options(good, outdir));
    return { good, broken };
  }
}

function addFailure(mocha, file, title, error) {
  const suite = Mocha.Suite.create(mocha.suite, file);
  suite.addTest(
    new Mocha.Test(title, () => {
      throw error;
    }),
  );
}

async function load(mocha, file, outdir) {
  const target = join(outdir, `${relative("test", file).slice(0, -".ts".length)}.mjs`);
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, target, mocha);
  try {
    await import(pathToFileURL(target).href);
  } catch (error) {
    addFailure(mocha, file, "loads", error);
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true, default: [] },
      grep: { type: "string" },
      runs: { type: "string", default: "1" },
      seed: { type: "string" },
      slowest: { type: "string", default: "0" },
      strict: { type: "boolean", default: false },
      counts: { type: "string" },
      out: { type: "string" },
    },
  });
  if (!/^[1-9]\d{0,3}$/.test(values.runs)) throw new Error(`--runs ${values.runs} is no number of times.`);
  process.env.CMOC_TEST_RUNS = values.runs;
  if (values.seed !== undefined) fc.configureGlobal({ seed: Number(values.seed) });
  process.chdir(root);
  process.setSourceMapsEnabled(true);
  const files = matching(testFiles(), values.only);
  if (files.length === 0)
    throw new Error(`No test file's path holds ${values.only.map((o) => `"${o}"`).join(" or ")}.`);

  const outdir = resolve(values.out ?? join(root, "out", "test", String(process.pid)));
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  if (values.out === undefined) process.on("exit", () => rmSync(outdir, { recursive: true, force: true }));

  const mocha = new Mocha({
    ui: "bdd",
    reporter: process.stdout.isTTY ? "spec" : "dot",
    forbidOnly: values.strict,
    forbidPending: values.strict,
    timeout: LIMIT_MS,
    ...(values.grep === undefined ? {} : { fgrep: values.grep }),
  });
  const { good, broken } = await bundle(files, outdir);
  for (const { file, message } of broken) {
    addFailure(mocha, file, "bundles", Object.assign(new Error(message), { stack: message }));
  }
  for (const file of good) await load(mocha, file, outdir);

  const begun = process.cpuUsage();
  const took = [];
  const failures = [];
  const stats = await new Promise((done) => {
    const runner = mocha.run(() => done(runner.stats));
    runner.on("test end", (test) => took.push(test));
    runner.on("fail", (test, error) => failures.push(said(test.fullTitle(), error)));
  });
  const { user, system } = process.cpuUsage(begun);
  console.log(
    `${(stats.duration / 1000).toFixed(2)} s of tests, ${((user + system) / 1e6).toFixed(2)} s of processor time`,
  );
  took.sort((a, b) => (b.duration ?? 0) - (a.duration ?? 0));
  for (const test of took.slice(0, Number(values.slowest))) {
    console.log(`${String(test.duration ?? 0).padStart(6)} ms  ${test.fullTitle()}`);
  }
  if (stats.passes + stats.failures === 0) console.error("No test ran.");
  const failed = stats.failures > 0 || stats.passes === 0;
  if (values.counts !== undefined) {
    writeFileSync(values.counts, JSON.stringify({ passed: stats.passes, failed: stats.failures, failures }));
  }
  process.exitCode = failed ? 1 : 0;
  setTimeout(() => {
    console.error(`Something that a test opened is still open after ${LINGER_MS / 1000} s.`);
    process.exit(1);
  }, LINGER_MS).unref();
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
