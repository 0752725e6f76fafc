/** The ways in which configurations are shown: grouped, sorted, filtered; by what is given, and by what is answered. */
import { assert } from "chai";
import * as vscode from "vscode";
import type { Row } from "../../../src/vscode/tree/rows.ts";
import { answering, cancelling } from "../answering.ts";
import { at, closeAll, extension, LIMIT_MS, makeReview, saveByHand, takeAway } from "../workspace.ts";

const BELOW = "showing";
const THEORY = `## CMOC SB10: Ten

- status: refined
- theme: Trust
- theory: PT1
- **C:** a place
  - layer: micro
- **M:** habit
- **O:** peace
- supports: @alpha2020#e1, @alpha2020#e2

## CMOC SB9: Nine

- theme: Trust
- **C:** a town
  - layer: macro
- **M:** trust
- **O:** calm

## CMOC SA1: One

- status: candidate
- **C:** a hall
- **M:** pride
- **O:** noise
- supports: @alpha2020#e1

## Theory PT1: Why

- stage: initial
`;
const SOURCE =
  "---\ncitekey: alpha2020\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n\n## Extract e2\n\n> They left.\n\n- at: p. 2\n";

describe("configurations", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const run = async (command: string, given?: unknown): Promise<void> => {
    await vscode.commands.executeCommand(command, given);
  };
  /** Each group with the ids below it, as the view shows them. */
  const groups = (): Record<string, string> => {
    const { configurations } = api.trees;
    const label = (row: Row): string => String(configurations.getTreeItem(row).label);
    const own = configurations.getChildren().find(({ open }) => open.root.path === at(BELOW).path);
    const rows = configurations.getChildren(own).map((row) => {
      const below = configurations.getChildren(row).filter((each) => configurations.node(each)?.kind === "cmoc");
      return [label(row).split("  ")[0] ?? "", below.map((each) => label(each).split(" ")[0]).join(" ")] as const;
    });
    return Object.fromEntries(rows);
  };
  const description = (): string | undefined => api.trees.viewOf(api.trees.configurations)?.description;

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, { "review.yaml": "cmoc: 1\n", "t.md": THEORY, "a.md": SOURCE });
    await api.settled();
  });

  after(async () => {
    await run("cmoc.groupConfigurations", "theme");
    await run("cmoc.sortConfigurations", "file");
    await closeAll();
    await takeAway(api, BELOW);
  });

  const GROUPED = {
    theory: { PT1: "SB10", "No theory": "SB9 SA1" },
    status: { refined: "SB10", candidate: "SB9 SA1" },
    layer: { micro: "SB10", macro: "SB9", "No layer": "SA1" },
    theme: { Trust: "SB10 SB9", "No theme": "SA1" },
  } as const;

  it("are grouped by what is given, and the view says by what", async () => {
    for (const [by, wanted] of Object.entries(GROUPED)) {
      await run("cmoc.groupConfigurations", by);
      assert.deepEqual(groups(), wanted, by);
      assert.equal(description(), by === "layer" ? "by layer of context" : `by ${by}`);
    }
  });

  it("are grouped by what is answered, and stay as they are without an answer", async () => {
    const labels = ["By theme", "By theory", "By status", "By layer of context"];
    for (const [index, by] of (["theme", "theory", "status", "layer"] as const).entries()) {
      const questions = await answering([labels[index]], () => run("cmoc.groupConfigurations"));
      assert.deepEqual(questions, [{ words: "Group the configurations", labels }]);
      assert.deepEqual(groups(), GROUPED[by]);
      await cancelling([""], () => run("cmoc.groupConfigurations"), groups);
    }
    await run("cmoc.groupConfigurations", "theme");
  });

  it("are asked about when what is given is no way to group or sort them", async () => {
    await run("cmoc.groupConfigurations", "theme");
    for (const command of ["cmoc.groupConfigurations", "cmoc.sortConfigurations"])
      await cancelling([""], () => run(command, "colour"), groups);
  });

  it("are sorted as in the files, by id and by evidence", async () => {
    await run("cmoc.groupConfigurations", "status");
    await run("cmoc.sortConfigurations", "id");
    assert.deepEqual(groups(), { refined: "SB10", candidate: "SA1 SB9" });
    await run("cmoc.groupConfigurations", "theme");
    assert.deepEqual(groups(), { Trust: "SB9 SB10", "No theme": "SA1" });
    await run("cmoc.sortConfigurations", "evidence");
    assert.deepEqual(groups(), { Trust: "SB10 SB9", "No theme": "SA1" });
    await run("cmoc.groupConfigurations", "status");
    assert.deepEqual(groups(), { refined: "SB10", candidate: "SA1 SB9" });
    await run("cmoc.sortConfigurations", "file");
    assert.deepEqual(groups(), GROUPED.status);
    const labels = ["As in the files", "By id", "By amount of evidence"];
    assert.deepEqual(await answering(["By id"], () => run("cmoc.sortConfigurations")), [
      { words: "Sort the configurations", labels },
    ]);
    assert.deepEqual(groups(), { refined: "SB10", candidate: "SA1 SB9" });
    await cancelling([""], () => run("cmoc.sortConfigurations"), groups);
    await run("cmoc.sortConfigurations", "file");
    await run("cmoc.groupConfigurations", "theme");
  });

  it("are filtered by what is answered, which the view says; no words show all again", async () => {
    await answering(["  a town "], () => run("cmoc.filterConfigurations"));
    assert.deepEqual(groups(), { Trust: "SB9" });
    assert.equal(description(), "by theme, with “a town”");
    await cancelling([""], () => run("cmoc.filterConfigurations"), groups);
    await answering([" "], () => run("cmoc.filterConfigurations"));
    assert.deepEqual(groups(), GROUPED.theme);
    assert.equal(description(), "by theme");
  });
});
