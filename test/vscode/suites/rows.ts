/** What is done to rows of the views: from their menus, and by keys where a view has the focus. */
import { assert } from "chai";
import * as vscode from "vscode";
import type { Row } from "../../../src/vscode/tree/rows.ts";
import type { TreeRows } from "../../../src/vscode/tree/view.ts";
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
  until,
} from "../workspace.ts";

const BELOW = "rows";
const THEORY = `# Theory

## CMOC RA1: One

- status: candidate
- **C:** a place
- **M:** trust
- **O:** peace
- leads to: RA2

## CMOC RA2: Two

- theory: PT1
- **C:** a town
- **M:** habit
- **O:** calm

## Theory PT1: Trust

- stage: initial

## Theory PT2: Habit

- stage: initial
`;
const SOURCE = `---
citekey: alpha2020
---

## Extract e1

> They met.

- at: p. 1

## Extract e2

> They parted.

- at: p. 2
- supports: RA1
`;
const TABLE = `| Context | Mechanism | Outcome | Supports |
| --- | --- | --- | --- |
| tenants have asked for years | trust | peace | @alpha2020#e2 |
`;
const TEXTS = { "t.md": THEORY, "a.md": SOURCE } as const;

interface MenuItem {
  readonly command?: string;
  readonly submenu?: string;
  readonly when: string;
}

interface Contributed {
  readonly contributes: {
    readonly menus: { readonly "view/item/context": readonly MenuItem[] };
    readonly keybindings: readonly {
      readonly command: string;
      readonly when: string;
      readonly args?: { readonly view: string };
    }[];
  };
}

describe("rows of the views", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const run = (command: string, ...given: readonly unknown[]) =>
    vscode.commands.executeCommand(command, ...given) as Promise<unknown>;
  const textOf = async (path: keyof typeof TEXTS): Promise<string> =>
    (await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`))).getText();
  const rowAt = (rows: TreeRows, path: keyof typeof TEXTS, words: string): Row => {
    const open = api.reviews.of(at(`${BELOW}/${path}`));
    const row = open && rows.find(open, path, TEXTS[path].indexOf(words));
    assert.isDefined(row, words);
    return row as Row;
  };
  const claim = (words: string): Row => rowAt(api.trees.configurations, "t.md", words);
  const extract = (id: string): Row => rowAt(api.trees.sources, "a.md", `Extract ${id}`);
  const below = (rows: TreeRows, row: Row, kind: string): readonly Row[] =>
    rows.getChildren(row).filter((each) => rows.node(each)?.kind === kind);
  const manifest = () => vscode.extensions.getExtension("cmoc.cmoc")?.packageJSON as Contributed;
  /** What stands behind the cursor in its line. */
  const behind = (): string => {
    const editor = vscode.window.activeTextEditor;
    const { line, character } = editor?.selection.active ?? { line: 0, character: 0 };
    return editor?.document.lineAt(line).text.slice(character) ?? "";
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\n",
      ...TEXTS,
      "bare/review.yaml": "cmoc: 1\n",
      "table/review.yaml": "cmoc: 1\n",
      "table/t.md": TABLE,
      "table/a.md": SOURCE.replace("- supports: RA1\n", ""),
      "bare/t.md": "## CMOC RB1\n\n- **C:** x\n",
    });
    await api.settled();
    await vscode.commands.executeCommand("cmoc.groupConfigurations", "theory");
  });

  after(async () => {
    await vscode.commands.executeCommand("cmoc.groupConfigurations", "theme");
    await takeAway(api, BELOW);
  });

  afterEach(closeAll);

  it("of configurations are put under a theory that is chosen, all that are selected by one edit", async () => {
    const rows = [claim("CMOC RA1"), claim("CMOC RA2")];
    const join = () => run("cmoc.joinTheory", rows[0], rows);
    await cancelling(["PT2"], join, () => textOf("t.md"));
    const questions = await answering(["PT2"], join);
    assert.deepEqual(questions[0]?.words, "Under which theory do 2 configurations stand?");
    assert.deepEqual(questions[0]?.labels, ["PT1", "PT2"]);
    const one = THEORY.replace("- leads to: RA2\n", "- theory: PT2\n- leads to: RA2\n");
    assert.equal(await textOf("t.md"), one.replace("- theory: PT1\n", "- theory: PT1, PT2\n"));
    await run("undo");
    assert.equal(await textOf("t.md"), THEORY);
  });

  it("of configurations are not needed for that: the one at the cursor is meant, or one that is chosen", async () => {
    const editor = await show(`${BELOW}/t.md`);
    const place = editor.document.positionAt(THEORY.indexOf("a town"));
    editor.selection = new vscode.Selection(place, place);
    const told = await noticesOf(async () => {
      const [question] = await answering(["PT1"], () => run("cmoc.joinTheory"));
      assert.equal(question?.words, "Under which theory does RA2 stand?");
    });
    assert.deepEqual(told, ["RA2 stands under PT1 already."]);
    assert.equal(editor.document.getText(), THEORY);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await cancelling(
      ["RA1", "PT1"],
      () => run("cmoc.joinTheory"),
      () => editor.document.getText(),
    );
    await show(`${BELOW}/bare/t.md`);
    const none = await noticesOf(() => answering([], () => run("cmoc.joinTheory")).then(() => {}));
    assert.deepEqual(none, [
      "The review has no theory yet. Write one first, under a heading such as `## Theory PT1: …`.",
    ]);
  });

  it("of a table without an id are told to have none, and lose the links that their own cells hold", async () => {
    const { configurations, sources } = api.trees;
    const open = api.reviews.of(at(`${BELOW}/table/t.md`));
    const nameless = open && configurations.find(open, "t.md", TABLE.indexOf("tenants"));
    assert.equal(nameless && configurations.node(nameless)?.kind, "cmoc");
    const loose = open && sources.find(open, "a.md", SOURCE.indexOf("Extract e1"));
    const told = await noticesOf(async () => {
      assert.deepEqual(await answering([], () => run("cmoc.linkExtract", nameless)), []);
      const transfer = new vscode.DataTransfer();
      api.trees.draggingOf(sources).handleDrag(loose ? [loose] : [], transfer);
      const drop = () => api.trees.draggingOf(configurations).handleDrop(nameless, transfer);
      assert.deepEqual(await answering([], drop), []);
    });
    const words = "The row has no id that a link could name. Give it one in its table first.";
    assert.deepEqual(told, [words, words]);
    const linked = open && sources.find(open, "a.md", SOURCE.indexOf("Extract e2"));
    const [bearing] = linked ? below(sources, linked, "bearing") : [];
    const document = await vscode.workspace.openTextDocument(at(`${BELOW}/table/t.md`));
    assert.deepEqual(await answering([], () => run("cmoc.unlinkExtract", bearing)), []);
    assert.equal(document.getText(), TABLE.replace("@alpha2020#e2 ", ""));
    await run("undo");
    assert.equal(document.getText(), TABLE);
  });

  it("of slots take evidence to themselves, without a question about slots", async () => {
    const { configurations } = api.trees;
    const [, mechanism, outcome] = below(configurations, claim("CMOC RA1"), "slot");
    await answering(["@alpha2020#e1", "refines"], () => run("cmoc.linkExtract", mechanism));
    assert.equal(await textOf("a.md"), SOURCE.replace("- at: p. 1\n", "- at: p. 1\n- refines: RA1 (M)\n"));
    await run("undo");
    await answering(["@alpha2020#e1", "refines"], () => run("cmoc.linkExtract", mechanism, [mechanism, outcome]));
    assert.equal(await textOf("a.md"), SOURCE.replace("- at: p. 1\n", "- at: p. 1\n- refines: RA1 (M, O)\n"));
    await run("undo");
    assert.equal(await textOf("a.md"), SOURCE);
  });

  it("lead to their places, with the focus in the text", async () => {
    await run("cmoc.goToIt", claim("CMOC RA2"));
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, at(`${BELOW}/t.md`).path);
    assert.equal(behind(), "## CMOC RA2: Two");
    await run("cmoc.goToIt", extract("e2"));
    assert.equal(behind(), "## Extract e2");
    await run("type", { text: "x" });
    assert.include(await textOf("a.md"), "\nx## Extract e2\n");
    await run("undo");
    const group = api.trees.sources.getChildren().find((row) => !api.trees.sources.node(row)?.place);
    assert.deepEqual(await noticesOf(() => run("cmoc.goToIt", group).then(() => {})), [
      "Choose a row first that stands for a place in the text.",
    ]);
  });

  it("give how their records are referred to, and so does the cursor", async () => {
    const copied = async (...given: readonly unknown[]): Promise<string> => {
      await vscode.env.clipboard.writeText("");
      await run("cmoc.copyId", ...given);
      return vscode.env.clipboard.readText();
    };
    assert.equal(await copied(claim("CMOC RA1")), "RA1");
    const extracts = [extract("e1"), extract("e2")];
    assert.equal(await copied(extracts[0], extracts), "@alpha2020#e1, @alpha2020#e2");
    const source = api.trees.sources.getParent(extracts[1] as Row);
    assert.equal(await copied(source), "@alpha2020");
    const editor = await show(`${BELOW}/t.md`);
    const place = editor.document.positionAt(THEORY.indexOf("- stage"));
    editor.selection = new vscode.Selection(place, place);
    assert.equal(await copied(), "PT1");
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const told = await noticesOf(() => run("cmoc.copyId").then(() => {}));
    assert.deepEqual(told, ["Nothing here has an id. Choose a row, or put the cursor into a record."]);
  });

  it("are meant by keys in their view: those that are selected, else the one that has the focus", async () => {
    const { sources } = api.trees;
    const view = api.trees.viewOf(sources);
    const copied = async (): Promise<string> => {
      await vscode.env.clipboard.writeText("");
      await run("cmoc.copyId", { view: "cmoc.sources" });
      return vscode.env.clipboard.readText();
    };
    await run("cmoc.sources.focus");
    await until(
      () => view?.visible,
      (isVisible) => isVisible === true,
    );
    await view?.reveal(extract("e1"), { select: true, focus: true });
    assert.equal(await copied(), "@alpha2020#e1");
    assert.deepEqual(view?.selection, [extract("e1")]);
    await run("list.focusDown");
    assert.deepEqual(view?.selection, [extract("e1")]);
    const down = await copied();
    assert.notEqual(down, "@alpha2020#e1");
    assert.lengthOf(view?.selection ?? [], 1);
    await run("list.focusUp");
    assert.equal(await copied(), "@alpha2020#e1");
    await run("list.expandSelectionDown");
    await until(
      () => view?.selection.length,
      (count) => count === 2,
    );
    assert.equal(await copied(), `@alpha2020#e1, ${down}`);
    assert.lengthOf(view?.selection ?? [], 2);
  });

  it("have what can be done with them in their menus", () => {
    const { configurations, sources } = api.trees;
    const one = claim("CMOC RA1");
    const menu = (rows: TreeRows, row: Row | undefined): readonly string[] => {
      const { contextValue = "" } = row ? rows.getTreeItem(row) : {};
      const isOffered = (when: string): boolean =>
        when.split("||").some((part) =>
          part.split("&&").every((clause) => {
            const pattern = /viewItem =~ \/(.*)\//.exec(clause)?.[1];
            return pattern === undefined
              ? clause.trim() === `view == ${rows.view}`
              : new RegExp(pattern).test(contextValue);
          }),
        );
      const all = manifest().contributes.menus["view/item/context"].filter(({ when }) => isOffered(when));
      return [...new Set(all.map(({ command, submenu = command }) => submenu?.slice("cmoc.".length) ?? ""))].toSorted();
    };
    assert.deepEqual(menu(configurations, one), [
      "copyAs",
      "copyId",
      "goToIt",
      "joinTheory",
      "linkExtract",
      "refactor",
    ]);
    assert.deepEqual(menu(configurations, below(configurations, one, "slot")[0]), ["goToIt", "linkExtract"]);
    assert.deepEqual(menu(configurations, below(configurations, one, "relation")[0]), ["copyId", "goToIt"]);
    assert.deepEqual(menu(configurations, claim("Theory PT1")), [
      "copyAs",
      "copyId",
      "goToIt",
      "linkExtract",
      "moveRecord",
    ]);
    const ofExtract = [
      ...["appraisePassage", "copyAs", "copyId", "fillPage", "goToIt", "goToQuote", "linkExtract"],
      ...["newConfigurationFromExtract", "openAtPage", "openFullText", "suggestConfigurations"],
    ];
    assert.deepEqual(menu(sources, extract("e1")), [...ofExtract, "parkExtract"].toSorted());
    assert.deepEqual(menu(sources, extract("e2")), ofExtract);
    const [bearing] = below(sources, extract("e2"), "bearing");
    assert.deepEqual(menu(sources, bearing), ["copyId", "goToIt", "unlinkExtract"]);
    assert.deepEqual(menu(sources, sources.getParent(extract("e2"))), [
      ...["addText", "appraise", "copyId", "fillPage", "goToIt", "importAnnotations", "markRead", "newExtract"],
      ...["openAtPage", "openFullText"],
    ]);
  });

  it("have keys that say in which view they are pressed", () => {
    for (const { command, when, args } of manifest().contributes.keybindings) {
      const view = /^focusedView == (.*)$/.exec(when)?.[1];
      assert.equal(args?.view, view, command);
    }
  });
});
