// @ts-check
/**
 * PDF.js as it is bundled. Two things are other than in its package, and a build fails where it is not found as it is known:
 * - a page that asks for work without end is given up, which nothing from outside could do while its work goes on without a pause;
 * - it asks a stand-in what it runs on, since the host of extensions in Node takes `navigator` away.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Milliseconds that the work on one page may take. */
const LONGEST_MS = 5000;

/** What is written in place of what. @type {readonly (readonly [string, string])[]} */
const CHANGES = [
  [
    "constructor(e){this.name=e,this.terminated=!1,",
    "constructor(e){this.name=e,this.begun=Date.now(),this.terminated=!1,",
  ],
  [
    'ensureNotTerminated(){if(this.terminated)throw new Error("Worker task was terminated")}',
    `ensureNotTerminated(){if(this.terminated)throw new Error("Worker task was terminated");if(Date.now()-this.begun>${LONGEST_MS})throw new Error("The page asks for work without end")}`,
  ],
];

/** @param {string} source */
export function bounded(source) {
  let made = source;
  for (const [from, to] of CHANGES) {
    if (made.split(from).length !== 2) throw new Error(`PDF.js is not as it is known: ${from}`);
    made = made.replace(from, () => to);
  }
  return `let navigator = { platform: "", userAgent: "", language: "" };\n${made.replaceAll("globalThis.navigator", "navigator")}`;
}

/** @type {import("esbuild").Plugin} */
export const boundedPdf = {
  name: "bounded-pdf",
  setup(build) {
    const path = createRequire(import.meta.url)
      .resolve("unpdf")
      .replace(/[^\\/]+$/, "pdfjs.mjs");
    build.onResolve({ filter: /^unpdf\/pdfjs$/ }, () => ({ path, external: false }));
    build.onLoad({ filter: /[\\/]unpdf[\\/]dist[\\/]pdfjs\.mjs$/ }, (/** @type {{ path: string }} */ file) => ({
      contents: bounded(readFileSync(file.path, "utf8")),
    }));
  },
};
