/** Titles of sources, which are decoded from the bibliography later than anything else: rows are told of again when they are there. */
import { assert } from "chai";
import * as vscode from "vscode";
import { reviewToCheck } from "../../../src/core/check.ts";
import { ALL_RULES } from "../../../src/core/rules/index.ts";
import { type Decode, References } from "../../../src/vscode/reviews/references.ts";
import { quietLog } from "../replacing.ts";
import { at, closeAll, extension, LIMIT_MS, makeReview, saveByHand, takeAway, until, write } from "../workspace.ts";

const BELOW = "late";
const entry = (key: string, title: string): string =>
  `@article{${key},\n  title = {${title}},\n  author = {Okafor, Ada},\n  year = {2014}\n}\n\n`;
const SOURCE = "---\ncitekey: okafor2014\nstatus: included\n---\n";

describe("a title that comes late", function () {
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

  it("is shown without anything else that changes", async () => {
    const { sources } = api.trees;
    // Nobody else asks for rows.
    await vscode.commands.executeCommand("workbench.view.search");
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\nbibliography: references.bib\n",
      "references.bib": entry("okafor2014", "Working together"),
      "s.md": SOURCE,
    });
    await api.settled();
    await new Promise((done) => setTimeout(done, 300));
    /** As VS Code holds them: asked for again when it is told that they are others. */
    let held = "";
    const ask = (): void => {
      const own = sources.getChildren().find(({ open }) => open.root.path === at(BELOW).path);
      held = own
        ? sources
            .getChildren(own)
            .map((row) => sources.getTreeItem(row).label)
            .join("\n")
        : "";
    };
    const listening = sources.onDidChangeTreeData(ask);
    ask();
    assert.equal(held, "okafor2014");
    await until(
      () => held,
      (labels) => labels === "okafor2014  Working together",
      10_000,
    );
    await write(`${BELOW}/references.bib`, entry("okafor2014", "Working apart"));
    await until(
      () => held,
      (labels) => labels === "okafor2014  Working apart",
      10_000,
    );
    listening.dispose();
  });

  it("is told of once all that were asked for are there, and not where nothing is other", async () => {
    const review = reviewToCheck(ALL_RULES);
    const set = (uri: string, text: string): void => void review.set({ uri, version: 0, text });
    set("review.yaml", "cmoc: 1\nbibliography: r.bib\n");
    set("r.bib", entry("one2020", "One") + entry("two2021", "Two"));
    let loaded = 0;
    const decode = ((text, _, { key }) => ({
      key,
      title: new RegExp(`${key},\\s*title = \\{(.*?)\\}`).exec(text)?.[1] ?? "",
    })) as Decode;
    const load = async () => {
      loaded++;
      return decode;
    };
    const references = new References(review, load, quietLog() as unknown as vscode.LogOutputChannel);
    let told = 0;
    references.onDidDecode(() => told++);
    assert.isUndefined(references.known("one2020"));
    await references.all();
    assert.deepEqual(
      ["one2020", "two2021"].map((key) => references.known(key)?.title),
      ["One", "Two"],
    );
    assert.deepEqual([told, loaded], [1, 1]);
    set("a.md", SOURCE);
    await references.all();
    assert.equal(told, 1);
    set("r.bib", entry("one2020", "One") + entry("three2022", "Three"));
    assert.isUndefined(references.known("three2022"));
    await references.all();
    assert.equal(references.known("three2022")?.title, "Three");
    assert.deepEqual([told, loaded], [2, 2]);
    // Its key is the same, and so is where it stands.
    set("r.bib", entry("one2020", "Six") + entry("three2022", "Three"));
    assert.equal(references.known("one2020")?.title, "One");
    await references.all();
    assert.equal(references.known("one2020")?.title, "Six");
    assert.equal(told, 3);
    references.dispose();
  });
});
