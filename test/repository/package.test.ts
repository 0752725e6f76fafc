import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { translations } from "../../scripts/l10n.mjs";
import { answers, desktopArguments } from "../../scripts/start.mjs";

interface Manifest {
  readonly license: string;
  readonly publisher: string;
  readonly icon: string;
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly galleryBanner: { readonly color: string; readonly theme: string };
  readonly pricing: string;
  readonly preview: boolean;
  readonly qna: unknown;
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly main: string;
  readonly browser: string;
  readonly capabilities: {
    readonly virtualWorkspaces: boolean;
    readonly untrustedWorkspaces: { readonly supported: boolean };
  };
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly type: string }>> };
  };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

describe("package.json", () => {
  it("has scripts that name existing files", () => {
    for (const [name, command] of Object.entries(manifest.scripts)) {
      for (const [path] of command.matchAll(/\bscripts\/[\w./-]+/g)) assert.ok(existsSync(path), `${name}: ${path}`);
    }
  });

  it("has the scripts that the documents name", () => {
    for (const name of [
      "start",
      "test",
      "build",
      "typecheck",
      "lint",
      "format",
      "coverage",
      "bench",
      "vscode",
      "pictures",
      "package",
    ]) {
      assert.ok(manifest.scripts[name] !== undefined, name);
    }
  });

  it("puts cmoc where the build does", () => {
    assert.deepEqual(manifest.bin, { cmoc: "dist/cmoc.js" });
    assert.match(readFileSync("scripts/options.mjs", "utf8"), /entryPoints: \{ cmoc: /);
  });

  it("lets VS Code run the extension in folders that nobody trusts, and in those that lie on no disk", () => {
    assert.deepEqual(manifest.capabilities, { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } });
    assert.equal(manifest.main, manifest.browser);
    // No setting of a folder names a program or an address: nothing that a stranger wrote is run or fetched.
    // Initials are words, and are written into a text at most.
    for (const [name, { type }] of Object.entries(manifest.contributes.configuration.properties))
      assert.equal(type, name === "cmoc.coder" ? "string" : "boolean", name);
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

describe("npm start", () => {
  it("asks the desktop VS Code for the folder with the extension of this repository", () => {
    const [first, extension, folder] = desktopArguments("/a/review");
    assert.equal(first, "--new-window");
    assert.match(extension ?? "", /^--extensionDevelopmentPath=/);
    assert.equal(folder, "/a/review");
  });

  it("knows whether there is a desktop VS Code", () => {
    assert.equal(answers(process.execPath), true);
    assert.equal(answers("cmoc-no-such-program"), false);
  });
});

describe("the extension's package", () => {
  const wanted = readFileSync(".vscodeignore", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("!"))
    .map((line) => line.slice(1));
  const holds = (path: string): boolean =>
    wanted.some((pattern) => {
      const [start = "", end] = pattern.split(pattern.endsWith("/**") ? "**" : "*");
      return end === undefined ? path === pattern : path.startsWith(start) && path.endsWith(end);
    });

  it("holds every file that the manifest names", () => {
    const text = readFileSync("package.json", "utf8");
    const named = [...text.matchAll(/"(?:\.\/)?((?:dist|media|snippets|syntaxes|schemas)\/[\w./-]+)"/g)].map(
      ([, path = ""]) => path,
    );
    const notIts = ["dist/cmoc.js", "dist/index.js"];
    assert.ok(named.length > 10);
    for (const path of named.filter((each) => !notIts.includes(each))) assert.ok(holds(path), path);
    for (const path of named.filter((each) => !each.startsWith("dist/"))) assert.ok(existsSync(path), path);
  });

  it("holds the pictures of README", () => {
    const shown = [...readFileSync("README.md", "utf8").matchAll(/!\[[^\]]*\]\(([^)\s]+)/g)].map(
      ([, path = ""]) => path,
    );
    assert.ok(shown.length > 0);
    for (const path of shown) assert.ok(/^https:/.test(path) || holds(path), path);
  });

  it("holds the words of every language", () => {
    for (const { language } of translations())
      for (const path of ["package.nls.json", `package.nls.${language}.json`, `l10n/bundle.l10n.${language}.json`])
        assert.ok(existsSync(path) && holds(path), path);
  });

  it("holds what the extension loads later", () => {
    for (const path of [
      "dist/parts/review.cjs",
      "dist/parts/bibliography.cjs",
      "dist/example.json",
      "dist/third-party.txt",
    ])
      assert.ok(holds(path), path);
  });
});

describe("what registries of extensions show", () => {
  /** Of the Marketplace; Open VSX takes the same. */
  const CATEGORIES = ["Education", "Formatters", "Linters", "Other", "Snippets", "Visualization"];
  const { icon, categories, keywords, galleryBanner, publisher, pricing, preview, qna } = manifest;

  it("is said in package.json, within what they take", () => {
    assert.match(publisher, /^[a-z][a-z0-9-]*$/);
    assert.equal(pricing, "Free");
    assert.equal(preview, manifest.version.startsWith("0."));
    // There is no place for questions as long as the repository has no address.
    assert.equal(qna, false);
    for (const category of categories) assert.ok(CATEGORIES.includes(category), category);
    assert.ok(keywords.length <= 30 && new Set(keywords).size === keywords.length);
    for (const keyword of keywords) assert.ok(keyword.length <= 30 && keyword === keyword.toLowerCase(), keyword);
    assert.match(galleryBanner.color, /^#[0-9A-F]{6}$/);
    assert.equal(galleryBanner.theme, "light");
  });

  it("has an icon that is large enough, and a PNG", () => {
    const bytes = readFileSync(icon);
    assert.equal(bytes.toString("latin1", 1, 4), "PNG");
    assert.ok(bytes.readUInt32BE(16) >= 128 && bytes.readUInt32BE(16) === bytes.readUInt32BE(20));
  });
});

describe("npm run package", () => {
  it("makes a package that is no larger than it has to be, and of which the packager warns of nothing", function () {
    this.timeout(120_000);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/package.mjs"], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /\.vsix: \d+ KB$/m);
  });
});

describe(".ci/run", () => {
  it("is an executable script that runs npm test", () => {
    accessSync(".ci/run", constants.R_OK);
    if (process.platform !== "win32") assert.ok((statSync(".ci/run").mode & 0o111) !== 0);
    assert.match(readFileSync(".ci/run", "utf8"), /^npm test /m);
  });
});
