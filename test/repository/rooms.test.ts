import assert from "node:assert/strict";
import { allViolations, ROOMS, specifiers, violations } from "../../scripts/rooms.mjs";

describe("the dependency rule", () => {
  it("holds in src", () => {
    assert.deepEqual(allViolations("src"), []);
  });

  it("sees each way to import", () => {
    const text = [
      'import "./a.ts";',
      'import b from "./b.ts";',
      'import type { C } from "./c.ts";',
      "import {\n  d,\n  e,\n} from './d.ts';",
      'export * from "./e.ts";',
      'export type { F } from "./f.ts";',
      'const g = await import("./g.ts");',
      'type H = import("./h.ts").H;',
      "const k = await import(`./k.ts`);",
      'const l = require("./l.ts");',
      '/// <reference path="./m.ts" />',
      ' * import i from "./i.ts";',
      'export const from = "j";',
    ].join("\n");
    assert.deepEqual(
      specifiers(text).sort(),
      "abcdefghklm".split("").map((letter) => `./${letter}.ts`),
    );
  });

  const forbidden: readonly (readonly [string, string, string])[] = [
    ["back", "core/syntax/records.ts", "../review/index.ts"],
    ["back, from a folder in a room", "core/syntax/plain/lines.ts", "../../model.ts"],
    ["back, to a file named as its room", "core/text.ts", "./syntax/blocks.ts"],
    ["sideways", "core/rules/ids.ts", "../features/hover.ts"],
    ["back, at the ground", "core/vocabulary.ts", "./ids.ts"],
    ["out of the core", "core/report/table.ts", "../../cli/main.ts"],
    ["the library's door, from within", "core/features/tree.ts", "../index.ts"],
    ["a door by another door", "cli/main.ts", "../vscode/extension.ts"],
    ["out of src", "core/model.ts", "../../scripts/rooms.mjs"],
    ["Node, in the core", "core/exchange/bib.ts", "node:fs"],
    ["remark, outside syntax", "core/rules/ids.ts", "remark-parse"],
    ["a micromark package, outside syntax", "core/features/hover.ts", "micromark-util-character"],
    ["yaml, outside syntax", "core/review.ts", "yaml"],
    ["vscode, in the core", "core/features/hover.ts", "vscode"],
    ["a package that nobody allowed", "cli/main.ts", "left-pad"],
  ];
  for (const [what, path, specifier] of forbidden) {
    it(`forbids ${what}`, () => {
      assert.equal(violations(path, `import type { X } from "${specifier}";\n`).length, 1);
    });
  }

  it("allows what it names", () => {
    assert.deepEqual(violations("core/syntax/records.ts", 'import { parse } from "yaml";\nimport "../text.ts";'), []);
    assert.deepEqual(
      violations("core/syntax/records.ts", 'import type { Root } from "mdast";\nimport "./blocks.ts";'),
      [],
    );
    assert.deepEqual(violations("core/rules/index.ts", 'import "../review.ts";\nimport "../model/links.ts";'), []);
    assert.deepEqual(violations("core/index.ts", 'export * from "./rules/index.ts";\nexport * from "./text.ts";'), []);
    assert.deepEqual(violations("cli/main.ts", 'import { version } from "../../package.json";'), []);
    assert.deepEqual(violations("cli/main.ts", 'import "../core/index.ts";\nimport "node:fs/promises";'), []);
  });

  it("asks for a room for each file", () => {
    assert.equal(violations("core/helpers.ts", "").length, 1);
    assert.equal(violations("other/a.ts", "").length, 1);
  });

  it("names each room once, and only rooms that exist", () => {
    const paths = ROOMS.map((room) => room.path);
    assert.equal(new Set(paths).size, paths.length);
    for (const room of ROOMS) {
      for (const other of room.rooms) assert.ok(other === "core" || paths.includes(other), `${room.path}: ${other}`);
    }
  });
});
