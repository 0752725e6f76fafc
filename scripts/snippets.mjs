// @ts-check
/**
 * Writes the snippets in `snippets` from the language's table, `src/core/vocabulary.ts`, with the words of `scripts/snippets`.
 *
 *   node scripts/snippets.mjs
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { vocabulary } from "./grammar.mjs";
import { configurations } from "./snippets/configurations.mjs";
import { manifest, others, source } from "./snippets/others.mjs";

/** @typedef {import("./grammar/words.mjs").Vocabulary} Vocabulary */
/** @typedef {import("./snippets/shape.mjs").Snippet} Snippet */

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * The snippets by the language of the files in which they are offered.
 *
 * @param {Vocabulary} words
 * @param {Readonly<Record<string, readonly string[]>>} scales the scales of appraisal of a review that names none
 * @returns {{ readonly markdown: Readonly<Record<string, Snippet>>, readonly yaml: Readonly<Record<string, Snippet>> }}
 */
export function snippets(words, scales) {
  return {
    markdown: { ...configurations(words), ...others(words), ...source(words, scales) },
    yaml: manifest(words, scales),
  };
}

/** As in `src/core/syntax/manifest.ts`, which a test compares. */
export const SCALES = {
  relevance: ["low", "moderate", "high"],
  richness: ["thin", "thick", "rich"],
  rigour: ["low", "moderate", "high"],
};

async function main() {
  const folder = join(root, "snippets");
  mkdirSync(folder, { recursive: true });
  for (const [language, made] of Object.entries(snippets(await vocabulary(), SCALES)))
    writeFileSync(join(folder, `${language}.json`), `${JSON.stringify(made, null, 2)}\n`);
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  execFileSync(process.execPath, [biome, "format", "--write", "snippets"], { cwd: root, stdio: "ignore" });
}

if (process.argv[1] !== undefined && pathToFileURL(resolve(process.argv[1])).href === import.meta.url) await main();
