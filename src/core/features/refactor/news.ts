/** Which problems a change would bring: those that the review does not have as it is. */
import type { Problem } from "../../check.ts";
import { ruleOf } from "../../rules/index.ts";
import type { FindingValue } from "../../syntax/finding.ts";
import { isRefusal, type Outcome, type Refusal, refuse } from "../edit/outcome.ts";
import type { Draft } from "./draft.ts";

/** Ids that stand for another: what is wrong with what was merged in, or split off, was wrong with that one. */
export type SameAs = ReadonlyMap<string, string>;

/** What a message adds: how a range was written, what else there is. */
const APART: ReadonlySet<string> = new Set(["others", "near", "range"]);

const NONE: SameAs = new Map();

/** What a rule says of which thing: numbers, and places that move with the text, left out. */
function keyOf({ rule, data }: Problem, same: SameAs): string {
  const said = Object.entries(data).flatMap(([name, value]) =>
    typeof value === "number" || APART.has(name) ? [] : [`${name}=${wordsOf(value, same)}`],
  );
  return `${rule} ${said.sort().join(" ")}`;
}

function wordsOf(value: FindingValue, same: SameAs): string {
  if (typeof value === "object") return value.map((each) => wordsOf(each, same)).join(",");
  const text = String(value);
  if (/:\d+$/.test(text)) return "a row";
  const called = text.toLowerCase();
  const other = same.get(called) ?? called;
  return same.get(other) ?? other;
}

/** The problems that are there now and were not before. */
export function newsOf(before: readonly Problem[], after: readonly Problem[], same: SameAs = NONE): readonly Problem[] {
  const had = new Set(before.map((problem) => keyOf(problem, same)));
  const told = new Set<string>();
  return after.filter((problem) => {
    const key = keyOf(problem, same);
    if (had.has(key) || told.has(key)) return false;
    told.add(key);
    return true;
  });
}

/** What is said of several problems at most. */
const MOST_TOLD = 4;

/** The changes of a draft as one; a refusal that names them where they bring problems, unless all were accepted, or each is by its kind. */
export function withoutNews(
  draft: Draft,
  same: SameAs = NONE,
  anyway = false,
  isAccepted: (problem: Problem) => boolean = () => false,
): Outcome {
  const all = anyway ? [] : newsOf(draft.before, draft.problems, new Map([...draft.renamed, ...same]));
  const news = all.filter((problem) => !isAccepted(problem));
  return news.length === 0 ? draft.done() : broughtBy(news);
}

function broughtBy(news: readonly Problem[]): Refusal {
  const words = news.slice(0, MOST_TOLD).map((problem) => ruleOf(problem.rule)?.message(problem.data) ?? problem.rule);
  return refuse("problems", { words: words.join(" "), count: news.length });
}

/** Whether something was refused for the problems that it would bring, which a person may accept. */
export function bringsProblems(outcome: Outcome): outcome is Refusal {
  return isRefusal(outcome) && outcome.refused === "problems";
}
