/**
 * Cuts a file into its front matter and its sections, in one pass over its lines. A section begins at a heading that
 * stands at the top level of the file (not in a list, a quote, code or HTML) and runs to the next one, so that each can be read on its own.
 */
import type { Span } from "../text.ts";
import { Lines } from "./line-ends.ts";
import { skipBlanks } from "./line-shapes.ts";
import { type TopHeading, topHeadings } from "./top-headings.ts";

export interface Section extends Span {
  /** 0 for what stands before the first heading, else the heading's depth, 1 to 6. */
  readonly depth: number;
  /** Where the heading ends (its underline included, its line ending not); the start when depth is 0. */
  readonly headingEnd: number;
  /** Whether the line before the heading is `<!-- cmoc: off -->`. */
  readonly off: boolean;
}

export interface FrontMatter {
  /** From the opening fence to after the line ending of the closing one. */
  readonly span: Span;
  /** What stands between the fences. */
  readonly yaml: Span;
}

/**
 * A byte order mark (if any), the front matter (if any) and the sections, in this order, are the file. There is always a
 * section; one of depth 0 only where text stands before the first heading, or where there is no heading.
 */
export interface Split {
  readonly frontMatter: FrontMatter | undefined;
  readonly sections: readonly Section[];
}

const BOM = 0xfeff;

/** Splits a file's text. Never throws; linear in the text. */
export function split(text: string): Split {
  const bodyStart = text.charCodeAt(0) === BOM ? 1 : 0;
  const frontMatter = readFrontMatter(text, bodyStart);
  const start = frontMatter?.span.end ?? bodyStart;
  return { frontMatter, sections: splitFrom(text, start, start).sections };
}

/** The sections of a text that has no front matter: of a piece of a file, from a section's start on. */
export function sectionsOf(text: string): readonly Section[] {
  return splitFrom(text, 0, 0).sections;
}

/**
 * The sections from the offset `begin` on, where the body (at `bodyStart`) or one of its sections begins: nothing before a section bears on how it
 * is read. Ends before the first heading after `begin` whose start `stops`, else at the end of the text.
 */
export function splitFrom(
  text: string,
  bodyStart: number,
  begin: number,
  stops?: (start: number) => boolean,
): { readonly sections: readonly Section[]; readonly end: number } {
  const headings = topHeadings(text, begin, stops);
  const last = headings[headings.length - 1];
  const stopped = last !== undefined && stops?.(last.start) === true && last.start > begin;
  const end = stopped ? last.start : text.length;
  const count = stopped ? headings.length - 1 : headings.length;
  const sections: Section[] = [];
  const first = headings[0];
  if (first === undefined || first.start > begin) {
    sections.push({ start: begin, end: first?.start ?? end, depth: 0, headingEnd: begin, off: false });
  }
  for (let index = 0; index < count; index++) {
    const heading = headings[index] as TopHeading;
    sections.push({
      start: heading.start,
      end: headings[index + 1]?.start ?? end,
      depth: heading.depth,
      headingEnd: heading.end,
      off: isSwitchedOff(text, bodyStart, heading.start),
    });
  }
  return { sections, end };
}

/**
 * Whether a text that begins with the same `from` units as one whose body began there has its body there too: no byte order mark and no front
 * matter can have come, gone or grown.
 */
export function keepsBodyStart(text: string, from: number, hasFrontMatter: boolean): boolean {
  if (!hasFrontMatter) return !text.startsWith("---", from) && (from > 0 || text.charCodeAt(0) !== BOM);
  const last = text.charCodeAt(from - 1);
  return last === 10 || (last === 13 && text.charCodeAt(from) !== 10);
}

function isFence(text: string, start: number, end: number, mark: string): boolean {
  return text.startsWith(mark, start) && start + 3 <= end && skipBlanks(text, start + 3, end) === end;
}

/** Front matter stands between a line `---` at the very start and a line `---` or `...`; one that is not closed is none. */
function readFrontMatter(text: string, start: number): FrontMatter | undefined {
  if (!text.startsWith("---", start)) return undefined;
  const lines = new Lines(text, start);
  if (!lines.advance() || !isFence(text, lines.start, lines.end, "---")) return undefined;
  const yamlStart = lines.next;
  while (lines.advance()) {
    const first = text.charCodeAt(lines.start);
    if (first !== 45 && first !== 46) continue;
    if (!isFence(text, lines.start, lines.end, "---") && !isFence(text, lines.start, lines.end, "...")) continue;
    return { span: { start, end: lines.next }, yaml: { start: yamlStart, end: lines.start } };
  }
  return undefined;
}

const OFF_MOST = 80;

/** Whether the line that ends before `at` is the comment that keeps the next thing out of the review. */
function isSwitchedOff(text: string, from: number, at: number): boolean {
  let end = at;
  if (end > from && text.charCodeAt(end - 1) === 10) end--;
  if (end > from && text.charCodeAt(end - 1) === 13) end--;
  if (end === at) return false;
  let start = end;
  const least = Math.max(from, end - OFF_MOST);
  while (start > least && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  return isOffComment(text.slice(start, end));
}

/** Whether a line is the comment `<!-- cmoc: off -->`, indented by three spaces at most. */
export function isOffComment(line: string): boolean {
  return /^ {0,3}<!--[ \t]{0,8}cmoc:[ \t]{0,8}off[ \t]{0,8}-->[ \t]{0,8}$/i.test(line);
}
