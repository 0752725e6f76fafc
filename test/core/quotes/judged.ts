/** Sets of quotations with known answers, judged: what is said of each way in which they are altered, and what is wrong in it. */
import { type Answer, checkQuote } from "../../../src/core/quotes/check.ts";
import { pagesNamed } from "../../../src/core/quotes/locators.ts";
import { type Case, cases, type Known, type Set as Sentences } from "./made.ts";

export const SEED = 20261126;
/** In each run of all checks another one, which is printed. */
export const FRESH = Math.floor(Math.random() * 2 ** 31);

const KNOWN: { readonly [is in Answer["is"]]: Known } = {
  exact: "found",
  moved: "moved",
  near: "near",
  absent: "absent",
};

export interface Judged {
  /** A line for each way: how often which answer and tier came. */
  readonly table: string;
  readonly wrong: readonly string[];
  readonly count: number;
}

export function judged(set: Sentences, seed: number): Judged {
  const rows = new Map<string, Map<string, number>>();
  const wrong: string[] = [];
  const all = cases(set, seed);
  for (const each of all) {
    const answer = said(each, set.source);
    const row = rows.get(each.way) ?? new Map<string, number>();
    rows.set(each.way, row);
    const words = "tier" in answer ? `${answer.is} (${answer.tier})` : answer.is;
    row.set(words, (row.get(words) ?? 0) + 1);
    if (KNOWN[answer.is] !== each.known) wrong.push(`${each.way}: ${words}: ${each.quote} at ${each.at}`);
  }
  const table = [...rows].map(
    ([way, answers]) =>
      `      ${way.padEnd(38)} ${[...answers].map(([words, times]) => `${words} ${times}`).join(", ")}`,
  );
  return { table: table.join("\n"), wrong, count: all.length };
}

function said({ quote, at }: Case, source: Parameters<typeof checkQuote>[1]): Answer {
  return checkQuote(quote, source, { pages: at === undefined ? undefined : pagesNamed(at) });
}
