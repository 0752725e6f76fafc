import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Paths in `src`, and an import that lint must report there, or must not. */
const CASES: readonly (readonly [path: string, specifier: string, reported: boolean])[] = [
  ["core/syntax/deep/a.ts", "../../review.ts", true],
  ["core/syntax/b.ts", "yaml", false],
  ["core/syntax/c.ts", "node:fs", true],
  ["core/text.ts", "./syntax/blocks.ts", true],
  ["core/model/a.ts", "../review.ts", true],
  ["core/model/b.ts", "../syntax/blocks.ts", false],
  ["core/review.ts", "./rules/index.ts", true],
  ["core/rules/a.ts", "../features/edit.ts", true],
  ["core/rules/b.ts", "mdast-util-from-markdown", true],
  ["core/rules/c.ts", "../review.ts", false],
  ["core/features/a.ts", "vscode", true],
  ["core/features/b.ts", "../../cli/main.ts", true],
  ["core/index.ts", "./rules/index.ts", false],
  ["cli/a.ts", "remark-parse", true],
  ["cli/b.ts", "node:fs", false],
];

describe("lint", () => {
  it("reports what breaks the dependency rule, in the editor too, and `any`", () => {
    const folder = mkdtempSync(join(tmpdir(), "cmoc-lint-"));
    try {
      writeFileSync(join(folder, "biome.json"), readFileSync("biome.json", "utf8"));
      const write = (path: string, text: string) => {
        mkdirSync(dirname(join(folder, "src", path)), { recursive: true });
        writeFileSync(join(folder, "src", path), text);
      };
      for (const [path, specifier] of CASES) write(path, `export type { X } from "${specifier}";\n`);
      write("core/report/any.ts", "export type X = any;\n");
      const biome = resolve("node_modules/@biomejs/biome/bin/biome");
      const { stdout } = spawnSync(
        process.execPath,
        [biome, "lint", "--reporter=github", "--max-diagnostics=none", "."],
        {
          cwd: folder,
          encoding: "utf8",
        },
      );
      const lines = stdout.split("\n");
      const has = (path: string, rule: string) =>
        lines.some((line) => line.includes(`src/${path},`) && line.includes(rule));
      for (const [path, specifier, reported] of CASES) {
        assert.equal(has(path, "noRestrictedImports"), reported, `${path} imports ${specifier}\n${stdout}`);
      }
      assert.ok(has("core/report/any.ts", "noExplicitAny"), stdout);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
