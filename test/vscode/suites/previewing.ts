/** VS Code's own preview of a review, alone and beside another extension of Markdown's. */
import { assert } from "chai";
import * as vscode from "vscode";
import { companion, IS_WORKER, previewer } from "../companion.ts";
import {
  at,
  door,
  extension,
  LIMIT_MS,
  makeReview,
  saveByHand,
  show,
  shown,
  takeAway,
  type,
  until,
} from "../workspace.ts";

const BELOW = "previewed";
const TRUST = `# Trust

See [[PV2]], [@lund2010#e1] and ==marked words==.

## CMOC PV1: They meet

- status: supported
- **C:** partners meet
- **M:** they trust
- **O:** peace
- supports: @lund2010#e1 (C)

## CMOC PV2: They go on

When partners meet (C), they trust (M) <script>alert(1)</script>, so that there is peace (O).

## In a table

| ID | Context | Mechanism | Outcome |
|----|---------|-----------|---------|
| PV3 | a town | time | calm |
`;
const BIB = "@book{okafor2014, title = {Working together}}\n";
const LUND = `---
citekey: lund2010
title: Meeting
author: Lund, A.
year: 2010
status: included
---

## Extract e1

> They met.

- at: p. 1
- C meeting: "They met"
`;

describe("VS Code's preview in a review", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  let document: vscode.TextDocument;
  let rendered: (document: vscode.TextDocument) => Promise<string>;
  const render = async (path: string): Promise<string> =>
    rendered(await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`)));

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\nbibliography: refs.bib\n",
      "refs.bib": BIB,
      "cited.md": "# Cited\n\nSee [@okafor2014].\n",
      "theory/trust.md": TRUST,
      "sources/lund.md": LUND,
      "plain.md": "# Plain\n\n- C: words, ==marked==\n\nSee [it](theory/trust.md).\n",
    });
    ({ document } = await show(`${BELOW}/theory/trust.md`));
    await api.settled();
    rendered = await previewer();
  });

  after(() => takeAway(api, BELOW));

  it("shows configurations in any spelling as cards, what extracts are coded with, and links to what is named", async () => {
    const trust = await until(
      () => render("theory/trust.md"),
      (html) => html.includes("cmoc-card"),
    );
    assert.match(trust, /<section class="cmoc-record cmoc-is-cmoc">\s*<h2[^>]*>CMOC PV1: They meet /);
    assert.match(trust, /● supported.*✓1.*1 source/);
    assert.match(
      trust,
      /<div class="cmoc-line cmoc-evidence">.*href="\.\.\/sources\/lund\.md#extract-e1">@lund2010#e1<.*Lund 2010, p\. 1/,
    );
    assert.match(trust, /<div class="cmoc-line cmoc-slot">.*cmoc-M">M<.*they trust/);
    assert.match(trust, /<details class="cmoc-card cmoc-row" open><summary><strong>PV3</);
    assert.match(trust, /<a href="#L13" class="cmoc-ref" title="PV2 +They go on"[^>]*>PV2<\/a>/);
    assert.match(trust, /<div class="cmoc-anchor code-line" id="L13" data-line="12">/);
    assert.match(trust, /<li [^>]*cmoc-slot cmoc-of-C[^>]*><strong><span class="cmoc-role cmoc-C">C</);
    const lund = await render("sources/lund.md");
    assert.match(lund, /<div class="cmoc-codes">.*meeting/);
    assert.match(lund, /<span class="cmoc-coded cmoc-C" title="C meeting">They met<\/span>/);
    assert.match(lund, /href="\.\.\/theory\/trust\.md#cmoc-pv1-they-meet">PV1<\/a>/);
    // What has nothing of the language is left alone, also by the style sheet.
    assert.notInclude(await render("plain.md"), "cmoc-");
    assert.isFunction((await door()).extendMarkdownIt);
  });

  it("follows what is typed, here and in another file, and is shown again by itself", async () => {
    await type(document, "they trust one another more", "they trust");
    assert.match(await render("theory/trust.md"), /they trust one another more/);
    const { shown: seen } = await companion();
    const last = (): string => seen.get(document.uri.toString()) ?? "";
    if (!IS_WORKER) {
      await vscode.commands.executeCommand("markdown.showPreviewToSide", document.uri);
      await until(
        () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input)),
        (inputs) => inputs.some((input) => input instanceof vscode.TabInputWebview),
      );
    }
    assert.notInclude(last(), "not here");
    const source = await vscode.workspace.openTextDocument(at(`${BELOW}/sources/lund.md`));
    await type(source, "- refutes: PV1 — not here\n");
    await until(
      async () => (IS_WORKER ? render("theory/trust.md") : last()),
      (html) => /✓1.*✗1[\s\S]*✗ refutes .*not here/.test(html),
    );
    await vscode.commands.executeCommand("workbench.action.closeEditorsInOtherGroups");
  });

  it("tells the title of a source once the bibliography was decoded, though no text changed since", async () => {
    const cited = await vscode.workspace.openTextDocument(at(`${BELOW}/cited.md`));
    const titled = (words: string) =>
      until(
        () => rendered(cited),
        (html) => html.includes(words),
      );
    await titled("Working together");
    api.reviews.of(cited.uri)?.review.set({ uri: "refs.bib", version: 1, text: BIB.replace("together", "apart") });
    await titled("Working apart");
  });

  it("goes together with another extension's completions, problems, hovers, definitions, names and preview", async () => {
    const other = await companion();
    await api.settled();
    const ours = shown(`${BELOW}/theory/trust.md`);
    const begun = other.begin();
    try {
      await show(`${BELOW}/theory/trust.md`);
      await type(document, "\n\nSee note-beta and [[PV9]], [[");
      await api.settled();
      const { uri } = document;
      const within = (words: string, units = 1): vscode.Position =>
        document.positionAt(document.getText().indexOf(words) + units);
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        uri,
        document.lineAt(document.lineCount - 1).range.end,
        "[",
      );
      const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
      assert.includeMembers(labels, ["note-alpha", "PV1", "PV2", "PV3"]);

      const sources = await until(
        async () => vscode.languages.getDiagnostics(uri).map(({ source }) => source),
        (all) => all.includes("companion") && all.includes("cmoc"),
      );
      assert.includeMembers(sources, ["companion", "cmoc"]);
      assert.includeMembers([...shown(`${BELOW}/theory/trust.md`)], [...ours, "ref/unknown"]);

      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        uri,
        within("[[PV2]]", 3),
      );
      const told = hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value));
      assert.isTrue(told.some((words) => words.includes("The companion tells.")));
      assert.isTrue(told.some((words) => words.includes("They go on")));

      const goneTo = async (words: string, units: number): Promise<readonly number[]> => {
        const places = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          "vscode.executeDefinitionProvider",
          uri,
          within(words, units),
        );
        return places.map((place) => ("targetUri" in place ? place.targetRange : place.range).start.line);
      };
      assert.deepEqual(await goneTo("note-beta", 2), [0]);
      assert.deepEqual(await goneTo("[[PV2]]", 3), [12]);

      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        uri,
        within("note-beta", 2),
        "note-gamma",
      );
      assert.deepEqual(
        edit.get(uri).map(({ newText }) => newText),
        ["note-gamma"],
      );

      const html = await until(
        () => render("theory/trust.md"),
        (each) => each.includes("companion"),
      );
      assert.match(html, /<mark class="companion">marked words<\/mark>/);
      assert.match(html, /class="cmoc-ref" title="PV2/);
      assert.match(html, /cmoc-card/);
      assert.match(await render("plain.md"), /<mark class="companion">marked<\/mark>/);
    } finally {
      begun.dispose();
    }
    assert.notInclude(
      vscode.languages.getDiagnostics(document.uri).map(({ source }) => source),
      "companion",
    );
    assert.include(shown(`${BELOW}/theory/trust.md`), "ref/unknown");
  });
});
