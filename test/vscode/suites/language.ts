import { assert } from "chai";
import * as vscode from "vscode";
import { at, choose, closeUnsaved, extension, saveByHand, type, until, write } from "../workspace.ts";

const PATH = "theory/tried.md";
const TEXT = `# Tried

## CMOC TRY1: They try it once

- status: candidate
- **C:** they are asked
- **M:** they trust who asks
- **O:** they try it
- leads to: EX1, EX999
- supports: @hallam2019#e6 (M)
`;

/** The position after some words of the document, \`units\` further. */
function behind(document: vscode.TextDocument, words: string, units = 0): vscode.Position {
  const offset = document.getText().indexOf(words);
  assert.isAtLeast(offset, 0, words);
  return document.positionAt(offset + words.length + units);
}

describe("language features", () => {
  let document: vscode.TextDocument;

  before(async () => {
    const { settled } = await extension();
    await write(PATH, TEXT);
    document = await vscode.workspace.openTextDocument(at(PATH));
    await vscode.window.showTextDocument(document);
    await settled();
    await until(
      () => vscode.languages.getDiagnostics(document.uri).length,
      (count) => count > 0,
    );
  });

  it("go from a reference to the record, once", async () => {
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      behind(document, "leads to: EX", 0),
    );
    assert.lengthOf(found, 1);
    const target = found[0] as vscode.LocationLink;
    assert.equal(target.targetUri.path.split("/").at(-1), "exercise-groups.md");
  });

  it("show a record's card under the pointer", async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      behind(document, "leads to: EX"),
    );
    const words = hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value));
    assert.match(words.join("\n"), /EX1/);
    assert.match(words.join("\n"), /Being missed brings people back/);
    assert.notMatch(words.join("\n"), /command:/);
  });

  it("say once what is wrong with a name: as a problem, or under the pointer where that is switched off", async () => {
    const told = async (): Promise<string> => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        behind(document, "EX99"),
      );
      return hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value)).join("\n");
    };
    assert.notInclude(await told(), "EX999");
    const whole = await vscode.workspace.openTextDocument(at("review.yaml"));
    await saveByHand();
    await type(whole, "checks: { ref/unknown: off }\n");
    const { settled } = await extension();
    await settled();
    assert.include(await told(), "EX999");
    await vscode.window.showTextDocument(whole);
    await closeUnsaved();
    await vscode.window.showTextDocument(document);
    await settled();
  });

  it("offer ids where ids are taken, and nothing in the midst of words", async () => {
    const offered = async (position: vscode.Position) => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        position,
      );
      return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    };
    assert.include(await offered(behind(document, "leads to: ")), "EX2");
    assert.notInclude(await offered(behind(document, "they are ")), "EX2");
  });

  it("tell known names from those that nothing bears", async () => {
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      "vscode.provideDocumentSemanticTokensLegend",
      document.uri,
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      "vscode.provideDocumentSemanticTokens",
      document.uri,
    );
    const unknown = 1 << legend.tokenModifiers.indexOf("unknown");
    const told: [string, boolean][] = [];
    let line = 0;
    let character = 0;
    for (let index = 0; index < tokens.data.length; index += 5) {
      const [down = 0, along = 0, length = 0, , modifiers = 0] = tokens.data.slice(index, index + 5);
      line += down;
      character = down > 0 ? along : character + along;
      const range = new vscode.Range(line, character, line, character + length);
      told.push([document.getText(range), (modifiers & unknown) > 0]);
    }
    assert.deepInclude(told, ["EX1", false]);
    assert.deepInclude(told, ["EX999", true]);
  });

  it("mend a problem by one edit that one undo takes back", async () => {
    const [problem] = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ code }) => (code as { value: string }).value === "ref/unknown");
    assert.isDefined(problem);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      problem?.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const mending = actions.find(({ isPreferred }) => isPreferred);
    assert.isDefined(mending, actions.map(({ title }) => title).join("; "));
    const before = document.getText();
    await choose(mending as vscode.CodeAction);
    await until(
      () => vscode.languages.getDiagnostics(document.uri).map(({ code }) => (code as { value: string }).value),
      (rules) => !rules.includes("ref/unknown"),
    );
    await vscode.commands.executeCommand("undo");
    assert.equal(document.getText(), before);
  });

  it("rewrite a record's spelling and back", async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(behind(document, "## CMOC TRY1"), behind(document, "## CMOC TRY1")),
      vscode.CodeActionKind.RefactorRewrite.value,
      10,
    );
    assert.isNotEmpty(actions, "some rewriting");
  });
});
