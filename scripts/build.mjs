// @ts-check
/**
 * Bundles what ships into `dist`, minified, and prints the sizes:
 *
 *   dist/cmoc.js        the command line, for Node 20 and later
 *   dist/index.js       the core as a library, for any JavaScript host: no Node, no DOM
 *   dist/extension.cjs  the VS Code extension, for its Node host and its web host alike
 *   dist/parts/*.cjs    what the extension loads when it is first asked for: see `link.mjs`
 *   dist/example.json   the invented example, which the extension copies into a folder when it is asked to
 *
 * What is imported with `import()` becomes a file of its own in `dist/chunks`, loaded on first use.
 * `--check` exits 0 if `dist` was built from these very sources, else 1, and builds nothing.
 */
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { lighter } from "./lighter.mjs";
import { link, splitOf } from "./link.mjs";

/** @typedef {import("esbuild").BuildResult & { metafile: import("esbuild").Metafile }} Built */

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const example = join(root, "examples", "community-falls-prevention");
const stamp = join(root, "out", "build.sha256");
const SHEBANG = "#!/usr/bin/env node\n";

export const ENTRIES = {
  cli: "src/cli/main.ts",
  library: "src/core/index.ts",
  extension: "src/vscode/extension.ts",
};

const PARTS = "src/vscode/parts";

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
    plugins: [noNetwork],
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
  const parts = partsIn(at).map((name) => [name, `${PARTS}/${name}.ts`]);
  return {
    ...common(at),
    entryPoints: { extension: ENTRIES.extension, loading: "src/vscode/loading.ts", ...Object.fromEntries(parts) },
    chunkNames: "shared-[hash]",
    platform: "browser",
    target: "es2022",
    minify: false,
    mainFields: ["module", "main"],
    external: ["vscode"],
    plugins: [noNetwork, pagesApart, lighter],
  };
}

/** What the extension loads later, by name. */
function partsIn(/** @type {string} */ at) {
  return readdirSync(join(at, PARTS)).map((file) => file.replace(/\.ts$/, ""));
}

/** The files that VS Code loads, from a build with {@link extensionOptions}. @param {Built} built */
export function linkExtension(built, at = root) {
  const parts = partsIn(at).map((name) => `${name}.js`);
  return link(splitOf(built, "dist", parts), {
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "silent",
  });
}

/** Traces of a DOM build in a bundle: a module or text that only a browser's page can run. */
export function domTraces(/** @type {import("esbuild").Metafile} */ metafile, /** @type {readonly string[]} */ texts) {
  const modules = Object.keys(metafile.inputs).filter((path) => /\.dom\.m?js$/.test(path));
  const calls = texts.some((text) => text.includes("document.createElement")) ? ["document.createElement"] : [];
  return [...modules, ...calls];
}

/**
 * The packages that a bundle holds: their folders below the root, by name; a package that stands in another's folder is found there.
 *
 * @param {import("esbuild").Metafile} metafile
 * @returns {ReadonlyMap<string, string>}
 */
export function packagesOf(metafile) {
  const folders = new Map();
  for (const path of Object.keys(metafile.inputs)) {
    const mark = path.lastIndexOf("node_modules/");
    if (mark < 0) continue;
    const at = mark + "node_modules/".length;
    const parts = path.slice(at).split("/");
    const name = parts[0]?.startsWith("@") ? `${parts[0]}/${parts[1]}` : (parts[0] ?? "");
    folders.set(name, path.slice(0, at) + name);
  }
  return new Map([...folders].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The text of a package's licence: its own, or that of a package of the same scope and author under the same licence, where the author put it into
 * one of them alone. Throws when there is none.
 *
 * @param {string} name @param {string} folder the package's
 */
export function licenceText(name, folder) {
  const manifest = manifestOf(folder);
  const own = licenceFile(folder);
  if (own !== undefined) return readFileSync(own, "utf8").trim();
  const scope = name.startsWith("@") ? dirname(folder) : undefined;
  for (const entry of scope === undefined ? [] : readdirSync(scope).sort()) {
    const other = join(/** @type {string} */ (scope), entry);
    const { license, author } = manifestOf(other);
    const file = licenceFile(other);
    if (file && license === manifest.license && authorName(author) === authorName(manifest.author))
      return readFileSync(file, "utf8").trim();
  }
  throw new Error(
    `The package ${name} (${manifest.license}) comes without the text of its licence, which has to go along.`,
  );
}

/** @param {string} folder @returns {{ version?: string, license?: string, author?: string | { name?: string } }} */
function manifestOf(folder) {
  const path = join(folder, "package.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

/** @param {string} folder */
function licenceFile(folder) {
  const name = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return name === undefined ? undefined : join(folder, name);
}

/** @param {string | { name?: string } | undefined} author */
function authorName(author) {
  return (typeof author === "string" ? author : (author?.name ?? "")).replace(/\s*[<(].*$/, "");
}

/** The licences of the bundled packages, which their terms ask to go along. @param {ReadonlyMap<string, string>} packages */
function notices(packages) {
  const texts = [...packages].map(([name, path]) => {
    const folder = join(root, path);
    const { version, license } = manifestOf(folder);
    return `${name} ${version} (${license})\n\n${licenceText(name, folder)}\n`;
  });
  return `CMOC holds these packages:\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

/**
 * A folder as data: its files by their paths below it, parted by `/`. Text as it is, anything else in base64: `{ base64: "…" }`.
 *
 * @param {string} folder
 * @returns {Readonly<Record<string, string | { readonly base64: string }>>}
 */
export function folderAsData(folder) {
  const entries = filesIn(folder).map((name) => {
    const bytes = readFileSync(join(folder, name));
    const text = bytes.toString("utf8");
    return [name, Buffer.from(text, "utf8").equals(bytes) ? text : { base64: bytes.toString("base64") }];
  });
  return Object.fromEntries(entries);
}

/** Paths of the files below a folder, parted by `/`, in stable order. @param {string} folder */
function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** A digest of everything that the build depends on. */
export function sourceDigest() {
  const hash = createHash("sha256");
  hash.update(JSON.stringify(folderAsData(example)));
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((name) => `src/${name.split(sep).join("/")}`)
    .filter((name) => /\.(?:ts|json)$/.test(name));
  for (const name of [
    ...sources.sort(),
    "package.json",
    "package-lock.json",
    "scripts/build.mjs",
    "scripts/lighter.mjs",
    "scripts/link.mjs",
  ]) {
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(root, name)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Whether `dist` was built from the sources as they are. */
export function isBuilt() {
  const outputs = [
    join(dist, "cmoc.js"),
    join(dist, "index.js"),
    join(dist, "extension.cjs"),
    join(dist, "example.json"),
    stamp,
  ];
  return outputs.every((path) => existsSync(path)) && readFileSync(stamp, "utf8") === sourceDigest();
}

/** @param {Built} built */
const textsOf = ({ outputFiles }) => (outputFiles ?? []).map(({ text }) => text);

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1).padStart(8)} KB`;

/** Builds everything. Throws with a message when an entry is missing or does not bundle. */
export async function buildAll() {
  const missing = Object.values(ENTRIES).filter((entry) => !existsSync(join(root, entry)));
  if (missing.length > 0) throw new Error(`Nothing was built: ${missing.join(" and ")} is missing.`);
  const { build, formatMessages } = await import("esbuild");
  const run = async (/** @type {import("esbuild").BuildOptions & { metafile: true }} */ options) => {
    try {
      return await build(options);
    } catch (error) {
      const errors = /** @type {import("esbuild").BuildFailure} */ (error).errors;
      if (errors === undefined) throw error;
      throw new Error((await formatMessages(errors, { kind: "error", color: process.stdout.isTTY })).join("\n"));
    }
  };
  const digest = sourceDigest();
  const cli = await run(cliOptions());
  const library = await run(libraryOptions());
  const extension = await run(extensionOptions());
  const linked = await linkExtension(extension);
  // The library that decodes bibliographies asks whether there is a DOM before it uses it.
  const others = linked.filter(({ file }) => file !== "parts/bibliography.cjs");
  const traces = [
    ...domTraces(library.metafile, textsOf(library)),
    ...domTraces(
      extension.metafile,
      others.map(({ text }) => text),
    ),
  ];
  if (traces.length > 0) throw new Error(`The core must run without a DOM, but holds ${traces.join(", ")}.`);
  const built = [cli, library, extension];

  rmSync(dist, { recursive: true, force: true });
  const files = [cli, library].flatMap(({ outputFiles }) => outputFiles ?? []);
  for (const { path, text } of [...files, ...linked.map(({ file, text }) => ({ path: join(dist, file), text }))]) {
    mkdirSync(dirname(path), { recursive: true });
    const isBin = path === join(dist, "cmoc.js");
    const written = isBin && !text.startsWith("#!") ? SHEBANG + text : text;
    writeFileSync(path, written);
    if (isBin) chmodSync(path, 0o755);
    console.log(`${kilobytes(Buffer.byteLength(written))}  ${relative(root, path).split(sep).join("/")}`);
  }
  writeFileSync(join(dist, "example.json"), JSON.stringify(folderAsData(example)));
  writeFileSync(
    join(dist, "third-party.txt"),
    notices(new Map(built.flatMap(({ metafile }) => [...packagesOf(metafile)]).sort())),
  );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    if (process.argv.includes("--check")) process.exitCode = isBuilt() ? 0 : 1;
    else await buildAll();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
