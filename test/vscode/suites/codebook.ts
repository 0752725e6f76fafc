/** Codes made, renamed, merged, split, moved and retired by questions, and the page of the codebook. */
import { assert } from "chai";
import * as vscode from "vscode";
import { answering, cancelling } from "../answering.ts";
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
  type,
  until,
} from "../workspace.ts";

const BELOW = "codes";
const CODES =
  "## Code trust: Trust\n\n- role: M\n- definition: they rely\n\n## Code faith: Faith\n\n- role: M\n- definition: they hope\n\n## Code calm\n\n- role: O\n- parent: trust\n";
const SOURCE =
  '---\ncitekey: alpha2020\n---\n\n## Extract e1\n\n> They met and relied.\n\n- at: p. 1\n- M trust: "met"\n- M faith: "met"\n- M faith: "relied"\n- O calm: "relied"\n- O unheard: "relied"\n- parked: later\n';
const FILES = ["codebook.md", "a.md", "memos.md"] as const;
type Window = Record<string, unknown>;

describe("the codebook", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const run = (command: string, ...given: readonly unknown[]) =>
    vscode.commands.executeCommand(command, ...given) as Promise<unknown>;
  const text = async (path: string): Promise<string> =>
    (await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`))).getText();
  const texts = async (): Promise<readonly string[]> => Promise.all(FILES.map(text));
  const cursorAt = async (path: string, words: string): Promise<vscode.TextEditor> => {
    const editor = await show(`${BELOW}/${path}`);
    const place = editor.document.positionAt(editor.document.getText().indexOf(words));
    editor.selection = new vscode.Selection(place, place);
    await api.settled();
    return editor;
  };
  const takenBack = async (): Promise<void> => {
    await run("undo");
    assert.deepEqual(await texts(), [CODES, SOURCE, "# Memos\n"]);
    await api.settled();
  };
  const rowsOf = (...ids: readonly string[]) => {
    const open = api.reviews.of(at(`${BELOW}/a.md`));
    return ids.map((id) => open && api.trees.codebook.find(open, "codebook.md", CODES.indexOf(`Code ${id}`)));
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\ncoders: { JA: first coder }\n",
      "codebook.md": CODES,
      "a.md": SOURCE,
      "memos.md": "# Memos\n",
    });
    await api.settled();
  });

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  it("merges two rows that are selected by one edit of all files, with a memo, and splits the code at the cursor", async () => {
    await cursorAt("codebook.md", "Faith");
    const [trust, faith] = rowsOf("trust", "faith");
    assert.include(
      await Promise.resolve(trust && api.trees.codebook.getTreeItem(trust)).then((item) => item?.contextValue),
      "retirable",
    );
    const merge = () => run("cmoc.mergeCodes", faith, [faith, trust]);
    const why = ["trust", "They rely and hope.", "One thing."];
    await cancelling(why, merge, texts);
    const told = await noticesOf(async () => {
      const questions = await answering(why, merge);
      assert.deepEqual(questions[0]?.labels, ["faith", "trust"]);
    });
    assert.deepEqual(told, ["1 use of faith said what trust says there already, and became one with it."]);
    const [codes, source, memos] = await texts();
    assert.include(
      codes,
      "- definition: They rely and hope.\n\n## Code faith: Faith\n\n- role: M\n- definition: they hope\n- replaced by: trust\n",
    );
    assert.include(source, '- M trust: "met"\n- M trust: "relied"\n- O calm: "relied"\n');
    assert.match(
      memos ?? "",
      /: faith was merged into trust\n\n- about: Code trust, Code faith\n- by: JA\n- kind: decision\n\nOne thing\.\n$/,
    );
    await takenBack();
    await cursorAt("a.md", "faith");
    const split = () => run("cmoc.splitCode");
    const parts = ["Kept faith, trust", ["“relied”"], ["“met”"], "It is replaced by them", "Two things."];
    const asked = await answering(parts, split);
    assert.deepEqual(asked[1]?.labels, ["@alpha2020#e1", "“met”", "“relied”"]);
    const [after, of] = await texts();
    assert.include(
      after,
      "- replaced by: kept-faith, trust\n\n## Code kept-faith: Kept faith\n\n- role: M\n- definition:\n",
    );
    assert.include(of, '- M trust: "met"\n- M kept-faith: "relied"\n');
    await takenBack();
  });

  it("makes, renames, moves and retires codes, each taken back by one undo", async () => {
    await cursorAt("a.md", "Extract");
    const [trust, calm] = rowsOf("trust", "calm");
    await show(`${BELOW}/codebook.md`);
    await answering(["Deep trust", "M"], () => run("cmoc.newCode", trust));
    assert.include(
      await text("codebook.md"),
      "\n## Code deep-trust: Deep trust\n\n- role: M\n- definition: \n- parent: trust\n",
    );
    await takenBack();
    await answering(["O"], () => run("cmoc.newCode", { record: "c:unheard" }));
    assert.match(await text("codebook.md"), /\n## Code unheard\n\n- role: O\n- definition: $/m);
    await takenBack();
    await cursorAt("a.md", "trust");
    await answering(["reliance", "Better."], () => run("cmoc.renameCode"));
    assert.include(await text("a.md"), '- M reliance: "met"\n');
    assert.include(await text("codebook.md"), "- parent: reliance\n");
    assert.match(await text("memos.md"), /: trust is called reliance\n/);
    await takenBack();
    await cursorAt("codebook.md", "calm");
    await answering(["faith", ""], () => run("cmoc.moveCode", calm));
    assert.include(await text("codebook.md"), "- parent: faith\n");
    await takenBack();
    await run("cmoc.moveCode", { records: ["c:calm", "c:faith"], to: "c:trust", reason: "" });
    assert.include(await text("codebook.md"), "- definition: they hope\n- parent: trust\n");
    await takenBack();
    await cursorAt("codebook.md", "calm");
    await answering(["To another file", "memos.md"], () => run("cmoc.moveCode"));
    assert.include(await text("memos.md"), "## Code calm\n\n- role: O\n- parent: trust\n");
    await takenBack();
    const left = await noticesOf(
      async () => void (await answering(["No other code", "Too wide."], () => run("cmoc.retireCode"))),
    );
    assert.deepEqual(left, ["1 coding line uses calm still. Merge it into another code to move it."]);
    assert.include(await text("codebook.md"), "- parent: trust\n- retired: Too wide.\n");
    assert.match(await text("memos.md"), /: calm was retired\n[\s\S]*Too wide\.\n$/);
    await takenBack();
    assert.deepEqual(await noticesOf(async () => void (await run("cmoc.splitCode", { record: "c:none" }))), [
      "none is not in the review any more. Look at the list again.",
    ]);
  });

  it("is offered in the menu “Refactor…” at a code's heading and at a line that uses it", async () => {
    const titles = async (path: string, words: string): Promise<readonly string[]> => {
      const { document, selection } = await cursorAt(path, words);
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        selection,
        vscode.CodeActionKind.Refactor.value,
      );
      return found.map(({ title }) => title);
    };
    const both = [
      "Merge trust with another code …",
      "Split trust …",
      "Retire trust …",
      "Put trust under another code, or in another file …",
    ];
    assert.includeMembers([...(await titles("codebook.md", "trust"))], both);
    assert.includeMembers([...(await titles("a.md", "trust"))], both);
    assert.includeMembers([...(await titles("a.md", "unheard"))], ["Merge unheard with another code …"]);
    const { document, selection } = await cursorAt("codebook.md", "calm");
    const source = await vscode.workspace.openTextDocument(at(`${BELOW}/a.md`));
    await type(source, "", '- O calm: "relied"\n');
    await api.settled();
    const fixes = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      selection,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = fixes.find(({ title }) => title === "Retire calm with a reason …");
    assert.deepEqual(fix?.command?.arguments, [{ record: "c:calm" }]);
    await type(source, '- O calm: "relied"\n- O unheard', "- O unheard");
  });

  it("is shown as a page that follows the texts, leads to them, and is saved as a file", async () => {
    const editor = await cursorAt("a.md", "trust");
    const window = vscode.window as unknown as Window;
    const { createWebviewPanel, showSaveDialog, showInformationMessage } = window;
    let panel: vscode.WebviewPanel | undefined;
    window.createWebviewPanel = (...given: Parameters<typeof vscode.window.createWebviewPanel>) => {
      panel = (createWebviewPanel as typeof vscode.window.createWebviewPanel)(...given);
      return panel;
    };
    try {
      await run("cmoc.openCodebookPage");
      const page = () => panel?.webview.html ?? "";
      assert.equal(/<p class="dim">(.*) · 2/.exec(page())?.[1], "4 codes · 5 coding lines");
      assert.isFalse(panel?.webview.options.enableScripts);
      assert.notInclude(page(), "<script");
      const first = panel;
      await type(editor.document, '- M trust: "met"\n- C trust: "They"\n', '- M trust: "met"\n');
      await until(page, (html) => html.includes("Context 1, Mechanism 1"));
      await run("cmoc.openCodebookPage");
      assert.equal(panel, first, "one page of a review");
      const saved = at(`${BELOW}/codebook.html`);
      window.showSaveDialog = async () => saved;
      const told: string[] = [];
      window.showInformationMessage = async (words: string) => void told.push(words);
      await run("cmoc.saveCodebookPage", { uri: at(BELOW).toString() });
      assert.deepEqual(told, ["codebook.html was saved. A browser prints it."]);
      const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(saved));
      assert.include(written, "Context 1, Mechanism 1");
      assert.notInclude(written, "command:");
      const [, link = ""] = /href="command:cmoc\.goToIt\?([^"]+)"/.exec(page()) ?? [];
      await run("cmoc.goToIt", ...JSON.parse(decodeURIComponent(link)));
      const { activeTextEditor } = vscode.window;
      assert.equal(activeTextEditor?.document.uri.toString(), at(`${BELOW}/codebook.md`).toString());
      await run("cmoc.goToIt", { uri: "file:///etc/passwd", offset: 0 });
    } finally {
      Object.assign(window, { createWebviewPanel, showSaveDialog, showInformationMessage });
      panel?.dispose();
    }
  });
});
