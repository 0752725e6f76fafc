/** What VS Code is given of rows beyond their words: icons and their colours, where a click leads, what stands beside a review and in the badge. */
import { assert } from "chai";
import * as vscode from "vscode";
import type { Row } from "../../../src/vscode/tree/rows.ts";
import type { TreeRows } from "../../../src/vscode/tree/view.ts";
import { View } from "../../../src/vscode/views.ts";
import { replacing } from "../replacing.ts";
import { at, closeAll, extension, LIMIT_MS, makeReview, saveByHand, takeAway, until, write } from "../workspace.ts";

const BELOW = "rows";
const LABELS = ["Intervention", "Context", "Actor", "Mechanism", "Outcome", "Strategy"];
const THEORY = `## CMOC RO1: With all roles

- status: retired
${LABELS.map((label) => `- ${label.charAt(0)}: of ${label.toLowerCase()}\n`).join("")}- leads to: RO9
- supports: @alpha2020#e1
- refutes: @alpha2020#e2
- refines: @alpha2020#e3
`;
const extract = (id: string, more = ""): string => `\n## Extract ${id}\n\n> Words of ${id}.\n\n- at: p. 1\n${more}`;
const SOURCE = `---\ncitekey: alpha2020\n---\n${extract("e1")}${extract("e2")}${extract("e3")}${extract("e4")}${extract("e5", "- parked: later\n")}`;
/** The icon of each row by the beginning of its label, and its colour. */
const ICONS: Readonly<Record<string, string>> = {
  "RO1 ": "archive disabledForeground",
  "of intervention": "circle-small-filled cmoc.intervention",
  "of context": "circle-small-filled cmoc.context",
  "of actor": "circle-small-filled cmoc.actor",
  "of mechanism": "circle-small-filled cmoc.mechanism",
  "of outcome": "circle-small-filled cmoc.outcome",
  "of strategy": "circle-small-filled cmoc.strategy",
  Evidence: "references",
  Supports: "check charts.green",
  Refutes: "close charts.red",
  Refines: "sync charts.blue",
};

describe("a row", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const own = (rows: TreeRows): Row => {
    const found = rows.getChildren().find(({ open }) => open.root.path === at(BELOW).path);
    assert.isDefined(found);
    return found as Row;
  };
  const below = (rows: TreeRows, row: Row): readonly Row[] =>
    rows.getChildren(row).flatMap((each) => [each, ...below(rows, each)]);
  const items = (rows: TreeRows): readonly vscode.TreeItem[] =>
    below(rows, own(rows)).map((row) => rows.getTreeItem(row));
  const called = (rows: TreeRows, words: string): vscode.TreeItem => {
    const found = items(rows).find(({ label }) => String(label).includes(words));
    assert.isDefined(found, words);
    return found as vscode.TreeItem;
  };
  const iconOf = ({ iconPath }: vscode.TreeItem): string => {
    const icon = iconPath as vscode.ThemeIcon | undefined;
    return [icon?.id, icon?.color?.id].filter((words) => words !== undefined).join(" ");
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    const configuration = LABELS.map((label) => `{ letter: ${label.charAt(0)}, label: ${label} }`).join(", ");
    await makeReview(api, BELOW, {
      "review.yaml": `cmoc: 1\ntitle: Rows\nconfiguration: [${configuration}]\n`,
      "t.md": THEORY,
      "a.md": SOURCE,
    });
    await api.settled();
  });

  after(async () => {
    await closeAll();
    await takeAway(api, BELOW);
  });

  it("has an icon that says what it is, in the colour of its role, its stance or its state", () => {
    const { configurations, sources } = api.trees;
    for (const [words, icon] of Object.entries(ICONS)) assert.equal(iconOf(called(configurations, words)), icon, words);
    assert.equal(iconOf(called(configurations, "RO9")), "question list.warningForeground");
    const extracts = ["e1", "e4", "e5"].map((id) => iconOf(called(sources, `Words of ${id}`)));
    assert.deepEqual(extracts, ["quote", "quote list.warningForeground", "archive disabledForeground"]);
  });

  it("has words for each thing that VS Code shows of it", () => {
    const { description, tooltip, accessibilityInformation, contextValue } = called(api.trees.configurations, "RO1 ");
    assert.include(String(description), "✓1 ✗1");
    assert.isUndefined(tooltip);
    assert.include(accessibilityInformation?.label, "1 extract supports");
    assert.match(contextValue ?? "", /^cmoc .*supportable/);
  });

  it("leads to its place, and keeps the focus where it is", async () => {
    const { command } = called(api.trees.sources, "Words of e5");
    assert.equal(command?.command, "vscode.open");
    const [uri, options] = (command?.arguments ?? []) as [vscode.Uri, vscode.TextDocumentShowOptions];
    assert.equal(uri.path, at(`${BELOW}/a.md`).path);
    assert.isTrue(options.preserveFocus);
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.lineAt(options.selection?.start.line ?? 0).text, "## Extract e5");
  });

  it("of a review, where there are several, says where the review lies", () => {
    for (const rows of [api.trees.configurations, api.trees.sources, api.trees.codebook]) {
      const item = rows.getTreeItem(own(rows));
      assert.equal(item.label, "Rows");
      assert.equal(item.description, BELOW);
      assert.equal(iconOf(item), "book");
      assert.equal(item.collapsibleState, vscode.TreeItemCollapsibleState.Expanded);
    }
  });

  it("that is dragged together with those of another review leaves them where they are", async () => {
    const { sources } = api.trees;
    const other = sources.getChildren().find(({ open }) => open.root.path !== at(BELOW).path) as Row;
    const row = (of: Row, name: RegExp): Row => {
      const found = below(sources, of).find((each) => name.test(String(sources.node(each)?.record)));
      assert.isDefined(found);
      return found as Row;
    };
    const transfer = new vscode.DataTransfer();
    const dragged = [row(own(sources), /^x:alpha2020#e1/), row(other, /^x:/)];
    api.trees.draggingOf(sources).handleDrag(dragged, transfer);
    assert.equal(await transfer.get("text/plain")?.asString(), "@alpha2020#e1");
  });

  it("that hangs loose is counted in the badge, in words too", async () => {
    const view = api.trees.viewOf(api.trees.sources);
    const words = () => view?.badge?.tooltip ?? "";
    const loose = view?.badge?.value ?? 0;
    assert.isAtLeast(loose, 1);
    assert.equal(words(), loose === 1 ? "1 extract bears on nothing" : `${loose} extracts bear on nothing`);
    await write(`${BELOW}/b.md`, `---\ncitekey: beta2021\n---\n${extract("e1")}${extract("e2")}`);
    await until(words, (is) => is === `${loose + 2} extracts bear on nothing`);
  });

  it("is one of a view that folds all of them up at once, and lets several be chosen and dragged", async () => {
    const asked: vscode.TreeViewOptions<Row>[] = [];
    const createTreeView = (_: string, options: vscode.TreeViewOptions<Row>) => {
      asked.push(options);
      return { dispose() {} };
    };
    const view = await replacing(vscode.window, { createTreeView }, () => new View("cmoc.sources"));
    assert.isTrue(asked[0]?.showCollapseAll);
    assert.isTrue(asked[0]?.canSelectMany);
    assert.strictEqual(asked[0]?.dragAndDropController, view);
    view.dispose();
  });
});
