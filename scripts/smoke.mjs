// @ts-check
/**
 * Runs what was built as a user would: from another folder, with the Node that runs this.
 * `--counts FILE` writes `{ passed, failed }` there.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** @param {readonly string[]} args */
function cmoc(...args) {
  const { NO_COLOR, FORCE_COLOR, ...env } = process.env;
  const result = spawnSync(process.execPath, [join(root, "dist", "cmoc.js"), ...args], {
    cwd: tmpdir(),
    env,
    input: "",
    encoding: "utf8",
    timeout: 60_000,
  });
  return { status: result.status, out: result.stdout ?? "", err: result.stderr ?? "" };
}

/**
 * @param {{ status: number | null, out: string, err: string }} result
 * @param {number} status
 * @param {RegExp} shown
 */
function expect(result, status, shown) {
  if (result.status !== status) throw new Error(`exit ${result.status}, not ${status}\n${result.out}${result.err}`);
  if (!shown.test(result.out)) throw new Error(`its output does not show ${shown}:\n${result.out.slice(0, 2000)}`);
}

const published = join(root, "examples", "inter-organisational-collaboration");
const invented = join(root, "examples", "community-falls-prevention");

/** @type {readonly (readonly [string, () => unknown])[]} */
const CHECKS = [
  [
    "cmoc --version names the version",
    () => expect(cmoc("--version"), 0, new RegExp(`^${version.replaceAll(".", "\\.")}\\s*$`)),
  ],
  [
    "cmoc --help lists the commands",
    () => expect(cmoc("--help"), 0, /\bcheck\b[\s\S]*\btree\b|\btree\b[\s\S]*\bcheck\b/),
  ],
  ["cmoc without a review says so and exits 2", () => expect(cmoc("check"), 2, /^/)],
  ["cmoc tree shows the published review", () => expect(cmoc("tree", published), 0, /\bTR3\b/)],
  [
    "cmoc check has findings in the published review",
    () => expect(cmoc("check", published), 1, /\d+ (?:errors?|warnings?)/),
  ],
  ["cmoc check has none in the invented review", () => expect(cmoc("check", invented), 0, /^/)],
  [
    "the library can be imported",
    async () => {
      const library = await import(pathToFileURL(join(root, "dist", "index.js")).href);
      if (Object.keys(library).length === 0) throw new Error("it exports nothing");
    },
  ],
];

const { values } = parseArgs({ options: { counts: { type: "string" } } });
let failed = 0;
for (const [title, check] of CHECKS) {
  try {
    await check();
    console.log(`  ok    ${title}`);
  } catch (error) {
    failed += 1;
    console.log(`  FAIL  ${title}: ${error instanceof Error ? error.message : error}`);
  }
}
if (values.counts !== undefined) {
  writeFileSync(values.counts, JSON.stringify({ passed: CHECKS.length - failed, failed }));
}
process.exitCode = failed > 0 ? 1 : 0;
