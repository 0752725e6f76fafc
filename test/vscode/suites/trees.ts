import { assert } from "chai";
import * as vscode from "vscode";
import type { Row } from "../../../src/vscode/tree/rows.ts";
import type { TreeRows } from "../../../src/vscode/tree/view.ts";
import type { Whole as Api } from "../../../src/vscode/whole.ts";
import { at, extension, until, write } from "../workspace.ts";

const LOOSE = "---\ncitekey: tree2022\n---\n\n## Extract e1\n\n> They came back.\n\n- at: p. 3\n";

function labels(rows: TreeRows, row?: Row): readonly string[] {
  return rows.getChildren(row).map((each) => String(rows.getTreeItem(each).label));
}

/** Every row of a view, down to a depth. */
function all(rows: TreeRows, depth: number, row?: Row): readonly Row[] {
  const children = rows.getChildren(row);
  return depth === 0 ? children : children.flatMap((each) => [each, ...all(rows, depth - 1, each)]);
}

describe("trees", () => {
  let api: Api;

  before(async () => {
    api = await extension();
    await api.settled();
  });

  it("show configurations by theme, by status and by theory", async () => {
    const { configurations } = api.trees;
    assert.include(labels(configurations).join(), "Confidence");
    await vscode.commands.executeCommand("cmoc.groupConfigurations", "status");
    assert.include(
      labels(configurations).map((label) => label.toLowerCase()),
      "candidate",
    );
    await vscode.commands.executeCommand("cmoc.groupConfigurations", "theme");
  });

  it("give a configuration its slots, and every row words for those who do not see it", () => {
    const { configurations } = api.trees;
    const rows = all(configurations, 3);
    const items = rows.map((row) => configurations.getTreeItem(row));
    for (const item of items) assert.isNotEmpty(item.accessibilityInformation?.label ?? "", String(item.label));
    assert.isTrue(items.some(({ contextValue }) => contextValue?.startsWith("slot")));
    const ids = items.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, "ids are unique");
    for (const row of rows)
      assert.isTrue(configurations.getParent(row) === undefined || rows.includes(configurations.getParent(row) as Row));
  });

  it("explain a configuration by its card, when it is looked at", async () => {
    const { configurations } = api.trees;
    const row = all(configurations, 3).find((each) => configurations.node(each)?.kind === "cmoc") as Row;
    const item = await configurations.resolveTreeItem(configurations.getTreeItem(row), row);
    assert.match((item.tooltip as vscode.MarkdownString).value, /\*\*/);
  });

  it("count extracts that hang loose in the badge, and no longer when they are linked", async () => {
    const { sources } = api.trees;
    const badge = (): number => api.trees.viewOf(sources)?.badge?.value ?? 0;
    const before = badge();
    await write("sources/tree2022.md", LOOSE);
    await until(badge, (value) => value === before + 1);
    assert.match(labels(sources)[0] ?? "", /Unlinked/);
    await vscode.commands.executeCommand("cmoc.linkExtract", {
      extract: "x:tree2022#e1",
      record: "r:ex1",
      stance: "supports",
    });
    await until(badge, (value) => value === before);
  });

  it("show only what has the words of a filter, and all again without one", async () => {
    const { configurations } = api.trees;
    const count = (): number =>
      all(configurations, 3).filter((row) => configurations.node(row)?.kind === "cmoc").length;
    const before = count();
    await vscode.commands.executeCommand("cmoc.filterConfigurations", "being missed");
    assert.equal(count(), 1);
    await vscode.commands.executeCommand("cmoc.clearFilter");
    assert.equal(count(), before);
  });

  it("lead to the place, and find the row of a place", async () => {
    const { configurations } = api.trees;
    const open = api.reviews.all()[0];
    assert.isDefined(open);
    const document = await vscode.workspace.openTextDocument(at("theory/exercise-groups.md"));
    const offset = document.getText().indexOf("CMOC EX2");
    const row = open && configurations.find(open, "theory/exercise-groups.md", offset);
    assert.match(String(row && configurations.getTreeItem(row).label), /^EX2/);
  });
});
