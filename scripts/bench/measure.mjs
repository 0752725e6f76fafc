// @ts-check
/**
 * One contender in this process: `node --expose-gc measure.mjs CONTENDER FOLDER BUNDLE` prints its figures as JSON. Times are milliseconds,
 * memory is megabytes. What a contender imports is loaded before its clock starts.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { besideFigures } from "./beside.mjs";
import { EDITED, HUB, largeText } from "./corpus.mjs";

const ROUNDS = 50;
const WARM_UP = 5;

/** @param {readonly number[]} values */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @param {string} folder */
function readAll(folder) {
  return readdirSync(folder).map((uri) => ({ uri, version: 0, text: readFileSync(join(folder, uri), "utf8") }));
}

/** @param {() => unknown} work */
function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds of processor time since `from`, of all threads; on a busy machine it says more than the clock. @param {NodeJS.CpuUsage} from */
function processor(from) {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

function memory() {
  globalThis.gc?.();
  globalThis.gc?.();
  return { heap: process.memoryUsage().heapUsed / 1e6, peak: process.resourceUsage().maxRSS / 1024 };
}

/** @param {string} folder */
function reading(folder) {
  let kept;
  const before = process.cpuUsage();
  const cold = time(() => {
    kept = readAll(folder);
  });
  const cpu = processor(before);
  return { cold, cpu, ...memory(), files: kept?.length };
}

/** @param {string} folder @param {string} bundle @param {boolean} edits whether to edit, too */
async function review(folder, bundle, edits) {
  const { Checker, ALL_RULES, reviewToCheck, ConfigurationTree, SourceTree, ...features } = await import(
    pathToFileURL(bundle).href
  );
  const held = reviewToCheck(ALL_RULES);
  const checker = new Checker(held, ALL_RULES);
  const before = process.cpuUsage();
  const start = performance.now();
  const documents = readAll(folder);
  const read = performance.now();
  for (const document of documents) held.set(document);
  const indexed = performance.now();
  checker.update();
  const checked = performance.now();
  const cpu = processor(before);
  documents.length = 0;
  const figures = {
    cold: checked - start,
    cpu,
    read: read - start,
    index: indexed - read,
    check: checked - indexed,
    ...memory(),
  };
  if (!edits) return figures;

  const references = () => held.references(`r:${HUB.toLowerCase()}`);
  const uses = references().length;
  const found = Array.from({ length: ROUNDS }, () => time(references));
  const moving = naming(held, features);
  const keystroke = (/** @type {string} */ uri, /** @type {string} */ text) => {
    const middle = text.indexOf(EDITED, text.length / 2) + EDITED.length;
    const times = [];
    const sets = [];
    for (let round = 1; round <= ROUNDS + WARM_UP; round++) {
      const edited = text.slice(0, middle) + "x".repeat(round) + text.slice(middle);
      let set = 0;
      const all = time(() => {
        const begun = performance.now();
        const change = held.set({ uri, version: round, text: edited });
        set = performance.now() - begun;
        checker.update(change);
        checker.problems(uri);
      });
      if (round <= WARM_UP) continue;
      times.push(all);
      sets.push(set);
    }
    return { all: median(times), set: median(sets), worst: Math.max(...times) };
  };
  const rowsOf = () => {
    const problems = (/** @type {string} */ uri) => checker.problems(uri);
    return [
      new ConfigurationTree(held, { by: "theme", sort: "file", filter: undefined, problems }),
      new SourceTree(held, { problems, reference: () => undefined }),
    ];
  };
  /** What a view asks for when it is opened, and when its slowest row is unfolded: of the slower of the two, the median of some rounds. */
  const views = () => {
    const slowest = { opened: 0, unfolded: 0, rows: 0 };
    for (const which of [0, 1]) {
      const opened = [];
      const unfolded = [];
      for (let round = 0; round < ROUNDS / 5; round++) {
        const tree = rowsOf()[which];
        if (!tree) continue;
        let roots = [];
        opened.push(
          time(() => {
            roots = tree.roots();
          }),
        );
        const children = (/** @type {{ id: string }} */ { id }) =>
          time(() => {
            slowest.rows = Math.max(slowest.rows, roots.length, tree.children(id).length);
          });
        unfolded.push(Math.max(...roots.slice(0, ROUNDS).map(children)));
      }
      slowest.opened = Math.max(slowest.opened, median(opened));
      slowest.unfolded = Math.max(slowest.unfolded, median(unfolded));
    }
    return slowest;
  };
  const tree = views();
  const small = keystroke("f5.md", held.text("f5.md") ?? "");
  const problems = checker.problems().length;
  const large = largeText();
  const largeCold = time(() => checker.update(held.set({ uri: "large.md", version: 0, text: large })));
  const beside = besideFigures(held, features, large);
  return {
    ...figures,
    problems,
    uses,
    references: median(found),
    firstReferences: found[0],
    moving,
    tree,
    beside,
    small,
    largeCold,
    large: keystroke("large.md", large),
  };
}

/** What is typed to find records by: an id, words of titles, an extract, letters that nothing has. */
const TYPED = ["TR12", "trust", "meetings", "source12#e3", "hstry prtnrs", "zzz"];

/**
 * Names: the places of one that is used a thousand times, and renaming it; beside it the floor, which is looking for its letters in every text, and changing those.
 * Symbols: the slowest of what is typed, and the first of all.
 *
 * @param {any} held @param {any} features
 */
function naming(held, { rename, referencesTo, workspaceSymbols }) {
  const name = `r:${HUB.toLowerCase()}`;
  const rounds = (/** @type {() => unknown} */ work, count = ROUNDS / 2) => {
    const times = Array.from({ length: count }, () => time(work));
    return { first: times[0] ?? 0, median: median(times) };
  };
  const places = rounds(() => {
    for (const { uri, span } of referencesTo(held, name).mentions) held.lines(uri).range(span);
  });
  const renamed = rounds(() => {
    const { edits } = rename(held, name, "HUB77");
    if (!(edits?.size > 0)) throw new Error("nothing was renamed");
  });
  const floor = rounds(() => {
    for (const uri of held.uris()) {
      const text = held.text(uri);
      if (text.includes(HUB)) text.replaceAll(HUB, "HUB77");
    }
  });
  const firstSymbols = time(() => workspaceSymbols(held, TYPED[0]));
  const typed = TYPED.map((query) => rounds(() => workspaceSymbols(held, query), ROUNDS / 5).median);
  return { places, renamed, floor, firstSymbols, symbols: Math.max(...typed) };
}

/** @param {string} folder @param {string} bundle */
async function languageService(folder, bundle) {
  const { MarkdownIt, TextDocument, URI, ...service } = await import(pathToFileURL(bundle).href);
  const engine = new MarkdownIt({ html: true });
  const root = URI.file("/review");
  const documents = new Map();
  const none = () => ({ dispose() {} });
  const before = process.cpuUsage();
  const start = performance.now();
  for (const { uri, text } of readAll(folder)) {
    if (!uri.endsWith(".md")) continue;
    const at = URI.file(`/review/${uri}`);
    documents.set(at.toString(), TextDocument.create(at.toString(), "markdown", 0, text));
  }
  const read = performance.now() - start;
  const has = (/** @type {import("vscode-uri").URI} */ uri) => documents.has(uri.toString());
  const markdown = service.createLanguageService({
    workspace: {
      workspaceFolders: [root],
      onDidChangeMarkdownDocument: none,
      onDidCreateMarkdownDocument: none,
      onDidDeleteMarkdownDocument: none,
      getAllMarkdownDocuments: async () => documents.values(),
      hasMarkdownDocument: has,
      openMarkdownDocument: async (/** @type {import("vscode-uri").URI} */ uri) => documents.get(uri.toString()),
      stat: async (/** @type {import("vscode-uri").URI} */ uri) => (has(uri) ? { isDirectory: false } : undefined),
      readDirectory: async () => [],
    },
    parser: {
      slugifier: service.githubSlugifier,
      tokenize: async (/** @type {{ getText(): string }} */ document) => engine.parse(document.getText(), {}),
    },
    logger: { level: service.LogLevel.Off, log() {} },
  });
  const { error } = service.DiagnosticLevel;
  const options = {
    validateReferences: error,
    validateFragmentLinks: error,
    validateFileLinks: error,
    validateMarkdownFileLinkFragments: error,
    validateUnusedLinkDefinitions: error,
    validateDuplicateLinkDefinitions: error,
    ignoreLinks: [],
  };
  const token = { isCancellationRequested: false, onCancellationRequested: none };
  let problems = 0;
  for (const document of documents.values())
    problems += (await markdown.computeDiagnostics(document, options, token)).length;
  const cold = performance.now() - start;
  const figures = { cold, cpu: processor(before), read, problems, ...memory() };
  markdown.dispose();
  return figures;
}

const [, , contender = "", folder = "", bundle = ""] = process.argv;
const figures =
  contender === "reading"
    ? reading(folder)
    : contender === "language service"
      ? await languageService(folder, bundle)
      : await review(folder, bundle, contender === "review and edits");
console.log(JSON.stringify(figures));
