// @ts-check
/**
 * Writes the grammars in `syntaxes` from the language's table, `src/core/vocabulary.ts`, with the rules of `scripts/grammar`.
 *
 *   node scripts/grammar.mjs
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { grammars } from "./grammar/grammars.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** @returns {Promise<import("./grammar/words.mjs").Vocabulary>} the table, read from its source */
export async function vocabulary() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["src/core/vocabulary.ts"],
    bundle: true,
    format: "esm",
    write: false,
  });
  const text = outputFiles[0]?.text ?? "";
  return import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}

async function main() {
  const folder = join(root, "syntaxes");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  for (const [name, grammar] of Object.entries(grammars(await vocabulary())))
    writeFileSync(join(folder, `${name}.tmLanguage.json`), `${JSON.stringify(grammar, null, 2)}\n`);
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  execFileSync(process.execPath, [biome, "format", "--write", "syntaxes"], { cwd: root, stdio: "ignore" });
}

if (process.argv[1] !== undefined && pathToFileURL(resolve(process.argv[1])).href === import.meta.url) await main();
