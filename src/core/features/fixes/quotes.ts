/** Fixes of quotations: the page on which the words are printed, and the words that the source has. */

import type { Problem } from "../../check.ts";
import { t } from "../../l10n.ts";
import type { Extract } from "../../model/types.ts";
import type { Answer } from "../../quotes/check.ts";
import { withPages } from "../../quotes/locators.ts";
import type { SourceText } from "../../quotes/source-text.ts";
import type { Definition } from "../../review.ts";
import { called } from "../../rules/about.ts";
import { withPage } from "../quoted/page.ts";
import { withSourceWords } from "../quoted/source-words.ts";
import { fixHere, fixOfOutcome, type Mender, type Mending } from "./mending.ts";

/** The pages that `at` names become those on which the words stand; what else it says stays. */
export const movedQuote: Mender = (problem, mending) => {
  const { uri, span, data } = problem;
  const pages = Array.isArray(data.pages) ? data.pages.map(String) : [];
  const [first] = pages;
  const last = pages[pages.length - 1];
  const written = mending.text(uri).slice(span.start, span.end);
  if (first === undefined || last === undefined || written !== data.at) return [];
  const newText = withPages(written, first, last);
  return newText === undefined || newText === written
    ? []
    : fixHere(problem, t("Correct it to “{0}”", newText), [{ span, newText }]);
};

/** The words that are others become those of the source. */
export const nearQuote: Mender = (problem, mending) => {
  const found = foundAt(problem, mending);
  if (found?.answer.is !== "near") return [];
  const outcome = withSourceWords(mending.review, found.extract, found.answer.passage, found.source);
  return fixOfOutcome(problem, t("Use the source’s words"), outcome);
};

/** The page is written where it is known. */
export const noLocator: Mender = (problem, mending) => {
  const found = foundAt(problem, mending);
  return found
    ? fixOfOutcome(problem, t("Fill in the page"), withPage(mending.review, found.extract, found.answer, found.source))
    : [];
};

interface FoundQuote {
  readonly extract: Definition<Extract>;
  readonly answer: Answer;
  readonly source: SourceText;
}

/** The extract that a problem is about, and what is known of its quotation. */
function foundAt(problem: Problem, mending: Mending): FoundQuote | undefined {
  const record = mending.quotations && mending.recordAt(problem);
  if (record?.brief.kind !== "extract" || called(record) !== problem.data.id) return undefined;
  const extract = record as Definition<Extract>;
  const answer = mending.quotations?.of(extract);
  const source = mending.quotations?.text(extract.brief.source);
  return answer && answer.is !== "unverifiable" && source ? { extract, answer, source } : undefined;
}
