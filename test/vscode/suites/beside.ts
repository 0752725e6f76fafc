/** Lenses over records, titles beside ids, and help in `review.yaml`. */
import { assert } from "chai";
import * as vscode from "vscode";
import {
  at,
  closeAll,
  closeUnsaved,
  extension,
  LIMIT_MS,
  makeReview,
  show,
  takeAway,
  type,
  until,
} from "../workspace.ts";

const BELOW = "beside";
const THEORY = `## CMOC BS1: Being asked builds trust

- **C:** a place
- **M:** trust
- **O:** peace
- leads to: BS2

## CMOC BS2: Trust brings people back

- **C:** peace

## Theory BT1: Trust

- configurations: BS1–BS2
`;
const SOURCE = `---\ncitekey: bs2014\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n- supports: BS1\n\n## Extract e2\n\n> They parted.\n`;

describe("what stands beside a text", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  let theory: vscode.TextDocument;
  let source: vscode.TextDocument;

  const lensesOf = async ({ uri }: vscode.TextDocument): Promise<readonly vscode.CodeLens[]> =>
    (await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri, 100)) ?? [];
  const saidIn = async (document: vscode.TextDocument): Promise<readonly string[]> =>
    (await lensesOf(document)).map(({ range, command }) => `${range.start.line} ${command?.title}`);
  const hintsIn = async (document: vscode.TextDocument): Promise<readonly string[]> => {
    const range = new vscode.Range(0, 0, document.lineCount, 0);
    const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      "vscode.executeInlayHintProvider",
      document.uri,
      range,
    );
    return (found ?? []).map(({ position, label }) => {
      const words = typeof label === "string" ? label : label.map(({ value }) => value).join("");
      return `${position.line}:${position.character} ${words}`;
    });
  };

  before(async () => {
    api = await extension();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\n",
      "theory.md": THEORY,
      "bs.md": SOURCE,
      "empty/review.yaml": "",
      "empty/library/own.bib": "@misc{own2001,\n}\n",
    });
    theory = (await show(`${BELOW}/theory.md`)).document;
    source = await vscode.workspace.openTextDocument(at(`${BELOW}/bs.md`));
    await api.settled();
  });

  it("is what an empty review.yaml may hold, and the files that it may name", async () => {
    const manifest = (await show(`${BELOW}/empty/review.yaml`)).document;
    await api.settled();
    const offered = async (): Promise<readonly string[]> => {
      const end = manifest.positionAt(manifest.getText().length);
      const found = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        manifest.uri,
        end,
      );
      return found.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    };
    assert.includeMembers([...(await offered())], ["title", "configuration", "bibliography", "checks"]);
    await type(manifest, "bibliography: ");
    assert.includeMembers([...(await offered())], ["library/own.bib"]);
    await type(manifest, "library/own.bib\nexclude: [");
    assert.includeMembers([...(await offered())], ["library/**"]);
    await type(manifest, "library/**]\n");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      manifest.uri,
      new vscode.Position(1, 3),
    );
    const words = hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value));
    assert.match(words.join(" "), /as globs/);
    await closeUnsaved();
  });

  after(async () => {
    await closeAll();
    await takeAway(api, BELOW);
  });

  it("is the evidence, what an extract bears on, and what a theory holds", async () => {
    assert.deepEqual(await saidIn(theory), ["0 1 supports · 1 source", "7 no evidence yet", "11 2 configurations"]);
    assert.deepEqual(await saidIn(source), ["0 2 extracts, 1 unlinked", "4 bears on BS1", "11 bears on nothing"]);
  });

  it("leads to the passage", async () => {
    const [first] = await lensesOf(theory);
    const { command = "", arguments: given = [] } = first?.command ?? {};
    await vscode.commands.executeCommand(command, ...given);
    await until(
      () => vscode.window.activeTextEditor,
      (editor) => editor?.document.uri.path === source.uri.path && editor.selection.start.line === 4,
    );
  });

  it("leads to all of several places at once", async () => {
    const lens = (await lensesOf(theory)).find(({ command }) => command?.title === "2 configurations");
    const { command = "", arguments: given = [] } = lens?.command ?? {};
    await show(`${BELOW}/bs.md`);
    const { length } = vscode.window.visibleTextEditors;
    await vscode.commands.executeCommand(command, ...given);
    await until(
      () => vscode.window.visibleTextEditors,
      (editors) => editors.length > length,
      10_000,
    );
    await closeAll();
  });

  it("is a title beside an id that leads to the record", async () => {
    const range = new vscode.Range(0, 0, theory.lineCount, 0);
    const { hints } = api.providers;
    const { token } = new vscode.CancellationTokenSource();
    const [hint] = (await hints.provideInlayHints(theory, range, token)) ?? [];
    const resolved = hint && (await hints.resolveInlayHint?.(hint, token));
    const [part] = (resolved?.label ?? []) as readonly vscode.InlayHintLabelPart[];
    assert.equal(part?.location?.uri.path, theory.uri.path);
    assert.equal(part?.location?.range.start.line, 7);
    // The card that stands at the place is shown once.
    assert.isUndefined(part?.tooltip);
  });

  it("is a title beside an id, and neither where that is switched off", async () => {
    assert.deepEqual(await hintsIn(theory), ["5:15 Trust brings people back"]);
    const settings = vscode.workspace.getConfiguration("cmoc");
    const set = (value: false | undefined) =>
      Promise.all(
        ["titleHints", "lenses"].map((name) => settings.update(name, value, vscode.ConfigurationTarget.Global)),
      );
    try {
      await set(false);
      assert.deepEqual(await hintsIn(theory), []);
      assert.deepEqual(await saidIn(theory), []);
    } finally {
      await set(undefined);
    }
  });
});
