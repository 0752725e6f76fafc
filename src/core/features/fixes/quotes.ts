/** Fixes of quotations: the page on which the words are printed. */
import { t } from "../../l10n.ts";
import { withPages } from "../../quotes/locators.ts";
import { fixHere, type Mender } from "./mending.ts";

/** The pages that `at` names become those on which the words stand; what else it says stays. */
export const movedQuote: Mender = (problem, mending) => {
  const { uri, span, data } = problem;
  const pages = Array.isArray(data.pages) ? data.pages.map(String) : [];
  const [first] = pages;
  const last = pages[pages.length - 1];
  const written = mending.text(uri).slice(span.start, span.end);
  if (first === undefined || last === undefined || written !== data.at) return [];
  const newText = withPages(written, first, last);
  return newText === undefined ? [] : fixHere(problem, t("Correct it to “{0}”", newText), [{ span, newText }]);
};
