/** New reviews and new sources: what is written, what is refused, and what is asked before. */
import { assert } from "chai";
import * as vscode from "vscode";
import { STARTER } from "../../../src/core/starter.ts";
import { answering, cancelling } from "../answering.ts";
import {
  at,
  closeAll,
  extension,
  idsIn,
  LIMIT_MS,
  makeReview,
  noticesOf,
  remove,
  saveByHand,
  show,
  takeAway,
  until,
  write,
} from "../workspace.ts";

const BELOW = "beginning";
const decoder = new TextDecoder();
const text = async (path: string): Promise<string> => decoder.decode(await vscode.workspace.fs.readFile(at(path)));
const names = async (path: string): Promise<readonly string[]> =>
  (await vscode.workspace.fs.readDirectory(at(path))).map(([name]) => name).toSorted();
/** The files below a folder, by their paths in it. */
const filesBelow = async (path: string, above = ""): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(at(path)))
    if (type === vscode.FileType.Directory) found.push(...(await filesBelow(`${path}/${name}`, `${above}${name}/`)));
    else found.push(above + name);
  return found.toSorted();
};
const run = async (command: string, given?: unknown): Promise<void> => {
  await vscode.commands.executeCommand(command, given);
};

describe("a new review", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;

  before(async () => {
    api = await extension();
    await saveByHand();
  });

  afterEach(() => takeAway(api, BELOW));

  it("is written whole, opened, found and without an error", async () => {
    await write(`${BELOW}/mine.txt`, "mine");
    assert.deepEqual(await noticesOf(() => run("cmoc.newReview", at(BELOW))), []);
    for (const [path, wanted] of Object.entries(STARTER)) assert.equal(await text(`${BELOW}/${path}`), wanted, path);
    assert.equal(await text(`${BELOW}/mine.txt`), "mine");
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, at(`${BELOW}/theory/trust.md`).path);
    await until(
      () => idsIn(api, BELOW),
      (ids) => ids.length > 0,
    );
    assert.deepEqual(idsIn(api, BELOW), ["CMOC1"]);
    await api.settled();
    const open = api.reviews.of(at(`${BELOW}/review.yaml`));
    assert.equal(open?.root.path, at(BELOW).path);
    assert.deepEqual(
      open?.problems().filter(({ level }) => level === "error"),
      [],
    );
  });

  it("is not begun where something is in the way, and nothing is written then", async () => {
    const inTheWay = {
      "review.yaml": "That folder already has review.yaml. Nothing was written; choose a folder without it.",
      "review.yml": "That folder already has review.yml. Nothing was written; choose a folder without it.",
      "theory/trust.md": "That folder already has theory/trust.md. Nothing was written; choose a folder without it.",
    };
    for (const [path, words] of Object.entries(inTheWay)) {
      await write(`${BELOW}/${path}`, "title: mine\n");
      const before = await names(BELOW);
      assert.deepEqual(await noticesOf(() => run("cmoc.newReview", at(BELOW))), [words]);
      assert.deepEqual(await names(BELOW), before);
      assert.equal(await text(`${BELOW}/${path}`), "title: mine\n");
      await takeAway(api, BELOW);
    }
    for (const path of ["codebook.md", "references.bib"]) await write(`${BELOW}/${path}`, "mine");
    assert.deepEqual(await noticesOf(() => run("cmoc.newReview", at(BELOW))), [
      "That folder already has references.bib, codebook.md. Nothing was written; choose a folder without them.",
    ]);
  });

  it("is one edit, which one undo takes back", async () => {
    await write(`${BELOW}/mine.txt`, "mine");
    await run("cmoc.newReview", at(BELOW));
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, at(`${BELOW}/theory/trust.md`).path);
    assert.sameMembers([...(await filesBelow(BELOW))], ["mine.txt", ...Object.keys(STARTER)]);
    await run("undo");
    await until(
      () => filesBelow(BELOW),
      (files) => files.join() === "mine.txt",
    );
  });

  it("is not begun where a file stands that it has a folder for", async () => {
    await write(`${BELOW}/memos`, "mine");
    assert.deepEqual(await noticesOf(() => run("cmoc.newReview", at(BELOW))), [
      "That folder already has memos. Nothing was written; choose a folder without it.",
    ]);
    assert.deepEqual(await names(BELOW), ["memos"]);
  });

  it("leaves nothing behind where it cannot be written, and says so", async () => {
    const [told = ""] = await noticesOf(() => run("cmoc.newReview", vscode.Uri.parse("nowhere:/review")));
    assert.match(told, /^The review could not be made there: .+\. Nothing is left of it; choose a folder that can be /);
    await write(`${BELOW}/mine.txt`, "mine");
    const workspace = vscode.workspace as unknown as Record<string, unknown>;
    const { applyEdit } = workspace;
    workspace.applyEdit = async () => {
      // As where the disk is full after the first files.
      await write(`${BELOW}/codebook.md`, STARTER["codebook.md"] ?? "");
      return false;
    };
    try {
      assert.deepEqual(await noticesOf(() => run("cmoc.newReview", at(BELOW))), [
        "The review could not be made there. Nothing is left of it; choose a folder that can be written to.",
      ]);
    } finally {
      workspace.applyEdit = applyEdit;
    }
    assert.deepEqual(await filesBelow(BELOW), ["mine.txt"]);
    assert.deepEqual(await noticesOf(() => run("cmoc.newReview", at(BELOW))), []);
  });

  it("is made in the workspace's own folder at once where that is empty, else when it is asked for", async () => {
    const value = [{ uri: at(BELOW), name: "mine", index: 0 }];
    /** Runs the command as if the folder were the only one of the workspace. */
    const make = async (): Promise<void> => {
      const before = Object.getOwnPropertyDescriptor(vscode.workspace, "workspaceFolders") ?? {};
      Object.defineProperty(vscode.workspace, "workspaceFolders", { configurable: true, get: () => value });
      const made = run("cmoc.newReview");
      await made.finally(() => Object.defineProperty(vscode.workspace, "workspaceFolders", before));
    };
    const all = (): Promise<readonly string[]> => filesBelow(BELOW);
    for (const name of ["notes.md", "thesis.md", "a.md", "b.md"]) await write(`${BELOW}/${name}`, "Mine.\n");
    await write(`${BELOW}/.hidden`, "");
    await cancelling(["In mine"], make, all);
    const questions = await answering(["In another folder", undefined], make);
    assert.deepEqual(questions[0], {
      words: "Where is the review to be made?",
      labels: ["In mine", "In another folder…"],
      beside: ["beside a.md, b.md, notes.md and 1 more", ""],
    });
    assert.lengthOf(await all(), 5);
    await answering(["In mine"], make);
    assert.lengthOf(await all(), 5 + Object.keys(STARTER).length);
    await takeAway(api, BELOW);
    await write(`${BELOW}/.hidden`, "");
    assert.deepEqual(await answering([], make), []);
    assert.lengthOf(await all(), 1 + Object.keys(STARTER).length);
  });

  it("is asked for a folder where none is given, and is not begun without one", async () => {
    await write(`${BELOW}/mine.txt`, "mine");
    // It is asked once more where the folder holds something.
    const answers = [at(BELOW), "In this folder"];
    await cancelling(
      answers,
      () => run("cmoc.newReview"),
      () => names(BELOW),
    );
    const questions = await answering(answers, () => run("cmoc.newReview"));
    assert.deepEqual(questions[1]?.beside, ["beside mine.txt"]);
    assert.equal(questions[0]?.words, "An empty folder for the review");
    assert.include(await names(BELOW), "review.yaml");
  });

  it("is the example, when a folder for it is chosen", async () => {
    await write(`${BELOW}/mine.txt`, "mine");
    await cancelling(
      [at(BELOW)],
      () => run("cmoc.openExample"),
      () => names(BELOW),
    );
    await answering([at(BELOW)], () => run("cmoc.openExample"));
    assert.deepEqual(await names(BELOW), ["community-falls-prevention", "mine.txt"]);
  });
});

describe("a new record", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const bib = (...keys: readonly string[]): string =>
    keys.map((key) => `@misc{${key},\n  author = {Doe, Ann},\n  title = {Of ${key}},\n  year = {2020}\n}\n`).join("\n");

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\nbibliography: [references.bib]\n",
      "references.bib": bib("doe2020", "roe2021"),
      "sources/roe2021.md": "---\ncitekey: roe2021\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n",
      "papers/review.yaml": "cmoc: 1\nbibliography: [references.bib]\n",
      "papers/references.bib": bib("doe2020", "poe2022"),
      "papers/papers/roe2021.md": "---\ncitekey: roe2021\n---\n",
      "apart/review.yaml": "cmoc: 1\nbibliography: [references.bib]\nexclude: [sources]\n",
      "apart/references.bib": bib("doe2020"),
      "none/review.yaml": "cmoc: 1\n",
      "all/review.yaml": "cmoc: 1\nbibliography: [references.bib]\n",
      "all/references.bib": bib("roe2021"),
      "all/roe2021.md": "---\ncitekey: roe2021\n---\n",
      "theory.md": "## CMOC NA1: One\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n",
    });
    await api.settled();
  });

  beforeEach(() => show(`${BELOW}/theory.md`));

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  const files = (): Promise<readonly string[]> => names(`${BELOW}/sources`);
  const BEGUN = "---\ncitekey: doe2020\n---\n\n## Extract e1\n\n> …\n\n- at: p. \n";

  it("of a source begins its file, with a first extract to be filled in", async () => {
    assert.deepEqual(await noticesOf(() => run("cmoc.newSource", "doe2020")), []);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.path, at(`${BELOW}/sources/doe2020.md`).path);
    assert.equal(editor?.document.getText().trimEnd(), BEGUN.trimEnd());
    assert.equal(editor?.document.getText(editor.selection), "…");
    const open = api.reviews.of(at(`${BELOW}/review.yaml`));
    assert.equal(open?.review.source("doe2020")?.uri, "sources/doe2020.md");
    const told = await noticesOf(() => run("cmoc.newSource", "doe2020"));
    assert.deepEqual(told, ["doe2020 has its file already."]);
    assert.equal(editor?.document.getText().trimEnd(), BEGUN.trimEnd());
    await closeAll();
    await remove(`${BELOW}/sources/doe2020.md`);
    await until(
      () => open?.review.source("doe2020")?.uri,
      (uri) => uri === undefined,
    );
  });

  it("of a source stands beside those of other sources", async () => {
    await show(`${BELOW}/papers/review.yaml`);
    await run("cmoc.newSource", "doe2020");
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, at(`${BELOW}/papers/papers/doe2020.md`).path);
    await closeAll();
    await show(`${BELOW}/papers/review.yaml`);
    await run("cmoc.newExtract", "poe2022");
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, at(`${BELOW}/papers/papers/poe2022.md`).path);
  });

  it("of a source is not begun where the review would not read it, and that is told", async () => {
    await show(`${BELOW}/apart/review.yaml`);
    const why = "review.yaml (`exclude`) leaves it out. Nothing was written; change that first.";
    for (const command of ["cmoc.newSource", "cmoc.newExtract"])
      assert.deepEqual(await noticesOf(() => run(command, "doe2020")), [
        `The review does not read sources/doe2020.md: ${why}`,
      ]);
    assert.notInclude(await names(`${BELOW}/apart`), "sources");
  });

  it("of a source, or an extract of one, says what is to be done first where there is none to choose", async () => {
    const told = (command: string) =>
      noticesOf(() => answering([], () => run(command)).then((asked) => assert.deepEqual(asked, [])));
    await show(`${BELOW}/none/review.yaml`);
    assert.deepEqual(await told("cmoc.newSource"), [
      "The review has no entry of a bibliography yet. Name a bibliography in review.yaml, or add an entry to it.",
    ]);
    assert.deepEqual(await told("cmoc.newExtract"), [
      "The review has no source yet. Make one first (CMOC: New Source from the Bibliography).",
    ]);
    await show(`${BELOW}/all/review.yaml`);
    assert.deepEqual(await told("cmoc.newSource"), [
      "Every source of the bibliography has its file. Add an entry to the bibliography first.",
    ]);
  });

  it("of a source is chosen from those of the bibliography that have no file", async () => {
    await cancelling(["doe2020"], () => run("cmoc.newSource"), files);
    const questions = await answering(["doe2020"], () => run("cmoc.newSource"));
    assert.deepEqual(
      questions.map(({ words, labels }) => ({ words, labels })),
      [{ words: "Which source of the bibliography?", labels: ["doe2020"] }],
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, at(`${BELOW}/sources/doe2020.md`).path);
  });

  it("of a configuration or an extract is asked for, and not begun without an answer", async () => {
    const { document } = await show(`${BELOW}/theory.md`);
    const before = document.getText();
    const all = async () => [document.getText(), await files()];
    await cancelling(["A title"], () => run("cmoc.newConfiguration"), all);
    await cancelling(["roe2021"], () => run("cmoc.newExtract"), all);
    await answering(["  A title\n of two lines "], () => run("cmoc.newConfiguration"));
    assert.include(document.getText(), "## CMOC NA2: A title of two lines\n");
    await run("undo");
    assert.equal(document.getText(), before);
    await answering(["roe2021"], () => run("cmoc.newExtract"));
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, at(`${BELOW}/sources/roe2021.md`).path);
    assert.include(vscode.window.activeTextEditor?.document.getText() ?? "", "\n## Extract e2\n\n> …\n\n- at: p.");
  });
});
