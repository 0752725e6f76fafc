/** A review in a workspace that lies on no disk: found, shown, checked, changed. */
import { assert } from "chai";
import * as vscode from "vscode";
import type { Whole } from "../../../src/vscode/whole.ts";
import { at, door, extension, folder, LIMIT_MS, right, show, shown, type, until } from "../workspace.ts";
import { Memory } from "./memory.ts";

const cmoc = (id: string): string => `## CMOC ${id}: A title\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n`;
const TEXTS = {
  "work/review.yaml": "cmoc: 1\ntitle: Far away\n",
  "work/theory/a.md": cmoc("SA1"),
  "work/node_modules/copied/review.yaml": "cmoc: 1\ntitle: Installed\n",
  "work/.git/kept/review.yaml": "cmoc: 1\ntitle: Of git\n",
  "work/sources/s2020.md": "---\ncitekey: s2020\nstatus: included\n---\n\n## Extract e1\n\n> words\n\n- at: p. 1\n",
};

describe("a review in a virtual workspace", function () {
  this.timeout(LIMIT_MS);
  let api: Whole;

  before(async () => {
    const { scheme, path } = folder();
    assert.equal(scheme, "cmocmem");
    await door();
    vscode.workspace.registerFileSystemProvider(scheme, new Memory(path, TEXTS), { isCaseSensitive: true });
    api = await extension();
    await vscode.commands.executeCommand("cmoc.readAgain");
    await right(api);
  });

  it("is found though nobody searches there, read, checked and listed", async () => {
    assert.deepEqual(
      api.reviews.all().map(({ root }) => root.path),
      [at("work").path],
    );
    assert.include(shown("work/theory/a.md"), "cmoc/no-evidence");
    assert.include(shown("work/sources/s2020.md"), "extract/unlinked");
    assert.lengthOf(api.trees.configurations.getChildren(), 1);
  });

  it("is not looked for where nothing of a review can be", async () => {
    await vscode.commands.executeCommand("cmoc.readAgain");
    assert.lengthOf(api.reviews.all(), 1);
  });

  it("follows what is typed and what is written", async () => {
    const { document } = await show("work/theory/a.md");
    await type(document, "SA2", "SA1");
    await right(api);
    const ids = () => [...(api.reviews.all()[0]?.review.records("cmoc") ?? [])].map(({ brief }) => brief.id);
    assert.deepEqual(ids(), ["SA2"]);
    await document.save();
    await vscode.workspace.fs.writeFile(at("work/theory/b.md"), new TextEncoder().encode(cmoc("SB1")));
    await until(ids, (all) => all.includes("SB1"));
    await right(api);
  });

  it("is changed by one edit that one undo takes back, and begins new files", async () => {
    const { document } = await show("work/sources/s2020.md");
    const before = document.getText();
    await vscode.commands.executeCommand("cmoc.linkExtract", {
      extract: "x:s2020#e1",
      record: "r:sa2",
      stance: "supports",
      slots: [],
    });
    assert.include(document.getText(), "- supports: SA2");
    await right(api);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand("cmoc.newExtract", "other2021");
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, at("work/sources/other2021.md").path);
    await right(api);
  });
});
