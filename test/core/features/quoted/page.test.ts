import assert from "node:assert/strict";
import { refusalWords } from "../../../../src/core/features/edit/refusal-words.ts";
import { isRefusal } from "../../../../src/core/features/edit.ts";
import { withPage } from "../../../../src/core/features/quoted/page.ts";
import { applyEdits } from "../../../../src/core/text.ts";
import { FILE, quotedIn } from "./sources.ts";

const PAGES = "They met every week, and little was\n\fhidden. Trust grew.\n\fTrust grew.\n";

function filled(record: string, first: string | undefined = "407", text = PAGES): string {
  const { review, extract, answer, source } = quotedIn(text, record, first);
  const outcome = withPage(review, extract, answer, source);
  if (isRefusal(outcome)) return refusalWords(outcome);
  const after = applyEdits(review.text(FILE) ?? "", outcome.edits.get(FILE) ?? []);
  return after.slice(after.indexOf("## Extract e1\n\n") + 15);
}

describe("the page of an extract", () => {
  it("is written where its words stand on one that is known, also over two", () => {
    assert.equal(
      filled("> They met every week\n\n- parked: x\n"),
      "> They met every week\n\n- at: p. 407\n- parked: x\n",
    );
    assert.equal(filled("> and little was hidden.\n"), "> and little was hidden.\n\n- at: pp. 407–408\n");
    assert.equal(filled("> hidden. Trust grew.\n\n- at: p. \n"), "> hidden. Trust grew.\n\n- at: p. 408 \n");
    assert.equal(
      filled("> They met each week, and little was\n"),
      "> They met each week, and little was\n\n- at: p. 407\n",
    );
  });

  it("is counted in Roman numbers too", () => {
    assert.equal(filled("> and little was hidden.\n", "xiv"), "> and little was hidden.\n\n- at: pp. xiv–xv\n");
    assert.equal(filled("> They met every week\n", "XIX"), "> They met every week\n\n- at: p. XIX\n");
  });

  it("is not guessed", () => {
    assert.match(filled("> They met\n\n- at: Discussion\n"), /says already where it stands/);
    assert.match(filled("> Nobody came to the harbour in winter.\n"), /not in the text of its source/);
    assert.match(filled("> Trust grew.\n"), /several places/);
    const alike = "They met in the old mill each week.\n\fThey met in the old hill each week.\n\fNobody came.\n";
    assert.match(filled("> They met in the old fill each week.\n", "1", alike), /as like to those of several pages/);
    assert.match(filled("> They met in the old fill each week.\n", "xii", alike), /as like to those of several pages/);
    const one = alike.replace("\fThey", "They");
    assert.match(filled("> They met in the old fill each week.\n", "1", one), /at: p\. 1\n/);
    assert.match(filled("> They met\n", "x of y"), /first page:/);
    assert.match(filled("> They met\n", "407", "They met."), /has no pages/);
  });
});
