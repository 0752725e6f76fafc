/** Every kind of quick fix, offered by VS Code for a problem that it shows, chosen, and taken back by one undo. */
import { assert } from "chai";
import * as vscode from "vscode";
import { type Answer, answering, cancelling } from "../answering.ts";
import {
  at,
  choose,
  closeAll,
  extension,
  LIMIT_MS,
  makeReview,
  noticesOf,
  remove,
  saveByHand,
  show,
  takeAway,
  until,
  write,
} from "../workspace.ts";

const BELOW = "fixing";
const THEORY = `# Theory

## CMOC FA1: One

- status: supported
- **C:** a place
- **M:** trust
- **O:** peace

## CMOC FA2: Two

- **C:** a town
- **M:** habit
- **O:** calm
`;
const CODEBOOK = "# Codebook\n\n## Code meeting: Meeting again\n\n- role: C\n- definition: they meet\n";
const source = (key: string, fields: string): string =>
  `---\ncitekey: ${key}\n---\n\n## Extract e1\n\n> They met “again”.\n\n- at: p. 1\n${fields}`;

interface Case {
  readonly name: string;
  readonly rule: string;
  /** What the problem says, where the rule finds several there. */
  readonly says?: string;
  /** The file that has the problem, and its text. */
  readonly path: string;
  readonly before: string;
  readonly title: string;
  readonly answers?: readonly Answer[];
  /** The file that is changed, if it is another, and what it had instead of what it has then. */
  readonly changed?: string;
  readonly instead: readonly [was: string, is: string];
}

const CASES: readonly Case[] = [
  {
    name: "writes the record that is missing",
    rule: "ref/unknown",
    path: "x1.md",
    before: "## CMOC XY1\n\n- **C:** x\n- leads to: FA7\n",
    title: "Write FA7 after FA2 in t.md",
    changed: "t.md",
    instead: ["- **O:** calm\n", "- **O:** calm\n\n## CMOC FA7\n\n- **C:**\n- **M:**\n- **O:**\n"],
  },
  {
    name: "picks the near name",
    rule: "ref/unknown",
    path: "x2.md",
    before: "## CMOC XY1\n\n- **C:** x\n- leads to: FA-1\n",
    title: "Use FA1",
    instead: ["leads to: FA-1", "leads to: FA1"],
  },
  {
    name: "picks the near key of a source",
    rule: "source/unknown-key",
    path: "x3.md",
    before: "## CMOC XY1\n\n- **C:** x\n- supports: @aplha2020#e1\n",
    title: "Use @alpha2020",
    instead: ["@aplha2020#e1", "@alpha2020#e1"],
  },
  {
    name: "parks the extract with the reason that is given",
    rule: "extract/unlinked",
    path: "x4.md",
    before: source("xi2021", ""),
    title: "Park it with a reason …",
    answers: ["for the discussion"],
    instead: ["- at: p. 1\n", "- at: p. 1\n- parked: for the discussion\n"],
  },
  {
    name: "links the extract to the configuration that is chosen",
    rule: "extract/unlinked",
    path: "x5.md",
    before: source("xi2021", ""),
    title: "Link it to a configuration that it supports …",
    answers: ["FA2", ["M"]],
    instead: ["- at: p. 1\n", "- at: p. 1\n- supports: FA2 (M)\n"],
  },
  {
    name: "adds the code to the codebook",
    rule: "code/unknown",
    path: "x6.md",
    before: source("xi2021", "- O staying: “again”\n- supports: FA1\n"),
    title: "Add staying to the codebook",
    changed: "codebook.md",
    instead: ["they meet\n", "they meet\n\n## Code staying\n\n- role: O\n- definition:\n"],
  },
  {
    name: "renumbers a duplicate id",
    rule: "id/duplicate",
    path: "x7.md",
    before: "## CMOC XY1: One\n\n- **C:** x\n\n## CMOC XY1: Two\n\n- **C:** y\n",
    title: "Give the later one the id XY2",
    instead: ["CMOC XY1: Two", "CMOC XY2: Two"],
  },
  {
    name: "adds the slot that is missing",
    rule: "cmoc/empty-slot",
    path: "x8.md",
    before: "## CMOC XY1: One\n\n- status: supported\n- **C:** x\n- **M:** y\n",
    title: "Add “Outcome”",
    instead: ["- **M:** y\n", "- **M:** y\n- **O:**\n"],
  },
  {
    name: "adds the other one of two slots that are missing",
    rule: "cmoc/empty-slot",
    says: "no outcome",
    path: "x13.md",
    before: "## CMOC XY1: One\n\n- status: supported\n- **C:** x\n",
    title: "Add “Outcome”",
    instead: ["- **C:** x\n", "- **C:** x\n- **O:**\n"],
  },
  {
    name: "fills the slot with the words that are given",
    rule: "cmoc/empty-slot",
    path: "x9.md",
    before: "## CMOC XY1: One\n\n- status: supported\n- **C:** x\n- **M:**\n- **O:** z\n",
    title: "Fill in the mechanism …",
    answers: ["they\ntrust"],
    instead: ["- **M:**\n", "- **M:** they trust\n"],
  },
  {
    name: "gives a label its near spelling",
    rule: "field/unknown",
    path: "x10.md",
    before: "## CMOC XY1: One\n\n- statsu: supported\n- **C:** x\n",
    title: "Use “status”",
    instead: ["statsu", "status"],
  },
  {
    name: "gives a value its near spelling",
    rule: "field/value",
    path: "x11.md",
    before: "## CMOC XY1: One\n\n- status: suported\n- **C:** x\n",
    title: "Use “supported”",
    instead: ["suported", "supported"],
  },
  {
    name: "keeps line ends as they are",
    rule: "field/value",
    path: "x12.md",
    before: "## CMOC XY1: One\r\n\r\n- status: suported\r\n- **C:** x\r\n",
    title: "Use “supported”",
    instead: ["suported", "supported"],
  },
  {
    name: "gives a key of the manifest its near spelling",
    rule: "yaml/key",
    path: "review.yaml",
    before: "cmoc: 1\ntitel: Fixing\n",
    title: "Use “title”",
    instead: ["titel", "title"],
  },
];

describe("a quick fix", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  let written: string | undefined;
  const ruleOf = ({ code }: vscode.Diagnostic): string => String((code as { readonly value: string }).value);
  const text = async (path: string): Promise<string> =>
    (await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`))).getText();

  /** Writes a file, shows it, and waits until a problem of the rule is shown there. */
  const problemIn = async (path: string, before: string, rule: string, says = ""): Promise<vscode.Diagnostic> => {
    await write(`${BELOW}/${path}`, before);
    written = path;
    const { document } = await show(`${BELOW}/${path}`);
    assert.equal(document.getText(), before);
    await api.settled();
    const all = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(document.uri);
    const found = await until(
      () => all().find((each) => ruleOf(each) === rule && each.message.includes(says)),
      (each) => each !== undefined,
    );
    return found as vscode.Diagnostic;
  };

  const offered = (path: string, { range }: vscode.Diagnostic): Thenable<readonly vscode.CodeAction[]> =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      at(`${BELOW}/${path}`),
      range,
      vscode.CodeActionKind.QuickFix.value,
      50,
    );

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\ntitle: Fixing\n",
      "t.md": THEORY,
      "codebook.md": CODEBOOK,
      "a.md": source("alpha2020", "- supports: FA1, FA2\n"),
    });
    await api.settled();
  });

  afterEach(async () => {
    await closeAll();
    if (written?.startsWith("x")) await remove(`${BELOW}/${written}`);
  });

  after(() => takeAway(api, BELOW));

  for (const { name, rule, says, path, before, title, answers, changed, instead } of CASES)
    it(`${name}, and one undo takes it back`, async () => {
      const problem = await problemIn(path, before, rule, says);
      const actions = await offered(path, problem);
      const action = actions.find((each) => each.title === title);
      assert.isDefined(action, `offered: ${actions.map((each) => each.title).join("; ")}`);
      if (!action) return;
      const place = changed ?? path;
      const was = await text(place);
      const wanted = was.replace(instead[0], instead[1]);
      assert.notEqual(wanted, was);
      const told = await noticesOf(async () => {
        if (answers) {
          const texts = async () => [await text(path), await text(place)];
          await cancelling(answers, () => choose(action), texts);
          await answering(answers, () => choose(action));
        } else await choose(action);
      });
      assert.deepEqual(told, []);
      assert.equal(await text(place), wanted);
      if (changed !== undefined) {
        assert.equal(await text(path), before);
        assert.isFalse((await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`))).isDirty);
      }
      await api.settled();
      const left = vscode.languages.getDiagnostics(at(`${BELOW}/${path}`)).filter((each) => ruleOf(each) === rule);
      assert.notDeepInclude(left, problem);
      // Where it was chosen, though it may have been written elsewhere.
      await show(`${BELOW}/${path}`);
      await vscode.commands.executeCommand("undo");
      assert.equal(await text(place), was);
      if (changed !== undefined) assert.equal(await text(path), before);
    });
});
