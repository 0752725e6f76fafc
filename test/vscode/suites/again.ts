/** What happens on the disk and is told by nobody. */
import { assert } from "chai";
import * as vscode from "vscode";
import type { Whole as Api } from "../../../src/vscode/whole.ts";
import { extension, idsIn, LIMIT_MS, remove, right, shown, takeAway, write, writeAll } from "../workspace.ts";

const BELOW = "again/unwatched/review";
const cmoc = (id: string): string => `## CMOC ${id}: A title\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n`;
const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

describe("what nobody tells of", function () {
  this.timeout(LIMIT_MS);
  let api: Api;
  const exclude = (value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration("files").update("watcherExclude", value, vscode.ConfigurationTarget.Global);

  /** VS Code begins to watch anew when what it excludes is another, and meanwhile tells of nothing. */
  const watched = async (): Promise<void> => {
    const watcher = vscode.workspace.createFileSystemWatcher("**/probe.txt");
    let isTold = false;
    watcher.onDidCreate(() => {
      isTold = true;
    });
    while (!isTold) {
      await write("probe.txt", "");
      await sleep(500);
      await remove("probe.txt");
      await sleep(200);
    }
    watcher.dispose();
  };

  before(async () => {
    api = await extension();
    await exclude({ "**/unwatched/**": true });
    await writeAll(BELOW, Object.entries({ "review.yaml": "cmoc: 1\n", "a.md": cmoc("SA1"), "b.md": cmoc("SA2") }));
    assert.deepEqual(idsIn(api, BELOW), []);
    await vscode.commands.executeCommand("cmoc.readAgain");
    await right(api);
    // A folder that came is looked into twice.
    await sleep(1500);
  });

  after(async () => {
    await exclude(undefined);
    await takeAway(api, "again");
    await watched();
  });

  it("is taken in when the review is read again", async () => {
    await write(`${BELOW}/a.md`, cmoc("SA3"));
    await write(`${BELOW}/c.md`, cmoc("SA4"));
    await sleep(1000);
    assert.deepEqual(idsIn(api, BELOW), ["SA1", "SA2"]);
    await vscode.commands.executeCommand("cmoc.readAgain");
    assert.deepEqual(idsIn(api, BELOW), ["SA3", "SA2", "SA4"]);
    await right(api);
    assert.include(shown(`${BELOW}/c.md`), "cmoc/no-evidence");
    await remove(`${BELOW}/b.md`);
    await vscode.commands.executeCommand("cmoc.readAgain");
    assert.deepEqual(idsIn(api, BELOW), ["SA3", "SA4"]);
  });
});
