/** Places of a name, renaming, outlines, symbols, folding, selection and links, as VS Code asks for them; beside what its own Markdown gives. */
import { assert } from "chai";
import * as vscode from "vscode";
import type { OpenReview } from "../../../src/vscode/reviews/open-review.ts";
import {
  at,
  closeAll,
  extension,
  LIMIT_MS,
  makeReview,
  noticesOf,
  right,
  saveByHand,
  show,
  takeAway,
  type,
  until,
} from "../workspace.ts";

const BELOW = "moving";
const THEORY = `# Theory PT9: Trust

- configurations: MV1–MV3

See [[MV2]] and [the file](sources/okafor2014.md).

## CMOC MV1: They meet

- **C:** they meet [@okafor2014#e1]
- **M:** trust
- **O:** peace
- supports: @okafor2014#e1
- supports: @okafor2014
- leads to: MV2

## CMOC MV2: They stay

- C: peace
- M: pride
- O: they stay

## CMOC MV3

- C: x
`;
const SOURCE = `---
citekey: okafor2014
title: Working together again
status: included
doi: 10.1000/xyz
text: texts/okafor-paper.pdf
---

## Extract e1

> They met.

- at: p. 1
- C meeting: "met"
- supports: MV1
`;
const CODES = "## Code meeting: Meetings\n\n- role: C\n";
const MANIFEST = "cmoc: 1\nbibliography: [refs.bib, refs.ris, refs.json]\n";
const BIB = "@misc{moreau2005, title={A}}\n";
const FILES = {
  "review.yaml": MANIFEST,
  "refs.bib": BIB,
  "refs.ris": "TY  - JOUR\nID  - nakamura2001\nTI  - B\nER  - \n",
  "refs.json": '[{ "id": "petrov1999", "type": "book", "title": "C" }]\n',
  "theory.md": THEORY,
  "more.md": "# More\n\n[[MV1]] and @moreau2005, @{okafor2014}.\n",
  "codebook.md": CODES,
  "sources/okafor2014.md": SOURCE,
  "sources/silva2013.md": "---\ncitekey: silva2013\n---\n",
  "texts/silva2013.txt": "They met.\n",
  // Its name is that of a source's file, and the review does not hold it.
  "sources/taken2013.md/notes.txt": "",
};

const last = (uri: vscode.Uri): string => uri.path.slice(uri.path.indexOf(`/${BELOW}/`) + BELOW.length + 2);

describe("moving about and renaming", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const ask = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(command, ...args);
  const textOf = async (path: string): Promise<string> =>
    (await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`))).getText();
  /** The position in these words, so many units after their beginning. */
  const within = async (path: string, words: string, units: number): Promise<vscode.Position> => {
    const document = await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`));
    const offset = document.getText().indexOf(words);
    assert.isAtLeast(offset, 0, words);
    return document.positionAt(offset + units);
  };
  const prepared = async (path: string, words: string, units: number): Promise<string> => {
    const position = await within(path, words, units);
    try {
      const found = await ask<{ range: vscode.Range; placeholder: string }>(
        "vscode.prepareRename",
        at(`${BELOW}/${path}`),
        position,
      );
      const document = await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`));
      return `${found.placeholder} in ${document.getText(found.range)}`;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const renaming = async (path: string, words: string, units: number, id: string): Promise<vscode.WorkspaceEdit> =>
    ask("vscode.executeDocumentRenameProvider", at(`${BELOW}/${path}`), await within(path, words, units), id);

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, FILES);
    await show(`${BELOW}/theory.md`);
    await api.settled();
  });

  after(() => takeAway(api, BELOW));

  it("lists the places of a name in all files, with its definition and without, and marks those of the document", async () => {
    const uri = at(`${BELOW}/theory.md`);
    const position = await within("theory.md", "leads to: MV2", 11);
    const found = await ask<vscode.Location[]>("vscode.executeReferenceProvider", uri, position);
    const lines = found.map(({ uri: each, range }) => `${last(each)}:${range.start.line}:${range.start.character}`);
    assert.deepEqual([...lines].sort(), ["theory.md:13:12", "theory.md:15:8", "theory.md:2:18", "theory.md:4:6"]);
    const inBibliography = await within("refs.bib", "moreau2005", 2);
    const cited = await ask<vscode.Location[]>(
      "vscode.executeReferenceProvider",
      at(`${BELOW}/refs.bib`),
      inBibliography,
    );
    assert.sameMembers(
      cited.map(({ uri: each }) => last(each)),
      ["refs.bib", "more.md"],
    );
    const told = await ask<vscode.Hover[]>("vscode.executeHoverProvider", at(`${BELOW}/refs.bib`), inBibliography);
    assert.include(
      told.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join(),
      "moreau2005",
    );
    for (const [path, key] of [
      ["refs.ris", "nakamura2001"],
      ["refs.json", "petrov1999"],
    ] as const) {
      const shown = await ask<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        at(`${BELOW}/${path}`),
        await within(path, key, 2),
      );
      const words = shown.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value));
      assert.include(words.join(), key, path);
    }
    assert.include(await prepared("refs.bib", "moreau2005", 2), "belongs to the bibliography");
    const key = await ask<vscode.Location[]>(
      "vscode.executeReferenceProvider",
      at(`${BELOW}/more.md`),
      await within("more.md", "okafor2014", 2),
    );
    assert.deepEqual([...new Set(key.map(({ uri: each }) => last(each)))].sort(), [
      "more.md",
      "sources/okafor2014.md",
      "theory.md",
    ]);
    const marks = await ask<vscode.DocumentHighlight[]>("vscode.executeDocumentHighlights", uri, position);
    assert.deepEqual(marks.map(({ range, kind }) => `${range.start.line} ${kind}`).sort(), [
      "13 1",
      "15 2",
      "2 1",
      "4 1",
    ]);
  });

  it("outlines records beside Markdown's headings, and finds them by letters", async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      at(`${BELOW}/theory.md`),
    );
    const named = (name: string) => symbols.find((symbol) => symbol.name === name);
    assert.deepEqual(
      named("MV1: They meet")?.children.map(({ name }) => name),
      ["C: they meet", "M: trust", "O: peace"],
    );
    const source = await ask<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      at(`${BELOW}/sources/okafor2014.md`),
    );
    const own = source.find(({ name }) => name === "okafor2014: Working together again");
    assert.deepEqual(
      own?.children.map(({ name, detail }) => `${name} ${detail}`),
      ["e1: “They met.” p. 1"],
    );
    const found = await ask<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "mv2sty");
    const mine = found.filter(({ name }) => name.startsWith("MV2"));
    assert.deepEqual(
      mine.map(({ name, location }) => `${name} ${last(location.uri)}:${location.range.start.line}`),
      ["MV2: They stay theory.md:15"],
    );
  });

  it("folds, selects and links what Markdown does not, and what Markdown does once", async () => {
    const { uri } = await vscode.workspace.openTextDocument(at(`${BELOW}/theory.md`));
    const folds = await ask<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", uri);
    const from = (line: number): number => folds.filter(({ start }) => start === line).length;
    assert.deepEqual([from(11), from(6), from(0)], [1, 1, 1], "evidence, and each heading once");
    const { uri: sourceUri } = await vscode.workspace.openTextDocument(at(`${BELOW}/sources/okafor2014.md`));
    const ofSource = await ask<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", sourceUri);
    assert.deepEqual(
      ofSource.filter(({ start }) => start === 0).map(({ end, kind }) => [end, kind]),
      [[6, vscode.FoldingRangeKind.Region]],
      "the front matter",
    );
    const [range] = await ask<vscode.SelectionRange[]>("vscode.executeSelectionRangeProvider", uri, [
      await within("theory.md", "leads to: MV2", 11),
    ]);
    const document = await vscode.workspace.openTextDocument(uri);
    const words: string[] = [];
    for (let each: vscode.SelectionRange | undefined = range; each; each = each.parent)
      words.push(document.getText(each.range).split("\n")[0] ?? "");
    assert.includeMembers(words, ["MV2", "- leads to: MV2", "## CMOC MV1: They meet", "# Theory PT9: Trust"]);
    const linksIn = async (path: string): Promise<readonly string[]> => {
      const shown = await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`));
      const links = await ask<vscode.DocumentLink[]>("vscode.executeLinkProvider", shown.uri, 100);
      return links.map(({ range: of, target }) => `${shown.getText(of)} ${target?.path.split("/").at(-1)}`).sort();
    };
    assert.deepEqual(await linksIn("theory.md"), ["[[MV2]] theory.md", "sources/okafor2014.md okafor2014.md"]);
    assert.deepEqual(await linksIn("sources/okafor2014.md"), [
      "10.1000/xyz xyz",
      "texts/okafor-paper.pdf okafor-paper.pdf",
    ]);
    assert.deepEqual(await linksIn("review.yaml"), ["refs.bib refs.bib", "refs.json refs.json", "refs.ris refs.ris"]);
  });

  it("prepares a rename of what is the review's, says why it cannot be, and leaves headings to Markdown", async () => {
    assert.equal(await prepared("theory.md", "MV1–MV3", 6), "MV3 in MV3");
    assert.equal(await prepared("theory.md", "## CMOC MV1", 9), "MV1 in MV1");
    assert.equal(await prepared("theory.md", "@okafor2014#e1", 13), "e1 in e1");
    assert.equal(await prepared("sources/okafor2014.md", "C meeting", 4), "meeting in meeting");
    assert.match(await prepared("more.md", "moreau2005", 2), /moreau2005 belongs to the bibliography/);
    assert.match(await prepared("more.md", "# More", 3), /^(?:# )?More in (?:# )?More$/);
  });

  it("renames in every file as editors show them, also where one is not saved, and one undo takes it back", async () => {
    const more = await show(`${BELOW}/more.md`);
    await type(more.document, "\nTyped, of [[MV1]] too.\n");
    const theory = await show(`${BELOW}/theory.md`);
    await api.settled();
    const before = [await textOf("theory.md"), await textOf("more.md"), await textOf("sources/okafor2014.md")];
    const edit = await renaming("theory.md", "## CMOC MV1", 9, "QQ-7");
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    await api.settled();
    assert.deepEqual(
      [await textOf("theory.md"), await textOf("more.md"), await textOf("sources/okafor2014.md")],
      [
        before[0]?.replace("MV1–MV3", "QQ-7, MV2, MV3").replace("CMOC MV1", "CMOC QQ-7"),
        before[1]?.replaceAll("MV1", "QQ-7"),
        before[2]?.replace("MV1", "QQ-7"),
      ],
    );
    await vscode.window.showTextDocument(theory.document);
    await vscode.commands.executeCommand("undo");
    assert.deepEqual(
      [await textOf("theory.md"), await textOf("more.md"), await textOf("sources/okafor2014.md")],
      before,
    );
    await closeAll();
  });

  it("renames a key with the file that bears it, what was typed there with it, and one undo takes both back", async () => {
    const exists = async (path: string): Promise<boolean> =>
      vscode.workspace.fs.stat(at(`${BELOW}/${path}`)).then(
        () => true,
        () => false,
      );
    const { document } = await show(`${BELOW}/sources/okafor2014.md`);
    await type(document, "\nTyped, of @okafor2014#e1.\n");
    await api.settled();
    const typed = document.getText();
    const edit = await renaming("sources/okafor2014.md", "citekey: okafor", 12, "okafor2015");
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    await until(() => exists("sources/okafor2015.md"), Boolean);
    assert.isFalse(await exists("sources/okafor2014.md"));
    assert.equal(
      await textOf("sources/okafor2015.md"),
      typed.replace("okafor2014\n", "okafor2015\n").replace("@okafor2014", "@okafor2015"),
    );
    assert.equal(await textOf("theory.md"), THEORY.replaceAll("okafor2014", "okafor2015"));
    assert.include(await textOf("more.md"), "@{okafor2015}");
    await show(`${BELOW}/sources/okafor2015.md`);
    await vscode.commands.executeCommand("undo");
    await until(() => exists("sources/okafor2014.md"), Boolean);
    assert.isFalse(await exists("sources/okafor2015.md"));
    assert.equal(await textOf("theory.md"), THEORY);
    assert.equal(await textOf("sources/okafor2014.md"), typed);
    await vscode.workspace.saveAll();
    await closeAll();
    await right(api);
  });

  it("renames a key with the full text that bears it, and not where another file has the name", async () => {
    const { document } = await show(`${BELOW}/sources/silva2013.md`);
    const told = await noticesOf(async () => {
      for (const key of ["taken2013", "TAKEN2013"]) {
        const edit = await renaming("sources/silva2013.md", "citekey: silva", 12, key);
        assert.deepEqual(edit.entries(), []);
      }
    });
    assert.deepEqual(
      told,
      ["taken2013", "TAKEN2013"].map(
        (key) => `There is a file sources/${key}.md already. Give that another name first, or choose another key.`,
      ),
    );
    const edit = await renaming("sources/silva2013.md", "citekey: silva", 12, "silva2012");
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    const names = async (folder: string): Promise<readonly string[]> =>
      (await vscode.workspace.fs.readDirectory(at(`${BELOW}/${folder}`))).map(([name]) => name);
    const texts = await until(
      () => names("texts"),
      (is) => !is.includes("silva2013.txt"),
      5000,
    );
    assert.deepEqual(texts, ["silva2012.txt"]);
    await vscode.window.showTextDocument(
      document.isClosed ? await vscode.workspace.openTextDocument(at(`${BELOW}/sources/silva2012.md`)) : document,
    );
    await vscode.workspace.saveAll();
    await closeAll();
    await right(api);
  });

  it("changes nothing where it is refused, and says why", async () => {
    await show(`${BELOW}/theory.md`);
    const refusedFor = async (units: number, words: string, id: string): Promise<string> => {
      const told = await noticesOf(async () => {
        const edit = await renaming("theory.md", words, units, id);
        assert.deepEqual(edit.entries(), [], id);
      });
      assert.lengthOf(told, 1, id);
      return told[0] ?? "";
    };
    const heading = "## CMOC MV1";
    assert.equal(await refusedFor(9, heading, "MV2"), "MV2 is taken already. Choose another.");
    assert.equal(await refusedFor(9, heading, "mv2"), "mv2 is taken already. Choose another.");
    assert.match(await refusedFor(9, heading, "A1-A4"), /^A1-A4 would be read as a range/);
    assert.match(await refusedFor(9, heading, "a b"), /^a b is no id/);
    assert.match(await refusedFor(3, "@okafor2014#e1", "moreau2005"), /^moreau2005 is taken already/);
    const same = await renaming("theory.md", heading, 9, "Mv1");
    assert.isAbove(same.entries().length, 0, "in other letters it is the same id");
    // A text that the review does not hold yet.
    await vscode.workspace.fs.writeFile(
      at(`${BELOW}/more.md`),
      new TextEncoder().encode("# Other\n\nwords and [[MV1]].\n"),
    );
    const told = await noticesOf(async () => {
      const edit = await renaming("theory.md", heading, 9, "QQ8");
      const applies =
        edit.entries().length === 0 ||
        (await until(
          () => textOf("more.md"),
          (text) => text.includes("words"),
        ));
      assert.isOk(applies);
    });
    assert.isTrue(told.every((words) => words.includes("changed in the meantime")));
    // A text that the edit does not touch becomes another while the others are looked at.
    const open = api.reviews.of(at(`${BELOW}/theory.md`)) as OpenReview;
    const { addressOf } = open;
    let changed = 0;
    Object.assign(open, {
      addressOf: (path: string) => {
        open.review.set({ uri: "codebook.md", version: ++changed, text: `${CODES}\n${changed}\n` });
        return addressOf.call(open, path);
      },
    });
    try {
      const meanwhile = await noticesOf(async () => {
        assert.deepEqual((await renaming("theory.md", heading, 9, "QQ9")).entries(), []);
      });
      assert.isAbove(changed, 0);
      assert.lengthOf(meanwhile, 1);
      assert.include(meanwhile[0], "changed in the meantime");
    } finally {
      Reflect.deleteProperty(open, "addressOf");
      open.review.set({ uri: "codebook.md", version: 0, text: CODES });
    }
    await closeAll();
  });
});
