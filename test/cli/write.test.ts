import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, realpathSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Stopped, writeAll } from "../../src/cli/write.ts";
import { folder } from "./run.ts";

const replaceFile = (root: string, uri: string, before: string, after: string): Promise<void> =>
  writeAll(root, [{ uri, before, after }]);

describe("replacing a file", () => {
  it("writes the whole text, keeps the mode, and leaves nothing else behind", async () => {
    const made = folder({ "a.md": "\ufeffold\r\n" });
    chmodSync(join(made.path, "a.md"), 0o640);
    await replaceFile(realpathSync(made.path), "a.md", "\ufeffold\r\n", "\ufeffnew \u{1F642}\r\n");
    assert.equal(readFileSync(join(made.path, "a.md"), "utf8"), "\ufeffnew \u{1F642}\r\n");
    if (process.platform !== "win32") assert.equal(statSync(join(made.path, "a.md")).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(made.path), ["a.md"]);
    made.done();
  });

  it("refuses a file that changed, is not UTF-8, is gone, or lies outside", async () => {
    const outside = folder({ "a.md": "old" });
    const made = folder({ "a.md": "newer", "b.md": Buffer.of(0x63, 0x61, 0x66, 0xe9) });
    symlinkSync(join(outside.path, "a.md"), join(made.path, "out.md"));
    const root = realpathSync(made.path);
    await assert.rejects(replaceFile(root, "a.md", "old", "new"), /a\.md changed while it was being mended/);
    await assert.rejects(replaceFile(root, "b.md", "caf\ufffd", "new"), /b\.md is not UTF-8 throughout/);
    await assert.rejects(
      replaceFile(root, "gone.md", "old", "new"),
      /gone\.md could not be written: it is not there\./,
    );
    await assert.rejects(replaceFile(root, "out.md", "old", "new"), /out\.md is a link out of the review/);
    assert.deepEqual(readFileSync(join(made.path, "b.md")), Buffer.of(0x63, 0x61, 0x66, 0xe9));
    assert.equal(readFileSync(join(outside.path, "a.md"), "utf8"), "old");
    made.done();
    outside.done();
  });

  it("keeps who may do what with a file, and leaves one that is read-only", async () => {
    const made = folder({ "a.md": "old", "b.md": "old" });
    const root = realpathSync(made.path);
    chmodSync(join(root, "a.md"), 0o666);
    await replaceFile(root, "a.md", "old", "new");
    assert.equal(statSync(join(root, "a.md")).mode & 0o777, 0o666);
    chmodSync(join(root, "b.md"), 0o444);
    await assert.rejects(replaceFile(root, "b.md", "old", "new"), /b\.md is read-only\. Nothing was written/);
    assert.equal(readFileSync(join(root, "b.md"), "utf8"), "old");
    assert.deepEqual(readdirSync(root).sort(), ["a.md", "b.md"]);
    made.done();
  });

  it("replaces a file with the longest name that there may be", async () => {
    const name = `${"n".repeat(250)}.md`;
    const made = folder({ [name]: "old" });
    await replaceFile(realpathSync(made.path), name, "old", "new");
    assert.equal(readFileSync(join(made.path, name), "utf8"), "new");
    made.done();
  });
});

describe("replacing several files", () => {
  const TEXTS = { "a.md": "a", "b.md": "b", "s/c.md": "c" };
  const replaced = (...uris: readonly (keyof typeof TEXTS)[]) =>
    uris.map((uri) => ({ uri, before: TEXTS[uri], after: `${TEXTS[uri]} anew` }));

  /** A folder of these texts; `same` says that nothing in it changed, and that nothing else is there. */
  const made = () => {
    const { path, done } = folder(TEXTS);
    const same = (): void => {
      assert.deepEqual(readdirSync(path, { recursive: true }).sort(), ["a.md", "b.md", "s", join("s", "c.md")]);
      for (const [uri, text] of Object.entries(TEXTS)) assert.equal(readFileSync(join(path, uri), "utf8"), text);
    };
    return { root: realpathSync(path), done, same };
  };

  it("writes all, and gives files their new names", async () => {
    const { root, done } = made();
    await writeAll(root, replaced("a.md", "s/c.md"), [
      { from: "s/c.md", to: "s/d.md" },
      { from: "b.md", to: "B.md" },
    ]);
    assert.deepEqual(readdirSync(root, { recursive: true }).sort(), ["B.md", "a.md", "s", join("s", "d.md")]);
    assert.equal(readFileSync(join(root, "s/d.md"), "utf8"), "c anew");
    assert.equal(readFileSync(join(root, "a.md"), "utf8"), "a anew");
    done();
  });

  it("writes none where the last cannot be, or a name is taken", async () => {
    const { root, done, same } = made();
    chmodSync(join(root, "s/c.md"), 0o444);
    await assert.rejects(writeAll(root, replaced("a.md", "b.md", "s/c.md")), /s\/c\.md is read-only/);
    same();
    await assert.rejects(
      writeAll(root, replaced("a.md"), [{ from: "a.md", to: "b.md" }]),
      /a\.md could not be renamed to b\.md: a file of that name is there by now\. Nothing was written\./,
    );
    await assert.rejects(writeAll(root, replaced("a.md"), [{ from: "x.md", to: "y.md" }]), /it is not there any more/);
    same();
    done();
  });

  it("puts back what was written and renamed where a later one fails", async () => {
    const { root, done, same } = made();
    const moves = [
      { from: "a.md", to: "x.md" },
      { from: "b.md", to: "y.md" },
    ];
    // The second time, the file is not what was read any more.
    const twice = [...replaced("a.md", "b.md"), ...replaced("a.md")];
    await assert.rejects(writeAll(root, twice), /a\.md changed while it was being mended\. Nothing was written/);
    same();
    const toOne = [...moves, { from: "s/c.md", to: "x.md" }];
    await assert.rejects(writeAll(root, replaced("a.md", "s/c.md"), toOne), /s\/c\.md could not be renamed to x\.md/);
    same();
    done();
  });

  it("sees a file that somebody else wrote meanwhile, and leaves it as it is", async () => {
    const { root, done } = made();
    const written = writeAll(root, replaced("a.md", "b.md"));
    writeFileSync(join(root, "b.md"), "theirs");
    await assert.rejects(written, /b\.md changed/);
    assert.equal(readFileSync(join(root, "a.md"), "utf8"), "a");
    assert.equal(readFileSync(join(root, "b.md"), "utf8"), "theirs");
    done();
  });

  it("stops when it is told to, with nothing written and nothing left behind", async () => {
    const { root, done, same } = made();
    const listeners = process.listenerCount("SIGTERM");
    const written = writeAll(root, replaced("a.md", "b.md", "s/c.md"));
    assert.ok(readdirSync(root).some((name) => name.startsWith(".cmoc-")));
    process.emit("SIGTERM", "SIGTERM");
    await assert.rejects(written, (error) => error instanceof Stopped && error.signal === "SIGTERM");
    same();
    assert.equal(process.listenerCount("SIGTERM"), listeners);
    done();
  });
});
