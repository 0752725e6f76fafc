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

/**
 * The section that holds an offset, with its heading: of the text's own sections, or of Markdown. Where it has none that names it (a longer one is a paragraph, and one may
 * say a page), paragraphs are counted from the beginning of the text.
 */
function sectionOf(source: SourceText, offset: number): { readonly start: number; readonly heading?: string } {
  const { text, pages: sections } = source;
  const section = sections.findLast(({ start }) => start <= offset);
  const { start, end } = (section && lineAt(text, section.start)) ?? lastHeading(text, offset) ?? { start: 0, end: 0 };
  const heading = text
    .slice(start, Math.min(end, start + LONGEST_HEADING + 20))
    .replace(/\r?\n[ \t]*(?:=+|-+)?[ \t]*$|^ {0,3}#{1,6}[ \t]+|[ \t]+#+[ \t\r]*$/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const isFit = heading !== "" && heading.length <= LONGEST_HEADING && pagesNamed(heading) === undefined;
  return isFit ? { start: end, heading } : { start: 0 };
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[ \t]/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t\r]*$/;

/** The last heading of Markdown before an offset; code in fences has none. A heading that is underlined is one line of its own. */
function lastHeading(text: string, offset: number): Span | undefined {
  let found: Span | undefined;
  let fence: string | undefined;
  let [before, beforeThat] = ["", ""];
  let from = 0;
  for (let start = 0; start < text.length && start <= offset; ) {
    const { end } = lineAt(text, start);
    // No mark of a heading or of a fence is longer.
    const line = text.slice(start, Math.min(end, start + LONGEST_HEADING));
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    } else if (mark !== undefined) fence = mark;
    else if (HEADING.test(line)) found = { start, end };
    else if (UNDERLINE.test(line) && before.trim() !== "" && beforeThat.trim() === "") found = { start: from, end };
    beforeThat = before;
    before = fence === undefined && found?.end !== end ? line : "";
    from = start;
    start = end + 1;
  }
  return found;
}

function lineAt(text: string, start: number): Span {
  const end = text.indexOf("\n", start);
  return { start, end: end < 0 ? text.length : end };
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
