import assert from "node:assert/strict";
import { join } from "node:path";
import { characterEntities } from "character-entities";
import { build, type Plugin } from "esbuild";
import fc from "fast-check";
import { entitiesModule, lighter } from "../../scripts/lighter.mjs";
import type { YamlRead } from "../../src/core/syntax/yaml.ts";
import { runs } from "../runs.ts";

async function imported<T>(code: string): Promise<T> {
  return import(`data:text/javascript,${encodeURIComponent(code)}`) as Promise<T>;
}

type ReadYaml = (text: string) => YamlRead;

/** The reader of YAML as the extension bundles it, with these plugins. */
async function reader(plugins: Plugin[]): Promise<ReadYaml> {
  const { outputFiles } = await build({
    entryPoints: [join(process.cwd(), "src/core/syntax/yaml.ts")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    plugins,
  });
  return (await imported<{ readonly readYaml: ReadYaml }>(outputFiles?.[0]?.text ?? "")).readYaml;
}

/** Whatever YAML has: tags, anchors, keys that are maps, old versions, blocks, mistakes. */
const TEXTS = [
  "cmoc: 1\ntitle: A review\nbibliography: [a.bib, b.ris]\n",
  "? [a, b]\n: c\n? {d: e}\n: f\n",
  "%YAML 1.1\n---\na: yes\nb: 012\nc: 1:30\nd: !!binary aGVsbG8=\ne: 2001-12-14t21:59:43.10-05:00\n",
  "%YAML 1.1\n---\n!!omap [a: 1, b: 2]\n",
  "%YAML 1.1\n---\n!!set {a, b}\n",
  "%YAML 1.1\n---\n<<: {a: 1}\nb: 2\n",
  "a: &x {b: 1}\nc: *x\nd: *y\n",
  "a: !!str 1\nb: !!int '2'\nc: !!float x\nd: !own e\ne: !!null ''\n",
  "a: |\n  b\n   c\nd: >-\n  e\n\n  f\n",
  "a: 1\na: 2\n? - b\n: - c\n",
  "{a: [b, {c: d}], e}\n",
  "a: 0x1f\nb: 0o17\nc: .inf\nd: -.nan\ne: 1e3\nf: ~\n",
  "a: \"b\\u00e9\\n\"\nc: 'it''s'\n",
  "a: [b\nc: }\n\t- d\n",
  "--- a\n... \n--- b\n",
];

describe("packages that are made lighter", () => {
  it("have the same names of characters", async () => {
    const made = await imported<{ readonly characterEntities: object }>(entitiesModule(characterEntities));
    assert.deepEqual(made.characterEntities, { ...characterEntities });
    assert.ok(Object.keys(made.characterEntities).length > 2000);
  });

  it("read YAML as before, whatever it is", async () => {
    const [whole, light] = [await reader([]), await reader([lighter])];
    for (const text of TEXTS) assert.deepEqual(light(text), whole(text), text);
    const piece = fc.constantFrom(...TEXTS.flatMap((text) => text.split(/(?<=[\n:{}[\]!&*? ])/)), "\t", "\n", "  ");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        assert.deepEqual(light(text), whole(text));
      }),
      runs(200),
    );
  });
});
