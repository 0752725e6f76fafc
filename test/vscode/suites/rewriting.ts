/** Records written otherwise, and all problems of a rule mended: over one file or several, taken back by one undo. */
import { assert } from "chai";
import * as vscode from "vscode";
import {
  at,
  choose,
  closeAll,
  extension,
  LIMIT_MS,
  makeReview,
  noticesOf,
  right,
  saveByHand,
  show,
  shown,
  takeAway,
  until,
  write,
} from "../workspace.ts";

const BELOW = "rewriting";
const FIELDS = `## CMOC RA1: One

- status: candidate
- **C:** partners meet
- **M:** trust grows
- **O:** plans are settled
- supports: @alpha2020#e1 (O)

Prose.
`;
const SENTENCE = `## CMOC RA1: One

When partners meet (C), trust grows (M), so that plans are settled (O).

- status: candidate
- supports: @alpha2020#e1 (O)

Prose.
`;
const TABLE = `## CMOC RA1: One

| Context | Mechanism | Outcome |
| ------- | --------- | ------- |
| partners meet | trust grows | plans are settled |

- status: candidate
- supports: @alpha2020#e1 (O)

Prose.
`;
const ROWS = `# Tables

| ID | Context | Mechanism | Outcome |
| -- | ------- | --------- | ------- |
| RB1 | a place | trust | peace |
| RB2 | a town | habit | calm |
`;
const ROW_TAKEN = `# Tables

| ID | Context | Mechanism | Outcome |
| -- | ------- | --------- | ------- |
| RB2 | a town | habit | calm |

## CMOC RB1

- **C:** a place
- **M:** trust
- **O:** peace
`;

interface Case {
  readonly title: string;
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** What leads back to the text before, where something does. */
  readonly back?: string;
}

const CASES: readonly Case[] = [
  {
    title: "Write it as a sentence",
    words: "CMOC RA1",
    before: FIELDS,
    after: SENTENCE,
    back: "Write the sentence as fields",
  },
  { title: "Write it as a table", words: "CMOC RA1", before: FIELDS, after: TABLE, back: "Write the table as fields" },
  { title: "Write the row as a record with fields", words: "RB1", before: ROWS, after: ROW_TAKEN },
];

const source = (key: string, code: string): string =>
  `---\ncitekey: ${key}\n---\n\n## Extract e1\n\n> They met “again”.\n\n- at: p. 1\n- C ${code}: “again”\n- supports: RA1\n`;
const wrong = (id: string): string => `## CMOC ${id}: One\n\n- statsu: candidate\n- **C:** x\n`;

describe("a rewriting", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;

  const actionsAt = (document: vscode.TextDocument, words: string, kind: vscode.CodeActionKind) => {
    const place = document.positionAt(document.getText().indexOf(words));
    return vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(place, place),
      kind.value,
      50,
    );
  };

  const carryOut = async (document: vscode.TextDocument, words: string, title: string): Promise<void> => {
    await right(api);
    const actions = await actionsAt(document, words, vscode.CodeActionKind.RefactorRewrite);
    const action = actions.find((each) => each.title === title);
    assert.isDefined(action, `offered: ${actions.map((each) => each.title).join("; ")}`);
    await choose(action as vscode.CodeAction);
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\n",
      "a.md": source("alpha2020", "meeting"),
      "codebook.md": "# Codebook\n\n## Code meeting: Meeting again\n\n- role: C\n- definition: they meet\n",
    });
    await api.settled();
  });

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  for (const [index, { title, words, before, after, back }] of CASES.entries())
    it(`does what “${title}” says, and back, each by one edit that one undo takes back`, async () => {
      await write(`${BELOW}/x${index}.md`, before);
      const { document } = await show(`${BELOW}/x${index}.md`);
      await carryOut(document, words, title);
      assert.equal(document.getText(), after);
      if (back !== undefined) {
        await carryOut(document, words, back);
        assert.equal(document.getText(), before);
        await vscode.commands.executeCommand("undo");
        assert.equal(document.getText(), after);
      }
      await vscode.commands.executeCommand("undo");
      assert.equal(document.getText(), before);
      await closeAll();
      await vscode.workspace.fs.delete(document.uri);
    });

  /** Chooses what mends all problems of a rule, at the one that stands at some words of the first file; the texts of files before and after. */
  const mendAll = async (wrong: readonly string[], words: string, rule: string, title: string, paths = wrong) => {
    for (const path of wrong)
      await until(
        () => shown(`${BELOW}/${path}`),
        (rules) => rules.includes(rule),
      );
    const { document } = await show(`${BELOW}/${wrong[0]}`);
    const texts = async (): Promise<readonly string[]> => {
      const all = paths.map((each) => vscode.workspace.openTextDocument(at(`${BELOW}/${each}`)));
      return (await Promise.all(all)).map((each) => each.getText());
    };
    const before = await texts();
    const actions = await actionsAt(document, words, vscode.CodeActionKind.QuickFix);
    const action = actions.find((each) => each.title === title);
    assert.isDefined(action, `offered: ${actions.map((each) => each.title).join("; ")}`);
    const told = await noticesOf(async () => {
      await choose(action as vscode.CodeAction);
    });
    assert.deepEqual(told, []);
    return { before, after: await texts(), texts };
  };

  it("of all problems of a rule mends them in every file, and one undo takes that back", async () => {
    const paths = ["p1.md", "p2.md", "p3.md"];
    for (const [index, path] of paths.entries()) await write(`${BELOW}/${path}`, wrong(`RP${index}`));
    const found = await mendAll(paths, "statsu", "field/unknown", "Use the near label everywhere");
    assert.deepEqual(
      found.after,
      found.before.map((text) => text.replace("statsu", "status")),
    );
    await vscode.commands.executeCommand("undo");
    assert.deepEqual(await found.texts(), found.before);
  });

  it("of all unknown codes adds them to the codebook, by one edit that one undo takes back", async () => {
    await write(`${BELOW}/b.md`, source("beta2021", "staying"));
    await write(`${BELOW}/c.md`, source("gamma2022", "leaving"));
    const found = await mendAll(["b.md", "c.md"], "staying", "code/unknown", "Add all unknown codes to the codebook", [
      "codebook.md",
    ]);
    const added = ["staying", "leaving"].map((code) => `\n## Code ${code}\n\n- role: C\n- definition:\n`).join("");
    assert.deepEqual(found.after, [`${found.before[0]}${added}`]);
    await show(`${BELOW}/codebook.md`);
    await vscode.commands.executeCommand("undo");
    assert.deepEqual(await found.texts(), found.before);
  });
});
