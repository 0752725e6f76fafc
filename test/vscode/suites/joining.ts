/** What comes from elsewhere: published configurations that are pasted or read from a file, files and rows that are dropped, as VS Code asks for them. */
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

const BELOW = "joining";
const THEORY = "# Theory\n\n## CMOC 1: One\n\n- **C:** a place\n- **M:** trust\n- supports: \n\nWords.\n";
const SOURCE = "---\ncitekey: alpha2020\n---\n\n## Extract e1\n\n> They met.\n> \n\n- at: p. 1\n";
const TEXTS = {
  "review.yaml": "cmoc: 1\nbibliography: [own.bib]\n",
  "own.bib": "@book{alpha2020,\n title = {A}\n}\n@book{gamma2022,\n title = {G}\n}\n",
  "t.md": THEORY,
  "a.md": SOURCE,
  "code.md": "# Theory\n\n```\n",
};
const TABLE =
  "| ID | Context | Mechanism | Outcome |\n| --- | --- | --- | --- |\n| CMOC1 | a town | habit | calm |\n| CMOC2 | a road | haste | harm |\n";
const BIB = "@book{beta2021,\n title = {B}\n}\n@book{delta2023,\n title = {D}\n";
const NEVER = new vscode.CancellationTokenSource().token;

class FileItem extends vscode.DataTransferItem {
  private readonly file: vscode.DataTransferFile;

  constructor(name: string, bytes: Uint8Array, uri?: vscode.Uri) {
    super("");
    this.file = { name, data: () => Promise.resolve(bytes), ...(uri && { uri }) };
  }

  override asFile(): vscode.DataTransferFile {
    return this.file;
  }
}

describe("what comes from elsewhere", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const own = () => {
    const open = api.reviews.of(at(`${BELOW}/review.yaml`));
    if (!open) throw new Error("The review is not open.");
    return open;
  };
  const textOf = async (path: string): Promise<string> =>
    (await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`))).getText();
  const isThere = (path: string): Promise<boolean> =>
    Promise.resolve(vscode.workspace.fs.stat(at(path))).then(
      () => true,
      () => false,
    );
  const transferOf = (items: Readonly<Record<string, string | vscode.DataTransferItem>>): vscode.DataTransfer => {
    const transfer = new vscode.DataTransfer();
    for (const [kind, item] of Object.entries(items))
      transfer.set(kind, typeof item === "string" ? new vscode.DataTransferItem(item) : item);
    return transfer;
  };
  const pastes = async (
    document: vscode.TextDocument,
    words: string,
    items: Readonly<Record<string, string>>,
    only?: vscode.DocumentDropOrPasteEditKind,
  ): Promise<vscode.DocumentPasteEdit[]> => {
    const place = document.positionAt(document.getText().indexOf(words) + words.length);
    const context = { only, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
    const ranges = [new vscode.Range(place, place)];
    const { pastes } = api.providers;
    return (await pastes.provideDocumentPasteEdits?.(document, ranges, transferOf(items), context, NEVER)) ?? [];
  };
  const drops = async (
    document: vscode.TextDocument,
    words: string,
    transfer: vscode.DataTransfer,
  ): Promise<vscode.DocumentDropEdit[]> => {
    const place = document.positionAt(document.getText().indexOf(words) + words.length);
    const made = await api.providers.drops.provideDocumentDropEdits(document, place, transfer, NEVER);
    return made ? (Array.isArray(made) ? made : [made]) : [];
  };
  /** Drops files in a text and chooses what is offered; gives what people were told. */
  const join = async (document: vscode.TextDocument, transfer: vscode.DataTransfer): Promise<readonly string[]> => {
    const [edit] = await drops(document, "Words.", transfer);
    assert.equal(edit?.title, "Add to the Review");
    assert.equal(edit?.insertText, "");
    return noticesOf(async () => {
      await api.providers.drops.resolveDocumentDropEdit?.(edit as vscode.DocumentDropEdit, NEVER);
      await api.settled();
    });
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, TEXTS);
    await write("joining-desk/new.bib", BIB);
    await write("joining-desk/empty.bib", "");
    await write(
      "joining-desk/table.csv",
      "ID,Context,Mechanism,Outcome\nCMOC1,a town,habit,calm\nCMOC2,a road,haste,harm\n",
    );
    await write("joining-desk/table.md", TABLE);
    await api.settled();
  });

  after(async () => {
    await takeAway(api, BELOW);
    await vscode.workspace.fs.delete(at("joining-desk"), { recursive: true });
  });

  afterEach(closeAll);

  it("is offered as configurations when it is pasted, behind the words as they are, and is one edit", async () => {
    const { document } = await show(`${BELOW}/t.md`);
    const edits = await pastes(document, "Words.", { "text/plain": TABLE });
    assert.deepEqual(
      edits.map(({ title }) => title),
      ["Fields", "Sentences", "Table"].map((spelling) => `Paste as 2 Configurations (${spelling})`),
    );
    for (const { yieldTo, insertText } of edits) {
      assert.deepEqual(
        yieldTo?.map(({ value }) => value),
        ["text.plain"],
      );
      assert.equal(insertText, "");
    }
    const [fields] = edits;
    const told = await noticesOf(async () => {
      await api.providers.pastes.resolveDocumentPasteEdit?.(fields as vscode.DocumentPasteEdit, NEVER);
    });
    assert.lengthOf(told, 1);
    assert.include(told[0], "CMOC1 → CMOC3");
    assert.isTrue(await vscode.workspace.applyEdit(fields?.additionalEdit ?? new vscode.WorkspaceEdit()));
    await api.settled();
    const ids = [...own().review.records("cmoc")].map(({ brief }) => brief.id);
    assert.sameMembers(ids, ["CMOC1", "CMOC3", "CMOC2"]);
    assert.isTrue(document.getText().startsWith(`${THEORY.trimEnd()}\n\n## CMOC 3`));
    assert.include(document.getText(), "- note: printed as CMOC1");
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), THEORY);
    await api.settled();
  });

  it("is pasted as it was copied, and people are told, where no configuration would be read", async () => {
    const { document } = await show(`${BELOW}/code.md`);
    const [fields] = await pastes(document, "```\n", { "text/plain": TABLE });
    const told = await noticesOf(async () => {
      await api.providers.pastes.resolveDocumentPasteEdit?.(fields as vscode.DocumentPasteEdit, NEVER);
    });
    assert.lengthOf(told, 1, "nothing is told of ids");
    assert.match(told[0] ?? "", /^The configurations cannot be written here so that they would be read\./);
    assert.isTrue(await vscode.workspace.applyEdit(fields?.additionalEdit ?? new vscode.WorkspaceEdit()));
    assert.equal(document.getText(), TEXTS["code.md"] + TABLE);
  });

  it("is not offered in a quotation, of other words, of records in the language, and outside a review", async () => {
    const { document } = await show(`${BELOW}/a.md`);
    assert.deepEqual(await pastes(document, "> They met.\n> ", { "text/plain": "When x (C), y (M)." }), []);
    const { document: theory } = await show(`${BELOW}/t.md`);
    const none = [
      "Hepatitis C and words",
      "",
      "## CMOC 9\n\n- **C:** x\n- **M:** y\n",
      "Context Mechanism ".repeat(50_000),
    ];
    for (const words of none) assert.deepEqual(await pastes(theory, "Words.", { "text/plain": words }), []);
    // The HTML beside what was copied in an editor is of its colours; of what else was copied it is what is read.
    const html = `<table><tr><th>ID<th>Context<th>Mechanism<th>Outcome<tr><td>CMOC1<td>a town<td>habit<td>calm</table>`;
    const copied = { "text/plain": "Context Mechanism Outcome a town habit calm", "text/html": html };
    assert.lengthOf(await pastes(theory, "Words.", copied), 3);
    assert.deepEqual(await pastes(theory, "Words.", { ...copied, "vscode-editor-data": "{}" }), []);
    const [here, there] = [new vscode.Range(0, 0, 0, 0), new vscode.Range(1, 0, 1, 0)];
    const several = { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
    const transfer = transferOf({ "text/plain": TABLE });
    const { pastes: provider } = api.providers;
    for (const [ranges, count] of [
      [[here], 3],
      [[here, there], 0],
    ] as const)
      assert.lengthOf(
        (await provider.provideDocumentPasteEdits?.(theory, ranges, transfer, several, NEVER)) ?? [],
        count,
      );
    const other = vscode.DocumentDropOrPasteEditKind.Text.append("updateImports");
    assert.deepEqual(await pastes(theory, "Words.", { "text/plain": TABLE }, other), []);
    const outside = await vscode.workspace.openTextDocument({ language: "markdown", content: "|" });
    assert.deepEqual(await pastes(outside, "|", { "text/plain": TABLE }), []);
  });

  it("is pasted by a command, and read from a file into a text of its own", async () => {
    const { document } = await show(`${BELOW}/t.md`);
    const told = await noticesOf(async () => {
      const asked = await answering(["Paste as 2 Configurations (Table)"], async () => {
        await vscode.commands.executeCommand("cmoc.pasteConfigurations", { text: TABLE });
      });
      assert.lengthOf(asked[0]?.labels ?? [], 3);
      await vscode.commands.executeCommand("cmoc.pasteConfigurations", { text: "nothing of it" });
    });
    assert.lengthOf(told, 2);
    assert.include(told[1], "No configuration was found");
    assert.include(document.getText(), "CMOC2 ");
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), THEORY);
    const read = await noticesOf(async () => {
      await answering([at("joining-desk/table.md")], async () => {
        await vscode.commands.executeCommand("cmoc.readPublished");
      });
    });
    assert.lengthOf(read, 1);
    const shown = vscode.window.activeTextEditor?.document;
    assert.isTrue(shown?.isUntitled);
    assert.equal(shown?.languageId, "markdown");
    assert.match(
      shown?.getText() ?? "",
      /^# Configurations read from table\.md\n\n## CMOC 3[\s\S]*\n## CMOC (?:CMOC)?2/,
    );
    const wide = new Uint8Array(Uint16Array.from(TABLE, (sign) => sign.charCodeAt(0)).buffer);
    await vscode.workspace.fs.writeFile(at("joining-desk/wide.txt"), wide);
    await vscode.commands.executeCommand("cmoc.readPublished", at("joining-desk/wide.txt"));
    assert.match(
      vscode.window.activeTextEditor?.document.getText() ?? "",
      /^# Configurations read from wide\.txt\n\n## CMOC 3/,
    );
    const wrong = await noticesOf(async () => {
      await vscode.commands.executeCommand("cmoc.readPublished", at("joining-desk"));
      await vscode.commands.executeCommand("cmoc.readPublished", at("joining-desk/empty.bib"));
      await vscode.commands.executeCommand("cmoc.readPublished", at("joining-desk/gone.csv"));
    });
    assert.match(wrong[0] ?? "", /is a folder/);
    assert.match(wrong[1] ?? "", /No configuration was found in empty\.bib/);
    assert.match(wrong[2] ?? "", /cannot be read/);
  });

  it("joins the review as a bibliography, listed and copied by one edit, which one undo takes back", async () => {
    const { document } = await show(`${BELOW}/t.md`);
    const uri = at("joining-desk/new.bib");
    const told = await join(document, transferOf({ "text/uri-list": `${uri.toString()}\r\n` }));
    assert.deepEqual(told, ["new.bib joined the review with 2 sources. One problem in it is shown there."]);
    assert.equal(await textOf("review.yaml"), "cmoc: 1\nbibliography: [own.bib, new.bib]\n");
    assert.equal(await textOf("new.bib"), BIB);
    await until(
      () => own().review.hasSource("delta2023"),
      (isSo) => isSo,
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("undo");
    await until(
      async () => [await textOf("review.yaml"), await isThere(`${BELOW}/new.bib`)],
      ([, isSo]) => !isSo,
      5000,
    );
    assert.equal(await textOf("review.yaml"), TEXTS["review.yaml"]);
    assert.equal(document.getText(), THEORY);
    await api.settled();
  });

  it("is refused with a reason: a folder, no entries, another kind of file, one that is listed; a name that is taken is asked for", async () => {
    await show(`${BELOW}/t.md`);
    await write(`${BELOW}/new.bib`, "@book{own1,}\n");
    const files = ["joining-desk", "joining-desk/empty.bib", "joining-desk/table.csv", `${BELOW}/own.bib`].map(at);
    const told = await noticesOf(async () => {
      await vscode.commands.executeCommand("cmoc.addFiles", files);
    });
    assert.lengthOf(told, 4);
    assert.match(told[0] ?? "", /joining-desk was left/);
    assert.match(told[1] ?? "", /empty\.bib has no entry/);
    assert.match(told[2] ?? "", /table\.csv was left/);
    assert.match(told[3] ?? "", /own\.bib is a bibliography of the review already/);
    // Nothing can be made where a file stands in place of the folder of texts.
    await write(`${BELOW}/texts`, "a file");
    await write("joining-desk/folder.bib/x.txt", "x");
    await write("joining-desk/alpha2020.pdf", "x");
    const refused = await noticesOf(async () => {
      await vscode.commands.executeCommand(
        "cmoc.addFiles",
        ["folder.bib", "alpha2020.pdf"].map((name) => at(`joining-desk/${name}`)),
      );
    });
    assert.match(refused[0] ?? "", /folder\.bib is a folder/);
    assert.match(refused[1] ?? "", /texts\/alpha2020\.pdf could not be made/);
    await vscode.workspace.fs.delete(at(`${BELOW}/texts`));
    const asked = await answering(["../other"], async () => {
      await noticesOf(async () => {
        await vscode.commands.executeCommand("cmoc.addFiles", at("joining-desk/new.bib"));
      });
    });
    assert.match(asked[0]?.words ?? "", /^new\.bib is there already/);
    assert.equal(await textOf("review.yaml"), "cmoc: 1\nbibliography: [own.bib, other.bib]\n");
    assert.equal(await textOf("new.bib"), "@book{own1,}\n");
    assert.equal(await textOf("other.bib"), BIB);
    await vscode.commands.executeCommand("undo");
    await vscode.workspace.fs.delete(at(`${BELOW}/new.bib`));
    await until(
      () => isThere(`${BELOW}/other.bib`),
      (isSo) => !isSo,
    );
    await api.settled();
  });

  it("joins the review as full texts, byte by byte, each that of a source, from a browser that tells no address and on a view", async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256);
    const { document } = await show(`${BELOW}/t.md`);
    const told = await join(document, transferOf({ "application/pdf": new FileItem("alpha2020.pdf", bytes) }));
    assert.deepEqual(told, ["texts/alpha2020.pdf is the full text of @alpha2020 now."]);
    assert.deepEqual(await vscode.workspace.fs.readFile(at(`${BELOW}/texts/alpha2020.pdf`)), bytes);
    assert.equal(await textOf("a.md"), SOURCE);
    const transfer = transferOf({ "application/pdf": new FileItem("a:b?.pdf", bytes) });
    const { sources } = api.trees;
    const row = sources.find(own(), "a.md", SOURCE.indexOf("Extract e1"));
    const asked = await answering(["gamma2022"], async () => {
      const said = await noticesOf(() => api.trees.draggingOf(sources).handleDrop(row, transfer));
      assert.deepEqual(said, ["texts/a-b-.pdf is the full text of @gamma2022 now."]);
    });
    assert.match(asked[0]?.words ?? "", /^a:b\?\.pdf is the full text of which source\?/);
    await api.settled();
    const file = own().review.source("gamma2022")?.uri ?? "";
    assert.equal(await textOf(file), "---\ncitekey: gamma2022\ntext: texts/a-b-.pdf\n---\n");
    assert.deepEqual(await vscode.workspace.fs.readFile(at(`${BELOW}/texts/a-b-.pdf`)), bytes);
  });

  it("comes first where only the review has a use for it, and after a link where a file of the workspace may be meant as one", async () => {
    const { document } = await show(`${BELOW}/t.md`);
    const yields = async (name: string): Promise<boolean | undefined> => {
      const list = transferOf({ "text/uri-list": at(`joining-desk/${name}`).toString() });
      const [edit] = await drops(document, "Words.", list);
      return edit && edit.yieldTo !== undefined;
    };
    for (const name of ["alpha2020.pdf", "ALPHA2020.PDF", "more.bib", "more.ris"])
      assert.isFalse(await yields(name), name);
    for (const name of ["alpha2020.txt", "alpha2020.html", "references.json"]) assert.isTrue(await yields(name), name);
  });

  it("becomes references where rows are dragged into a text", async () => {
    const { document } = await show(`${BELOW}/t.md`);
    const { configurations, sources } = api.trees;
    const row = sources.find(own(), "a.md", SOURCE.indexOf("Extract e1"));
    const record = configurations.find(own(), "t.md", THEORY.indexOf("CMOC 1"));
    assert.isDefined(row);
    assert.isDefined(record);
    const dragged = new vscode.DataTransfer();
    if (row) api.trees.draggingOf(sources).handleDrag([row], dragged);
    const [inField] = await drops(document, "supports: ", dragged);
    assert.equal(inField?.insertText, "@alpha2020#e1");
    assert.equal((await drops(document, "Words", dragged))[0]?.insertText, " [@alpha2020#e1]");
    const other = new vscode.DataTransfer();
    if (record) api.trees.draggingOf(configurations).handleDrag([record], other);
    const { document: source } = await show(`${BELOW}/a.md`);
    assert.equal((await drops(source, "They met.", other))[0]?.insertText, " [[CMOC1]]");
    const foreign = JSON.stringify({ root: at("joining-desk").toString(), names: ["x:alpha2020#e1"] });
    const elsewhere = transferOf({ "application/vnd.cmoc.records": foreign });
    assert.deepEqual(await drops(source, "They met.", elsewhere), [], "rows of another review");
  });
});
