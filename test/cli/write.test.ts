import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, realpathSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "../../src/cli/write.ts";
import { folder } from "./run.ts";

describe("replacing a file", () => {
  it("writes the whole text, keeps the mode, and leaves nothing else behind", () => {
    const made = folder({ "a.md": "\ufeffold\r\n" });
    chmodSync(join(made.path, "a.md"), 0o640);
    replaceFile(realpathSync(made.path), "a.md", "\ufeffold\r\n", "\ufeffnew \u{1F642}\r\n");
    assert.equal(readFileSync(join(made.path, "a.md"), "utf8"), "\ufeffnew \u{1F642}\r\n");
    if (process.platform !== "win32") assert.equal(statSync(join(made.path, "a.md")).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(made.path), ["a.md"]);
    made.done();
  });

  it("refuses a file that changed, is not UTF-8, is gone, or lies outside", () => {
    const outside = folder({ "a.md": "old" });
    const made = folder({ "a.md": "newer", "b.md": Buffer.of(0x63, 0x61, 0x66, 0xe9) });
    symlinkSync(join(outside.path, "a.md"), join(made.path, "out.md"));
    const root = realpathSync(made.path);
    assert.throws(() => replaceFile(root, "a.md", "old", "new"), /a\.md changed while it was being mended/);
    assert.throws(() => replaceFile(root, "b.md", "caf\ufffd", "new"), /b\.md is not UTF-8 throughout/);
    assert.throws(() => replaceFile(root, "gone.md", "old", "new"), /gone\.md could not be written: it is not there\./);
    assert.throws(() => replaceFile(root, "out.md", "old", "new"), /out\.md is a link out of the review/);
    assert.deepEqual(readFileSync(join(made.path, "b.md")), Buffer.of(0x63, 0x61, 0x66, 0xe9));
    assert.equal(readFileSync(join(outside.path, "a.md"), "utf8"), "old");
    made.done();
    outside.done();
  });

  it("keeps who may do what with a file, and leaves one that is read-only", () => {
    const made = folder({ "a.md": "old", "b.md": "old" });
    const root = realpathSync(made.path);
    chmodSync(join(root, "a.md"), 0o666);
    replaceFile(root, "a.md", "old", "new");
    assert.equal(statSync(join(root, "a.md")).mode & 0o777, 0o666);
    chmodSync(join(root, "b.md"), 0o444);
    assert.throws(() => replaceFile(root, "b.md", "old", "new"), /b\.md is read-only\. Nothing was written to it/);
    assert.equal(readFileSync(join(root, "b.md"), "utf8"), "old");
    assert.deepEqual(readdirSync(root).sort(), ["a.md", "b.md"]);
    made.done();
  });

  it("replaces a file with the longest name that there may be", () => {
    const name = `${"n".repeat(250)}.md`;
    const made = folder({ [name]: "old" });
    replaceFile(realpathSync(made.path), name, "old", "new");
    assert.equal(readFileSync(join(made.path, name), "utf8"), "new");
    made.done();
  });
});
