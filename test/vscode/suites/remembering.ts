/** How views are shown is kept for the workspace: sorting and grouping, not a filter; and what they say of themselves to menus and empty views. */
import { assert } from "chai";
import * as vscode from "vscode";
import type { Row } from "../../../src/vscode/tree/rows.ts";
import { Showing } from "../../../src/vscode/tree/showing.ts";
import { TreeRows } from "../../../src/vscode/tree/view.ts";
import { CONFIGURATION_WAYS, SOURCE_WAYS } from "../../../src/vscode/tree/ways.ts";
import { Trees } from "../../../src/vscode/trees.ts";
import { CONFIGURATIONS, SOURCES } from "../../../src/vscode/views.ts";
import { replacing } from "../replacing.ts";
import { at, closeAll, extension, LIMIT_MS, makeReview, saveByHand, takeAway, until, write } from "../workspace.ts";

const BELOW = "remembering";
const cmoc = (id: string, status: string): string =>
  `## CMOC ${id}: A title\n\n- status: ${status}\n- **C:** a place\n- **M:** trust\n- **O:** peace\n\n`;
const THEORY = cmoc("RM10", "refined") + cmoc("RM9", "candidate") + cmoc("RM2", "refined");
const source = (key: string): string => `---\ncitekey: ${key}\n---\n`;

/** What a workspace keeps. */
class Kept implements vscode.Memento {
  private readonly values = new Map<string, unknown>();
  keys(): readonly string[] {
    return [...this.values.keys()];
  }
  get(key: string, otherwise?: unknown): never {
    return (this.values.get(key) ?? otherwise) as never;
  }
  async update(key: string, value: unknown): Promise<void> {
    // As VS Code keeps it: no more than JSON says.
    this.values.set(key, JSON.parse(JSON.stringify(value)));
  }
}

describe("what a workspace keeps", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const made: vscode.Disposable[] = [];
  /** The views as another session of VS Code would make them. */
  const session = (kept: vscode.Memento, view: string, ways: typeof CONFIGURATION_WAYS) => {
    const rows = new TreeRows(view, api.reviews);
    made.push(rows);
    const drawn = { description: undefined } as unknown as vscode.TreeView<Row>;
    const showing = new Showing(rows, drawn, kept, ways);
    const labels = (row: Row | undefined): readonly string[] =>
      rows.getChildren(row).map((each) => String(rows.getTreeItem(each).label).replace(/ .*/, ""));
    const shown = (): Readonly<Record<string, string>> => {
      const own = rows.getChildren().find(({ open }) => open.root.path === at(BELOW).path);
      return Object.fromEntries(
        rows.getChildren(own).map((row) => [String(rows.getTreeItem(row).label), labels(row).join(" ")]),
      );
    };
    return { showing, shown, description: () => drawn.description };
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\n",
      "t.md": THEORY,
      "a.md": source("zeta2020"),
      "b.md": source("alpha2021"),
    });
    await api.settled();
  });

  after(async () => {
    for (const each of made) each.dispose();
    await closeAll();
    await takeAway(api, BELOW);
  });

  it("is how configurations are grouped and sorted, not what they are filtered by", async () => {
    const kept = new Kept();
    const first = session(kept, CONFIGURATIONS, CONFIGURATION_WAYS);
    assert.deepEqual(first.shown(), { "No theme": "RM10 RM9 RM2" });
    await first.showing.group("status");
    await first.showing.sort("id");
    assert.deepEqual(first.shown(), { refined: "RM2 RM10", candidate: "RM9" });
    await first.showing.filter("RM9");
    assert.deepEqual(first.shown(), { candidate: "RM9" });
    assert.equal(first.description(), "by status, with “RM9”");
    const second = session(kept, CONFIGURATIONS, CONFIGURATION_WAYS);
    assert.deepEqual(second.shown(), { refined: "RM2 RM10", candidate: "RM9" });
    second.showing.tell(true);
    assert.equal(second.description(), "by status");
  });

  it("is how sources are sorted, apart from how configurations are", async () => {
    const kept = new Kept();
    const first = session(kept, SOURCES, SOURCE_WAYS);
    assert.deepEqual(Object.keys(first.shown()), ["zeta2020", "alpha2021"]);
    await first.showing.sort("id");
    const second = session(kept, SOURCES, SOURCE_WAYS);
    assert.deepEqual(Object.keys(second.shown()), ["alpha2021", "zeta2020"]);
    const others = session(kept, CONFIGURATIONS, CONFIGURATION_WAYS);
    assert.deepEqual(others.shown(), { "No theme": "RM10 RM9 RM2" });
    assert.deepEqual(kept.keys(), ["sources"]);
  });
});

describe("views while a review is read", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;

  before(async () => {
    api = await extension();
    await saveByHand();
  });

  after(async () => {
    await closeAll();
    await takeAway(api, BELOW);
  });

  it("are not ready, so that none says that there is nothing, and ready after that", async () => {
    const contexts = new Map<string, unknown[]>();
    const { executeCommand } = vscode.commands;
    const hearing = async (command: string, ...given: unknown[]): Promise<unknown> => {
      const [key, value] = given;
      if (command !== "setContext") return executeCommand(command, ...given);
      contexts.set(String(key), [...(contexts.get(String(key)) ?? []), value]);
      return undefined;
    };
    await replacing(vscode.commands, { executeCommand: hearing }, async () => {
      const trees = new Trees(api.reviews, new Kept(), new Map());
      await write(`${BELOW}/t.md`, cmoc("RL1", "refined"));
      await write(`${BELOW}/review.yaml`, "cmoc: 1\n");
      await until(
        () => api.reviews.all().some(({ root, isReady }) => isReady && root.path === at(`${BELOW}`).path),
        (isThere) => isThere,
      );
      await api.settled();
      trees.dispose();
    });
    assert.deepEqual(new Set(contexts.get("cmoc.hasReview")), new Set([true]));
    assert.equal(contexts.get("cmoc.ready")?.at(-1), true);
    assert.include(contexts.get("cmoc.ready") ?? [], false);
  });
});
