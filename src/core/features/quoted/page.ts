/** The page of an extract that does not say where it stands: written only where its words stand in the source and the page on which they are printed is known. */
import { t } from "../../l10n.ts";
import type { Extract } from "../../model/types.ts";
import { type Answer, checkQuote, type Passage } from "../../quotes/check.ts";
import { pageLocator } from "../../quotes/page-locator.ts";
import type { SourceText } from "../../quotes/source-text.ts";
import type { Definition, Review } from "../../review.ts";
import { called } from "../../rules/about.ts";
import { type Outcome, refuse } from "../edit/outcome.ts";
import { setField } from "../edit/set-field.ts";

/** Whether an extract has a quotation and names no page yet: it has no `at`, or one that is begun. */
export function isWithoutPage({ quote, at }: Extract): boolean {
  return quote !== undefined && (at === undefined || BEGUN.test(at.text));
}

const BEGUN = /^\s*(?:pp?\.?|pages?)?\s*$/i;

/** `p. 412`, `pp. 412–413`: the printed pages that a passage stands on; undefined where one of them is not known, or the text has none. */
export function locatorOf(answer: Answer, source: SourceText): string | undefined {
  return "passage" in answer ? pageLocator(source, answer.passage.span) : undefined;
}

/** Whether words that the source has otherwise are as like to a passage on another page. */
function isAsLikeElsewhere({ quote }: Extract, { span }: Passage, source: SourceText): boolean {
  const locator = pageLocator(source, span);
  return [{ after: span.end }, { before: span.start - 1 }].some((hints) => {
    const other = quote && checkQuote(quote.text, source, hints);
    return other?.is === "near" && pageLocator(source, other.passage.span) !== locator;
  });
}

/** Writes `at`; refuses with the reason where that cannot be said. */
export function withPage(review: Review, extract: Definition<Extract>, answer: Answer, source: SourceText): Outcome {
  const id = called(extract);
  const told = (words: string): Outcome => refuse("told", { words });
  if (!isWithoutPage(extract.entity)) return told(t("{0} says already where it stands.", id));
  if (answer.is === "absent")
    return told(t("The words of {0} are not in the text of its source, so its page is not known.", id));
  if ("count" in answer && answer.count > 1)
    return told(t("The words of {0} stand at several places of its source. Write the page that is meant.", id));
  const locator = locatorOf(answer, source);
  if (locator !== undefined && answer.is === "near" && isAsLikeElsewhere(extract.entity, answer.passage, source))
    return told(
      t("The words of {0} are as like to those of several pages of its source. Write the page that is meant.", id),
    );
  if (locator !== undefined) return setField(review, extract, "at", locator);
  return told(
    source.pages.length === 0
      ? t("The text of {0} has no pages. Write the section, or the paragraph, as “at”.", id)
      : t(
          "The printed number of the page of {0} is not known. Write “first page:” into the front matter of its source.",
          id,
        ),
  );
}
