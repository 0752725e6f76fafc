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
import { cliOptions, ENTRIES, extensionOptions, libraryOptions, linkExtension } from "./options.mjs";

/** @typedef {import("./options.mjs").Built} Built */

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const example = join(root, "examples", "community-falls-prevention");
const stamp = join(root, "out", "build.sha256");
const RULE = "-".repeat(80);
const SHEBANG = "#!/usr/bin/env node\n";

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

/** What packages hold of others, with the licence of that, whose text lies in `scripts/licences`. @type {Readonly<Record<string, readonly (readonly [name: string, licence: string])[]>>} */
const WITHIN = { unpdf: [["PDF.js, by the Mozilla Foundation and others", "Apache-2.0"]] };

/** The licences of the bundled packages, which their terms ask to go along. @param {ReadonlyMap<string, string>} packages */
function notices(packages) {
  const texts = [...packages].map(([name, path]) => {
    const folder = join(root, path);
    const { version, license } = manifestOf(folder);
    const own = `${name} ${version} (${license})\n\n${licenceText(name, folder)}\n`;
    const others = (WITHIN[name] ?? []).map(
      ([other, licence]) =>
        `${other} (${licence}), in ${name}\n\n${readFileSync(join(root, "scripts", "licences", `${licence}.txt`), "utf8").trim()}\n`,
    );
    return [own, ...others].join(`\n${RULE}\n\n`);
  });
  return `CMOC holds these packages:\n\n${texts.join(`\n${RULE}\n\n`)}`;
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
    ...["build", "options", "link", "lighter", "pdfjs"].map((name) => `scripts/${name}.mjs`),
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
    join(dist, "parts", "review.cjs"),
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
  // The libraries that decode bibliographies and read PDFs ask whether there is a DOM before they use it.
  const asking = ["parts/bibliography.cjs", "parts/pdf.cjs"];
  const others = linked.filter(({ file }) => !asking.includes(file));
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
  const bytesOf = (/** @type {readonly string[]} */ of) =>
    linked.filter(({ file }) => of.includes(file)).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  console.log(
    `${kilobytes(bytesOf(["extension.cjs", "parts/review.cjs"]))}  loaded by the extension when a review opens`,
  );
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
