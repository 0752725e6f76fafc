import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { STARTER } from "../../src/core/starter.ts";
import { cmoc, folder } from "./run.ts";

describe("cmoc init", () => {
  it("makes folders that are not there, and a review that has no problem at any level", async () => {
    const made = folder({});
    const dir = join(made.path, "new/deep");
    const { out, code } = await cmoc("init", dir);
    assert.equal(code, 0);
    for (const path of Object.keys(STARTER)) assert.ok(out.includes(`wrote ${path}\n`), path);
    const checked = await cmoc("check", dir, "--level", "hint", "--max-warnings", "0");
    assert.equal(checked.out, "1 configuration, 2 sources, 2 extracts: no problems\n");
    assert.equal(checked.code, 0);
    for (const what of ["cmocs", "sources", "extracts", "codes", "theories", "demi-regularities", "memos"]) {
      const listed = JSON.parse((await cmoc("list", what, dir, "--format", "json")).out);
      assert.ok(listed[what].length > 0, what);
    }
    made.done();
  });

  it("keeps what stands in folders that it shares", async () => {
    const made = folder({ "sources/mine.md": "mine\n", "notes.md": "mine too\n" });
    assert.equal((await cmoc("init", made.path)).code, 0);
    assert.equal(readFileSync(join(made.path, "sources/mine.md"), "utf8"), "mine\n");
    made.done();
  });

  const TAKEN: readonly (readonly [what: string, files: { readonly [path: string]: string }, named: RegExp])[] = [
    ["a manifest", { "review.yaml": "title: mine\n" }, /already has review\.yaml\./],
    ["a manifest by another name", { "review.yml": "title: mine\n" }, /already has review\.yml\./],
    ["a codebook", { "codebook.md": "mine\n" }, /already has codebook\.md\./],
    ["a source of the same name", { "sources/example2024.md": "mine\n" }, /already has sources\/example2024\.md\./],
    ["a file where a folder is wanted", { theory: "mine\n" }, /already has theory\./],
  ];
  for (const [what, files, named] of TAKEN) {
    it(`writes nothing beside ${what}`, async () => {
      const made = folder(files);
      const before = readdirSync(made.path, { recursive: true });
      const { err, code } = await cmoc("init", made.path);
      assert.equal(code, 2);
      assert.match(err, named);
      assert.deepEqual(readdirSync(made.path, { recursive: true }), before);
      made.done();
    });
  }

  it("writes nothing through a link", async () => {
    const outside = folder({});
    const made = folder({});
    symlinkSync(outside.path, join(made.path, "memos"));
    symlinkSync(join(outside.path, "gone.bib"), join(made.path, "references.bib"));
    const { err, code } = await cmoc("init", made.path);
    assert.equal(code, 2);
    assert.match(err, /already has memos, references\.bib\./);
    assert.deepEqual(readdirSync(outside.path), []);
    made.done();
    outside.done();
  });

  it("says so when it is given a file", async () => {
    const made = folder({ "a.md": "x" });
    assert.match((await cmoc("init", join(made.path, "a.md"))).err, /a\.md is a file\. Give a folder\./);
    assert.ok(!existsSync(join(made.path, "review.yaml")));
    made.done();
  });
});
