/** Where a passage is printed, as `at` says it: its pages, else its section, else its paragraph. */
import { pagesNamed } from "../../quotes/locators.ts";
import { pageLocator } from "../../quotes/page-locator.ts";
import type { SourceText } from "../../quotes/source-text.ts";
import type { Span } from "../../text.ts";

/** Shorter stretches between empty lines are headings, names and dates. */
const PARAGRAPH = 100;
const LONGEST_HEADING = 120;

/** `isPaged` says whether the pages of the text are pages, not its sections. Undefined where nothing is known of the place that a reader could look up. Linear in the text. */
export function locatorOf(source: SourceText, spans: readonly Span[], isPaged: boolean): string | undefined {
  const [first, last] = [spans[0], spans[spans.length - 1]];
  if (!first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  if (isPaged && source.pages.length > 0) return pageLocator(source, span);
  const { start, heading } = sectionOf(source, span.start);
  const number = paragraphNumber(source.text, start, span.start);
  const para = number === undefined ? undefined : `para. ${number}`;
  return heading === undefined ? para : para === undefined ? heading : `${heading}, ${para}`;
}

/** The section that holds an offset, with its heading where it has one that names no page: a heading of Markdown, or of the text's own sections. */
function sectionOf(source: SourceText, offset: number): { readonly start: number; readonly heading?: string } {
  const { text, pages: sections } = source;
  const section = sections.findLast(({ start }) => start <= offset);
  if (section) return headed(text, section.start);
  for (let at = text.lastIndexOf("\n#", offset); at >= 0; at = text.lastIndexOf("\n#", at - 1))
    if (HEADING.test(text.slice(at + 1, at + 9))) return headed(text, at + 1);
    else if (at === 0) break;
  return HEADING.test(text.slice(0, 8)) ? headed(text, 0) : { start: 0 };
}

const HEADING = /^#{1,6}[ \t]/;

function headed(text: string, start: number): { readonly start: number; readonly heading?: string } {
  const end = lineEnd(text, start);
  const heading = text
    .slice(start, Math.min(end, start + LONGEST_HEADING + 10))
    .replace(/^#{1,6}[ \t]+|[ \t]+#+[ \t]*$/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const isFit = heading !== "" && heading.length <= LONGEST_HEADING && pagesNamed(heading) === undefined;
  // A dash would begin a reason, a colon a label.
  return isFit && !/[*_`<>[\]|:\\]|\s[-–—]+\s/.test(heading) ? { start: end, heading } : { start: end };
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}

/** The number of the paragraph that holds `at`, of those since `from`; undefined where it stands in none, and where nothing parts paragraphs. */
function paragraphNumber(text: string, from: number, at: number): number | undefined {
  let number = 0;
  let start = from;
  for (const { 0: gap, index } of text.slice(from).matchAll(/\n[^\S\n]*\n\s*/g)) {
    const end = from + index;
    if (isParagraph(text, start, end)) number++;
    if (at < end) return start <= at && isParagraph(text, start, end) ? number : undefined;
    start = end + gap.length;
  }
  const isLast = isParagraph(text, start, text.length);
  return isLast && start > from ? number + 1 : undefined;
}

function isParagraph(text: string, start: number, end: number): boolean {
  return end - start >= PARAGRAPH && /[\p{L}\p{N}]/u.test(text.slice(start, start + PARAGRAPH));
}
