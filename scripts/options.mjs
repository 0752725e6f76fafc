// @ts-check
/** How each of what ships is bundled, and out of which sources. */
import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { lighter } from "./lighter.mjs";
import { link, splitOf } from "./link.mjs";
import { boundedPdf } from "./pdfjs.mjs";

/** @typedef {import("esbuild").BuildResult & { metafile: import("esbuild").Metafile }} Built */

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

export const ENTRIES = {
  cli: "src/cli/main.ts",
  library: "src/core/index.ts",
  extension: "src/vscode/extension.ts",
};

const PARTS = "src/vscode/parts";

/** Parts that share no module with others, since they run in a thread too. */
const ALONE = ["pdf"];

/** Lets CommonJS packages inside an ES module ask for Node's own modules. */
const REQUIRE =
  'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);';

/**
 * The bibliography library can fetch what an entry's address names. A review is read from its own files only,
 * so what would fetch is left out of the bundle.
 *
 * @type {import("esbuild").Plugin}
 */
const noNetwork = {
  name: "no-network",
  setup(build) {
    build.onResolve({ filter: /^(?:node-fetch|sync-fetch)$/ }, ({ path }) => ({ path, namespace: "no-network" }));
    build.onLoad({ filter: /./, namespace: "no-network" }, () => ({
      contents: [
        "export default function fetch() { throw new Error('Nothing is fetched from the network.'); }",
        "export class Headers { set() {} append() {} get() { return null; } }",
      ].join("\n"),
    }));
  },
};

/**
 * A rule's file holds the rule and its page (`src/core/rules/pages.ts`). For the pages it counts as another module, so that each part of the extension has what it
 * needs of it: esbuild leaves the rest out.
 *
 * @type {import("esbuild").Plugin}
 */
const pagesApart = {
  name: "pages-apart",
  setup(build) {
    build.onResolve({ filter: /^\.\/[a-z-]+\.ts$/ }, ({ path, importer, resolveDir }) => {
      const isOfPages = importer.replaceAll("\\", "/").endsWith("/core/rules/pages.ts");
      if (!isOfPages || path === "./index.ts") return undefined;
      return { path: join(resolveDir, path), suffix: "?page" };
    });
  },
};

/** @returns {import("esbuild").BuildOptions & { metafile: true }} */
function common(at = root) {
  return {
    absWorkingDir: at,
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    outdir: join(at, "dist"),
    entryNames: "[name]",
    chunkNames: "chunks/[name]-[hash]",
    // Without this condition micromark resolves to its DOM build on the web.
    conditions: ["worker"],
    legalComments: "none",
    metafile: true,
    write: false,
    plugins: [noNetwork, boundedPdf],
    logLevel: "silent",
  };
}

/** @returns {import("esbuild").BuildOptions & { metafile: true }} */
export function cliOptions() {
  return {
    ...common(),
    entryPoints: { cmoc: ENTRIES.cli },
    platform: "node",
    target: "node20",
    mainFields: ["module", "main"],
    banner: { js: REQUIRE },
  };
}

/** @returns {import("esbuild").BuildOptions & { metafile: true }} */
export function libraryOptions() {
  return {
    ...common(),
    entryPoints: { index: ENTRIES.library },
    platform: "neutral",
    target: "es2022",
    mainFields: ["module", "main"],
  };
}

/**
 * The extension as modules that are still to be linked. The same for both hosts of VS Code: what they may use is what both have.
 *
 * @param {string} at the repository
 * @returns {import("esbuild").BuildOptions & { metafile: true }}
 */
export function extensionOptions(at = root) {
  const parts = partsIn(at)
    .filter((name) => !ALONE.includes(name))
    .map((name) => [name, `${PARTS}/${name}.ts`]);
  return {
    ...common(at),
    entryPoints: { extension: ENTRIES.extension, loading: "src/vscode/loading.ts", ...Object.fromEntries(parts) },
    chunkNames: "shared-[hash]",
    platform: "browser",
    target: "es2022",
    minify: false,
    mainFields: ["module", "main"],
    external: ["vscode"],
    plugins: [noNetwork, boundedPdf, pagesApart, lighter],
  };
}

/** What the extension loads later, by name. */
function partsIn(/** @type {string} */ at) {
  return readdirSync(join(at, PARTS)).map((file) => file.replace(/\.ts$/, ""));
}

/** The files that VS Code loads, from a build with {@link extensionOptions}. @param {Built} built */
export async function linkExtension(built, at = root) {
  const parts = partsIn(at)
    .filter((name) => !ALONE.includes(name))
    .map((name) => `${name}.js`);
  const alone = ALONE.map(async (name) => {
    const entryPoints = [`${PARTS}/${name}.ts`];
    const { outputFiles } = await build({ ...extensionOptions(at), entryPoints, splitting: false });
    return /** @type {const} */ ([`${name}.js`, outputFiles?.[0]?.text ?? ""]);
  });
  return link(
    splitOf(built, "dist", parts),
    { target: "es2022", minify: true, legalComments: "none", logLevel: "silent" },
    new Map(await Promise.all(alone)),
  );
}
