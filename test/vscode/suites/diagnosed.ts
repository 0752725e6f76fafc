/** All that VS Code shows of a problem: how grave it is, where its rule is explained, and what other places belong to it. */
import { assert } from "chai";
import * as vscode from "vscode";
import { at, closeAll, extension, LIMIT_MS, makeReview, saveByHand, takeAway, until, write } from "../workspace.ts";

const BELOW = "diagnosed";
const SOURCE = "---\ncitekey: alpha2020\n---\n\n## Extract e1\n\n> They met.\n\n- at: p. 1\n";
const cmoc = (id: string): string => `## CMOC ${id}: A title\n\n- **C:** a place\n- **M:** trust\n- **O:** peace\n`;
const { Error: ERROR, Warning, Information, Hint } = vscode.DiagnosticSeverity;

describe("a problem that is shown", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const ruleOf = ({ code }: vscode.Diagnostic): string => String((code as { readonly value: string }).value);
  const found = (path: string, rule: string): readonly vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(at(`${BELOW}/${path}`)).filter((each) => ruleOf(each) === rule);

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\n",
      "a.md": SOURCE,
      "t.md": `# Theory\n\n${cmoc("DG1")}\n${cmoc("DG2")}`,
      "u.md": `${cmoc("DG3")}\n${cmoc("DG1")}\n${cmoc("DG1")}`,
    });
    await api.settled();
  });

  after(async () => {
    await closeAll();
    await takeAway(api, BELOW);
  });

  it("is as grave as the review says that its rule is, and not shown where that is off", async () => {
    const severities = { error: ERROR, warning: Warning, info: Information, hint: Hint, off: undefined };
    for (const [level, severity] of Object.entries(severities)) {
      await write(`${BELOW}/review.yaml`, `cmoc: 1\nchecks: { extract/unlinked: ${level} }\n`);
      await until(
        () => found("a.md", "extract/unlinked")[0]?.severity,
        (is) => is === severity,
      );
    }
    await write(`${BELOW}/review.yaml`, "cmoc: 1\n");
    await until(
      () => found("a.md", "extract/unlinked").length,
      (count) => count === 1,
    );
  });

  it("has its rule as a link that leads to the rule's page", async () => {
    const [problem] = found("a.md", "extract/unlinked");
    assert.isDefined(problem);
    if (!problem) return;
    const { target } = problem.code as { readonly target: vscode.Uri };
    assert.equal(target.toString(), "cmoc-rule:/extract-unlinked.md");
    const page = await vscode.workspace.openTextDocument(target);
    assert.match(page.getText(), /extract\/unlinked[\s\S]+```/);
    assert.equal(page.languageId, "markdown");
  });

  it("has the other places that belong to it, each with a word on what is there", async () => {
    const places = ([problem]: readonly vscode.Diagnostic[]): readonly string[] =>
      (problem?.relatedInformation ?? []).map(({ location: { uri, range }, message }) => {
        const { start, end } = range;
        return `${uri.path.slice(at(BELOW).path.length + 1)}:${start.line}:${start.character}-${end.character} ${message}`;
      });
    assert.deepEqual(places(found("t.md", "id/duplicate")), ["u.md:6:8-11 also DG1", "u.md:12:8-11 also DG1"]);
    assert.deepEqual(places(found("u.md", "id/duplicate")), ["t.md:2:8-11 also DG1", "u.md:12:8-11 also DG1"]);
    assert.deepEqual(places(found("a.md", "extract/unlinked")), []);
  });
});
