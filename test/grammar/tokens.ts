/** The grammars as VS Code reads them: its own tokeniser, its own grammar of Markdown, ours injected or not. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { IGrammar, IRawGrammar, StateStack } from "vscode-textmate";

const require = createRequire(import.meta.url);
const { INITIAL, parseRawGrammar, Registry } = require("vscode-textmate") as typeof import("vscode-textmate");
const { loadWASM, OnigScanner, OnigString } = require("vscode-oniguruma") as typeof import("vscode-oniguruma");

export const FOLDER = "syntaxes";
const MARKDOWN = "text.html.markdown";

/** Stand-ins for the grammars that Markdown's includes for HTML and for front matter: enough to see where they are at work. */
const STAND_INS: { readonly [scope: string]: string } = {
  "text.html.derivative": JSON.stringify({
    scopeName: "text.html.derivative",
    patterns: [
      { begin: "<!--", end: "-->", name: "comment.block.html" },
      { begin: "</?[a-zA-Z]", end: ">", name: "meta.tag.html" },
    ],
  }),
  "source.yaml": JSON.stringify({
    scopeName: "source.yaml",
    patterns: [{ match: "^[a-z]+(?=:)", name: "entity.name.tag.yaml" }],
  }),
};

/** Our grammars as they are committed, by scope. */
export const OURS: ReadonlyMap<string, IRawGrammar> = new Map(
  readdirSync(FOLDER).map((name) => {
    const made = parseRawGrammar(readFileSync(`${FOLDER}/${name}`, "utf8"), name);
    return [made.scopeName, made];
  }),
);

const markdown = readFileSync("test/grammar/fixtures/markdown.tmLanguage.json", "utf8");

async function engine() {
  await loadWASM(new Uint8Array(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"))).buffer);
  return {
    createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
    createOnigString: (text: string) => new OnigString(text),
  };
}

let loaded: ReturnType<typeof engine> | undefined;

/** Markdown's grammar, with ours injected or by itself. */
export async function grammarOf(injected: boolean): Promise<IGrammar> {
  loaded ??= engine();
  const registry = new Registry({
    onigLib: loaded,
    loadGrammar: async (scope) => {
      if (scope === MARKDOWN) return parseRawGrammar(markdown, "markdown.json");
      const text = STAND_INS[scope];
      return text === undefined ? (OURS.get(scope) ?? null) : parseRawGrammar(text, "stand-in.json");
    },
    getInjections: (scope) => (injected && scope === MARKDOWN ? [...OURS.keys()] : undefined),
  });
  const grammar = await registry.loadGrammar(MARKDOWN);
  if (grammar === null) throw new Error("Markdown's grammar was not loaded.");
  return grammar;
}

export interface Token {
  readonly from: number;
  readonly to: number;
  readonly scopes: readonly string[];
}

export interface Line {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export function linesOf(grammar: IGrammar, text: string): readonly Line[] {
  let state: StateStack = INITIAL;
  return text.split(/\r\n|\n/).map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    const tokens = result.tokens.map(({ startIndex, endIndex, scopes }) => ({
      from: startIndex,
      to: endIndex,
      scopes,
    }));
    return { text: line, tokens };
  });
}

export function isOurs(scope: string): boolean {
  return scope.endsWith(".cmoc");
}

/** The letter that stands for a scope of ours in a snapshot; nothing for those that colour nothing. */
export const LETTERS: { readonly [scope: string]: string } = {
  "keyword.other.kind.cmoc": "k",
  "entity.name.type.id.cmoc": "i",
  "entity.name.type.reference.cmoc": "r",
  "keyword.other.role.cmoc": "R",
  "keyword.control.stance.cmoc": "s",
  "entity.name.tag.field.cmoc": "f",
  "constant.language.value.cmoc": "v",
  "entity.name.function.code.cmoc": "c",
  "support.function.citation.cmoc": "@",
};

/** What a line is coloured as: one letter under each character, trimmed; empty where nothing is. */
export function marksOf({ text, tokens }: Line): string {
  const marks = new Array<string>(text.length).fill(" ");
  for (const { from, to, scopes } of tokens) {
    const letter = scopes.map((scope) => LETTERS[scope]).findLast((found) => found !== undefined);
    if (letter !== undefined) marks.fill(letter, from, Math.min(to, text.length));
  }
  return marks.join("").trimEnd();
}

/** The coloured words of a text, each as `letter:word`. */
export function coloured(grammar: IGrammar, text: string): readonly string[] {
  return linesOf(grammar, text).flatMap((line) => {
    const marks = marksOf(line);
    return [...marks.matchAll(/(\S)\1*/g)].map(
      ({ 0: run, 1: letter, index }) => `${letter}:${line.text.slice(index, index + run.length)}`,
    );
  });
}
