// @ts-check
/** Sets `media/icon.png` (128 by 128, which an extension's icon has to be) from `media/icon.svg`, with a Chromium. */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startChromium } from "./vscode/chromium.mjs";

const media = join(resolve(dirname(fileURLToPath(import.meta.url)), ".."), "media");
const browser = await startChromium();
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(
  `<style>body{margin:0}svg{display:block}</style>${readFileSync(join(media, "icon.svg"), "utf8")}`,
);
writeFileSync(join(media, "icon.png"), await page.screenshot({ omitBackground: true }));
await browser.close();
