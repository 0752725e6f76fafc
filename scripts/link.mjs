// @ts-check
/**
 * Links the extension: esbuild splits it into ES modules that import one another, and what VS Code loads are CommonJS files that no host can resolve from one
 * another. So every file is given the modules it shares with earlier ones (`src/vscode/loading.ts`), and gives its own to later ones.
 *
 *   extension.cjs     everything that the entry of the extension imports, and what hands modules on
 *   parts/review.cjs  everything that the reading of reviews imports besides: one file, so that what calls one another often stands side by side
 *   parts/*.cjs       what a part (`src/vscode/parts`) needs besides; what several of them share is a file of its own
 *
 * A part that is to run in a thread by itself is bundled by itself, and shares nothing.
 */
import { posix } from "node:path";
import { build } from "esbuild";

/** The entry that VS Code loads, and the one whose `provide` takes in what a file gives. */
const MAIN = "extension.js";
const LOADING = "loading.js";
/** The part that others build upon. */
const BASE = "review.js";

/**
 * @typedef {object} Split ES modules as esbuild splits them
 * @property {ReadonlyMap<string, string>} texts by name
 * @property {ReadonlyMap<string, readonly string[]>} imports of each, by name
 * @property {readonly string[]} parts names of the entries that are loaded later
 *
 * @typedef {object} Linked
 * @property {string} file its path below `dist`
 * @property {readonly string[]} modules names of the modules that it holds
 * @property {string} text
 */

/**
 * The modules of a build with `splitting` that is not written.
 *
 * @param {import("esbuild").BuildResult & { metafile: import("esbuild").Metafile }} built
 * @param {string} outdir of the build, from its working directory
 * @param {readonly string[]} parts names of the entries that are loaded later
 * @returns {Split}
 */
export function splitOf({ metafile, outputFiles }, outdir, parts) {
  const nameOf = (/** @type {string} */ path) => posix.relative(outdir, path);
  const outputs = Object.entries(metafile.outputs);
  const texts = new Map();
  for (const [path] of outputs) {
    const file = (outputFiles ?? []).find((each) => each.path.replaceAll("\\", "/").endsWith(`/${path}`));
    texts.set(nameOf(path), file?.text ?? "");
  }
  const imports = outputs.map(([path, output]) => {
    const dynamic = output.imports.find(({ kind }) => kind === "dynamic-import");
    if (dynamic) throw new Error(`${path} has an import() of ${dynamic.path}: a part is loaded by its name.`);
    return /** @type {const} */ ([
      nameOf(path),
      output.imports.filter(({ external }) => !external).map((each) => nameOf(each.path)),
    ]);
  });
  return { texts, imports: new Map(imports), parts };
}

/**
 * A module and all that it imports, itself last.
 *
 * @param {Split} split @param {string} name
 * @returns {readonly string[]}
 */
export function closure({ imports }, name) {
  /** @type {Set<string>} */
  const entered = new Set();
  /** @type {string[]} */
  const found = [];
  const enter = (/** @type {string} */ one) => {
    if (entered.has(one)) return;
    entered.add(one);
    for (const other of imports.get(one) ?? []) enter(other);
    found.push(one);
  };
  enter(name);
  return found;
}

/** @param {string} name */
const fileOf = (name) => `parts/${posix.basename(name, ".js")}.cjs`;

/**
 * Which modules go into which file, and which files each part needs, in the order in which they are evaluated.
 *
 * @param {Split} split
 * @returns {{ readonly files: Map<string, readonly string[]>, readonly needs: Map<string, readonly string[]> }}
 */
export function plan(split) {
  const main = [...new Set([...closure(split, LOADING), ...closure(split, MAIN)])];
  const base = closure(split, BASE).filter((name) => !main.includes(name));
  const files = new Map([
    ["extension.cjs", main],
    [fileOf(BASE), base],
  ]);
  const needs = new Map();
  for (const part of split.parts) {
    const further = closure(split, part).filter((name) => !main.includes(name));
    const wanted = new Set(further.map((name) => fileOf(base.includes(name) ? BASE : name)));
    for (const name of further) if (!base.includes(name)) files.set(fileOf(name), [name]);
    needs.set(posix.basename(part, ".js"), [...wanted]);
  }
  return { files, needs };
}

/**
 * Makes the files.
 *
 * @param {Split} split
 * @param {import("esbuild").BuildOptions} options how they are written: `target`, `minify`
 * @param {ReadonlyMap<string, string>} alone parts that share nothing, by name: modules as texts, that import none
 * @returns {Promise<readonly Linked[]>}
 */
export async function link(split, options, alone = new Map()) {
  const { files, needs } = plan(split);
  const texts = new Map([...split.texts, ...alone]);
  for (const part of alone.keys()) {
    files.set(fileOf(part), [part]);
    needs.set(posix.basename(part, ".js"), [fileOf(part)]);
  }
  const shared = new Set([...alone.keys(), ...split.parts, ...[...split.imports.values()].flat()]);
  return Promise.all(
    [...files].map(async ([file, modules]) => {
      const given = modules.filter((name) => shared.has(name));
      const isMain = modules.includes(MAIN);
      const lines = given.map((name, at) => `import * as m${at} from ${JSON.stringify(`./${name}`)};`);
      const object = `{ ${given.map((name, at) => `${JSON.stringify(`./${name}`)}: m${at}`).join(", ")} }`;
      if (isMain)
        lines.push(
          `import { provide } from "./${LOADING}";`,
          `provide(${object});`,
          `export { activate } from "./${MAIN}";`,
        );
      else lines.push(`module.exports = ${object};`);
      const { outputFiles } = await build({
        ...options,
        stdin: { contents: lines.join("\n"), resolveDir: "/", sourcefile: file },
        define: { FILES: JSON.stringify(Object.fromEntries(needs)) },
        bundle: true,
        write: false,
        format: "cjs",
        platform: "browser",
        plugins: [inMemory(texts, modules)],
      });
      return { file, modules, text: outputFiles?.[0]?.text ?? "" };
    }),
  );
}

/**
 * Finds modules among texts: those of the file are bundled into it, others are asked for when it is evaluated.
 *
 * @param {ReadonlyMap<string, string>} texts @param {readonly string[]} own
 * @returns {import("esbuild").Plugin}
 */
function inMemory(texts, own) {
  return {
    name: "in-memory",
    setup(building) {
      building.onResolve({ filter: /./ }, ({ path, importer, namespace }) => {
        if (!path.startsWith(".")) return { path, external: true };
        const name = posix.join(namespace === "split" ? posix.dirname(importer) : "", path);
        return own.includes(name) ? { path: name, namespace: "split" } : { path: `./${name}`, external: true };
      });
      building.onLoad({ filter: /./, namespace: "split" }, ({ path }) => ({ contents: texts.get(path) ?? "" }));
    },
  };
}
