/** Configurations merged, split, retired, moved, converted and copied: by questions, over several files, taken back by one undo. */
import { assert } from "chai";
import * as vscode from "vscode";
import type { Row } from "../../../src/vscode/tree/rows.ts";
import { answering, cancelling } from "../answering.ts";
import {
  at,
  closeAll,
  extension,
  LIMIT_MS,
  makeReview,
  noticesOf,
  remove,
  saveByHand,
  show,
  takeAway,
  type,
  until,
  writeAll,
} from "../workspace.ts";

const BELOW = "refactoring";
const ONE =
  "## CMOC RF1: One\n\n- **C:** a place\n- **M:** trust\n- **M:** habit\n- **O:** peace\n- supports: @alpha2020#e1\n";
const TWO = "## CMOC RF2: Two\n\n- **C:** a town\n- **M:** faith\n- **O:** calm\n- supports: @alpha2020#e2 (M)\n";
const CMOCS = `${ONE}\n${TWO}`;
const THEORY = "# Theory PT1: All\n\n- configurations: RF1–RF2\n";
const SOURCE =
  "---\ncitekey: alpha2020\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n\n## Extract e2\n\n> They parted.\n\n- at: p. 2\n- supports: RF2\n";
const FILES = ["c.md", "t.md", "a.md", "memos.md"] as const;

describe("refactoring", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const run = (command: string, ...given: readonly unknown[]) =>
    vscode.commands.executeCommand(command, ...given) as Promise<unknown>;
  const text = async (path: string): Promise<string> =>
    (await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`))).getText();
  const texts = async (): Promise<readonly string[]> => Promise.all(FILES.map(text));
  const asBefore = [CMOCS, THEORY, SOURCE, "# Memos\n"];
  const cursorAt = async (words: string): Promise<vscode.TextDocument> => {
    const { document } = await show(`${BELOW}/c.md`);
    const place = document.positionAt(document.getText().indexOf(words));
    const editor = vscode.window.activeTextEditor;
    if (editor) editor.selection = new vscode.Selection(place, place);
    await api.settled();
    return document;
  };
  const whyIn = (path: string) => api.reviews.of(at(`${BELOW}/c.md`))?.whyUnread(path);
  const rowsOf = (...ids: readonly string[]): readonly (Row | undefined)[] => {
    const open = api.reviews.of(at(`${BELOW}/c.md`));
    return ids.map((id) => open && api.trees.configurations.find(open, "c.md", CMOCS.indexOf(`CMOC ${id}`)));
  };
  /** Takes back what was done last, in all files. */
  const takenBack = async (): Promise<void> => {
    await run("undo");
    assert.deepEqual(await texts(), asBefore);
    await api.settled();
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\n",
      "c.md": CMOCS,
      "t.md": THEORY,
      "a.md": SOURCE,
      "memos.md": "# Memos\n",
    });
    await api.settled();
  });

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  it("merges two rows that are selected by one edit of all files, with a memo, and leaves all as it is where a question has no answer", async () => {
    await cursorAt("Two");
    const [one, two] = rowsOf("RF1", "RF2");
    const merge = () => run("cmoc.mergeConfigurations", two, [two, one]);
    await cancelling(["RF1", "They say the same."], merge, texts);
    const questions = await answering(["RF1", "They say the same."], merge);
    assert.deepEqual(questions[0]?.labels, ["RF2", "RF1"]);
    const [cmocs, theory, source, memos] = await texts();
    assert.include(cmocs, "- supports: @alpha2020#e1\n- merges: RF2\n");
    assert.include(cmocs, "- status: merged\n");
    assert.include(theory, "- configurations: RF1\n");
    assert.include(source, "- supports: RF1 (M)\n");
    assert.match(
      memos ?? "",
      /## Memo \d{4}-\d\d-\d\d: RF2 was merged into RF1\n\n- about: RF1, RF2\n- kind: decision\n\nThey say the same\.\n/,
    );
    await takenBack();
    assert.deepEqual(
      await noticesOf(async () => {
        await run("cmoc.mergeConfigurations", { record: "r:rf2", into: "r:rf2", reason: "" });
      }),
      ["Choose two configurations to merge."],
    );
  });

  it("says of three that are selected that two are merged at a time", async () => {
    const document = await cursorAt("Two");
    await type(document, "\n## CMOC RF3: Three\n\n- **C:** a road\n- **M:** haste\n- **O:** harm\n");
    await api.settled();
    const open = api.reviews.of(document.uri);
    const rows = ["RF1", "RF2", "RF3"].map(
      (id) => open && api.trees.configurations.find(open, "c.md", document.getText().indexOf(`CMOC ${id}`)),
    );
    const told = await noticesOf(async () => {
      assert.deepEqual(await answering([], () => run("cmoc.mergeConfigurations", rows[0], rows)), []);
    });
    assert.deepEqual(told, ["Choose two configurations: more are merged one after another."]);
  });

  it("splits the configuration at the cursor by what is chosen", async () => {
    await cursorAt("habit");
    const split = () => run("cmoc.splitConfiguration");
    const answers = [["M"], ["C", "O"], ["@alpha2020#e1"], "Habit", ""];
    await cancelling(answers, split, texts);
    const questions = await answering(answers, split);
    assert.deepEqual(questions[0]?.beside, ["a place", "trust", "habit", "peace"]);
    const [cmocs, theory, , memos] = await texts();
    assert.include(
      cmocs,
      "- note: [[RF3]] was split off\n\n## CMOC RF3: Habit\n\n- status: candidate\n- **C:** a place\n- **M:** trust\n- **O:** peace\n",
    );
    assert.include(theory, "- configurations: RF1–RF2, RF3\n");
    assert.equal(memos, "# Memos\n", "no words, no memo");
    await takenBack();
  });

  it("retires by questions, and asks before it brings a problem", async () => {
    await cursorAt("Two");
    await cancelling(["nobody says so", ""], () => run("cmoc.retire"), texts);
    const loose = await noticesOf(async () => {
      await answering(["nobody says so", ""], () => run("cmoc.retire"));
    });
    assert.deepEqual(loose, ["1 extract bears on nothing else now."]);
    const [cmocs, theory] = await texts();
    assert.include(cmocs, "## CMOC RF2: Two\n\n- status: retired — nobody says so\n");
    assert.equal(theory, "# Theory PT1: All\n\n- configurations: RF1\n- note: RF2 was retired\n");
    await takenBack();
    const told = await noticesOf(async () => {
      await run("cmoc.changeScheme", { scheme: "ICAMO" });
    });
    assert.deepEqual(told, ["That would bring 4 problems."]);
    assert.deepEqual(await texts(), asBefore);
  });

  it("moves a record to a new file, and converts a file, each taken back by one undo", async () => {
    await cursorAt("Two");
    const told = await noticesOf(async () => {
      await answering(["c.md"], () => run("cmoc.moveRecord", { record: "x:alpha2020#e1" })).catch(() => []);
    });
    assert.deepEqual(told, ["@alpha2020#e1 is an extract, and an extract stands in the file of its source."]);
    await answering(["t.md"], () => run("cmoc.moveRecord"));
    assert.equal(await text("t.md"), `${THEORY}\n${TWO}`);
    assert.equal(await text("c.md"), ONE);
    await takenBack();
    await answering(["A new file", "moved/two.md"], () => run("cmoc.moveRecord"));
    assert.equal(await text("moved/two.md"), TWO);
    await show(`${BELOW}/c.md`);
    await takenBack();
    const said = await noticesOf(async () => {
      await answering(["A sentence", "c.md"], () => run("cmoc.convert"));
    });
    assert.deepEqual(said, ["2 configurations were written otherwise."]);
    assert.include(await text("c.md"), "When a town (C), faith (M), so that calm (O).\n\n- supports");
    await takenBack();
  });

  it("moves nothing to where the review does not read, whatever stands there, and says why", async () => {
    const inner = "## CMOC QQ1\n\n- C: a\n";
    await writeAll(BELOW, [
      ["inner/review.yaml", "cmoc: 1\n"],
      ["inner/b.md", inner],
      [".gitignore", "ignored/\n"],
      ["ignored/there.md", "Mine alone.\n"],
    ]);
    await until(
      () => api.reviews.of(at(`${BELOW}/inner/b.md`))?.isReady === true && whyIn("ignored/x.md") === "git",
      (isSo) => isSo,
    );
    await cursorAt("Two");
    const move = (file: string) =>
      noticesOf(async () => void (await run("cmoc.moveRecord", { record: "r:rf2", file })));
    for (const [file, why] of [
      ["inner/x.md", /^inner\/x\.md would belong to another review/],
      ["inner/deep/x.md", /would belong to another review/],
      ["inner/b.md", /^inner\/b\.md would belong to another review/],
      ["node_modules/x.md", /^node_modules\/x\.md lies in a folder of which no review reads anything/],
      ["ignored/x.md", /^Git ignores ignored\/x\.md/],
      ["ignored/there.md", /^Git ignores ignored\/there\.md/],
    ] as const) {
      const told = await move(file);
      assert.lengthOf(told, 1, file);
      assert.match(told[0] ?? "", why);
    }
    assert.deepEqual(await texts(), asBefore);
    assert.equal(await text("inner/b.md"), inner);
    assert.equal(await text("ignored/there.md"), "Mine alone.\n");
    for (const path of ["inner", "ignored", ".gitignore"]) await remove(`${BELOW}/${path}`);
    await api.settled();
  });

  it("copies rows that are selected", async () => {
    // The review that is meant is that of the text which is shown.
    await cursorAt("One");
    const rows = rowsOf("RF1", "RF2");
    const copied = async (as: string): Promise<string> => {
      await answering([as], () => run("cmoc.copyAs", rows[0], rows));
      return vscode.env.clipboard.readText();
    };
    assert.equal(await copied("Reference"), "RF1, RF2");
    assert.equal(
      await copied("Tagged sentence"),
      "When a place (C), trust (M) and habit (M), so that peace (O).\n\nWhen a town (C), faith (M), so that calm (O).",
    );
    const left = await noticesOf(async () => {
      await run("cmoc.copyAs", { record: "r:pt1", as: "sentence" });
    });
    assert.deepEqual(left, ["PT1: it has no slots that a sentence could say."]);
    assert.match(await copied("Table row"), /^\| RF1 \| a place \| trust; habit \| peace \| @alpha2020#e1 \|\n\| RF2/);
  });

  it("is offered in the menu “Refactor…” for the record at the cursor", async () => {
    const document = await cursorAt("Two");
    const place = document.positionAt(document.getText().indexOf("Two"));
    const titles = async (kind: vscode.CodeActionKind): Promise<readonly string[]> =>
      (
        await vscode.commands.executeCommand<vscode.CodeAction[]>(
          "vscode.executeCodeActionProvider",
          document.uri,
          new vscode.Range(place, place),
          kind.value,
        )
      ).map(({ title }) => title);
    assert.includeMembers(
      [...(await titles(vscode.CodeActionKind.Refactor))],
      [
        "Write it as a sentence",
        "Merge RF2 with another configuration …",
        "Split RF2 …",
        "Retire RF2 …",
        "Move RF2 to another file …",
      ],
    );
    const move = "Move RF2 to another file …";
    assert.deepEqual(await titles(vscode.CodeActionKind.RefactorMove), [move]);
    await type(document, "Two\n\n- status: merged\n", "Two\n");
    await api.settled();
    const of = (await titles(vscode.CodeActionKind.Refactor)).filter((title) => / RF2 /.test(title));
    assert.deepEqual(of, [move], "of one that is not in use any more");
  });
});
