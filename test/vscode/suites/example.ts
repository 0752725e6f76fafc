import { assert } from "chai";
import * as vscode from "vscode";
import { at, extension, until } from "../workspace.ts";

const NAME = "community-falls-prevention";

async function bytes(path: string): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(at(path));
}

describe("the example in the extension", () => {
  before(async () => {
    const { settled } = await extension();
    await settled();
  });

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(at("tried-out"), { recursive: true });
    const { reviews } = await extension();
    await until(
      () => reviews.all().length,
      (count) => count === 1,
    );
  });

  it("is copied whole, byte for byte, and opened", async () => {
    await vscode.commands.executeCommand("cmoc.openExample", at("tried-out"));
    for (const path of ["review.yaml", "codebook.md", "references.bib", "texts/hallam2019.pdf", "memos/method.md"])
      assert.deepEqual(await bytes(`tried-out/${NAME}/${path}`), await bytes(path), path);
    assert.match(
      vscode.window.activeTextEditor?.document.uri.path ?? "",
      /tried-out\/.*\/theory\/exercise-groups\.md$/,
    );
    const { reviews, settled } = await extension();
    await until(
      () => reviews.all().length,
      (count) => count === 2,
    );
    await settled();
    const copy = reviews.of(at(`tried-out/${NAME}/review.yaml`));
    assert.equal(copy && [...copy.review.records("cmoc")].length, 12);
  });

  it("is left as it is where it was copied before", async () => {
    const path = `tried-out/${NAME}/codebook.md`;
    await vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode("# My own words\n"));
    await vscode.commands.executeCommand("cmoc.openExample", at("tried-out"));
    assert.equal(new TextDecoder().decode(await bytes(path)), "# My own words\n");
  });

  it("is not written over something else of its name", async () => {
    const folder = `tried-out/else/${NAME}`;
    await vscode.workspace.fs.writeFile(at(`${folder}/mine.txt`), new TextEncoder().encode("mine"));
    await vscode.commands.executeCommand("cmoc.openExample", at("tried-out/else"));
    assert.deepEqual(await vscode.workspace.fs.readDirectory(at(folder)), [["mine.txt", vscode.FileType.File]]);
  });
});
