/** Coding from a full text and from an extract, with questions that are answered and with those that are not. */
import { assert } from "chai";
import * as vscode from "vscode";
import { type Answer, answering } from "../answering.ts";
import { at, closeAll, extension, LIMIT_MS, makeReview, noticesOf, saveByHand, show, takeAway } from "../workspace.ts";

const BELOW = "coding";
const BIB = "@article{lund2010, title={On trust}, author={Lund, A.}}\n@article{moe2011, title={On time}}\n";
const THEORY = "## CMOC TR3: Earlier success\n\n- **C:** partners with a past\n- **M:** quick trust\n- **O:** faith\n";
/** Two configurations in one table, and one that a heading defines and a row restates. */
const ROWS = `| ID | Context | Mechanism | Outcome |
| --- | --- | --- | --- |
| RW1 | a bridge is built | pride | people cross |
| RW2 | a ferry sails | habit | people cross |
| RW3 | a tunnel is dug | fear | people stay |

## CMOC RW3: Nobody likes a tunnel

- **C:** a tunnel is dug
- **M:** fear
- **O:** people stay
`;
const CODEBOOK = "## Code past\n\n- role: C\n\n## Code trust\n\n- role: M\n";
const PAGE = "Partners that had succeeded\ntogether before were quick to co-\noperate. They met every week.";
const TEXT = `${PAGE}\n\fLater on, trust held. It grew.\n`;
const HTML =
  "<h2>Findings</h2><p>Nobody trusted anybody at first, and that was so everywhere in the town that year, and in the next one too, they said.</p>";

describe("coding", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const open = () => api.reviews.of(at(`${BELOW}/review.yaml`));
  const text = (path: string): string | undefined => open()?.review.text(path);
  const files = () =>
    ["sources/lund2010.md", "codebook.md", "t.md", "sources/moe2011.md"].map((path) => text(path) ?? "");
  const run = (command: string, given?: unknown) => vscode.commands.executeCommand(command, given) as Promise<unknown>;
  const ask = (answers: readonly Answer[], command = "cmoc.codeSelection") => answering(answers, () => run(command));
  /** Selects words in the active editor, from the first of them to the last. */
  const select = (from: string, to = from, editor = vscode.window.activeTextEditor): void => {
    if (!editor) throw new Error("No editor is shown.");
    const whole = editor.document.getText();
    const start = whole.indexOf(from);
    assert.isAtLeast(start, 0, from);
    const end = whole.indexOf(to, start) + to.length;
    editor.selection = new vscode.Selection(editor.document.positionAt(start), editor.document.positionAt(end));
  };
  const undoIn = async (path: string): Promise<void> => {
    await vscode.window.showTextDocument(at(`${BELOW}/${path}`));
    await run("undo");
    await api.settled();
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\nbibliography: [references.bib]\ncoders: { JA: one, RM: two }\n",
      "references.bib": BIB,
      "t.md": THEORY,
      "rows.md": ROWS,
      "codebook.md": CODEBOOK,
      "texts/lund2010.txt": TEXT,
      "texts/moe2011.html": HTML,
    });
  });

  after(async () => {
    await vscode.workspace.getConfiguration("cmoc").update("coder", undefined, vscode.ConfigurationTarget.Workspace);
    await takeAway(api, BELOW);
  });

  it("links to configurations that are rows of a table, or restated in one, as to any other", async () => {
    await show(`${BELOW}/texts/lund2010.txt`);
    select("It grew.");
    const questions = await ask(["C past", "$(check) Go on", undefined]);
    const labels = questions.at(-1)?.labels ?? [];
    assert.includeMembers([...labels], ["TR3", "RW1", "RW2", "RW3"]);
  });

  it("writes a selected passage as an extract, begins its file, adds new codes, and is undone at once", async () => {
    await show(`${BELOW}/texts/lund2010.txt`);
    select("artners that", "operate.");
    const answers: Answer[] = [
      "C past",
      { typed: "M quick trust", row: "$(add) M quick-trust" },
      "$(check) Go on with C past, M quick-trust",
      "TR3",
      "supports",
      ["C", "M"],
      "$(check) Go on with TR3 (C, M)",
      { typed: "so *it* was", row: "$(note) so *it* was" },
      "JA",
    ];
    for (const count of [0, 5, 8]) {
      await ask([...answers.slice(0, count), undefined]);
      assert.deepEqual(files(), ["", CODEBOOK, THEORY, ""], "Escape writes nothing");
    }
    const questions = await ask(answers);
    assert.deepEqual(questions[0]?.labels, ["No code", "C past", "M trust"]);
    const quote = "Partners that had succeeded together before were quick to co-operate.";
    assert.equal(
      text("sources/lund2010.md"),
      `---\ncitekey: lund2010\n---\n\n## Extract e1\n\n> ${quote}\n\n- C past:\n- M quick-trust:\n- supports: TR3 (C, M)\n- coder: JA\n- note: so \\*it\\* was\n`,
    );
    assert.include(text("codebook.md") ?? "", "## Code quick-trust\n\n- role: M\n");
    assert.equal(vscode.workspace.getConfiguration("cmoc").get("coder"), "JA", "who codes is asked once");
    await undoIn("codebook.md");
    assert.deepEqual(files(), ["", CODEBOOK, THEORY, ""]);
  });

  it("repeats what was chosen before with one keystroke, or none, and tells what overlaps", async () => {
    await show(`${BELOW}/texts/lund2010.txt`);
    select("They met", "week.");
    const [asked] = await ask(["$(history) The same as before"]);
    assert.equal(asked?.labels[0], "$(history) The same as before: C past, M quick-trust → TR3 (C, M)");
    assert.include(
      text("sources/lund2010.md"),
      "> They met every week.\n\n- C past:\n- M quick-trust:\n- supports: TR3 (C, M)\n- coder: JA\n",
    );
    // Nothing is selected: the sentence at the cursor is.
    select("ater on");
    const editor = vscode.window.activeTextEditor as vscode.TextEditor;
    editor.selection = new vscode.Selection(editor.selection.end, editor.selection.end);
    assert.deepEqual(await ask([], "cmoc.codeSelectionAsBefore"), []);
    assert.include(text("sources/lund2010.md"), "## Extract e2\n\n> Later on, trust held.\n\n- C past:");
    select("trust held", "grew.");
    const [overlap] = await ask(["Extend @lund2010#e2"]);
    assert.deepEqual(overlap?.labels, [
      "Extend @lund2010#e2 to hold both",
      "Add a coding line to @lund2010#e2",
      "Write a new extract all the same",
    ]);
    assert.include(text("sources/lund2010.md"), "## Extract e2\n\n> Later on, trust held. It grew.\n\n- C past:");
    select("trust");
    await ask(["Add a coding line to @lund2010#e2", "M trust", "$(check) Go on"]);
    assert.include(text("sources/lund2010.md"), '- M quick-trust:\n- M trust: "trust"\n');
    await run("cmoc.undoCoding");
    await api.settled();
    assert.notInclude(text("sources/lund2010.md"), "- M trust:");
    assert.equal(vscode.window.activeTextEditor?.document, editor.document, "the text stays where it was");
  });

  it("codes with nobody else's name, and offers nobody else's coding", async () => {
    const settings = vscode.workspace.getConfiguration("cmoc");
    const before = text("sources/lund2010.md");
    await show(`${BELOW}/texts/lund2010.txt`);
    for (const name of ["Ana (RM)", "J, A"]) {
      await settings.update("coder", name, vscode.ConfigurationTarget.Workspace);
      select("They met", "week.");
      const told = await noticesOf(async () => void (await ask([], "cmoc.codeSelectionAsBefore")));
      assert.lengthOf(told, 1);
      assert.include(told[0], name);
      const read = await noticesOf(async () => void (await run("cmoc.markRead", "lund2010")));
      assert.include(read[0], name);
      assert.equal(text("sources/lund2010.md"), before, "nothing is written");
    }
    await settings.update("coder", "JA", vscode.ConfigurationTarget.Workspace);
  });

  it("codes from a text that is only shown, with its section and its paragraph, and takes that back there", async () => {
    await run("cmoc.openFullText", "moe2011");
    assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, "cmoc-text");
    select("Nobody trusted anybody");
    await ask(["$(history) The same as before"]);
    const written = text("sources/moe2011.md") ?? "";
    const wanted =
      "---\ncitekey: moe2011\n---\n\n## Extract e1\n\n> Nobody trusted anybody\n\n- at: Findings, para. 1\n- C past:\n- M quick-trust:\n- supports: TR3 (C, M)\n- coder: JA\n";
    assert.isTrue(written === wanted, written);
    await run("cmoc.undoCoding");
    await api.settled();
    assert.notOk(text("sources/moe2011.md"));
    assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, "cmoc-text");
    const none = await noticesOf(async () => {
      await show(`${BELOW}/t.md`);
      await ask([]);
    });
    assert.lengthOf(none, 1);
  });

  it("codes words of an extract, makes a configuration of them, and suggests others", async () => {
    await show(`${BELOW}/sources/lund2010.md`);
    select("met every");
    // It says who coded it: now somebody else did.
    await vscode.window.activeTextEditor?.edit((edit) => {
      const { document } = vscode.window.activeTextEditor as vscode.TextEditor;
      const from = document.getText().indexOf("coder: JA") + "coder: ".length;
      edit.replace(new vscode.Range(document.positionAt(from), document.positionAt(from + 2)), "RM");
    });
    await ask(["M trust", "$(check) Go on with M trust"]);
    assert.include(text("sources/lund2010.md"), '- M quick-trust:\n- M trust: "met every" (JA)\n');
    const [title] = await ask(["Meeting often"], "cmoc.newConfigurationFromExtract");
    assert.include(title?.words, "TR4");
    assert.include(
      text("t.md"),
      "## CMOC TR4: Meeting often\n\n- status: candidate\n- **C:** They met every week.\n- **M:** They met every week.\n- **M:** met every\n- **O:**\n",
    );
    assert.include(text("sources/lund2010.md"), "- supports: TR3 (C, M), TR4 (C, M)\n");
    select("Later on");
    const [suggested] = await ask(["TR4", "refines", []], "cmoc.suggestConfigurations");
    assert.deepEqual(suggested?.labels, ["TR4"]);
    assert.include(text("sources/lund2010.md"), "- refines: TR4\n");
    await closeAll();
  });
});
