/** What the status bar says of the review that is shown: held by an item of its own, since what another one says cannot be asked for. */
import { assert } from "chai";
import * as vscode from "vscode";
import { Status } from "../../../src/vscode/status.ts";
import { replacing } from "../replacing.ts";
import {
  closeAll,
  extension,
  LIMIT_MS,
  makeReview,
  saveByHand,
  show,
  takeAway,
  type,
  until,
  write,
} from "../workspace.ts";

const BELOW = "status";
const THEORY = "## CMOC ST1: A title\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n";
const extract = (id: string): string => `\n## Extract ${id}\n\n> They met.\n\n- at: p. 1\n`;
const SOURCE = `---\ncitekey: alpha2020\n---\n${extract("e1")}${extract("e2")}`;
const LONG = "What keeps people on their feet, for whom, and why?";

describe("the status bar", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  let status: Status;
  const said: string[] = [];
  const saying = (words: string) =>
    until(
      () => status.text,
      (text) => text === words,
    );

  before(async () => {
    api = await extension();
    await saveByHand();
    await closeAll();
    status = new Status(api.reviews);
    const listening = api.reviews.onDidList(() => said.push(status.text));
    // A text that is shown when its review is found.
    await write(`${BELOW}/t.md`, THEORY);
    await show(`${BELOW}/t.md`);
    await makeReview(api, BELOW, { "a.md": SOURCE, "review.yaml": `cmoc: 1\ntitle: ${LONG}\n` });
    await api.settled();
    listening.dispose();
  });

  after(async () => {
    status.dispose();
    await takeAway(api, BELOW);
  });

  it("says first that the review is being read, by the name of its folder", () => {
    assert.include(said, "$(loading~spin) status");
  });

  it("then says its title, shortened, with its counts as they are now", async () => {
    const title = "$(type-hierarchy) What keeps people on their fe…";
    await saying(`${title}: 1 configuration, 2 unlinked extracts`);
    const { document } = await show(`${BELOW}/a.md`);
    await type(document, "- at: p. 1\n- supports: ST1\n", "- at: p. 1\n");
    await saying(`${title}: 1 configuration, 1 unlinked extract`);
    const theory = await show(`${BELOW}/t.md`);
    await type(theory.document, "\n## CMOC ST2: Two\n");
    await saying(`${title}: 2 configurations, 1 unlinked extract`);
    await closeAll();
  });

  it("says the only or first review's where no review is shown", async () => {
    await closeAll();
    const open = api.reviews.all()[0];
    const title = `${open?.review.manifest.title.slice(0, 29).trimEnd()}…`;
    const count = [...(open?.review.records("cmoc") ?? [])].length;
    const loose = open?.unlinked.count ?? 0;
    await saying(
      `$(type-hierarchy) ${title}: ${count} configurations, ${loose} unlinked extract${loose === 1 ? "" : "s"}`,
    );
  });

  it("leads to the next unlinked extract, explains itself, and is gone where there is no review", async () => {
    const shown: boolean[] = [];
    const item = {
      name: "",
      text: "",
      command: "",
      tooltip: undefined as unknown,
      show: () => shown.push(true),
      hide: () => shown.push(false),
      dispose() {},
    };
    let current = api.reviews.current();
    const changed = new vscode.EventEmitter<never>();
    const none = { dispose() {} };
    const reviews = { onDidChange: changed.event, onDidList: () => none, current: () => current } as never;
    const own = await replacing(vscode.window, { createStatusBarItem: () => item }, () => new Status(reviews));
    assert.equal(item.name, "Realist Review");
    changed.fire(undefined as never);
    assert.equal(item.command, "cmoc.nextUnlinked");
    assert.include((await vscode.commands.getCommands(true)).join(), item.command);
    assert.match(
      (item.tooltip as vscode.MarkdownString).value,
      /^\*\*.+\*\*\n\n\d+ configuration.*\n\nGo to the next unlinked extract\.$/,
    );
    current = undefined;
    changed.fire(undefined as never);
    assert.deepEqual(shown, [true, false]);
    own.dispose();
    changed.dispose();
  });
});
