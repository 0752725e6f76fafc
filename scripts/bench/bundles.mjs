// @ts-check
/** Bundles the contenders into `out/bench`, each as one module. */
import { join } from "node:path";
import { build } from "esbuild";

const CORE = `
export { Checker, reviewToCheck } from "./src/core/check.ts";
export { rename } from "./src/core/features/edit.ts";
export { referencesTo } from "./src/core/features/references.ts";
export { workspaceSymbols } from "./src/core/features/symbols/workspace.ts";
export { fitting } from "./src/core/features/completion/fitting.ts";
export { completion } from "./src/core/features/completion.ts";
export { hints } from "./src/core/features/hints.ts";
export { lenses, lensSaid } from "./src/core/features/lenses.ts";
export { keptText } from "./src/core/proof/kept-text.ts";
export { quoteProblems } from "./src/core/proof/problems.ts";
export { Proofs } from "./src/core/proof/proofs.ts";
export { quoteStripes, TextStripes } from "./src/core/features/stripes.ts";
export { textOfFile } from "./src/core/texts/plain-text.ts";
export { ReadText } from "./src/core/read/report.ts";
export { ConfigurationTree, SourceTree } from "./src/core/features/tree.ts";
export { ALL_RULES } from "./src/core/rules/index.ts";
export { readerOf } from "./src/core/syntax/read-blocks.ts";
export { split } from "./src/core/syntax/split.ts";`;

const LANGUAGE_SERVICE = `
export { createLanguageService, DiagnosticLevel, githubSlugifier, LogLevel } from "vscode-markdown-languageservice";
export { TextDocument } from "vscode-languageserver-textdocument";
export { URI } from "vscode-uri";
export { default as MarkdownIt } from "markdown-it";`;

/**
 * The language service wants these three of a package that it does not bring along. Its diagnostics use them to subscribe and to cancel,
 * neither of which happens here.
 */
const STAND_IN = `
export { DiagnosticSeverity } from "vscode-languageserver-types";
export class Emitter {
  event = () => ({ dispose() {} });
  fire() {}
  dispose() {}
}
export class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
  cancel() {}
  dispose() {}
}`;

/** @type {import("esbuild").Plugin} */
const standIn = {
  name: "stand-in",
  setup(builder) {
    builder.onResolve({ filter: /^vscode-languageserver$/ }, ({ path }) => ({ path, namespace: "stand-in" }));
    builder.onLoad({ filter: /./, namespace: "stand-in" }, () => ({
      contents: STAND_IN,
      resolveDir: builder.initialOptions.absWorkingDir ?? "",
    }));
  },
};

const REQUIRE =
  'import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);';

/** @param {string} root the repository's folder @param {string} name @param {string} contents @returns {Promise<string>} the bundle's path */
async function bundle(root, name, contents) {
  const outfile = join(root, "out", "bench", `${name}.mjs`);
  await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: "ts" },
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    mainFields: ["module", "main"],
    conditions: ["worker"],
    banner: { js: REQUIRE },
    plugins: [standIn],
    minify: true,
    logLevel: "error",
  });
  return outfile;
}

/** @param {string} root */
export function bundleCore(root) {
  return bundle(root, "core", CORE);
}

/** @param {string} root */
export function bundleLanguageService(root) {
  return bundle(root, "language-service", LANGUAGE_SERVICE);
}
