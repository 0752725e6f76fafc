/** What people are told when something is not done: the reason, and what would help. */
import { assert } from "chai";
import * as vscode from "vscode";
import { refusalWords } from "../../../src/core/features/edit/refusal-words.ts";
import type { Refusal } from "../../../src/core/features/edit.ts";
import type { Row } from "../../../src/vscode/tree/rows.ts";
import { at, closeAll, extension, LIMIT_MS, makeReview, noticesOf, saveByHand, takeAway, write } from "../workspace.ts";

const BELOW = "refused";
const LOST = "is not in the review any more. Look at the list again.";

/** Of each reason, what is said of `TR1`. */
const WORDS: { readonly [reason in Refusal["refused"]]: string } = {
  unknown: `TR1 ${LOST}`,
  moved: "The text changed in the meantime. Nothing was written; try again.",
  ambiguous: "Two records are called TR1. Give one of them another id first.",
  taken: "TR1 is taken already. Choose another.",
  form: "TR1 cannot be written there so that it would be read as you mean it. Write it by hand, or choose another wording.",
  empty: "Nothing is to be its name. Write the new one.",
  signs:
    "TR1 is no id: an id has letters, digits, “.”, “_” and “-”, no white space, and begins and ends with a letter or a digit.",
  aliased: "TR1 stands in [[…|…]] for several records under other words (a.md, line 3). Write it out there first.",
  range: "TR1 would be read as a range of ids. Choose an id without a dash.",
  bibliography: "TR1 belongs to the bibliography, which another program writes. Change it there.",
  key: "TR1 is no key that can be written everywhere: begin it with a letter or a digit, and leave out white space, quotation marks, brackets, |, <, > and *.",
  field: "This kind of record has no field TR1.",
  several: "The field TR1 stands there more than once. Keep one of them first.",
  spelling: "TR1 has no place in a configuration written as a sentence or a table. Rewrite it as fields first.",
  column: "The table has no column for it. Add the column first.",
  nowhere: "Nothing defines TR1, so that there is nothing to rename. Define it, or write another name here.",
  exists: "There is a file TR1 already. Give that another name first, or choose another key.",
  words: "It is a citation in running words. Change the words by hand.",
  problems: "TR1 has no outcome.",
  told: "TR1 is an extract.",
};

const TABLE = `# Tables

| ID | Context | Mechanism | Outcome |
| -- | ------- | --------- | ------- |
| RF1 | a place | trust | peace |

## Theory PT1: Trust

- stage: initial
`;

describe("what is not done", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const run = async (command: string, given?: unknown): Promise<void> => {
    await vscode.commands.executeCommand(command, given);
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, { "review.yaml": "cmoc: 1\n", "t.md": TABLE });
    await api.settled();
    await run("cmoc.groupConfigurations", "theory");
  });

  afterEach(closeAll);

  after(async () => {
    await run("cmoc.groupConfigurations", "theme");
    await takeAway(api, BELOW);
  });

  it("has a reason of its own for each kind of refusal", () => {
    for (const [refused, words] of Object.entries(WORDS) as [Refusal["refused"], string][])
      assert.equal(refusalWords({ refused, data: { id: "TR1", words, file: "a.md", line: 3 } }), words);
  });

  it("is told of by the first thing that is known of it, else as “It”", () => {
    assert.equal(refusalWords({ refused: "unknown", data: { id: "", key: "okafor2014" } }), `okafor2014 ${LOST}`);
    assert.equal(refusalWords({ refused: "unknown", data: { file: "a.md" } }), `a.md ${LOST}`);
    assert.equal(refusalWords({ refused: "unknown", data: {} }), `It ${LOST}`);
  });

  it("is told once, and nothing is written", async () => {
    const document = await vscode.workspace.openTextDocument(at(`${BELOW}/t.md`));
    const open = api.reviews.of(document.uri);
    const { configurations } = api.trees;
    const rowAt = (words: string): Row => {
      const row = open && configurations.find(open, "t.md", TABLE.indexOf(words));
      assert.isDefined(row, words);
      return row as Row;
    };
    const dragging = api.trees.draggingOf(configurations);
    const transfer = new vscode.DataTransfer();
    dragging.handleDrag([rowAt("RF1")], transfer);
    assert.deepEqual(await noticesOf(() => dragging.handleDrop(rowAt("Theory PT1"), transfer)), [WORDS.column]);
    assert.equal(document.getText(), TABLE);
  });

  it("is copying the example where nothing can be written, which is said", async () => {
    await write(`${BELOW}/taken.txt`, "mine");
    const told = await noticesOf(() => run("cmoc.openExample", at(`${BELOW}/taken.txt`)));
    assert.lengthOf(told, 1);
    assert.match(told[0] ?? "", /^The example could not be copied there: .+ Choose a folder that can be written to\.$/);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(at(`${BELOW}/taken.txt`))), "mine");
  });
});
