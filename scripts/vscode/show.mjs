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

/** Opens the address in a page and waits until the review was read. @param {string} address */
export async function openPage(address) {
  const browser = await startChromium();
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(address);
  await page.locator("#cmoc\\.cmoc\\.cmoc\\.review, [id*='cmoc.review']").first().waitFor({ timeout: LIMIT_MS });
  await page.waitForFunction(() => !document.querySelector("[id*='cmoc.review'] .codicon-loading"), undefined, {
    timeout: LIMIT_MS,
  });
  return { browser, page };
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
  const theme = /** @type {keyof typeof THEMES} */ (values.theme);
  if (!(theme in THEMES)) throw new Error(`--theme ${values.theme} is none of ${Object.keys(THEMES).join(", ")}.`);
  const server = await startServer({
    settings: settingsFor(theme),
    ...(values.port === undefined ? {} : { port: Number(values.port) }),
  });
  const address = addressFor(server, folder, values.open);
  if (values.once === undefined) {
    console.log(`\nVS Code shows the review at\n\n  ${address}\n\nPress Ctrl+C to end it.`);
    process.once("SIGINT", () => {
      server.stop();
      process.exit(0);
    });
    return;
  }
  try {
    const { browser, page } = await openPage(address);
    if (values.view) {
      await page.locator('.activitybar a[aria-label^="Realist Review"]').first().click();
      await page.locator(".pane-body .monaco-list-row").nth(3).waitFor({ timeout: LIMIT_MS });
      await page.waitForTimeout(1000);
    }
    const file = resolve(values.once);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await page.screenshot());
    await browser.close();
    console.log(file);
  } finally {
    server.stop();
  }
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
