// @ts-check
/**
 * `npm run bench`: makes corpora of 100, 1,000 and 10,000 files (3 KB, 10 records each) and measures, each in a process of its own: reading the files,
 * reading and checking them as a review, one keystroke to problems, the references of one id, and memory after a forced collection.
 * `--quick` leaves the largest corpus out; `--json FILE` also writes the figures there.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const RECORDS = 10;
const ROUNDS = 50;

/** A theory's file: configurations in all three spellings; in one file of five, a section that only remark reads. @param {number} file */
function theoryText(file) {
  const parts = [];
  for (let index = 1; index <= RECORDS; index++) {
    const id = file * RECORDS + index;
    const odd = file % 5 === 0 && index === 1 ? "1. a numbered list\n\n" : "";
    const words = `partners had succeeded together before in place ${id}`;
    if (index % 5 === 4)
      parts.push(
        `## CMOC TR${id}: Trust ${id}\n\nWhen ${words} (C), they trusted one another quickly (M), so that objectives grew (O).\n`,
      );
    else if (index % 5 === 0)
      parts.push(
        `## CMOC TR${id}: Trust ${id}\n\n| Context | Mechanism | Outcome |\n|---|---|---|\n| ${words} | quick trust | larger objectives |\n`,
      );
    else
      parts.push(
        `## CMOC TR${id}: Trust ${id}\n\n${odd}- status: candidate\n- theme: Functioning / Trust\n- **C:** ${words}\n- **M:** they trusted one another quickly\n- **O:** they set larger objectives\n- leads to: TR1\n`,
      );
  }
  return parts.join("\n");
}

/** A source's file, its extracts on the configurations of the file before it. @param {number} file */
function sourceText(file) {
  const parts = [`---\ncitekey: source${file}\nstatus: included\nrelevance: high\nrichness: rich\nrigour: high\n---\n`];
  for (let index = 1; index <= RECORDS; index++) {
    const id = (file - 1) * RECORDS + index;
    parts.push(
      `## Extract e${index}\n\n> Partners that had succeeded together before were quick to trust one another in place ${id}, and said so.\n\n- at: p. ${index}\n- C history: "succeeded together before"\n- supports: TR${id} (C, M)\n- coder: JA\n`,
    );
  }
  return parts.join("\n");
}

/** @param {number} files @param {string} folder */
function makeCorpus(files, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "review.yaml"), "cmoc: 1\n");
  for (let file = 0; file < files; file++)
    writeFileSync(join(folder, `${file}.md`), file % 2 === 0 ? theoryText(file) : sourceText(file));
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @param {string} folder */
function readAll(folder) {
  return readdirSync(folder).map((name) => ({ uri: name, version: 0, text: readFileSync(join(folder, name), "utf8") }));
}

/** @param {() => void} work @returns {number} milliseconds */
function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** One contender, in its own process. @param {string} what @param {string} folder @param {string} bundle */
async function measure(what, folder, bundle) {
  if (what === "bare reading") return { ms: time(() => readAll(folder)) };
  const { Review, Checker, ALL_RULES } = await import(bundle);
  const review = new Review();
  const checker = new Checker(review, ALL_RULES);
  const ms = time(() => {
    for (const document of readAll(folder)) review.set(document);
    checker.update();
  });
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed / 1e6;
  const large = Array.from({ length: 330 }, (_, at) => theoryText(1_000_000 + at)).join("\n");
  const keystroke = (/** @type {string} */ uri, /** @type {string} */ text) => {
    checker.update(review.set({ uri, version: 0, text }));
    const middle = text.indexOf("they trusted", text.length / 2);
    const times = Array.from({ length: ROUNDS }, (_, round) => {
      const edited = `${text.slice(0, middle)}${"x".repeat(round + 1)}${text.slice(middle)}`;
      return time(() => {
        checker.update(review.set({ uri, version: round, text: edited }));
        checker.problems(uri);
      });
    });
    return median(times);
  };
  const small = keystroke("0.md", readFileSync(join(folder, "0.md"), "utf8"));
  const big = keystroke("large.md", large);
  const references = median(Array.from({ length: ROUNDS }, () => time(() => review.references("r:tr11"))));
  return { ms, heap, small, big, references };
}

const [, script, mode, ...rest] = process.argv;
if (mode === "--measure") {
  console.log(JSON.stringify(await measure(rest[0] ?? "", rest[1] ?? "", rest[2] ?? "")));
} else {
  const quick = process.argv.includes("--quick");
  const root = fileURLToPath(new URL("..", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "cmoc-bench-"));
  const bundle = join(folder, "core.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["src/core/index.ts"],
    outfile: bundle,
    bundle: true,
    minify: true,
    format: "esm",
    conditions: ["worker"],
  });
  const figures = [];
  for (const files of quick ? [100, 1000] : [100, 1000, 10_000]) {
    const corpus = join(folder, String(files));
    makeCorpus(files, corpus);
    for (const what of ["bare reading", "review, checked"]) {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ["--expose-gc", script ?? "", "--measure", what, corpus, bundle],
        { encoding: "utf8" },
      );
      if (stdout === "") throw new Error(stderr);
      figures.push({ files, what, ...JSON.parse(stdout) });
    }
  }
  rmSync(folder, { recursive: true, force: true });
  console.table(
    figures.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          typeof value === "number" && key !== "files" ? Number(value.toFixed(2)) : value,
        ]),
      ),
    ),
  );
  const at = process.argv.indexOf("--json");
  if (at > 0) writeFileSync(process.argv[at + 1] ?? "bench.json", `${JSON.stringify(figures, null, 2)}\n`);
}
