import { assert } from "chai";
import * as vscode from "vscode";
import { at, extension, until, write } from "../workspace.ts";

const shown = (path: string): readonly string[] =>
  vscode.languages.getDiagnostics(at(path)).map((found) => String((found.code as { value: string }).value));

describe("problems in the editor", () => {
  before(async () => {
    const { settled } = await extension();
    await settled();
  });

  it("finds an unlinked extract in a file of the review, and no longer when it is linked", async () => {
    await write("sources/late2020.md", "---\ncitekey: late2020\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n");
    await until(
      () => shown("sources/late2020.md"),
      (rules) => rules.includes("extract/unlinked"),
    );
    const document = await vscode.workspace.openTextDocument(at("sources/late2020.md"));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(9, 0), "- supports: EX1\n");
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    await until(
      () => shown("sources/late2020.md"),
      (rules) => !rules.includes("extract/unlinked"),
    );
  });
});
