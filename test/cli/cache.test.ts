import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Cache, placeOf } from "../../src/cli/cache.ts";
import type { Held } from "../../src/core/proof/held.ts";
import { asStored } from "../../src/core/proof/stored.ts";

describe("the cache of texts", () => {
  let home = "";
  beforeEach(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), "cmoc-test-")));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const made = (path: string, text?: string): string => {
    const place = join(home, path);
    mkdirSync(text === undefined ? place : join(place, ".."), { recursive: true });
    if (text !== undefined) writeFileSync(place, text);
    return place;
  };

  it("lies in the git folder of the repository, else in the review", () => {
    const review = made("repo/review");
    assert.equal(placeOf(review), join(review, ".cmoc"));
    made("repo/.git");
    assert.equal(placeOf(review), join(review, ".cmoc"), "no repository yet");
    made("repo/.git/HEAD", "ref: refs/heads/main\n");
    assert.equal(placeOf(review), join(home, "repo/.git/cmoc"));
  });

  it("lies in the folder of a worktree where that names it too, and is never led elsewhere", () => {
    const tree = made("tree");
    const named = made("repo/.git/worktrees/tree");
    made("tree/.git", `gitdir: ${named}\n`);
    assert.equal(placeOf(tree), join(tree, ".cmoc"), "it does not name it");
    made("repo/.git/worktrees/tree/gitdir", `${join(tree, ".git")}\n`);
    assert.equal(placeOf(tree), join(named, "cmoc"));
    made("repo/.git/worktrees/tree/gitdir", `${join(home, "other", ".git")}\n`);
    assert.equal(placeOf(tree), join(tree, ".cmoc"));
  });

  it("gives back what was kept, by the hash of its file", () => {
    const cache = new Cache(made("review"));
    const held: Held = { is: "text", text: { text: "They met.", isPaged: false, pages: [], skipped: [] }, stamp: "ab" };
    assert.equal(cache.get("ab"), undefined);
    cache.set("ab", held);
    assert.deepEqual(cache.get("ab"), held);
    assert.equal(cache.get("cd"), undefined);
  });

  it("is none where its folder is a link, so that nothing is written or read elsewhere", () => {
    const held: Held = { is: "scan", file: "texts/a.pdf" };
    for (const linked of [".cmoc", ".cmoc/texts"]) {
      const review = made(`review-${linked.length}`);
      const victim = made(`victim-${linked.length}`);
      if (linked !== ".cmoc") mkdirSync(join(review, ".cmoc"));
      symlinkSync(victim, join(review, ...linked.split("/")));
      const cache = new Cache(review);
      cache.set("ab", held);
      assert.deepEqual(readdirSync(victim), [], linked);
      writeFileSync(join(victim, "ab.json"), asStored("ab", held));
      assert.equal(cache.get("ab"), undefined);
    }
  });
});
