/** Keeping an extract that bears on nothing, with a reason, and taking it up again: by the palette, and from a row of the tree. */
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
  right,
  saveByHand,
  show,
  takeAway,
} from "../workspace.ts";

const BELOW = "parking";
const SOURCE = `---
citekey: kept2020
status: included
---

## Extract e1

> They met.

- at: p. 1
`;

describe("parking", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  let document: vscode.TextDocument;
  const text = (): string => document.getText();
  const run = (command: string, given?: unknown) => vscode.commands.executeCommand(command, given) as Promise<unknown>;

  /** The row of the source or of the extract in the view of sources. */
  const row = (kind: "source" | "extract", key = "kept2020") => {
    const { sources } = api.trees;
    const all = sources.getChildren().flatMap((one) => [one, ...sources.getChildren(one)]);
    const below = all.flatMap((one) => [one, ...sources.getChildren(one)]);
    const name = kind === "source" ? `s:${key}` : `x:${key}#e1`;
    return below.find((one) => {
      const record = sources.node(one)?.record;
      return (typeof record === "string" ? record : record?.name) === name;
    });
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\n",
      "s.md": SOURCE,
      "t.md": SOURCE.replace("2020", "2021"),
    });
    const editor = await show(`${BELOW}/s.md`);
    document = editor.document;
    const place = document.positionAt(document.getText().indexOf("They met"));
    editor.selection = new vscode.Selection(place, place);
    await right(api);
  });

  after(async () => {
    await closeAll();
    await takeAway(api, BELOW);
  });

  it("asks for the reason, writes it, and is undone at once", async () => {
    await cancelling(["a reason"], () => run("cmoc.parkExtract"), text);
    const [question] = await answering(["nothing here\n on why"], () => run("cmoc.parkExtract"));
    assert.include(question?.words, "@kept2020#e1");
    assert.include(text(), "- at: p. 1\n- parked: nothing here on why\n");
    await right(api);
    await vscode.commands.executeCommand("undo");
    assert.equal(text(), SOURCE);
    await right(api);
  });

  it("writes nothing without a reason, and says so", async () => {
    const notices = await noticesOf(async () => {
      await answering(["  "], () => run("cmoc.parkExtract"));
    });
    assert.deepEqual(notices, ["An extract is parked with a reason. Nothing was written."]);
    assert.equal(text(), SOURCE);
  });

  it("is done and taken back from a row of the tree", async () => {
    await answering(["later"], () => run("cmoc.parkExtract", row("extract")));
    assert.include(text(), "- parked: later\n");
    await right(api);
    await run("cmoc.unparkExtract", row("extract"));
    assert.equal(text(), SOURCE);
    await right(api);
  });

  it("is done to all rows that are selected, asked once, and to those of them that it can be done to", async () => {
    const runAll = (command: string) => {
      const both = [row("extract"), row("extract", "kept2021")];
      return vscode.commands.executeCommand(command, both[0], both) as Promise<unknown>;
    };
    const other = await vscode.workspace.openTextDocument(at(`${BELOW}/t.md`));
    const [question] = await answering(["later"], () => runAll("cmoc.parkExtract"));
    assert.equal(question?.words, "Why are 2 extracts kept with no configuration?");
    for (const { getText } of [document, other]) assert.include(getText(), "- parked: later\n");
    await right(api);
    await run("undo");
    assert.deepEqual([text(), other.getText()], [SOURCE, SOURCE.replace("2020", "2021")]);
    await answering(["later"], () => run("cmoc.parkExtract", row("extract", "kept2021")));
    await right(api);
    const [only] = await answering([undefined], () => runAll("cmoc.parkExtract"));
    assert.equal(only?.words, "Why is @kept2020#e1 kept with no configuration?");
    await runAll("cmoc.unparkExtract");
    assert.deepEqual([text(), other.getText()], [SOURCE, SOURCE.replace("2020", "2021")]);
    await right(api);
  });

  it("says that nothing is parked, or that nothing hangs loose, and asks nothing", async () => {
    const told = (command: string, given?: unknown) =>
      noticesOf(() => answering([], () => run(command, given)).then((asked) => assert.deepEqual(asked, [])));
    assert.deepEqual(await told("cmoc.unparkExtract"), [
      "No extract is parked. Those that hang loose stand first among the sources.",
    ]);
    assert.deepEqual(await told("cmoc.unparkExtract", row("extract")), ["@kept2020#e1 is not parked."]);
    for (const key of ["kept2020", "kept2021"])
      await answering(["later"], () => run("cmoc.parkExtract", row("extract", key)));
    await right(api);
    assert.deepEqual(await told("cmoc.parkExtract"), [
      "No extract hangs loose: each bears on something, or is parked. To park another, take its links out first.",
    ]);
    assert.deepEqual(await told("cmoc.parkExtract", row("extract")), [
      "@kept2020#e1 bears on something, or is parked already.",
    ]);
    for (const key of ["kept2020", "kept2021"]) await run("cmoc.unparkExtract", row("extract", key));
    await right(api);
  });

  it("is beside beginning a new extract from the row of its source", async () => {
    await run("cmoc.newExtract", row("source"));
    assert.include(text(), "## Extract e2\n\n> …\n");
    await right(api);
    await vscode.commands.executeCommand("undo");
    assert.equal(text(), SOURCE);
  });
});
