/** Linking by questions, as it is done from the palette; and taking links out again. */
import { assert } from "chai";
import * as vscode from "vscode";
import type { Row } from "../../../src/vscode/tree/rows.ts";
import { answering, cancelling } from "../answering.ts";
import { at, closeAll, extension, LIMIT_MS, makeReview, noticesOf, saveByHand, show, takeAway } from "../workspace.ts";

const BELOW = "linking";
const THEORY = `## CMOC LA1: One

- status: candidate
- **C:** a place
- **M:** trust
- **O:** peace

## CMOC LA2: Two

- status: candidate
- **C:** a town
- **M:** habit
- **O:** calm

## Rows

| ID | Context | Mechanism | Outcome |
| --- | --- | --- | --- |
| LA3 | tenants have asked for years | trust | peace |
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
- supports: LA2
- refutes: LA1
`;

describe("linking by questions", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  let document: vscode.TextDocument;
  const run = (command: string) => vscode.commands.executeCommand(command) as Promise<unknown>;
  /** Puts the cursor before some words of the source. */
  const cursorAt = async (words: string): Promise<void> => {
    const editor = await show(`${BELOW}/a.md`);
    document = editor.document;
    const place = document.positionAt(document.getText().indexOf(words));
    editor.selection = new vscode.Selection(place, place);
  };
  const texts = (): string => document.getText();
  /** The row of a configuration. */
  const rowOf = (id: string): Row | undefined => {
    const open = api.reviews.of(at(`${BELOW}/t.md`));
    return open && api.trees.configurations.find(open, "t.md", THEORY.indexOf(`CMOC ${id}`));
  };
  /** The rows of extracts among the sources. */
  const extractRows = (...ids: readonly string[]): readonly (Row | undefined)[] => {
    const open = api.reviews.of(at(`${BELOW}/a.md`));
    return ids.map((id) => open && api.trees.sources.find(open, "a.md", texts().indexOf(`Extract ${id}`)));
  };
  /** A command from the menu of the first of several rows that are selected. */
  const runAt = (command: string, rows: readonly unknown[]) =>
    vscode.commands.executeCommand(command, rows[0], rows) as Promise<unknown>;

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\ntitle: Linking\n",
      "t.md": THEORY,
      "a.md": SOURCE,
      "bare/review.yaml": "cmoc: 1\ntitle: Bare\n",
      "bare/a.md": SOURCE.replace(/- (supports|refutes).*\n/g, ""),
      "bare/t.md": "# Nothing yet\n",
    });
    await api.settled();
  });

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  const answers = ["LA1", "refines", ["C", "O"]];

  it("links the extract at the cursor to what is chosen, by one edit that one undo takes back", async () => {
    await cursorAt("They met");
    const questions = await answering(answers, () => run("cmoc.linkExtract"));
    assert.deepEqual(questions[0], {
      words: "What does @alpha2020#e1 bear on?",
      labels: ["LA1", "LA2", "LA3"],
      beside: ["One", "Two", "tenants have asked for years"],
    });
    assert.deepEqual(questions[1]?.labels, ["supports", "refutes", "refines"]);
    assert.lengthOf(questions, 3);
    assert.equal(texts(), SOURCE.replace("- at: p. 1\n", "- at: p. 1\n- refines: LA1 (C, O)\n"));
    await run("undo");
    assert.equal(texts(), SOURCE);
  });

  it("changes nothing when any question is left without an answer", async () => {
    await cursorAt("They met");
    const told = await noticesOf(() => cancelling(answers, () => run("cmoc.linkExtract"), texts));
    assert.deepEqual(told, []);
  });

  it("asks which extract where the cursor is in none, those first that bear on nothing", async () => {
    await cursorAt("citekey");
    const questions = await answering(["@alpha2020#e1", "LA2", "supports", []], () => run("cmoc.linkExtract"));
    assert.deepEqual(questions[0]?.labels, ["@alpha2020#e1", "@alpha2020#e2"]);
    assert.include(texts(), "- at: p. 1\n- supports: LA2\n");
    await run("undo");
    await cancelling(["@alpha2020#e1"], () => run("cmoc.linkExtract"), texts);
  });

  it("asks from the row of a configuration which extract, that at the cursor first, how it bears on it and on what of it", async () => {
    await cursorAt("They parted");
    const link = () => vscode.commands.executeCommand("cmoc.linkExtract", rowOf("LA1")) as Promise<unknown>;
    const chosen = ["@alpha2020#e1", "supports", ["M"]];
    const questions = await answering(chosen, link);
    assert.deepEqual(
      questions.map(({ words }) => words),
      [
        "Which extract bears on LA1?",
        "How does @alpha2020#e1 bear on LA1?",
        "Which slots of LA1? None for the whole configuration.",
      ],
    );
    assert.deepEqual(questions[0]?.labels, ["@alpha2020#e2", "@alpha2020#e1"]);
    assert.equal(texts(), SOURCE.replace("- at: p. 1\n", "- at: p. 1\n- supports: LA1 (M)\n"));
    await run("undo");
    await cancelling(chosen, link, texts);
  });

  it("links all extracts that are selected, asked once, by one edit", async () => {
    await cursorAt("citekey");
    const rows = extractRows("e1", "e2");
    const questions = await answering(["LA1", "refines", []], () => runAt("cmoc.linkExtract", rows));
    assert.deepEqual(
      questions.slice(0, 2).map(({ words }) => words),
      ["What do 2 extracts bear on?", "How do 2 extracts bear on LA1?"],
    );
    const one = SOURCE.replace("- at: p. 1\n", "- at: p. 1\n- refines: LA1\n");
    assert.equal(texts(), one.replace("- refutes: LA1\n", "- refutes: LA1\n- refines: LA1\n"));
    await run("undo");
    assert.equal(texts(), SOURCE);
    await cancelling(["LA1", "refines", []], () => runAt("cmoc.linkExtract", rows), texts);
  });

  it("links an extract to all configurations that are selected, and takes all links out that are", async () => {
    await cursorAt("citekey");
    const onto = [rowOf("LA1"), rowOf("LA2")];
    const questions = await answering(["@alpha2020#e1", "supports"], () => runAt("cmoc.linkExtract", onto));
    assert.deepEqual(
      questions.map(({ words }) => words),
      ["Which extract bears on 2 records?", "How does @alpha2020#e1 bear on 2 records?"],
    );
    assert.equal(texts(), SOURCE.replace("- at: p. 1\n", "- at: p. 1\n- supports: LA1, LA2\n"));
    await api.settled();
    const { sources } = api.trees;
    const [extract] = extractRows("e1");
    const links = extract ? sources.getChildren(extract) : [];
    assert.deepEqual(
      links.map((row) => sources.node(row)?.kind),
      ["bearing", "bearing"],
    );
    assert.deepEqual(await answering([], () => runAt("cmoc.unlinkExtract", links)), []);
    assert.equal(texts(), SOURCE);
    await run("undo");
    assert.include(texts(), "- supports: LA1, LA2\n");
    await run("undo");
    assert.equal(texts(), SOURCE);
  });

  it("takes out the link that is chosen, by one edit that one undo takes back", async () => {
    await cursorAt("They parted");
    const questions = await answering(["LA2"], () => run("cmoc.unlinkExtract"));
    assert.deepEqual(questions[0]?.labels.toSorted(), ["LA1", "LA2"]);
    assert.equal(texts(), SOURCE.replace("- supports: LA2\n", ""));
    await run("undo");
    assert.equal(texts(), SOURCE);
    await cancelling(["LA2"], () => run("cmoc.unlinkExtract"), texts);
  });

  it("says that there is no link to take out", async () => {
    await cursorAt("They met");
    const told = await noticesOf(() => answering([], () => run("cmoc.unlinkExtract")).then(() => {}));
    assert.deepEqual(told, ["@alpha2020#e1 bears on nothing."]);
  });

  it("says that there is nothing to link to, or nothing to link", async () => {
    const { document: bare } = await show(`${BELOW}/bare/a.md`);
    const before = bare.getText();
    const told = await noticesOf(async () => {
      assert.deepEqual(await answering([], () => run("cmoc.linkExtract")).then((all) => all.length), 1);
    });
    assert.deepEqual(told, []);
    const cursor = bare.positionAt(before.indexOf("They met"));
    const editor = await show(`${BELOW}/bare/a.md`);
    editor.selection = new vscode.Selection(cursor, cursor);
    const none = await noticesOf(() => answering([], () => run("cmoc.linkExtract")).then(() => {}));
    assert.deepEqual(none, [
      "The review has nothing to link to yet. Write a configuration first (CMOC: New Configuration).",
    ]);
    assert.equal(bare.getText(), before);
    await show(`${BELOW}/bare/t.md`);
    const noLink = await noticesOf(() => answering([], () => run("cmoc.unlinkExtract")).then(() => {}));
    assert.deepEqual(noLink, ["No extract bears on anything yet. Link one first (CMOC: Link Extract)."]);
  });

  it("says that a record is not there, and asks nothing", async () => {
    await cursorAt("They met");
    const link = (request: object) =>
      noticesOf(async () => {
        const questions = await answering([], async () => {
          await vscode.commands.executeCommand("cmoc.linkExtract", request);
        });
        assert.deepEqual(questions, []);
      });
    const lost = "is not in the review any more. Look at the list again.";
    assert.deepEqual(await link({ extract: "x:alpha2020#e9" }), [`@alpha2020#e9 ${lost}`]);
    assert.deepEqual(await link({ record: "r:la9" }), [`la9 ${lost}`]);
    assert.equal(texts(), SOURCE);
  });
});
