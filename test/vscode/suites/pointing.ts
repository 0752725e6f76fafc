/** What is told under the pointer where it is more than a record's card. */
import { assert } from "chai";
import * as vscode from "vscode";
import { at, closeAll, extension, LIMIT_MS, makeReview, saveByHand, takeAway } from "../workspace.ts";

const BELOW = "pointing";
const cmoc = (id: string, title: string, more = ""): string =>
  `## CMOC ${id}: ${title}\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n${more}\n`;
const TEXTS = {
  "review.yaml": "cmoc: 1\ntitle: Pointing\nchecks:\n  extract/unlinked: hint\n",
  "t.md": [
    cmoc("PO1", "Once"),
    cmoc("PO2", "Twice here"),
    cmoc("PO2", "Twice there"),
    ...["first", "second", "third"].map((word) => cmoc("PO3", `The ${word} of three`)),
    cmoc("PO4", "Of others", "- leads to: PO1, PO2\n- moderates: PO3\n"),
  ].join(""),
} as const;

describe("the pointer", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  /** What is told at the last of some words: a text for each thing that is said. */
  const told = async (path: keyof typeof TEXTS, words: string): Promise<readonly string[]> => {
    const document = await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`));
    const offset = document.getText().indexOf(words);
    assert.isAtLeast(offset, 0, words);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      document.positionAt(offset + words.length - 1),
    );
    const all = hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value));
    return all.map((markdown) => markdown.replace(/\\(?=[^\w\s])/g, ""));
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, TEXTS);
    await api.settled();
  });

  after(async () => {
    await closeAll();
    await takeAway(api, BELOW);
  });

  it("on an id that one record bears tells its card alone", async () => {
    const words = await told("t.md", "leads to: PO1");
    assert.lengthOf(words, 1);
    assert.include(words[0], "Once");
  });

  it("on an id that several bear tells the card of the first, and how many others there are", async () => {
    const [card, more, ...rest] = await told("t.md", "leads to: PO1, PO2");
    assert.include(card, "Twice here");
    assert.equal(more, "Another record bears the same id.");
    assert.deepEqual(rest, []);
    const [first, others] = await told("t.md", "moderates: PO3");
    assert.include(first, "The first of three");
    assert.equal(others, "2 other records bear the same id.");
  });

  it("in the manifest tells what its keys mean, and why a rule that it names exists", async () => {
    const title = await told("review.yaml", "title");
    assert.lengthOf(title, 1);
    assert.match(title[0] ?? "", /^\*\*title\*\*\n\n\S/);
    const rule = await told("review.yaml", "extract/unlinked");
    assert.lengthOf(rule, 1);
    assert.include(rule[0], "extract/unlinked");
  });
});
