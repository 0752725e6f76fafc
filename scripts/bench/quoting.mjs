// @ts-check
/**
 * Quotations and the texts of their sources: `node --expose-gc quoting.mjs BUNDLE` prints milliseconds and megabytes as JSON. Some 700 quotations of 39 sources, each
 * against its own of 640 pages altogether that are already extracted, altered as a measurement on a published review found them; beside them the approximate matcher
 * alone over the same pairs. Then a letter typed in a quotation, and what a hundred texts of a megabyte take.
 */
import { pathToFileURL } from "node:url";
import search from "approx-string-match";

const WORDS =
  "staff trust wards feel safe and report errors when leaders listen carefully because partners understood the resources that were offered to them by organisations".split(
    " ",
  );
const PAGE_WORDS = 520;

/** Numbers that look random, the same for the same seed (mulberry32). @param {number} seed */
function numbers(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A text of so many pages, in lines with hyphens at some ends, and its words. @param {(below: number) => number} next @param {number} count @param {string} key */
function textOf(next, count, key) {
  const words = Array.from({ length: count * PAGE_WORDS }, (_, at) =>
    at % 9 === 0 ? `“${WORDS[next(WORDS.length)]}${at}”,` : (WORDS[next(WORDS.length)] ?? ""),
  );
  let text = "";
  const pages = [];
  let width = 0;
  for (const [at, word] of words.entries()) {
    if (at % PAGE_WORDS === 0) pages.push({ start: text.length, label: String(401 + at / PAGE_WORDS) });
    width += word.length + 1;
    const cut = width > 62 && word.length > 8 ? `${word.slice(0, 5)}-\n${word.slice(5)} ` : undefined;
    text += cut ?? word + (width > 62 ? "\n" : " ");
    if (width > 62) width = 0;
  }
  return { key, words, text, pages };
}

/** @typedef {ReturnType<typeof textOf>} Text */

/** A quotation as people write it, and its page: of a hundred about so many in each way. @param {Text} of @param {(below: number) => number} next */
function quoteOf({ words, text, pages }, next) {
  const from = next(words.length - 60);
  const own = words.slice(from, from + 20 + next(35));
  const page = 401 + Math.floor(from / PAGE_WORDS);
  const way = next(100);
  if (way < 26) {
    const at = text.indexOf("\n", next(text.length - 300)) + 1;
    const quote = text
      .slice(at, text.indexOf("\n", at + 40))
      .replace(/\S+$|\n.*/gs, "")
      .trim();
    return { quote, page: 400 + pages.filter(({ start }) => start <= at).length };
  }
  if (way < 77) return { quote: own.join(" ").replace(/[“”]/g, '"'), page };
  if (way < 93) return { quote: own.join(" ").replace(/[“”,]/g, "").toUpperCase(), page };
  if (way < 96) return { quote: `${own.slice(0, 8).join(" ")} … ${own.slice(12).join(" ")}`, page };
  if (way < 99) return { quote: own.map((word, at) => (at === 6 ? "never" : word)).join(" "), page };
  return { quote: own.reverse().join(" "), page };
}

/** A review of these sources with so many quotations of each. @param {any} core @param {readonly Text[]} texts @param {number} each @param {(below: number) => number} next */
function reviewOf({ reviewToCheck, ALL_RULES }, texts, each, next) {
  const review = reviewToCheck(ALL_RULES);
  review.set({ uri: "review.yaml", version: 0, text: "cmoc: 1\n" });
  /** @type {Map<string, string[]>} */
  const quotes = new Map();
  for (const of of texts) {
    const own = Array.from({ length: each }, () => quoteOf(of, next));
    quotes.set(
      of.key,
      own.map(({ quote }) => quote),
    );
    const extracts = own.map(({ quote, page }, at) => `## Extract e${at + 1}\n\n> ${quote}\n\n- at: p. ${page}\n`);
    review.set({ uri: `${of.key}.md`, version: 0, text: `---\ncitekey: ${of.key}\n---\n\n${extracts.join("\n")}` });
  }
  return { review, quotes };
}

/** @param {any} core @param {Text} of */
const heldOf = ({ keptText }, { text, pages, key }) =>
  keptText({ is: "text", stamp: key, text: { text, isPaged: true, pages, skipped: [] } });

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** @param {() => void} work */
function timed(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The processor time of comparing all, of the matcher alone, and how many there were. @param {any} core @param {number} sources @param {number} pages @param {number} each */
function compared(core, sources, pages, each) {
  const next = numbers(20261126);
  const texts = Array.from({ length: sources }, (_, at) =>
    textOf(next, Math.round(pages / sources), `lund${2000 + at}`),
  );
  const { review, quotes } = reviewOf(core, texts, each, next);
  const held = new Map(texts.map((of) => [of.key, heldOf(core, of)]));
  let told = 0;
  const time = timed(() => {
    const proofs = new core.Proofs(review, (/** @type {string} */ key) => held.get(key) ?? { is: "none" });
    for (const uri of review.uris()) told += core.quoteProblems(review, proofs, uri).length;
  });
  const matcher = timed(() => {
    for (const { key, text } of texts)
      for (const quote of quotes.get(key) ?? []) search(text, quote, Math.floor(quote.length / 5));
  });
  return { quotes: sources * each, pages: texts.reduce((sum, of) => sum + of.pages.length, 0), time, matcher, told };
}

/** A letter typed in a quotation of a source with fifty, its text of so many pages: from the changed text to what is said of all of them. @param {any} core @param {number} pages */
function keystroke(core, pages) {
  const next = numbers(7);
  const of = textOf(next, pages, "lund2010");
  const { review } = reviewOf(core, [of], 50, next);
  const held = heldOf(core, of);
  const proofs = new core.Proofs(review, () => held);
  const uri = "lund2010.md";
  core.quoteProblems(review, proofs, uri);
  let text = review.text(uri);
  const times = [];
  for (let version = 1; version <= 60; version++) {
    const at = text.indexOf("> ", (text.length / 60) * (version - 1)) + 12;
    text = `${text.slice(0, at)}${"abcdefgh"[version % 8]}${text.slice(at)}`;
    const start = performance.now();
    review.set({ uri, version, text });
    core.quoteProblems(review, proofs, uri);
    times.push(performance.now() - start);
  }
  return { size: of.text.length, median: median(times), slowest: Math.max(...times) };
}

/** So many texts of a megabyte as they are kept, and a review that quotes each ten times. @param {any} core @param {number} count */
function megabytes(core, count) {
  const next = numbers(11);
  const texts = Array.from({ length: count }, (_, at) => textOf(next, 290, `lund${2000 + at}`));
  const { review } = reviewOf(core, texts, 10, next);
  return { review, held: new Map(texts.map((of) => [of.key, heldOf(core, of)])) };
}

/** What is kept of so many texts of a megabyte, ten quotations each, all compared. @param {any} core @param {number} count */
function memory(core, count) {
  const collect = () => {
    globalThis.gc?.();
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1024 / 1024;
  };
  const before = collect();
  const { held, review } = megabytes(core, count);
  const proofs = new core.Proofs(review, (/** @type {string} */ key) => held.get(key) ?? { is: "none" });
  for (const uri of review.uris()) core.quoteProblems(review, proofs, uri);
  const letters = [...held.values()].reduce((sum, each) => sum + each.text.text.length, 0);
  const used = collect() - before;
  return { count: held.size, letters: letters / 1e6, used: used + (proofs ? 0 : 1) };
}

if (process.argv[2]) {
  const core = await import(pathToFileURL(process.argv[2]).href);
  const first = compared(core, 39, 640, 18);
  console.log(
    JSON.stringify({
      first,
      twiceThePages: compared(core, 39, 1280, 18),
      twiceTheQuotes: compared(core, 39, 640, 36),
      article: keystroke(core, 16),
      book: keystroke(core, 290),
      memory: memory(core, 100),
    }),
  );
}
