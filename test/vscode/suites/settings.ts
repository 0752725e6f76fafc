/** The extension's settings, on and off. */
import { assert } from "chai";
import * as vscode from "vscode";
import { at, closeAll, extension, LIMIT_MS, makeReview, saveByHand, show, takeAway, until } from "../workspace.ts";

const BELOW = "settings";
const cmoc = (id: string): string => `## CMOC ${id}: A title\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n\n`;
const TEXT = cmoc("SE1") + cmoc("SE2") + cmoc("SE3");
const LONG = Array.from({ length: 30 }, (_, index) => cmoc(`SL${index}`)).join("");
/** Longer than the cursor has to rest for its record to be shown. */
const REST_MS = 700;

describe("the setting", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const set = (name: string, value: boolean | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration("cmoc").update(name, value, vscode.ConfigurationTarget.Global);

  const view = () => api.trees.viewOf(api.trees.configurations);
  const seen = async (): Promise<void> => {
    await vscode.commands.executeCommand("cmoc.configurations.focus");
    await until(
      () => view()?.visible,
      (isVisible) => isVisible === true,
    );
  };
  /** The id of the row that is selected. */
  const selected = (): string => {
    const [row] = view()?.selection ?? [];
    return row ? String(api.trees.configurations.getTreeItem(row).label).slice(0, 3) : "";
  };
  const selects = (id: string) => until(selected, (is) => is === id, 10_000);
  const cursorIn = async (id: string): Promise<void> => {
    const editor = await show(`${BELOW}/t.md`);
    const place = editor.document.positionAt(TEXT.indexOf(id));
    editor.selection = new vscode.Selection(place, place);
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, { "review.yaml": "cmoc: 1\n", "t.md": TEXT, "long.md": LONG });
    await api.settled();
  });

  afterEach(async () => {
    for (const name of ["followCursor", "roleColours"]) await set(name, undefined);
    await closeAll();
  });

  after(() => takeAway(api, BELOW));

  it("followCursor lets the tree select the record under the cursor as soon as it is seen", async () => {
    await vscode.commands.executeCommand("workbench.view.search");
    await until(
      () => view()?.visible,
      (isVisible) => isVisible === false,
    );
    await cursorIn("SE3");
    await new Promise((done) => setTimeout(done, REST_MS));
    await seen();
    await selects("SE3");
  });

  it("followCursor lets the tree select the record under the cursor, or not", async () => {
    await seen();
    await cursorIn("SE1");
    await selects("SE1");
    await cursorIn("SE2");
    await selects("SE2");
    await set("followCursor", false);
    await cursorIn("SE3");
    await new Promise((done) => setTimeout(done, REST_MS));
    assert.equal(selected(), "SE2");
    await set("followCursor", true);
    await cursorIn("SE1");
    await selects("SE1");
  });

  it("followCursor does so too when the rows are made anew meanwhile", async () => {
    await seen();
    for (let round = 0; round < 6; round++) {
      const id = `SE${(round % 3) + 1}`;
      await cursorIn(id);
      for (let wait = 0; wait < 6; wait++) {
        await vscode.commands.executeCommand("cmoc.groupConfigurations", "theme");
        await new Promise((done) => setTimeout(done, 40));
      }
      await selects(id);
    }
  });

  it("roleColours colours the roles in the text, or not", async () => {
    const editor = await show(`${BELOW}/t.md`);
    assert.equal(editor.document.uri.path, at(`${BELOW}/t.md`).path);
    await set("roleColours", false);
    assert.deepEqual(await coloured(editor), []);
    await set("roleColours", true);
    assert.deepEqual(await coloured(editor), ["C", "C", "C", "M", "M", "M", "O", "O", "O"]);
  });

  it("roleColours colours what is near the lines that are seen as well, and no word twice", async () => {
    const editor = await show(`${BELOW}/long.md`);
    const seen = (...lines: readonly number[]) => lines.map((line) => new vscode.Range(line, 0, line, 2));
    // Each has its roles in the third to the fifth of six lines: of the lines 40 to 80, counted from 0, contexts are 44 to 80, mechanisms 45 to 75, outcomes 40 to 76.
    const around = [..."CCCCCCC", ..."MMMMMM", ..."OOOOOOO"];
    assert.deepEqual(await coloured(editor, seen(60)), around);
    assert.deepEqual(await coloured(editor, seen(60, 60)), around);
  });
});

/** The words that are coloured when the editors that are seen become others: what the extension says to an editor cannot be read from it. */
async function coloured(
  { document, visibleRanges: seen }: vscode.TextEditor,
  visibleRanges: readonly vscode.Range[] = seen,
): Promise<readonly string[]> {
  const found = new Map<vscode.TextEditorDecorationType, readonly vscode.Range[]>();
  const setDecorations = (type: vscode.TextEditorDecorationType, ranges: readonly vscode.Range[]): void => {
    found.set(type, ranges);
  };
  const own = Object.getOwnPropertyDescriptor(vscode.window, "visibleTextEditors") as PropertyDescriptor;
  Object.defineProperty(vscode.window, "visibleTextEditors", {
    ...own,
    get: () => [{ document, visibleRanges, setDecorations }],
  });
  try {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(document.getText().length), "\n");
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    await until(
      () => found.size,
      (count) => count > 0,
    );
  } finally {
    Object.defineProperty(vscode.window, "visibleTextEditors", own);
  }
  return [...found.values()].flatMap((ranges) => ranges.map((range) => document.getText(range))).toSorted();
}
