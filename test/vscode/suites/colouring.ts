/** Colours in the text: each role's own colour and line, near what is seen; and names that are known or not as other files change. */
import { assert } from "chai";
import * as vscode from "vscode";
import { Decorations } from "../../../src/vscode/decorations.ts";
import { registerTokens } from "../../../src/vscode/language/tokens.ts";
import { replacing } from "../replacing.ts";
import {
  at,
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

const BELOW = "colouring";
const LABELS = ["Intervention", "Context", "Actor", "Mechanism", "Outcome", "Strategy"] as const;
const RECORD = `## CMOC CO1: All roles\n\n${LABELS.map((label) => `- ${label.charAt(0)}: words\n`).join("")}`;
const ROLES = `## CMOC CO2: In words\n\n- **Intervention:** a\n- **Actor:** b\n- **Strategy:** c\n`;
const LONG = `${"Words.\n\n".repeat(150)}${RECORD.replace("CO1", "CO3")}`;
const REFERRING = "## CMOC CO4: Refers\n\n- C: a\n- leads to: CO9\n";
/** As docs and package.json have them: a colour of its own for each role, and a line that tells it from the others without colour. */
const LOOKS: Readonly<Record<string, string>> = {
  "cmoc.context": "underline solid 1px",
  "cmoc.mechanism": "underline double 1px",
  "cmoc.outcome": "underline dotted 1px",
  "cmoc.intervention": "underline dashed 1px",
  "cmoc.actor": "underline solid 2px",
  "cmoc.strategy": "underline dotted 2px",
};

interface Contributed {
  readonly contributes: { readonly colors: readonly { readonly id: string }[] };
}
type Look = vscode.DecorationRenderOptions & { readonly key: string };
type Decorated = ReadonlyMap<string, readonly string[]>;

describe("the colours of the text", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  let decorations: Decorations;
  const looks: Look[] = [];

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": `cmoc: 1\nconfiguration: [${LABELS.map((label) => `{ letter: ${label.charAt(0)}, label: ${label} }`).join(", ")}]\n`,
      "r.md": `${RECORD}\n${ROLES}`,
      "long.md": LONG,
      "t.md": REFERRING,
      "other.md": "# Nothing yet\n",
    });
    await api.settled();
    const createTextEditorDecorationType = (options: vscode.DecorationRenderOptions) => {
      const key = (options.color as { readonly id: string }).id;
      looks.push({ ...options, key });
      return { key, dispose() {} };
    };
    await replacing(vscode.window, { createTextEditorDecorationType }, () => {
      decorations = new Decorations(api.reviews);
    });
  });

  afterEach(closeAll);

  after(async () => {
    decorations.dispose();
    await takeAway(api, BELOW);
  });

  /** The words that are coloured in an editor, by their colours, once something was done. */
  const coloured = async (
    editor: vscode.TextEditor,
    run: () => unknown,
    isSo: (found: Decorated) => boolean,
  ): Promise<Decorated> => {
    const found = new Map<string, readonly string[]>();
    const { document } = editor;
    const setDecorations = ({ key }: vscode.TextEditorDecorationType, ranges: readonly vscode.Range[]): void => {
      const words = ranges.map((range) => document.getText(range));
      if (key in LOOKS) found.set(key, words);
    };
    const seen = {
      document,
      setDecorations,
      get visibleRanges() {
        return editor.visibleRanges;
      },
    };
    await replacing(vscode.window, { visibleTextEditors: [seen] }, async () => {
      await run();
      await until(
        () => found,
        () => found.size === 6 && isSo(found),
        10_000,
      );
    });
    return found;
  };

  it("are a colour of its own for each role, and a line that is like no other's", () => {
    assert.deepEqual(Object.fromEntries(looks.map(({ key, textDecoration }) => [key, textDecoration])), LOOKS);
    assert.lengthOf(looks, 6);
    assert.equal(new Set(Object.values(LOOKS)).size, 6);
    for (const { fontWeight } of looks) assert.equal(fontWeight, "bold");
    const manifest = vscode.extensions.getExtension("cmoc.cmoc")?.packageJSON as Contributed;
    assert.includeMembers(
      manifest.contributes.colors.map(({ id }) => id),
      Object.keys(LOOKS),
    );
  });

  it("are given to the letters and words of every role", async () => {
    const editor = await show(`${BELOW}/r.md`);
    const found = await coloured(
      editor,
      () => type(editor.document, "\n"),
      () => true,
    );
    assert.deepEqual(Object.fromEntries(found), {
      "cmoc.context": ["C"],
      "cmoc.mechanism": ["M"],
      "cmoc.outcome": ["O"],
      "cmoc.intervention": ["I", "Intervention"],
      "cmoc.actor": ["A", "Actor"],
      "cmoc.strategy": ["S", "Strategy"],
    });
  });

  it("come with the lines that are scrolled to", async () => {
    const editor = await show(`${BELOW}/long.md`);
    const last = editor.document.lineCount - 1;
    await until(
      () => editor.visibleRanges[0]?.end.line ?? last,
      (line) => line < last - 40,
    );
    const none = (found: Decorated): boolean => [...found.values()].flat().length === 0;
    await coloured(editor, () => type(editor.document, "\n"), none);
    const scroll = (): void => editor.revealRange(new vscode.Range(last, 0, last, 0));
    const found = await coloured(editor, scroll, (each) => !none(each));
    assert.deepEqual(found.get("cmoc.strategy"), ["S"]);
  });

  it("tell a name that nothing bears from one that is known, as another file changes", async () => {
    let provider: vscode.DocumentSemanticTokensProvider | undefined;
    const none = { dispose() {} };
    const registering = {
      registerDocumentSemanticTokensProvider: (_: unknown, given: vscode.DocumentSemanticTokensProvider) => {
        provider = given;
        return none;
      },
      registerDocumentRangeSemanticTokensProvider: () => none,
    };
    const registered = await replacing(vscode.languages, registering, () => registerTokens(api.reviews));
    const document = await vscode.workspace.openTextDocument(at(`${BELOW}/t.md`));
    const { token } = new vscode.CancellationTokenSource();
    /** As VS Code holds them: asked for again when it is told that they are others. */
    let held = await provider?.provideDocumentSemanticTokens(document, token);
    const listening = provider?.onDidChangeSemanticTokens?.(async () => {
      held = await provider?.provideDocumentSemanticTokens(document, token);
    });
    const isUnknown = (): boolean => (held?.data.at(-1) ?? 0) > 0;
    assert.isTrue(isUnknown());
    await write(`${BELOW}/other.md`, "## CMOC CO9: Written\n\n- C: a\n");
    await until(isUnknown, (is) => !is);
    await write(`${BELOW}/other.md`, "# Nothing any more\n");
    await until(isUnknown, (is) => is);
    listening?.dispose();
    registered.dispose();
  });
});
