import { assert } from "chai";
import * as vscode from "vscode";
import type { Whole as Api } from "../../../src/vscode/whole.ts";
import {
  at,
  closeAll,
  closeUnsaved,
  extension,
  idsIn,
  LIMIT_MS,
  makeReview,
  move,
  noticesOf,
  remove,
  right,
  saveByHand,
  show,
  shown,
  takeAway,
  type,
  until,
  write,
} from "../workspace.ts";

const HERE = "files";
const A =
  "## CMOC AA1: One\n\n- status: candidate\n- **C:** a place\n- **M:** trust\n- **O:** peace\n- leads to: AA2\n";
const B = "## CMOC AA2: Two\n\n- status: candidate\n- **C:** a town\n- **M:** pride\n- **O:** work\n";
const SOURCE = "---\ncitekey: one2020\n---\n\n## Extract e1\n\n> They met again.\n\n- at: p. 1\n- supports: AA1\n";

describe("files of a review", function () {
  this.timeout(LIMIT_MS);
  let api: Api;
  const ids = (): readonly string[] => idsIn(api, HERE);
  const idsAre = (...wanted: readonly string[]) => until(ids, (is) => is.join() === wanted.join());

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, HERE, { "review.yaml": "cmoc: 1\n", "a.md": A, "b.md": B, "sources/one2020.md": SOURCE });
    await right(api);
  });

  afterEach(async () => {
    await closeAll();
    await right(api);
  });

  after(() => takeAway(api, HERE));

  it("are what is typed before it is saved, and what is saved", async () => {
    const { document } = await show(`${HERE}/a.md`);
    await type(document, "AA7", "AA2");
    await right(api);
    assert.include(shown(`${HERE}/a.md`), "ref/unknown");
    await type(document, "AA2", "AA7");
    await document.save();
    await right(api);
    assert.notInclude(shown(`${HERE}/a.md`), "ref/unknown");
  });

  it("are the disk's again when an editor is closed without saving", async () => {
    const { document } = await show(`${HERE}/a.md`);
    await type(document, "AA8", "AA1");
    await idsAre("AA8", "AA2");
    await closeUnsaved();
    await idsAre("AA1", "AA2");
  });

  it("stay as they were typed when another program writes them meanwhile", async () => {
    const { document } = await show(`${HERE}/b.md`);
    await type(document, "AA6", "AA2");
    await write(`${HERE}/b.md`, B.replace("AA2", "AA5"));
    await right(api);
    assert.deepEqual(ids(), ["AA1", "AA6"]);
    await closeUnsaved();
    await idsAre("AA1", "AA5");
    await write(`${HERE}/b.md`, B);
    await idsAre("AA1", "AA2");
  });

  it("are followed when they change on the disk, in an editor or in none", async () => {
    await show(`${HERE}/a.md`);
    await write(`${HERE}/a.md`, A.replace("AA1", "AA3"));
    await write(`${HERE}/b.md`, B.replace("AA2", "AA4"));
    await idsAre("AA3", "AA4");
    await right(api);
    await write(`${HERE}/a.md`, A);
    await write(`${HERE}/b.md`, B);
    await idsAre("AA1", "AA2");
  });

  it("are followed when they are made, renamed, moved and deleted", async () => {
    await write(`${HERE}/c.md`, B.replace("AA2", "AA3"));
    await idsAre("AA1", "AA2", "AA3");
    await move(`${HERE}/c.md`, `${HERE}/d.md`);
    await until(
      () => api.reviews.of(at(HERE.concat("/d.md")))?.review.uris() ?? [],
      (uris) => uris.includes("d.md") && !uris.includes("c.md"),
    );
    await right(api);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(at(`${HERE}/d.md`), at(`${HERE}/deep/down/e.md`));
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    await idsAre("AA1", "AA2", "AA3");
    await right(api);
    await remove(`${HERE}/deep/down/e.md`);
    await idsAre("AA1", "AA2");
  });

  it("are followed when their folder is renamed, moved out, back in, and deleted", async () => {
    await write(`${HERE}/part/c.md`, B.replace("AA2", "AA3"));
    await write(`${HERE}/part/inner/d.md`, B.replace("AA2", "AA4"));
    await idsAre("AA1", "AA2", "AA3", "AA4");
    await move(`${HERE}/part`, `${HERE}/whole`);
    await until(
      () => api.reviews.of(at(`${HERE}/a.md`))?.review.uris() ?? [],
      (uris) => uris.includes("whole/inner/d.md") && !uris.includes("part/c.md"),
    );
    await right(api);
    await move(`${HERE}/whole`, "elsewhere");
    await idsAre("AA1", "AA2");
    await right(api);
    await move("elsewhere", `${HERE}/whole`);
    await idsAre("AA1", "AA2", "AA3", "AA4");
    await right(api);
    await remove(`${HERE}/whole`);
    await idsAre("AA1", "AA2");
  });

  it("stay in the review while an editor holds what is not saved of a deleted one", async () => {
    await write(`${HERE}/c.md`, B.replace("AA2", "AA3"));
    await idsAre("AA1", "AA2", "AA3");
    const { document } = await show(`${HERE}/c.md`);
    await type(document, "AA9", "AA3");
    await remove(`${HERE}/c.md`);
    await right(api);
    await idsAre("AA1", "AA2", "AA9");
    await type(document, "AA8", "AA9");
    await idsAre("AA1", "AA2", "AA8");
    await closeUnsaved();
    await idsAre("AA1", "AA2");
  });

  it("are one text in two editors: an id renamed by hand in one is renamed in both", async () => {
    const first = await show(`${HERE}/b.md`);
    const second = await show(`${HERE}/b.md`, vscode.ViewColumn.Beside);
    assert.strictEqual(first.document, second.document);
    assert.isTrue(await second.edit((edit) => edit.replace(new vscode.Range(0, 8, 0, 11), "AA7")));
    await idsAre("AA1", "AA7");
    await right(api);
    assert.include(shown(`${HERE}/a.md`), "ref/unknown");
    await vscode.commands.executeCommand("undo");
    await idsAre("AA1", "AA2");
    await until(
      () => shown(`${HERE}/a.md`),
      (rules) => !rules.includes("ref/unknown"),
    );
  });

  it("are none while they have no name", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "markdown", content: A });
    await vscode.window.showTextDocument(document);
    await right(api);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    assert.deepEqual(ids(), ["AA1", "AA2"]);
    await closeUnsaved();
  });

  it("may have a byte order mark and lines that end as on Windows", async () => {
    const text = `\ufeff${SOURCE.replace("one2020", "mark2021").replace("AA1", "AA99")}`.replaceAll("\n", "\r\n");
    await write(`${HERE}/sources/mark2021.md`, text);
    await until(
      () => shown(`${HERE}/sources/mark2021.md`),
      (rules) => rules.includes("ref/unknown"),
    );
    await right(api);
    const places = (): unknown =>
      vscode.languages.getDiagnostics(at(`${HERE}/sources/mark2021.md`)).map(({ range }) => range);
    const before = JSON.stringify(places());
    const { document } = await show(`${HERE}/sources/mark2021.md`);
    await right(api);
    assert.equal(JSON.stringify(places()), before);
    await type(document, "AA1", "AA99");
    await document.save();
    await right(api);
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
    assert.notInclude(shown(`${HERE}/sources/mark2021.md`), "ref/unknown");
    await closeAll();
    await remove(`${HERE}/sources/mark2021.md`);
  });

  it("may have ids and names in any script", async () => {
    const arabic = "## CMOC ثقة١: الثقة\n\n- **C:** مكان\n- **M:** ثقة\n- **O:** سلام\n- leads to: 信頼1\n";
    const cjk = "## CMOC 信頼1: 信頼\n\n- **C:** 町\n- **M:** 誇り\n- **O:** 仕事\n- leads to: ثقة١\n";
    await write(`${HERE}/ثقة.md`, arabic);
    await write(`${HERE}/信頼 #1 100%.md`, cjk);
    await until(
      () => ids().length,
      (count) => count === 4,
    );
    await right(api);
    assert.notInclude(shown(`${HERE}/ثقة.md`), "ref/unknown");
    const { document } = await show(`${HERE}/信頼 #1 100%.md`);
    await type(document, "信頼2", "信頼1");
    await until(
      () => shown(`${HERE}/ثقة.md`),
      (rules) => rules.includes("ref/unknown"),
    );
    await closeUnsaved();
    await remove(`${HERE}/ثقة.md`);
    await remove(`${HERE}/信頼 #1 100%.md`);
    await idsAre("AA1", "AA2");
  });

  it("are left out by `exclude`, and come back without it", async () => {
    await write(`${HERE}/drafts/c.md`, B.replace("AA2", "AA3"));
    await idsAre("AA1", "AA2", "AA3");
    const { document } = await show(`${HERE}/review.yaml`);
    await type(document, "exclude: [drafts]\n");
    await idsAre("AA1", "AA2");
    await right(api);
    await closeUnsaved();
    await idsAre("AA1", "AA2", "AA3");
    await write(`${HERE}/review.yaml`, "cmoc: 1\nexclude: [drafts]\n");
    await idsAre("AA1", "AA2");
    const draft = await show(`${HERE}/drafts/c.md`);
    await type(draft.document, "AA4", "AA3");
    await right(api);
    assert.deepEqual(ids(), ["AA1", "AA2"]);
    await write(`${HERE}/review.yaml`, "cmoc: 1\n");
    await idsAre("AA1", "AA2", "AA4");
    await closeAll();
    await remove(`${HERE}/drafts`);
    await idsAre("AA1", "AA2");
  });

  it("are left out when git ignores them, and come back when it does not", async () => {
    await write(`${HERE}/out/c.md`, B.replace("AA2", "AA3"));
    await idsAre("AA1", "AA2", "AA3");
    await write(`${HERE}/.gitignore`, "/out/\n");
    await idsAre("AA1", "AA2");
    await write(`${HERE}/out/d.md`, B.replace("AA2", "AA4"));
    await right(api);
    assert.deepEqual(ids(), ["AA1", "AA2"]);
    await write(`${HERE}/.gitignore`, "/out/d.md\n");
    await idsAre("AA1", "AA2", "AA3");
    await remove(`${HERE}/.gitignore`);
    await idsAre("AA1", "AA2", "AA3", "AA4");
    await write(".gitignore", `/${HERE}/out/\n`);
    await vscode.workspace.fs.createDirectory(at(".git"));
    await write(".gitignore", `/${HERE}/out\n`);
    await idsAre("AA1", "AA2");
    await remove(".git");
    await remove(".gitignore");
    await idsAre("AA1", "AA2", "AA3", "AA4");
    await remove(`${HERE}/out`);
    await idsAre("AA1", "AA2");
  });

  it("hold a bibliography even where git ignores it", async () => {
    await write(`${HERE}/.gitignore`, "lists\n");
    await write(`${HERE}/lists/all.bib`, "@article{two2021,\n title = {Two}\n}\n");
    await write(`${HERE}/review.yaml`, "cmoc: 1\nbibliography: [lists/all.bib]\n");
    const keys = (): readonly string[] =>
      (api.reviews.of(at(`${HERE}/a.md`))?.review.sources() ?? []).map(({ key }) => key);
    await until(keys, (is) => is.includes("two2021"));
    await write(`${HERE}/lists/all.bib`, "@article{three2022,\n title = {Three}\n}\n");
    await until(keys, (is) => is.includes("three2022") && !is.includes("two2021"));
    await right(api);
    await write(`${HERE}/review.yaml`, "cmoc: 1\n");
    await remove(`${HERE}/lists`);
    await remove(`${HERE}/.gitignore`);
  });

  it("are not written into where the review does not read them", async () => {
    await write(`${HERE}/.gitignore`, "hidden2020.md\n");
    await write(`${HERE}/sources/hidden2020.md`, "Mine alone.\n");
    await write(`${HERE}/all.bib`, "@article{hidden2020,\n title = {Hidden}\n}\n");
    await write(`${HERE}/review.yaml`, "cmoc: 1\nbibliography: [all.bib]\n");
    await until(
      () => (api.reviews.of(at(`${HERE}/a.md`))?.review.sources() ?? []).map(({ key }) => key),
      (keys) => keys.includes("hidden2020"),
    );
    await right(api);
    await show(`${HERE}/a.md`);
    const told = await noticesOf(async () => {
      await vscode.commands.executeCommand("cmoc.newSource", "hidden2020");
    });
    assert.lengthOf(told, 1);
    const { document } = await show(`${HERE}/sources/hidden2020.md`);
    assert.equal(document.getText(), "Mine alone.\n");
    await closeAll();
    await write(`${HERE}/review.yaml`, "cmoc: 1\n");
    for (const path of ["all.bib", "sources/hidden2020.md", ".gitignore"]) await remove(`${HERE}/${path}`);
  });

  it("are changed as they are now, or not at all, when another program was quicker", async () => {
    const path = `${HERE}/sources/one2020.md`;
    await show(`${HERE}/a.md`);
    for (let round = 0; round < 3; round++) {
      await write(path, SOURCE.replace("## ", `${"More words.\n\n".repeat(round + 1)}## `));
      const request = { extract: "x:one2020#e1", record: "r:aa2", stance: "supports" };
      const told = await noticesOf(async () => {
        await vscode.commands.executeCommand("cmoc.linkExtract", request);
      });
      const document = await vscode.workspace.openTextDocument(at(path));
      const now = document.getText();
      if (told.length === 0) assert.match(now, /\n- supports: AA1, AA2\n$/);
      else assert.notInclude(now, "AA2");
      if (document.isDirty) {
        await vscode.window.showTextDocument(document);
        await closeUnsaved();
      }
      await right(api);
    }
    await write(path, SOURCE);
  });
});
