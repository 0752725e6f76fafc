import assert from "node:assert/strict";
import fc from "fast-check";
import {
  isExcluded,
  isNearlyManifest,
  isTooDeep,
  mayHoldFiles,
  roleOfFile,
  safePath,
} from "../../src/core/membership.ts";
import { DEFAULT_MANIFEST, readManifest } from "../../src/core/syntax/manifest.ts";
import { runs } from "../runs.ts";

const manifest = readManifest(
  "bibliography: [references.bib, texts/zotero.json]\ntexts: texts\nexclude: [drafts/**, old, '**/*.tmp.md', '!drafts/keep.md']\ndecisions: drafts/decisions.csv\n",
).manifest;

describe("a folder", () => {
  it("may be nested so deep and no deeper", () => {
    const nested = (count: number): string => Array.from({ length: count }, () => "a").join("/");
    assert.deepEqual([1, 2, 64, 65, 70].map(nested).map(isTooDeep), [false, false, false, true, true]);
  });
});

describe("roleOfFile", () => {
  const roles = {
    "review.yaml": "manifest",
    "./review.yaml": "manifest",
    "sub/review.yaml": "outside",
    "review.yml": "outside",
    "sources/okafor2014.md": "markdown",
    "README.MD": "markdown",
    ".github/notes.md": "markdown",
    "references.bib": "bibliography",
    "other.bib": "outside",
    "texts/okafor2014.pdf": "text",
    "texts/a/b.md": "text",
    "texts/zotero.json": "bibliography",
    texts: "outside",
    "drafts/a.md": "outside",
    "drafts/keep.md": "markdown",
    "drafts/decisions.csv": "decisions",
    "old/deep/a.md": "outside",
    "older/a.md": "markdown",
    "theory/a.tmp.md": "outside",
    ".git/a.md": "outside",
    "a.markdown": "outside",
    "figure.png": "outside",
    "../a.md": "outside",
    "/a.md": "outside",
    "C:\\a.md": "outside",
    "": "outside",
  };
  for (const [path, role] of Object.entries(roles)) {
    it(`takes "${path}" for ${role}`, () => assert.equal(roleOfFile(path, manifest), role));
  }

  it("takes full texts from the folder that the manifest names", () => {
    const own = readManifest("texts: sources/full").manifest;
    assert.equal(roleOfFile("sources/full/a.md", own), "text");
    assert.equal(roleOfFile("texts/a.md", own), "markdown");
    assert.equal(roleOfFile("texts/a.md", DEFAULT_MANIFEST), "text");
  });
});

describe("exclude", () => {
  it("names files or folders, and the last pattern decides", () => {
    const order = readManifest("exclude: ['!a/keep.md', a]").manifest;
    assert.equal(isExcluded("a/keep.md", order), true);
    assert.equal(isExcluded("drafts/keep.md", manifest), false);
    assert.equal(isExcluded("old", manifest), true);
    assert.equal(isExcluded("x/old/a.md", manifest), false);
  });

  it("says which folders a walk may leave out", () => {
    const plain = readManifest(
      "exclude: [drafts/**, 'a/*.md']\ntexts: drafts/texts\nbibliography: old/refs.bib",
    ).manifest;
    assert.equal(mayHoldFiles("drafts", plain), true);
    assert.equal(mayHoldFiles("drafts/notes", plain), false);
    assert.equal(mayHoldFiles("drafts/texts", plain), true);
    assert.equal(mayHoldFiles("a", plain), true);
    assert.equal(mayHoldFiles("old", plain), true);
    assert.equal(mayHoldFiles("", plain), true);
    assert.equal(mayHoldFiles(".git", plain), false);
    assert.equal(mayHoldFiles("..", plain), false);
    assert.equal(mayHoldFiles("drafts", manifest), true);
  });

  it("leaves out no folder that holds a file of the review", () => {
    const name = fc.constantFrom("a", "b", "drafts", "texts");
    const pattern = fc
      .array(fc.constantFrom("a", "*", "**", "drafts", "!", "b.md", "*.md"), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join("/").replaceAll("!/", "!"));
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 3 }),
        fc.array(name, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("b.md", "c.csv", "refs.bib"),
        (exclude, folders, file) => {
          const own = {
            ...DEFAULT_MANIFEST,
            exclude,
            bibliography: [{ path: "a/refs.bib", span: { start: 0, end: 0 } }],
          };
          if (roleOfFile([...folders, file].join("/"), own) === "outside") return;
          for (let depth = 1; depth <= folders.length; depth++)
            assert.ok(mayHoldFiles(folders.slice(0, depth).join("/"), own));
        },
      ),
      runs(20),
    );
  });
});

describe("safePath", () => {
  it("normalises what stays in the review", () => {
    const paths = {
      "a.md": "a.md",
      "./a//b/": "a/b",
      "a/../b.md": "b.md",
      ".": "",
      "": "",
      "...": "...",
      "a b/ü.md": "a b/ü.md",
      "%2e%2e/a": "%2e%2e/a",
    };
    for (const [path, safe] of Object.entries(paths)) assert.equal(safePath(path), safe, path);
  });

  it("refuses what leaves it", () => {
    for (const path of [
      "..",
      "../a",
      "a/../../b",
      "/a",
      "//host/a",
      "C:/a",
      "c:a",
      "a\\b",
      "file://a",
      "mailto:x",
      "~/a",
      "a\0b",
      "a\nb",
    ]) {
      assert.equal(safePath(path), undefined, path);
    }
  });

  it("gives a path that is safe as it is", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "..", ".", "/", "b", "~", ":", "\\"), { maxLength: 10 }), (parts) => {
        const safe = safePath(parts.join(""));
        if (safe === undefined) return;
        assert.equal(safePath(safe) ?? safe, safe);
        assert.ok(!safe.split("/").includes("..") && !safe.startsWith("/"));
      }),
      runs(20),
    );
  });

  it("knows a manifest by another name", () => {
    for (const path of ["review.yml", "Review.yaml", "REVIEW.YML"]) assert.equal(isNearlyManifest(path), true);
    for (const path of ["review.yaml", "sub/review.yml", "preview.yml"]) assert.equal(isNearlyManifest(path), false);
  });
});
