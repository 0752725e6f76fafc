#!/usr/bin/env node
// @ts-check
/**
 * Stands in for VS Code's own program where that cannot be downloaded, so that `@vscode/test-electron` can run tests with it:
 *
 *   launcher.mjs --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--extensionDevelopmentKind=web] [FOLDER]
 *
 * Serves VS Code, opens the folder in Chromium, lets the extension host run the tests and exits with their exit code. What the tests write to
 * the console after `@cmoc ` is written on; with CMOC_TEST_VERBOSE everything is.
 */
import { appendFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { startChromium } from "./chromium.mjs";
import { startServer } from "./server.mjs";

const MARK = "@cmoc ";
const COUNTS = `${MARK}counts `;
const FIGURE = `${MARK}figure `;
const LIMIT_MS = Number(process.env.CMOC_TEST_LIMIT_MS ?? 900_000);

/** @param {readonly string[]} args @param {string} name */
function option(args, name) {
  const given = args.find((arg) => arg.startsWith(`--${name}=`));
  return given?.slice(name.length + 3);
}

/** Keeps the counts of the tests where whoever runs them looks. @param {string} counts */
function writeCounts(counts) {
  const file = process.env.CMOC_TEST_COUNTS;
  if (file !== undefined) writeFileSync(file, counts);
}

/** Keeps a figure where whoever asks for figures looks, a line each. @param {string} figure */
function writeFigure(figure) {
  const file = process.env.CMOC_TEST_FIGURES;
  if (file !== undefined) appendFileSync(file, `${figure}\n`);
}

/** @param {readonly string[]} args @returns {Promise<number>} the exit code */
async function launch(args) {
  const development = option(args, "extensionDevelopmentPath");
  const tests = option(args, "extensionTestsPath");
  const kind = option(args, "extensionDevelopmentKind");
  const folder = args.filter((arg) => !arg.startsWith("-")).at(-1);
  if (development === undefined || tests === undefined) {
    console.error("Both --extensionDevelopmentPath and --extensionTestsPath are needed.");
    return 2;
  }
  const verbose = process.env.CMOC_TEST_VERBOSE === "1";
  const server = await startServer(verbose ? { log: (line) => console.log(line) } : {});
  const browser = await startChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    /** @type {(code: number) => void} */
    let ended = () => {};
    const exit = new Promise((done) => {
      ended = done;
    });
    await page.exposeFunction("codeAutomationLog", (/** @type {string} */ _type, /** @type {unknown[]} */ said) => {
      const text = said.map(String).join(" ");
      if (text.startsWith(COUNTS)) writeCounts(text.slice(COUNTS.length));
      else if (text.startsWith(FIGURE)) writeFigure(text.slice(FIGURE.length));
      else if (text.startsWith(MARK)) console.log(text.slice(MARK.length));
      else if (verbose) console.log(text);
    });
    await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => ended(code));
    const remote = (/** @type {string} */ path) => `vscode-remote://${server.authority}${resolve(path)}`;
    const payload = [
      ["extensionDevelopmentPath", remote(development)],
      ["extensionTestsPath", remote(tests)],
      ...(kind === undefined ? [] : [["extensionDevelopmentKind", kind]]),
    ];
    const address = new URL(server.url);
    if (folder !== undefined) {
      address.searchParams.set(/\.code-workspace$/.test(folder) ? "workspace" : "folder", resolve(folder));
    }
    address.searchParams.set("payload", JSON.stringify(payload));
    await page.goto(address.href);
    const late = new Promise((done) => setTimeout(() => done("late"), LIMIT_MS).unref());
    const code = await Promise.race([exit, late]);
    if (code !== "late") return Number(code);
    const picture = resolve(".cache", "vscode-late.png");
    writeFileSync(picture, await page.screenshot());
    console.error(`The tests did not end in ${LIMIT_MS / 1000} s. What VS Code showed last: ${picture}`);
    return 1;
  } finally {
    await browser.close();
    server.stop();
  }
}

try {
  process.exit(await launch(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
