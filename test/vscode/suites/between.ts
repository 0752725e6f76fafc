/** Texts that become others between a question and its answer, and texts that cannot be written. */
import { assert } from "chai";
import * as vscode from "vscode";
import { answering } from "../answering.ts";
import {
  at,
  choose,
  closeAll,
  extension,
  LIMIT_MS,
  makeReview,
  noticesOf,
  remove,
  right,
  saveByHand,
  show,
  takeAway,
  type,
  until,
  write,
} from "../workspace.ts";

const BELOW = "between";
const MOVED_ON = "The text changed in the meantime. Nothing was written; try again.";
const THEORY = "# T\n\n## CMOC BA1: One\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n";
const WRONG = "## CMOC BX1: One\n\n- status: suported\n- **C:** x\n";
const source = (key: string): string =>
  `---\ncitekey: ${key}\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n\n## Extract e2\n\n> They parted.\n\n- at: p. 2\n`;

describe("between a question and its answer", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const actionsAt = (uri: vscode.Uri, range: vscode.Range, kind: vscode.CodeActionKind) =>
    vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", uri, range, kind.value, 50);
  const onDisk = async (path: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(at(`${BELOW}/${path}`)));
  const loose = (): number | undefined => api.reviews.of(at(`${BELOW}/t.md`))?.unlinked.count;

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\n",
      "t.md": THEORY,
      "a.md": source("alpha2020"),
      "b.md": source("beta2021"),
    });
    await right(api);
  });

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  const fixAt = async (path: string, rule: string, title: string, last = false): Promise<vscode.CodeAction> => {
    // A problem may be gone for a moment, and the window has it a little later than the extension.
    const find = async (): Promise<vscode.CodeAction | undefined> => {
      await api.settled();
      const problem = vscode.languages
        .getDiagnostics(at(`${BELOW}/${path}`))
        .filter(({ code }) => (code as { value: string }).value === rule)
        .sort((one, other) => one.range.start.line - other.range.start.line)
        .at(last ? -1 : 0);
      const offered = problem
        ? await actionsAt(at(`${BELOW}/${path}`), problem.range, vscode.CodeActionKind.QuickFix)
        : [];
      return offered.find((each) => each.title === title);
    };
    return (await until(find, (found) => found !== undefined)) as vscode.CodeAction;
  };

  it("a quick fix mends its problem where that stands by then, and nothing where it is gone", async () => {
    await write(`${BELOW}/x.md`, WRONG);
    const { document } = await show(`${BELOW}/x.md`);
    const fix = await fixAt("x.md", "field/value", "Use “supported”");
    await type(document, "Some words above.\n\n## CMOC BX1", "## CMOC BX1");
    await api.settled();
    const typed = document.getText();
    assert.deepEqual(await noticesOf(() => choose(fix)), []);
    assert.equal(document.getText(), typed.replace("suported", "supported"));
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), typed);
    await type(document, "refined", "suported");
    await api.settled();
    const mended = document.getText();
    assert.deepEqual(await noticesOf(() => choose(fix)), [MOVED_ON]);
    assert.equal(document.getText(), mended);
    await closeAll();
    await remove(`${BELOW}/x.md`);
  });

  it("a quick fix of one file is done when another was changed", async () => {
    await write(`${BELOW}/x.md`, WRONG);
    const { document } = await show(`${BELOW}/x.md`);
    const fix = await fixAt("x.md", "field/value", "Use “supported”");
    await type((await show(`${BELOW}/t.md`)).document, "\nMore.\n");
    await api.settled();
    assert.deepEqual(await noticesOf(() => choose(fix)), []);
    assert.equal(document.getText(), WRONG.replace("suported", "supported"));
    await closeAll();
    await remove(`${BELOW}/x.md`);
  });

  it("of two records that bear one id the one is changed that is meant, or neither", async () => {
    const twice = `${source("gamma2022").replace("Extract e2", "Extract e1")}`;
    await write(`${BELOW}/c.md`, twice);
    // Both are open and taken in before: a text that is taken in later makes the fix one of before, of which nothing says which record it meant.
    await show(`${BELOW}/t.md`);
    const { document } = await show(`${BELOW}/c.md`);
    await right(api);
    const fix = await fixAt("c.md", "extract/unlinked", "Link it to a configuration that it supports …", true);
    await show(`${BELOW}/t.md`);
    const told = await noticesOf(() => answering(["BA1", []], () => choose(fix)).then(() => {}));
    assert.deepEqual(told, []);
    assert.equal(document.getText(), `${twice}- supports: BA1\n`);
    await show(`${BELOW}/c.md`);
    await vscode.commands.executeCommand("undo");
    for (const command of ["cmoc.parkExtract", "cmoc.linkExtract"]) {
      const refused = await noticesOf(async () => {
        await vscode.commands.executeCommand(command, { extract: "x:gamma2022#e1" });
      });
      assert.deepEqual(refused, ["Two records are called @gamma2022#e1. Give one of them another id first."]);
    }
    assert.equal(document.getText(), twice);
    await closeAll();
    await remove(`${BELOW}/c.md`);
  });

  it("a rewriting is not done in a text that was typed in since it was offered", async () => {
    const { document } = await show(`${BELOW}/t.md`);
    const place = document.positionAt(document.getText().indexOf("CMOC BA1"));
    const offered = await actionsAt(
      document.uri,
      new vscode.Range(place, place),
      vscode.CodeActionKind.RefactorRewrite,
    );
    const rewriting = offered.find(({ title }) => title === "Write it as a sentence") as vscode.CodeAction;
    await type(document, "# The heading of all this", "# T");
    const typed = document.getText();
    assert.deepEqual(await noticesOf(() => choose(rewriting)), [MOVED_ON]);
    assert.equal(document.getText(), typed);
  });

  it("nothing is written into one text when another was typed in while that one was opened", async () => {
    const { document } = await show(`${BELOW}/a.md`);
    const { workspace } = vscode;
    const { openTextDocument } = workspace;
    const opening = async (uri: vscode.Uri): Promise<vscode.TextDocument> => {
      const opened = await openTextDocument(uri);
      if (uri.path.endsWith("b.md")) await type(document, "Typed just now.\n\n## Extract e1", "## Extract e1");
      return opened;
    };
    const rows = api.trees.sources;
    const open = api.reviews.of(at(`${BELOW}/t.md`));
    assert.isDefined(open);
    if (!open) return;
    const dragged = (["a.md", "b.md"] as const).map((path) =>
      rows.find(open, path, source(path === "a.md" ? "alpha2020" : "beta2021").indexOf("Extract e2")),
    );
    const transfer = new vscode.DataTransfer();
    api.trees.draggingOf(rows).handleDrag(dragged as never, transfer);
    const target = api.trees.configurations.find(open, "t.md", THEORY.indexOf("CMOC BA1"));
    (workspace as { openTextDocument: unknown }).openTextDocument = opening;
    try {
      const told = await noticesOf(() =>
        answering(["supports"], () => api.trees.draggingOf(api.trees.configurations).handleDrop(target, transfer)).then(
          () => {},
        ),
      );
      assert.deepEqual(told, [MOVED_ON]);
    } finally {
      (workspace as { openTextDocument: unknown }).openTextDocument = openTextDocument;
    }
    assert.equal(document.getText(), source("alpha2020").replace("## Extract e1", "Typed just now.\n\n## Extract e1"));
    assert.equal(await onDisk("b.md"), source("beta2021"));
  });

  /** Links the first extract, and does something as soon as the question is put that has these words. */
  const linkWhile = async (
    words: string,
    run: () => Promise<unknown>,
    given: unknown = { extract: "x:alpha2020#e1" },
  ) => {
    const { window } = vscode;
    const { showQuickPick } = window;
    const questions: (readonly string[])[] = [];
    const pick = async (given: unknown, options?: vscode.QuickPickOptions): Promise<unknown> => {
      const items = (await given) as readonly vscode.QuickPickItem[];
      questions.push(items.map(({ label, description }) => `${label} ${description ?? ""}`));
      if (options?.placeHolder?.includes(words)) await run();
      return options?.canPickMany ? [] : items[0];
    };
    (window as { showQuickPick: unknown }).showQuickPick = pick;
    try {
      const told = await noticesOf(async () => {
        await vscode.commands.executeCommand("cmoc.linkExtract", given);
      });
      return { told, questions };
    } finally {
      (window as { showQuickPick: unknown }).showQuickPick = showQuickPick;
    }
  };

  it("the slots that are asked about are those that the record has by then", async () => {
    const { document } = await show(`${BELOW}/t.md`);
    const { told, questions } = await linkWhile("How does", async () => {
      await type(document, "a very, very far away place", "a place");
      await api.settled();
    });
    assert.deepEqual(told, []);
    assert.deepEqual(questions.at(-1), ["C a very, very far away place", "M trust", "O peace"]);
  });

  it("a slot whose row was chosen is not linked to when it is gone by then, and that is said", async () => {
    const { document } = await show(`${BELOW}/t.md`);
    const { configurations } = api.trees;
    const open = api.reviews.of(document.uri);
    const row = open && configurations.find(open, "t.md", THEORY.indexOf("CMOC BA1"));
    const slot = (row ? configurations.getChildren(row) : []).find((each) =>
      configurations.node(each)?.label.startsWith("M "),
    );
    assert.isDefined(slot);
    const gone = async () => {
      await type(document, "- note: trust", "- **M:** trust");
      await api.settled();
    };
    const { told } = await linkWhile("How does", gone, slot);
    assert.deepEqual(told, [MOVED_ON]);
    for (const path of ["a.md", "b.md"]) assert.notInclude(await onDisk(path), "BA1");
  });

  it("a record that is gone by then is not linked to, and that is said", async () => {
    const { document } = await show(`${BELOW}/t.md`);
    const { told } = await linkWhile("How does", async () => {
      await type(document, "BA9", "BA1");
      await api.settled();
    });
    assert.deepEqual(told, ["BA1 is not in the review any more. Look at the list again."]);
    assert.equal(await onDisk("a.md"), source("alpha2020"));
  });

  it("a text that the settings make read-only is left as it is, and that is said", async () => {
    const files = vscode.workspace.getConfiguration("files");
    await files.update("readonlyInclude", { [`**/${BELOW}/**`]: true }, vscode.ConfigurationTarget.Global);
    try {
      const { document } = await show(`${BELOW}/a.md`);
      const before = loose();
      const request = { extract: "x:alpha2020#e1", record: "r:ba1", stance: "supports", slots: [] };
      const told = await noticesOf(async () => {
        await vscode.commands.executeCommand("cmoc.linkExtract", request);
      });
      assert.lengthOf(told, 1);
      assert.match(told[0] ?? "", /^a\.md is read-only\. Nothing was written/);
      assert.equal(document.getText(), source("alpha2020"));
      assert.equal(await onDisk("a.md"), source("alpha2020"));
      await api.settled();
      assert.equal(loose(), before);
    } finally {
      await files.update("readonlyInclude", undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
