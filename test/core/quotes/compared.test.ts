import assert from "node:assert/strict";
import { checkQuote } from "../../../src/core/quotes/check.ts";
import { compared, passageOf, told } from "../../../src/core/quotes/compared.ts";
import { SourceText } from "../../../src/core/quotes/source-text.ts";

function passage(quote: string, text: string): string {
  const source = new SourceText(text);
  const answer = checkQuote(quote, source);
  return answer.is === "near" ? passageOf(compared(quote, answer.passage, source)) : answer.is;
}

describe("a quotation and the passage that it is like", () => {
  it("are told without blanks that the source does not have", () => {
    assert.equal(
      passage("彼らは毎週月曜日に会い、互いを信頼した。", "そして彼らは毎週火曜日に会い、互いを信頼した。"),
      "彼らは毎週火曜日に会い、互いを信頼した。",
    );
    assert.equal(
      passage("They met every day in the mill.", "They met every week in the mill."),
      "They met every week in the mill.",
    );
  });

  it("are told without what stands between their parts at length", () => {
    const [one, two] = [
      "The boards of both trusts had come to rely upon her",
      "and they put the meeting off without her",
    ];
    const table = "Year 1 30 40 and the rest\n".repeat(12);
    assert.equal(passage(`${one} ${two}`, `${one}\n${table}${two}`), `${one} … ${two}`);
    assert.equal(told({ is: "between", text: "as they said", isApart: true }), "as they said");
  });
});
