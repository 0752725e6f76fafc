// @ts-check
/**
 * What journals print, read: `node reading.mjs BUNDLE` prints milliseconds as JSON, for a table of 400 rows and for five megabytes of a browser's markup: the first
 * time in a process, by the clock and of all processors together, and later, beside the floor: the tokenizer going over the same page alone.
 */

import { pathToFileURL } from "node:url";
import { Tokenizer } from "htmlparser2";

const ROUNDS = 7;
const WORDS = ["staff", "trust", "wards", "feel", "safe", "and", "report", "errors", "when", "leaders"];

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @param {number} count @param {number} from */
function words(count, from) {
  return Array.from({ length: count }, (_, at) => WORDS[(at * 7 + from) % WORDS.length]).join(" ");
}

/** A table of so many configurations, with references and several mentions in its cells. @param {number} rows */
export function tableOf(rows) {
  const head = ["CMOC", "Context", "Mechanism (resource)", "Mechanism (reasoning)", "Outcome", "Source"];
  const cells = (/** @type {number} */ row) => [
    `CMOC ${row + 1}`,
    `${words(14, row)}<sup>${row}</sup>`,
    `${words(10, row)}; ${words(6, row)}`,
    `${words(10, row)} [${row}]`,
    words(12, row),
    "Lund 2014",
  ];
  const line = (/** @type {readonly string[]} */ all, /** @type {string} */ tag) =>
    `<tr>${all.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return `<table>${line(head, "th")}${Array.from({ length: rows }, (_, row) => line(cells(row), "td")).join("\n")}</table>`;
}

/** A page of prose of so many units, as a browser copies it. @param {number} size */
export function pageOf(size) {
  const paragraph = `<div class="x" style="a:b"><p><span style="mso-x:y">The ${words(30, 1)} (<i>see</i> Table 2), <b>${words(20, 3)}</b>.<sup>1,2</sup></span></p></div>`;
  return `<html><body>${paragraph.repeat(Math.ceil(size / paragraph.length))}${tableOf(10)}</body></html>`;
}

/** Milliseconds by the clock, and of processor time: what the engine compiles beside the work is in the second alone. @param {() => unknown} work */
function timed(work) {
  const before = process.cpuUsage();
  const start = performance.now();
  work();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { clock, processor: (user + system) / 1000 };
}

/** @param {string} page */
function floor(page) {
  const nothing = () => {};
  const callbacks = Object.fromEntries(
    "attribdata attribentity attribend attribname cdata closetag comment declaration end opentagend opentagname processinginstruction selfclosingtag text textentity"
      .split(" ")
      .map((name) => [`on${name}`, nothing]),
  );
  const tokenizer = new Tokenizer({ decodeEntities: true }, /** @type {any} */ (callbacks));
  tokenizer.write(page);
  tokenizer.end();
}

if (process.argv[2]) {
  const { ReadText } = await import(pathToFileURL(process.argv[2]).href);
  const figures = [
    ["a table of 400 rows", tableOf(400)],
    ["5 MB of a browser's markup", pageOf(5_000_000)],
  ].map(([name = "", page = ""]) => {
    const read = () => new ReadText(page, "page.html", {}).json();
    const first = timed(read);
    const times = Array.from({ length: ROUNDS }, () => timed(read).clock);
    const floors = Array.from({ length: ROUNDS }, () => timed(() => floor(page)).clock);
    return {
      name,
      size: page.length,
      first: first.clock,
      processor: first.processor,
      later: median(times),
      floor: median(floors),
      records: read().cmocs.length,
    };
  });
  console.log(JSON.stringify(figures));
}
