/** Lists to choose from: what is found in them by the words that people remember, and what stands beside each thing. */
import { assert } from "chai";
import * as vscode from "vscode";
import { answering, findingBy } from "../answering.ts";
import { closeAll, extension, LIMIT_MS, makeReview, noticesOf, saveByHand, show, takeAway } from "../workspace.ts";

const BELOW = "finding";
const BIBLIOGRAPHY = `@article{ward2014,
  title = {Working together again},
  author = {Okafor, Ada},
  year = {2014},
  doi = {10.1000/abc.7}
}

@article{west2019,
  title = {Coming home},
  author = {Benali, Sam},
  year = {2019},
  doi = {10.1000/xyz.8}
}
`;
const THEORY = `## CMOC FI1: Being missed brings people back

- **C:** a place
- **M:** somebody asks after them
- **O:** peace

## CMOC FI2: A kettle is a promise

- **C:** a kitchen
- **M:** warmth
- **O:** talk

## CMOC FI3: Not worked out

- status: candidate
`;
const SOURCE = "---\ncitekey: late2020\n---\n\n## Extract e1\n\n> They met in the hall.\n\n- at: p. 1\n";

describe("a list to choose from", function () {
  this.timeout(LIMIT_MS);
  let api: Awaited<ReturnType<typeof extension>>;
  const run = (command: string, given?: unknown) => vscode.commands.executeCommand(command, given) as Promise<unknown>;

  before(async () => {
    api = await extension();
    await saveByHand();
    await makeReview(api, BELOW, {
      "review.yaml": "cmoc: 1\nbibliography: references.bib\n",
      "references.bib": BIBLIOGRAPHY,
      "t.md": THEORY,
      "s.md": SOURCE,
      "none/review.yaml": "cmoc: 1\n",
      "none/t.md": "# Nothing yet\n",
    });
    await api.settled();
  });

  beforeEach(() => show(`${BELOW}/t.md`));

  afterEach(closeAll);

  after(() => takeAway(api, BELOW));

  it("has a source by its key, author, year, title and DOI", async () => {
    const typed = ["ward2014", "okafor", "2019", "working together", "10.1000/xyz", "nothing has this"];
    assert.deepEqual(await findingBy(typed, () => run("cmoc.newSource")), [
      ["ward2014"],
      ["ward2014"],
      ["west2019"],
      ["ward2014"],
      ["west2019"],
      [],
    ]);
  });

  it("has a record by its id, its title and its file, an extract by its words", async () => {
    const typed = ["FI2", "being missed", "a kettle", "the hall", "s.md"];
    assert.deepEqual(await findingBy(typed, () => run("cmoc.goToRecord")), [
      ["FI2"],
      ["FI1"],
      ["FI2"],
      ["@late2020#e1"],
      ["@late2020#e1"],
    ]);
  });

  it("has a rule by its id and by why it exists, and leads to its page", async () => {
    const [byId, byWhy] = await findingBy(["id/duplicate", "does not say which"], () => run("cmoc.explainRule"));
    assert.deepEqual(byId, ["id/duplicate"]);
    assert.isTrue(byWhy?.includes("id/duplicate"));
    const [question] = await answering(["id/duplicate"], () => run("cmoc.explainRule"));
    assert.equal(question?.words, "Which rule?");
    assert.equal(question?.beside?.[question.labels.indexOf("id/duplicate")], "error");
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    assert.include(activeTab?.label, "duplicate");
    await closeAll();
    await answering([undefined], () => run("cmoc.explainRule"));
    assert.isUndefined(vscode.window.tabGroups.activeTabGroup.activeTab);
  });

  it("says what each stance means, and what stands in each slot", async () => {
    const request = { extract: "x:late2020#e1" };
    const questions = await answering(["FI1", "supports", undefined], () => run("cmoc.linkExtract", request));
    assert.deepEqual(questions[1]?.beside, [
      "The evidence bears it out",
      "The evidence speaks against it",
      "The evidence changes or narrows it",
    ]);
    assert.deepEqual(questions[2]?.labels, ["C", "M", "O"]);
    assert.deepEqual(questions[2]?.beside, ["a place", "somebody asks after them", "peace"]);
  });

  it("is left out where there are no slots to choose from", async () => {
    const { document } = await show(`${BELOW}/s.md`);
    const request = { extract: "x:late2020#e1" };
    const questions = await answering(["FI3", "supports"], () => run("cmoc.linkExtract", request));
    assert.lengthOf(questions, 2);
    assert.equal(document.getText(), `${SOURCE}- supports: FI3\n`);
    await run("undo");
    assert.equal(document.getText(), SOURCE);
  });

  it("is left out where there is nothing in it, which is said", async () => {
    await show(`${BELOW}/none/t.md`);
    for (const [command, words] of [
      ["cmoc.goToRecord", /^The review has no record yet\. Write one first/],
      ["cmoc.parkExtract", /^No extract hangs loose/],
      ["cmoc.linkExtract", /^The review has no extract yet\. Write one first/],
    ] as const) {
      const told = await noticesOf(async () => {
        assert.deepEqual(await answering([], () => run(command)), []);
      });
      assert.lengthOf(told, 1);
      assert.match(told[0] ?? "", words);
    }
  });
});
