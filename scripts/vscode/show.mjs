// @ts-check
/**
 * Shows a folder in a served VS Code with this extension, for people and for pictures:
 *
 *   node scripts/vscode/show.mjs FOLDER [--port N]              serves it and prints the address, until interrupted
 *   node scripts/vscode/show.mjs FOLDER --once FILE.png         saves a picture when the review is there, and ends
 *
 * --theme light|dark|hc-light|hc-dark, --open PATH (a file of the folder, to be shown in the picture), --view (with the trees)
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startChromium } from "./chromium.mjs";
import { startServer } from "./server.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");
const SIZE = { width: 1440, height: 900 };
const LIMIT_MS = 60_000;

/** @typedef {keyof typeof THEMES} Theme */

export const THEMES = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  "hc-light": "Default High Contrast Light",
  "hc-dark": "Default High Contrast",
};

/** What a machine that nobody uses yet should not show. @param {keyof typeof THEMES} theme */
export function settingsFor(theme) {
  return {
    "workbench.colorTheme": THEMES[theme],
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": false,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "chat.disableAIFeatures": true,
    "telemetry.telemetryLevel": "off",
    "extensions.ignoreRecommendations": true,
    "git.openRepositoryInParentFolders": "never",
    "editor.wordWrap": "on",
  };
}

/**
 * The address that shows a folder with the extension as it is in this repository.
 *
 * @param {import("./server.mjs").Served} server @param {string} folder @param {string} [file] of it, to be opened
 */
export function addressFor(server, folder, file) {
  const address = new URL(server.url);
  address.searchParams.set("folder", resolve(folder));
  const remote = `vscode-remote://${server.authority}`;
  const payload = [["extensionDevelopmentPath", `${remote}${root}`]];
  if (file !== undefined) payload.push(["openFile", `${remote}${resolve(folder, file)}`]);
  address.searchParams.set("payload", JSON.stringify(payload));
  return address.href;
}

/** Opens the address in a page and waits until the review was read. @param {string} address @param {boolean} view whether the trees are to be seen */
export async function openPage(address, view) {
  const browser = await startChromium();
  try {
    const page = await browser.newPage({ viewport: SIZE });
    await page.goto(address);
    if (view) await page.locator('.activitybar a[aria-label^="Realist Review"]').first().click({ timeout: LIMIT_MS });
    await page.locator("[id*='cmoc.review']").first().waitFor({ timeout: LIMIT_MS });
    await page.waitForFunction("!document.querySelector(\"[id*='cmoc.review'] .codicon-loading\")", undefined, {
      timeout: LIMIT_MS,
    });
    return { browser, page };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** @param {string} theme @returns {asserts theme is Theme} */
function assertTheme(theme) {
  if (!(theme in THEMES)) throw new Error(`--theme ${theme} is none of ${Object.keys(THEMES).join(", ")}.`);
}

/**
 * Shows the problems below the text, and waits until they and every open view beside it have rows.
 *
 * @param {import("playwright-core").Page} page
 */
async function showAll(page) {
  // Away from the icon, of which the tooltip would cover rows, to where nothing answers.
  await page.mouse.move(120, 16);
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel .monaco-list-row").first().waitFor({ timeout: LIMIT_MS });
  await page.waitForFunction(
    `(() => {
      const bodies = [...document.querySelectorAll(".part.sidebar .pane")]
        .filter((pane) => pane.querySelector(".pane-header.expanded"))
        .map((pane) => pane.querySelector(".pane-body"));
      return bodies.length > 0 && bodies.every((body) => body?.querySelector(".monaco-list-row"));
    })()`,
    undefined,
    { timeout: LIMIT_MS },
  );
  await page.waitForTimeout(1000);
}

/**
 * Saves a picture of the folder when its review is there, and resolves to the picture's path.
 *
 * @param {string} folder
 * @param {{ theme: Theme, file: string, view: boolean, open?: string | undefined, port?: number }} options `view` shows the trees, `open` is a file of the
 *   folder to be shown
 */
export async function saveOnce(folder, { theme, file, view, open, port }) {
  assertTheme(theme);
  const server = await startServer({ settings: settingsFor(theme), ...(port === undefined ? {} : { port }) });
  try {
    const { browser, page } = await openPage(addressFor(server, folder, open), view);
    if (view) await showAll(page);
    const path = resolve(file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await page.screenshot());
    await browser.close();
    return path;
  } finally {
    server.stop();
  }
}

/**
 * Serves VS Code with the folder and prints the address; it is served until the process is interrupted.
 *
 * @param {string} folder @param {{ theme: Theme, port?: number, open?: string | undefined }} options
 */
export async function serve(folder, { theme, port, open }) {
  assertTheme(theme);
  const server = await startServer({ settings: settingsFor(theme), ...(port === undefined ? {} : { port }) });
  console.log(`\nVS Code shows the review at\n\n  ${addressFor(server, folder, open)}\n\nPress Ctrl+C to end it.`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      server.stop();
      process.exit(0);
    });
  }
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string" },
      once: { type: "string" },
      theme: { type: "string", default: "light" },
      open: { type: "string" },
      view: { type: "boolean", default: false },
    },
  });
  const [folder = "examples/inter-organisational-collaboration"] = positionals;
  const theme = /** @type {Theme} */ (values.theme);
  const common = { theme, open: values.open, ...(values.port === undefined ? {} : { port: Number(values.port) }) };
  if (values.once === undefined) await serve(folder, common);
  else console.log(await saveOnce(folder, { ...common, file: values.once, view: values.view }));
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
