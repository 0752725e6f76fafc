/** Snippets, inserted by their names into a file of a review, which finds in them what they are for. */
import { assert } from "chai";
import * as vscode from "vscode";
import { at, closeAll, extension, LIMIT_MS, makeReview, saveByHand, show, takeAway, until } from "../workspace.ts";

const BELOW = "snippets";
type Kind = "cmoc" | "theory" | "demi-regularity" | "extract" | "code" | "memo";

interface Case {
  readonly name: string;
  readonly kind: Kind;
  readonly id: string | RegExp;
}

const CASES: readonly Case[] = [
  { name: "CMO configuration", kind: "cmoc", id: "CMOC1" },
  { name: "CMO configuration as a sentence", kind: "cmoc", id: "CMOC1" },
  { name: "Table of CMO configurations", kind: "cmoc", id: "CMOC1" },
  { name: "Configuration in full", kind: "cmoc", id: "CMOC1" },
  { name: "Theory", kind: "theory", id: "PT1" },
  { name: "Demi-regularity", kind: "demi-regularity", id: "D1" },
  { name: "Code", kind: "code", id: "some-code" },
  { name: "Memo", kind: "memo", id: /^\d{4}-\d\d-\d\d$/ },
  { name: "Source", kind: "extract", id: "e1" },
];

describe("a snippet", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;

  before(async () => {
    api = await extension();
    await saveByHand();
    const files = CASES.map((_, index) => [`x${index}.md`, ""] as const);
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\n",
      "typed/review.yaml": "",
      ...Object.fromEntries(files),
    });
    await api.settled();
  });

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  const insert = async (path: string, name: string, langId: string): Promise<vscode.TextDocument> => {
    const { document } = await show(`${BELOW}/${path}`);
    await vscode.commands.executeCommand("editor.action.insertSnippet", { name, langId });
    assert.notEqual(document.getText(), "");
    return document;
  };

  for (const [index, { name, kind, id }] of CASES.entries())
    it(`“${name}” gives a record that the review finds`, async () => {
      const document = await insert(`x${index}.md`, name, "markdown");
      const open = api.reviews.of(document.uri);
      const ids = () =>
        [...(open?.review.records(kind) ?? [])]
          .filter(({ placed }) => placed.uri === `x${index}.md`)
          .map(({ brief }) => brief.id);
      await until(ids, ({ length }) => length === 1);
      if (typeof id === "string") assert.deepEqual(ids(), [id]);
      else assert.match(ids()[0] ?? "", id);
      assert.deepEqual(
        open?.problems(`x${index}.md`).filter(({ level }) => level === "error"),
        [],
      );
    });

  it("“Realist review” gives a manifest that says nothing wrong", async () => {
    const document = await insert("typed/review.yaml", "Realist review", "yaml");
    const open = api.reviews.of(document.uri);
    assert.equal(open?.root.path, at(`${BELOW}/typed`).path);
    await until(
      () => open?.review.manifest.title,
      (title) => title === "What works, for whom, in what circumstances, how and why?",
    );
    await api.settled();
    const wrong = open?.problems("review.yaml").filter(({ rule }) => !/^(?:bib|manifest\/path)/.test(rule));
    assert.deepEqual(wrong, []);
  });
});
