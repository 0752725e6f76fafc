import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { english, faultsOf, manifestWords, saidIn, translations } from "../../scripts/l10n.mjs";

/** What is handed to `t` from tables: fields of theirs that `scripts/l10n.mjs` reads. */
const TOLD = /^(?:\w+\.)*(?:means|why|one|fix\.title|[A-Z_]*MEANS(?:\[[\w.]+\])?)$/;

/** Where VS Code is handed what people read. */
const SHOWN =
  /(?:show(?:Information|Warning|Error)Message\(|createQuickPick\(|\b(?:placeHolder|prompt|openLabel|saveLabel|title|tooltip|description|detail|label|documentation)[:=]|\.(?:name|text|message)=)\s*(?:[\w.]+\s*\?\s*|[\w.]+\s*\?\?\s*)?(["'`])((?:(?!\1)[^\\]|\\.)*)\1/g;

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path));
}

describe("translations", () => {
  it("have every message and every text of package.json, with the same holes and links, and none for nothing", async () => {
    const { messages, manifest } = await english();
    assert.ok(messages.size > 600);
    const all = translations();
    assert.ok(all.some(({ language }) => language === "es"));
    for (const { language, bundle, manifest: own } of all) {
      assert.deepEqual(faultsOf(messages, bundle), [], language);
      assert.deepEqual(faultsOf(manifest, own), [], language);
      // What differs in nothing was probably forgotten.
      const same = [...messages.keys()].filter(
        (message) => bundle[message] === message && /\p{L}{4,} \p{L}/u.test(message),
      );
      assert.deepEqual(same, [], language);
    }
  });

  it("are found wanting where something is missing, is another, or is too much", () => {
    const wanted = new Map([
      ["a", "{0} is taken."],
      ["b", "[Go](command:x.y)"],
    ]);
    assert.deepEqual(faultsOf(wanted, { a: "{0} ya existe.", b: "[Ir](command:x.y)" }), []);
    const faults = faultsOf(wanted, { a: "{1} ya existe.", b: "[Ir](command:x.z)", c: "más" });
    assert.equal(faults.length, 3);
    assert.equal(faultsOf(wanted, { a: "{0} ya existe." }).length, 1);
  });

  it("have a text for each key that package.json names, and no other", () => {
    const { words, keys } = manifestWords();
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(words).sort());
  });
});

describe("the extension", () => {
  interface Speaking {
    readonly speakAsHere: () => void;
    readonly t: (message: string, ...args: readonly (string | number)[]) => string;
    readonly grouped: (n: number) => string;
  }

  /** What chooses the language, beside a VS Code that has this translation. */
  async function speaking(bundle: Readonly<Record<string, string>> | undefined, language: string): Promise<Speaking> {
    const { outputFiles } = await build({
      stdin: {
        contents: 'export * from "./src/vscode/speaking.ts"; export { grouped, t } from "./src/core/l10n.ts";',
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      format: "cjs",
      external: ["vscode"],
    });
    const module = { exports: {} };
    const vscode = { l10n: { bundle }, env: { language } };
    new Function("module", "require", outputFiles[0]?.text ?? "")(module, () => vscode);
    return module.exports as Speaking;
  }

  it("speaks the language of VS Code where there is a translation, and English where a text is missing", async () => {
    const { speakAsHere, t, grouped } = await speaking({ "{0} is taken.": "{0} ya existe.", "None.": "" }, "es");
    assert.equal(t("{0} is taken.", "TR2"), "TR2 is taken.");
    speakAsHere();
    assert.equal(t("{0} is taken.", "TR2"), "TR2 ya existe.");
    assert.deepEqual([t("None."), t("constructor"), t("{0} more", 2)], ["None.", "constructor", "2 more"]);
    assert.equal(grouped(12_000), "12.000");
  });

  it("speaks English where there is no translation", async () => {
    const { speakAsHere, t, grouped } = await speaking(undefined, "fr");
    speakAsHere();
    assert.equal(t("{0} is taken.", "TR2"), "TR2 is taken.");
    assert.equal(grouped(12_000), "12,000");
  });
});

describe("what people read", () => {
  it("is handed to t as a literal, or from a table that is translated", async () => {
    const { others, told } = await saidIn();
    assert.ok(others.length > 10);
    assert.deepEqual(
      others.filter((other) => !TOLD.test(other.slice(other.indexOf(": ") + 2))),
      [],
    );
    for (const text of told) assert.match(text, /\p{L}/u);
  });

  it("is never handed to VS Code in English alone", async () => {
    const found: string[] = [];
    for (const path of sourcesIn("src/vscode")) {
      const { code } = await transform(readFileSync(path, "utf8"), {
        loader: "ts",
        minifyWhitespace: true,
        charset: "utf8",
      });
      for (const [, , words = ""] of code.matchAll(SHOWN))
        if (/\p{L}{2,} \p{L}|^\p{Lu}\p{Ll}+[.…]?$/u.test(words.replace(/\$\{[^}]*\}/g, "")))
          found.push(`${path}: ${words}`);
    }
    assert.deepEqual(found, []);
  });

  it("stands in package.nls.json, not in package.json", () => {
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
    const read = new Set([
      "title",
      "name",
      "contents",
      "description",
      "markdownDescription",
      "altText",
      "contextualTitle",
      "label",
    ]);
    const found: string[] = [];
    JSON.stringify(contributes, (key, value) => {
      if (read.has(key) && typeof value === "string" && value !== "CMOC" && !/^%[\w.-]+%$/.test(value))
        found.push(`${key}: ${value}`);
      return value;
    });
    assert.deepEqual(found, []);
  });

  it("is asked for in functions, when the language is chosen, not as a module is loaded", async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: ["completion", "reading", "review", "rules", "writing"]
          .map((part) => `export * from "./src/vscode/parts/${part}.ts";`)
          .join("\n"),
        resolveDir: process.cwd(),
      },
      bundle: true,
      write: false,
      format: "cjs",
      platform: "browser",
      conditions: ["worker"],
      external: ["vscode"],
      logLevel: "silent",
      banner: { js: "var isLoading = true;" },
      footer: { js: "isLoading = false;" },
      plugins: [
        {
          name: "asks while it is loaded",
          setup({ onLoad }) {
            onLoad({ filter: /core[\\/]l10n\.ts$/ }, () => ({
              contents:
                "export const fill = (m) => m; export const speak = () => {}; export const grouped = String;" +
                "export const t = (m) => { if (isLoading) throw new Error(m); return m; };",
            }));
          },
        },
      ],
    });
    // Anything that a module may ask of VS Code when it is loaded.
    const any: unknown = new Proxy(class {}, {
      get: (target, key) => (key === "prototype" ? target.prototype : key === Symbol.toPrimitive ? () => "" : any),
      apply: () => any,
      construct: () => Object.create(null),
    });
    const asked = sourcesIn("src/vscode").flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/\bvscode\.(\w+)/g)].map(([, name = ""]) => name),
    );
    const vscode = Object.fromEntries(asked.map((name) => [name, any]));
    const module = { exports: {} };
    new Function("module", "exports", "require", outputFiles[0]?.text ?? "")(module, module.exports, () => vscode);
    assert.ok(Object.keys(module.exports).length > 10);
  });
});
