import { assert } from "chai";
import * as vscode from "vscode";
import { EXPLAINED_RULES } from "../../../src/core/rules/pages.ts";
import { at, extension, until, write } from "../workspace.ts";

interface Contributed {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly when: string }[];
  };
}

const LOOSE = "---\ncitekey: loose2021\n---\n\n## Extract e1\n\n> They met again.\n\n- at: p. 2\n";

describe("commands", () => {
  before(async () => {
    const { settled } = await extension();
    await settled();
    await write("sources/loose2021.md", LOOSE);
    await until(
      () => vscode.languages.getDiagnostics(at("sources/loose2021.md")).length,
      (count) => count > 0,
    );
  });

  it("are those that the manifest contributes, and no others", async () => {
    const manifest = vscode.extensions.getExtension("cmoc.cmoc")?.packageJSON as Contributed;
    const contributed = manifest.contributes.commands.map(({ command }) => command).sort();
    const there = (await vscode.commands.getCommands(true)).filter((id) => /^cmoc\.[a-zA-Z]+$/.test(id)).sort();
    assert.deepEqual(there, contributed);
    for (const { command } of manifest.contributes.keybindings) assert.include(contributed, command);
  });

  it("have keys that VS Code gives to nothing else", async () => {
    const manifest = vscode.extensions.getExtension("cmoc.cmoc")?.packageJSON as Contributed;
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.parse("vscode://defaultsettings/keybindings.json"),
    );
    const taken = [...document.getText().matchAll(/"key": "([^"]+)",\s*"command": "([^"]+)"/g)];
    assert.isAbove(taken.length, 300);
    for (const { key, when } of manifest.contributes.keybindings) {
      // In a text that is CMOC's own and only shown, VS Code has nothing to undo.
      if (key === "ctrl+z" && when.replaceAll("'", "") === "editorTextFocus && resourceScheme == cmoc-text") continue;
      const clashes = taken.filter((found) => found[1] === key && !found[2]?.startsWith("cmoc."));
      assert.deepEqual(
        clashes.map((found) => found[2]),
        [],
        key,
      );
    }
  });

  it("link an extract and take the link out again, each undone by one undo", async () => {
    const request = { extract: "x:loose2021#e1", record: "r:ex1", stance: "supports" };
    await vscode.commands.executeCommand("cmoc.linkExtract", request);
    const document = await vscode.workspace.openTextDocument(at("sources/loose2021.md"));
    assert.include(document.getText(), "- supports: EX1");
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), LOOSE);
    await vscode.commands.executeCommand("cmoc.linkExtract", request);
    await vscode.commands.executeCommand("cmoc.unlinkExtract", { extract: "x:loose2021#e1", record: "r:ex1" });
    assert.notInclude(document.getText(), "EX1");
  });

  it("go to the next unlinked extract", async () => {
    await vscode.commands.executeCommand("cmoc.nextUnlinked");
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.path.split("/").at(-1), "loose2021.md");
    assert.equal(editor?.document.getText(editor.selection), "e1");
  });

  it("write a new configuration below the last one, with a line for each slot", async () => {
    const { reviews } = await extension();
    const before = [...(reviews.all()[0]?.review.records("cmoc") ?? [])].length;
    await vscode.commands.executeCommand("cmoc.newConfiguration", "Meeting again renews trust");
    const document = vscode.window.activeTextEditor?.document;
    // The file's own ids are HH1 to HH4, though most of the review's begin otherwise.
    assert.match(document?.getText() ?? "", /## CMOC HH5: Meeting again renews trust\n\n- status: candidate\n- \**C/);
    const after = [...(reviews.all()[0]?.review.records("cmoc") ?? [])].length;
    assert.equal(after, before + 1);
    await vscode.commands.executeCommand("undo");
    assert.notInclude(document?.getText(), "Meeting again");
  });

  it("write a new extract, to be filled in from stop to stop", async () => {
    await vscode.commands.executeCommand("cmoc.newExtract", "obi2014");
    const editor = vscode.window.activeTextEditor;
    const document = editor?.document;
    assert.equal(document?.uri.path.split("/").at(-1), "obi2014.md");
    assert.equal(document?.getText(editor?.selection), "…");
    await vscode.commands.executeCommand("type", { text: "Words of the source" });
    await vscode.commands.executeCommand("jumpToNextSnippetPlaceholder");
    await vscode.commands.executeCommand("type", { text: "7" });
    assert.match(document?.getText() ?? "", /\n## Extract e5\n\n> Words of the source\n\n- at: p\. 7\n/);
    while (document?.getText().includes("Extract e5")) await vscode.commands.executeCommand("undo");
    assert.isFalse(document?.isDirty);
  });

  it("show the page of a rule", async () => {
    await vscode.commands.executeCommand("cmoc.explainRule", "extract/unlinked");
    const tab = await until(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label,
      (label) => label?.includes("unlinked") ?? false,
    );
    assert.include(tab, "unlinked");
  });

  it("lead to a page for each rule, by an address that says which", async () => {
    for (const { id } of EXPLAINED_RULES) {
      const address = vscode.Uri.from({ scheme: "cmoc-rule", path: `/${id.replace("/", "-")}.md` });
      const page = await vscode.workspace.openTextDocument(address);
      assert.match(page.getText(), new RegExp(`^# ${id}\n`));
    }
  });
});
