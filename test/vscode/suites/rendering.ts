/** What a document of a review looks like as plain Markdown, where nobody knows CMOC: VS Code's own preview makes of it what it makes of any other. */
import { assert } from "chai";
import * as vscode from "vscode";
import { at, closeAll, extension, LIMIT_MS, makeReview, takeAway } from "../workspace.ts";

const BELOW = "rendering";
const RECORD = `## CMOC RE1: They read it

- status: supported
- **C:** they have a text
- **M:** they trust it
- leads to: RE2
- supports: @alpha2020#e1 (M)

<!-- cmoc: off -->

| ID | Context | Mechanism |
| -- | ------- | --------- |
| RE2 | a place | trust |

## Extract e1

> They met.
`;

/** What a reader sees: each block with its tag, without what the preview adds to find lines again. */
function blocks(html: string): readonly string[] {
  const plain = html.replace(/<(\w+)[^>]*>/g, "<$1>").replace(/\s+/g, " ");
  return [...plain.matchAll(/<(h\d|li|td|th|p)>\s*(.*?)\s*<\/\1>/g)].map(([, tag, words]) => `${tag} ${words}`);
}

describe("a record as plain Markdown", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  /** The text alone goes to the preview's engine, which may live in another host. */
  const rendered = async (path: string): Promise<string> => {
    const document = await vscode.workspace.openTextDocument(at(`${BELOW}/${path}`));
    return vscode.commands.executeCommand<string>("markdown.api.render", document.getText());
  };

  before(async () => {
    api = await extension();
    await makeReview(api, BELOW, { "review.yaml": "cmoc: 1\n", "r.md": RECORD });
    await api.settled();
  });

  after(async () => {
    await closeAll();
    await takeAway(api, BELOW);
  });

  it("is a heading, its fields as a list, its rows as a table, and its quotation", async () => {
    const html = await rendered("r.md");
    assert.deepEqual(blocks(html), [
      "h2 CMOC RE1: They read it",
      "li status: supported",
      "li <strong>C:</strong> they have a text",
      "li <strong>M:</strong> they trust it",
      "li leads to: RE2",
      "li supports: @alpha2020#e1 (M)",
      "th ID",
      "th Context",
      "th Mechanism",
      "td RE2",
      "td a place",
      "td trust",
      "h2 Extract e1",
      "p They met.",
    ]);
    assert.match(html, /<blockquote[^>]*>\s*<p[^>]*>They met\.<\/p>\s*<\/blockquote>/);
    assert.notMatch(html.replace(/<!--.*?-->/g, ""), /cmoc:/, "the sign that leaves something out is not seen");
  });
});
