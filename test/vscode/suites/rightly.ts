/** What is asked of one review, or of a text as it was, is done there and then, or not at all. */
import { assert } from "chai";
import * as vscode from "vscode";
import type { Row } from "../../../src/vscode/tree/rows.ts";
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
  show,
  shown,
  takeAway,
  until,
  write,
} from "../workspace.ts";

const BELOW = "rightly";
const cmoc = (id: string): string => `## CMOC ${id}: A title\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n`;
const SOURCE = "---\ncitekey: kept2020\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n- supports: TR1\n";

describe("what is asked", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const textOf = async (path: string): Promise<string> =>
    (await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`))).getText();
  /** A row of the view of sources that shows a record, in the review of a folder. */
  const rowOf = (folder: string, name: string): Row | undefined => {
    const { sources } = api.trees;
    const below = (row: Row): Row[] => [row, ...sources.getChildren(row).flatMap(below)];
    return sources
      .getChildren()
      .filter(({ open }) => open.root.path.endsWith(`/${BELOW}/${folder}`))
      .flatMap(below)
      .find((row) => {
        const record = sources.node(row)?.record;
        return (typeof record === "string" ? record : record?.name) === name;
      });
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    for (const folder of ["rc", "rd"])
      await makeReview(api, `${BELOW}/${folder}`, { "review.yaml": "cmoc: 1\n", "t.md": cmoc("TR1"), "s.md": SOURCE });
    await right(api);
  });

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  it("of a row is done in the row's review, whatever the editor shows", async () => {
    await show(`${BELOW}/rc/t.md`);
    const row = rowOf("rd", "x:kept2020#e1");
    assert.isDefined(row);
    await answering(["TR1"], () => vscode.commands.executeCommand("cmoc.unlinkExtract", row) as Promise<unknown>).catch(
      () => undefined,
    );
    await until(
      () => textOf("rd/s.md"),
      (text) => !text.includes("supports"),
    );
    assert.equal(await textOf("rc/s.md"), SOURCE);
    await answering(
      ["why"],
      () => vscode.commands.executeCommand("cmoc.parkExtract", rowOf("rd", "x:kept2020#e1")) as Promise<unknown>,
    );
    assert.include(await textOf("rd/s.md"), "- parked: why");
    await vscode.commands.executeCommand("cmoc.newExtract", rowOf("rd", "s:kept2020"));
    assert.include(await textOf("rd/s.md"), "## Extract e2");
    assert.equal(await textOf("rc/s.md"), SOURCE);
  });

  it("of a record that is dragged by two of its rows is done once", async () => {
    const { configurations } = api.trees;
    const below = (row: Row): Row[] => [row, ...configurations.getChildren(row).flatMap(below)];
    const target = configurations
      .getChildren()
      .flatMap(below)
      .find((row) => row.open.root.path.endsWith("/rc") && configurations.node(row)?.kind === "cmoc");
    const row = rowOf("rc", "x:kept2020#e1");
    assert.isDefined(target);
    assert.isDefined(row);
    if (!target || !row) return;
    const transfer = new vscode.DataTransfer();
    const dragging = api.trees.draggingOf(configurations);
    api.trees.draggingOf(api.trees.sources).handleDrag([row, row], transfer);
    await answering(["refutes"], () => dragging.handleDrop(target, transfer));
    assert.equal((await textOf("rc/s.md")).match(/refutes: TR1/g)?.length, 1);
  });

  it("while a review is being read waits for all of it", async () => {
    const records = Array.from(
      { length: 400 },
      (_, index) => `## CMOC ${index + 1}: Number ${index + 1}\n\n- **C:** a\n`,
    );
    await write(`${BELOW}/late/t.md`, records.join("\n"));
    await write(`${BELOW}/late/review.yaml`, "cmoc: 1\n");
    await show(`${BELOW}/late/t.md`);
    await until(
      () => api.reviews.all().some(({ root }) => root.path.endsWith("/late")),
      (isThere) => isThere,
    );
    await vscode.commands.executeCommand("cmoc.newConfiguration", "Early");
    assert.include(await textOf("late/t.md"), "## CMOC 401: Early");
  });

  it("about a file that was deleted under a saved editor is answered with nothing", async () => {
    await write(`${BELOW}/rc/gone.md`, cmoc("GO1"));
    await until(
      () => idsIn(api, `${BELOW}/rc`),
      (ids) => ids.includes("GO1"),
    );
    await show(`${BELOW}/rc/gone.md`);
    await new Promise((done) => setTimeout(done, 1000));
    await remove(`${BELOW}/rc/gone.md`);
    await until(
      () => idsIn(api, `${BELOW}/rc`),
      (ids) => !ids.includes("GO1"),
    );
    await new Promise((done) => setTimeout(done, 1500));
    assert.notInclude(idsIn(api, `${BELOW}/rc`), "GO1");
    assert.deepEqual(shown(`${BELOW}/rc/gone.md`), []);
  });

  it("of a source whose key is a path is done in the review's own folder", async () => {
    await show(`${BELOW}/rc/t.md`);
    const notices = await noticesOf(async () => {
      await vscode.commands.executeCommand("cmoc.newSource", "../rd/evil");
      await vscode.commands.executeCommand("cmoc.newSource", "../../evil");
    });
    const names = async (folder: string) =>
      (await vscode.workspace.fs.readDirectory(at(`${BELOW}${folder}`))).map(([name]) => name);
    for (const folder of ["", "/rd"]) assert.notInclude(await names(folder), "evil.md");
    assert.isAtMost(notices.length, 2);
  });
});
