/** Quick fixes that make a file, or leave something out of the review; and which of several VS Code takes when it is asked to fix by itself. */
import { assert } from "chai";
import * as vscode from "vscode";
import {
  at,
  closeAll,
  choose as done,
  extension,
  LIMIT_MS,
  makeReview,
  noticesOf,
  remove,
  saveByHand,
  show,
  shown,
  takeAway,
  until,
  write,
} from "../workspace.ts";

const BELOW = "leaving";
const THEORY = "## CMOC LV1: One\n\n- status: supported\n- **C:** a place\n- **M:** trust\n- **O:** peace\n";
const TABLE =
  "# Overview\n\n| ID | Context | Mechanism | Outcome |\n| -- | ------- | --------- | ------- |\n| LV1 | a place | trust | calm |\n";
const SOURCE =
  "---\ncitekey: alpha2020\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n- supports: LV1\n\n## Extract e2\n\n> They left.\n\n- at: p. 2\n";
const HEADING = "# Notes\n\n## CMOC about 4\n\nWords on what four of them said.\n";
const CITING = "## CMOC LV2: Two\n\n- **C:** a place\n- supports: @omega2022#e3\n";
const OFF = "<!-- cmoc: off -->\n";

describe("a quick fix of another kind", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const text = async (path: string): Promise<string> =>
    (await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`))).getText();
  const ruleOf = ({ code }: vscode.Diagnostic): string => String((code as { readonly value: string }).value);

  /** What is offered for the first problem of a rule in a file. */
  const offered = async (path: string, rule: string): Promise<readonly vscode.CodeAction[]> => {
    await show(`${BELOW}/${path}`);
    await api.settled();
    const uri = at(`${BELOW}/${path}`);
    const problem = await until(
      () => vscode.languages.getDiagnostics(uri).find((each) => ruleOf(each) === rule),
      (found) => found !== undefined,
    );
    const kind = vscode.CodeActionKind.QuickFix.value;
    return vscode.commands.executeCommand("vscode.executeCodeActionProvider", uri, problem?.range, kind, 50);
  };
  const choose = async (path: string, rule: string, title: string): Promise<void> => {
    const actions = await offered(path, rule);
    const action = actions.find((each) => each.title === title);
    assert.isDefined(action, `offered: ${actions.map((each) => each.title).join("; ")}`);
    const told = await noticesOf(async () => {
      await done(action as vscode.CodeAction);
    });
    assert.deepEqual(told, []);
    await api.settled();
  };
  const isGone = (path: string, rule: string) =>
    until(
      () => shown(`${BELOW}/${path}`),
      (rules) => !rules.includes(rule),
    );

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\n",
      "theory/t.md": THEORY,
      "theory/table.md": TABLE,
      "theory/heading.md": HEADING,
      "sources/a.md": SOURCE,
    });
    await api.settled();
  });

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  it("writes a file for a source that is cited, beside those of other sources", async () => {
    await write(`${BELOW}/theory/citing.md`, CITING);
    await choose("theory/citing.md", "source/unknown-key", "Write a file for @omega2022");
    assert.match(await text("sources/omega2022.md"), /^---\ncitekey: omega2022\n---\n\n## Extract e3\n\n- at:/);
    assert.equal(await text("theory/citing.md"), CITING);
    await isGone("theory/citing.md", "source/unknown-key");
    const source = () => api.reviews.of(at(`${BELOW}/review.yaml`))?.review.source("omega2022")?.uri;
    assert.equal(source(), "sources/omega2022.md");
    // Where it was chosen one undo takes the file away again.
    await show(`${BELOW}/theory/citing.md`);
    await vscode.commands.executeCommand("undo");
    await until(source, (uri) => uri === undefined);
    assert.equal(await text("theory/citing.md"), CITING);
    await closeAll();
    await remove(`${BELOW}/theory/citing.md`);
  });

  const LEFT = [
    ["leaves out the table of a row that restates a record", "theory/t.md", "cmoc/restated", "Leave the table out"],
    ["leaves a heading ordinary text", "theory/heading.md", "id/form", "Leave it ordinary text"],
  ] as const;
  for (const [name, path, rule, title] of LEFT)
    it(`${name}, and one undo takes it back`, async () => {
      const changed = rule === "cmoc/restated" ? "theory/table.md" : path;
      const before = await text(changed);
      await choose(path, rule, title);
      assert.equal(await text(changed), before.replace(/\n(?=\|)|\n(?=## )/, `\n${OFF}`));
      await isGone(path, rule);
      await show(`${BELOW}/${changed}`);
      await vscode.commands.executeCommand("undo");
      assert.equal(await text(changed), before);
      await api.settled();
      assert.include(shown(`${BELOW}/${path}`), rule);
    });

  it("is taken without a choice where it is the likeliest and asks nothing, one of several alone", async () => {
    const preferred = (actions: readonly vscode.CodeAction[]): readonly string[] =>
      actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title);
    const restated = await offered("theory/t.md", "cmoc/restated");
    assert.deepEqual(preferred(restated), ["Give the row the record’s words"]);
    assert.isAbove(restated.length, 1);
    const asking = await offered("sources/a.md", "extract/unlinked");
    assert.isTrue(asking.some(({ title }) => title.endsWith("…")));
    assert.deepEqual(preferred(asking), []);
  });
});
