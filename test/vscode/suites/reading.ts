/** Reading sources one after the other, marking and appraising them, and what each added. */
import { assert } from "chai";
import * as vscode from "vscode";
import { Progress } from "../../../src/vscode/reading/progress.ts";
import { pageOf } from "../../../src/vscode/reading/saturation.ts";
import { answering } from "../answering.ts";
import { replacing } from "../replacing.ts";
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
  until,
  write,
} from "../workspace.ts";

const BELOW = "reading";
const BEGUN =
  '---\ncitekey: begun2020\nstatus: included\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n- M trust: "met"\n- supports: RD1\n';
const FILES = {
  "review.yaml": "cmoc: 1\ntitle: Why read?\nbibliography: [refs.bib]\ncoders: { JA: first coder }\n",
  "refs.bib": "@book{zoe1999,\n title = {Zoe}\n}\n",
  "theory.md": "## CMOC RD1: A title\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n",
  "s/begun.md": BEGUN,
  "s/unread.md": "---\ncitekey: unread2021\nstatus: awaiting\n---\n",
  "s/without.md": "---\ncitekey: without2022\nstatus: included\n---\n",
  "s/gone.md": "---\ncitekey: gone2023\nstatus: excluded\nreason: so\n---\n",
};

/** What a list was shown with, and the beginning of the label that is chosen; "back" for the step before, undefined for Escape. */
async function choosing(
  answers: readonly (string | undefined)[],
  run: () => Promise<unknown>,
): Promise<readonly string[]> {
  const asked: string[] = [];
  const createQuickPick = (): unknown => {
    const heard: { [event: string]: () => void } = {};
    const hear = (event: string) => (run: () => void) => {
      heard[event] = run;
    };
    const pick = {
      title: "",
      step: 0,
      totalSteps: 0,
      items: [] as readonly vscode.QuickPickItem[],
      activeItems: [] as readonly vscode.QuickPickItem[],
      selectedItems: [] as readonly vscode.QuickPickItem[],
      buttons: [] as readonly unknown[],
      onDidAccept: hear("accept"),
      onDidHide: hear("hide"),
      onDidTriggerButton: hear("button"),
      dispose() {},
      show() {
        const answer = answers[asked.length];
        asked.push(
          `${pick.title} ${pick.step}/${pick.totalSteps}: ${pick.items.map(({ label }) => label).join(", ")}; ${pick.activeItems.map(({ label }) => label).join()}`,
        );
        if (answer === "back") assert.lengthOf(pick.buttons, 1);
        const chosen = pick.items.find(({ label }) => answer !== undefined && label.includes(answer));
        if (answer !== undefined && answer !== "back") assert.isDefined(chosen, `${answer} is among ${asked.at(-1)}`);
        pick.selectedItems = chosen ? [chosen] : [];
        setTimeout(() => heard[answer === "back" ? "button" : chosen ? "accept" : "hide"]?.());
      },
    };
    return pick;
  };
  await replacing(vscode.window, { createQuickPick }, run);
  return asked;
}

describe("reading sources", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  let progress: Progress;
  const run = (command: string, ...given: unknown[]) =>
    vscode.commands.executeCommand(`cmoc.${command}`, ...given) as Promise<unknown>;
  const open = () => api.reviews.all().find(({ root }) => root.path === at(BELOW).path);
  const textOf = (path: string): string => open()?.review.text(path) ?? "";
  const saying = (words: string) =>
    until(
      () => progress.text,
      (text) => text === words,
    );
  const shownFile = () => vscode.window.activeTextEditor?.document.uri.path.split("/").at(-1);
  const row = (key: string) => {
    const { sources } = api.trees;
    const review = open();
    const node = review && sources.tree(review).find(`s:${key}`);
    const find = (
      all: ReturnType<typeof sources.getChildren>,
    ): ReturnType<typeof sources.getChildren>[number] | undefined => {
      for (const one of all) {
        if (one.open === review && one.id === node?.id) return one;
        const below = one.id === "" || sources.node(one)?.kind === "group" ? find(sources.getChildren(one)) : undefined;
        if (below) return below;
      }
      return undefined;
    };
    return find(sources.getChildren());
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await write(`${BELOW}/texts/unread2021.txt`, "They met.\n");
    await makeReview(api, BELOW, FILES);
    await show(`${BELOW}/theory.md`);
    progress = new Progress(api.reviews, api.trees);
  });

  after(async () => {
    progress.dispose();
    await closeAll();
    await takeAway(api, BELOW);
  });

  it("is counted in the status bar and shown in the tree, as texts come", async () => {
    await saying("$(book) 0 of 3 sources read");
    const states = () =>
      ["begun2020", "unread2021", "without2022", "gone2023", "zoe1999"].map((key) => {
        const one = row(key);
        return one && (api.trees.sources.node(one)?.description ?? "").split(" · ").slice(0, 2).join(" ");
      });
    await until(states, (found) => found[2] === "included no text");
    assert.deepEqual(states(), [
      "included being coded",
      "awaiting unread",
      "included no text",
      "excluded no extracts",
      "",
    ]);
    await vscode.workspace.fs.writeFile(at(`${BELOW}/texts/zoe1999.md`), new TextEncoder().encode("# Zoe\n"));
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(at(`${BELOW}/texts/without2022.txt`), { contents: new TextEncoder().encode("They left.\n") });
    await vscode.workspace.applyEdit(edit);
    await saying("$(book) 0 of 4 sources read");
    await run("groupSources", "reading");
    await until(
      () => {
        const one = row("zoe1999");
        const parent = one && api.trees.sources.getParent(one);
        return parent && api.trees.sources.node(parent)?.accessibility;
      },
      (found) => found === "Unread, 3 sources",
    );
    await run("groupSources", "none");
  });

  it("goes on with the next source, round from the last to the first", async () => {
    for (const source of ["begun", "unread", "without", "zoe", "begun"]) {
      await run("nextToRead");
      assert.equal(shownFile()?.replace(/[\d.].*/, ""), source);
    }
  });

  it("marks what is read, several rows at once, as one change that is undone at once", async () => {
    await show(`${BELOW}/s/begun.md`);
    const day = new Date().getFullYear();
    await run("markRead");
    assert.match(textOf("s/begun.md"), new RegExp(`status: included\nread: ${day}-\\d\\d-\\d\\d\n`));
    await saying("$(book) 1 of 4 sources read");
    assert.deepEqual(await noticesOf(() => run("markRead") as Promise<void>), ["begun2020 is marked as read already."]);
    const rows = ["zoe1999", "unread2021", "gone2023"].map(row);
    await run("markRead", rows[0], rows);
    assert.match(textOf("s/zoe1999.md"), /^---\ncitekey: zoe1999\nread: \d{4}-\d\d-\d\d\n---\n$/);
    assert.include(textOf("s/unread.md"), "\nread: ");
    assert.equal(textOf("s/gone.md"), FILES["s/gone.md"]);
    const excluded = row("gone2023");
    assert.match((await noticesOf(() => run("markRead", excluded) as Promise<void>)).join(), /^gone2023 is excluded/);
    await saying("$(book) 3 of 4 sources read");
    await run("markUnread", row("unread2021"));
    assert.equal(textOf("s/unread.md"), FILES["s/unread.md"]);
    await answering(["begun2020"], async () => {
      await show(`${BELOW}/theory.md`);
      await run("markUnread");
    });
    assert.equal(textOf("s/begun.md"), BEGUN);
    await show(`${BELOW}/s/begun.md`);
    await vscode.commands.executeCommand("undo");
    await until(
      () => textOf("s/begun.md"),
      (text) => text.includes("read: "),
    );
  });

  it("appraises a source for a coder and for all, with a way back, and writes nothing on Escape", async () => {
    const before = textOf("s/unread.md");
    await choosing(["JA", "high", undefined], () => run("appraise", "unread2021"));
    assert.equal(textOf("s/unread.md"), before);
    const asked = await choosing(["JA", "low", "back", "high", "thin", "Not appraised", "Write It"], () =>
      run("appraise", "unread2021"),
    );
    assert.deepEqual(asked.slice(0, 3), [
      "Appraise unread2021 1/5: The Consensus, JA; ",
      "Appraise unread2021 2/5: low, moderate, high, $(dash) Not appraised; $(dash) Not appraised",
      "Appraise unread2021 3/5: thin, thick, rich, $(dash) Not appraised; $(dash) Not appraised",
    ]);
    assert.include(
      textOf("s/unread.md"),
      "status: awaiting\nappraisals:\n  JA: { relevance: high, richness: thin }\n---\n",
    );
    await answering(["two  sites, both small"], () =>
      choosing(["The Consensus", "moderate", "rich", "Not", "Why relevance is moderate", "Write It"], () =>
        run("appraise", row("unread2021")),
      ),
    );
    assert.include(textOf("s/unread.md"), "relevance: moderate — two sites, both small\nrichness: rich\nappraisals:");
    const again = await choosing(["The Consensus", "moderate", "rich", "Not", undefined], () =>
      run("appraise", "unread2021"),
    );
    assert.include(again[1], "; moderate");
    await show(`${BELOW}/s/begun.md`);
    const extract = api.trees.sources
      .getChildren(row("begun2020"))
      .find((one) => api.trees.sources.node(one)?.kind === "extract");
    await choosing(["high", "Not", "low", "Write It"], () => run("appraisePassage", extract));
    assert.match(textOf("s/begun.md"), /- relevance: high\n- rigour: low\n/);
  });

  it("offers to appraise where an appraisal is missing", async () => {
    const { document } = await show(`${BELOW}/s/without.md`);
    const actions = await until(
      async () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          "vscode.executeCodeActionProvider",
          document.uri,
          new vscode.Range(1, 12, 1, 12),
        ),
      (found) => found.some(({ title }) => title.startsWith("Appraise")),
    );
    const action = actions.find(({ title }) => title.startsWith("Appraise"));
    assert.deepEqual(
      [action?.title, action?.command?.command, action?.command?.arguments],
      ["Appraise without2022 …", "cmoc.appraise", ["without2022"]],
    );
  });

  it("shows what each source added in a panel without scripts, whose rows lead to sources", async () => {
    await show(`${BELOW}/theory.md`);
    await run("saturation");
    await until(
      () => vscode.window.tabGroups.activeTabGroup.activeTab?.label,
      (label) => label === "Saturation",
    );
    const review = open();
    const html = review ? pageOf(review) : "";
    assert.match(html, /default-src 'none'/);
    assert.notInclude(html, "<script");
    const [, link = ""] = /<th scope="row"><a href="command:cmoc\.saturation\?([^"]+)">begun2020<\/a>/.exec(html) ?? [];
    await run("saturation", ...JSON.parse(decodeURIComponent(link)));
    assert.equal(shownFile(), "begun.md");
  });
});
