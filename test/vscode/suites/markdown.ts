/** What VS Code's own Markdown gives in the documents of a review: it stays, and stays single. */
import { assert } from "chai";
import * as vscode from "vscode";
import { at, closeAll, extension, LIMIT_MS, makeReview, saveByHand, show, takeAway, until } from "../workspace.ts";

const BELOW = "plain";
const THEORY = `# Theory

See [the other](other.md#heading) and [the second](other.md).

## CMOC MD1: They read it

- **C:** they have a text
- **M:** they trust it
- **O:** they read it
- leads to: MD2

## CMOC MD2: They tell of it

- **C:** they have read it
- **M:** they are proud
- **O:** they tell of it

### Written

Complete [this](other.md).
`;
const OTHER = "# Other\n\nWords.\n\n## Heading\n\nMore words.\n";

function flat(symbols: readonly vscode.DocumentSymbol[]): readonly string[] {
  return symbols.flatMap(({ name, children }) => [name, ...flat(children)]);
}

const last = (uri: vscode.Uri): string => uri.path.split("/").at(-1) ?? "";

describe("Markdown's own features in a review", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  let document: vscode.TextDocument;
  /** The position in these words, so many units after their beginning. */
  const within = (words: string, units: number): vscode.Position => {
    const offset = document.getText().indexOf(words);
    assert.isAtLeast(offset, 0, words);
    return document.positionAt(offset + units);
  };
  /** The places that are gone to from a position: file and line. */
  const goneTo = async (position: vscode.Position): Promise<readonly string[]> => {
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      position,
    );
    return found.map((each) =>
      "targetUri" in each
        ? `${last(each.targetUri)}:${(each.targetSelectionRange ?? each.targetRange).start.line}`
        : `${last(each.uri)}:${each.range.start.line}`,
    );
  };

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, { "review.yaml": "cmoc: 1\n", "theory.md": THEORY, "other.md": OTHER });
    ({ document } = await show(`${BELOW}/theory.md`));
    await api.settled();
  });

  after(() => takeAway(api, BELOW));

  it("are one outline, with each heading once", async () => {
    const outline = async (): Promise<readonly string[]> =>
      flat(
        (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          "vscode.executeDocumentSymbolProvider",
          document.uri,
        )) ?? [],
      );
    const names = await until(outline, (each) => each.includes("# Theory"));
    assert.deepEqual(
      names.filter((name) => name.startsWith("#")),
      ["# Theory", "## CMOC MD1: They read it", "## CMOC MD2: They tell of it", "### Written"],
    );
    assert.deepEqual(
      names.filter((name) => name.startsWith("MD")),
      ["MD1: They read it", "MD2: They tell of it"],
    );
  });

  it("are links, each once and to where it leads", async () => {
    const ask = async (): Promise<readonly vscode.DocumentLink[]> =>
      vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", document.uri, 100);
    const links = await until(ask, ({ length }) => length > 0);
    const words = links.map(({ range }) => document.getText(range));
    assert.deepEqual([...words].sort(), ["other.md", "other.md", "other.md#heading"]);
    const heading = links.find(({ range }) => document.getText(range) === "other.md#heading");
    assert.isDefined(heading?.target);
    assert.deepEqual([last(heading?.target as vscode.Uri), heading?.target?.fragment], ["other.md", "L5,1"]);
  });

  it("lead from a link to its target, once", async () => {
    const found = await until(
      () => goneTo(within("other.md#heading", "other.md#he".length)),
      ({ length }) => length > 0,
    );
    assert.deepEqual(found, ["other.md:4"]);
  });

  it("leave an id to the review, which leads to its record, once", async () => {
    assert.deepEqual(await goneTo(within("leads to: MD2", "leads to: M".length)), ["theory.md:11"]);
  });

  it("complete the path of a link", async () => {
    const offered = async (): Promise<readonly string[]> => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        within("[this](", "[this](".length),
      );
      return items.map(({ label }) => (typeof label === "string" ? label : label.label));
    };
    const labels = await until(offered, (each) => each.includes("other.md"));
    assert.deepEqual(
      labels.filter((label) => label === "other.md"),
      ["other.md"],
    );
    assert.notInclude(labels, "MD1");
  });

  it("preview a document of a review", async () => {
    const preview = (): vscode.Tab | undefined =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === "Preview theory.md");
    assert.isUndefined(preview());
    await vscode.commands.executeCommand("markdown.showPreview", at(`${BELOW}/theory.md`));
    const tab = await until(preview, (each) => each !== undefined);
    assert.isTrue(await vscode.window.tabGroups.close(tab as vscode.Tab));
    await until(preview, (each) => each === undefined);
    await closeAll();
  });
});
