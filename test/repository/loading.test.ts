import assert from "node:assert/strict";
import { build } from "esbuild";
import { fill } from "../../src/core/l10n.ts";

interface Loading {
  readonly load: (part: string) => Promise<{ readonly made: number }>;
  readonly loadFrom: (extension: string) => void;
}

/** `src/vscode/loading.ts` with files that a test holds, instead of those of the extension. */
async function loading(texts: Map<string, string>): Promise<Loading> {
  const { outputFiles } = await build({
    entryPoints: ["src/vscode/loading.ts"],
    bundle: true,
    write: false,
    format: "cjs",
    external: ["vscode"],
    define: { FILES: JSON.stringify({ rules: ["shared.cjs", "rules.cjs"] }) },
  });
  const vscode = {
    l10n: { t: fill },
    Uri: { joinPath: (...names: readonly string[]) => names.join("/") },
    workspace: {
      fs: {
        readFile: async (path: string) => {
          const text = texts.get(path.slice(path.lastIndexOf("/") + 1));
          if (text === undefined) throw new Error(`${path} is not there.`);
          return new TextEncoder().encode(text);
        },
      },
    },
  };
  const module = { exports: {} };
  new Function("module", "require", outputFiles[0]?.text ?? "")(module, () => vscode);
  return module.exports as Loading;
}

const SHARED = 'module.exports = { "./shared.js": { made: [] } };';
const RULES =
  'const { made } = require("./shared.js"); module.exports = { "./rules.js": { made: made.push("rules") } };';

describe("a part of the extension", () => {
  it("is evaluated once, however often it is asked for", async () => {
    const { load, loadFrom } = await loading(
      new Map([
        ["shared.cjs", SHARED],
        ["rules.cjs", RULES],
      ]),
    );
    loadFrom("extension");
    const all = await Promise.all([load("rules"), load("rules")]);
    assert.deepEqual(
      [...all, await load("rules")].map(({ made }) => made),
      [1, 1, 1],
    );
  });

  it("that was cut short or is missing says so, and is there the next time", async () => {
    const texts = new Map([["shared.cjs", SHARED]]);
    const { load, loadFrom } = await loading(texts);
    loadFrom("extension");
    await assert.rejects(load("rules"), /rules\.cjs is not there/);
    texts.set("rules.cjs", "");
    await assert.rejects(load("rules"), /could not be read\. Try again/);
    texts.set("rules.cjs", RULES);
    assert.equal((await load("rules")).made, 1);
  });
});
