import assert from "node:assert/strict";
import { type Answer, checkQuote } from "../../../src/core/quotes/check.ts";
import { pagesNamed } from "../../../src/core/quotes/locators.ts";
import { type Case, cases, type Known, made } from "./made.ts";

const SEED = 20261126;
/** In each run of all checks another one, which is printed. */
const FRESH = Math.floor(Math.random() * 2 ** 31);
const KNOWN: { readonly [is in Answer["is"]]: Known } = {
  exact: "found",
  moved: "moved",
  near: "near",
  absent: "absent",
};

interface Row {
  readonly way: string;
  readonly said: Map<string, number>;
}

function judged(seed: number): {
  readonly rows: readonly Row[];
  readonly wrong: readonly string[];
  readonly count: number;
} {
  const set = made(seed);
  const rows = new Map<string, Row>();
  const wrong: string[] = [];
  const all = cases(set, seed);
  for (const each of all) {
    const answer = said(each, set.source);
    const row = rows.get(each.way) ?? { way: each.way, said: new Map() };
    rows.set(each.way, row);
    const words = "tier" in answer ? `${answer.is} (${answer.tier})` : answer.is;
    row.said.set(words, (row.said.get(words) ?? 0) + 1);
    if (KNOWN[answer.is] !== each.known) wrong.push(`${each.way}: ${words}: ${each.quote} at ${each.at}`);
  }
  return { rows: [...rows.values()], wrong, count: all.length };
}

function said({ quote, at }: Case, source: Parameters<typeof checkQuote>[1]): Answer {
  return checkQuote(quote, source, { pages: at === undefined ? undefined : pagesNamed(at) });
}

describe("quotations with known answers", () => {
  for (const [name, seed] of [
    ["of one seed", SEED],
    [`of a fresh seed, ${FRESH}`, FRESH],
  ] as const)
    it(`are each told what they are: ${name}`, () => {
      const { rows, wrong, count } = judged(seed);
      assert.ok(count >= 300, `${count} quotations`);
      if (process.env.CMOC_TEST_TABLE !== undefined || wrong.length > 0)
        for (const { way, said: answers } of rows)
          console.log(`    ${way.padEnd(38)} ${[...answers].map(([words, times]) => `${words} ${times}`).join(", ")}`);
      assert.deepEqual(wrong.slice(0, 8), []);
    });
});
