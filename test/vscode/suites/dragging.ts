/** Dragging rows of the views and dropping them on others, as VS Code asks the views to. */
import { assert } from "chai";
import * as vscode from "vscode";
import type { Row } from "../../../src/vscode/tree/rows.ts";
import type { TreeRows } from "../../../src/vscode/tree/view.ts";
import { type Answer, answering, cancelling } from "../answering.ts";
import { at, closeAll, extension, LIMIT_MS, makeReview, noticesOf, saveByHand, show, takeAway } from "../workspace.ts";

const BELOW = "dragging";
const THEORY = `# Theory

## CMOC DA1: One

- status: candidate
- **C:** a place
- **M:** trust
- **O:** peace

## CMOC DA2: Two

- theory: PT1 — for its mechanism
- **C:** a town
- **M:** habit
- **O:** calm

## Theory PT1: Trust

- stage: initial

## Theory PT2: Habit

- stage: initial
`;
const source = (key: string): string =>
  `---\ncitekey: ${key}\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n\n## Extract e2\n\n> They parted.\n\n- at: p. 2\n`;
const TEXTS = { "t.md": THEORY, "a.md": source("alpha2020"), "b.md": source("beta2021") };
const MEANT = "Drop an extract on a configuration, a slot or a theory; drop a configuration on a theory.";

describe("dragging", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const texts = async (): Promise<Record<string, string>> => {
    const found = Object.keys(TEXTS).map(async (path) => {
      const document = await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`));
      return [path, document.getText()] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  };
  const own = () => {
    const open = api.reviews.of(at(`${BELOW}/review.yaml`));
    if (!open) throw new Error("The review is not open.");
    return open;
  };
  /** The row of a view for what stands at some words. */
  const rowAt = (rows: TreeRows, path: keyof typeof TEXTS, words: string): Row => {
    const row = rows.find(own(), path, TEXTS[path].indexOf(words));
    assert.isDefined(row, words);
    return row as Row;
  };
  const extract = (path: "a.md" | "b.md", id: string): Row => rowAt(api.trees.sources, path, `Extract ${id}`);
  const record = (words: string): Row => rowAt(api.trees.configurations, "t.md", words);
  const slot = (words: string): Row => {
    const { configurations } = api.trees;
    const rows = configurations.getChildren(record("CMOC DA1"));
    const found = rows.find((row) => configurations.node(row)?.label.startsWith(words));
    assert.equal(found && configurations.node(found)?.kind, "slot");
    return found as Row;
  };
  const dragged = (from: TreeRows, rows: readonly Row[]): vscode.DataTransfer => {
    const transfer = new vscode.DataTransfer();
    api.trees.draggingOf(from).handleDrag(rows, transfer);
    return transfer;
  };
  /** Drops rows of a view on a row of the configurations. */
  const drop = (from: TreeRows, rows: readonly Row[], target: Row | undefined): Promise<void> =>
    api.trees.draggingOf(api.trees.configurations).handleDrop(target, dragged(from, rows));
  const dropExtracts = (rows: readonly Row[], target: Row) => drop(api.trees.sources, rows, target);
  const dropConfiguration = (words: string, target: Row) => drop(api.trees.configurations, [record(words)], target);

  /** Does it with the answers; holds what is changed to what is wanted, and that one undo takes it back. */
  const changes = async (
    answers: readonly Answer[],
    run: () => Promise<void>,
    wanted: Partial<Record<keyof typeof TEXTS, readonly [was: string, is: string]>>,
  ): Promise<void> => {
    const told = await noticesOf(async () => {
      assert.lengthOf(await answering(answers, run), answers.length);
    });
    assert.deepEqual(told, []);
    const expected: Record<string, string> = { ...TEXTS };
    for (const [path, [was, is]] of Object.entries(wanted)) expected[path] = expected[path]?.replace(was, is) ?? "";
    assert.deepEqual(await texts(), expected);
    // What was written is the active editor, so that an undo takes it back from the view.
    const written = Object.keys(wanted).map((path) => at(`${BELOW}/${path}`).path);
    assert.include(written, vscode.window.activeTextEditor?.document.uri.path);
    await vscode.commands.executeCommand("undo");
    assert.deepEqual(await texts(), { ...TEXTS });
    await api.settled();
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, { "review.yaml": "cmoc: 1\n", ...TEXTS });
    await api.settled();
    await vscode.commands.executeCommand("cmoc.groupConfigurations", "theory");
    assert.deepEqual(await texts(), { ...TEXTS });
  });

  after(async () => {
    await vscode.commands.executeCommand("cmoc.groupConfigurations", "theme");
    await takeAway(api, BELOW);
  });

  afterEach(closeAll);

  it("an extract onto a configuration asks how it bears on it, and links it", () =>
    changes(["refines"], () => dropExtracts([extract("a.md", "e1")], record("CMOC DA1")), {
      "a.md": ["- at: p. 1\n", "- at: p. 1\n- refines: DA1\n"],
    }));

  it("an extract onto a slot links it to the slot", () =>
    changes(["supports"], () => dropExtracts([extract("a.md", "e2")], slot("M")), {
      "a.md": ["- at: p. 2\n", "- at: p. 2\n- supports: DA1 (M)\n"],
    }));

  it("an extract onto a theory links it to the theory", () =>
    changes(["supports"], () => dropExtracts([extract("a.md", "e1")], record("Theory PT2")), {
      "a.md": ["- at: p. 1\n", "- at: p. 1\n- supports: PT2\n"],
    }));

  it("several extracts asks once, and links them all by one edit", () =>
    changes(["refutes"], () => dropExtracts([extract("a.md", "e1"), extract("b.md", "e2")], record("CMOC DA1")), {
      "a.md": ["- at: p. 1\n", "- at: p. 1\n- refutes: DA1\n"],
      "b.md": ["- at: p. 2\n", "- at: p. 2\n- refutes: DA1\n"],
    }));

  it("says what is asked about, and how many where they are several", async () => {
    const target = record("CMOC DA1");
    const words = async (rows: readonly Row[]) =>
      (await answering([undefined], () => dropExtracts(rows, target))).map((question) => question.words);
    assert.deepEqual(await words([extract("a.md", "e1")]), ["How does @alpha2020#e1 bear on DA1?"]);
    assert.deepEqual(await words([extract("a.md", "e1"), extract("b.md", "e2")]), ["How do 2 extracts bear on DA1?"]);
  });

  it("shows what was written where an editor shows it already, else in another", async () => {
    const inFirst = await show(`${BELOW}/a.md`);
    const inSecond = await show(`${BELOW}/t.md`, vscode.ViewColumn.Two);
    await changes(["supports"], () => dropExtracts([extract("a.md", "e1")], record("CMOC DA1")), {
      "a.md": ["- at: p. 1\n", "- at: p. 1\n- supports: DA1\n"],
    });
    assert.lengthOf(vscode.window.visibleTextEditors, 2);
    assert.equal(vscode.window.activeTextEditor?.viewColumn, inFirst.viewColumn);
    await vscode.window.showTextDocument(inSecond.document, { viewColumn: vscode.ViewColumn.Two });
    await changes(["supports"], () => dropExtracts([extract("b.md", "e2")], record("CMOC DA1")), {
      "b.md": ["- at: p. 2\n", "- at: p. 2\n- supports: DA1\n"],
    });
    const line = vscode.window.activeTextEditor?.selection.active.line;
    assert.equal(line, TEXTS["b.md"].slice(0, TEXTS["b.md"].indexOf("- at: p. 2")).split("\n").length - 1);
  });

  it("changes nothing when the question is left without an answer", async () => {
    const run = () => dropExtracts([extract("a.md", "e1"), extract("b.md", "e2")], record("CMOC DA1"));
    assert.deepEqual(await noticesOf(() => cancelling(["supports"], run, texts)), []);
  });

  it("a configuration onto a theory puts it there, and onto the same again changes nothing", async () => {
    await changes([], () => dropConfiguration("CMOC DA1", record("Theory PT1")), {
      "t.md": ["- **O:** peace\n", "- **O:** peace\n- theory: PT1\n"],
    });
    const told = await noticesOf(() => dropConfiguration("CMOC DA2", record("Theory PT1")));
    assert.deepEqual(told, []);
    assert.deepEqual(await texts(), { ...TEXTS });
  });

  it("a configuration that gives reasons for its theory is left to its author", async () => {
    const told = await noticesOf(() => dropConfiguration("CMOC DA2", record("Theory PT2")));
    const why = "cannot be written there so that it would be read as you mean it.";
    assert.deepEqual(told, [`PT2 ${why} Write it by hand, or choose another wording.`]);
    assert.deepEqual(await texts(), { ...TEXTS });
  });

  it("gives other programs the ids", async () => {
    const transfer = dragged(api.trees.sources, [extract("a.md", "e1"), extract("b.md", "e2")]);
    assert.equal(await transfer.get("text/plain")?.asString(), "@alpha2020#e1, @beta2021#e2");
  });

  it("what means nothing is told once, and changes nothing", async () => {
    const { sources, configurations } = api.trees;
    const onExtract = () =>
      api.trees.draggingOf(sources).handleDrop(extract("b.md", "e1"), dragged(sources, [extract("a.md", "e1")]));
    const runs: readonly (() => Promise<void>)[] = [
      onExtract,
      () => dropConfiguration("CMOC DA1", record("CMOC DA2")),
      () => drop(configurations, [record("Theory PT1")], record("Theory PT2")),
    ];
    for (const run of runs) {
      const told = await noticesOf(() => answering([], run).then((asked) => assert.deepEqual(asked, [])));
      assert.deepEqual(told, [MEANT]);
      assert.deepEqual(await texts(), { ...TEXTS });
    }
  });

  it("what is no row of the review is passed over in silence", async () => {
    const { sources, configurations } = api.trees;
    const kind = "application/vnd.cmoc.records";
    const controller = api.trees.draggingOf(configurations);
    const holding = (text: string): vscode.DataTransfer => {
      const transfer = new vscode.DataTransfer();
      transfer.set(kind, new vscode.DataTransferItem(text));
      return transfer;
    };
    const foreign = JSON.stringify({ root: at("elsewhere").toString(), names: ["x:alpha2020#e1"] });
    const gone = JSON.stringify({ root: own().root.toString(), names: ["x:alpha2020#e1", 7] });
    const target = record("CMOC DA1");
    const told = await noticesOf(async () => {
      const questions = await answering([], async () => {
        await controller.handleDrop(undefined, dragged(sources, [extract("a.md", "e1")]));
        await controller.handleDrop(target, new vscode.DataTransfer());
        await controller.handleDrop(target, dragged(configurations, []));
        for (const text of ["", "{}", "null", "[1]", "not JSON", foreign, gone])
          await controller.handleDrop(target, holding(text));
      });
      assert.deepEqual(questions, []);
    });
    assert.deepEqual(told, []);
    assert.deepEqual(await texts(), { ...TEXTS });
  });
});
