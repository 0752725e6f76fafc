/** Full texts and highlights that come into a review, and quotations that are pasted as extracts, as VS Code asks for them. */
import { assert } from "chai";
import * as vscode from "vscode";
import { answering } from "../answering.ts";
import {
  at,
  closeAll,
  extension,
  LIMIT_MS,
  makeReview,
  noticesOf,
  saveByHand,
  show,
  takeAway,
  until,
  write,
} from "../workspace.ts";

const BELOW = "importing";
const SOURCE = "---\ncitekey: okafor2014\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n\n\n";
const TEXTS = {
  "review.yaml": "cmoc: 1\nbibliography: [own.bib]\n",
  "own.bib":
    "@book{okafor2014,\n title = {Together},\n author = {Okafor, N.},\n year = 2014\n}\n@book{lund2010,\n title = {Trust},\n author = {Lund, A.},\n year = 2010\n}\n",
  "a.md": SOURCE,
};
const WORDS = "Partners were quick to trust one another.";
const LINKS = (id: string): string =>
  `([Okafor, 2014, p. 412](zotero://select/library/items/A)) ([pdf](zotero://open-pdf/library/items/B?page=6&annotation=${id}))`;
const NOTES = `“${WORDS}” ${LINKS("AAAAAAA1")} why?\n\n“Two” ([Lund, 2010, p. 2](zotero://select/library/items/C))\n\n“Three” (Nobody, 1900, p. 3)\n`;
const NEVER = new vscode.CancellationTokenSource().token;

describe("what is imported", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const own = () => {
    const open = api.reviews.of(at(`${BELOW}/review.yaml`));
    if (!open) throw new Error("The review is not open.");
    return open;
  };
  const textOf = async (path: string): Promise<string> =>
    (await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`))).getText();
  /** What is offered for words that are pasted at the end of the text, or behind words of it. */
  const pasted = async (words: string, html?: string, behind?: string): Promise<vscode.DocumentPasteEdit[]> => {
    const { document } = await show(`${BELOW}/a.md`);
    const transfer = new vscode.DataTransfer();
    transfer.set("text/plain", new vscode.DataTransferItem(words));
    if (html !== undefined) transfer.set("text/html", new vscode.DataTransferItem(html));
    const text = document.getText();
    const end = document.positionAt(behind === undefined ? text.length : text.indexOf(behind) + behind.length);
    const context = { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
    const { pastes } = api.providers;
    return (
      (await pastes.provideDocumentPasteEdits?.(document, [new vscode.Range(end, end)], transfer, context, NEVER)) ?? []
    );
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, TEXTS);
    await write("importing-desk/notes.md", NOTES);
    await write("importing-desk/paper.txt", `\f${WORDS}\n\fMore words of the paper stand here.\n`);
    await write("importing-desk/other.md", "Other words.\n");
    await api.settled();
  });

  after(async () => {
    await takeAway(api, BELOW);
    await vscode.workspace.fs.delete(at("importing-desk"), { recursive: true });
  });

  afterEach(closeAll);

  it("makes extracts of highlights, asks for a source that is not known, and takes nothing twice; one undo takes it back", async () => {
    const run = (): Promise<readonly string[]> =>
      noticesOf(async () => {
        await show(`${BELOW}/a.md`);
        await answering([at("importing-desk/notes.md"), "lund2010"], async () => {
          await vscode.commands.executeCommand("cmoc.importAnnotations");
        });
      });
    assert.deepEqual(await run(), [
      "@okafor2014: 1 extract added (e2). @lund2010: 2 extracts added (e1–e2). @lund2010: one of them cites another source (e2: Nobody 1900). See whether it belongs here.",
    ]);
    await api.settled();
    const lund = own().review.source("lund2010")?.uri ?? "";
    const added = `## Extract e2\n\n> ${WORDS}\n\n- at: p. 412\n- annotation: zotero AAAAAAA1\n- note: why?\n`;
    assert.equal(await textOf("a.md"), `${SOURCE.trimEnd()}\n\n${added}\n\n`);
    assert.include(await textOf(lund), "## Extract e2\n\n> Three\n\n- at: p. 3\n");
    const before = await textOf("a.md");
    assert.deepEqual(await run(), [
      "@okafor2014: 0 extracts added. One was there already. @lund2010: 0 extracts added. 2 were there already.",
    ]);
    assert.equal(await textOf("a.md"), before);
    // What an editor shows is offered before files are asked for.
    await show("importing-desk/notes.md");
    const asked = await answering([undefined], async () => {
      await vscode.commands.executeCommand("cmoc.importAnnotations");
    });
    assert.deepEqual([asked[0]?.labels, asked[0]?.beside?.[0]], [["notes.md", "Choose Files…"], "3 highlights"]);
    await show(`${BELOW}/a.md`);
    await vscode.commands.executeCommand("undo");
    await until(
      () => textOf("a.md"),
      (text) => text === SOURCE,
    );
    await api.settled();
  });

  it("pastes a quotation with its place as an extract behind the record, first where nothing stands on the line", async () => {
    const [edit, ...others] = await pasted(`“${WORDS}” (Okafor, 2014, p. 412)`);
    assert.deepEqual([edit?.title, others.length, edit?.yieldTo], ["Paste as an Extract", 0, undefined]);
    await api.providers.pastes.resolveDocumentPasteEdit?.(edit as vscode.DocumentPasteEdit, NEVER);
    assert.isTrue(await vscode.workspace.applyEdit(edit?.additionalEdit ?? new vscode.WorkspaceEdit()));
    assert.equal(await textOf("a.md"), `${SOURCE.trimEnd()}\n\n## Extract e2\n\n> ${WORDS}\n\n- at: p. 412\n\n\n`);
    await vscode.commands.executeCommand("undo");
    assert.equal(await textOf("a.md"), SOURCE);
    const quoted = await pasted(`“${WORDS}” (Okafor, 2014, p. 412)`, undefined, "They met.");
    assert.deepEqual(
      quoted.map(({ title }) => title),
      ["Paste the Quotation with Its Page"],
    );
    await api.providers.pastes.resolveDocumentPasteEdit?.(quoted[0] as vscode.DocumentPasteEdit, NEVER);
    assert.isTrue(await vscode.workspace.applyEdit(quoted[0]?.additionalEdit ?? new vscode.WorkspaceEdit()));
    assert.equal(await textOf("a.md"), SOURCE.replace("They met.", `They met.${WORDS}`));
    await vscode.commands.executeCommand("undo");
    const told = encodeURIComponent(JSON.stringify({ annotationKey: "AAAAAAA1", pageLabel: "412" }));
    const [named] = await pasted(`“${WORDS}” (Okafor, 2014, p. 412)`, `<span data-annotation="${told}">x</span>`);
    await api.providers.pastes.resolveDocumentPasteEdit?.(named as vscode.DocumentPasteEdit, NEVER);
    const edits = named?.additionalEdit?.entries()[0]?.[1] ?? [];
    assert.include(JSON.stringify(edits), "annotation: zotero AAAAAAA1");
    for (const words of ["Words of mine.", "See (Okafor, 2014, p. 412) for that.", ""])
      assert.deepEqual(await pasted(words), [], words);
  });

  it("pastes what cites another source only when that is chosen, and says so", async () => {
    const [edit] = await pasted("“Trust is slow” (Lund, 2010, p. 2)");
    assert.equal(edit?.title, "Paste as an Extract, though It Cites Lund 2010");
    assert.equal(edit?.yieldTo?.length, 1);
    const told = await noticesOf(async () => {
      await api.providers.pastes.resolveDocumentPasteEdit?.(edit as vscode.DocumentPasteEdit, NEVER);
    });
    assert.deepEqual(told, ["What was pasted cites another source (Lund 2010). See whether it belongs here."]);
    const [quoted] = await pasted("“Trust is slow” [@lund2010, p. 2]", undefined, "They met.");
    assert.equal(quoted?.title, "Paste the Quotation with Its Page, though It Cites lund2010");
    const [own] = await pasted("“Trust is slow” [@okafor2014, p. 2]");
    assert.deepEqual([own?.title, own?.yieldTo], ["Paste as an Extract", undefined]);
  });

  it("takes a full text for the source of a row, looks up pages in it, and replaces it only when told", async () => {
    await show(`${BELOW}/a.md`);
    const told = await noticesOf(async () => {
      await answering([at("importing-desk/paper.txt")], async () => {
        await vscode.commands.executeCommand("cmoc.addText", "okafor2014");
      });
    });
    assert.deepEqual(told, ["texts/okafor2014.txt is the full text of @okafor2014 now."]);
    await api.settled();
    const { texts } = await own().proving();
    assert.equal((await texts.read("okafor2014")).is, "text");
    // The page of a text without numbers is not known; with the first page it is.
    assert.deepEqual(await pasted(WORDS), []);
    const { document } = await show(`${BELOW}/a.md`);
    const more = new vscode.WorkspaceEdit();
    more.insert(document.uri, new vscode.Position(2, 0), "first page: 411\n");
    assert.isTrue(await vscode.workspace.applyEdit(more));
    await api.settled();
    const [edit] = await pasted(`${WORDS}\n`);
    assert.deepEqual([edit?.title, edit?.yieldTo?.map(({ value }) => value)], ["Paste as an Extract", ["text.plain"]]);
    await vscode.commands.executeCommand("undo");
    // What is dropped on the row of a source is that source's, whatever it is called.
    const { sources } = api.trees;
    const transfer = new vscode.DataTransfer();
    transfer.set("text/uri-list", new vscode.DataTransferItem(at("importing-desk/other.md").toString()));
    const again = await noticesOf(() =>
      api.trees.draggingOf(sources).handleDrop(sources.find(own(), "a.md", 0), transfer),
    );
    assert.lengthOf(again, 1);
    assert.match(again[0] ?? "", /^@okafor2014 has a full text already: texts\/okafor2014\.txt\./);
    assert.equal(await textOf("a.md"), SOURCE);
  });
});
