/** The printed pages of a stretch of a source's text, as `at` has them. */
import type { Span } from "../text.ts";
import type { SourceText } from "./source-text.ts";

/** `p. 412`, `pp. 412–413`; undefined where the text has no pages there, or the number of the first or the last is not known. */
export function pageLocator(source: SourceText, span: Span): string | undefined {
  const labels = source.pagesOf(span).map(({ label }) => label?.trim() ?? "");
  const [first = "", last = ""] = [labels[0], labels[labels.length - 1]];
  if (first === "" || last === "") return undefined;
  return first === last ? `p. ${first}` : `pp. ${first}–${last}`;
}
