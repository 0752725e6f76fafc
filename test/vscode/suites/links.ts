/** Folders that are links; the launcher makes `twin`, which leads to `leading`, and `leading/sources` and `begun/theory`, which lead to `elsewhere`. */
import { assert } from "chai";
import * as vscode from "vscode";
import { answering } from "../answering.ts";
import {
  at,
  closeAll,
  extension,
  idsIn,
  LIMIT_MS,
  makeReview,
  noticesOf,
  remove,
  right,
  saveByHand,
  takeAway,
  write,
} from "../workspace.ts";

const SOURCE = "---\ncitekey: beyond2020\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n";
const cmoc = "## CMOC LI1: A title\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n";

describe("folders that are links", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const roots = (): readonly string[] => api.reviews.all().map(({ root }) => root.path);

  before(async () => {
    api = await extension();
    await saveByHand();
    await write("elsewhere/beyond2020.md", SOURCE);
    const manifest = "cmoc: 1\ntitle: Leading\nbibliography: r.bib\n";
    const entry = "@misc{beyond2021, title = {A title}}\n";
    await makeReview(api, "leading", { "review.yaml": manifest, "r.bib": entry, "a.md": cmoc });
    await right(api);
  });

  afterEach(closeAll);

  after(async () => {
    for (const path of ["review.yaml", "r.bib", "a.md"]) await remove(`leading/${path}`);
    await takeAway(api, "elsewhere");
    await right(api);
  });

  it("lead to a review that is open once", async () => {
    const { type } = await vscode.workspace.fs.stat(at("twin"));
    assert.notEqual(type & vscode.FileType.SymbolicLink, 0);
    await api.reviews.again();
    await right(api);
    assert.include(roots(), at("leading").path);
    assert.notInclude(roots(), at("twin").path);
    assert.deepEqual(idsIn(api, "leading"), ["LI1"]);
  });

  it("are left alone by a new review, which is not made where one is in its way", async () => {
    const told = await noticesOf(async () => {
      await vscode.commands.executeCommand("cmoc.newReview", at("begun"));
    });
    assert.deepEqual(told, ["That folder already has theory. Nothing was written; choose a folder without it."]);
    assert.lengthOf(await vscode.workspace.fs.readDirectory(at("begun")), 1);
    assert.lengthOf(await vscode.workspace.fs.readDirectory(at("elsewhere")), 1);
  });

  it("are not read by a review that has them, and nothing is written behind them", async () => {
    const open = api.reviews.of(at("leading/a.md"));
    assert.deepEqual(open?.review.uris(), ["a.md", "r.bib", "review.yaml"]);
    const told = await noticesOf(async () => {
      await answering(["Leading", "beyond2021"], async () => {
        await vscode.commands.executeCommand("cmoc.newSource");
      });
    });
    assert.deepEqual(told, [
      "sources/beyond2021.md would lie in a folder that is a link to another, where the review reads nothing. Nothing was written.",
    ]);
    assert.deepEqual(await vscode.workspace.fs.readDirectory(at("elsewhere")), [
      ["beyond2020.md", vscode.FileType.File],
    ]);
  });
});
