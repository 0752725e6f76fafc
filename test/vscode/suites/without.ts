/** Commands where there is no review, and where there are several. */
import { assert } from "chai";
import * as vscode from "vscode";
import { answering } from "../answering.ts";
import { at, closeAll, extension, LIMIT_MS, makeReview, noticesOf, saveByHand, takeAway, until } from "../workspace.ts";

/** Those that ask which review is meant. */
const COMMANDS = [
  "newConfiguration",
  "newSource",
  "newExtract",
  "linkExtract",
  "unlinkExtract",
  "parkExtract",
  "unparkExtract",
  "joinTheory",
  "copyId",
  "goToRecord",
  "nextUnlinked",
  "previousUnlinked",
  "nextToRead",
  "markRead",
  "markUnread",
  "appraise",
  "appraisePassage",
  "saturation",
].map((name) => `cmoc.${name}`);
/** Those that need no review. */
const FREE = ["newReview", "openExample", "explainRule", "showLog", "readPublished", "toggleStripes"].map(
  (name) => `cmoc.${name}`,
);
const BELOW = "without";

interface Contributed {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe("a command", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const count = (wanted: number) =>
    until(
      () => api.reviews.all().filter(({ isReady }) => isReady).length,
      (found) => found === wanted,
    );

  before(async () => {
    api = await extension();
    await saveByHand();
    await closeAll();
    await api.settled();
    assert.lengthOf(api.reviews.all(), 1);
  });

  afterEach(closeAll);

  it("asks which review where there are several and none is shown", async () => {
    await makeReview(api, BELOW, { "review.yaml": "cmoc: 1\ntitle: The other\n", "a.md": "## CMOC WA1: A title\n" });
    for (const command of COMMANDS) {
      const questions = await answering([undefined], () => vscode.commands.executeCommand(command) as Promise<unknown>);
      assert.lengthOf(questions, 1, command);
      assert.equal(questions[0]?.words, "Which review?", command);
      assert.deepEqual(questions[0]?.labels.at(-1), "The other");
    }
    await answering(["The other", "WA1"], () => vscode.commands.executeCommand("cmoc.goToRecord") as Promise<unknown>);
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, at(`${BELOW}/a.md`).path);
    await takeAway(api, BELOW);
  });

  it("offers to make a review where there is none and it needs one, once, and asks nothing", async () => {
    const own = vscode.extensions.getExtension("cmoc.cmoc")?.packageJSON as Contributed;
    const contributed = own.contributes.commands.map(({ command }) => command);
    const needing = contributed.filter((command) => !FREE.includes(command));
    assert.includeMembers(needing, COMMANDS);
    const manifest = at("review.yaml");
    const held = await vscode.workspace.fs.readFile(manifest);
    await vscode.workspace.fs.delete(manifest);
    await count(0);
    try {
      for (const command of needing) {
        const told = await noticesOf(async () => {
          const questions = await answering([], () => vscode.commands.executeCommand(command) as Promise<unknown>);
          assert.deepEqual(questions, [], command);
        });
        assert.deepEqual(told, ["There is no review in this workspace yet."], command);
      }
      assert.deepEqual(api.trees.configurations.getChildren(), []);
      assert.equal(api.trees.viewOf(api.trees.configurations)?.description, "");
    } finally {
      await vscode.workspace.fs.writeFile(manifest, held);
      await count(1);
    }
  });
});
