import assert from "node:assert/strict";
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";

interface Manifest {
  readonly license: string;
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

describe("package.json", () => {
  it("has scripts that name existing files", () => {
    for (const [name, command] of Object.entries(manifest.scripts)) {
      for (const [path] of command.matchAll(/\bscripts\/[\w./-]+/g)) assert.ok(existsSync(path), `${name}: ${path}`);
    }
  });

  it("has the scripts that the documents name", () => {
    for (const name of ["start", "test", "build", "typecheck", "lint", "format", "coverage", "bench"]) {
      assert.ok(manifest.scripts[name] !== undefined, name);
    }
  });

  it("puts cmoc where the build does", () => {
    assert.deepEqual(manifest.bin, { cmoc: "dist/cmoc.js" });
    assert.match(readFileSync("scripts/build.mjs", "utf8"), /entryPoints: \{ cmoc: /);
  });

  it("pins each library to one version", () => {
    const versions = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const [name, version] of Object.entries(versions)) assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
  });

  it("bundles what it needs, so that an installation asks for nothing more", () => {
    assert.deepEqual(manifest.dependencies ?? {}, {});
  });

  it("has a licence and a changelog that know its version", () => {
    assert.equal(manifest.license, "MIT");
    assert.match(readFileSync("LICENSE", "utf8"), /^MIT License\n\nCopyright \(c\) \d{4} The CMOC contributors\n/);
    assert.ok(readFileSync("CHANGELOG.md", "utf8").includes(`## ${manifest.version}`));
  });
});

describe(".ci/run", () => {
  it("is an executable script that runs npm test", () => {
    accessSync(".ci/run", constants.R_OK);
    if (process.platform !== "win32") assert.ok((statSync(".ci/run").mode & 0o111) !== 0);
    assert.match(readFileSync(".ci/run", "utf8"), /^npm test /m);
  });
});
