// @ts-check
/**
 * `npm run l10n`: what the translations of the extension lack, and what they have for nothing. With a language, as `npm run l10n -- fr`, writes what is missing
 * into the files of that language, empty, to be filled in; what is there stays. `docs/translating.md` says more.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

/** Scripts and tests are run there. */
const root = process.cwd();
const BUNDLE = /^bundle\.l10n\.([A-Za-z-]+)\.json$/;

/** Words that stand in tables, and are translated where they are told: each is a whole text. */
const TOLD = `
import { EXPLAINED_RULES } from "./src/core/rules/pages.ts";
import * as vocabulary from "./src/core/vocabulary.ts";
import * as meanings from "./src/core/features/hover/words.ts";
const texts = (value) => typeof value === "string" ? [value] : typeof value === "object" ? Object.values(value).flatMap(texts) : [];
const means = (value) => value === null || typeof value !== "object" ? [] : Object.entries(value).flatMap(([key, each]) => key === "means" ? [each] : means(each));
export const told = [
  ...means(vocabulary),
  ...vocabulary.KINDS.map(({ one }) => one),
  ...EXPLAINED_RULES.flatMap(({ why, fix }) => [why, ...(fix ? [fix.title] : [])]),
  ...Object.entries(meanings).flatMap(([name, value]) => name.endsWith("MEANS") ? texts(value) : []),
];`;

/**
 * @typedef {object} Said
 * @property {ReadonlyMap<string, readonly string[]>} messages what is handed to `t`, by where: paths below `src`
 * @property {readonly string[]} others calls of `t` with something else: \`path: argument\`
 * @property {readonly string[]} told what stands in tables
 */

/** @param {string} folder @returns {string[]} */
function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path))
    .sort();
}

/** A call of `t`, in a source without comments and with no white space that can go. */
const CALL =
  /(?<![\w$.])(?:\w+\.)?(?:l10n\.)?t\((?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`)(?=[,)])|([^,()]*))/g;

/**
 * What the extension says, as its sources have it.
 *
 * @returns {Promise<Said>}
 */
export async function saidIn(folder = join(root, "src")) {
  /** @type {Map<string, string[]>} */
  const messages = new Map();
  /** @type {string[]} */
  const others = [];
  for (const file of sourcesIn(folder)) {
    const path = relative(folder, file).split(sep).join("/");
    const text = readFileSync(file, "utf8");
    if (path.startsWith("cli/") || path === "core/l10n.ts" || !/\bt\(/.test(text)) continue;
    const { code } = await transform(text, { loader: "ts", minifyWhitespace: true, charset: "utf8" });
    for (const [, literal, other] of code.matchAll(CALL)) {
      if (literal === undefined) others.push(`${path}: ${other}`);
      else {
        const message = /** @type {string} */ (new Function(`return ${literal}`)());
        messages.set(message, [...(messages.get(message) ?? []), path]);
      }
    }
  }
  const made = await build({
    stdin: { contents: TOLD, resolveDir: root },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    logLevel: "silent",
  });
  const module = { exports: { told: /** @type {string[]} */ ([]) } };
  new Function("module", "exports", "require", made.outputFiles[0]?.text ?? "")(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return { messages, others, told: [...new Set(module.exports.told)] };
}

/** @typedef {Readonly<Record<string, string>>} Words messages, or keys of package.json, with what stands for them */

/**
 * A language's two files.
 *
 * @typedef {object} Translation
 * @property {string} language as VS Code calls it: `es`, `pt-br`
 * @property {Words} bundle
 * @property {Words} manifest
 */

/** @param {string} path @returns {Words} */
function wordsOf(path) {
  return existsSync(join(root, path)) ? JSON.parse(readFileSync(join(root, path), "utf8")) : {};
}

/** @param {string} language @returns {Translation} */
function translationIn(language) {
  return {
    language,
    bundle: wordsOf(`l10n/bundle.l10n.${language}.json`),
    manifest: wordsOf(`package.nls.${language}.json`),
  };
}

/** Every language that there is a translation into. @returns {readonly Translation[]} */
export function translations() {
  const files = existsSync(join(root, "l10n")) ? readdirSync(join(root, "l10n")) : [];
  return files.flatMap((name) => BUNDLE.exec(name)?.[1] ?? []).map(translationIn);
}

/** The words of package.json in English, by their keys, and the keys that it names. @returns {{ words: Words, keys: readonly string[] }} */
export function manifestWords() {
  const text = readFileSync(join(root, "package.json"), "utf8");
  return { words: wordsOf("package.nls.json"), keys: [...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key = ""]) => key) };
}

/** @param {string} text */
function holes(text) {
  return [...new Set(text.match(/\{\d{1,2}\}/g) ?? [])].sort().join(" ");
}

/** What a command's link names, as in `[New Review](command:cmoc.newReview)`. @param {string} text */
function links(text) {
  return (text.match(/\]\([^)]+\)/g) ?? []).join(" ");
}

/**
 * What is wrong with words in another language: none for one, one for none, other holes or other links than the English has.
 *
 * @param {ReadonlyMap<string, string>} wanted keys, and the English
 * @param {Words} given
 * @returns {readonly string[]}
 */
export function faultsOf(wanted, given) {
  const faults = [...wanted].flatMap(([key, english]) => {
    const said = given[key] ?? "";
    if (said.trim() === "") return [`is missing: ${key}`];
    if (holes(said) !== holes(english) || links(said) !== links(english))
      return [`has other holes or links than the English: ${key}`];
    return /^\s|\s$/.test(said) ? [`begins or ends in white space: ${key}`] : [];
  });
  return [...faults, ...Object.keys(given).flatMap((key) => (wanted.has(key) ? [] : [`is for nothing: ${key}`]))];
}

/** Messages, and keys of package.json, with their English. @returns {Promise<{ messages: ReadonlyMap<string, string>, manifest: ReadonlyMap<string, string> }>} */
export async function english() {
  const { messages, told } = await saidIn();
  return {
    messages: new Map([...messages.keys(), ...told].sort().map((message) => [message, message])),
    manifest: new Map(Object.entries(manifestWords().words)),
  };
}

/** @param {string} path @param {ReadonlyMap<string, string>} wanted @param {Words} given */
function filledUp(path, wanted, given) {
  const all = Object.fromEntries([...wanted.keys()].map((key) => [key, given[key] ?? ""]));
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), `${JSON.stringify(all, null, 2)}\n`);
}

/** @param {string | undefined} language */
async function main(language) {
  const { messages, manifest } = await english();
  if (language !== undefined) {
    if (!/^[a-z]{2,3}(?:-[a-z]{2,4})?$/.test(language))
      throw new Error(`${language} is no language as VS Code calls them: es, pt-br, zh-cn.`);
    const { bundle, manifest: own } = translationIn(language);
    filledUp(`l10n/bundle.l10n.${language}.json`, messages, bundle);
    filledUp(`package.nls.${language}.json`, manifest, own);
  }
  let count = 0;
  for (const { language: each, bundle, manifest: own } of translations()) {
    const faults = [...faultsOf(messages, bundle), ...faultsOf(manifest, own)];
    count += faults.length;
    console.log(`${each}: ${messages.size + manifest.size} texts, ${faults.length} to mend`);
    for (const fault of faults) console.log(`  ${fault}`);
  }
  return count === 0;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    if (!(await main(process.argv[2]))) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
