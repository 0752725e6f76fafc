// @ts-check
/**
 * Runs what was built as a user would: from another folder, with the Node that runs this.
 * `--counts FILE` writes `{ passed, failed }` there.
 */
import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** A reader that leaves early, as `head` does. @param {readonly string[]} args */
async function unheard(...args) {
  const child = spawn(process.execPath, [join(root, "dist", "cmoc.js"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  child.stdout.destroy();
  const status = await new Promise((done) => child.once("close", done));
  if (status !== 0 || err !== "") throw new Error(`exit ${status}\n${err}`);
}

/** A check that watches sees a change, a new file, a broken save and a deletion, and ends when it is asked to. */
async function watched() {
  const folder = mkdtempSync(join(tmpdir(), "cmoc-smoke-"));
  const write = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(join(folder, name), text);
  write("review.yaml", "cmoc: 1\n");
  write("a.md", "## CMOC A1: One\n\n- **C:** x\n");
  const child = spawn(process.execPath, [join(root, "dist", "cmoc.js"), "check", folder, "--watch"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let seen = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      seen += text;
    });
  const shows = async (/** @type {RegExp} */ pattern) => {
    for (let waited = 0; !pattern.test(seen); waited += 20) {
      if (waited > 10_000) throw new Error(`it does not show ${pattern}:\n${seen}`);
      await new Promise((done) => setTimeout(done, 20));
    }
    seen = "";
  };
  try {
    await shows(/1 configuration,[\s\S]*Watching for changes/);
    write("a.md", "## CMOC A1: One\n\n- **C:** x\n\n## CMOC A2: Two\n\n- **C:** y\n");
    await shows(/2 configurations,/);
    write("review.yaml", "title: [\n");
    await shows(/yaml\/syntax/);
    write("review.yaml", "cmoc: 99\n");
    await shows(/Install a newer cmoc/);
    write("review.yaml", "cmoc: 1\n");
    await shows(/2 configurations,/);
    write("b.md", "## CMOC B1: Three\n\n- **C:** z\n");
    await shows(/3 configurations,/);
    rmSync(join(folder, "a.md"));
    await shows(/1 configuration,/);
    const ended = new Promise((done) => child.once("close", (status, signal) => done(signal ?? status)));
    child.kill("SIGINT");
    const status = await ended;
    if (status !== 0) throw new Error(`it ended with ${status}`);
  } finally {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Output that nobody can take is told in a sentence. */
function full() {
  if (!existsSync("/dev/full")) return;
  const out = openSync("/dev/full", "w");
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, "dist", "cmoc.js"), "list", "cmocs", published],
      {
        stdio: ["ignore", out, "pipe"],
        encoding: "utf8",
      },
    );
    if (status !== 2 || stderr !== "The output could not be written: the disk is full.\n")
      throw new Error(`exit ${status}\n${stderr}`);
  } finally {
    closeSync(out);
  }
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
  ["cmoc ends quietly when its reader leaves", () => unheard("check", published, "--format", "sarif")],
  ["cmoc says that its output cannot be written", full],
  ["cmoc check --watch checks again, and ends when asked", watched],
  [
    "cmoc writes no colour into a pipe",
    () => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      if (/\u001b/.test(cmoc("check", published).out)) throw new Error("it does");
    },
  ],
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
