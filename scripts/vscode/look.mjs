// @ts-check
/**
 * Looks at the extension in the workbench of a served VS Code, with the package installed as a user would install it:
 *
 *   node scripts/vscode/look.mjs [--grep TEXT] [--counts FILE] [--pictures]
 *
 * Runs `test/vscode/look`; what was seen is kept in `out/pictures`. With `--pictures` those that README and the walkthrough show are then taken over into
 * `docs/pictures` and `media/walkthrough`, when all went well.
 */
import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { makePackage } from "../package.mjs";
import { startChromium } from "./chromium.mjs";
import { startServer } from "./server.mjs";
import { settingsFor } from "./show.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");
const pictures = join(root, "out", "pictures");
const MOST_BYTES = 300_000;

/** Where pictures are shown. @type {Readonly<Record<string, readonly string[]>>} */
const SHOWN = {
  "docs/pictures": [
    "tree-light",
    "hover-light",
    "quick-fix-light",
    "references-light",
    "rename-preview-light",
    "beside-light",
    "preview-cards-light",
    "paste-light",
    "refactor-menu-light",
    "refactor-merge-light",
    "saturation-light",
    "codebook-light",
    "codebook-page-light",
    "stripes-light",
    "fulltext-light",
    "coding-codes-light",
    "spanish-problems",
    "commands-light",
    "walkthrough-3-light",
  ],
  "media/walkthrough": [
    "example-light",
    "example-dark",
    "configuration-light",
    "configuration-dark",
    "coding-codes-light",
    "coding-codes-dark",
    "link-light",
    "link-dark",
    "loose-light",
    "loose-dark",
    "own-light",
    "own-dark",
  ],
};

/** The tests as one file that Node runs. @returns {Promise<string>} */
async function bundle() {
  const outfile = join(root, "out", "vscode-look", "run.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["test/vscode/look/run.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}

function takeOver() {
  for (const [folder, names] of Object.entries(SHOWN)) {
    mkdirSync(join(root, folder), { recursive: true });
    for (const name of names) {
      const from = join(pictures, `${name}.png`);
      const { size } = statSync(from);
      if (size > MOST_BYTES) throw new Error(`${name}.png has ${size} bytes; ${MOST_BYTES} is the most.`);
      copyFileSync(from, join(root, folder, `${name}.png`));
      console.log(`${folder}/${name}.png: ${(size / 1024).toFixed(0)} KB`);
    }
  }
}

/** @param {string} grep */
async function look(grep) {
  process.setSourceMapsEnabled(true);
  const { run } = await import(pathToFileURL(await bundle()).href);
  // No tooltip stands before what a picture is of.
  const settings = (/** @type {import("./show.mjs").Theme} */ theme) => ({
    ...settingsFor(theme),
    "workbench.hover.delay": 10_000,
  });
  const server = await startServer({ extension: await makePackage(), settings: settings("light") });
  const browser = await startChromium();
  try {
    const setTheme = (/** @type {import("./show.mjs").Theme} */ theme) => server.set(settings(theme));
    return await run({ browser, url: server.url, setTheme, root, pictures }, grep);
  } finally {
    await browser.close();
    server.stop();
  }
}

async function main() {
  const { values } = parseArgs({
    options: {
      grep: { type: "string", default: "" },
      counts: { type: "string" },
      pictures: { type: "boolean", default: false },
    },
  });
  rmSync(pictures, { recursive: true, force: true });
  const { passed, failed, failures } = await look(values.grep);
  if (values.counts !== undefined) writeFileSync(values.counts, JSON.stringify({ passed, failed, failures }));
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed === 0 && values.pictures) takeOver();
  return failed === 0;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
