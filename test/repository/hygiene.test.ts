import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { repositoryFiles, walk } from "./files.ts";

/** Absolute paths of somebody's machine, and addresses from which a package was once downloaded. */
const TRACES: readonly RegExp[] = [
  /(?:file:\/\/|(?<![\w.~@:/-]))\/(?:work|root|tmp|home\/[a-z]\w*|Users\/[A-Z]\w*)\/[\w.-]/,
  /\b[A-Z]:\\Users\\\w/,
  /\bhttps?:\/\/(?:localhost|127\.0\.0\.1|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+)[:/]/,
  /\bhttps?:\/\/[\w.:/@-]+\.tgz\b/,
];
const BINARY = /\.(?:pdf|png|jpe?g|gif|ico|woff2?|zip|docx|xlsx)$/i;

/** What in a text speaks of one machine, empty if nothing. */
function traces(text: string): readonly string[] {
  return TRACES.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
}

/** A path from its parts, so that this file names none itself. */
const path = (...parts: readonly string[]): string => `/${parts.join("/")}`;

describe("what is committed", () => {
  it("names no machine and no private registry", () => {
    const found: string[] = [];
    for (const file of repositoryFiles()) {
      if (BINARY.test(file)) continue;
      for (const trace of traces(readFileSync(file, "utf8"))) found.push(`${file}: ${trace}`);
    }
    assert.deepEqual(found, []);
  });

  it("would notice one", () => {
    const planted = [
      `read("${path("work", "main")}")`,
      path("root", ".npmrc"),
      `see ${path("tmp", "x.txt")}`,
      `file://${path("home", "ada", "review")}`,
      ["C:", "Users", "Ada"].join("\\"),
      ["http:", "", "localhost:4873", ""].join("/"),
      `"resolved": "${["https:", "", "npm.internal.example", "yaml-2.9.1.tgz"].join("/")}"`,
    ];
    for (const text of planted) assert.equal(traces(text).length, 1, text);
  });

  it("lets ordinary paths be", () => {
    const ordinary = ["src/work/main.ts and ./tmp/x", "https://example.org/work/main", "at work/root/home"];
    for (const text of ordinary) assert.deepEqual(traces(text), [], text);
  });

  it("can be listed without git", () => {
    const walked = walk(".");
    assert.ok(walked.includes("package.json") && walked.includes("test/repository/files.ts"));
    assert.ok(!walked.some((path) => path.startsWith("node_modules/") || path.startsWith(".git/")));
  });
});
