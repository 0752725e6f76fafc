/** Full texts in editors: opened, gone to from quotations and back, told of under the pointer, opened at a page, pages filled in, the source's words taken. */
import { assert } from "chai";
import * as vscode from "vscode";
import { openAtPage } from "../../../src/vscode/fulltext/at-page.ts";
import { answering } from "../answering.ts";
import {
  at,
  choose,
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

const BELOW = "fulltexts";
// Lines that end in two ways: an editor makes them alike.
const PAGES =
  "They met every week, and little was\r\n\fhidden from any of them. The mill stood by the river for years.\n";
const extract = (id: string, quote: string, more = ""): string =>
  `## Extract ${id}\n\n> ${quote}\n\n${more}- parked: later\n\n`;
const FILES = {
  "review.yaml": "cmoc: 1\nchecks: { extract/no-locator: warning }\n",
  "plain.md": `---\ncitekey: plain2010\nfirst page: 407\n---\n\n${extract("e1", "They met every week")}${extract("e2", "and little was\n> hidden from any of them.")}${extract("e3", "The mill stood by the river for weeks.", "- at: p. 408\n")}${extract("e4", "Nobody came to the harbour", "- at: p. 408\n")}`,
  "texts/plain2010.txt": PAGES,
  "web.md": `---\ncitekey: web2011\n---\n\n${extract("e1", "Doors were open", "- at: Results\n")}${extract("e2", "Doors were open … all winter", "- at: Results\n")}`,
  "texts/web2011.html": "<h1>Aims</h1><p>To see.</p><h2>Results</h2><p>Doors were open, it seems, all winter.</p>",
  "none.md": `---\ncitekey: none2012\n---\n\n${extract("e1", "They met", "- at: p. 1\n")}`,
} as const;

describe("full texts", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const run = (command: string, given?: unknown) => vscode.commands.executeCommand(command, given) as Promise<unknown>;
  const editor = (): vscode.TextEditor => vscode.window.activeTextEditor as vscode.TextEditor;
  const selected = (): string => editor().document.getText(editor().selection).replaceAll("\r\n", "\n");
  const name = (): string => editor().document.uri.path.split("/").at(-1) ?? "";
  const to = (key: string, id: string) => ({ extract: `x:${key}#${id}` });
  const cursorAt = async (path: string, words: string): Promise<void> => {
    const shown = await show(`${BELOW}/${path}`);
    const place = shown.document.positionAt(shown.document.getText().indexOf(words));
    shown.selection = new vscode.Selection(place, place);
  };
  const placesAt = async (words: string) => {
    const { document } = editor();
    const place = document.positionAt(document.getText().indexOf(words) + 1);
    return vscode.commands.executeCommand<vscode.LocationLink[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      place,
    );
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, FILES);
    await api.settled();
  });

  after(async () => {
    await closeAll();
    await takeAway(api, BELOW);
  });

  it("that are text open as they are, at the words of a quotation, and back", async () => {
    await cursorAt("plain.md", "little was");
    await run("cmoc.goToQuote");
    assert.deepEqual([name(), selected()], ["plain2010.txt", "and little was\n\fhidden from any of them."]);
    assert.equal((await placesAt("little was"))[0]?.targetUri.path, at(`${BELOW}/plain.md`).path);
    const pages = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      editor().document.uri,
    );
    assert.deepEqual(
      pages.map((page) => page.name),
      ["Page 407", "Page 408"],
    );
    await run("cmoc.goToExtract");
    assert.deepEqual([name(), selected()], ["plain.md", "e2"]);
    assert.equal((await placesAt("They met"))[0]?.targetUri.path, at(`${BELOW}/texts/plain2010.txt`).path);
    assert.deepEqual(await noticesOf(async () => void (await run("cmoc.goToQuote", to("plain2010", "e4")))), [
      "The words of @plain2010#e4 are not in this text. This is the page that it names.",
    ]);
    assert.deepEqual(editor().selection.active, new vscode.Position(1, 1));
  });

  it("that are not text are shown read-only under headings, found again by their address, and follow their file", async () => {
    await run("cmoc.openFullText", "web2011");
    const { document } = editor();
    assert.deepEqual([document.uri.scheme, name()], ["cmoc-text", "web2011.full-text"]);
    assert.include(document.getText(), "# Results\n\nDoors were open");
    const [stat, symbols, folds] = await Promise.all([
      vscode.workspace.fs.stat(document.uri),
      vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri),
      vscode.commands.executeCommand<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri),
    ]);
    assert.equal(stat.size, new TextEncoder().encode(document.getText()).length);
    assert.equal(vscode.workspace.fs.isWritableFileSystem("cmoc-text"), false);
    assert.deepEqual([symbols.map((each) => each.name), folds.length], [["Aims", "Results"], 2]);
    const place = document.positionAt(document.getText().indexOf("were open"));
    editor().selection = new vscode.Selection(place, place);
    const [question] = await answering(["@web2011#e2"], () => run("cmoc.goToExtract"));
    assert.lengthOf(question?.labels ?? [], 2);
    assert.equal(selected(), "e2");
    await write(`${BELOW}/texts/web2011.html`, "<h1>Aims</h1><p>Doors were open all summer.</p>");
    await until(
      () => document.getText(),
      (text) => text.includes("all summer"),
    );
    await write(`${BELOW}/texts/web2011.html`, FILES["texts/web2011.html"]);
    await until(
      () => document.getText(),
      (text) => text.includes("all winter"),
    );
  });

  it("tell a quotation in its context, and say why where none is held", async () => {
    const told = async (path: string, words: string): Promise<string> => {
      const { document } = await show(`${BELOW}/${path}`);
      const place = document.positionAt(document.getText().indexOf(words) + 2);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        place,
      );
      const all = hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value));
      return all.join("\n").replace(/\\(?=[^\w\s])/g, "");
    };
    assert.match(
      await told("plain.md", "> They met every"),
      /^\*\*Page 407 · as it is quoted\*\*\n\n\*\*They met every week\*\*, and little was hidden/,
    );
    assert.match(
      await told("plain.md", "> The mill"),
      /Page 408 · the source has other words\*\*\n\n.*\*\*The mill stood by the river for\*\* ~~weeks~~ \*\*_years\._\*\*/,
    );
    assert.match(await told("none.md", "They met"), /No full text of none2012 is held/);
    const notices = await noticesOf(async () => void (await run("cmoc.openFullText", "none2012")));
    assert.match(notices[0] ?? "", /No full text of none2012 is held/);
  });

  it("give pages to extracts that name none, and words to those that have others, each undone at once", async () => {
    await cursorAt("plain.md", "citekey");
    const { document } = editor();
    const before = document.getText();
    assert.deepEqual(await noticesOf(async () => void (await run("cmoc.fillPage"))), [
      "The pages of 2 extracts were written.",
    ]);
    assert.include(document.getText(), "week\n\n- at: p. 407\n");
    assert.include(document.getText(), "them.\n\n- at: pp. 407–408\n");
    await run("undo");
    assert.equal(document.getText(), before);
    await api.settled();
    const fix = async (rule: string, title: string): Promise<void> => {
      const [problem] = vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ code }) => (code as { value: string }).value === rule);
      assert.isDefined(problem, rule);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        problem?.range,
        "quickfix",
      );
      const action = actions.find((each) => each.title === title);
      assert.isDefined(action, title);
      if (action) await choose(action);
    };
    await fix("extract/no-locator", "Fill in the page");
    assert.include(document.getText(), "week\n\n- at: p. 407\n");
    await api.settled();
    await fix("quote/near", "Use the source’s words");
    assert.include(document.getText(), "> The mill stood by the river for years.\n");
    await run("undo");
    await run("undo");
    assert.equal(document.getText(), before);
    await api.settled();
  });

  it("give pages to all extracts of the review that name none, as one change, and say of which they are not known", async () => {
    const all = `---\ncitekey: all2015\nfirst page: 11\n---\n\n${extract("e1", "Nobody came to the harbour")}${extract("e2", "A tide of years", "- at: p.\n")}`;
    await write(`${BELOW}/texts/all2015.txt`, "We begin here.\n\fA tide of years went by.\n");
    await write(`${BELOW}/all.md`, all);
    await until(
      () => api.reviews.of(at(`${BELOW}/review.yaml`))?.review.isDefined("x:all2015#e2"),
      (isThere) => isThere === true,
    );
    await api.settled();
    const textOf = async (path: string) => (await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`))).getText();
    const paths = ["plain.md", "web.md", "none.md", "all.md"];
    const before = await Promise.all(paths.map(textOf));
    // Of several reviews that of the active editor is meant.
    await show(`${BELOW}/none.md`);
    assert.deepEqual(await noticesOf(async () => void (await run("cmoc.fillPages"))), [
      "The pages of 3 extracts were written. Left as they are: 1 extract. The words of @all2015#e1 are not in the text of its source, so its page is not known.",
    ]);
    const after = await Promise.all(paths.map(textOf));
    assert.deepEqual(
      after.map((text, index) => text === before[index]),
      [false, true, true, false],
    );
    assert.include(after[0], "week\n\n- at: p. 407\n");
    assert.include(after[0], "them.\n\n- at: pp. 407–408\n");
    assert.include(after[3], "years\n\n- at: p. 12\n");
    await show(`${BELOW}/plain.md`);
    await run("undo");
    assert.deepEqual(await Promise.all(paths.map(textOf)), before, "one undo takes all of it back");
    await closeAll();
    await api.settled();
  });

  it("open as a PDF at the page of an extract, where there is a viewer, and say the page where there is none", async () => {
    const copied = `${BELOW}/texts/pdf2013.pdf`;
    await vscode.workspace.fs.copy(at("texts/quillan2017.pdf"), at(copied));
    await write(
      `${BELOW}/pdf.md`,
      `---\ncitekey: pdf2013\n---\n\n${extract("e1", "The groups that lasted were small.")}`,
    );
    await until(
      () => api.reviews.of(at(`${BELOW}/review.yaml`))?.review.isDefined("x:pdf2013#e1"),
      (isThere) => isThere === true,
    );
    const opened: string[] = [];
    const external = async (uri: vscode.Uri): Promise<boolean> => opened.push(uri.fragment) > 0;
    const { reviews } = api;
    await openAtPage(reviews, to("pdf2013", "e1"), { isWeb: false, remote: undefined, external });
    const isDisk = at(copied).scheme === "file";
    assert.deepEqual(opened, isDisk ? ["page=2"] : []);
    const told = await noticesOf(async () => void (await run("cmoc.openAtPage", to("pdf2013", "e1"))));
    assert.match(told.join(), /page 2/);
    await cursorAt("pdf.md", "lasted");
    await run("cmoc.goToQuote");
    assert.deepEqual([name(), selected()], ["pdf2013.full-text", "The groups that lasted were small."]);
    assert.match(editor().document.getText(), /^# Page 1\n/);
  });
});
