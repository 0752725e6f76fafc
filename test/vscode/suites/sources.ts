/** The view of sources and extracts: titles from the bibliography, and a selection that stays where somebody clicked. */
import { assert } from "chai";
import * as vscode from "vscode";
import { answering, cancelling } from "../answering.ts";
import {
  closeAll,
  extension,
  LIMIT_MS,
  makeReview,
  right,
  saveByHand,
  show,
  takeAway,
  until,
  write,
} from "../workspace.ts";

const BELOW = "listed";
const BIBLIOGRAPHY =
  "@article{okafor2014,\n  title = {Working together again},\n  author = {Okafor, Ada},\n  year = {2014}\n}\n";
const SOURCE =
  "---\ncitekey: okafor2014\nstatus: included\n---\n\n## Extract e1\n\n> They met.\n\n- coder: AB\n\n## Extract e2\n\n> They parted.\n\n- at: p. 2\n";
/** Longer than the cursor has to rest for its record to be shown. */
const REST_MS = 900;

describe("the view of sources", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const rows = () => api.trees.sources;
  const root = () =>
    rows()
      .getChildren()
      .find(({ open }) => open.root.path.endsWith(`/${BELOW}`));
  const below = (label: RegExp) =>
    rows()
      .getChildren(root())
      .find((row) => label.test(String(rows().getTreeItem(row).label)));

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\nbibliography: references.bib\n",
      "references.bib": BIBLIOGRAPHY,
      "s.md": SOURCE,
      "codes.md":
        "## Code zeal: They want it\n\n- definition: wanting\n\n## Code anger: They do not\n\n- definition: not wanting\n",
    });
    await right(api);
  });

  after(async () => {
    await closeAll();
    await takeAway(api, BELOW);
  });

  it("shows titles that the bibliography alone has, and cards with them from the first on", async () => {
    const row = await until(
      () => below(/Working together again/),
      (found) => found !== undefined,
    );
    assert.isDefined(row);
    if (!row) return;
    const { tooltip } = await rows().resolveTreeItem(new vscode.TreeItem(""), row);
    assert.include((tooltip as vscode.MarkdownString).value, "Okafor");
  });

  it("forgets the title of an entry that the bibliography has no more", async () => {
    const path = `${BELOW}/references.bib`;
    await write(path, "");
    await until(
      () => below(/Working together again/),
      (found) => found === undefined,
    );
    assert.isDefined(below(/^okafor2014/));
    await write(path, BIBLIOGRAPHY);
    await until(
      () => below(/Working together again/),
      (found) => found !== undefined,
    );
  });

  it("keeps the row that was clicked among the unlinked, and follows the cursor elsewhere", async () => {
    await vscode.commands.executeCommand("cmoc.sources.focus");
    const view = api.trees.viewOf(rows());
    await until(
      () => view?.visible,
      (isVisible) => isVisible === true,
    );
    // A view that becomes visible goes to the record at the cursor first.
    await new Promise((done) => setTimeout(done, REST_MS));
    const group = below(/^Unlinked/);
    assert.isDefined(group);
    const [loose] = group ? rows().getChildren(group) : [];
    assert.isDefined(loose);
    if (!loose) return;
    await view?.reveal(loose, { select: true, focus: true, expand: true });
    const { command } = rows().getTreeItem(loose);
    await vscode.commands.executeCommand(command?.command ?? "", ...(command?.arguments ?? []));
    await new Promise((done) => setTimeout(done, REST_MS));
    assert.strictEqual(view?.selection[0], loose);
    const editor = await show(`${BELOW}/s.md`);
    const place = editor.document.positionAt(SOURCE.indexOf("They parted"));
    editor.selection = new vscode.Selection(place, place);
    await until(
      () => view?.selection[0],
      (row) => row !== undefined && row !== loose,
    );
  });

  it("is filtered and sorted, and shows all again", async () => {
    const run = (command: string, given?: unknown) =>
      vscode.commands.executeCommand(command, given) as Promise<unknown>;
    const labels = () =>
      rows()
        .getChildren(root())
        .map((row) => String(rows().getTreeItem(row).label));
    const all = labels();
    await run("cmoc.filterSources", "working together");
    assert.isTrue(labels().some((label) => label.startsWith("okafor2014")));
    assert.equal(api.trees.viewOf(rows())?.description, "with “working together”");
    const asked = await answering(["nothing has these"], () => run("cmoc.filterSources"));
    assert.include(asked[0]?.words, "sources");
    assert.isUndefined(root() && below(/okafor/));
    await run("cmoc.clearSourcesFilter");
    assert.deepEqual(labels(), all);
    for (const sort of ["id", "evidence", "file"]) await run("cmoc.sortSources", sort);
    await cancelling(["By key"], () => run("cmoc.sortSources"), labels);
    assert.deepEqual(labels(), all);
  });

  it("has a codebook beside it that is filtered and sorted too", async () => {
    const codes = () => {
      const { codebook } = api.trees;
      const own = codebook.getChildren().find(({ open }) => open.root.path.endsWith(`/${BELOW}`));
      return (own ? codebook.getChildren(own) : []).map((row) => String(codebook.getTreeItem(row).label).split(" ")[0]);
    };
    assert.deepEqual(codes(), ["zeal", "anger"]);
    await vscode.commands.executeCommand("cmoc.sortCodes", "id");
    assert.deepEqual(codes(), ["anger", "zeal"]);
    await vscode.commands.executeCommand("cmoc.filterCodes", "zea");
    assert.deepEqual(codes(), ["zeal"]);
    await vscode.commands.executeCommand("cmoc.clearCodesFilter");
    await vscode.commands.executeCommand("cmoc.sortCodes", "file");
    assert.deepEqual(codes(), ["zeal", "anger"]);
  });
});
