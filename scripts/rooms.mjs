// @ts-check
/**
 * The dependency rule: which room of `src` may import which, and which packages.
 * `node scripts/rooms.mjs` prints every import that breaks it and exits 1; lint and the tests call it.
 *
 * To add a room, add a line to ROOMS. To use a package in a room, add it to that room's `packages`.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Room
 * @property {string} path a folder of `src`, or a file without `.ts`
 * @property {readonly string[]} rooms paths of the rooms that it may import, besides itself
 * @property {readonly string[]} [files] files of the repository outside `src`, `name*` is a prefix
 * @property {readonly string[]} [packages] packages, `node:*` for Node's own; `name*` is a prefix
 */

const GROUND = ["core/text", "core/l10n", "core/vocabulary", "core/near", "core/ids"];
const MODEL = [...GROUND, "core/syntax", "core/model"];
const REVIEW = [...MODEL, "core/membership", "core/bibliography", "core/review"];
/** Syntax trees of Markdown and YAML: for `core/syntax` alone. */
const PARSERS = ["unified", "remark*", "mdast*", "micromark*", "unist*", "vfile*", "yaml"];

/** @type {readonly Room[]} */
export const ROOMS = [
  // The ground stands in this order: an id's grammar takes its kinds from the vocabulary.
  { path: "core/text", rooms: [] },
  { path: "core/l10n", rooms: [] },
  { path: "core/vocabulary", rooms: ["core/text", "core/l10n"] },
  { path: "core/near", rooms: [] },
  { path: "core/ids", rooms: ["core/text", "core/vocabulary"] },
  { path: "core/syntax", rooms: GROUND, packages: PARSERS },
  { path: "core/model", rooms: [...GROUND, "core/syntax"] },
  { path: "core/membership", rooms: [...GROUND, "core/syntax"] },
  { path: "core/starter", rooms: [] },
  { path: "core/ignore-rules", rooms: ["core/syntax"] },
  { path: "core/bibliography", rooms: ["core/text"] },
  { path: "core/review", rooms: [...MODEL, "core/membership", "core/bibliography"] },
  { path: "core/rules", rooms: REVIEW },
  { path: "core/check", rooms: [...REVIEW, "core/rules"] },
  {
    path: "core/features",
    rooms: [...REVIEW, "core/rules", "core/check", "core/quotes"],
    packages: ["github-slugger"],
  },
  {
    path: "core/read",
    rooms: [...REVIEW, "core/features", "core/report"],
    packages: ["htmlparser2"],
  },
  { path: "core/quotes", rooms: ["core/text"], packages: ["approx-string-match", "diff"] },
  { path: "core/texts", rooms: ["core/text", "core/l10n", "core/syntax", "core/quotes", "core/read"] },
  { path: "core/proof", rooms: [...REVIEW, "core/rules", "core/check", "core/quotes", "core/texts", "core/read"] },
  { path: "core/compare", rooms: REVIEW },
  { path: "core/report", rooms: [...REVIEW, "core/rules", "core/check", "core/quotes"] },
  { path: "core/exchange", rooms: REVIEW, packages: ["@citation-js/*"] },
  { path: "core/annotations", rooms: [...REVIEW, "core/features", "core/quotes", "core/exchange"] },
  // The library's door, and so the one file that sees every room of the core.
  { path: "core/index", rooms: ["core"] },
  { path: "pdf", rooms: ["core"], packages: ["unpdf"] },
  { path: "git", rooms: ["core"], packages: ["node:*"] },
  {
    path: "cli",
    rooms: ["core", "git", "pdf"],
    files: ["package.json", "schemas/*"],
    packages: ["node:*", "sarif", "commander", "picocolors", "chokidar", "diff"],
  },
  { path: "vscode", rooms: ["core", "git", "pdf"], packages: ["vscode"] },
];

/** Static and dynamic imports and re-exports, types included, and references to files, of a formatted module. */
const STATIC = /^(?:import|export)\b(?:[^"'`;]*?\bfrom\s*|\s*)["']([^"'\n]+)["']/gm;
const REFERENCE = /^\/\/\/\s*<reference\s+(?:path|types)\s*=\s*["']([^"'\n]+)["']/gm;
const DYNAMIC = /\b(?:import|require)\(\s*["'`]([^"'`\n]+)["'`]/g;

/**
 * @param {string} text a module's source
 * @returns {string[]} its import specifiers
 */
export function specifiers(text) {
  return [STATIC, DYNAMIC, REFERENCE].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
}

/**
 * @param {string} path relative to `src`, forward slashes
 * @returns {Room | undefined} the innermost room that holds it
 */
export function roomOf(path) {
  return ROOMS.filter((room) => within(path, room.path)).sort((a, b) => b.path.length - a.path.length)[0];
}

/** @param {string} path @param {string} room */
function within(path, room) {
  return path === room || path.startsWith(`${room}/`) || path === `${room}.ts`;
}

/** @param {string} name @param {string} pattern */
function named(name, pattern) {
  if (pattern.endsWith("*")) return name.startsWith(pattern.slice(0, -1));
  return name === pattern || name.startsWith(`${pattern}/`);
}

/**
 * The imports of one file that the dependency rule forbids, as sentences.
 *
 * @param {string} path relative to `src`, forward slashes
 * @param {string} text
 * @returns {string[]}
 */
export function violations(path, text) {
  const room = roomOf(path);
  if (room === undefined) return [`src/${path} is in no room. Add one to scripts/rooms.mjs, or move it.`];
  /** @type {string[]} */
  const found = [];
  for (const specifier of specifiers(text)) {
    if (!specifier.startsWith(".")) {
      if (!(room.packages ?? []).some((pattern) => named(specifier, pattern))) {
        found.push(`src/${path}: ${room.path} may not import the package ${specifier}.`);
      }
      continue;
    }
    const target = posix.join(posix.dirname(path), specifier);
    if ((room.files ?? []).some((pattern) => named(target, `../${pattern}`))) continue;
    if (![room.path, ...room.rooms].some((allowed) => within(target, allowed))) {
      found.push(`src/${path}: ${room.path} may not import ${target.startsWith("..") ? specifier : `src/${target}`}.`);
    }
  }
  return found;
}

/** @param {string} src the folder `src` @returns {string[]} the violations of all its files */
export function allViolations(src) {
  return readdirSync(src, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .flatMap((name) => violations(name, readFileSync(join(src, name), "utf8")));
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const found = allViolations(resolve(dirname(fileURLToPath(import.meta.url)), "..", "src"));
  for (const line of found) console.error(line);
  process.exitCode = found.length > 0 ? 1 : 0;
}
