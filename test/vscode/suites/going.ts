/** Going to records, and from one unlinked extract to another. */
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
  saveByHand,
  show,
  takeAway,
  type,
  until,
} from "../workspace.ts";

const BELOW = "going";
const THEORY = `# Going

## CMOC GA1: They come back

- **C:** a place
- **M:** trust
- **O:** peace

## Rows

| ID | Context | Mechanism | Outcome |
| --- | --- | --- | --- |
| GA2 | tenants have asked for years | trust | peace |

## Theory PT1: Trust

- stage: initial
- configurations: GA1

## Memo 2025-01-01: Why

- about: GA1
`;
const source = (key: string, quote: string): string =>
  `---\ncitekey: ${key}\n---\n\n## Extract e1\n\n> ${quote}\n\n- at: p. 1\n\n## Extract e2\n\n> They parted.\n\n- at: p. 2\n- supports: GA1\n`;

describe("going", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const run = async (command: string): Promise<void> => {
    await vscode.commands.executeCommand(command);
  };
  /** The file and the words that are selected. */
  const here = (): readonly string[] => {
    const editor = vscode.window.activeTextEditor;
    const path = editor?.document.uri.path ?? "";
    return [path.slice(at(BELOW).path.length + 1), editor?.document.getText(editor.selection) ?? ""];
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\nbibliography: [references.bib]\n",
      "references.bib": "@misc{delta2023,\n  author = {Doe, Ann},\n  title = {Of going},\n  year = {2023}\n}\n",
      "bare/review.yaml": "cmoc: 1\n",
      "bare/t.md": "# Nothing yet\n",
      "t.md": THEORY,
      "codebook.md": "## Code meeting: Meeting again\n\n- role: C\n",
      "a.md": source("alpha2020", "They met."),
      "b.md": source("beta2021", "They stayed."),
      "c.md": source("gamma2022", "They laughed."),
      "long.md": `## CMOC GL1: First\n\n- **C:** a\n${"\nWords.\n".repeat(120)}\n## CMOC GL2: Last\n\n- **C:** a\n`,
    });
    await api.settled();
  });

  beforeEach(() => show(`${BELOW}/t.md`));

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  it("leads from one unlinked extract to the next and back, round from the last to the first", async () => {
    const found: string[] = [];
    for (const command of ["next", "next", "next", "next", "previous", "previous", "previous", "previous"]) {
      await run(`cmoc.${command}Unlinked`);
      const [path = "", words] = here();
      assert.equal(words, "e1");
      found.push(path);
    }
    // From the theory, which comes after the sources.
    assert.deepEqual(found, ["a.md", "b.md", "c.md", "a.md", "c.md", "b.md", "a.md", "c.md"]);
  });

  it("goes to the one before the cursor in the same file", async () => {
    const editor = await show(`${BELOW}/b.md`);
    const last = editor.document.positionAt(editor.document.getText().length);
    editor.selection = new vscode.Selection(last, last);
    await run("cmoc.previousUnlinked");
    assert.deepEqual(here(), ["b.md", "e1"]);
  });

  it("says so where every extract bears on something", async () => {
    for (const path of ["a.md", "b.md", "c.md"]) {
      const { document } = await show(`${BELOW}/${path}`);
      await type(document, "- at: p. 1\n- parked: for later", "- at: p. 1");
    }
    await api.settled();
    for (const command of ["cmoc.nextUnlinked", "cmoc.previousUnlinked"]) {
      const before = here();
      const told = await noticesOf(() => run(command));
      assert.deepEqual(told, ["Every extract bears on something, or is parked with a reason."]);
      assert.deepEqual(here(), before);
    }
  });

  it("leads to any record that is chosen, its id selected", async () => {
    const wanted: readonly (readonly [label: string, path: string, id: string])[] = [
      ["GA1", "t.md", "GA1"],
      ["PT1", "t.md", "PT1"],
      ["2025-01-01", "t.md", "2025-01-01"],
      ["meeting", "codebook.md", "meeting"],
      ["@beta2021#e2", "b.md", "e2"],
    ];
    for (const [label, path, id] of wanted) {
      await answering([label], () => run("cmoc.goToRecord"));
      assert.deepEqual(here(), [path, id]);
    }
    await answering(["@beta2021"], () => run("cmoc.goToRecord"));
    assert.deepEqual([here()[0], vscode.window.activeTextEditor?.selection.active.line], ["b.md", 0]);
    // One that only the bibliography has, to its entry.
    await answering(["@delta2023"], () => run("cmoc.goToRecord"));
    assert.equal(here()[0], "references.bib");
    assert.include(here()[1], "delta2023");
    await cancelling([""], () => run("cmoc.goToRecord"), here);
  });

  it("shows the place, wherever the text was scrolled to", async () => {
    const editor = await show(`${BELOW}/long.md`);
    const last = editor.document.lineCount - 1;
    for (const id of ["GL2", "GL1"]) {
      await answering([id], () => run("cmoc.goToRecord"));
      assert.deepEqual(here(), ["long.md", id]);
      const { selection } = editor;
      await until(
        () => editor.visibleRanges,
        (ranges) => ranges.some((range) => range.contains(selection)),
        5000,
      );
    }
    assert.isAbove(last, 200);
  });

  it("offers every record once, with its title or its first words", async () => {
    const [question] = await answering([undefined], () => run("cmoc.goToRecord"));
    const sources = ["alpha2020", "beta2021", "gamma2022"].flatMap((key) => [`@${key}#e1`, `@${key}#e2`]);
    const whole = ["@alpha2020", "@beta2021", "@gamma2022", "@delta2023"];
    const all = ["GA1", "GA2", "GL1", "GL2", "PT1", "2025-01-01", "meeting", ...sources, ...whole];
    assert.sameMembers([...(question?.labels ?? [])], all);
    const beside = (label: string) => question?.beside?.[question.labels.indexOf(label)];
    assert.deepEqual(["GA1", "GA2", "PT1", "meeting", "@beta2021#e1", "@delta2023"].map(beside), [
      "They come back",
      "tenants have asked for years",
      "Trust",
      "Meeting again",
      "They stayed.",
      "Doe 2023",
    ]);
  });

  it("says what to do where there is nothing to go to", async () => {
    await show(`${BELOW}/bare/t.md`);
    const told = await noticesOf(() =>
      answering([], () => run("cmoc.goToRecord")).then((asked) => assert.deepEqual(asked, [])),
    );
    assert.deepEqual(told, ["The review has no record yet. Write one first, as with CMOC: New Configuration."]);
  });

  it("shows the log of the extension", async () => {
    const logs = (): readonly string[] =>
      vscode.window.visibleTextEditors
        .map(({ document }) => document.uri)
        .filter(({ scheme, path }) => scheme === "output" && /CMOC/.test(path))
        .map(({ path }) => path);
    assert.deepEqual(logs(), []);
    await run("cmoc.showLog");
    await until(logs, ({ length }) => length === 1);
    await run("workbench.action.closePanel");
    await until(logs, ({ length }) => length === 0);
  });
});
