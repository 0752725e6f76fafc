// @ts-check
/**
 * Stripes of a text of 1 MB with 500 extracts: `node striping.mjs BUNDLE` prints milliseconds as JSON. Comparing all quotations with the text, which is done once for
 * a text; putting together where they stand, once for each revision of the review; and the stripes that a window of an editor shows, the first time and then, with the
 * floor: the letters of the window looked at once.
 */
import { pathToFileURL } from "node:url";
import { codedSource } from "./coded.mjs";

const SIZE = 1_000_000;
const EXTRACTS = 500;
/** What an editor shows, with the lines near it, in units. */
const WINDOW = 15_000;

/** @param {string} bundle */
async function striping(bundle) {
  const { ALL_RULES, Proofs, quoteStripes, reviewToCheck, TextStripes, textOfFile } = await import(
    pathToFileURL(bundle).href
  );
  const { text, file } = codedSource("big", SIZE, EXTRACTS);
  const review = reviewToCheck(ALL_RULES);
  review.set({ uri: "big.md", version: 0, text: file });
  const held = { is: "text", text: textOfFile(text), stamp: "1" };
  const proofs = new Proofs(review, () => held);
  const timed = (/** @type {() => any} */ work) => {
    const begun = performance.now();
    const made = work();
    return { made, ms: performance.now() - begun };
  };
  const quoted = () =>
    review.extractsOf("big").map((/** @type {any} */ extract) => {
      const { is, passage } = proofs.of(extract);
      return { extract, parts: passage.parts, isSame: is !== "near" };
    });
  const proving = timed(quoted);
  const index = timed(() => new TextStripes(review, proofs.text("big"), quoted()));
  const windows = Array.from({ length: Math.floor(SIZE / WINDOW) }, (_, at) => ({
    start: at * WINDOW,
    end: (at + 1) * WINDOW,
  }));
  const middle = (/** @type {readonly number[]} */ all) => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;
  const each = (/** @type {(window: { start: number, end: number }) => any} */ work) => {
    const all = windows.map((window) => timed(() => work(window)));
    return { median: middle(all.map(({ ms }) => ms)), worst: Math.max(...all.map(({ ms }) => ms)), all };
  };
  const first = each((window) => index.made.within(window));
  const again = each((window) => index.made.within(window));
  const inQuotes = each((window) => quoteStripes(review, "big.md", window));
  let seen = 0;
  const floor = each(({ start, end }) => {
    for (let at = start; at < end; at++) seen += text.charCodeAt(at);
  });
  return {
    extracts: EXTRACTS,
    stripes: first.all.reduce((sum, { made }) => sum + made.length, 0),
    proving: proving.ms,
    index: index.ms,
    first: first.median,
    worst: first.worst,
    again: again.median,
    quotes: inQuotes.median,
    floor: seen > 0 ? floor.median : 0,
  };
}

console.log(JSON.stringify(await striping(process.argv[2] ?? "")));
