// @ts-check
/**
 * `npm run bench`: makes reviews of 100, 1,000 and 10,000 files (3 KB, 10 records each; see `bench/corpus.mjs`) in a temporary folder and
 * measures, each contender in a process of its own: reading the files, reading and checking them as a review, and a general Markdown
 * language service computing all its diagnostics on them; then keystrokes, references and memory; then what the extension takes in VS Code. It prints each figure beside its target.
 *
 *   --quick       100 and 1,000 files only      --skip-peer   without the language service
 *   --skip-vscode without what is measured in a real VS Code
 *   --json FILE   writes the figures there      --runs N      cold runs of which the median is taken, 3 when left out
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { bundleCore, bundleLanguageService } from "./bench/bundles.mjs";
import { corpus } from "./bench/corpus.mjs";
import { exampleTexts, share } from "./bench/shares.mjs";
import { figuresIn, HOSTS } from "./bench/vscode.mjs";
import { buildAll, isBuilt } from "./build.mjs";

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    "skip-peer": { type: "boolean", default: false },
    "skip-vscode": { type: "boolean", default: false },
    json: { type: "string" },
    runs: { type: "string", default: "3" },
  },
});
const runs = Math.max(1, Number(options.runs) || 1);
const root = fileURLToPath(new URL("..", import.meta.url));
const core = await bundleCore(root);
const languageService = options["skip-peer"] ? "" : await bundleLanguageService(root);

/** @param {string} contender @param {string} folder */
function once(contender, folder) {
  const script = join(root, "scripts", "bench", "measure.mjs");
  const bundle = contender === "language service" ? languageService : core;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--expose-gc", script, contender, folder, bundle], {
    encoding: "utf8",
    cwd: root,
  });
  if (status !== 0 || stdout === "") throw new Error(`${contender} gave no figures: ${stderr}`);
  return JSON.parse(stdout);
}

/** The run whose cold time is the median of all. @param {string} contender @param {string} folder @param {string} [last] what the last run is, if another */
function measured(contender, folder, last = contender) {
  const all = Array.from({ length: runs }, (_, run) => once(run === runs - 1 ? last : contender, folder));
  const colds = all.map(({ cold }) => cold).sort((a, b) => a - b);
  const middle = all.find(({ cold }) => cold === colds[Math.floor(colds.length / 2)]);
  return { ...all.at(-1), ...middle, colds };
}

/** @returns {{ name: string, length: number, large: number, growth: number, size: number }[]} */
function hostileShapes() {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [join(root, "scripts", "bench", "hostile.mjs"), core],
    {
      encoding: "utf8",
      cwd: root,
    },
  );
  if (status !== 0) throw new Error(`the hostile texts gave no figures: ${stderr}`);
  return JSON.parse(stdout);
}

/**
 * @typedef {{ quotes: number, pages: number, time: number, matcher: number }} Compared
 * @typedef {{ size: number, median: number, slowest: number }} Typed
 */

/** @returns {{ first: Compared, twiceThePages: Compared, twiceTheQuotes: Compared, article: Typed, book: Typed, memory: { count: number, letters: number, used: number } }} */
function quotations() {
  const script = ["--expose-gc", join(root, "scripts", "bench", "quoting.mjs"), core];
  const { stdout, status, stderr } = spawnSync(process.execPath, script, { encoding: "utf8", cwd: root });
  if (status !== 0) throw new Error(`the quotations gave no figures: ${stderr}`);
  return JSON.parse(stdout);
}

/** @typedef {{ name: string, size: number, first: number, processor: number, later: number, floor: number, records: number }} Page */

/** Each page by the median of several processes: the first time is once in each. @returns {readonly Page[]} */
function pagesRead() {
  /** @type {Page[][]} */
  const runs = [];
  while (runs.length < 5) {
    const script = [join(root, "scripts", "bench", "reading.mjs"), core];
    const { stdout, status, stderr } = spawnSync(process.execPath, script, { encoding: "utf8", cwd: root });
    if (status !== 0) throw new Error(`the pages gave no figures: ${stderr}`);
    runs.push(JSON.parse(stdout));
  }
  return (runs[0] ?? []).map((page, at) => {
    const median = (/** @type {(page: Page) => number} */ of) =>
      runs.map((run) => of(run[at] ?? page)).sort((a, b) => a - b)[runs.length >> 1] ?? 0;
    return {
      ...page,
      first: median((each) => each.first),
      processor: median((each) => each.processor),
      later: median((each) => each.later),
      floor: median((each) => each.floor),
    };
  });
}

/** @returns {{ extracts: number, stripes: number, proving: number, index: number, first: number, worst: number, again: number, quotes: number, floor: number }} */
function stripesShown() {
  const script = [join(root, "scripts", "bench", "striping.mjs"), core];
  const { stdout, status, stderr } = spawnSync(process.execPath, script, { encoding: "utf8", cwd: root });
  if (status !== 0) throw new Error(`the stripes gave no figures: ${stderr}`);
  return JSON.parse(stdout);
}

/** @param {number} value */
function shown(value) {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en");
}

/** @param {readonly (readonly string[])[]} rows the head first; columns after the first are set to the right */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (/** @type {readonly string[]} */ row) =>
    `| ${widths.map((width, at) => (at === 0 ? (row[at] ?? "").padEnd(width) : (row[at] ?? "").padStart(width))).join(" | ")} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  const [head = [], ...body] = rows;
  console.log(`${[line(head), rule, ...body.map(line)].join("\n")}\n`);
}

const readers = await import(pathToFileURL(core).href);

const sizes = options.quick ? [100, 1000] : [100, 1000, 10_000];
const temporary = mkdtempSync(join(tmpdir(), "cmoc-bench-"));
/** @type {{ files: number, reading: any, review: any, peer: any }[]} */
const results = [];
/** @type {{ name: string, sections: number, byLines: number, percent: number }[]} */
const shares = [];
try {
  for (const name of readdirSync(join(root, "examples")).sort())
    shares.push({ name, ...share(exampleTexts(join(root, "examples", name)), readers) });
  for (const files of sizes) {
    const folder = join(temporary, String(files));
    mkdirSync(folder);
    const { texts } = corpus(files);
    for (const [name, text] of texts) writeFileSync(join(folder, name), text);
    const markdown = [...texts].flatMap(([name, text]) => (name.endsWith(".md") ? [text] : []));
    shares.push({ name: `${files.toLocaleString("en")} files`, ...share(markdown, readers) });
    results.push({
      files,
      reading: measured("reading", folder),
      review: measured("review", folder, "review and edits"),
      peer: options["skip-peer"] ? undefined : measured("language service", folder),
    });
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

console.log(
  `Node ${process.versions.node}; cold figures are the median of ${runs}. Milliseconds, on the clock and of processor time; MB of heap after a forced collection, MB of resident memory at its peak.\n`,
);
table([
  ["Cold", "files", "time", "processor", "reading", "indexing", "checks", "heap", "peak"],
  ...results.flatMap(({ files, reading, review, peer }) => {
    const size = files.toLocaleString("en");
    const memory = (/** @type {any} */ of) => [shown(of.heap), shown(of.peak)];
    const rows = [
      ["bare reading", size, shown(reading.cold), shown(reading.cpu), shown(reading.cold), "", "", ...memory(reading)],
      [
        "review, all checks",
        size,
        ...["cold", "cpu", "read", "index", "check"].map((key) => shown(review[key])),
        ...memory(review),
      ],
    ];
    if (peer)
      rows.push([
        "Markdown language service",
        size,
        shown(peer.cold),
        shown(peer.cpu),
        shown(peer.read),
        "",
        "",
        ...memory(peer),
      ]);
    return rows;
  }),
]);
table([
  ["One keystroke to problems", "in a review of", "median", "indexing", "slowest"],
  ...results.flatMap(({ files, review }) =>
    [
      ["in a 3 KB file", review.small],
      ["in a 1 MB file", review.large],
    ].map(([name, of]) => [name, `${files.toLocaleString("en")} files`, shown(of.all), shown(of.set), shown(of.worst)]),
  ),
]);
table([
  ["References of one id", "uses", "median", "first call"],
  ...results.map(({ files, review }) => [
    `in ${files.toLocaleString("en")} files`,
    review.uses.toLocaleString("en"),
    review.references.toFixed(4),
    review.firstReferences.toFixed(4),
  ]),
]);
table([
  ["Moving about", "places of the id", "renaming it", "first time", "floor: its letters", "symbols", "first time"],
  ...results.map(({ files, review: { uses, moving } }) => [
    `in ${files.toLocaleString("en")} files, ${uses.toLocaleString("en")} uses`,
    ...[moving.places.median, moving.renamed.median, moving.renamed.first, moving.floor.median].map(shown),
    ...[moving.symbols, moving.firstSymbols].map(shown),
  ]),
]);
table([
  ["Views of configurations and of sources", "rows at most", "opened", "a row unfolded"],
  ...results.map(({ files, review }) => [
    `in ${files.toLocaleString("en")} files, ${(files * 10).toLocaleString("en")} records`,
    review.tree.rows.toLocaleString("en"),
    shown(review.tree.opened),
    shown(review.tree.unfolded),
  ]),
]);
table([
  ["While writing, after a keystroke", "in", "median", "floor"],
  ...results.flatMap(({ files, review: { beside } }) => {
    const size = `${files.toLocaleString("en")} files`;
    return [
      [
        `list of ${beside.keys.toLocaleString("en")} citation keys`,
        size,
        shown(beside.completing),
        shown(beside.completingFloor),
      ],
      [`lenses and titles that are seen of a 1 MB file`, size, shown(beside.showing), shown(beside.showingFloor)],
    ];
  }),
]);
table([
  ["Sections that the line reader takes", "sections", "taken", "per cent"],
  ...shares.map((of) => [
    of.name,
    of.sections.toLocaleString("en"),
    of.byLines.toLocaleString("en"),
    of.percent.toFixed(1),
  ]),
]);

const hostile = hostileShapes();
table([
  ["Hostile texts, read and checked", "KB", "ms", "growth", "of a text grown by"],
  ...hostile.map((of) => [of.name, shown(of.length / 1000), shown(of.large), of.growth.toFixed(1), of.size.toFixed(1)]),
]);

const pages = pagesRead();
table([
  ["What journals print, read", "KB", "records", "first", "its processor time", "later", "tokenizer alone"],
  ...pages.map((of) => [
    of.name,
    shown(of.size / 1000),
    String(of.records),
    ...[of.first, of.processor, of.later, of.floor].map(shown),
  ]),
]);

const quoted = quotations();
table([
  ["Quotations against their sources, processor time", "quotations", "pages", "time", "the matcher alone"],
  ...Object.entries({
    "as in a review": quoted.first,
    "twice the pages": quoted.twiceThePages,
    "twice the quotations": quoted.twiceTheQuotes,
  }).map(([name, of]) => [name, String(of.quotes), String(of.pages), shown(of.time), shown(of.matcher)]),
]);
table([
  ["A letter typed in a quotation", "letters of the text", "median", "slowest"],
  [
    "of an article",
    quoted.article.size.toLocaleString("en"),
    shown(quoted.article.median),
    shown(quoted.article.slowest),
  ],
  ["of a book", quoted.book.size.toLocaleString("en"), shown(quoted.book.median), shown(quoted.book.slowest)],
]);

const striped = stripesShown();
table([
  ["Stripes of a text of 1 MB", "comparing", "placing", "a window", "slowest", "again", "of quotes", "floor"],
  [
    `${striped.extracts} extracts, ${striped.stripes.toLocaleString("en")} stripes`,
    ...[striped.proving, striped.index, striped.first, striped.worst, striped.again, striped.quotes, striped.floor].map(
      shown,
    ),
  ],
]);

const inVsCode = options["skip-vscode"] ? [] : HOSTS.flatMap((host) => figuresIn(root, host));

const last = results.at(-1);
const before = results.at(-2);
/** @type {{ what: string, figure: number, target: string, met: boolean }[]} */
const targets = [];
/** @param {string} what @param {number} figure @param {number} limit @param {string} [unit] */
const atMost = (what, figure, limit, unit = "ms") =>
  targets.push({ what, figure, target: `at most ${shown(limit)} ${unit}`.trim(), met: figure <= limit });
for (const { name, first } of pages.slice(0, 1)) atMost(`cmoc read: ${name}, the first time`, first, 200);
atMost(`${quoted.first.quotes} quotations against ${quoted.first.pages} pages`, quoted.first.time, 1000);
atMost("a letter typed in a quotation of an article", quoted.article.median, 10);
atMost("a letter typed in a quotation of a book of 1 MB", quoted.book.median, 10);
atMost(`memory of ${quoted.memory.count} texts of 1 MB and their quotations`, quoted.memory.used, 300, "MB");
atMost("stripes of a window, 1 MB with 500 extracts, placed anew", striped.index + striped.worst, 200);
if (last && before) {
  const size = `${last.files.toLocaleString("en")} files`;
  if (last.peer) atMost(`cold, ${size}: half of the language service`, last.review.cold, last.peer.cold / 2);
  atMost(`keystroke, 3 KB file in ${size}`, last.review.small.all, 2);
  atMost(`keystroke, 1 MB file in ${size}`, last.review.large.all, 10);
  atMost(`references, ${last.review.uses} uses`, last.review.references, 1);
  atMost(`places of an id, ${last.review.uses} uses`, last.review.moving.places.median, 50);
  atMost(`renaming it in ${size}`, last.review.moving.renamed.median, 50);
  atMost(`symbols by letters, ${size}`, last.review.moving.symbols, 20);
  const tree = results.find(({ files }) => files === 1000)?.review.tree;
  if (tree) {
    atMost("a view of 10,000 records is opened", tree.opened, 20);
    atMost("a row of it is unfolded", tree.unfolded, 20);
  }
  atMost(`list of ${last.review.beside.keys} citation keys`, last.review.beside.completing, 10);
  atMost(`lenses and titles that are seen of a 1 MB file in ${size}`, last.review.beside.showing, 20);
  atMost(`heap, ${size}`, last.review.heap, 150, "MB");
  atMost(
    `growth of the cold time, ${before.files} to ${last.files} files (linear: 10)`,
    last.review.cold / before.review.cold,
    12,
    "times",
  );
  atMost(
    `growth of the heap, ${before.files} to ${last.files} files (linear: 10)`,
    last.review.heap / before.review.heap,
    12,
    "times",
  );
  const [steepest] = [...hostile].sort((a, b) => b.growth / b.size - a.growth / a.size);
  if (steepest)
    atMost(
      `steepest growth of a hostile text (${steepest.name}), by its own (linear: 1)`,
      steepest.growth / steepest.size,
      2,
      "times",
    );
  for (const { name, percent } of shares.filter(({ name }) => !name.endsWith(" files")))
    targets.push({ what: `line reader, ${name}`, figure: percent, target: "at least 95 %", met: percent >= 95 });
}
/** KB of the extension's files. @param {readonly string[]} files */
const sizeOf = (files) => files.reduce((sum, file) => sum + statSync(join(root, "dist", file)).size / 1024, 0);
if (!isBuilt()) await buildAll();
atMost("extension: loaded where there is no review", sizeOf(["extension.cjs"]), 350, "KB");
atMost("extension: loaded when a review opens", sizeOf(["extension.cjs", "parts/review.cjs"]), 350, "KB");
for (const { host, what, value, limit, unit } of inVsCode) atMost(`VS Code, ${host} host: ${what}`, value, limit, unit);
table([
  ["Target", "measured", "wanted", "met"],
  ...targets.map((of) => [of.what, shown(of.figure), of.target, of.met ? "yes" : "NO"]),
]);
if (options.json !== undefined)
  writeFileSync(
    options.json,
    `${JSON.stringify({ node: process.versions.node, runs, results, shares, hostile, quoted, striped, inVsCode, targets }, null, 2)}\n`,
  );
