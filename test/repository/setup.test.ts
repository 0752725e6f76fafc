import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isStale, npmCommand } from "../../scripts/setup.mjs";

const lock = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/yaml": { version: "2.9.1", integrity: "sha512-a" },
    "node_modules/@esbuild/other-platform": { version: "1.0.0", integrity: "sha512-b", optional: true },
  },
};
const installed = { packages: { "node_modules/yaml": { version: "2.9.1", integrity: "sha512-a" } } };

describe("setting up", () => {
  it("installs when nothing is installed", () => {
    assert.equal(isStale(lock, undefined), true);
    assert.equal(isStale(lock, {}), true);
  });

  it("does not install what is there, other platforms' packages aside", () => {
    assert.equal(isStale(lock, installed), false);
  });

  it("installs when the lock file asks for another version, another file, one more or one less", () => {
    const yaml = (entry: object) => ({ packages: { ...lock.packages, "node_modules/yaml": entry } });
    assert.equal(isStale(yaml({ version: "2.9.2", integrity: "sha512-a" }), installed), true);
    assert.equal(isStale(yaml({ version: "2.9.1", integrity: "sha512-c" }), installed), true);
    assert.equal(isStale({ packages: { ...lock.packages, "node_modules/diff": {} } }, installed), true);
    assert.equal(isStale({ packages: { "": {} } }, installed), true);
  });

  it("finds its own repository up to date while the tests run", async () => {
    const { readFileSync } = await import("node:fs");
    const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
    assert.equal(isStale(read("package-lock.json"), read("node_modules/.package-lock.json")), false);
  });

  it("uses the npm that runs it, else the one on the path", () => {
    assert.deepEqual(npmCommand({ npm_execpath: "/n/npm-cli.js" }, "linux").args, ["/n/npm-cli.js"]);
    assert.deepEqual(npmCommand({ npm_execpath: "/n/yarn.cmd" }, "win32"), { command: "npm", args: [], shell: true });
    assert.deepEqual(npmCommand({}, "linux"), { command: "npm", args: [], shell: false });
  });
});

describe("what runs on a fresh clone", () => {
  /** The packages that a script imports before anything is set up, its own modules included. */
  const packagesOf = (path: string): readonly string[] =>
    [...readFileSync(path, "utf8").matchAll(/^(?:import|export) (?:[^"';]* from )?"([^"]+)"/gm)].flatMap(
      ([, name = ""]) =>
        name.startsWith(".") ? packagesOf(join(dirname(path), name)) : name.startsWith("node:") ? [] : [name],
    );

  it("asks for no package before it has set up", () => {
    for (const script of ["scripts/start.mjs", "scripts/verify.mjs", "scripts/setup.mjs", "scripts/package.mjs"])
      assert.deepEqual(packagesOf(script), [], script);
    assert.ok(packagesOf("scripts/build.mjs").includes("esbuild"));
  });
});
