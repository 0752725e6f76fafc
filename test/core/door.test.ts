import assert from "node:assert/strict";
import {
  ALL_RULES,
  addLink,
  appendRecord,
  applyEdits,
  Checker,
  ConfigurationTree,
  cardOfName,
  cardText,
  completion,
  definition,
  type Edited,
  type EditsByUri,
  everyPart,
  fixesOf,
  giveRowId,
  hover,
  isRefusal,
  marks,
  type Outcome,
  partsOf,
  pieces,
  problemActions,
  type Review,
  removeLink,
  rename,
  renumber,
  reviewToCheck,
  rulePage,
  safeFixes,
  setField,
  tokens,
} from "../../src/core/index.ts";

const THEORY = "# Theory PT1: Trust\n\n- configurations: TR1\n";
const TRUST = "## CMOC TR1: One\r\n\r\n* **C:** a place\r\n* leads to: [TR2](x.md)\r\n\r\n## CMOC TR2: Two\r\n";

/** As a host would: sets texts, asks for edits, applies them, sets what came of it. */
function write(review: Review, edits: EditsByUri): void {
  for (const [uri, own] of edits) review.set({ uri, version: 1, text: applyEdits(review.text(uri) ?? "", own) });
}

function allowed(outcome: Outcome): Edited {
  if (isRefusal(outcome)) assert.fail(outcome.refused);
  return outcome;
}

describe("the library’s door", () => {
  it("lets a host ask about a place, list what there is, and offer what can be done", () => {
    const review = reviewToCheck(ALL_RULES);
    review.set({ uri: "review.yaml", version: 0, text: "cmoc: 1\n" });
    const text = "## CMOC TR1: One\n\n- **C:** a place\n- leads to: TR2\n- leads to: TR9\n\n## CMOC TR2: Two\n";
    review.set({ uri: "a.md", version: 0, text });
    const place = text.indexOf("TR2");
    const found = definition(review, "a.md", place);
    assert.deepEqual(
      found?.places.map(({ uri, span }) => [uri, text.slice(span.start, span.end)]),
      [["a.md", "## CMOC TR2: Two"]],
    );
    assert.ok(hover(review, "a.md", place));
    const ids = completion(review, "a.md", place).map(({ label }) => label);
    assert.deepEqual(ids, ["TR2"]);
    assert.match(cardText(cardOfName(review, "r:tr1") ?? assert.fail("no card")), /a place/);
    assert.ok(tokens(review, "a.md").length > 0);
    assert.ok(marks(review, "a.md").length > 0);
    const tree = new ConfigurationTree(review, { by: "theme", sort: "file", filter: undefined, problems: () => [] });
    assert.equal(tree.roots().length, 1);
    const checker = new Checker(review, ALL_RULES);
    checker.update();
    const unknown = checker.problems().find(({ rule }) => rule === "ref/unknown") ?? assert.fail("no problem");
    assert.ok(problemActions(unknown, review).length > 0);
    assert.match(rulePage("ref/unknown") ?? "", /names nothing/);
  });

  it("lets a host rename, set a field, mend, and take a record apart", () => {
    const review = reviewToCheck(ALL_RULES);
    review.set({ uri: "review.yaml", version: 0, text: "cmoc: 1\n" });
    review.set({ uri: "theory.md", version: 0, text: THEORY });
    review.set({ uri: "trust.md", version: 0, text: TRUST });
    write(review, allowed(rename(review, "r:tr1", "TR7")).edits);
    assert.equal(review.text("theory.md"), THEORY.replace("TR1", "TR7"));
    const [at] = review.definitions("r:tr7");
    assert.ok(at);
    write(review, allowed(setField(review, at, "status", "refined — two studies")).edits);
    assert.equal(
      review.text("trust.md"),
      TRUST.replace("TR1", "TR7").replace("* **C", "* status: refined — two studies\r\n* **C"),
    );
    const checker = new Checker(review, ALL_RULES);
    checker.update();
    const stale = checker.problems().find(({ rule }) => rule === "link/stale");
    assert.ok(stale);
    assert.equal(fixesOf(stale, review).length, 1);
    write(review, safeFixes(checker.problems(), review, []));
    assert.match(review.text("trust.md") ?? "", /\[TR2\]\(trust\.md#cmoc-tr2-two\)/);
    const [record] = review.definitions("r:tr7");
    assert.ok(record);
    const { text, entities, facts } = record.placed;
    const parts = partsOf(text, entities, review.manifest.scheme, facts.refs);
    assert.ok([...everyPart(parts)].some(({ kind, is }) => kind === "field" && is === "status"));
    const whole = [...pieces(text, { start: 0, end: text.length }, parts)].map((piece) =>
      typeof piece === "string" ? piece : text.slice(piece.start, piece.end),
    );
    assert.equal(whole.join(""), text);
  });

  it("refuses a record that changed since it was asked for", () => {
    const review = reviewToCheck(ALL_RULES);
    review.set({ uri: "trust.md", version: 0, text: TRUST });
    const [at] = review.definitions("r:tr1");
    assert.ok(at);
    review.set({ uri: "trust.md", version: 1, text: "## CMOC TR9\n" });
    for (const outcome of [
      setField(review, at, "status", "refined"),
      addLink(review, at, "r:tr9", { stance: "supports" }),
      removeLink(review, at, "r:tr9", "supports"),
      renumber(review, at, "TR10"),
      giveRowId(review, at),
      appendRecord(review, { uri: "trust.md", after: at }, { kind: "cmoc", id: "TR3" }),
    ])
      assert.equal(isRefusal(outcome) && outcome.refused, "unknown");
  });
});
