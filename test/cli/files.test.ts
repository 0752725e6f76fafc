import assert from "node:assert/strict";
import { join } from "node:path";
import { DISK, type Disk } from "../../src/cli/disk.ts";
import { findRoot, readFiles } from "../../src/cli/files.ts";
import { readIgnoreRules } from "../../src/core/ignore-rules.ts";
import { folder } from "./run.ts";

const read = (root: string, disk?: Disk): readonly string[] =>
  readFiles(findRoot(root), disk).documents.map((document) => document.uri);

describe("ignore rules", () => {
  /** What git answers to `git check-ignore` with this one ignore file; a path that ends in `/` is a folder. */
  const CASES: readonly (readonly [rules: string, ignored: readonly string[], kept: readonly string[]])[] = [
    ["drafts", ["drafts", "drafts/", "a/drafts/"], ["Drafts", "drafts2"]],
    ["drafts/", ["drafts/", "a/drafts/"], ["drafts", "a/drafts"]],
    ["/drafts", ["drafts"], ["a/drafts"]],
    ["a/b", ["a/b"], ["c/a/b", "b"]],
    ["*.tmp.md", ["x.tmp.md", "a/.tmp.md"], ["tmp.md", "a.tmp.mdx"]],
    ["*\n!keep.md", ["a.md"], ["keep.md", "b/keep.md"]],
    ["!keep.md\n*", ["keep.md"], []],
    ["**/b", ["b", "a/b", "x/a/b"], ["b2"]],
    ["a/**/c", ["a/c", "a/b/c", "a/b/b/c"], ["c"]],
    ["# note\n\\#note\n\\!x", ["#note", "!x"], ["note", "x"]],
    ["x  \ny\\ ", ["x", "y "], ["x  ", "y"]],
    ["{a,b}.md", ["{a,b}.md"], ["a.md", "b.md"]],
    ["\\*.md", ["*.md"], ["a.md"]],
    ["[!a]?", ["bc"], ["ac", "b"]],
    ["[[:digit:]_]9.md", ["49.md", "_9.md"], ["a9.md", ":9.md", "d9.md"]],
    ["[^[:alpha:]{]x", ["1x"], ["ax", "Zx", "{x"]],
    ["[:digit:]", ["d"], ["4", "x"]],
    ["\ufeffx\r\ny\r\n", ["x", "y"], ["x\r"]],
    ["\n/\n!\n", [], ["a", "/"]],
  ];
  for (const [rules, ignored, kept] of CASES) {
    it(`${JSON.stringify(rules)} ignores what git ignores`, () => {
      const { decide } = readIgnoreRules(rules);
      const decided = (path: string): boolean => decide(path.replace(/\/$/, ""), path.endsWith("/")) === true;
      for (const path of ignored) assert.equal(decided(path), true, path);
      for (const path of kept) assert.equal(decided(path), false, path);
    });
  }

  it("are read whatever the pattern: a run that hangs is ended", () => {
    const { decide } = readIgnoreRules(`${"**/a/".repeat(100)}b\n${"*a".repeat(400)}b\n]${"[:a".repeat(200_000)}`);
    assert.equal(decide(`${"a/".repeat(2000)}c`, false), undefined);
    assert.equal(decide("a".repeat(4000), false), undefined);
  });
});

describe("the files of a review", () => {
  const file = "x\n";

  it("are those that git does not ignore, by any ignore file up to the repository's top", () => {
    const made = folder({
      ".git/info/exclude": "private.md\n",
      ".gitignore": "old\n*.bak.md\n",
      "reviews/.gitignore": "/falls/tmp\n",
      "reviews/falls/review.yaml": "cmoc: 1\n",
      "reviews/falls/.gitignore": "!keep.bak.md\n",
      "reviews/falls/a.md": file,
      "reviews/falls/a.bak.md": file,
      "reviews/falls/keep.bak.md": file,
      "reviews/falls/old/a.md": file,
      "reviews/falls/tmp/a.md": file,
      "reviews/falls/b/tmp/a.md": file,
      "reviews/falls/private.md": file,
    });
    assert.deepEqual(read(join(made.path, "reviews/falls/b")), ["review.yaml", "a.md", "b/tmp/a.md", "keep.bak.md"]);
    made.done();
  });

  it("are told by the repository's own list in a further working tree too, whose .git is a file", () => {
    const made = folder({
      "repository/.git/info/exclude": "private.md\n",
      "repository/.git/worktrees/second/commondir": "../..\n",
      "second/.git": "gitdir: ../repository/.git/worktrees/second\n",
      "second/review.yaml": "cmoc: 1\n",
      "second/a.md": file,
      "second/private.md": file,
    });
    assert.deepEqual(read(join(made.path, "second")), ["review.yaml", "a.md"]);
    made.done();
  });

  it("are all there when the review itself is ignored: whoever asks for it means it", () => {
    for (const rules of ["out\n", "out/**\n", "*\n"]) {
      const made = folder({
        ".git/HEAD": "",
        ".gitignore": rules,
        "out/falls/review.yaml": "cmoc: 1\n",
        "out/falls/a.md": file,
      });
      assert.deepEqual(read(join(made.path, "out/falls")), ["review.yaml", "a.md"], rules);
      made.done();
    }
  });

  it("leave out excluded files and full texts, and hold a bibliography wherever it lies", () => {
    const made = folder({
      "review.yaml": "exclude: [drafts/**]\ntexts: full\nbibliography: [full/refs.bib, ./hidden/.refs.json]\n",
      ".gitignore": "hidden\n",
      "a.md": file,
      "drafts/b.md": file,
      "full/c.md": file,
      "full/refs.bib": "",
      "hidden/.refs.json": "[]",
      "notes.txt": file,
      "node_modules/x/readme.md": file,
    });
    assert.deepEqual(read(made.path), ["review.yaml", "a.md", "full/refs.bib", "hidden/.refs.json"]);
    made.done();
  });

  it("that cannot be read are told, and the others are read", () => {
    const made = folder({
      "review.yaml": "cmoc: 1\n",
      "a.md": file,
      "locked/b.md": file,
      "locked.md": file,
      "z.md": file,
    });
    const denied = (path: string): boolean => path.endsWith("locked") || path.endsWith("locked.md");
    const refuse = (): never => {
      throw Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
    };
    const disk: Disk = {
      entries: (path) => (denied(path) ? refuse() : DISK.entries(path)),
      text: (path) => (denied(path) ? refuse() : DISK.text(path)),
    };
    const { documents, unread } = readFiles(findRoot(made.path), disk);
    assert.deepEqual(
      documents.map((document) => document.uri),
      ["review.yaml", "a.md", "z.md"],
    );
    assert.deepEqual(unread, [
      { path: "locked", reason: "it may not be read", failed: true },
      { path: "locked.md", reason: "it may not be read", failed: true },
    ]);
    made.done();
  });

  it("are found from any folder inside, and nowhere else", () => {
    const made = folder({ "review.yaml": "cmoc: 1\n", "a/b/c.md": file });
    for (const start of ["", "a", "a/b", "a/b/c.md"])
      assert.equal(findRoot(join(made.path, start)), findRoot(made.path));
    assert.throws(() => findRoot(join(made.path, "gone")), /could not be opened: it is not there\.$/);
    made.done();
  });
});
