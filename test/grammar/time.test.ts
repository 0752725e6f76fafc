import assert from "node:assert/strict";
import type { IGrammar } from "vscode-textmate";
import { growth } from "../hostile/growth.ts";
import { grammarOf, linesOf } from "./tokens.ts";

const SHORT = 1200;
const TIMES = 6;
/** Six times the length may cost so many times the time: linear is 6, quadratic 36. */
const MOST = 18;
const LEAST_MS = 0.5;

/** Lines that Markdown's own grammar reads in linear time, by the place where they stand. */
const UNITS: readonly string[] = [
  "@a ",
  "@",
  "a.",
  "@a#",
  "(",
  "(C",
  "C, ",
  "x (C) ",
  "TR1-",
  "TR1, ",
  "1",
  "a1",
  " ",
  "C: ",
  "mechanism ",
  "TR1 (C, M) ",
  "©",
  "words ",
];
const PLACES: readonly string[] = [
  "## CMOC TR1: ",
  "## CMOC ",
  "## ",
  "## CMOC TR1\n\n",
  "## CMOC TR1\n\n@a#",
  "## CMOC TR1\n\n- ",
  "## CMOC TR1\n\n- C: ",
  "## CMOC TR1\n\n- C: x\n  - supports: ",
  "## CMOC TR1\n\n- supports: ",
  "## CMOC TR1\n\n- confidence: ",
  "## Code a-b\n\n- parent: ",
  "| ID | Context | Mechanism |\n| ",
];

describe("the grammars' time", () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await grammarOf(true);
  });

  const reading = (textOf: (count: number) => string) => (count: number) => {
    const text = textOf(count);
    return () => void linesOf(grammar, text);
  };

  for (const place of PLACES) {
    it(`grows with the length of a line after ${JSON.stringify(place)}`, () => {
      for (const unit of UNITS) {
        const line = (length: number): string => `${place}${unit.repeat(length / unit.length)}x |`;
        linesOf(grammar, line(SHORT));
        const ratio = growth(reading(line), SHORT, TIMES, MOST, LEAST_MS);
        assert.ok(ratio <= MOST, `${JSON.stringify(unit)} takes ${ratio.toFixed(1)} times as long`);
      }
    }).timeout(60_000);
  }

  it("grows with the number of records, and no state grows with it", () => {
    const records = (count: number): string =>
      "## CMOC TR1: x\n\n- **C:** a\n- supports: @a#e1 (C)\n\n### Deeper\n\n".repeat(count);
    const ratio = growth(reading(records), 100, TIMES, MOST, LEAST_MS);
    assert.ok(ratio <= MOST, ratio.toFixed(1));
    let state = null as Parameters<IGrammar["tokenizeLine"]>[1];
    const depths = records(40)
      .split("\n")
      .map((line) => {
        state = grammar.tokenizeLine(line, state).ruleStack;
        return state.depth;
      });
    assert.ok(Math.max(...depths) <= 6, String(Math.max(...depths)));
  });
});
