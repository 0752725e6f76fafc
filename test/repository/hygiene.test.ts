import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { repositoryFiles, walk } from "./files.ts";

/** Absolute paths of somebody's machine, and addresses of package registries other than npm's public one. */
const TRACES: readonly RegExp[] = [
  /(?<![\w.~@:/-])\/(?:work|root|tmp|home\/[a-z]\w*|Users\/[A-Z]\w*)\/[\w.-]/,
  /\b[A-Z]:\\Users\\\w/,
  /\bhttps?:\/\/(?:localhost|127\.0\.0\.1|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+)[:/]/,
];
const REGISTRY = /https?:\/\/[\w.:-]+(?=\/[^"\s]*\.tgz\b)/g;
const PUBLIC_REGISTRY = "https://registry.npmjs.org";
const BINARY = /\.(?:pdf|png|jpe?g|gif|ico|woff2?|zip|docx|xlsx)$/i;

/** What in a text speaks of one machine, empty if nothing. */
function traces(text: string): readonly string[] {
  const found = TRACES.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
  const hosts = (text.match(REGISTRY) ?? []).filter((host) => host !== PUBLIC_REGISTRY);
  return [...found, ...new Set(hosts)];
}

describe("what is committed", () => {
  it("names no machine and no private registry", () => {
    const found: string[] = [];
    for (const path of repositoryFiles()) {
      if (BINARY.test(path) || path === "test/repository/hygiene.test.ts") continue;
      for (const trace of traces(readFileSync(path, "utf8"))) found.push(`${path}: ${trace}`);
    }
    assert.deepEqual(found, []);
  });

  it("would notice one", () => {
    const planted = [
      'read("/work/main/src")',
      "/root/.npmrc",
      "see /tmp/x.txt",
      "file:///home/ada/review",
      "C:\\Users\\Ada",
      "http://localhost:4873/",
      '"resolved": "https://npm.internal.example/yaml/-/yaml-2.9.1.tgz"',
    ];
    for (const text of planted) assert.equal(traces(text).length, 1, text);
  });

  it("lets ordinary paths be", () => {
    const ordinary = [
      "src/work/main.ts and ./tmp/x",
      "https://example.org/work/main",
      "at work/root/home",
      '"resolved": "https://registry.npmjs.org/yaml/-/yaml-2.9.1.tgz"',
    ];
    for (const text of ordinary) assert.deepEqual(traces(text), [], text);
  });

  it("can be listed without git", () => {
    const walked = walk(".");
    assert.ok(walked.includes("package.json") && walked.includes("test/repository/files.ts"));
    assert.ok(!walked.some((path) => path.startsWith("node_modules/") || path.startsWith(".git/")));
  });
});
