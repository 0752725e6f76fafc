import assert from "node:assert/strict";
import { closure, link, plan } from "../../scripts/link.mjs";

/** What takes in modules, as `src/vscode/loading.ts` does. */
const LOADING =
  "export const modules = {}; export const provide = (made) => Object.assign(modules, made); export const files = FILES;";

/** Two parts that share a module with the main file, and one with each other. */
const MODULES: Readonly<Record<string, string>> = {
  "extension.js":
    'import { box } from "./shared-a.js"; import { modules, files } from "./loading.js"; export const activate = () => ({ box, modules, files });',
  "loading.js": LOADING,
  "shared-a.js": 'import { window } from "vscode"; export const box = { window, made: [] }; export const odd = 1;',
  "shared-b.js": 'import { box } from "./shared-a.js"; box.made.push("b"); export const both = {};',
  "one.js":
    'import { box } from "./shared-a.js"; import { both } from "./shared-b.js"; box.made.push("one"); export { both };',
  "two.js":
    'import { box } from "./shared-a.js"; import { both } from "./shared-b.js"; box.made.push("two"); export { both };',
};

function split() {
  const imports = Object.entries(MODULES).map(
    ([name, text]) => [name, [...text.matchAll(/from "\.\/([^"]+)"/g)].map((match) => match[1] ?? "")] as const,
  );
  return { texts: new Map(Object.entries(MODULES)), imports: new Map(imports), parts: ["one.js", "two.js"] };
}

interface Active {
  readonly box: { readonly window: string; readonly made: readonly string[] };
  readonly modules: Readonly<Record<string, { readonly both?: object }>>;
  readonly files: Readonly<Record<string, readonly string[]>>;
}

describe("the extension's files", () => {
  it("hold a module and what it imports, what is imported before it", () => {
    assert.deepEqual(closure(split(), "two.js"), ["shared-a.js", "shared-b.js", "two.js"]);
  });

  it("hold each module once: in the main file what that imports, else in a file of its own", () => {
    const { files, needs } = plan(split());
    const all = [...files.values()].flat();
    assert.equal(new Set(all).size, all.length);
    assert.deepEqual(files.get("extension.cjs"), ["loading.js", "shared-a.js", "extension.js"]);
    assert.deepEqual(needs.get("one"), ["parts/shared-b.cjs", "parts/one.cjs"]);
    assert.deepEqual(needs.get("two"), ["parts/shared-b.cjs", "parts/two.cjs"]);
  });

  it("share nothing with a part that runs in a thread too", async () => {
    const text = "export const alone = globalThis.box ?? 1;";
    const linked = await link(split(), { minify: true }, new Map([["pdf.js", text]]));
    const { modules, text: made = "" } = linked.find(({ file }) => file === "parts/pdf.cjs") ?? {};
    assert.deepEqual(modules, ["pdf.js"]);
    const module = { exports: {} };
    new Function("module", "require", made)(module, () => assert.fail("It asks for a module."));
    assert.deepEqual({ ...(module.exports as { "./pdf.js": object })["./pdf.js"] }, { alone: 1 });
    assert.match(linked.find(({ file }) => file === "extension.cjs")?.text ?? "", /pdf:\["parts\/pdf.cjs"\]/);
  });

  it("are evaluated by themselves, and have the very same modules", async () => {
    const linked = await link(split(), { minify: true });
    const evaluate = (file: string, wanted: (name: string) => unknown): unknown => {
      const module = { exports: {} };
      new Function("module", "require", linked.find((each) => each.file === file)?.text ?? "")(module, wanted);
      return module.exports;
    };
    const vscode = { window: "a window" };
    const main = evaluate("extension.cjs", (name) => (name === "vscode" ? vscode : undefined));
    const { box, modules, files } = (main as { readonly activate: () => Active }).activate();
    for (const file of [...(files.one ?? []), ...(files.two?.slice(1) ?? [])])
      Object.assign(
        modules,
        evaluate(file, (name) => modules[name]),
      );
    assert.equal(box.window, "a window");
    assert.deepEqual(box.made, ["b", "one", "two"]);
    assert.ok(modules["./one.js"]?.both);
    assert.equal(modules["./one.js"]?.both, modules["./two.js"]?.both);
  });

  it("hold nothing that nobody asks for", async () => {
    const main = (await link(split(), {})).find(({ file }) => file === "extension.cjs");
    assert.deepEqual(main?.modules, ["loading.js", "shared-a.js", "extension.js"]);
    assert.doesNotMatch(main?.text ?? "", /made\.push/);
  });
});
