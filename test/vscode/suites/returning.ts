/** Coming back to the window: the disk is looked at, since what another program did meanwhile is not always told. */
import { assert } from "chai";
import * as vscode from "vscode";
import { Reviews } from "../../../src/vscode/reviews/reviews.ts";
import { Seeking } from "../../../src/vscode/seeking.ts";
import { quietLog, replacing } from "../replacing.ts";
import { at, closeAll, extension, LIMIT_MS, remove, takeAway, write, writeAll } from "../workspace.ts";

const BELOW = "returning/unwatched/review";
const cmoc = (id: string): string => `## CMOC ${id}: A title\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n`;
/** Longer than that the disk is not looked at again. */
const LATER_MS = 6000;

type Listener = (state: vscode.WindowState) => unknown;

/** What is heard of the window while something is made; and what would happen when it is left, and come back to. */
async function windowHeard<T>(make: () => T) {
  const listeners: Listener[] = [];
  const onDidChangeWindowState = (listener: Listener): vscode.Disposable => {
    listeners.push(listener);
    return { dispose() {} };
  };
  const made = await replacing(vscode.window, { onDidChangeWindowState }, make);
  const tell = (focused: boolean, later = 0): void => {
    const { now } = Date;
    // What is told takes in the time at once.
    Date.now = () => now() + later;
    try {
      for (const listener of listeners) listener({ focused, active: focused });
    } finally {
      Date.now = now;
    }
  };
  return { made, tell };
}

describe("coming back to the window", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const exclude = (value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration("files").update("watcherExclude", value, vscode.ConfigurationTarget.Global);

  before(async () => {
    api = await extension();
    await exclude({ "**/unwatched/**": true });
    await writeAll(BELOW, Object.entries({ "review.yaml": "cmoc: 1\n", "a.md": cmoc("RT1") }));
  });

  after(async () => {
    await exclude(undefined);
    await closeAll();
    await takeAway(api, "returning");
  });

  it("takes in what nobody told of, once in a while and not when it is left", async () => {
    const load = async () => () => {
      throw new Error("No entry is asked for here.");
    };
    const log = quietLog() as unknown as vscode.LogOutputChannel;
    const { made: reviews, tell } = await windowHeard(() => new Reviews(load, log));
    const ids = async (): Promise<string> => {
      await reviews.settled();
      const open = reviews.all().find(({ root }) => root.path === at(BELOW).path);
      return [...(open?.review.records("cmoc") ?? [])].map(({ brief }) => brief.id).join();
    };
    await reviews.find();
    assert.equal(await ids(), "RT1");
    await write(`${BELOW}/b.md`, cmoc("RT2"));
    await write(`${BELOW}/a.md`, cmoc("RT3"));
    tell(false);
    assert.equal(await ids(), "RT1");
    tell(true);
    assert.equal(await ids(), "RT3,RT2");
    await remove(`${BELOW}/b.md`);
    tell(true, 1000);
    assert.equal(await ids(), "RT3,RT2");
    tell(true, LATER_MS);
    assert.equal(await ids(), "RT3");
    reviews.dispose();
  });

  it("looks for a review where there was none", async () => {
    let found = 0;
    const rest = () => new Promise((done) => setTimeout(done, 300));
    const { made: seeking, tell } = await windowHeard(() => new Seeking(() => found++));
    await rest();
    const first = found;
    tell(true);
    tell(false, LATER_MS);
    await rest();
    assert.equal(found, first);
    tell(true, LATER_MS);
    await rest();
    assert.equal(found, first + 1);
    seeking.dispose();
  });
});
