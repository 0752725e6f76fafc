/** Where words stand in the text of a source, as `at` has it: only where that is one place, on pages whose printed numbers are known. */
import { checkQuote } from "../quotes/check.ts";
import { pageLocator } from "../quotes/page-locator.ts";
import type { SourceText } from "../quotes/source-text.ts";

/** `page` is the page of the file on which they were marked, from 1: it tells places of the same words apart, and says where words stand that are not found as they are. */
export function placeOfQuote(source: SourceText, quote: string, page?: number): string | undefined {
  const marked = page === undefined ? undefined : source.pages[page - 1];
  const answer = checkQuote(quote, source);
  if (answer.is !== "exact" || answer.count !== 1)
    return marked?.label === undefined ? undefined : `p. ${marked.label}`;
  return pageLocator(source, answer.passage.span);
}
