/** What is offered while somebody writes, and how it is handed over: what each thing is, what comes after it, and whether that was all. */
import { assert } from "chai";
import * as vscode from "vscode";
import { at, closeAll, extension, LIMIT_MS, makeReview, saveByHand, show, takeAway, type } from "../workspace.ts";

const BELOW = "offering";
const MANY = 170;
const numbered = (index: number): string =>
  `## CMOC OF${index}: Number ${index} of many\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n`;
const TEXTS = {
  "review.yaml": "cmoc: 1\nconf\n",
  "bare/review.yaml": "cmoc: 1\n",
  "bare/t.md":
    "## CMOC OB1: The first\n\n- **C:** a place\n- **M:** trust grows\n- sta\n\n## CMOC OB2: The second\n\n- leads to: \n",
  "t.md": `${Array.from({ length: MANY }, (_, index) => numbered(index)).join("\n")}\n## CMOC OZ1: Last\n\n- leads to: \n`,
} as const;

describe("what is offered", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  /** The list after some words of a file; with `looked`, as if somebody looked at so many of its items. */
  const offered = async (path: keyof typeof TEXTS, words: string, looked = 0): Promise<vscode.CompletionList> => {
    const document = await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`));
    const offset = document.getText().lastIndexOf(words);
    assert.isAtLeast(offset, 0, words);
    return vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      document.positionAt(offset + words.length),
      undefined,
      looked,
    );
  };
  const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === "string" ? label : label.label);
  const among = ({ items }: vscode.CompletionList, label: string): vscode.CompletionItem => {
    const found = items.find((item) => labelOf(item) === label);
    assert.isDefined(found, `${label} is among ${items.slice(0, 20).map(labelOf).join(", ")}`);
    return found as vscode.CompletionItem;
  };
  const told = ({ documentation }: vscode.CompletionItem): string =>
    typeof documentation === "string" ? documentation : (documentation?.value ?? "");

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, TEXTS);
    await api.settled();
  });

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  it("is explained when it is looked at: a record by its card, a word by what it means", async () => {
    const records = await offered("bare/t.md", "leads to: ", 50);
    assert.match(told(among(records, "OB1")), /The first[\s\S]*trust grows/);
    const labels = await offered("bare/t.md", "- sta", 50);
    assert.match(told(among(labels, "status")), /\w+ \w+/);
    const unseen = await offered("bare/t.md", "leads to: ");
    assert.equal(told(among(unseen, "OB1")), "");
  });

  it("says beside an id what the record is called", async () => {
    const { label } = among(await offered("bare/t.md", "leads to: "), "OB1");
    assert.deepEqual(label, { label: "OB1", description: "The first" });
  });

  it("is asked for again as more is written while there is more than is shown, and not where that is all", async () => {
    const many = await offered("t.md", "leads to: ");
    assert.isTrue(many.isIncomplete);
    assert.isBelow(many.items.filter((item) => labelOf(item).startsWith("OF")).length, MANY);
    assert.notInclude(many.items.map(labelOf), "OZ1");
    const { document } = await show(`${BELOW}/t.md`);
    await type(document, "leads to: OF169", "leads to: ");
    const narrowed = await offered("t.md", "leads to: OF169");
    assert.include(narrowed.items.map(labelOf), "OF169");
    const few = await offered("bare/t.md", "leads to: ");
    assert.isNotTrue(few.isIncomplete);
  });

  it("leads on to what comes after a label, and from a record to nothing", async () => {
    const { command } = among(await offered("bare/t.md", "- sta"), "status");
    assert.equal(command?.command, "editor.action.triggerSuggest");
    assert.isUndefined(among(await offered("bare/t.md", "leads to: "), "OB1").command);
  });

  it("in the manifest is its keys", async () => {
    const list = await offered("review.yaml", "conf", 50);
    const key = among(list, "configuration");
    assert.notEqual(told(key), "");
    assert.equal(key.command?.command, "editor.action.triggerSuggest");
  });
});
